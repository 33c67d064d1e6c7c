"""Posts: who sends telegrams, as printed and as the published index words it.

A post prints in the FROM line (``FM AMEMBASSY ASTANA``), in the message reference number (``09ASTANA308``),
in references (``ASTANA 308``), in page banners cut to ten or six letters (``BANDAR SER``) and as a routing
indicator (``DE RUEHTA``). All of these lead to a row of ``data/posts.tsv``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from rapidfuzz import fuzz, process

from generator.tables.lines import PostKind, read_line, spaced, squeezed
from generator.tables.rows import listed, rows

LIKENESS = 85
"""Per cent of agreement from which a misspelt name counts as the post: one slip in seven letters."""

SHORTEST_GUESS = 6
"""Names with fewer letters are never guessed: LIMA and LOME are one slip apart."""

BANNER_WIDTH = 10
"""Letters that page banners keep of a post's name, spaces included: ``BUENOS AIR``."""

OLD_BANNER_WIDTH = 6
"""The same in banners and numbers of the older system: ``VATICA``, ``NEW DE``."""

GLUED_CAPTIONS = ("EFTO", "SIPDIS", "SENSITIVE", "NOFORN", "UNCLAS", "MGT")
"""Captions that stand before the post and run into it: ``UNCLAS E F T O LONDON 002240``."""

WORDING: dict[PostKind, str] = {
    "embassy": "Embassy",
    "consulate": "Consulate",
    "mission": "Mission",
    "office": "US Office",
    "liaison": "US Liaison Office",
    "interests": "US Interests Section",
    "delegation": "US Delegation",
    "institute": "American Institute",
    "department": "Department",
}
"""How the published index begins the name of a sender, where the table does not word it whole."""

MOVING_KINDS: frozenset[PostKind] = frozenset({"embassy", "consulate"})
"""Kinds that a FROM line states for good; an office or a mission may be what the table calls otherwise."""

MOST_WORDS = 20
"""Words looked at for a name printed letter by letter or in words; no line of a sender has more."""

LONGEST_NAME = 5
"""Words of the longest post name, ``SANTIAGO DE LOS CABALLEROS`` with one to spare."""


