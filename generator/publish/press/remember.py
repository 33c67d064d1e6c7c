"""Pieces of the theme's templates that are the same on many pages, rendered once.

Most of a page around its content is that of its neighbours: icons, the palette, the sections, the foot. What
a partial or a block is made of can be read off its source: the variables that it and what it includes look
up. Where ``page`` is not among them, its text depends on the values of these alone, and, where it makes
addresses relative, on the page's folder; it is kept under them. Whatever cannot be told so is rendered anew
for each page, so a publisher's template need not know of this.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from datetime import datetime
from typing import Any, cast

from jinja2 import Environment, Template, TemplateNotFound, meta, nodes
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
            tree = self._tree(name)
            if not any(tree.find_all((nodes.Block, nodes.Extends))):
                self._known[name] = self._read(tree)
        return self._known[name]

    def of_blocks(self, name: str) -> dict[str, frozenset[str]]:
        """Of each block whose text is not one page's."""
        found: dict[str, frozenset[str]] = {}
        for block in self._tree(name).find_all(nodes.Block):
            if any(block.find_all(nodes.Block)):
                continue
            alone = nodes.Template(block.body, lineno=block.lineno)
            reads = self._read(alone.set_environment(self._environment))
            if reads is not None:
                found[block.name] = reads
        return found

    def _tree(self, name: str) -> nodes.Template:
        loader = self._environment.loader
        if loader is None:
            raise TemplateNotFound(name)
        return self._environment.parse(loader.get_source(self._environment, name)[0], name)

    def _read(self, tree: nodes.Node) -> frozenset[str] | None:
        found = set(meta.find_undeclared_variables(cast("nodes.Template", tree)))
        for other in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport)):
            reads = self._of_another(cast("nodes.Include", other))
            if reads is None:
                return None
            found |= reads
        if any(each.name in _RELATIVE for each in tree.find_all(nodes.Filter)):
            found.add(_ADDRESSES)
        return None if found & _OF_ONE_PAGE else frozenset(found)

    def _of_another(self, node: nodes.Include) -> frozenset[str] | None:
        """Of a template that is included or imported; None where it is not known which that is."""
        named = node.template
        first = named
        while isinstance(first, (nodes.Concat, nodes.Add)):
            first = first.nodes[0] if isinstance(first, nodes.Concat) else first.left
        if isinstance(first, nodes.Const) and str(first.value).startswith(ICONS):
            return None if self._own_pictures else frozenset()
        if {name.name for name in named.find_all(nodes.Name)} <= {"config"} and not _chosen(named):
            try:
                return self.of_template(self._said(named))
            except TemplateNotFound:
                return frozenset() if getattr(node, "ignore_missing", False) else None
        return None

    def _said(self, name: nodes.Expr) -> str:
        """The name of a template that is said by means of the configuration alone."""
        said = nodes.Template([nodes.Output([name], lineno=1)], lineno=1).set_environment(self._environment)
        code = self._environment.compile(cast("nodes.Template", said))
        return Template.from_code(self._environment, code, {}).render(config=self._config)


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
