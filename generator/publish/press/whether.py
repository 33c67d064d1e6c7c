"""Whether pages can be rendered one by one, or only by MkDocs' own run over all of them."""

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, meta

from generator.settings import MkDocsOptions

APART = frozenset(
    {"startup", "shutdown", "serve", "config", "post_build", "build_error", "pre_template"}
    | {"template_context", "post_template"}
)
"""Events that touch no page made from cables: a plugin or hook that listens to these alone sees what it would
see in any build."""

_WRITTEN = (".html", ".xml", ".txt", ".json")
"""Endings of what may be a template with something to ask."""

_LISTED = re.compile(r"\b(?:page|file)\.(?!(?:page|canonical_url|abs_url|url|update_date|is_link)\b)\w+")
"""What a list of all pages (the sitemap) may not ask: everything beside addresses."""


def why_together(config: MkDocsOptions, generated: Iterable[str]) -> str | None:
    """Why MkDocs has to render generated pages in its own run, in a few words; None: it need not.

    Args:
        config: With its plugins and theme.
        generated: Paths of the generated files.
    """
    return next(_reasons(config, generated), None)


def _reasons(config: MkDocsOptions, generated: Iterable[str]) -> Iterator[str]:
    if config.nav is None:
        yield "mkdocs.yml has no nav:, so that every page is in the navigation"
    for event, methods in config.plugins.events.items():
        if methods and event not in APART:
            names = sorted({_origin(config, method) for method in methods})
            yield f"on_{event} of {', '.join(names)} may touch every page"
    if config.extra_templates:
        yield "extra_templates: may list every page"
    yield from _templates(config)
    if config.draft_docs is not None and any(map(config.draft_docs.match_file, generated)):
        yield "draft_docs: names generated pages"
    if config.exclude_docs is not None and any(map(config.exclude_docs.match_file, generated)):
        yield "exclude_docs: names generated pages"


def _origin(config: MkDocsOptions, method: Callable[..., Any]) -> str:
    return str(config.plugins._event_origins.get(method, "a plugin"))  # noqa: SLF001 - as MkDocs' own messages


def _templates(config: MkDocsOptions) -> Iterator[str]:
    """Templates that list all pages, and ask more of them than their addresses."""
    environment = config.theme.get_env()
    for name, path in _files(config):
        try:
            text = Path(path).read_text(encoding="utf-8")
            if "pages" not in text or "pages" not in meta.find_undeclared_variables(environment.parse(text)):
                continue
        except (TemplateError, UnicodeDecodeError):  # MkDocs says what is wrong with it
            continue
        if name not in config.theme.static_templates or _LISTED.search(text):
            yield f"the template {name} asks for all pages"


def _files(config: MkDocsOptions) -> Iterator[tuple[str, str]]:
    """Names and files of the templates; of two with a name the first is taken, as by Jinja2."""
    seen: set[str] = set()
    for top in config.theme.dirs:
        for folder, folders, names in os.walk(top):
            folders[:] = sorted({*folders} - {".icons"})  # thousands of pictures
            within = os.path.relpath(folder, top)
            for each in sorted(names):
                name = posixpath.normpath(posixpath.join(within.replace(os.sep, "/"), each))
                known = each.endswith(_WRITTEN) or name in config.theme.static_templates
                if known and name not in seen:
                    seen.add(name)
                    yield name, os.path.join(folder, each)  # noqa: PTH118 - ten thousand files
