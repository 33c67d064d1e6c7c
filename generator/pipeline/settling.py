"""Every cable made the value that is published, in as many processes as wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.edition.collections import NO_COLLECTIONS, Collections
from generator.model import Holding, Problem, load_cable
from generator.names import Words
from generator.people.protect import Protection
from generator.people.resolve import People
from generator.pipeline.guard import guarded
from generator.pipeline.memory import Memory
from generator.pipeline.remembered import Keyed, Task, remembered
from generator.pipeline.shelf import SqueezedShelf
from generator.pipeline.spool import Spooled
from generator.pipeline.workers import Workers, chunks
from generator.settings import Titling
from generator.settle import Entry, dump_namings, dump_published, settle, version_of
from generator.store import Key, digest_of, pack, restored, squeezed

BATCH = 32
INLINE = 100
"""Up to this many cables no process is started: it would cost more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledCable:
    """One cable as the rest of a build needs it: what is large as bytes, small."""

    entry: Entry
    squeezed: bytes
    """Its ``PublishedCable``, as ``dump_published`` writes it, made small."""
    digest: Key
    """Of the same."""
    entry_digest: Key
    namings: bytes
    """As ``dump_namings`` writes them."""
    namings_digest: Key
    version: str
    """Of what it says, as ``version_of`` has it."""
    suspects: tuple[str, ...]
    kept: frozenset[Words]
    """Of :class:`~generator.settle.Settled`, as ``suspects``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What became of a cable: one of the two."""

    settled: SettledCable | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unsettled:
    """A cable that was read."""

    spooled: Spooled
    record: bytes
    """Squeezed."""
    slugs: tuple[str | None, ...]
    """For each of its people."""
    holding: Holding | None


def settled_cables(  # noqa: PLR0913 - what was read, what was decided over all cables, and how
    cables: Sequence[Spooled],
    raw: SqueezedShelf,
    people: People,
    protection: Protection,
    *,
    titling: Titling,
    collections: Collections = NO_COLLECTIONS,
    memory: Memory,
    workers: Workers,
) -> Iterator[tuple[Spooled, SettledCable | Problem]]:
    """Each cable settled, in order; one on which that fails is the problem that it did.

    Args:
        cables: Whose records are on ``raw``.
        raw: The shelf.
        people: Everyone, resolved over the corpus.
        protection: Whom to withhold and whom to mask.
        titling: How titles are made of subjects.
        collections: Where files come from.
        memory: What earlier builds settled.
        workers: Processes; the result is the same.
    """
    task = Task(
        "cables settled",
        partial(_settled, protection=protection, titling=titling),
        _Outcome,
        lasting=_is_lasting,
    )
    policy = memory.policy_key(protection, titling)

    def keyed(cable: Spooled) -> Keyed[_Unsettled]:
        key = cable.context.key
        holding = collections.of(cable.path)
        slugs = tuple(people.slugs.get((key, index)) for index in range(len(cable.context.people)))
        return Keyed(
            memory.settled_key(cable.digest, slugs, protection, policy, holding),
            _Unsettled(spooled=cable, record=raw.squeezed(key), slugs=slugs, holding=holding),
        )

    batches = ([keyed(cable) for cable in some] for some in chunks(cables, BATCH))
    outcomes = (
        outcome
        for batch in remembered(task, batches, memory.store, workers=1 if len(cables) <= INLINE else workers)
        for outcome in batch
    )
    for cable, outcome in zip(cables, outcomes, strict=True):
        yield cable, outcome.settled or outcome.problem  # type: ignore[misc] # one of the two


def _is_lasting(outcome: _Outcome) -> bool:
    return outcome.problem is None


def _settled(unsettled: _Unsettled, *, protection: Protection, titling: Titling) -> _Outcome:
    done = guarded(partial(_value, unsettled, protection, titling), unsettled.spooled.place)
    return _Outcome(problem=done) if isinstance(done, Problem) else _Outcome(settled=done)


def _value(unsettled: _Unsettled, protection: Protection, titling: Titling) -> SettledCable:
    cable = load_cable(restored(unsettled.record))
    cable = replace(cable, holding=unsettled.holding or cable.holding)
    slugs = {(cable.key, index): slug for index, slug in enumerate(unsettled.slugs) if slug is not None}
    settled = settle(cable, People(slugs=slugs), protection, headline_case=titling.headline_case)
    line = dump_published(settled.published)
    namings = dump_namings(settled.published.namings)
    return SettledCable(
        entry=settled.published.entry,
        squeezed=squeezed(line),
        digest=digest_of(line),
        entry_digest=digest_of(pack(settled.published.entry) or line),
        namings=namings,
        namings_digest=digest_of(namings),
        version=version_of(settled.published.cable),
        suspects=settled.suspects,
        kept=settled.kept,
    )
