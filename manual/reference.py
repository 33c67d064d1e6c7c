"""The pages of the manual that are made from the program, so that they are complete and of this version."""

import ast
import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

import click
import msgspec

import cablepress
from generator.cli.main import COMMANDS
from generator.cli.main import cablepress as program
from generator.edition import corrections, notes, withhold
from generator.model import CODES, Cable
from generator.people import decisions, rulings
from generator.publish.headers import HEADERS
from generator.read import LAYOUTS
from generator.settings import defaults
from generator.settings.options import DECISIVE, allowed_words, declared_options

ROOT: Final = Path(__file__).resolve().parents[1]
WIDTH: Final = 88
"""Columns of a command's help."""

_OPTIONS: Final = """\
They stand in `mkdocs.yml` under `extra:`, `cablepress:`. One that is left out has its default. A name that is
none stops the build and is told with the one that was meant; so does a wrong value of {}.
Any other wrong value is a warning, and the default counts."""
_FINDINGS: Final = """\
A finding names its file, its line where there is one, its kind, what was found and how to mend it.
`cablepress check --kind KIND` lists all of one kind. Most are repairs: the cable is published."""
_RECORD: Final = """\
`cablepress parse` prints one JSON object for each cable, a line each, and reads it back without loss. The
front matter of a cable's page has the same names. Unknown is null or an empty list, never invented. For other
programs: [JSON Schema](record.schema.json)."""


_LAYOUTS: Final = """\
Each layout that is text with an invented example and what is recognised in it. What a layout lacks (a British
telegram has no TAGS) is missing on the page, too, and in the report. Archives, documents of word processors
and PDF are read on by these."""
EXAMPLES: Final = ROOT / "manual" / "examples"
"""A file for each layout that is text, by its name."""


def made_pages() -> Iterator[tuple[str, str]]:
    """Path and content of every page that nobody writes."""
    yield "reference/commands.md", commands_page()
    yield "reference/options.md", options_page()
    yield "reference/findings.md", findings_page()
    yield "reference/layouts.md", layouts_page()
    yield "reference/people-yml.md", people_page()
    yield "reference/record.md", record_page()
    yield "reference/record.schema.json", json.dumps(record_schema(), indent=2) + "\n"
    yield "reference/python.md", python_page()
    yield "security.md", (ROOT / "SECURITY.md").read_text("utf-8")
    yield "changelog.md", (ROOT / "CHANGELOG.md").read_text("utf-8").replace("(SECURITY.md)", "(security.md)")


def with_values(markdown: str) -> str:
    """A page with what it asks of the program (``{{ headers.apache }}``) put in."""
    return re.sub(r"\{\{ ([a-z.]+) \}\}", lambda asked: _VALUES[asked[1]](), markdown)


# ---- Commands and options ------------------------------------------------------------------------------


def commands_page() -> str:
    """Every command as its ``--help`` says it."""
    settings = program.context_settings  # a command keeps the names of its help from whoever asks first
    group = click.Context(program, info_name="cablepress", terminal_width=WIDTH, **settings)
    parts = [
        "# Commands",
        "As `cablepress --help` and `cablepress COMMAND --help` print it.",
        _help(program, group),
    ]
    for name in COMMANDS:
        command = program.get_command(group, name)
        assert command is not None  # noqa: S101 - a name of the table
        context = click.Context(
            command, info_name=name, parent=group, max_content_width=WIDTH, terminal_width=WIDTH
        )
        parts += [f"## {name}", _help(command, context)]
    return _page(parts)


def _help(command: click.Command, context: click.Context) -> str:
    return f"```text\n{command.get_help(context)}\n```"


def options_page() -> str:
    """Every option of ``extra: cablepress:`` with its default, its values and what it does."""
    comments = _comments()
    parts = [
        "# Options",
        _OPTIONS.format(_listed(DECISIVE)),
    ]
    for name, owner, option in declared_options():
        default = json.dumps(defaults()[name], ensure_ascii=False)
        values = allowed_words(name)
        parts += [
            f"## {name}",
            f"Default: `{default}`." + (f" One of {_listed(values)}." if values else ""),
            f"{_sentence(comments[name])}",
            _plain(field_docs(owner)[option.name]),
        ]
    return _page(parts)