_LETTERS = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_DIGITS = re.compile(r"\A.*\d", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostInfo:
    """One sender of telegrams."""

    mrn: str
    """As in the message reference number: ``SAOPAULO``."""
    kind: PostKind
    origin: str
    """As the published index words it: ``Consulate Sao Paulo``."""
    post: str
    """Name for readers: ``Sao Paulo``; for the Department and missions their own: ``USUN New York``."""
    country: str | None
    """None for the Department, and for missions to organisations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """One row of the table: a post in one period."""

    kind: PostKind
    post: str
    country: str | None
    since: int
    until: int
    origin: str
    mrns: tuple[str, ...]
    """Ids in use, the usual one first."""
    routes: tuple[str, ...]
    spellings: tuple[str, ...]
    """Every name it prints under, capitals without spaces."""

    def valid(self, year: int | None) -> bool:
        """Whether the row speaks for that year; without one, whether it is still open."""
        return self.until == OPEN if year is None else self.since <= year <= self.until


OPEN = 9999
"""``until`` of a post without a known end."""


def post_from_line(line: str, year: int | None = None, *, route: str | None = None) -> PostInfo | None:
    """Sender of a FROM line: ``FM AMCONSUL SAO PAULO`` -> Consulate Sao Paulo.

    Slips in the words before the place, text behind it and small slips in the place are allowed for. Where
    the table lacks the place, the sender's routing indicator decides if given (``DE RUEHDJ``); else the place
    is worded by rule (``AMCONSUL XYZ`` -> ``Consulate Xyz``). None for a line that is neither in the table
    nor names a kind of post.
    """
    kind, place, whole = read_line(line)
    known = _rows_before(whole, exact=kind is None) or _rows_before(place, exact=kind is None)
    known = known or _rows_cut(squeezed(place)) or _guess(squeezed(place))
    if known:
        return _choose(known, kind, squeezed(place), year)
    if not kind or not place:
        return None
    return (post_from_route(route, year) if route else None) or _worded(kind, place)


def post_from_mrn(post: str, year: int | None = None) -> PostInfo | None:
    """Sender of a message reference number from its middle part, or from a post as references print it.

    ``SAOPAULO``, ``RIO DE JAN``, ``USUN``, ``BANDAR SER`` (cut by a banner), ``EFTOLONDON`` (a caption run
    in) and long names with one slip are understood. Where a place has had several kinds of post the year
    decides; without a year the latest is meant. None where the table has no such post.
    """
    name = _without_captions(squeezed(_DIGITS.sub("", post)))
    known = _named().get(name) or _rows_cut(name) or _guess(name)
    return _info(_first_valid(known, year), name) if known else None


def post_from_route(route: str, year: int | None = None) -> PostInfo | None:
    """Sender of a routing indicator: ``RUEHTA`` -> Embassy Astana; None for one that the table lacks."""
    known = _routed().get(route.upper())
    return _info(_first_valid(known, year), "") if known else None


def trailing_post(text: str, year: int | None = None) -> tuple[str, PostInfo] | None:
    """Split the post from the end of a text, as it stands before a serial number in a reference.

    ``"PARA 4 OF RIO DE JAN"`` -> (``"PARA 4 OF"``, Consulate Rio De Janeiro). The longest name counts; names
    are never guessed here. None where the text does not end in a post.
    """
    digits = _DIGITS.match(text)
    words = list(_LETTERS.finditer(text, digits.end() if digits else 0))[-LONGEST_NAME:]
    for word in words:
        kind, place, whole = read_line(text[word.start() :])
        known = _rows_printed(whole) or (_rows_printed(place) if kind else ())
        if known:
            return text[: word.start()].rstrip(), _info(_first_valid(known, year), squeezed(whole))
    return None


def is_post(text: str) -> bool:
    """Whether a text is the name of a post, as printed in a reference or a message reference number."""
    return bool(_rows_printed(text))


@cache
def post_rows() -> tuple[PostRow, ...]:
    """The table, in its order."""
    return tuple(_row(cells) for cells in rows("posts"))


def _row(cells: dict[str, str]) -> PostRow:
    kind = cast("PostKind", cells["kind"])
    mrns = listed(cells["mrn"]) or (squeezed(cells["post"]),)
    spellings = (*mrns, *(squeezed(name) for name in listed(cells["also"])))
    return PostRow(
        kind=kind,
        post=cells["post"],
        country=cells["country"] or None,
        since=int(cells["since"] or 0),
        until=int(cells["until"] or OPEN),
        origin=cells["origin"] or f"{WORDING[kind]} {cells['post']}",
        mrns=mrns,
        routes=tuple(cells["routes"].split()),
        spellings=spellings,
    )


@cache
def _named() -> dict[str, tuple[PostRow, ...]]:
    return _indexed((name, row) for row in post_rows() for name in row.spellings)


@cache
def _routed() -> dict[str, tuple[PostRow, ...]]:
    return _indexed((route, row) for row in post_rows() for route in row.routes)


@cache
def _cut(width: int) -> dict[str, tuple[PostRow, ...]]:
    """Names cut at this width, where only one place can be meant.

    Only of embassies and consulates: "Secretary's delegation" would make a post of SECRET.
    """
    by_cut_name = _indexed(
        (squeezed(spaced(row.post)[:width]), row)
        for row in post_rows()
        if len(row.post) > width and row.kind in MOVING_KINDS
    )
    return {name: known for name, known in by_cut_name.items() if len({row.mrns for row in known}) == 1}


def _indexed(pairs: Iterable[tuple[str, PostRow]]) -> dict[str, tuple[PostRow, ...]]:
    by_name: dict[str, list[PostRow]] = {}
    for name, row in pairs:
        by_name.setdefault(name, []).append(row)
    return {name: tuple(known) for name, known in by_name.items()}


def _rows_before(name: str, *, exact: bool) -> tuple[PostRow, ...]:
    """Rows for a name with text behind it (``TRIPOLI LY``): the longest run of leading words that is one.

    A line that names no kind of post must be the name and nothing else: ``FM`` also stands for a foreign
    minister ("FM ANKARA VISIT").
    """
    words = name.split()
    if exact and len(words) > MOST_WORDS:
        return ()
    most = min(len(words), MOST_WORDS)
    for end in range(most, most - 1 if exact else 0, -1):
        known = _named().get("".join(words[:end]))
        if known:
            return known
    return ()


def _rows_printed(text: str) -> tuple[PostRow, ...]:
    """Rows for a whole name as printed, or as a banner cut it.

    Not for six letters, which are too often a word or a person's name: ``GEORGE``, ``MARTIN``.
    """
    name = squeezed(text)
    return _named().get(name) or _cut(BANNER_WIDTH).get(name, ())


def _rows_cut(name: str) -> tuple[PostRow, ...]:
    return _cut(BANNER_WIDTH).get(name) or _cut(OLD_BANNER_WIDTH).get(name, ())


def _guess(name: str) -> tuple[PostRow, ...]:
    """Rows for a misspelt name, where exactly one place is near enough."""
    if len(name) < SHORTEST_GUESS:
        return ()
    near = process.extract(name, _named().keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=3)
    places = {_named()[guess[0]][0].post: _named()[guess[0]] for guess in near}
    return next(iter(places.values())) if len(places) == 1 else ()


def _without_captions(name: str) -> str:
    for caption in GLUED_CAPTIONS:
        if name.startswith(caption) and name not in _named():
            return _without_captions(name.removeprefix(caption))
    return name


def _choose(known: tuple[PostRow, ...], kind: PostKind | None, name: str, year: int | None) -> PostInfo:
    """The row for a FROM line.

    The line's own kind goes before the table's, unless the table knows that the place had that kind in other
    years. Offices and liaison offices count as what the place has: the published index names ``USLO TRIPOLI``
    Embassy Tripoli.
    """
    same = [row for row in known if row.kind == kind]
    in_time = [row for row in same if row.valid(year)]
    if in_time:
        return _info(in_time[0], name)
    best = _info(_first_valid(known, year), name)
    if kind in MOVING_KINDS and not same:
        return PostInfo(
            mrn=best.mrn,
            kind=kind,
            origin=f"{WORDING[kind]} {best.post}",
            post=best.post,
            country=best.country,
        )
    return best


def _first_valid(known: tuple[PostRow, ...], year: int | None) -> PostRow:
    return next((row for row in known if row.valid(year)), known[0])


def _info(row: PostRow, printed: str) -> PostInfo:
    mrn = printed if printed in row.mrns else row.mrns[0]
    return PostInfo(mrn=mrn, kind=row.kind, origin=row.origin, post=row.post, country=row.country)


def _worded(kind: PostKind, place: str) -> PostInfo:
    name = place.title()
    return PostInfo(mrn=squeezed(place), kind=kind, origin=f"{WORDING[kind]} {name}", post=name, country=None)
