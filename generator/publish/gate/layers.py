"""The texts behind a text: what it says once tags are gone and escapes are undone.

Each way of writing is undone in turn, until nothing changes. Where a layer differs from the one before in a
few places only, it consists of these places with what stands around them: a name that is new in it touches
one of them.
"""

import base64
import binascii
import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import unquote

from generator.publish.gate.leak import Matcher, UnreadableError

DEEPEST = 8
"""Ways of writing within one another; what is wrapped deeper is not looked into but reported."""
DEAREST = 60
"""Characters of all layers to one of the text: many times what any page or record has."""
_LEAST = 1_000_000
AROUND = 200
"""Characters kept on either side of a change: longer than any name with the line ends and banners in it."""

_FARTHEST = 5
"""Times as far where the characters are escapes ..."""
_FEW = 5
"""... more than these."""

_TAG = re.compile(r"<!\[CDATA\[|\]\]>|<(?:!--(?s:.*?)(?:-->|\Z)|[/!?a-zA-Z][^<>]*>)")
_TAGS = re.compile(rf"(?:{_TAG.pattern})+")
_BREAKING = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset"
    r"|figcaption|figure|footer|form|frame|h[1-6]|head|header|hgroup|hr|html|legend|li|link|main|menu|meta|nav"
    r"|ol|optgroup|option|p|pre|script|search|section|select|style|summary|table|tbody|td|textarea|tfoot|th"
    r"|thead|title|tr|ul)\b",
    re.IGNORECASE,
)
"""Elements of HTML between which there is no word; any other may stand within one."""
_ENTITY = re.compile(r"&(?:amp;)*\#?[A-Za-z0-9]{1,32};?")
_BACKSLASH = re.compile(
    r"\\{33,}|\\(?:u\{[0-9a-fA-F]{1,6}\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[bfnrtv]|\r?\n[ \t]*|[!-/:-@\[-`{-~])"
)
_PERCENT = re.compile(r"%(?:25)*[0-9a-fA-F]{2}(?:%(?:25)*[0-9a-fA-F]{2})*")
_PARTING = re.compile(r"[_+]+")
"""What stands for a blank in addresses and names of files."""
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}(?:\r?\n[A-Za-z0-9+/_-]{4,76}(?=\r?\n|=|\Z))*")
_LETTERS = dict(zip("bfnrtv", "\b\f\n\r\t\v", strict=True))
_JOINING = "-'\u2019\u2018\u02bc`\u00b4.&\\%;}"
"""Between these, or letters, or signs without width, a tag may stand within a word."""