@cache
def _comments() -> Mapping[str, str]:
    """What the shipped mkdocs.yml says of each option."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8").partition("  cablepress:\n")[2]
    return dict(re.findall(r"^    (\w+): .*? # (.*)$", text, re.MULTILINE))


PEOPLE_EXAMPLES: Final[Mapping[str, str]] = {
    "same": "[Nursultan Nazarbayev, N. Nazarbaev (10ASTANA275)]",
    "different": "[George Bush (Peru), George Bush (Kenya)]",
    "rename": "Lula da Silva: Luiz Inacio Lula da Silva",
    "hide": "people/ivan-petrenko",
}
"""An entry for each section of people.yml."""


# ---- Findings, people.yml, the record ------------------------------------------------------------------


def findings_page() -> str:
    """Every kind of finding, with what it means and how to mend it."""
    parts = [
        "# Kinds of findings",
        _FINDINGS,
    ]
    for name, code in CODES.items():
        remedy = f"To mend it: {code.remedy}." if code.remedy else "Nothing needs doing."
        parts += [f"## {name}", f"{_sentence(code.meaning)} {_plain(remedy)}"]
    return _page(parts)


def people_page() -> str:
    """Every key of the files in which a publisher decides."""
    known = field_docs(decisions.Decisions)
    parts = ["# people.yml and its like", "## people.yml", _plain(_module_words(decisions))]
    for key in decisions.KINDS:
        parts += [f"### {key}", _plain(known.get(key) or _class_words(decisions.Rename))]
        parts.append(f"```yaml\n{key}:\n  - {PEOPLE_EXAMPLES[key]}\n```")
    parts += ["### Whom an entry means", _plain(_class_words(decisions.Who))]
    parts += ["## protect.yml", *_explained(rulings)]
    parts += [f"Keys: {_listed(rulings.KEYS)}.", _fields_table(rulings.Ruling)]
    parts += ["## corrections.yml", *_explained(corrections)]
    parts += ["## withhold.yml", *_explained(withhold)]
    parts += ["## notes.yml", *_explained(notes)]
    return _page(parts)


def _explained(module: object) -> Iterator[str]:
    """A module's words on the file that it reads, its example as YAML."""
    text = inspect.getdoc(module) or ""
    first, marked, rest = text.partition("::\n\n")
    lines = rest.splitlines()
    indented = [line for line in lines if line.startswith("    ") or not line.strip()]
    example = "\n".join(line[4:] for line in indented).strip("\n")
    after = "\n".join(line for line in lines if line.strip() and not line.startswith("    "))
    yield _plain(first.strip().rstrip(":"))
    if marked:
        yield f"```yaml\n{example}\n```"
        yield _plain(after)


def record_schema() -> dict[str, Any]:
    """JSON Schema of a record, a line of what ``cablepress parse`` prints."""
    schema: dict[str, Any] = msgspec.json.schema(Cable)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A cable", **schema}


def record_page() -> str:
    """Every field of the record and of what it is made of."""
    parts = [
        "# The record",
        _RECORD,
    ]
    for kind in record_types():
        parts += [f"## {kind.__name__}", _plain(_class_words(kind)), _fields_table(kind)]
    return _page(parts)


def record_types() -> list[type]:
    """The cable first, then everything that stands in it, in the order in which it does."""
    kinds: dict[type, None] = {Cable: None}
    waiting: list[type] = [Cable]
    while waiting:
        for part in _parts(waiting.pop(0)):
            if part not in kinds:
                kinds[part] = None
                waiting.append(part)
    return list(kinds)


def _parts(kind: type) -> Iterator[type]:
    hints = inspect.get_annotations(kind, eval_str=True)
    pending = list(hints.values())
    while pending:
        hint = pending.pop(0)
        if isinstance(hint, type) and is_dataclass(hint):
            yield hint
        pending += get_args(hint)


def _fields_table(kind: type) -> str:
    documented = field_docs(kind)
    hints = inspect.get_annotations(kind)
    rows = [
        f"| `{field.name}` | `{_shown_type(hints[field.name])}` | {_cell(documented.get(field.name, ''))} |"
        for field in fields(kind)
    ]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *rows])


def _shown_type(hint: object) -> str:
    text = hint if isinstance(hint, str) else inspect.formatannotation(hint)
    return re.sub(r"\b(?:generator\.model\.\w+|datetime|typing)\.", "", text).replace("|", "or")


# ---- Python --------------------------------------------------------------------------------------------


# ---- Layouts -------------------------------------------------------------------------------------------


def layouts_page() -> str:
    """An example of each layout, and what is recognised in it."""
    parts = ["# Layouts by example", _LAYOUTS]
    for layout in LAYOUTS:
        for file in EXAMPLES.glob(f"{layout.name}.*"):
            text = file.read_text("utf-8")
            cable = cablepress.parse(text, name=file.name)
            parts += [
                f"## {layout.name}",
                _module_words(inspect.getmodule(layout.read)),
                f"```text\n{text.rstrip()}\n```",
                "\n".join(["| recognised | as |", "|---|---|", *_recognised(cable)]),
            ]
    return _page(parts)


