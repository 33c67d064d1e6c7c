"""Names in the lines around the message: classification, signature, attention, references and person TAGS.

``STATE FOR SCA/CEN (J. MUDGE), NSC FOR TOM SHANNON, USDOC FOR JANDERSON``: an attention line is all in
capitals, amid office symbols; so a word counts as a name there only for a reason: a given name before it, a
title before it, a place in the list of names, or the form of an electronic address (an initial glued to a
surname).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Cable
from generator.people.find.lexicon import Lexicon, load_lexicon
from generator.people.find.marked import names_in_line
from generator.people.find.mention import CablePart, Locus, Mention, folded_words
from generator.people.find.titles import role_at
from generator.people.find.tokens import Tokens


def line_mentions(cable: Cable) -> list[Mention]:
    """Everyone named outside subject and blocks."""
    mentions = classified_by(cable.classified_by or "")
    if names_in_line(cable.classified_by or ""):
        mentions = [replace(mention, marked=True) for mention in mentions]
    if signer := signature_name(cable.signed_by or ""):
        mentions.append(_mention(signer, Locus(part=CablePart.SIGNATURE)))
    mentions += [
        _mention(
            name.text,
            Locus(part=CablePart.ATTENTION, number=number, offset=name.start),
            listed=name.listed,
            marked=names_in_line(line),
        )
        for number, line in enumerate(cable.attention)
        for name in attention_names(line)
    ]
    mentions += [
        _mention(name, Locus(part=CablePart.REFERENCES, number=number), marked=names_in_line(reference.text))
        for number, reference in enumerate(cable.references)
        for name in mail_names(reference.text)
    ]
    mentions += [
        _mention(
            name, Locus(part=CablePart.TAGS, number=number), listed=_turned(name), marked=names_in_line(name)
        )
        for number, name in enumerate(cable.tag_people)
        if _without_header_words(name)
    ]
    return mentions


def signature_name(text: str) -> str | None:
    """The signer, without words of the header beside the name; None where nothing else is left.

    A name printed twice (``HENSLEY HENSLEY``, ``HENSLEYHENSLEY``) is printed once.
    """
    name = _without_header_words(text)
    half = len(name) // 2
    between = name[half : len(name) - half]
    twice = name[:half] == name[len(name) - half :] and (
        between == " " or (not between and half >= _SHORTEST)
    )
    return (name[:half] if twice else name) or None


def _without_header_words(text: str) -> str:
    """As printed, without the words and numbers of the header at either end: ``HENSLEY SIPDIS``, ``2005``."""
    words = text.split(" ")
    kept = [at for at, word in enumerate(words) if not _is_of_header(word)]
    return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""


def _is_of_header(word: str) -> bool:
    lower = word.lower().strip(".,")
    return not any(map(str.isalpha, lower)) or lower in _HEADER or lower in load_lexicon().classes["field"]


_HEADER = frozenset(("minimize", "considered", "unclassified", "confidential", "secret"))
"""Words of the header that are words of the text as well, beside the class ``field``."""


def _turned(name: str) -> str:
    """``CLINTON, HILLARY`` -> ``HILLARY CLINTON``."""
    last, _, first = name.partition(",")
    return f"{first.strip()} {last.strip()}".strip()


def _mention(
    text: str,
    locus: Locus,
    *,
    role: str | None = None,
    listed: str | None = None,
    marked: bool = False,
) -> Mention:
    return Mention(
        text=text,
        words=folded_words(listed or text),
        locus=locus,
        listed=listed,
        role=role,
        marked=marked,
    )


def classified_by(text: str) -> list[Mention]:
    """The person of ``Ambassador Richard E. Hoagland``: the first words that are no title, office or place.

    Of several stretches the first that holds a given name or an initial wins; else the first of two words or
    more; else one word behind a title (``Ambassador Mulford``).
    """
    tokens = Tokens(text)
    stretches = _stretches(tokens)
    if not stretches:
        return []
    start, stop = max(
        stretches, key=lambda stretch: (_likelihood(tokens.words[slice(*stretch)]), -stretch[0])
    )
    if stop - start == 1 and not (start and _is_title(tokens.words[start - 1])):
        return []
    begin, end = tokens.start(start), tokens.end(stop - 1)
    if _turns(tokens, start, stop):
        end = tokens.end(stop + 1)
        name = text[begin:end]
        return [_mention(name, _CLASSIFIED_BY, listed=_turned(name))]
    return [_mention(text[begin:end], _CLASSIFIED_BY, role=role_at(text, begin, end))]


_CLASSIFIED_BY = Locus(part=CablePart.CLASSIFIED_BY)
"""The line names one person, so that the offset within it orders nothing."""


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in load_lexicon().classes["title"]


def _turns(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether surname and given name stand in reverse: ``Martinez, Vilma, Ambassador``."""
    following = tokens.words[stop : stop + 3]
    return (
        start == 0
        and len(following) > 1
        and following[0] == ","
        and following[1].lower() in load_lexicon().classes["given"]
        and following[2:] in ([], [","])
        and not any(
            word.lower() in load_lexicon().classes["given"] for word in tokens.words[start : stop - 1]
        )
    )


