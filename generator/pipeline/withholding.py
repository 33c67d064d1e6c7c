"""What is withheld, taken out of the records that were read, before anything else is done with them.

A cable that is withheld whole goes no further; of it remain its address, whom its text asks to protect, and
the words by which the last gate looks for it. Of one that is withheld in part the record goes on without
that part, its people found anew: what is behind never sees what is gone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from generator.edition.withhold import Withholding, Withholdings, cut, idle, telling
from generator.model import PROTECT_UNCLEAR, Cable, Problem, Withheld, load_cable
from generator.names import NameSearch, Words, name_words, spellings
from generator.people.masking import ToMask, mask_cable
from generator.pipeline.guard import Place, guarded
from generator.pipeline.records import Record, record_of, with_people


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """All that is published of a cable that is withheld whole."""

    key: str
    date: datetime | None
    """Its address has the month."""
    withheld: Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What is known of withheld text, and never published."""

    key: str
    """Of its cable."""
    date: datetime | None
    tombstone: Tombstone | None = None
    """Of a cable that is withheld whole."""
    marked: tuple[str, ...] = ()
    """Names that it asks to protect: elsewhere they are masked, since nobody is resolved by it."""
    named: tuple[str, ...] = ()
    """Names of all whom it names."""
    unclear: tuple[Problem, ...] = ()
    """Its requests to protect of which nobody can tell whom they mean: they stop a build all the same."""
    sought: tuple[Words, ...] = ()
    """Passages that may stand in no published file."""
    here: tuple[Words, ...] = ()
    """Passages that may not stand in the cable's own files."""


def withheld_records(
    outcomes: Iterable[Record | Problem], withholdings: Withholdings, *, tagger: str
) -> Iterator[Record | Problem | Gone]:
    """Everything that was read, in order, without what is withheld; what remains of that beside it.

    Args:
        outcomes: What was read and corrected.
        withholdings: What is in force.
        tagger: Finds people, as for reading.

    Yields:
        Problems for entries that fit nothing, which must stop a build, as well.
    """
    keys: set[str] = set()
    unmet = {entry: NameSearch(spellings(entry.name or "")) for entry in withholdings.names}
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            yield outcome
            continue
        if unmet:
            text = _text(load_cable(outcome.line))
            unmet = {entry: search for entry, search in unmet.items() if not any(search.find(text))}
        key = outcome.context.key
        entry, parts = withholdings.whole.get(key), withholdings.parts.get(key, ())
        if entry is None and not parts:
            yield outcome
            continue
        keys.add(key)
        done = guarded(partial(_without, outcome, entry, parts, tagger), Place(outcome.path, outcome.row))
        yield from (done,) if isinstance(done, Problem) else done
    yield from idle(withholdings, keys)
    yield from (entry.idle(f"the name {entry.name!r} stands in no cable") for entry in unmet)


def _text(cable: Cable) -> str:
    """Everything in which a name can stand."""
    return "\n".join([cable.subject or "", *(block.text for block in cable.blocks), cable.source.original])


def _without(
    record: Record, entry: Withholding | None, parts: tuple[Withholding, ...], tagger: str
) -> tuple[Record | Problem | Gone, ...]:
    cable = load_cable(record.line)
    if entry is not None:
        return (_whole(record, cable, entry),)
    names = tuple(part for part in parts if part.name)
    masked, problems = _masked(cable, names)
    rest = cut(masked, [part for part in parts if not part.name])
    left = replace(
        rest.cable,
        people=(),
        protected=(),
        withheld=(*(part.shown for part in names), *rest.cable.withheld),
    )
    new = record_of(with_people(left, tagger), tagger=tagger)
    removed_words = (passage for part in names for passage in (name_words(part.name or ""),))
    gone = Gone(
        key=record.context.key,
        date=record.context.date,
        marked=_marked(record),
        named=tuple(name for name in _named(record) if name not in _named(new)),
        unclear=tuple(each for each in _unclear(record) if each not in new.problems),
        sought=rest.sought,
        here=(*rest.here, *removed_words),
    )
    return (replace(new, cut=True), gone, *problems, *rest.problems)


def _masked(cable: Cable, entries: Iterable[Withholding]) -> tuple[Cable, list[Problem]]:
    """The cable without names that are withheld in it alone, and which of them it has not."""
    problems: list[Problem] = []
    for entry in entries:
        without = mask_cable(cable, ToMask(names=(entry.name or "",)))
        if without == cable:
            problems.append(entry.idle(f"the name {entry.name!r} does not stand in {entry.cable}"))
        cable = without
    return cable, problems


def _whole(record: Record, cable: Cable, entry: Withholding) -> Gone:
    key, date = record.context.key, record.context.date
    return Gone(
        key=key,
        date=date,
        tombstone=Tombstone(key=key, date=date, withheld=entry.shown),
        marked=_marked(record),
        named=_named(record),
        unclear=_unclear(record),
        sought=() if entry.only_here else telling(cable),
    )


def _marked(record: Record) -> tuple[str, ...]:
    people = record.context.people
    return tuple(person.name for person in people if person.protected and any(map(str.isalpha, person.name)))


def _named(record: Record) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.name for person in record.context.people))


def _unclear(record: Record) -> tuple[Problem, ...]:
    return tuple(problem for problem in record.problems if problem.code == PROTECT_UNCLEAR)
