"""Pieces of the theme's templates that are the same on many pages, rendered once.

Most of a page around its content is that of its neighbours: icons, the palette, the sections, the foot. What
a partial or a block is made of can be read off its source: the variables that it and what it includes look
up. Where ``page`` is not among them, its text depends on the values of these alone, and, where it makes
addresses relative, on the page's folder; it is kept under them. Whatever cannot be told so is rendered anew
for each page, so a publisher's template need not know of this.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from types import CodeType
from typing import Any, cast

from jinja2 import Environment, Template, TemplateAssertionError, TemplateNotFound, meta, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Undefined
from jinja2.utils import missing

from generator.settings import MkDocsOptions

MOST = 64
"""Texts kept of one piece."""

Render = Callable[[Context], Iterator[str]]

_ADDRESSES = "a page's folder"
"""Among the variables of a piece: it makes addresses relative."""
_RELATIVE = frozenset({"url", "script_tag"})
"""MkDocs' filters that do."""
_OF_ONE_PAGE = frozenset({"page", "pages", "self", "super", "caller", "loop", "varargs", "kwargs"})
ICONS = ".icons/"
"""Templates in this folder are pictures: the theme's look up nothing."""
_PLAIN = (str, int, float, datetime, type(None))


def remember(
    environment: Environment, config: MkDocsOptions, apart: frozenset[str], *, own_pictures: bool
) -> Environment:
    """Have an environment's templates remember.

    Args:
        environment: Of the theme; it has rendered nothing yet.
        config: Of the build: what templates know as ``config``.
        apart: Addresses of pages below which other pages of the navigation stand, or files that every page
            loads: on these nothing is remembered.
        own_pictures: Whether the publisher's own pictures are templates that may look up something.
    """
    pieces = _Pieces(environment, config, own_pictures=own_pictures)

    class Remembering(Template):
        """A template whose pieces remember."""

        @classmethod
        def _from_namespace(
            cls,
            environment: Environment,
            namespace: MutableMapping[str, Any],
            globals: MutableMapping[str, Any],  # noqa: A002 - as Jinja2's
        ) -> "Remembering":
            made = cast("Remembering", super()._from_namespace(environment, namespace, globals))
            if made.name is None:
                return made
            for name, reads in pieces.of_blocks(made.name).items():
                made.blocks[name] = _remembered(made.blocks[name], reads, apart)
            whole = pieces.of_template(made.name)
            if whole is not None:
                made.root_render_func = _remembered(made.root_render_func, whole, apart)
                made.make_module = _modules(made, whole, apart)  # type: ignore[method-assign] # of this one
            return made

    environment.template_class = Remembering
    return environment


