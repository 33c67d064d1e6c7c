"""What our mkdocs.yml says to readers, in the language of the site: sections, switches, the list of contents.

A publisher's own words stay as they are; so does a section that was renamed.
"""

from collections.abc import Mapping
from typing import Any, Final

from generator.wording import Word, words_in
from generator.wording.sections import SectionWords

_SECTIONS: Final[Mapping[str, str]] = {
    "index.md": "home",
    "dates/index.md": "dates",
    "tags/index.md": "tags",
    "people/index.md": "people",
    "posts/index.md": "posts",
    "classification/index.md": "classification",
    "references/index.md": "references",
    "search.md": "search",
    "data/index.md": "data",
    "how-to-read-a-cable.md": "how_to_read",
    "about.md": "about",
}
"""Pages of our navigation, and the words that name them."""


def language_of(theme: object) -> str:
    """``theme.language`` of what stands at ``theme:``; ``en`` where nothing is said."""
    named = theme.get("language") if isinstance(theme, dict) else None
    return named if isinstance(named, str) else "en"


def in_language(values: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a project, what is ours in them said in the language of its theme."""
    said = words_in(language_of(values.get("theme"))).sections
    spoken = dict(values)
    if isinstance(values.get("nav"), list):
        spoken["nav"] = [_section(item, said) for item in values["nav"]]
    if isinstance(values.get("theme"), dict):
        spoken["theme"] = _theme(values["theme"], said)
    if isinstance(values.get("markdown_extensions"), list):
        spoken["markdown_extensions"] = [_contents(item, said) for item in values["markdown_extensions"]]
    return spoken


def _section(item: object, said: SectionWords) -> object:
    if not isinstance(item, dict):
        return item
    return {_named(title, _SECTIONS.get(str(path)), said): path for title, path in item.items()}


def _named(title: object, name: str | None, said: SectionWords) -> object:
    """A title in the site's language where it is ours, by the name of its word."""
    word = vars(SectionWords).get(name or "")
    return getattr(said, name) if name and isinstance(word, Word) and title == word.en else title


def _theme(theme: Mapping[str, Any], said: SectionWords) -> dict[str, Any]:
    palette = theme.get("palette")
    if not isinstance(palette, list):
        return dict(theme)
    return {**theme, "palette": [_scheme(scheme, said) for scheme in palette]}


def _scheme(scheme: object, said: SectionWords) -> object:
    toggle = scheme.get("toggle") if isinstance(scheme, dict) else None
    if not (isinstance(scheme, dict) and isinstance(toggle, dict)):
        return scheme
    name = _named(_named(toggle.get("name"), "dark", said), "light", said)
    return {**scheme, "toggle": {**toggle, "name": name}}


def _contents(extension: object, said: SectionWords) -> object:
    options = extension.get("toc") if isinstance(extension, dict) else None
    if not isinstance(options, dict):
        return extension
    return {"toc": {**options, "title": _named(options.get("title"), "contents", said)}}
