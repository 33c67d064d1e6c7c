"""Templates are checked like code: what each names exists, on every branch, and what it shows is escaped."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables
from mkdocs.config import load_config
from mkdocs.utils.templates import TemplateContext

from generator.pages import templates
from generator.pages.cable import CablePage
from generator.pages.feeds import Feed
from generator.pages.front_matter import cable_record
from generator.pages.gone import GonePage
from generator.pages.home import Overview
from generator.pages.listing import ListPage
from generator.wording import Wording
from support.record import record, settled

ROOT = Path(__file__).parents[2]
CONTEXTS = {
    "cable.md.j2": CablePage,
    "feed.xml.j2": Feed,
    "gone.md.j2": GonePage,
    "list.md.j2": ListPage,
    "overview.md.j2": Overview,
}
"""What each template of a page's Markdown is given."""

WORDS = {"partials/language.html", "partials/wording.html"}
"""What holds the words of the theme, escaped already (``generator.wording.files``)."""
THEME = sorted(
    {
        path.relative_to(ROOT / "overrides").as_posix()
        for path in (ROOT / "overrides").rglob("*")
        if path.suffix in {".html", ".xml"}
    }
    - WORDS
)
GIVEN = {*TemplateContext.__annotations__, "features", "lang"}
"""What MkDocs gives to a template of the theme, and Material's words in the reader's language."""
ESCAPING = {"e", "escape", "tojson", "url"}
"""Filters whose result may stand in HTML."""
HTML_ALREADY = {"page.content", "page.title", "item.title", "to.title"}


def parsed(name: str) -> nodes.Template:
    """A template of the Markdown or of the theme."""
    environment = templates._environment()
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, name)
    return environment.parse(source)


def themed(name: str) -> nodes.Template:
    """A template of the theme, read as MkDocs reads it."""
    return theme().parse((ROOT / "overrides" / name).read_text(encoding="utf-8"))


@cache
def theme() -> Environment:
    environment: Environment = load_config(str(ROOT / "mkdocs.yml")).theme.get_env()
    return environment


def element(kind: Any) -> Any:  # noqa: ANN401 - any annotation
    """What iteration over an annotated value gives; None where it is unknown."""
    return next(iter(get_args(kind)), None)


def typed(kind: Any) -> Any:  # noqa: ANN401 - any annotation
    """The dataclass or the words in ``X`` or ``X | None``; None for another kind."""
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    return next(
        (
            each
            for each in kinds
            if is_dataclass(each) or (isinstance(each, type) and issubclass(each, Wording))
        ),
        None,
    )


def has(owner: Any, name: str) -> bool:  # noqa: ANN401 - any class
    """Whether a class has a field, a method or a word of that name."""
    return name in get_type_hints(owner) or name in vars(owner)


def unknown(node: nodes.Node, names: Mapping[str, Any]) -> Iterator[str]:
    """Names and attributes in a template that the types know nothing of.

    Args:
        node: Part of a template.
        names: Name -> annotation of what is in scope.
    """
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        yield from unknown(node.iter, names)
        names = {**names, node.target.name: element(kind_of(node.iter, names))}
        for child in (*node.body, *node.else_):
            yield from unknown(child, names)
        return
    if isinstance(node, nodes.Name) and node.name not in names:
        yield node.name
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        owner = typed(kind_of(node.node, names))
        name = attribute(node)
        if owner is not None and not has(owner, name):
            yield f"{owner.__name__}.{name}"
    for child in node.iter_child_nodes():
        yield from unknown(child, names)


def kind_of(node: nodes.Node, names: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any annotation
    """The annotation of an expression; None where it is unknown."""
    if isinstance(node, nodes.Name):
        return names.get(node.name)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        owner = typed(kind_of(node.node, names))
        return None if owner is None else get_type_hints(owner).get(attribute(node))
    return None


def attribute(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else ""


def test_every_template_of_a_page_has_a_typed_context() -> None:
    folder = ROOT / "generator" / "pages" / "templates"
    assert {path.name for path in folder.iterdir()} == CONTEXTS.keys()


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_template_names_only_what_its_context_has(name: str) -> None:
    assert list(unknown(parsed(name), get_type_hints(CONTEXTS[name]))) == []


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_template_shows_all_that_its_context_has(name: str) -> None:
    assert {field.name for field in fields(CONTEXTS[name])} - find_undeclared_variables(parsed(name)) == set()


def test_a_misspelt_name_is_found_on_a_branch_that_is_never_taken() -> None:
    source = (
        "{% if false %}{{ titel }}{{ words.cable.cietd_by }}"
        "{% for fact in facts %}{{ fact.vlaue }}{% endfor %}{% endif %}"
    )
    template = Environment(autoescape=True).parse(source)
    assert list(unknown(template, get_type_hints(CablePage))) == [
        "titel",
        "CableWords.cietd_by",
        "Fact.vlaue",
    ]


def dotted(node: nodes.Node) -> str:
    """``page.meta.subject``; empty for what is no such chain."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{dotted(node.node)}.{node.attr}"
    return ""


def constants(template: nodes.Template) -> set[str]:
    """Names that go through a list written in the template itself."""
    loops = template.find_all(nodes.For)
    return {
        loop.target.name
        for loop in loops
        if isinstance(loop.target, nodes.Name)
        and isinstance(loop.iter, nodes.List)
        and all(isinstance(item, nodes.Const) for item in loop.iter.items)
    }


def escaped(node: nodes.Node, safe: set[str]) -> bool:
    """Whether what an expression shows can be no markup of a cable's."""
    if isinstance(node, nodes.Filter):
        return node.name in ESCAPING
    if isinstance(node, nodes.CondExpr):
        return escaped(node.expr1, safe) and (node.expr2 is None or escaped(node.expr2, safe))
    if isinstance(node, nodes.Call):
        return dotted(node.node) in {"lang.t", "super"}
    return isinstance(node, nodes.Const | nodes.TemplateData) or dotted(node) in safe


@pytest.mark.parametrize("name", THEME)
def test_the_theme_escapes_what_it_shows(name: str) -> None:
    template = themed(name)
    safe = HTML_ALREADY | constants(template) | {"base_url"}
    shown = [node for output in template.find_all(nodes.Output) for node in output.nodes]
    assert [node for node in shown if not escaped(node, safe)] == []


@pytest.mark.parametrize("name", THEME)
def test_the_theme_names_only_what_mkdocs_gives(name: str) -> None:
    inherited = {"description"}  # main.html sets it for the blocks of the others
    assert find_undeclared_variables(themed(name)) - GIVEN - inherited == set()


@pytest.mark.parametrize("name", THEME)
def test_the_theme_asks_a_cable_only_for_what_its_front_matter_has(name: str) -> None:
    asked = {dotted(node) for node in themed(name).find_all(nodes.Getattr)}
    known = {
        *cable_record(settled(record("09ASTANA90001", "Text."))),
        "citation",
        "person",
        "dataset",
        "feed",
        "robots",
        "description",
    }
    for prefix in ("page.meta.", "cable."):
        assert {path.removeprefix(prefix).split(".")[0] for path in asked if path.startswith(prefix)} <= known