def _recognised(cable: Cable) -> Iterator[str]:
    """A row for each field that the record of a cable has."""
    facts: Mapping[str, object] = {
        "id": cable.id,
        "date": cable.date and f"{cable.date:%Y-%m-%d %H:%M}",
        "classification": cable.classification,
        "captions": ", ".join(cable.captions),
        "origin": cable.origin,
        "action": ", ".join(addressee.name for addressee in cable.action),
        "info": ", ".join(addressee.name for addressee in cable.info),
        "subject": cable.subject,
        "tags": ", ".join(cable.tags),
        "references": ", ".join(reference.id or reference.text for reference in cable.references),
        "concepts": ", ".join(cable.concepts),
        "signed_by": cable.signed_by,
        "paragraphs": ", ".join(str(block.number) for block in cable.blocks if block.number),
        "notices": str(sum(block.kind == "notice" for block in cable.blocks) or ""),
    }
    yield from (f"| `{name}` | {_cell(str(value))} |" for name, value in facts.items() if value)


def python_page() -> str:
    """Every name that ``import cablepress`` promises."""
    parts = ["# Python", *_paragraphs(inspect.getdoc(cablepress) or "")]
    for name in cablepress.__all__:
        value = getattr(cablepress, name)
        if callable(value):
            parts += [f"## {name}", *_signature(name, value), *_paragraphs(inspect.getdoc(value) or "")]
            if is_dataclass(value) and isinstance(value, type):
                parts.append(_fields_table(value))
    return _page(parts)


def _signature(name: str, value: Callable[..., object]) -> Iterator[str]:
    if not inspect.isclass(value):
        shown = str(inspect.signature(value)).replace("generator.model.", "")
        yield f"```python\n{name}{shown}\n```"


def _paragraphs(text: str) -> Iterator[str]:
    """A docstring as Markdown: what is indented (``Args:``, an example) as it stands."""
    for paragraph in re.split(r"\n\n(?=\S)", text):
        lines = paragraph.splitlines()
        if any(line.startswith(" ") for line in lines[1:]) and not paragraph.startswith("- "):
            yield f"```text\n{_plain(paragraph, code=False)}\n```"
        else:
            yield _plain(paragraph)


# ---- Words of the source -------------------------------------------------------------------------------


@cache
def field_docs(kind: type) -> Mapping[str, str]:
    """What stands below each field of a class."""
    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 - the source of a class
    words: dict[str, str] = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                words[field.target.id] = " ".join(text.value.split())
    return words


def _class_words(kind: type) -> str:
    return inspect.getdoc(kind) or ""


def _module_words(module: object) -> str:
    return (inspect.getdoc(module) or "").partition("\n\n")[0]


def _plain(text: str, *, code: bool = True) -> str:
    """ReST's marks as Markdown's."""
    text = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`", r"`\1`" if code else r"\1", text)
    return text.replace("``", "`")


def _sentence(text: str) -> str:
    plain = _plain(text)
    return f"{plain[:1].upper()}{plain[1:]}" + ("" if plain.endswith(".") else ".")


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _listed(words: Any) -> str:  # noqa: ANN401 - whatever gives words
    return ", ".join(f"`{word}`" for word in words)


def _page(parts: list[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


# ---- What pages ask for --------------------------------------------------------------------------------


def _layouts() -> str:
    """A row for each layout, in the order in which they are tried."""
    rows = (
        f"| `{layout.name}` | {_cell(_module_words(inspect.getmodule(layout.read)))} |" for layout in LAYOUTS
    )
    return "\n".join(["| name | what it is |", "|---|---|", *rows])


def _apache() -> str:
    return "\n".join(f'Header always set {name} "{value}"' for name, value in HEADERS.items())


def _nginx() -> str:
    return "\n".join(f'add_header {name} "{value}" always;' for name, value in HEADERS.items())


def _netlify() -> str:
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())])


def _table() -> str:
    rows = (f"| `{name}` | `{value}` |" for name, value in HEADERS.items())
    return "\n".join(["| header | value |", "|---|---|", *rows])


_VALUES: Final[Mapping[str, Callable[[], str]]] = {
    "layouts": _layouts,
    "headers.apache": _apache,
    "headers.nginx": _nginx,
    "headers.netlify": _netlify,
    "headers.table": _table,
    "version": lambda: cablepress.__version__,
}
