"""The addresses of the site: every path below ``docs/`` that a page can have, made here and nowhere else.

Addresses are stable: each depends on what its page shows alone, never on what else the corpus holds.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from generator.catalogue import AbsentPlace
from generator.model import CABLE_ID
from generator.names.filing import slugged
from generator.settle import Entry

GENERATED = (
    "cables",
    "changes",
    "classification",
    "collections",
    "concepts",
    "countries",
    "data",
    "dates",
    "people",
    "posts",
    "references",
    "tags",
)
"""Folders below ``docs/`` that belong to the generator; everything else there is written by people."""

_UNIDENTIFIED = re.compile(r"unidentified-[0-9a-f]{12}")
_TAG = re.compile(r"[A-Z0-9]{2,12}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|letters)", re.IGNORECASE)
"""File names that Windows refuses, and the ones the site needs itself."""

UNDATED = "undated"
"""Stands for a year or a month that is not known."""

HOME = "index.md"
TAGS = "tags/index.md"
PEOPLE = "people/index.md"
DATES = "dates/index.md"
POSTS = "posts/index.md"
POST_MAP = "posts/map.md"
COUNTRIES = "countries/index.md"
CLASSIFICATION = "classification/index.md"
CONCEPTS = "concepts/index.md"
REFERENCES = "references/index.md"
DATA = "data/index.md"
COLLECTIONS = "collections/index.md"
CHANGES = "changes/index.md"


def cable(entry: Entry) -> str:
    """``cables/2009/02/09ASTANA308.md``; without a date ``cables/undated/...``."""
    return cable_at(entry.date, entry.key)


def cable_at(date: datetime | None, key: str) -> str:
    """The same, of a cable that has no entry."""
    return f"{_folder(date)}/{_key(key)}.md"


def original(entry: Entry) -> str:
    """The original text: ``cables/2009/02/09ASTANA308.txt``."""
    return f"{_folder(entry.date)}/{_key(entry.key)}.txt"


def tag(code: str) -> str | None:
    """``tags/PGOV.md``; None for what has not the form of a code and so gets no page."""
    return f"tags/{_unreserved(code)}.md" if _TAG.fullmatch(code) else None


def person(slug: str) -> str:
    """``people/rashid-tusupbekov.md``.

    Raises:
        ValueError: It is no slug.
    """
    if not _SLUG.fullmatch(slug):
        message = f"{slug!r} is no slug"
        raise ValueError(message)
    return f"people/{_unreserved(slug)}.md"


def letter(initial: str) -> str:
    """One letter of a large index of people: ``people/letters/b.md``; ``other`` for what is no letter."""
    return f"people/letters/{initial.lower() if initial.isascii() and initial.isalpha() else 'other'}.md"


def year(number: int) -> str:
    """``dates/2009.md``."""
    return part(DATES, (number,))


def month(number: int, of: int) -> str:
    """``dates/2009/02.md``."""
    return part(DATES, (number, of))


def undated() -> str:
    """Cables whose date is unknown."""
    return part(DATES, (0,))


def post(name: str) -> str:
    """``posts/astana.md``; the map of posts has an address that no post can have."""
    path = f"posts/{_named(name)}.md"
    return path if path != POST_MAP else path.replace(".md", "-.md")


def country(name: str) -> str:
    """``countries/kazakhstan.md``."""
    return f"countries/{_named(name)}.md"


def country_anchor(name: str) -> str:
    """The country's place on the page of posts: ``country-kazakhstan``."""
    return f"country-{_named(name)}"


def classification(name: str) -> str:
    """``classification/secret-noforn.md``."""
    return f"classification/{_named(name)}.md"


def collection(name: str) -> str:
    """``collections/central-foreign-policy-files.md``."""
    return f"collections/{_named(name)}.md"


def concept(heading: str) -> str:
    """A subject heading of an archive: ``concepts/military-bases.md``."""
    return f"concepts/{_named(heading)}.md"


def absent(cable_id: str, place: AbsentPlace) -> str:
    """The place of a cable that is cited but not held: ``references/almaty.md#cable-06ALMATY1450``."""
    return f"{citations(place)}#{cited(cable_id)}"


def cited(cable_id: str) -> str:
    """Its anchor on that page. An id in a page is a name of its scripts' window: none without a prefix."""
    return f"cable-{cable_id}"


def citations(place: AbsentPlace) -> str:
    """Cited but absent cables of one post, ``references/almaty.md``, or of a year of it."""
    when = () if place.year is None else (place.year,)
    return part(f"references/{_named(place.post)}.md", when, page=place.page)


def part(path: str, when: Sequence[int], *, of: int = 0, page: int = 1) -> str:
    """A year, month or day of a list that is too long for one page: ``tags/PGOV/2009/02.md``.

    Args:
        path: Of the list.
        when: Year, month, day, as many as are meant; 0 for one that is not known.
        of: How many of these the list itself has: 2 for that of a month.
        page: Where such a part is too long, too: ``tags/PGOV/2009/02/14/page-2.md``.
    """
    widths = (4, 2, 2)
    pieces = [f"{piece:0{width}}" if piece else UNDATED for piece, width in zip(when, widths, strict=False)]
    pieces = pieces[of:]
    if page > 1:
        pieces.append(f"page-{page}")
    return "/".join([path.removesuffix("/index.md").removesuffix(".md"), *pieces]) + ".md" if pieces else path


def feed(path: str) -> str:
    """The feed of a list: ``tags/PGOV/feed.xml``."""
    return f"{path.removesuffix('/index.md').removesuffix('.md')}/feed.xml"


def release(day: date, part: int = 1, ending: str = ".md") -> str:
    """What changed with one release: ``changes/2026-05-03.md``, further parts ``changes/2026-05-03/2.md``."""
    tail = "" if part == 1 else f"/{part}"
    return f"changes/{day.isoformat()}{tail}{ending}"


def relative(source: str, target: str) -> str:
    """The link from one page to another, ``../../tags/PGOV.md``; ``target`` may end in ``#anchor``.

    Always by way of the root: simple, quick, and the same for all pages of a folder.
    """
    path, _, anchor = target.partition("#")
    if path == source and anchor:
        return f"#{anchor}"
    return "../" * source.count("/") + target


def page(path: str) -> str:
    """The address that readers see: ``cables/2009/02/09ASTANA308/``; of no page, its own."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def _folder(date: datetime | None) -> str:
    return "cables/undated" if date is None else f"cables/{date.year:04}/{date.month:02}"


def _key(key: str) -> str:
    """Only what has the form of a key becomes a file name: cable text is hostile."""
    if not (CABLE_ID.fullmatch(key) or _UNIDENTIFIED.fullmatch(key)):
        message = f"{key!r} is no key of a cable"
        raise ValueError(message)
    return key


def _named(name: str) -> str:
    return _unreserved(slugged(name)) or "unnamed"


def _unreserved(name: str) -> str:
    return f"{name}-" if _RESERVED.fullmatch(name) else name
