"""What the editors corrected, put into the records that were read, and their people found anew.

A record is corrected behind the reading of its file, so that one changed correction costs one cable: the file
is not read again, nor is any other cable.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.edition.corrections import CableCorrection, Corrections, corrected
from generator.model import Problem, load_cable
from generator.pipeline.guard import Place, guarded
from generator.pipeline.memory import Memory
from generator.pipeline.records import Record, record_of, with_people
from generator.pipeline.remembered import Keyed, Task, remembered
from generator.pipeline.workers import Workers, chunks

BATCH = 16
INLINE = 32
"""Up to this many corrected cables no process is started: it would cost more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A record, and what is to be corrected of it."""

    record: Record
    entries: tuple[CableCorrection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """The record corrected, or the problem that it could not be; and corrections that were not made."""

    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    whole: bool = True
    """False where a step failed or took too long."""


def corrected_records(
    outcomes: Iterable[Record | Problem],
    corrections: Corrections,
    *,
    tagger: str,
    memory: Memory,
    workers: Workers,
) -> Iterator[Record | Problem]:
    """Everything that was read, in order, those that are corrected last; then what is to be said of it.

    Args:
        outcomes: What was read.
        corrections: What the editors say.
        tagger: Finds people, as for reading.
        memory: What earlier builds corrected.
        workers: Processes; the result is the same.
    """
    waiting: list[_Job] = []
    files: set[str] = set()
    spoken_of, held = corrections.keys, set[str]()
    for outcome in outcomes:
        files.add(outcome.path)
        if not isinstance(outcome, Problem) and outcome.context.key in spoken_of:
            held.add(outcome.context.key)
        entries = None if isinstance(outcome, Problem) else corrections.cables.get(outcome.context.key)
        if isinstance(outcome, Problem) or entries is None:
            yield outcome
        else:
            waiting.append(_Job(record=outcome, entries=entries))
    task = Task("cables corrected", partial(_corrected, tagger=tagger), _Done, lasting=_is_lasting)
    batches = (_keyed(jobs, memory) for jobs in chunks(waiting, BATCH))
    for batch in remembered(task, batches, memory.store, workers=1 if len(waiting) <= INLINE else workers):
        for done in batch:
            if done.record:
                yield done.record
            yield from done.problems
    yield from corrections.idle(held, files)


def corrected_in_place(
    outcomes: Iterable[Record | Problem],
    corrections: Corrections,
    *,
    tagger: str,
    tell: Callable[[Problem], None],
) -> Iterator[Record | Problem]:
    """Everything that was read, each cable where it stands, as the editors corrected it; nothing is kept.

    Args:
        outcomes: What was read.
        corrections: What the editors say.
        tagger: Finds people, as for reading.
        tell: Is told of each correction that was not made.
    """
    for outcome in outcomes:
        entries = None if isinstance(outcome, Problem) else corrections.cables.get(outcome.context.key)
        if isinstance(outcome, Problem) or entries is None:
            yield outcome
            continue
        done = _corrected(_Job(record=outcome, entries=entries), tagger=tagger)
        if done.record is None:
            yield from done.problems
            continue
        yield done.record
        for problem in done.problems:
            tell(problem)


def _keyed(jobs: Iterable[_Job], memory: Memory) -> Sequence[Keyed[_Job]]:
    return [Keyed(memory.corrected_key(job.record.digest, job.entries), job) for job in jobs]


def _corrected(job: _Job, *, tagger: str) -> _Done:
    place = Place(job.record.path, job.record.row)
    done = guarded(partial(_made, job, tagger), place)
    return _Done(problems=(done,), whole=False) if isinstance(done, Problem) else done


def _made(job: _Job, tagger: str) -> _Done:
    cable, problems = corrected(load_cable(job.record.line), job.entries)
    return _Done(record=record_of(with_people(cable, tagger), tagger=tagger), problems=problems)


def _is_lasting(done: _Done) -> bool:
    return done.whole
