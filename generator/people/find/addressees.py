"""Names in attention lines, and of those who wrote a message that is cited.

``STATE FOR SCA/CEN (J. MUDGE), NSC FOR TOM SHANNON, USDOC FOR JANDERSON``: an attention line is all in
capitals, amid office symbols; so a word counts as a name there only for a reason: a given name before it, a
title before it, a place in the list of names, or the form of an electronic address (an initial glued to a
surname).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.people.find.lexicon import Lexicon, load_lexicon
from generator.tables.posts import is_post

_CUT = re.compile(
    r"[;,():&]|(?<!\b[ASUDM])(?<!\bAA)(?<!PDA)/|/(?![SEC]\b)|\s-+\s|(?<=\b[A-Z]{4})-|(?<=\b[A-Z]{5})-(?!\w+\b)|\b(?:FOR|FROM|AND|PASS|TO|AT|ALSO|INFO|PLEASE|PLS)\b\.?|(?<=[A-Z]{2})\.\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[A-Za-z]{1,3}/[A-Za-z]\b|(?:[A-Za-z]\.)+|[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*\.?")
_ONSETS = re.compile(
    r"[AEIOUY]|[BCDFGHJKLMNPRSTVWZ][AEIOUY]|Q|BL|BR|CH|CL|CR|CZ|DJ|DR|DZ|FL|FR|GH|GL|GN|GR|HR|KH|KL|KN|KR|KW|LL|MC|"
    r"MK|NG|PF|PH|PL|PR|PS|RH|SC|SH|SJ|SK|SL|SM|SN|SP|SQ|SR|ST|SV|SW|SZ|TH|TR|TS|TZ|VL|VR|WH|WR|ZB|ZH|ZW|XI|XU"
)
"""How a surname can begin; ``JHOEK`` cannot, so its J is an initial."""
_VOWELS = frozenset("aeiouy")
SHORTEST = 4
"""Letters of a surname standing alone among office symbols."""
_SHORTEST_TITLED = 2
"""Letters of one known as such behind a title: DAS LEE, SECRETARY CHU."""


@dataclass(frozen=True, slots=True)
class Handle:
    """A name in an attention line."""

    start: int
    text: str
    """As printed."""
    listed: str
    """With a glued initial split off: ``J. HOEK``."""


_OPENS = ("FOR", "FROM", "(", ":")
"""What a list of people stands behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reason:
    """Why a word of an attention line may be a surname."""

    addressed: bool
    """It stands in a list behind FOR or in brackets."""
    first: bool = False
    """It is the first of that list, where handles and names do not stand side by side."""
    office: bool = False
    """The first word of its piece of the line is part of an office symbol: ``ESC`` of ``EB/ESC MCKENNA``."""
    titled: bool = False
    short: bool = False
    """Four letters are no office: behind a post (LONDON FOR TSOU), and behind a name and "and"."""
    beside: bool = False
    """A stroke alone parts it from a name: WILLIAMS/WATERS, though waters are something else."""


def attention_names(line: str, *, before: str = "") -> list[Handle]:
    """Everyone named in one attention line, in order.

    Args:
        line: As it stands in the cable.
        before: The line above it, whose last words may announce the first of this one: ``BAKU FOR``.
    """
    if _ROUTING.search(line):
        return []
    lexicon = load_lexicon()
    handles: list[Handle] = []
    begin = last_begin = 0
    carried = _ANNOUNCES.search(before)
    cut = carried["word"] if carried else ""
    post = carried is not None and _is_post(carried["piece"], lexicon)
    listing = False
    for end, last in [*((m.start(), m) for m in _CUT.finditer(line)), (len(line), None)]:
        listing = cut.upper() in _OPENS or (listing and cut.upper() in ("AND", ",", "/"))
        beside = bool(handles) and handles[-1].start >= last_begin
        reason = _Reason(
            addressed=listing,
            first=cut.upper() in _OPENS,
            office=cut == "/" and not handles,
            short=listing and ((post and cut.upper() == "FOR") or (cut.upper() == "AND" and beside)),
            beside=listing and cut == "/" and beside,
        )
        last_begin = begin
        handles += _names_in(line, begin, end, lexicon, reason)
        post = _is_post(line[begin:end], lexicon)
        if last:
            begin, cut = last.end(), last.group().strip(" .")
    return handles


