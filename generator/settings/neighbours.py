"""What MkDocs and Material offer and a site of cables cannot have: left out, with a line that says why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml

from generator.model import Problem
from generator.settings.document import ConfigurationFile

_INSTANT: Final = (
    "pages are not loaded anew, and the search, the marks and the policy of the site count on it"
)
_SEARCH: Final = "Cablepress has a search of its own, on every page and from disk"

FEATURES: Final[Mapping[str, str]] = {
    "navigation.instant": _INSTANT,
    "navigation.instant.prefetch": _INSTANT,
    "navigation.instant.preview": _INSTANT,
    "navigation.instant.progress": _INSTANT,
    "toc.integrate": "cables stand in no navigation, so that their table of contents would be nowhere",
    "search.suggest": _SEARCH,
    "search.highlight": _SEARCH,
    "search.share": _SEARCH,
}
"""Of ``theme: features:``, with the reason."""

PLUGINS: Final[Mapping[str, str]] = {
    "search": _SEARCH,
    "tags": "tags of cables have pages already, with what each code means",
    "social": "its cards are pictures of cables' words, in which no name to be protected can be looked for",
    "offline": "`cablepress bundle` writes a site that opens from disk",
    "mike": "it runs MkDocs, which makes no search; build each version into its own folder, --site public/2",
}
"""Of ``plugins:``, by the name that follows ``material/``, with the reason."""

ADDRESSES: Final[Mapping[str, str]] = {
    "site_dir": "where a site is written is said by --site",
    "use_directory_urls": "addresses are cited, and the same on every host; `cablepress bundle` has files",
}
"""Of the options of MkDocs itself, with the reason."""

_FONT: Final = "its letters come from Google's servers, which would learn who reads what"
_FONT_INSTEAD: Final = "put the files of the font into docs/ and name it in a style sheet of extra_css"

EXTRA: Final[Mapping[str, str]] = {"version": PLUGINS["mike"]}
"""Of ``extra:``, with the reason."""

_HEADERS: Final = "docs/_headers"
_TAKE_OUT: Final = "take it out of mkdocs.yml"


def without_unfit(document: ConfigurationFile) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The options of mkdocs.yml without what a site of cables cannot have, and a problem for each such."""
    values = dict(document.values)
    problems: list[Problem] = []
    for name in [name for name in ADDRESSES if name in values]:
        problems.append(_problem(document, name, f"{name} is left out: {ADDRESSES[name]}", _TAKE_OUT))
        del values[name]
    theme = values.get("theme")
    if isinstance(theme, dict) and theme.get("font"):
        message = f"font of theme is left out: {_FONT}"
        problems.append(_problem(document, "font", message, _FONT_INSTEAD))
        theme = values["theme"] = theme | {"font": False}
    if isinstance(theme, dict) and isinstance(theme.get("features"), list):
        unfit = [name for name in theme["features"] if isinstance(name, str) and name in FEATURES]
        problems += (_left_out(document, "theme.features", name, FEATURES[name]) for name in unfit)
        values["theme"] = theme | {"features": [name for name in theme["features"] if name not in unfit]}
    if isinstance(values.get("plugins"), list | dict):
        unfit = [name for name in _names(values["plugins"]) if _bare(name) in PLUGINS]
        problems += (_left_out(document, "plugins", name, PLUGINS[_bare(name)]) for name in unfit)
        values["plugins"] = _without(values["plugins"], unfit)
    extra = values.get("extra")
    if isinstance(extra, dict):
        problems += (_left_out(document, "extra", name, why) for name, why in EXTRA.items() if name in extra)
        values["extra"] = {name: value for name, value in extra.items() if name not in EXTRA}
        problems += _policy(document, extra)
    return values, tuple(problems)


_ASKED_FOR: Final = re.compile(r"[\"']([a-z]+(?:\.[a-z]+)+)[\"'] (?:not )?in (?:config\.theme\.)?features")
"""How a template asks for a feature: ``"navigation.tabs" in features``."""
_SCRIPTED: Final = re.compile(r"\w\(\"((?:announce|content|header|navigation|search|toc)(?:\.[a-z]+)+)\"\)")
"""How a packed script of Material's does: ``V("toc.follow")``; some other words look alike."""


def unknown_features(
    document: ConfigurationFile, features: Iterable[object], theme: Iterable[str]
) -> Iterator[Problem]:
    """A warning for each feature that no file of the theme asks for; none where the theme asks for none.

    Args:
        document: mkdocs.yml.
        features: Those that are turned on.
        theme: Folders of the theme's files.
    """
    turned_on = [name for name in features if isinstance(name, str)]
    known = _features_of(map(Path, theme)) if turned_on else frozenset()
    for name in turned_on:
        if known and name not in known:
            close = get_close_matches(name, sorted(known), n=1)
            hint = f"did you mean {close[0]}?" if close else "take it out, or see the theme's own manual"
            message = f"theme.features has {name}, which the theme does not know"
            yield _problem(document, name, message, hint, code="option-wrong")


def _features_of(theme: Iterable[Path]) -> frozenset[str]:
    """Every feature that a theme's templates and scripts ask for."""
    return frozenset(
        name
        for folder in theme
        for pattern, asking in (("*.html", _ASKED_FOR), ("bundle*.min.js", _SCRIPTED))
        for file in folder.rglob(pattern)
        for name in asking.findall(file.read_text(encoding="utf-8", errors="replace"))
    )


def _names(plugins: object) -> Iterator[str]:
    """Names in either form of ``plugins:``."""
    for item in plugins if isinstance(plugins, list | dict) else ():
        yield from (name for name in (item if isinstance(item, dict) else (item,)) if isinstance(name, str))


def _without(plugins: list[object] | dict[object, object], unfit: list[str]) -> object:
    if isinstance(plugins, dict):
        return {name: value for name, value in plugins.items() if name not in unfit}
    return [item for item in plugins if not set(_names([item])) & set(unfit)]


def _bare(name: str) -> str:
    return name.removeprefix("material/")


def _left_out(document: ConfigurationFile, place: str, name: str, why: str) -> Problem:
    return _problem(document, name, f"{name} of {place} is left out: {why}", _TAKE_OUT)


def _policy(document: ConfigurationFile, extra: Mapping[str, Any]) -> Iterator[Problem]:
    """What works where a publisher turns it on by hand: it needs a policy of theirs."""
    docs = document.path.parent / str(document.values.get("docs_dir") or "docs")
    if (docs / "_headers").is_file():
        return
    for name in ("analytics", "consent"):
        if extra.get(name):
            message = f"{name} of extra needs scripts that the site's policy forbids"
            yield _problem(document, name, message, f"allow them in {_HEADERS} of your own, or take it out")


def _problem(
    document: ConfigurationFile, name: str, message: str, hint: str, *, code: str = "option-left-out"
) -> Problem:
    line = next((line for word, line in _scalars(document.root) if word == name), None)
    return Problem(path=document.path.name, line=line, code=code, message=message, hint=hint)


def _scalars(root: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Every single value or key of a document with its line; a list that holds itself is looked at once."""
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop(0)
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield str(node.value), node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
