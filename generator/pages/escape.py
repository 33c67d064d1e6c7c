"""The one place where text of a cable becomes Markdown or HTML that shows exactly that text.

Every template expression goes through :func:`markdown` unless it is :class:`markupsafe.Markup`, which only
code of this stage makes. The rules follow Python-Markdown with the extensions of mkdocs.yml (attr_list,
def_list, md_in_html, toc); ``tests/pages/test_pages_escape.py`` renders arbitrary text to prove them.
"""

import re

from markupsafe import Markup

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no document may hold: controls, lone surrogates, noncharacters."""

_SPACE = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
"""What a browser or Python takes for a line's end or shows as one space; no-break spaces stay."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]#]|&(?=[#A-Za-z0-9])|<|!\Z")
"""What means something inside a line: emphasis, code, links, attribute lists, references, tags.

An exclamation mark only at the end, where a link may follow, which it would make an image.
"""

_OPENER = re.compile(r"(?P<number>\d+)(?P<stop>[.)])(?= |$)|(?P<sign>[-+:>=|~!])")
"""What means something at the start of a block only: lists, quotations, definitions, rules."""

_ENTITY = {"&": "&amp;", "<": "&lt;"}
"""Python-Markdown knows no backslash before these."""


def visible(text: str) -> str:
    """The text with unprintable characters replaced by U+FFFD: nothing is hidden and nothing breaks."""
    return _INVISIBLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text as a browser shows it: each run of white space one space, none at the ends."""
    return _SPACE.sub(" ", visible(text)).strip(" ")


def inline(text: str) -> Markup:
    """Markdown that shows ``text`` inside a line; white space at its ends is kept as one space."""
    return Markup(_SPECIAL.sub(_escaped, _SPACE.sub(" ", visible(text))))  # noqa: S704 - this is the escaping


def start(text: str) -> Markup:
    """Markdown that shows ``text`` at the start of a block; a space at its end is kept."""
    text = _SPACE.sub(" ", visible(text)).lstrip(" ")
    opener = _OPENER.match(text)
    if opener is None:
        return inline(text)
    if opener["sign"]:
        return Markup("&#{};").format(ord(opener["sign"])) + inline(text[1:])
    return Markup("{}&#{};").format(opener["number"], ord(opener["stop"])) + inline(text[opener.end() :])


def markdown(text: str) -> Markup:
    """Markdown that shows ``text`` anywhere, as one line."""
    return start(one_line(text))


def html(text: str) -> Markup:
    """HTML that shows ``text`` as it is, line breaks and columns kept, for ``pre`` and attributes."""
    return Markup.escape(visible(text))


def url(text: str) -> str:
    """A path made by :mod:`generator.pages.address` as a Markdown link's target.

    Raises:
        ValueError: It holds something that no address of ours has.
    """
    if not _URL.fullmatch(text):
        message = f"{text!r} is no address of this site"
        raise ValueError(message)
    return text


_URL = re.compile(r"(?!/)[A-Za-z0-9./#-]+")


def link(text: Markup | str, target: str, attributes: str = "") -> Markup:
    """A Markdown link; ``text`` is escaped unless it is Markdown already.

    Args:
        text: What is shown.
        target: Relative path of a page or ``#anchor``.
        attributes: An attribute list without braces, of our own making: ``.name title="..."``.
    """
    shown = text if isinstance(text, Markup) else inline(text)
    tail = f"{{ {attributes} }}" if attributes else ""
    return Markup(f"[{shown}]({url(target)}){tail}")  # noqa: S704 - both parts are checked above


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return _ENTITY.get(character) or "\\" + character
