"""Whom a request to protect means: from the marks of a passage to the names beside them.

The grammar of the marks themselves stands in :mod:`generator.names.marks`. A mark in brackets means the
name before it, over an age, a remark, an apposition; a request within a sentence rather the name behind it.
Names joined by nothing but a comma or "and" share the mark. Where the text beside a mark is no name that
the finder knows but may be one (in small letters, a surname alone), it is protected all the same. What
remains is either plainly about somebody without a name ("an embassy official (please protect)") or it is
unclear, and said to be.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from typing import Final

from generator.model import BlockKind
from generator.names import Mark, marks
from generator.names.affixes import GENERATION_PRINTED
from generator.people.find.lexicon import load_lexicon
from generator.people.find.mention import CablePart, Locus, Mention, block_of, folded_words
from generator.people.find.unlisted import (
    LAST_WORD,
    REDACTED,
    is_described,
    leading_name,
    trailing_name,
    without_remarks,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A mark that may mean somebody, and nobody can tell whom."""

    block: int
    """As in ``Span.block``."""
    sentence: str
    """The sentence around it, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The mentions of a cable's passages, those that are to be protected marked."""

    mentions: tuple[Mention, ...]
    """Those given, in their order, then those that only the mark made known."""
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPassage:
    """A subject or block, with the mentions in it."""

    number: int
    """0 for the subject, 1 for the first block."""
    kind: BlockKind
    text: str
    mentions: tuple[Mention, ...]
    """In order."""
    marks: tuple[Mark, ...]
    """Its requests to protect."""

    def index(self, at: int) -> int:
        """How many mentions begin before offset ``at``."""
        return bisect_left(self.mentions, at, key=lambda mention: mention.start)

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin there."""
        return self.mentions[self.index(start) : self.index(end)]


def apply_marks(passages: Sequence[NamedPassage]) -> Marked:
    """Mark whom the passages ask to protect."""
    marked: list[Mention] = []
    unclear: list[Unclear] = []
    for passage in passages:
        targets, doubts = _targets(passage)
        marked += _merged(passage.mentions, targets) if targets else passage.mentions
        unclear += doubts
    return Marked(mentions=tuple(marked), unclear=tuple(unclear))


def _merged(mentions: Sequence[Mention], targets: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, those of the targets marked; a target that holds a mention takes its place."""
    made = {(target.start, target.end): target for target in targets}
    starts = sorted(start for start, _ in made)
    furthest = list(accumulate((end for _, end in sorted(made)), max))
    for mention in mentions:
        before = bisect_right(starts, mention.start)
        if (mention.start, mention.end) in made:
            yield replace(mention, marked=True)
        elif not before or furthest[before - 1] < mention.end:  # no target holds it
            yield mention
    known = {(mention.start, mention.end) for mention in mentions}
    yield from (target for place, target in made.items() if place not in known)


def _targets(passage: NamedPassage) -> tuple[list[Mention], list[Unclear]]:
    targets: list[Mention] = []
    doubts: list[Unclear] = []
    for mark in passage.marks:
        if mark.kind == "message":
            continue
        meant = _meant(passage, mark) if mark.kind == "mark" else None
        if meant is None and not mark.weak:
            doubts.append(Unclear(block=block_of(passage.number), sentence=_sentence(passage, mark)))
        targets += meant or []
    return targets, doubts


def _meant(passage: NamedPassage, mark: Mark) -> list[Mention] | None:
    """Who is meant: nobody where the text names nobody there; None where that cannot be told."""
    if mark.bracketed and _redacted_before(passage, mark):
        return []
    before, behind = _before(passage, mark), _behind(passage, mark)
    if mark.weak and mark.bracketed:
        return before if before and _ADJACENT.fullmatch(passage.text[before[0].end : mark.start]) else None
    if mark.weak:
        return behind or None
    first, second = (before, behind) if mark.bracketed else (behind, before)
    if first or second:
        return first or second
    if _ANNOUNCING.match(passage.text, mark.end):
        return list(islice(passage.mentions, passage.index(mark.end), None)) or None
    return _nobody(passage, mark)


