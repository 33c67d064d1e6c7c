"""Where a telegram asks to protect somebody: the one grammar of (protect) marks.

A mark is a request, not the verb: ``(strictly protect)``, ``, please protect,``, ``[source - PROTECT]``,
``do not identify``; not "vowed to protect native plants". That a source is to be marked is the service's
habit; how reporters write it follows no rule, so three things are told apart: a mark, a request for the
whole message ("please protect accordingly"), and what looks like a mark and is none that is understood. The
last is never settled here: a person has to.
"""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.names.letters import Folded, fold_text, folds_to_itself
from generator.names.spacing import SPACED_WORD, unspaced

Kind = Literal["mark", "message", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """One request to protect."""

    start: int
    """Offset in the text of the first character, bracket included."""
    end: int
    kind: Kind
    """``mark``: about somebody named beside it; ``message``: about the whole telegram, which names nobody;
    ``unclear``: it may be either, or neither."""
    several: bool = False
    """It says itself that it means more than one: ``(protect both)``."""
    bracketed: bool = True
    """Set apart by brackets, commas or dashes, and so about what stands before it; else part of a sentence,
    and rather about what follows ("please protect Ivan Petrenko")."""
    weak: bool = False
    """It may as well be a word of the sentence ("prevent, protect, prepare"): a mark right behind a name."""


def marks(text: str) -> tuple[Mark, ...]:
    """Every request to protect in a passage, in order; empty for most."""
    if text.isascii():
        lower, plain = text.lower(), folds_to_itself(text)
        hints = _HINTS if plain else (*_HINTS, *_BEGIN_PIECES)
        if not (
            any(map(lower.__contains__, hints)) or _BROKEN_WORD.search(lower) or _NOT_TO_BE.search(lower)
        ):
            return ()
        if plain and not SPACED_WORD.search(lower) and not _REQUEST.search(lower):
            return ()
    folded = unspaced(fold_text(text, tags=False))
    seen: list[Mark] = []
    for request in _REQUEST.finditer(folded.text):
        if seen and folded.place(request.start())[0] < seen[-1].end:
            continue
        if mark := _mark(text, folded, request):
            seen.append(mark)
    return tuple(seen)


_MISSPELT: Final = (
    r"portect|protct|protec|protet|prtect|protcet|proctect|protext|proteect|protectt|pprotect|proetct|prot"
)
_BROKEN: Final = r"(?:-\s?)?".join("protect")
_PROTECT: Final = rf"(?:{_BROKEN}(?:ed|ion|ing|s)?|{_MISSPELT})"
"""The word, also broken by a line's end that became a hyphen."""
_SILENCE: Final = (
    r"(?:(?:do|does|did|should|must|may|can|to|is|are|was)\s+not|don't|not|never)\s+(?:to\s+)?(?:be\s+)?"
    r"(?:identif(?:y|ied)|named?|disclosed?|reveal(?:ed)?|attributed?|quoted?|cited?|expos(?:e|ed)|divulged?"
    r"|published?)|not\s+for\s+attribution|name\s+withheld|withhold\s+(?:the\s+)?(?:name|identity)|anonymity"
    r"|anonymous(?:ly)?|off\s+the\s+record"
    r"|(?:please|pls|kindly|strictly)\s+(?:safeguard|shield|conceal|redact|withhold|anonymi[sz]e)"
    r"|keep\s+(?:\w+\s+)?(?:name|identity|confidential|secret)|(?:strictest?|full)\s+confidence"
    r"|(?:confidential|sensitive|protected)\s+source"
)
_REQUEST: Final = re.compile(
    rf"(?<![a-z])(?:(?P<glued>strictly|please|pls|kindly|do|must)?(?P<protect>{_PROTECT})|(?P<silence>{_SILENCE}))"
    r"(?![a-z])"
)
"""The word itself, and the other ways of asking for it."""

_HINTS: Final = [
    "off the record",
    "sensitive source",
    *"""
    identif disclos attribut withh reveal divulg confiden anonym secret guard shield conceal redact
    """.split(),  # noqa: SIM905 - a table of words reads better as text
]
"""In small letters; a plain text with a request holds one of these, or what the next two find."""
_BEGIN_PIECES: Final = "&\\%<"
"""With what begins a piece of a text that stands for another: any letter of the request may."""
_BROKEN_WORD: Final = re.compile(
    r"p(?:\W{0,6}r\W{0,6}o\W{0,6}t\W{0,6}(?:e\W{0,6}[ck]|\W)"
    rf"|{'|'.join(slip[1:] for slip in _MISSPELT.split('|') if slip != 'prot')})"
)
_NOT_TO_BE: Final = re.compile(r"n(?:ot|'t|ever) (?:be )?(?:name|quote|cite|publish)")

_OPEN: Final = "([{<"
_CLOSE: Final = ")]}>"
_LONGEST_REMARK: Final = 140
"""Characters of a remark in brackets that can be a request."""
_PART: Final = re.compile(r"[,;:/|=+\n]|\s-+\s|-{2,}|\.\s")
"""What parts a remark: ``(Amcit, strictly protect)``, ``(source - strictly protect)``."""
_ASKING: Final = frozenset(
    """
    please pls plz kindly strictly strict must should absolutely fully very do always also and highly
    source sources name names identity identities contact contacts all both them him her these this the
    of to be is are s as individual person interlocutor interlocutors embassy post usg request requests
    request requested requesting we ask asks asked that his their its
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that may stand before ``protect`` in a request."""
_TAIL: Final = frozenset(
    """
    strictly strict please pls plz kindly fully throughout source sources name names identity identities
    contact contacts all both these this the on at in any times as well from disclosure further of person
    persons individual individuals interlocutor interlocutors him her them his their and requested request
    only absolutely always thanks thank you completely here hereafter below above two three four speaker
    informant informants full protect entire para paragraph paragraphs conversation text attribution
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that may stand behind it."""
_PROSE_BEFORE: Final = frozenset(
    """
    to will would can could shall may might not help helps helped did does and or who which that they we you
    i it he she cannot better further effectively un self well
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Right before ``protect`` these make it the verb of a sentence."""
_PERSONAL: Final = frozenset(
    """
    source sources name names identity identities contact contacts anonymity interlocutor interlocutors
    informant
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
_SEVERAL: Final = frozenset(
    {"both", "all", "names", "sources", "identities", "contacts", "them", "these", "two", "three"}
)
_MESSAGE: Final = re.compile(
    r"\W{0,3}(?:please\W+)?(?:accordingly|as\s+(?:such|appropriate|required|necessary|sensitive|sbu)"
    r"|(?:(?:this|the|its|all|our)\s+)?(?:\w+\s+){0,3}?(?:message|cable|telegram|report|reporting|information|document"
    r"|material|contents?|communication|reftel|septel)s?\b)"
)
"""``please protect accordingly``, ``protect this message``: of the whole telegram, not of a person."""
_URGENT: Final = re.compile(r"(?:strictly|please|pls|plz|kindly)\W{1,3}(?:\w+ly\W{1,3})?$")


def _mark(printed: str, folded: Folded, request: re.Match[str]) -> Mark | None:
    text = folded.text
    if remark := _remark(text, request.start(), request.end()):
        start, end = remark
        return _judged(folded, request, start, end, inner=text[start + 1 : end - 1])
    start, end = _phrase(text, request.start(), request.end())
    if _apart(text, start, end) and not _MESSAGE.match(text, end):
        mark = _judged(folded, request, start, end, inner=text[start:end])
        cell = (
            "|" in text[max(0, start - 3) : start] or "\t" in printed[max(0, mark.start - 3) : mark.start]
            if mark
            else False
        )
        return replace(mark, weak=not (cell or _urged(text[start:end]))) if mark else None
    return _running(printed, folded, request)


def _remark(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The brackets around a place, outermost of several set close together; None where there are none."""
    opened = _opening(text, start)
    if opened is None:
        return None
    closed = next(
        (at for at in range(end, min(len(text), end + _LONGEST_REMARK)) if text[at] in _CLOSE), None
    )
    if closed is None:
        return None
    first, last = opened, closed + 1
    while first > 0 and last < len(text) and text[first - 1] in _OPEN and text[last] in _CLOSE:
        first, last = first - 1, last + 1
    return first, last


def _opening(text: str, start: int) -> int | None:
    depth = 0
    for at in range(start - 1, max(-1, start - _LONGEST_REMARK), -1):
        if text[at] in _CLOSE:
            depth += 1
        elif text[at] in _OPEN:
            if depth == 0:
                return at
            depth -= 1
    return None


def _phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """The request with the words of asking before and behind it."""
    first = start - _LONGEST_REMARK
    while (
        (before := re.search(r"(?<![a-z'])([a-z']{1,14})[ -]{1,2}$", text[max(0, start - 18) : start]))
        and before[1] in _URGENT_WORDS
        and start > first
    ):
        start -= len(before.group())
    last = end + _LONGEST_REMARK
    while (
        (behind := re.match(r"[ -]{1,2}([a-z']{1,14})(?![a-z'])", text[end : end + 18]))
        and behind[1] in _TAIL
        and end < last
    ):
        end += len(behind.group())
    return start, end


_URGENT_WORDS: Final = frozenset(
    {"please", "pls", "plz", "kindly", "strictly", "strict", "must", "absolutely", "source", "s"}
)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a phrase is set apart on both sides: by a comma, a dash, the cell of a table, an end."""
    before, behind = text[max(0, start - 6) : start], text[end : end + 6]
    opens = re.search(r"(?:[,;:|/*_~=\"\n(\[{]|-{1,3}|\s{2,})\s{0,3}$", before)
    closes = re.match(r"\s{0,3}(?:[,;:|/*_~=\"\n)\]}]|-{1,3}|\.(?:\s|$)|\s{2,})|\s*$", behind)
    return bool(opens and closes)


def _judged(folded: Folded, request: re.Match[str], start: int, end: int, *, inner: str) -> Mark | None:
    """A remark or phrase of its own: what it asks, told by the words around the request."""
    kind = _kind(inner, request)
    if kind is None:
        return None
    first, last = folded.back(start, end)
    return Mark(
        start=first,
        end=last,
        kind=kind,
        several=not _SEVERAL.isdisjoint(_words(inner)),
        weak=_in_passing(inner, request) or _loosely(inner),
    )


def _urged(phrase: str) -> bool:
    return re.search(r"strict|please|pls|plz|kindly|must", phrase) is not None


def _in_passing(inner: str, request: re.Match[str]) -> bool:
    """A remark that tells something, and holds the word: ``(who wished to remain anonymous)``."""
    if request["silence"]:
        return re.search(r"\b(?:please|pls|kindly|strictly|do not|don't|not for|withh|source)", inner) is None
    return len(_words(inner)) > _REMARK_OF_WORDS and not _urged(inner)


def _loosely(inner: str) -> bool:
    """``(please protect accordingly)``: right behind a name it is about that one, else about the telegram."""
    return "accordingly" in inner and _PERSONAL.isdisjoint(_words(inner))


_REMARK_OF_WORDS: Final = 12


def _kind(inner: str, request: re.Match[str]) -> Kind | None:  # noqa: PLR0911 - a table of cases, one a line
    word = request.group()
    at = inner.find(word)
    rest = inner[at + len(word) :]
    before = _words(_PART.split(inner[:at])[-1])
    behind = _words(_PART.split(rest)[0])
    if request["silence"]:
        return _asked_silence(inner, word)
    personal = not _PERSONAL.isdisjoint((*before, *behind))
    if word.endswith(("ing", "protects")):
        return "unclear" if personal else None
    if word.endswith("protection") and not personal:
        return "mark" if {"requested", "requests", "request", "strict"} & {*before, *behind} else None
    if re.match(r"\W{0,3}accordingly", rest):
        return "message" if not (personal or _OF_A_MESSAGE.isdisjoint(_words(inner))) else "mark"
    if set(before) <= _ASKING and set(behind) <= _TAIL and not _as_verb(before, behind, personal=personal):
        return "mark"
    if _MESSAGE.match(rest):
        return "message"
    if word.endswith("protected") and behind and not personal:
        return None
    if before and before[-1] in _PROSE_BEFORE and not personal:
        return None
    return "unclear"


_OF_A_MESSAGE: Final = frozenset(
    "sbu fouo sensitive classified unclassified confidential message cable telegram information".split()  # noqa: SIM905
)
"""Words of a remark that speaks of the telegram: ``(SBU - please protect accordingly)``."""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text)


def _asked_silence(inner: str, word: str) -> Kind | None:
    """A remark that says not to name somebody: short, or an order; else it tells of what others did."""
    if len(_words(inner)) - len(_words(word)) <= _FEW:
        return "mark"
    return "unclear" if re.search(r"\b(?:please|pls|kindly|do not|don't)\b", inner) else None


_FEW: Final = 6
"""Words beside the request in a remark that is no more than one."""


def _as_verb(before: list[str], behind: list[str], *, personal: bool) -> bool:
    """``(to protect him)``: the verb, though all its words are a request's."""
    return (
        bool(before)
        and before[-1] in {"to", "and", "that", "we", "his", "their"}
        and bool(behind)
        and not personal
    )


def _running(printed: str, folded: Folded, request: re.Match[str]) -> Mark | None:
    """A request within a sentence, or none: the verb is far more frequent."""
    text = folded.text
    start, end = request.span()
    before = text[max(0, start - 40) : start]
    urged = _URGENT.search(before)
    glued = request["glued"] in {"strictly", "please", "pls", "kindly"}
    if request["silence"]:
        return _place(folded, start, end, "unclear") if _ordered(before, request.group()) else None
    if urged or glued:
        first = start - len(urged.group()) if urged else start
        mark = _place(folded, first, end, _whom(text, end))
        return replace(mark, weak=re.search(r"\bto\s+$", text[max(0, first - 6) : first]) is not None)
    personal = _OF_SOMEBODY.match(text, end) if _imperative(before) else None
    if personal and personal[1] in _PERSONAL:
        return _place(folded, start, personal.end(), "mark")
    if request["protect"] == "protect" and _shouted(printed, *folded.back(start, end)):
        return _place(folded, start, end, "mark")
    if _asked_for(text, start, end):
        return _place(folded, start, end, "unclear")
    return None


_OF_SOMEBODY: Final = re.compile(r"(?:\s{1,3}(?:the|this|his|her|their|my|of|all|both)){0,4}\s{1,3}(\w+)")


def _whom(text: str, end: int) -> Kind:
    """What an order to protect speaks of: the message, somebody's name in it, or somebody named."""
    message = _MESSAGE.match(text, end)
    if message is None:
        return "mark"
    sentence = re.split(r"[.;]\s", text[end : end + 160])[0]
    return "message" if _PERSONAL.isdisjoint(_words(sentence)) else "unclear"


def _ordered(before: str, silence: str) -> bool:
    """Whether a sentence orders not to name somebody, rather than tells that somebody was not named."""
    pleading = re.search(r"\b(?:please|pls|kindly|strictly)\W+$", before) is not None
    return (
        pleading
        or re.match(r"(?:must|should|may)\s+not\s+be\s+(?:identified|named|revealed|disclosed)", silence)
        is not None
    )


def _imperative(before: str) -> bool:
    """Whether nothing of a sentence stands before the request."""
    return re.search(r"(?:^|[.:;!?\n(]|--)\s*(?:\(\w{1,6}\)\s*)?$", before) is not None


def _shouted(printed: str, start: int, end: int) -> bool:
    """``Ivan Petrenko PROTECT said``: capitals where the words around have none."""
    around = re.findall(r"[^\W\d_]{4,}", printed[max(0, start - 60) : start] + " " + printed[end : end + 60])
    return printed[start:end].isupper() and not any(word.isupper() for word in around) and bool(around)


def _asked_for(text: str, start: int, end: int) -> bool:
    """A request in words of its own: "asked that his identity be protected"."""
    before = re.split(r"[.!?]\s", text[max(0, start - 90) : start])[-1]
    behind = re.split(r"[.!?]\s", text[end : end + 60])[0]
    if text[start:end] == "protect" and _REQUESTED.search(before):
        return True
    sentence = before + behind
    return _OF_A_NAME.search(sentence) is not None and _WISH.search(sentence) is not None


_REQUESTED: Final = re.compile(r"\brequests?\s(?:that\s)?(?:\w+\s){1,3}$")
_OF_A_NAME: Final = re.compile(r"\b(?:identity|identities|names?|anonymity|sources?)\b")
_WISH: Final = re.compile(
    r"\b(?:asks?|asked|request(?:s|ed)?|insist(?:s|ed)?|wish(?:es|ed)?|please|must|should)\b"
)


def _place(folded: Folded, start: int, end: int, kind: Kind) -> Mark:
    first, last = folded.back(start, end)
    words = folded.text[start : end + 30].split()
    return Mark(start=first, end=last, kind=kind, several=not _SEVERAL.isdisjoint(words[:4]), bracketed=False)