OPENING = "\u2039"
"""Begins a tag in the layer of tags."""
_CLOSING = "\u203a"

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One reading of a text."""

    text: str
    tags: bool = False
    """The insides of tags and comments rather than what stands between them."""
    last: bool = False
    """Nothing else can be undone in it."""
    changes: tuple[Stretch, ...] | None = None
    """Where it differs from the layer before; None: everywhere."""
    starts: Sequence[int] = (0,)
    """Offsets in ``text``, rising ..."""
    origins: Sequence[int] = (0,)
    """... and where each came from in the first text of all."""

    def origin(self, offset: int) -> int:
        """Where in the first text a place came from, as near as can be said."""
        index = bisect_right(self.starts, offset) - 1
        distance = offset - self.starts[index]
        if index + 1 < len(self.origins):
            distance = min(distance, max(0, self.origins[index + 1] - self.origins[index]))
        return self.origins[index] + distance

    def find(self, matcher: Matcher) -> Iterator[Stretch]:
        """The names that are new in this layer, in order; those that overlap as one."""
        pending: Stretch | None = None
        for start, end in sorted(matcher.find(self.text)):
            if self.changes is not None and not _touches(self.changes, start, end):
                continue
            if pending and start < pending[1]:
                pending = (pending[0], max(end, pending[1]))
                continue
            if pending:
                yield pending
            pending = (start, end)
        if pending:
            yield pending


def layers(text: str, *, markup: bool) -> Iterator[Layer]:
    """Every layer of a text, itself first.

    Args:
        text: Text of a file.
        markup: HTML or XML: its tags are part of the format rather than an accident. The layers then begin
            with what stands between the tags and what stands in them, which together is all of it.

    Raises:
        UnreadableError: It is wrapped more often than :data:`DEEPEST`, or in so many ways that the layers are
            :data:`DEAREST` times its length.
    """
    unwrapping = _Unwrapping(len(text))
    first = Layer(text=text)
    if not markup:
        yield from unwrapping.of(first, DEEPEST)
        return
    between, within, joined = _untagged(first)
    for layer in (between, within, *joined):
        yield from unwrapping.of(layer, DEEPEST)


def packed(layer: Layer) -> Iterator[tuple[int, bytes]]:
    """What may be written in base64 in a layer, with its place: bytes of any kind, or nonsense."""
    if layer.last:
        return
    for run in _BASE64.finditer(layer.text):
        if layer.changes is None or _touches(layer.changes, *run.span()):
            digits = re.sub(r"[\r\n]+", "", run.group()).replace("-", "+").replace("_", "/")
            for shift in range(4):  # something of the alphabet may stand before it
                whole = digits[shift : shift + (len(digits) - shift) // 4 * 4]
                rest = digits[shift + len(whole) :]
                padded = whole + (rest + "=" * (4 - len(rest)) if len(rest) > 1 else "")
                try:
                    yield run.start(), base64.b64decode(padded)
                except binascii.Error:
                    continue


class _Unwrapping:
    """All layers of one text, none twice: ways of writing may be undone in any order."""

    def __init__(self, length: int) -> None:
        self._left = _LEAST + DEAREST * length
        self._seen: set[tuple[bool, str]] = set()

    def of(self, layer: Layer, depth: int) -> Iterator[Layer]:
        """A layer and those behind it."""
        if (layer.tags, layer.text) in self._seen:
            return
        self._seen.add((layer.tags, layer.text))
        self._left -= len(layer.text)
        if self._left < 0:
            message = "something in it is wrapped in too many ways of writing"
            raise UnreadableError(message)
        yield layer
        if layer.last:
            return
        for undone in _undone_once(layer):
            if not depth:
                message = f"something in it is wrapped in more than {DEEPEST} ways of writing"
                raise UnreadableError(message)
            yield from self.of(undone, depth - 1)


def _undone_once(layer: Layer) -> Iterator[Layer]:
    r"""The layers next to one: one way of writing undone in each.

    Not all at once: of two that meet, ``%26%23107%3\u0042``, the outer one must go first.
    """
    for pattern, plain_of in _WAYS:
        yield from _undone(layer, pattern, plain_of)
    yield from _tags_gone(layer)
    yield from _undone(layer, _PARTING, lambda _: " ", last=True)
    yield from _undone(layer, _PERCENT, lambda escape: _percent(escape, "latin-1"), last=True)


def _tags_gone(layer: Layer) -> Iterator[Layer]:
    """Tags in what was no markup: text in JSON that is, markup in comments, escaped markup."""
    if not _TAG.search(layer.text):
        return
    between, within, joined = _untagged(layer)
    changes = tuple((start, start) for start in between.starts[1:])
    yield from _cut(between, changes)
    yield from joined
    if "<!--" in layer.text:
        yield within


def _untagged(layer: Layer) -> tuple[Layer, Layer, list[Layer]]:
    """Text with a blank for each run of tags; what is in tags; the words that tags part, mended."""
    text = layer.text
    runs = [tag.span() for tag in _TAGS.finditer(text)]
    bounds = [0, *(bound for run in runs for bound in run), len(text)]
    pieces = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    origins = [layer.origin(start) for start in bounds[::2]]
    between = Layer(text=" ".join(pieces), tags=layer.tags, starts=_sums(pieces, 1), origins=origins)
    within = Layer(
        text=_opened("\n".join(text[start:end] for start, end in runs)),
        tags=True,
        starts=_sums([text[start:end] for start, end in runs], 1),
        origins=[layer.origin(start) for start, _ in runs] or (0,),
    )
    return between, within, list(_cut(*_within_words(layer, runs, pieces, origins)))


def _within_words(
    layer: Layer, runs: Sequence[Stretch], pieces: Sequence[str], origins: Sequence[int]
) -> tuple[Layer, tuple[Stretch, ...]]:
    """Text as a browser shows it, where a tag that breaks no line parts no word; where words were mended."""
    text = layer.text
    gaps = [" " if _BREAKING.search(text, start, end) else "" for start, end in runs]
    shown = [piece + gap for piece, gap in zip_longest(pieces, gaps, fillvalue="")]
    starts = _sums(shown, 0)
    whole = Layer(text="".join(shown), tags=layer.tags, starts=starts, origins=origins)
    joints = tuple(
        (place, place)
        for place, gap, (start, end) in zip(starts[1:], gaps, runs, strict=True)
        if not gap and start and end < len(text) and _joins(text[start - 1]) and _joins(text[end])
    )
    return whole, joints


def _opened(tags: str) -> str:
    """Tags that are tags no more, so that what is left of markup in them shows; of the same length."""
    if "<!--" in tags:
        return _TAG.sub(lambda tag: _opened_one(tag.group()), tags)
    return tags.replace("<", OPENING).replace(">", _CLOSING)


def _opened_one(tag: str) -> str:
    if tag.startswith("<!--"):
        return tag.replace("<!--", "    ").replace("-->", "   ")
    return tag.replace("<", OPENING).replace(">", _CLOSING)


def _joins(character: str) -> bool:
    return (
        character in _JOINING or character.isalnum() or unicodedata.category(character) in {"Cf", "Mn", "Mc"}
    )


def _sums(pieces: Sequence[str], gap: int) -> list[int]:
    """Where each piece begins once they are joined with ``gap`` characters between."""
    starts = [0]
    for piece in pieces[:-1]:
        starts.append(starts[-1] + len(piece) + gap)
    return starts


def _undone(
    layer: Layer, pattern: re.Pattern[str], plain_of: Callable[[str], str], *, last: bool = False
) -> Iterator[Layer]:
    """The surroundings of what a pattern finds, with what that stands for in its place."""
    text = layer.text
    pieces: list[str] = []
    starts, origins, changes = [0], [layer.origin(0)], []
    done = length = 0
    for written in pattern.finditer(text):
        plain = plain_of(written.group())
        if plain == written.group():
            continue
        kept = text[done : written.start()]
        place = length + len(kept)
        done, length = written.end(), place + len(plain)
        pieces += (kept, plain)
        changes.append((place, length))
        starts += (place, length)
        origins += (layer.origin(written.start()), layer.origin(done))
    if changes:
        pieces.append(text[done:])
        whole = Layer(text="".join(pieces), tags=layer.tags, last=last, starts=starts, origins=origins)
        yield from _cut(whole, tuple(changes))


def _entity(escape: str) -> str:
    return html.unescape("&" + re.sub(r"^&(?:amp;)*", "", escape))


def _percent(escape: str, encoding: str = "utf-8") -> str:
    """What percent-encoded bytes are in an encoding; themselves where they are nothing.

    All levels at once; one alone where that gives no letter: of ``%3B%2581`` what stands before may belong to
    another escape (``%C&#67;%81``, written as an address once more).
    """
    try:
        return bytes.fromhex(re.sub(r"%(?:25)*(?=[0-9a-fA-F]{2})", "", escape)).decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        return unquote(escape, encoding, errors="strict")
    except UnicodeDecodeError:
        return escape


def _backslash(escape: str) -> str:
    """What stands for a letter by its code, a pair of codes, a letter or sign, a line end."""
    rest = escape[1:]
    if rest.startswith("\\"):
        return "\\"  # of a long run just one: a drawing, which no halving would end
    if rest[0] in "ux" and len(rest) > 1:
        codes = [int(digits, 16) for digits in re.findall(r"[ux]\{?([0-9a-fA-F]+)", rest)]
        data = b"".join(code.to_bytes(2, "big") for code in codes if code < 1 << 16)
        return data.decode("utf-16-be", "replace") if data else chr(min(codes[0], 0x10FFFF))
    return _LETTERS.get(rest, rest.strip())


_WAYS = ((_ENTITY, _entity), (_BACKSLASH, _backslash), (_PERCENT, _percent))


def _cut(layer: Layer, changes: tuple[Stretch, ...]) -> Iterator[Layer]:
    """The surroundings of changes as layers of their own, those that meet as one."""
    wide = _joined((start - AROUND, end + AROUND) for start, end in changes)
    for low, high in _joined(_widened(layer.text, *window) for window in wide):
        first, last = bisect_right(layer.starts, low), bisect_right(layer.starts, high)
        begin, finish = bisect_left(changes, low, key=_start), bisect_right(changes, high, key=_start)
        yield Layer(
            text=layer.text[low:high],
            tags=layer.tags,
            last=layer.last,
            changes=tuple((start - low, end - low) for start, end in changes[begin:finish]),
            starts=[0, *(start - low for start in layer.starts[first:last])],
            origins=[layer.origin(low), *layer.origins[first:last]],
        )


def _joined(windows: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for low, high in windows:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((max(0, low), high))
    return joined


def _widened(text: str, low: int, high: int) -> Stretch:
    """Wider where many escapes stand: letters are several characters each there."""
    for _ in range(_FARTHEST):
        if not (low and _dense(text[low : low + AROUND])):
            break
        low = max(0, low - AROUND)
    for _ in range(_FARTHEST):
        if not (high < len(text) and _dense(text[high - AROUND : high])):
            break
        high += AROUND
    return low, min(high, len(text))


def _dense(text: str) -> bool:
    return text.count("&") + text.count("\\") + text.count("%") > _FEW


def _touches(changes: Sequence[Stretch], start: int, end: int) -> bool:
    """Whether a stretch overlaps a change or stands beside one."""
    index = bisect_right(changes, end, key=_start) - 1
    return index >= 0 and changes[index][1] >= start


def _start(stretch: Stretch) -> int:
    return stretch[0]
