"""The index of people from A to Z."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import Person
from generator.names.filing import filed_under, filing_letter
from generator.pages import address
from generator.pages.escape import inline, link, one_line, shaped
from generator.pages.listing import Group, ListPage, crumbs, page_head, write_page
from generator.pages.namesakes import told_apart
from generator.pages.output import Output
from generator.pages.people import NamingsOf, has_page
from generator.settings import Site
from generator.wording import Words, words_in

ONE_PAGE = 1500
"""People on one index page; beyond it each letter has a page of its own."""
MOST_NAMED = 60
"""People shown on the front of an index with a page for each letter."""
OTHER = "#"
"""The heading of names that begin with no letter from A to Z."""


def people_index(catalogue: Catalogue, site: Site, namings: NamingsOf) -> Iterator[Output]:
    """The index; where there are many people, a page for each letter too."""
    words = words_in(site.language)
    marks = told_apart(catalogue, words)
    letters = [
        (letter, [_marked(person, marks) for person in group])
        for letter, group in groupby(
            sorted(catalogue.people.values(), key=_place), key=lambda person: _letter(person.name)
        )
    ]
    people = [person for _, group in letters for person in group]
    if len(people) <= ONE_PAGE:
        unsure = [person for person in people if not person.sure]
        letters = [(letter, [person for person in group if person.sure]) for letter, group in letters]
        letters = [(letter, group) for letter, group in letters if group]
        groups = [
            Group(
                title=letter,
                anchor=_anchor(letter),
                style="cp-index",
                items=tuple(_item(catalogue, site, namings, person, address.PEOPLE) for person in group),
            )
            for letter, group in letters
        ]
        if unsure:
            groups.append(_apart(catalogue, site, namings, unsure, address.PEOPLE))
        yield write_page(address.PEOPLE, _page(people, groups, _jump(letters), words), words)
        return
    most = _most_named(catalogue, site, namings, people)
    page = _page(people, [most], _ways(letters, words), words)
    yield write_page(address.PEOPLE, replace(page, names="names.js"), words)
    yield _names(catalogue, site, namings, people)
    for letter, group in letters:
        yield _letter_page(catalogue, site, namings, letter, group)


def _marked(person: Person, marks: Mapping[str, str]) -> Person:
    """As the person stands in the index: ``Mendoza (Ecuador)`` where others have the name."""
    mark = marks.get(person.slug)
    return replace(person, name=f"{person.name} ({mark})") if mark else person


def _place(person: Person) -> tuple[bool, str, str]:
    """Where somebody stands from A to Z; whoever begins with no letter of it at the end, whatever it is."""
    return (_letter(person.name) == OTHER, filed_under(person.name), person.slug)


def _letter(name: str) -> str:
    return filing_letter(name) or OTHER


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter != OTHER else "letter-other"


def _page(people: Sequence[Person], groups: Sequence[Group], ways: Markup, words: Words) -> ListPage:
    return ListPage(
        front_matter=page_head({}),
        title=words.people.title,
        crumbs=Markup(""),
        intro=inline(words.people.intro(len(people))) + shaped("\n\n{}", ways),
        chart=Markup(""),
        groups=tuple(groups),
        filter=words.people.filter if people else None,
    )


def _jump(letters: Sequence[tuple[str, list[Person]]]) -> Markup:
    steps = (link(letter, f"#{_anchor(letter)}") for letter, _ in letters)
    return shaped("{}\n{{: .cp-letters }}", Markup(" ").join(steps)) if letters else Markup("")


def _ways(letters: Sequence[tuple[str, list[Person]]], words: Words) -> Markup:
    steps = (
        link(
            letter,
            address.relative(address.PEOPLE, address.letter(letter)),
            f'title="{words.people.people(len(group))}"',
        )
        for letter, group in letters
    )
    return shaped("{}\n{{: .cp-letters }}", Markup(" ").join(steps))


def _most_named(catalogue: Catalogue, site: Site, namings: NamingsOf, people: Sequence[Person]) -> Group:
    ranked = sorted(
        (person for person in people if person.sure),
        key=lambda person: (-len(catalogue.by_person[person.slug]), person.slug),
    )
    items = (_item(catalogue, site, namings, person, address.PEOPLE) for person in ranked[:MOST_NAMED])
    return Group(
        title=words_in(site.language).people.most, anchor="most", style="cp-index", items=tuple(items)
    )


def _apart(
    catalogue: Catalogue, site: Site, namings: NamingsOf, people: Sequence[Person], here: str
) -> Group:
    """Those of whom nothing stands anywhere but one word in capitals; a few may be no persons."""
    return Group(
        title=words_in(site.language).people.capitals,
        anchor="letter-capitals",
        style="cp-index",
        items=tuple(_item(catalogue, site, namings, person, here) for person in people),
    )


def _letter_page(
    catalogue: Catalogue, site: Site, namings: NamingsOf, letter: str, people: Sequence[Person]
) -> Output:
    here, words = address.letter(letter), words_in(site.language)
    items = tuple(_item(catalogue, site, namings, person, here) for person in people if person.sure)
    unsure = [person for person in people if not person.sure]
    groups = [Group(title="", anchor="list", style="cp-index", items=items)]
    if unsure:
        groups.append(_apart(catalogue, site, namings, unsure, here))
    said = words.people
    title = said.letter.format(letter=letter) if letter != OTHER else said.other
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=title,
            crumbs=crumbs(here, ((said.title, address.PEOPLE),)),
            intro=inline(said.people(len(people))),
            chart=Markup(""),
            groups=tuple(groups),
            filter=said.filter,
        ),
        words,
    )


def _names(catalogue: Catalogue, site: Site, namings: NamingsOf, people: Sequence[Person]) -> Output:
    """Everybody for the filter box of a large index: name, number of cables, page (no ending), other words.

    A script and not a JSON file, since a page opened from disk may load nothing else.
    """
    rows = [
        [
            one_line(person.name),
            len(catalogue.by_person[person.slug]),
            _target(catalogue, site, namings, person).replace(".md", ""),
            *_other_words(person),
        ]
        for person in people
    ]
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
    return Output(path="people/names.js", content=f"cablepressNames({text})\n".encode())


def _other_words(person: Person) -> tuple[str, ...]:
    """What other forms of the name have and it has not, in one text: ``gaddafi moammar``; else nothing."""
    known = one_line(person.name).lower()
    words = {word for form in person.variants for word in one_line(form).lower().split()}
    others = sorted(word for word in words if word not in known)
    return (" ".join(others),) if others else ()


def _target(catalogue: Catalogue, site: Site, namings: NamingsOf, person: Person) -> str:
    """The person's page; without one, the paragraph that names them first."""
    if has_page(catalogue, site, person.slug):
        return address.person(person.slug)
    return _first_place(catalogue, namings, person)


def _item(catalogue: Catalogue, site: Site, namings: NamingsOf, person: Person, here: str) -> Markup:
    """Name and number of cables; without a page of their own, straight to the paragraph."""
    count = words_in(site.language).number(len(catalogue.by_person[person.slug]))
    target = _target(catalogue, site, namings, person)
    return shaped("- {} {}", link(person.name, address.relative(here, target)), inline(count))


def _first_place(catalogue: Catalogue, namings: NamingsOf, person: Person) -> str:
    """The first cable that names the person, at the paragraph where it does."""
    entry = catalogue.by_person[person.slug][0]
    path, anchor = address.cable(entry), namings(entry.key)[person.slug].anchor
    return f"{path}#{anchor}" if anchor else path