_ANNOUNCING: Final = re.compile(r"[\s*_]{0,3}:")
"""``Participants (please protect): ...``: the names of a list are to come."""


def _redacted_before(passage: NamedPassage, mark: Mark) -> bool:
    """``XXXXXXXXXXXX (strictly protect)``: the name is gone already; its neighbours are not meant."""
    before = without_remarks(passage.text[max(0, mark.start - _REST) : mark.start])
    return REDACTED.search(before[before.rfind(" ") + 1 :]) is not None


# ---- Before the mark ------------------------------------------------------------------------------------

_ADJACENT: Final = re.compile(
    r"""
    (?:['\u2019`\u00b4]?s?['\u2019`\u00b4]?)            # possessive
    (?:,?\s(?:(?:[A-Z]\.){1,4}|"""
    + GENERATION_PRINTED
    + r"""|MD|PhD|Ph\.D\.|Esq\.?|MP|MEP))?  # behind a name
    [\s"'\u2019\u201d*_/\\.,;:\u2013\u2014-]{0,12}      # quotation marks, Markdown, commas
    (?:\(?(?:age[d]?\s)?\d{1,3}(?:\s?years\sold)?\)?[\s,;:-]{0,4})?   # an age
    (?:(?:\([^()]{0,90}\)|\[[^\[\]]{0,90}\]|\{[^{}]{0,90}\})[\s,;:.*_\\-]{0,4}){0,3}  # other remarks
    (?:['"\u2018\u201c(\[{<*_\\]{0,6}\s{0,3})
    """,
    re.VERBOSE,
)
"""What may stand between a name and its mark: ``Raul Henry (PMDB, Pernambuco) (protect)``."""
_APPOSITION: Final = re.compile(
    r"(?:['\u2019]s)?(?:\s{0,2}(?:,|-{1,2}|[\u2013\u2014]|\()\s?|\s(?:of|from|at|with|in|for)\s)[^.;!?]{2,160}"
)
_RELATIVE: Final = re.compile(
    r"\b(?:who|whom|whose|which|that|where|when|because|while|but|whereas)\b", re.IGNORECASE
)
_JOINED: Final = re.compile(
    r"[\s*_\"'\u2019\u201d\\]{0,4}(?:\([^()]{0,60}\)\s?)?(?:,|&|/|;|\band\b|\bor\b|\bas\swell\sas\b|\s){1,4}"
    r"[\s*_\"'\u2018\u201c\\]{0,4}",
    re.IGNORECASE,
)
"""Names joined by this and no more share a mark."""
_TITLED: Final = re.compile(
    r"\W{0,4}(?:\([^()]{0,60}\)\W{0,3})?(?:(?:,|&|;|\band\b)\s{0,2}){1,2}(?P<title>[^.;!?()]{1,60}?)\s{0,2}",
    re.IGNORECASE,
)


def _before(passage: NamedPassage, mark: Mark) -> list[Mention]:
    """The names that a mark behind them means, the nearest first."""
    start = _sentence_start(passage, mark.start)
    earlier = [m for m in passage.between(start, mark.start) if m.end <= mark.start]
    if _is_row(passage, start, mark.start) and earlier:
        return earlier[::-1]
    nearest = earlier[-1] if earlier else None
    if nearest and _ADJACENT.fullmatch(passage.text[nearest.end : mark.start]):
        return _with_joined(passage, earlier, mark)
    if unknown := _unknown_name(passage, start, mark.start, row=_is_row(passage, start, mark.start)):
        return _with_joined(passage, [*earlier, unknown], mark)
    if nearest and _in_apposition(passage.text[nearest.end : mark.start]):
        return _with_joined(passage, earlier, mark)
    return []