def _likelihood(words: Sequence[str]) -> int:
    lexicon = load_lexicon()
    named = any(word.lower() in lexicon.classes["given"] or _is_initial(word) for word in words[:-1])
    return 2 * named + (len(words) > 1)


def _is_initial(word: str) -> bool:
    return word[0].isupper() and word.rstrip(".-") != word


def _stretches(tokens: Tokens) -> list[tuple[int, int]]:
    """Stretches of capitalised words that are no title, office, organisation, place or common word."""
    stretches: list[tuple[int, int]] = []
    start = None
    for i, word in enumerate([*tokens.words, ""]):
        if _continues(word) if start is not None else _begins(word):
            start = i if start is None else start
        elif start is not None:
            stretches.append((start, i))
            start = None
    return stretches


def _begins(word: str) -> bool:
    """Whether a name can begin with this word."""
    classes, lower = load_lexicon().classes, word.lower().rstrip(".")
    if not word[:1].isupper() or "/" in word or any(lower in classes[name] for name in _NO_NAME):
        return False
    return len(lower) == 1 or lower in classes["given"] or lower not in classes["things"]


def _continues(word: str) -> bool:
    """Whether a name that has begun can go on with this word."""
    classes, lower = load_lexicon().classes, word.lower().rstrip(".")
    if lower in classes["particle"]:
        return True
    if not word[:1].isupper() or "/" in word:
        return False
    ends = len(lower) == 1 or lower in classes["suffix"]
    return ends or not any(lower in classes[name] for name in _NO_NAME)


_NO_NAME = ("title", "office", "org", "function", "nationality", "place", "month", "field")


# ---- Passing instructions and references ---------------------------------------------------------------

_CUT = re.compile(
    r"[;,():&]|(?<!\b[ASUDM])(?<!\bAA)(?<!PDA)/|/(?![SEC]\b)|\s-+\s|(?<=\b[A-Z]{4})-|(?<=\b[A-Z]{5})-(?!\w+\b)|\b(?:FOR|FROM|AND|PASS|TO|ALSO|INFO|PLEASE|PLS)\b\.?|(?<=[A-Z]{2})\.\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[A-Za-z]{1,3}/[A-Za-z]\b|(?:[A-Za-z]\.)+|[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*\.?")