class _Pieces:
    """What templates and their blocks look up."""

    def __init__(self, environment: Environment, config: MkDocsOptions, *, own_pictures: bool) -> None:
        self._environment, self._config, self._own_pictures = environment, config, own_pictures
        self._known: dict[str, frozenset[str] | None] = {}

    def of_template(self, name: str) -> frozenset[str] | None:
        """Of a whole template; None where it has blocks, or its text is one page's."""
        if name not in self._known:
            self._known[name] = None  # one that includes itself
            whole = self._source(name).whole
            if whole is not None:
                self._known[name] = self._with_others(whole)
        return self._known[name]

    def of_blocks(self, name: str) -> dict[str, frozenset[str]]:
        """Of each block whose text is not one page's."""
        looked_up = ((block, self._with_others(looks)) for block, looks in self._source(name).blocks)
        return {block: names for block, names in looked_up if names is not None}

    def _source(self, name: str) -> "_Source":
        loader = self._environment.loader
        if loader is None:
            raise TemplateNotFound(name)
        source = loader.get_source(self._environment, name)[0]
        theirs = self._environment
        return _looked_through(source, *map(frozenset, (theirs.extensions, theirs.filters, theirs.tests)))

    def _with_others(self, looks: "_Looks") -> frozenset[str] | None:
        names = set(looks.names)
        for other in looks.others:
            theirs = self._of_another(other)
            if theirs is None:
                return None
            names |= theirs
        return None if names & _OF_ONE_PAGE else frozenset(names)

    def _of_another(self, other: "_Other") -> frozenset[str] | None:
        """Of a template that is included or imported; None where it is not known which that is."""
        if other.is_picture:
            return None if self._own_pictures else frozenset()
        if other.name is None:
            return None
        try:
            name = Template.from_code(self._environment, other.name, {}).render(config=self._config)
            return self.of_template(name)
        except TemplateNotFound:
            return frozenset() if other.may_be_missing else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Other:
    """A template that is included or imported."""

    is_picture: bool
    name: CodeType | None
    """Renders its name, by means of the configuration alone; None: the name depends on more."""
    may_be_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """What a piece of a template looks up."""

    names: frozenset[str]
    """Variables, and :data:`_ADDRESSES`."""
    others: tuple[_Other, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What the source of a template says of its pieces."""

    whole: _Looks | None
    """None where it has blocks."""
    blocks: tuple[tuple[str, _Looks], ...]
    """Name of each block that has no other within."""


@lru_cache(maxsize=1024)
def _looked_through(
    source: str, extensions: frozenset[str], filters: frozenset[str], tests: frozenset[str]
) -> _Source:
    """What a template says, by its source and the names that its environment knows.

    Reading it takes as long as compiling it; a second build in this process has no need to.
    """
    environment = Environment(extensions=sorted(extensions))  # noqa: S701 - it renders nothing
    environment.filters = dict.fromkeys(filters, str)
    environment.tests = dict.fromkeys(tests, callable)
    tree = environment.parse(source)
    blocks: dict[str, _Looks] = {}
    for block in tree.find_all(nodes.Block):
        if not any(block.find_all(nodes.Block)):
            alone = nodes.Template(block.body, lineno=block.lineno)
            blocks[block.name] = _looks(alone.set_environment(environment))
    has_blocks = any(tree.find_all((nodes.Block, nodes.Extends)))
    return _Source(whole=None if has_blocks else _looks(tree), blocks=tuple(blocks.items()))


def _looks(tree: nodes.Node) -> _Looks:
    names = set(meta.find_undeclared_variables(cast("nodes.Template", tree)))
    if any(each.name in _RELATIVE for each in tree.find_all(nodes.Filter)):
        names.add(_ADDRESSES)
    others = tree.find_all((nodes.Include, nodes.Import, nodes.FromImport))
    return _Looks(
        names=frozenset(names),
        others=tuple(_other(cast("nodes.Include", other)) for other in others),
    )


def _other(node: nodes.Include) -> _Other:
    named = node.template
    first = named
    while isinstance(first, (nodes.Concat, nodes.Add)):
        first = first.nodes[0] if isinstance(first, nodes.Concat) else first.left
    is_picture = isinstance(first, nodes.Const) and str(first.value).startswith(ICONS)
    is_said = {name.name for name in named.find_all(nodes.Name)} <= {"config"} and not _chosen(named)
    return _Other(
        is_picture=is_picture,
        name=_compiled(named) if is_said and not is_picture else None,
        may_be_missing=getattr(node, "ignore_missing", False),
    )


def _compiled(name: nodes.Expr) -> CodeType | None:
    """What renders the name of a template; None where it needs a filter that Jinja2 alone has not."""
    environment = Environment()  # noqa: S701 - a name is no markup
    said = nodes.Template([nodes.Output([name], lineno=1)], lineno=1).set_environment(environment)
    try:
        return environment.compile(cast("nodes.Template", said))
    except TemplateAssertionError:
        return None


def _chosen(name: nodes.Expr) -> bool:
    """Whether several templates are named, of which the first that there is will be taken."""
    return isinstance(name, (nodes.List, nodes.Tuple)) or (
        isinstance(name, nodes.Const) and not isinstance(name.value, str)
    )


def _remembered(render: Render, reads: frozenset[str], apart: frozenset[str]) -> Render:
    """A piece's function that renders once for each set of values."""
    names = sorted(reads)
    texts: dict[tuple[object, ...], tuple[str, list[object]]] = {}

    def remembered(context: Context) -> Iterator[str]:
        found = _values(context, names, apart)
        if found is None:
            yield from render(context)
            return
        key, values = found
        known = texts.get(key)
        if known is None:
            if len(texts) >= MOST:
                texts.clear()
            known = texts[key] = "".join(render(context)), values
        yield known[0]

    return remembered


def _modules(
    template: Template, reads: frozenset[str], apart: frozenset[str]
) -> Callable[..., TemplateModule]:
    """``make_module`` of a template that others import, the same module for the same values."""
    names = sorted(reads)
    modules: dict[tuple[object, ...], tuple[TemplateModule, list[object]]] = {}

    def make(
        variables: dict[str, Any] | None = None,
        shared: bool = False,  # noqa: FBT001, FBT002 - as Jinja2's
        locals: Any = None,  # noqa: A002, ANN401 - as Jinja2's
    ) -> TemplateModule:
        context = template.new_context(variables, shared, locals)
        found = _values(context, names, apart)
        if found is None:
            return TemplateModule(template, context)
        key, values = found
        known = modules.get(key)
        if known is None:
            if len(modules) >= MOST:
                modules.clear()
            known = modules[key] = TemplateModule(template, context), values
        return known[0]

    return make


def _values(
    context: Context, names: Iterable[str], apart: frozenset[str]
) -> tuple[tuple[object, ...], list[object]] | None:
    """A key of the values that a piece looks up, and those that have to live as long; None: none can be."""
    key: list[object] = []
    alive: list[object] = []
    for name in names:
        if name == _ADDRESSES:
            page = context.resolve_or_missing("page")
            if page is missing or page is None or page.url in apart:
                return None
            key.append(_folder(page.url))
            continue
        value = context.resolve_or_missing(name)
        if value is missing or isinstance(value, Undefined):
            key.append(missing)
        elif isinstance(value, _PLAIN):
            key.append((type(value), value))
        else:  # a thing of the build, or one that was made for this page alone and is never met again
            key.append(id(value))
            alive.append(value)
    return tuple(key), alive


def _folder(url: str) -> str:
    """Where a page stands: relative to all pages of one folder an address is the same."""
    head, slash, _ = url.rstrip("/").rpartition("/")
    return f"{head}{slash}{'/' if url.endswith('/') else ''}"
