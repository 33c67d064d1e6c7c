"""What a search offers beside cables: people by any spelling, posts, countries, tags, what people wrote."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.catalogue import Catalogue
from generator.model import Person
from generator.pages import address
from generator.search.cards import on_one_line
from generator.search.words import words_and_joined
from generator.settle import Entry
from generator.settle.sentences import opening
from generator.tables import tag as known_tag

Kind = Literal["person", "post", "country", "tag", "page", "note"]

SPELLINGS: Final = 4
"""Other spellings of a person shown."""
SHOWN: Final = 120
"""Characters of a note shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One of them."""

    kind: Kind
    name: str
    note: str
    """Other spellings, the meaning of a tag, how a note begins; empty: none."""
    address: str
    """Below the root, with the ending that a web server has: ``people/rashid-tusupbekov/``."""
    cables: int
    words: frozenset[str]
    """By any of these, or a beginning of one, it is found."""

    @property
    def rank(self) -> tuple[int, str, str]:
        """The best known first."""
        return (-self.cables, self.name, self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """A page that the publisher wrote, or a note of the editors' on another."""

    title: str
    """Its own; of a note that of what it is on."""
    address: str
    """Below the root; of a note with the place on the page: ``cables/2009/02/09ASTANA308/#para-5``."""
    text: str
    kind: Literal["page", "note"] = "page"


def things(
    catalogue: Catalogue, pages: Iterable[WrittenPage], *, has_page: Callable[[Person], bool]
) -> list[Thing]:
    """All of them, the best known first.

    Args:
        catalogue: The cables, and the people who may be shown.
        pages: What the publisher wrote.
        has_page: Whether a person has a page; else a cable that names the person is where one is led.
    """
    things = [
        *_people(catalogue, has_page),
        *_places("post", catalogue.by_post, address.post),
        *_places("country", catalogue.by_country, address.country),
        *_tags(catalogue.by_tag),
        *(_page(page) for page in pages),
    ]
    return sorted(things, key=lambda thing: thing.rank)


def person_words(person: Person) -> frozenset[str]:
    """The words of every spelling of a name."""
    return _words(person.name, *person.variants)


def _words(*texts: str) -> frozenset[str]:
    out: set[str] = set()
    for text in texts:
        plain, joined = words_and_joined(text)
        out.update(plain, (word for _, word in joined))
    return frozenset(out)


def _people(catalogue: Catalogue, has_page: Callable[[Person], bool]) -> Iterator[Thing]:
    for slug, person in catalogue.people.items():
        named_in = catalogue.by_person[slug]
        where = address.person(slug) if has_page(person) else address.cable(named_in[0])
        yield Thing(
            kind="person",
            name=on_one_line(person.name),
            note=on_one_line(", ".join(person.variants[:SPELLINGS])),
            address=address.page(where),
            cables=len(named_in),
            words=person_words(person),
        )


def _places(
    kind: Kind, by_name: Mapping[str, tuple[Entry, ...]], path: Callable[[str], str]
) -> Iterator[Thing]:
    for name, entries in by_name.items():
        yield Thing(
            kind=kind,
            name=on_one_line(name),
            note="",
            address=address.page(path(name)),
            cables=len(entries),
            words=_words(name),
        )


def _tags(by_tag: Mapping[str, tuple[Entry, ...]]) -> Iterator[Thing]:
    for code, entries in by_tag.items():
        where, known = address.tag(code), known_tag(code)
        if where and not (known and known.kind == "country"):  # the country itself is offered
            yield Thing(
                kind="tag",
                name=on_one_line(code),
                note=known.meaning if known else "",
                address=address.page(where),
                cables=len(entries),
                words=_words(code, *((known.meaning, *known.words) if known else ())),
            )


def _page(page: WrittenPage) -> Thing:
    return Thing(
        kind=page.kind,
        name=on_one_line(page.title),
        note=opening(on_one_line(page.text), SHOWN) if page.kind == "note" else "",
        address=page.address,
        cables=0,
        words=_words(page.title, page.text),
    )
