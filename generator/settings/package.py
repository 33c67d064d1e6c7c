"""What Cablepress brings along: a mkdocs.yml, a theme and pages, for whatever a project leaves out."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

from mkdocs.utils.yaml import yaml_load

_CODE: Final = Path(__file__).resolve().parent.parent

PACKAGE: Final = _CODE / "_project" if (_CODE / "_project").is_dir() else _CODE.parent
"""Folder of mkdocs.yml, ``docs`` and ``overrides``: beside the code in a checkout, inside it in a wheel."""

_OWN: Final = ("site_name", "site_description", "copyright", "extra", "docs_dir")
"""What is a publisher's to say; for ours there is no default."""


def completed(values: Mapping[str, Any], *, docs: Path) -> dict[str, Any]:
    """The options of a project with ours where it has none.

    Args:
        values: What stands in its mkdocs.yml.
        docs: Folder of the pages that its people write; it need not exist.

    A theme is completed option by option, and so is ``extra``: a project that names only its colours, or only
    where its cables are, has the rest of ours. Without ``nav`` the sections are ours, and those of our pages
    in them that say something of a publisher's own (home, about) only where the publisher wrote them.
    """
    ours = _ours()
    whole = {name: value for name, value in ours.items() if name not in _OWN} | dict(values)
    whole["theme"] = _theme(ours["theme"], values.get("theme"))
    if "extra" not in values or isinstance(values["extra"], dict):
        whole["extra"] = {"generator": ours["extra"]["generator"], **(values.get("extra") or {})}
    if "nav" not in values:
        whole["nav"] = [item for item in ours["nav"] if _there(item, docs)]
    if "docs_dir" not in values and not docs.is_dir():
        whole["docs_dir"] = str(PACKAGE / "docs")
    return whole


def features() -> frozenset[str]:
    """What of the theme's is turned on in ours."""
    return frozenset(_ours()["theme"]["features"])


def _ours() -> dict[str, Any]:
    return deepcopy(_read())  # MkDocs puts its own into what it is given


@cache
def _read() -> dict[str, Any]:
    """Our mkdocs.yml, which no project changes."""
    ours: dict[str, Any] = yaml_load((PACKAGE / "mkdocs.yml").read_text(encoding="utf-8"))
    return ours


def _theme(ours: dict[str, Any], theirs: object) -> object:
    """Another theme than Material is the publisher's own affair, and so is what is no list of options."""
    if isinstance(theirs, str):
        theirs = {"name": theirs}
    if theirs is None:
        theirs = {}
    if not isinstance(theirs, dict) or theirs.get("name", ours["name"]) != ours["name"]:
        return theirs
    return ours | {"custom_dir": str(PACKAGE / "overrides")} | theirs


def _there(item: dict[str, str], docs: Path) -> bool:
    """Whether a section has a page: only the publisher can say what the collection is about."""
    return all(name != "about.md" or (docs / name).is_file() for name in item.values())
