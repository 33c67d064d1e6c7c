"""The one place where text of a cable becomes Markdown or HTML that shows exactly that text.

There is one alphabet. Letters, digits, spaces and the few signs that mean nothing to anybody stand as they
are; every other character is a numeric reference (``&#91;``), which Markdown hands on and a browser shows. So
the same escaped text is right in a paragraph, a heading, a list, a definition, a link's words, an attribute
and a block of HTML, and what Markdown or an extension of it takes for syntax is not there to be taken: no
list of signs has to be kept. ``tests/pages/test_pages_escape.py`` renders arbitrary text in every place.

Every template expression goes through :func:`markdown` unless it is :class:`markupsafe.Markup`, which only
code of this stage makes.
"""

import re
from functools import lru_cache
from string import Formatter

from markupsafe import Markup, escape

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that no document may hold: controls, lone surrogates, noncharacters."""

_OBEYED = re.compile("[\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Characters that nobody sees and that change how others are shown: overrides, embeddings and isolates of the
direction (UAX #9), deprecated format characters, annotations, tags. A reader must see that they are there."""

_LINE_END = re.compile("\r\n|[\n\f\r\x85\u2028\u2029]")
_SPACE = re.compile("[ \t\n\f\r\x85\u2028\u2029]+")
"""What a browser takes for a line's end or shows as one space; no-break spaces stay."""

_MEANING = re.compile(
    "[^A-Za-z0-9 \\n,;.()/'?%\\-\u0080-\U0010ffff]|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
"""What is written as a reference: every sign of ASCII that means something somewhere, or may some day, and
spaces that Python strips and browsers keep."""

_OPENER = re.compile(r"( ?)(\d+(?=[.)](?: |\Z))|(?=-))([-.)])")
"""The signs that open a list where a block begins and mean nothing elsewhere; to Markdown the digits of every
script are digits."""


def visible(text: str) -> str:
    """The text with nothing hidden in it and nothing that breaks a document.

    Unprintable characters become U+FFFD; those that turn others around or hide stand by name (``[U+202E]``).
    """
    if text.isascii() and text.isprintable():
        return text
    return _OBEYED.sub(_named, _UNPRINTABLE.sub("\ufffd", text))


def one_line(text: str) -> str:
    """The text as a browser shows it: each run of white space one space, none at the ends."""
    return visible(_spaced(text)).strip(" ")


def inline(text: str) -> Markup:
    """What shows ``text`` anywhere in a line; white space at its ends is kept as one space."""
    return _escaped(visible(_spaced(text)))


def markdown(text: str) -> Markup:
    """What shows ``text`` anywhere, as one line."""
    return _escaped(one_line(text))


def html(text: str) -> Markup:
    """What shows ``text`` line by line and column by column, for ``pre`` and attributes."""
    return _escaped(visible(_LINE_END.sub("\n", text)))


def _spaced(text: str) -> str:
    """Each run of white space as one space."""
    if "  " not in text and text.isascii() and text.isprintable():  # as most is
        return text
    return _SPACE.sub(" ", text)


def signs(text: str) -> int:
    """How many characters of the text are written as references."""
    return len(_MEANING.findall(text))


def _escaped(text: str) -> Markup:
    opener = _OPENER.match(text)
    if opener is None:
        return as_markup(_MEANING.sub(_reference, text))
    head = f"{opener[1]}{opener[2]}&#{ord(opener[3])};"
    return as_markup(head + _MEANING.sub(_reference, text[opener.end() :]))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _named(match: re.Match[str]) -> str:
    return f"[U+{ord(match.group()):04X}]"


def as_markup(text: str) -> Markup:
    """What is escaped, or of our own making, as Markdown.

    What ``Markup(text)`` makes of a string, in a fourth of the time: a page takes some seven hundred.
    """
    return str.__new__(Markup, text)


def shaped(shape: str, *parts: object) -> Markup:
    """A shape of our own making with parts in its places, as ``Markup(shape).format(*parts)`` gives it.

    That goes through a formatter written in Python; a page has some two hundred of these.

    Args:
        shape: Markdown or HTML; ``{}`` and ``{:.0f}`` are places, ``{{`` and ``}}`` braces.
        parts: One for each place, in order; what is not Markdown is escaped.

    Raises:
        ValueError: There are more parts than places, or fewer.
    """
    first, places = _places(shape)
    pieces = [first]
    for (how, behind), part in zip(places, parts, strict=True):
        pieces += (part if type(part) is Markup and not how else escape(format(part, how)), behind)
    return as_markup("".join(pieces))


@lru_cache(1024)
def _places(shape: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What stands before the first place; for each, how its part is written and what stands behind it."""
    texts, hows = [""], list[str]()
    for literal, name, how, _ in Formatter().parse(shape):
        texts[-1] += literal
        if name is not None:
            hows.append(how or "")
            texts.append("")
    return texts[0], tuple(zip(hows, texts[1:], strict=True))


def phrase(text: str, **parts: Markup | str) -> Markup:
    """Words of the interface with what stands in their places, which is escaped unless it is Markdown.

    The words themselves hold no sign that means anything to Markdown (``tests/wording``).
    """
    pieces: list[str] = []
    for literal, name, _, _ in Formatter().parse(text):
        part = parts[name] if name is not None else ""
        pieces += (literal, part if isinstance(part, Markup) else inline(part))
    return as_markup("".join(pieces))


_URL = re.compile(r"(?!/)[A-Za-z0-9./#-]+")


def url(text: str) -> str:
    """A path made by :mod:`generator.pages.address` as a link's target.

    Raises:
        ValueError: It holds something that no address of ours has.
    """
    if not _URL.fullmatch(text):
        message = f"{text!r} is no address of this site"
        raise ValueError(message)
    return text


def link(text: Markup | str, target: str, attributes: str = "") -> Markup:
    """A Markdown link; ``text`` is escaped unless it is Markdown already.

    Args:
        text: What is shown.
        target: Relative path of a page or ``#anchor``.
        attributes: An attribute list without braces, of our own making: ``.name title="..."``.
    """
    shown = text if isinstance(text, Markup) else inline(text)
    tail = f"{{ {attributes} }}" if attributes else ""
    return as_markup(f"[{shown}]({url(target)}){tail}")