_ROUTING = re.compile(r"\bRUE[A-Z]{3,4}/")
"""The address of a station, in a line of the header among those of attention: ``RUEHGV/USMISSION``."""
_ANNOUNCES = re.compile(r"(?P<piece>[^,;/()]{0,40}?)\s(?P<word>FOR|FROM)\s*$", re.IGNORECASE)


def _names_in(line: str, begin: int, end: int, lexicon: Lexicon, reason: _Reason) -> Iterator[Handle]:
    """Who is named in a piece of a line: mostly one or nobody, several where only blanks part handles."""
    words = [(begin + m.start(), m.group()) for m in _WORD.finditer(line[begin:end])]
    if sum(len(word.rstrip(".")) == 1 for _, word in words) > SHORTEST:
        return  # C O R R E C T E D  C O P Y
    words = _without_next(words, lexicon)
    glued = [word.isalpha() and _glued_initial(word, lexicon) for _, word in words]
    if len(words) > 1 and all(glued) and reason.addressed and not reason.office:
        for start, word in words:
            yield Handle(start, word, f"{word[0]}. {word[1:]}")
    elif name := _name_in(line, words, end, lexicon, reason):
        yield name


def _without_next(words: list[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    """Without the next addressee, whom nothing but a blank parts from the name: ``BWELLS DEPT OF ENERGY``."""
    lower = [word.lower().rstrip(".") for _, word in words]
    for at in range(1, len(words)):
        if lower[at] in _ADDRESSEES or lower[at : at + 2] == ["white", "house"]:
            return words[:at]
    while len(lower) > 2 and _is_office(lower[-1], lexicon):  # noqa: PLR2004 - a name and the next addressee
        lower.pop()
    return words[: len(lower)]


_ADDRESSEES = frozenset(
    """
    state dept department nsc osd usfor treasury usaid doe doc usdoc usdoe usda doj dod ustr opic exim
    eximbank commerce southcom eucom centcom pacom africom dhs fbi epa faa ustda
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Departments and commands to which telegrams are passed on; none is a surname."""


def _name_in(
    line: str, words: list[tuple[int, str]], end: int, lexicon: Lexicon, reason: _Reason
) -> Handle | None:
    """Who is named by these words of a line; ``end`` is that of their piece."""
    lower = [word.lower().rstrip(".") for _, word in words]
    titled = [
        i
        for i, word in enumerate(lower)
        if word in lexicon.classes["title"] and word not in lexicon.classes["given"]
    ]
    first = titled[-1] + 1 if titled else 0
    rest = lower[first:]
    for i, word in enumerate(rest[:-1]):
        if reason.office and not i and _glued_initial(words[-1][1], lexicon):  # OSD/ISA JHENSLEY
            continue
        if (
            reason.office and not i and rest[1:-1] and rest[1] in lexicon.classes["given"]
        ):  # WHA/CAN JASON MACK
            continue
        if (word in lexicon.classes["given"] or len(word) == 1 or "." in words[first + i][1]) and _may_be(
            rest[-1], lexicon
        ):
            return _handle(line, words[first + i :], end)
    if reason.first and _is_full_name(rest, lexicon):
        return _handle(line, words[first:], end)
    if not rest or (len(rest) > 1 and not _symbols(rest[:-1], lexicon)):
        return None
    if len(rest) > 1 and rest[-2] in lexicon.classes["particle"]:
        return _handle(line, words[-2:], end)
    start, printed = words[-1]
    behind_office = reason.office and len(rest) == 1
    addressed = reason.addressed and (not behind_office or _is_long_name(rest[-1], lexicon))
    reason = replace(reason, addressed=addressed or bool(titled), titled=bool(titled))
    return _alone(start, printed.rstrip("."), lexicon, reason)


def _is_long_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word behind an office and a stroke is too long for an office: ``OPDAT/LEHMANN``."""
    return (
        len(word) >= _LONG
        and not lexicon.names_something_else(word)
        and lexicon.is_never_small(word)
        and _ONSETS.match(word.upper()) is not None
        and not _VOWELS.isdisjoint(word)
    )


_LONG = 7
"""Letters of a word that is no office symbol."""


def _is_post(text: str, lexicon: Lexicon) -> bool:
    """Whether a piece of a line is a post, or a city: ``LONDON``, ``NEW DELHI``."""
    words = text.lower().split()
    cities = all(lexicon.has("cities", word) or lexicon.has("place", word) for word in words)
    return bool(words) and (cities or is_post(text.strip()))


def _is_full_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether two words are a given name and a surname that no list has, and no two handles: MARAM TALAAT."""
    return (
        len(words) == 2  # noqa: PLR2004 - a given name and a surname
        and all(
            len(word) > SHORTEST and lexicon.is_never_small(word) and not lexicon.names_something_else(word)
            for word in words
        )
        and not all(_glued_initial(word, lexicon) for word in words)
    )


def _is_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the next addressee: NSC FOR JOANNA WALLACE AID FOR CAROL DABBS."""
    return not lexicon.has("names", word) and (lexicon.has("office", word) or lexicon.has("org", word))


def _symbols(words: list[str], lexicon: Lexicon) -> bool:
    return all(len(word) <= SHORTEST or word in lexicon.classes["things"] for word in words)


def _may_be(word: str, lexicon: Lexicon) -> bool:
    bad = ("org", "function", "office", "title", "month", "nationality")
    return (
        len(word) > 1
        and not any(word in lexicon.classes[name] for name in bad)
        and (word in lexicon.classes["names"] or word not in lexicon.classes["things"])
    )


def _handle(line: str, words: list[tuple[int, str]], end: int) -> Handle:
    start, stop = words[0][0], min(words[-1][0] + len(words[-1][1]), end)
    text = line[start:stop].rstrip(".")
    return Handle(start, text, text)


def _alone(start: int, word: str, lexicon: Lexicon, reason: _Reason) -> Handle | None:
    lower = word.lower()
    if "-" in lower and any(part in _ADDRESSEES or _VOWELS.isdisjoint(part) for part in lower.split("-")):
        return None  # TREASURY-TFI, OSD-P
    listed = lexicon.has("names", lower) or lexicon.has("given", lower)
    shortest = _SHORTEST_TITLED if reason.titled and listed else SHORTEST
    if len(word) < shortest or _VOWELS.isdisjoint(lower) or not (reason.titled or _may_be(lower, lexicon)):
        return None
    if reason.titled and lexicon.classes_of.get(lower, ("",))[0] in ("office", "org", "things"):
        return None
    whole = reason.titled and _ONSETS.match(word.upper())  # behind a title: DNSA FROMAN
    if not whole and _glued_initial(word, lexicon):
        return Handle(start, word, f"{word[0]}. {word[1:]}")
    known = lower in lexicon.classes["names"] or (reason.addressed and lower in lexicon.classes["given"])
    unknown = (
        reason.addressed
        and lower not in lexicon.classes["cities"]
        and lower not in lexicon.classes["nationality"]
        and (reason.beside or lexicon.is_never_small(lower))
        and (len(word) > SHORTEST or reason.short)
    )
    return Handle(start, word, word) if known or unknown or reason.titled else None


def _glued_initial(word: str, lexicon: Lexicon) -> bool:
    """Whether the first letter is an initial: the rest is a known name, or the whole cannot begin a word."""
    lower = word.lower()
    if (
        len(word) <= SHORTEST
        or lower in lexicon.classes["names"]
        or not word.isalpha()
        or lower in lexicon.classes["given"]
    ):
        return False
    return (
        lower[1:] in lexicon.classes["names"]
        or lower[1:] in lexicon.classes["given"]
        or not _ONSETS.match(word.upper())
    )


_MAIL = re.compile(r"\be-?mails?\b", re.IGNORECASE)
_SENDERS = re.compile(r"[^\W\d_]{3,}(?:['\u2019][^\W\d_]+)?")


def mail_names(reference: str) -> list[str]:
    """Who wrote a message cited as a reference: ``DOHERTY-MARBURG EMAILS 8/20/09``; [] for a telegram."""
    mail = _MAIL.search(reference)
    if not mail:
        return []
    lexicon = load_lexicon()
    words = [word for word in _SENDERS.findall(reference[: mail.start()]) if word.isupper()]
    return [word for word in words if _alone(0, word, lexicon, _Reason(addressed=True))]