_ONSETS = re.compile(
    r"[AEIOUY]|[BCDFGHJKLMNPRSTVWZ][AEIOUY]|Q|BL|BR|CH|CL|CR|CZ|DJ|DR|DZ|FL|FR|GH|GL|GN|GR|HR|KH|KL|KN|KR|KW|LL|MC|"
    r"MK|NG|PF|PH|PL|PR|PS|RH|SC|SH|SJ|SK|SL|SM|SN|SP|SQ|SR|ST|SV|SW|SZ|TH|TR|TS|TZ|VL|VR|WH|WR|ZB|ZH|ZW|XI|XU"
)
"""How a surname can begin; ``JHOEK`` cannot, so its J is an initial."""
_VOWELS = frozenset("aeiouy")
_SHORTEST = 4
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


def attention_names(line: str) -> list[Handle]:
    """Everyone named in one attention line, in order."""
    lexicon = load_lexicon()
    handles: list[Handle] = []
    begin = 0
    cut = ""
    last_begin = 0
    listing = post = False
    for end, last in [*((m.start(), m) for m in _CUT.finditer(line)), (len(line), None)]:
        listing = cut.upper() in _OPENS or (listing and cut.upper() in ("AND", ",", "/"))
        short = listing and (
            (post and cut.upper() == "FOR")
            or (cut.upper() == "AND" and bool(handles) and handles[-1].start >= last_begin)
        )
        last_begin = begin
        first = cut.upper() in _OPENS
        reason = _Reason(addressed=listing, first=first, office=cut == "/" and not handles, short=short)
        name = _name_in(line, begin, end, lexicon, reason)
        if name:
            handles.append(name)
        post = _is_post(line[begin:end], lexicon)
        if last:
            begin, cut = last.end(), last.group().strip(" .")
    return handles


def _name_in(line: str, begin: int, end: int, lexicon: Lexicon, reason: _Reason) -> Handle | None:
    """Who is named in a piece of a line."""
    words = [(begin + m.start(), m.group()) for m in _WORD.finditer(line[begin:end])]
    lower = [word.lower().rstrip(".") for _, word in words]
    if sum(len(word) == 1 for word in lower) > _SHORTEST:
        return None  # C O R R E C T E D  C O P Y
    while len(lower) > 2 and _is_office(lower[-1], lexicon):  # noqa: PLR2004 - a name and the next addressee
        lower.pop()
        words.pop()
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
    addressed = reason.addressed and (not reason.office or len(rest) > 1)
    reason = replace(reason, addressed=addressed or bool(titled), titled=bool(titled))
    return _alone(start, printed.rstrip("."), lexicon, reason)


def _is_post(text: str, lexicon: Lexicon) -> bool:
    """Whether a piece of a line is a city's name: ``LONDON``, ``NEW DELHI``."""
    words = text.lower().split()
    return bool(words) and all(lexicon.has("cities", word) or lexicon.has("place", word) for word in words)


def _is_full_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether two words are a given name and a surname that no list has, and no two handles: MARAM TALAAT."""
    return (
        len(words) == 2  # noqa: PLR2004 - a given name and a surname
        and all(
            len(word) > _SHORTEST and lexicon.is_never_small(word) and not lexicon.names_something_else(word)
            for word in words
        )
        and not all(_glued_initial(word, lexicon) for word in words)
    )


def _is_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the next addressee: NSC FOR JOANNA WALLACE AID FOR CAROL DABBS."""
    return not lexicon.has("names", word) and (lexicon.has("office", word) or lexicon.has("org", word))


def _symbols(words: list[str], lexicon: Lexicon) -> bool:
    return all(len(word) <= _SHORTEST or word in lexicon.classes["things"] for word in words)


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
    listed = lexicon.has("names", lower) or lexicon.has("given", lower)
    shortest = _SHORTEST_TITLED if reason.titled and listed else _SHORTEST
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
        and lexicon.is_never_small(lower)
        and (len(word) > _SHORTEST or reason.short)
    )
    return Handle(start, word, word) if known or unknown or reason.titled else None


def _glued_initial(word: str, lexicon: Lexicon) -> bool:
    """Whether the first letter is an initial: the rest is a known name, or the whole cannot begin a word."""
    lower = word.lower()
    if (
        len(word) <= _SHORTEST
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
