"""Versions of a cable that were published before, put beside what it says now; and what has changed since.

Only releases are compared with one another: the last text that was released is the present one, or will be
when the next release is recorded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.edition.history import (
    Change,
    History,
    Publication,
    PublishedNow,
    compare,
    texts_of,
    with_changes,
)
from generator.model import FormerVersion, Problem, dump_cable, load_cable
from generator.names import NameSearch, spellings
from generator.pages import Output, address, former_lists, former_pages, has_page, moved_pages
from generator.pipeline.collect import Collected
from generator.pipeline.printings import differences
from generator.pipeline.records import Record
from generator.pipeline.withholding import Gone
from generator.publish import write_redirects
from generator.settings import Site
from generator.settle import readable
from generator.store import digest_of, squeezed
from generator.wording import words_in

MOST = 5
"""Former versions of a cable that are compared, the latest."""


def with_versions(
    outcomes: Iterable[Record | Problem | Gone], history: History, folder: Path
) -> Iterator[Record | Problem | Gone]:
    """Everything, in order; cables that were released in several versions with what differed.

    A cable of which a part is withheld has none: former versions had that part.

    Args:
        outcomes: What was read.
        history: All releases.
        folder: Where their texts are.
    """
    former = _former(history, folder)
    for outcome in outcomes:
        if isinstance(outcome, Record) and not outcome.cut and outcome.context.key in former:
            yield _with(outcome, former[outcome.context.key])
        else:
            yield outcome


def _former(history: History, folder: Path) -> Mapping[str, dict[date, str]]:
    """By key and day, what cables said before their last version."""
    wanted: dict[date, list[str]] = defaultdict(list)
    for key, publication in history.cables.items():
        for day in publication.texts[:-1][-MOST:]:
            wanted[day].append(key)
    former: dict[str, dict[date, str]] = defaultdict(dict)
    for day in sorted(wanted):
        for key, text in texts_of(folder, day, wanted[day]):
            former[key][day] = text
    return former


def _with(record: Record, texts: Mapping[date, str]) -> Record:
    cable = load_cable(record.line)
    now = readable(cable)
    versions = (
        FormerVersion(published_on=day, differences=tuple(differences(now, text)))
        for day, text in texts.items()
    )
    line = dump_cable(replace(cable, versions=tuple(each for each in versions if each.differences)))
    return replace(record, squeezed=squeezed(line), digest=digest_of(line))


def since_last_release(collected: Collected) -> tuple[Change, ...]:
    """What would be recorded if this were released: everything, before the first release."""
    entries = collected.catalogue.entries
    now = {
        key: PublishedNow(
            page=address.cable(entry).removesuffix(".md"), version=collected.digests[key].version
        )
        for key, entry in entries.items()
    }
    withheld = {
        stone.key: address.cable_at(stone.date, stone.key).removesuffix(".md")
        for stone in collected.tombstones
    }
    return compare(collected.history, now, withheld, collected.renumbered)


def _known(collected: Collected) -> Mapping[str, Publication]:
    """What was published, and what became of it until now."""
    return with_changes(collected.history, since_last_release(collected)) if collected.history.last else {}


def listed_pages(collected: Collected, site: Site) -> frozenset[str]:
    """Addresses of all people and lists that have a page, without an ending; parts of long lists aside."""
    found = collected.catalogue
    years = {year for year, _ in found.by_month} | set(found.by_year_alone)
    paths = (
        *(address.person(slug) for slug in found.people if has_page(found, site, slug)),
        *(path for code in found.by_tag if (path := address.tag(code))),
        *map(address.post, found.by_post),
        *map(address.country, found.by_country),
        *map(address.classification, found.by_classification),
        *map(address.concept, found.by_concept),
        *map(address.collection, found.by_collection),
        *map(address.year, years),
        *(address.month(year, month) for year, month in found.by_month),
    )
    return frozenset(path.removesuffix(".md") for path in paths)


def pages_of_gone(collected: Collected, site: Site) -> Iterator[Output]:
    """Pages at the addresses of cables, people and lists that are no more since they were published."""
    if day := collected.history.last:
        known, entries, words = _known(collected), collected.catalogue.entries, words_in(site.language)
        yield from former_pages(known, entries, last=day, words=words)
        yield from former_lists(_gone_lists(collected, site), last=day, words=words)


def _gone_lists(collected: Collected, site: Site) -> list[str]:
    """Addresses of people and lists that are to say so; none in which a protected or withheld name stands."""
    moved = {address.person(old).removesuffix(".md") for old in collected.moved}
    gone = collected.history.pages - listed_pages(collected, site) - moved
    protection = collected.protection
    withheld = NameSearch(
        words for each in collected.gone for name in each.named for words in spellings(name)
    )
    searches = (
        withheld,
        protection.index.full,
        protection.index.surnames,
        protection.text.full,
        protection.text.surnames,
    )
    return sorted(
        page
        for page in gone
        if not any(
            True for search in searches for _ in search.find(page.rpartition("/")[2].replace("-", " "))
        )
    )


def lead_on(site: Path, collected: Collected, language: str, *, from_disk: bool = False) -> None:
    """Write into a finished site what leads from addresses that cables and people had to the present ones.

    Args:
        site: The site.
        collected: What it was made of.
        language: What it speaks.
        from_disk: A page is a file of it, not a folder.
    """
    withheld = {
        stone.key: address.cable_at(stone.date, stone.key).removesuffix(".md")
        for stone in collected.tombstones
    }
    moved = moved_pages(_known(collected), collected.catalogue.entries, withheld) | {
        address.person(old).removesuffix(".md"): address.person(new).removesuffix(".md")
        for old, new in collected.moved.items()
    }
    write_redirects(site, moved, words_in(language), from_disk=from_disk)