def _with_joined(passage: NamedPassage, earlier: Sequence[Mention], mark: Mark) -> list[Mention]:
    """The last of these names and those joined to it, nearest first."""
    meant = [_whole(passage, earlier[-1])]
    while previous := _joined_before(passage, meant[-1], earlier, several=mark.several):
        meant.append(previous)
    return meant


def _joined_before(
    passage: NamedPassage, name: Mention, earlier: Sequence[Mention], *, several: bool
) -> Mention | None:
    """The name that nothing but a comma or "and" parts from this one; None where there is none."""
    before = [mention for mention in earlier if mention.end <= name.start]
    if before:
        gap = passage.text[before[-1].end : name.start]
        if _JOINED.fullmatch(gap) or (several and _TITLED.fullmatch(gap)):
            return before[-1]
    start = max(before[-1].end if before else 0, _sentence_start(passage, name.start))
    joint = re.search(
        r"(?:\([^()]{0,60}\)\s?)?\s{0,2}(?:,|&|/|;|\band\b){1,2}\s{0,3}(?:and\s)?$",
        passage.text[start : name.start],
    )
    if joint is None:
        return None
    words = trailing_name(passage.text[start : start + joint.start()])
    return (
        _made(passage, start + words[0], start + words[1])
        if words and _capitalised(passage.text[start + words[0] :])
        else None
    )


def _capitalised(text: str) -> bool:
    return text[:1].isupper()


_GIVEN_BEFORE: Final = re.compile(
    r"((?:[^\W\d_]+[.]?\s){1,3})(?:[\"\u201c\u2018'(][^\W\d_]+[\"\u201d\u2019')]\s)?$"
)
"""``Davit "Dato" `` before Sarkadze."""


def _whole(passage: NamedPassage, name: Mention) -> Mention:
    """A surname with the given name before it that the finder left out."""
    before = _GIVEN_BEFORE.search(passage.text[max(0, name.start - 60) : name.start])
    if len(name.words) > 1 or before is None:
        return name
    offset = max(0, name.start - 60)
    words = trailing_name(passage.text[offset : offset + before.end(1)])
    if words is None or not _capitalised(passage.text[offset + words[0] :]):
        return name
    return _made(passage, offset + words[0], name.end)


def _in_apposition(gap: str) -> bool:
    """``, Director of the Bank ``, ``, a UK citizen ``: the name goes on; nothing is said of it yet."""
    if not _APPOSITION.fullmatch(gap) or _RELATIVE.search(gap):
        return False
    said = load_lexicon().classes["said"]
    return not any(word.lower() in said for word in re.findall(r"[^\W\d_]+", gap))


# ---- Behind the mark ------------------------------------------------------------------------------------

_LEADING: Final = re.compile(
    r"[\s:,.\"'*_()\[\]-]{0,6}(?:(?:the|this|of|source|sources|identity|name|names|contact|his|her|their|as|is"
    r"|embassy)\b[\s:,.-]{0,3}){0,6}",
    re.IGNORECASE,
)
_REACH: Final = 60
"""Characters behind a mark in which the name that it means begins."""


def _behind(passage: NamedPassage, mark: Mark) -> list[Mention]:
    """The names that a mark before them means."""
    later = islice(passage.mentions, passage.index(mark.end), None)
    if mark.bracketed and passage.text[_sentence_start(passage, mark.start) : mark.start].strip(
        " -*\u2022.\t\n0123456789()"
    ):
        return []
    first = next(later, None)
    if first and _leads_to(passage.text[mark.end : min(first.start, mark.end + _REACH + 1)]):
        meant = [first]
        for following in later:
            if not _JOINED.fullmatch(passage.text, meant[-1].end, following.start):
                break
            meant.append(following)
        return meant
    lead = _LEADING.match(passage.text, mark.end)
    words = leading_name(passage.text, lead.end() if lead else mark.end)
    return [_made(passage, *words)] if words else []


def _leads_to(gap: str) -> bool:
    if len(gap) > _REACH or re.search(r"[.;!?]\s", gap):
        return False
    titles = load_lexicon().classes["title"]
    rest = gap[lead.end() :] if (lead := _LEADING.match(gap)) else gap
    return all(word.lower().rstrip(".") in titles or not word[0].islower() for word in rest.split())


