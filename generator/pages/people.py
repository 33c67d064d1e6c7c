"""The people: a page for each, and the index from A to Z."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import Person
from generator.pages import address
from generator.pages.escape import html, inline, link, phrase, shaped
from generator.pages.feeds import list_with_feed
from generator.pages.items import quote
from generator.pages.listing import Listing
from generator.pages.network import around_person
from generator.pages.output import Output, report_address
from generator.pages.summary import top_posts, top_tags
from generator.people.resolve.persons import ALONE_NOTE
from generator.people.resolve.role_names import clean_roles, role_of
from generator.settings import Site
from generator.settle import Entry, Naming, Namings
from generator.wording import Words, words_in

NamingsOf = Callable[[str], Namings]
"""From the key of a cable to how it names its people."""

ROLES = 8
"""Roles shown of one person, those given by most cables first."""
ROLE_CABLES = 4
"""Cables shown for one role."""
TIMELINE = 12
"""Cables from which a person gets a chart of years."""
TOGETHER = 12
"""People shown who are named most in the same cables."""


def person_pages(
    catalogue: Catalogue, site: Site, namings: NamingsOf, slugs: Iterable[str]
) -> Iterator[Output]:
    """The pages of those of ``slugs`` that have one; each can be written by itself, in any process."""
    for slug in slugs:
        if has_page(catalogue, site, slug):
            yield from _person(catalogue, site, namings, catalogue.people[slug])


def has_page(catalogue: Catalogue, site: Site, slug: str) -> bool:
    """Whether enough cables name the person."""
    return slug in catalogue.people and len(catalogue.by_person[slug]) >= site.page_from(
        len(catalogue.entries)
    )


def _person(catalogue: Catalogue, site: Site, namings: NamingsOf, person: Person) -> Iterator[Output]:
    path, words = address.person(person.slug), words_in(site.language)
    entries = catalogue.by_person[person.slug]

    def note(entry: Entry, here: str) -> Markup | None:
        return _sentence(namings(entry.key)[person.slug], entry, here, words)

    yield from list_with_feed(
        Listing(
            words=words,
            path=path,
            title=person.name,
            entries=entries,
            crumbs=((words.people.title, address.PEOPLE),),
            intro=_intro(person, entries, words),
            outro=_beside(catalogue, site, person, entries, path),
            note=note,
            record={"person": {"name": person.name, "variants": list(person.variants)}},
            chart_from=TIMELINE,
            before_list=_roles(catalogue, person, path, words),
        ),
        site,
    )


def _sentence(naming: Naming, entry: Entry, here: str, words: Words) -> Markup | None:
    """The sentence of a cable that names the person, linked to its paragraph."""
    if naming.anchor is None:
        place = {"classified_by": words.people.classified, "signature": words.people.signed}
        said = [place[where] for where in naming.where if where in place]
        return shaped("\n  <br>{}", inline(" ".join(said))) if said else None
    shown = f"\u00b6{naming.paragraph}" if naming.paragraph is not None else words.item.in_the_text
    target = address.relative(here, f"{address.cable(entry)}#{naming.anchor}")
    return quote(naming.sentence, shown, target, words)


def _intro(person: Person, entries: Sequence[Entry], words: Words) -> Markup:
    when = words.span(entry.date or entry.year for entry in entries)
    said, count = words.people, len(entries)
    shown = inline(said.named_when(count, when=when) if when else said.named_in(count))
    if forms_told := _told(person):
        forms = Markup(" \u00b7 ").join(inline(variant) for variant in forms_told)
        shown += shaped("\n\n{}\n{{: .cp-variants }}", phrase(said.also_as, names=forms))
    if person.note:
        note = said.one_word if person.note == ALONE_NOTE else person.note
        shown += shaped("\n\n{}\n{{: .cp-note }}", inline(note))
    return shown


def _told(person: Person) -> list[str]:
    """Other forms of the name, each once: one in capitals is no other where small letters have it."""
    told: dict[str, str] = {person.name.casefold(): ""}
    for variant in sorted(person.variants, key=str.isupper):
        told.setdefault(variant.casefold(), variant)
    return sorted(filter(None, told.values()), key=person.variants.index)


def _roles(catalogue: Catalogue, person: Person, here: str, words: Words) -> Markup:
    """What the cables call the person, each office once, with the cables and dates that say so."""
    given: dict[frozenset[str], list[Entry]] = defaultdict(list)
    for appearance in person.appearances:
        entry = catalogue.entries.get(appearance.cable)
        for role in filter(None, map(role_of, appearance.found.roles)) if entry is not None else ():
            if entry is not None and entry not in given[role.key]:
                given[role.key].append(entry)
    printed = clean_roles(
        role
        for appearance in person.appearances
        if appearance.cable in catalogue.entries
        for role in appearance.found.roles
    )
    if not given:
        return Markup("")
    ordered = sorted(given, key=lambda key: (-len(given[key]), given[key][0].sort_key, printed[key]))[:ROLES]
    lines = (
        shaped(
            "- {} {}",
            words.telegrams(shaped("**{}**", inline(printed[key]))),
            _dates(given[key], here, words),
        )
        for key in ordered
    )
    return shaped(
        '## {} {{: #roles }}\n\n<div class="cp-roles" markdown>\n\n{}\n\n</div>',
        inline(words.people.roles),
        Markup("\n").join(lines),
    )


def _dates(entries: Sequence[Entry], here: str, words: Words) -> Markup:
    """Links to the first cables, by date."""
    shown = Markup(", ").join(
        link(
            words.day(entry.date) if entry.date else entry.key,
            address.relative(here, address.cable(entry)),
        )
        for entry in entries[:ROLE_CABLES]
    )
    more = len(entries) - ROLE_CABLES
    if more <= 0:
        return shown
    return phrase(words.people.dates_more.form(more), dates=shown, count=words.number(more))


def _beside(catalogue: Catalogue, site: Site, person: Person, entries: Sequence[Entry], here: str) -> Markup:
    """Who is named with the person, under which tags, by which posts."""
    words = words_in(site.language)
    counts = Counter(slug for entry in entries for slug in entry.people if slug != person.slug)
    together = sorted(
        ((slug, n) for slug, n in counts.items() if has_page(catalogue, site, slug)),
        key=lambda pair: (-pair[1], pair[0]),
    )[:TOGETHER]
    names = {slug: catalogue.people[slug].name for slug, _ in together}
    network = around_person(together, entries, names, here, words)
    listed = Markup(", ").join(
        link(names[slug], address.relative(here, address.person(slug)))
        + shaped(" ({})", inline(words.number(n)))
        for slug, n in together
    )
    lines = [
        (words.people.together, Markup("") if network else listed),
        (words.lists.tags, top_tags(entries, here, words)),
        (words.lists.posts, top_posts(entries, here, words)),
    ]
    text = Markup("\n\n").join(shaped("{}\n:   {}", inline(name), line) for name, line in lines if line)
    beside = shaped(
        '## {} {{: #beside }}\n\n<div class="cp-facets" markdown>\n\n{}\n\n</div>',
        inline(words.people.beside),
        text,
    )
    if network:
        beside += shaped("\n\n## {} {{: #network }}\n\n{}", inline(words.people.together), network)
    report = report_address(site, person.name, here)
    return beside + _report(report, words) if report else beside


def _report(target: str, words: Words) -> Markup:
    """A reader knows best whether two people stand here as one."""
    return shaped('\n\n<p class="cp-report"><a href="{}">{}</a></p>', html(target), html(words.people.report))
