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
from generator.pages import Output, address, former_pages, moved_pages
from generator.pipeline.collect import Collected
from generator.pipeline.printings import differences
from generator.pipeline.records import Record
from generator.pipeline.withholding import Gone
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


def pages_of_gone(collected: Collected, language: str) -> Iterator[Output]:
    """Pages at the addresses of cables that were removed since they were published."""
    if day := collected.history.last:
        known, entries = _known(collected), collected.catalogue.entries
        yield from former_pages(known, entries, last=day, words=words_in(language))


def former_addresses(collected: Collected) -> dict[str, str]:
    """Addresses that cables and people had, or might be looked for at, and those that they have now."""
    withheld = {
        stone.key: address.cable_at(stone.date, stone.key).removesuffix(".md")
        for stone in collected.tombstones
    }
    return moved_pages(_known(collected), collected.catalogue.entries, withheld) | {
        address.person(old).removesuffix(".md"): address.person(new).removesuffix(".md")
        for old, new in collected.moved.items()
    }