def _unknown_name(passage: NamedPassage, start: int, end: int, *, row: bool) -> Mention | None:
    """One to four words right before the mark that are no words of the language, of a place, an office."""
    text = passage.text[start:end]
    if row:
        cells = re.split(r"\||\t|\s{2,}", text)
        text = next((cell for cell in cells if re.search(r"[^\W\d_]", cell)), text)
        words = trailing_name(text)
        if not words:
            return None
        at = passage.text.index(text, start)
        return _made(passage, at + words[0], at + words[1])
    bare = without_remarks(text)
    words = trailing_name(bare)
    return _made(passage, start + words[0], start + words[1]) if words else None


def _made(passage: NamedPassage, start: int, end: int) -> Mention:
    text = passage.text[start:end]
    return Mention(
        text=text,
        words=folded_words(text),
        locus=Locus(part=CablePart.MESSAGE, number=passage.number, offset=start),
        marked=True,
    )


# ---- Nobody, or unclear ----------------------------------------------------------------------------------

_SOMEBODY: Final = (
    "title",
    "office",
    "relation",
    "org",
    "orglike",
    "nationality",
    "place",
    "cities",
    "things",
)


def _nobody(passage: NamedPassage, mark: Mark) -> list[Mention] | None:
    """An empty list where the mark means somebody without a name; None where that is not certain."""
    start = _sentence_start(passage, mark.start)
    before = without_remarks(passage.text[start : mark.start])
    named = bool(passage.between(start, mark.start))
    last = LAST_WORD.search(before)
    if last is None or mark.several:
        return None
    lexicon, lower = load_lexicon(), last[1].lower().rstrip(".")
    described = any(
        lower in lexicon.classes[name] or lower.removesuffix("s") in lexicon.classes[name]
        for name in _SOMEBODY
    )
    if mark.bracketed and (described or not named or is_described(before)):
        return []
    return None


# ---- Sentences and rows ----------------------------------------------------------------------------------

_ENDS: Final = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Col|Amb|Sen|Rep|Gov|Maj))[.!?][)\"'\u201d\u2019]{0,2}"
    r"\s{1,3}(?=[\"'(\u201c\u2018]?[A-Z0-9])"
)


def _sentence_start(passage: NamedPassage, at: int) -> int:
    """Where the sentence, or the line of a list or table, begins that holds offset ``at``."""
    first = max(0, at - _LONGEST_SENTENCE)
    ends = [end.end() for end in _ENDS.finditer(passage.text, first, at)]
    line = passage.text.rfind("\n", first, at) + 1 if passage.kind in ("list", "table", "preformatted") else 0
    if line and not any(map(str.isalpha, passage.text[line:at])):  # a mark on a line of its own
        line = passage.text.rfind("\n", first, line - 1) + 1
    return max([line, first, *ends])


_LONGEST_SENTENCE: Final = 600


def _sentence(passage: NamedPassage, mark: Mark) -> str:
    start = _sentence_start(passage, mark.start)
    end = _ENDS.search(passage.text, mark.end, mark.end + 2 * _REST)
    stop = min(end.end() if end else len(passage.text), mark.end + _REST)
    return " ".join(passage.text[max(start, mark.start - _REST) : stop].split())


_REST: Final = 200
"""Characters of a sentence quoted on either side of its mark."""


def _is_row(passage: NamedPassage, start: int, end: int) -> bool:
    """Whether the line is a table's: cells parted by bars, tabs or wide gaps."""
    line = passage.text[start:end]
    if "|" in line or "\t" in line:
        return True
    return passage.kind in ("table", "preformatted") and re.search(r"\S\s{2,}\S", line) is not None


def names_in_line(line: str) -> bool:
    """Whether a line outside the message (attention, classification) asks to protect whom it names."""
    return any(mark.kind == "mark" and not mark.weak for mark in marks(line))
