"""Files in, one record per cable out: read, parse and find people, in as many processes as wanted.

The order of the outcomes is that of the sorted files and does not depend on the number of processes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator.edition.corrections import FileCorrection
from generator.model import Cable, CableContext, CableWarning, Problem, Source, dump_cable, load_cable
from generator.names import marks
from generator.parse import PROTECT_UNCLEAR, parse, parted, problems
from generator.people import load_tagger, read_people
from generator.people.resolve import context_of
from generator.pipeline.elsewhere import Elsewhere
from generator.pipeline.guard import Place, guarded, guarded_readings, is_lasting
from generator.pipeline.memory import NO_MEMORY, Memory
from generator.pipeline.remembered import Keyed, Task, remembered
from generator.pipeline.workers import Workers
from generator.read import CorpusFile, discover, many_in
from generator.settings import Finding, processes
from generator.store import Key, content_now, digest_of, restored, squeezed

BATCH = 32
"""Cables a worker takes at once: enough to hide the cost of handing over, small enough for a moving bar."""
BATCH_TEXT = 2 * 1024 * 1024
"""Characters in a batch from which on it is handed over: 32 of the longest cables have 512 MiB."""
EVERY_FILE: Mapping[str, FileCorrection] = {}
"""As it is recognised."""
EVERYDAY = Finding()
"""With the built-in tagger."""
INLINE = 24
"""Up to this many files no process is started: it would cost more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One cable, understood, in the compact form that travels between processes."""

    squeezed: bytes
    """``line`` made small."""
    digest: Key
    """Of ``line``."""
    context: CableContext
    """What resolving people needs; the people without their spans."""
    path: str
    row: int | None
    partial: bool
    words: int
    """Words of the body: where two files hold one id, the fuller is published."""
    problems: tuple[Problem, ...]
    """The cable's warnings, located."""
    cut: bool = False
    """Whether parts of it are withheld: then no other printing may stand beside it."""

    @property
    def line(self) -> bytes:
        """The record as ``dump_cable`` writes it."""
        return restored(self.squeezed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """A record, or the problem that there is none."""

    record: Record | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What one unit gave."""

    outcomes: tuple[_Outcome, ...]
    as_seen: bool
    """Whether the file is still the one whose digest was taken before."""


def records(
    paths: Sequence[Path],
    finding: Finding = EVERYDAY,
    *,
    read_as: Mapping[str, FileCorrection] = EVERY_FILE,
    workers: Workers | None = None,
    memory: Memory = NO_MEMORY,
) -> Iterator[Record | Problem]:
    """Everything below ``paths``, in order.

    Args:
        paths: Files and folders; a path that is missing or empty is one problem.
        finding: How people are found.
        read_as: What a publisher says of the reading of single files, by path below ``paths``; of a member of
            an archive with the path in it: ``1975.zip/joined.txt``.
        workers: Processes; None: one per core. The outcome is the same.
        memory: What earlier builds made of the same files.

    Raises:
        ValueError: The tagger cannot be loaded; the message says why.
    """
    load_tagger(
        finding.tagger
    )  # in this process first, so that a wrong name is an error before any work starts
    discovered, found = discover(paths, tuple((finding.columns or {}).items()), finding.readers)
    yield from found
    files = tuple(_as_said(file, read_as) for file in discovered) if read_as else discovered
    splits = {name: said.split for name, said in read_as.items() if said.split is not None}
    count = workers if isinstance(workers, Elsewhere) else processes(workers)
    if len(files) <= INLINE and not any(file.many for file in files):
        count = 1
    work = Task(
        "cables read",
        partial(_read, tagger=finding.tagger),
        _Read,
        lasting=_is_lasting,
    )
    units = ([_keyed(unit, memory, splits) for unit in batch] for batch in batches(_units(files)))
    for batch in remembered(work, units, memory.store, workers=count):
        for read in batch:
            yield from (outcome.record or outcome.problem for outcome in read.outcomes)  # type: ignore[misc] # one


def _as_said(file: CorpusFile, read_as: Mapping[str, FileCorrection]) -> CorpusFile:
    """A file as a publisher says that it, and what it holds, is to be read."""
    own = read_as.get(file.name)
    members = (name for name in read_as if name.startswith(f"{file.name}/")) if file.many else ()
    layouts = tuple(
        (name, layout)
        for name in (*members, file.name)
        if name in read_as and (layout := read_as[name].layout)
    )
    many = file.many or bool(own and own.layout and many_in(own.layout, file.readers))
    return replace(file, layouts=layouts, split=own.split if own else None, many=many)


Unit = CorpusFile | Source | Cable | Problem
"""What a worker is given: a file with one cable, or what was read already."""


def batches(units: Iterable[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Units in runs of :data:`BATCH`, shorter where their text is long: what waits in memory is bounded."""
    run: list[Unit] = []
    held = 0
    for unit in units:
        run.append(unit)
        held += len(unit.text) + len(unit.original) if isinstance(unit, Source) else 0
        if len(run) >= BATCH or held >= BATCH_TEXT:
            yield tuple(run)
            run, held = [], 0
    if run:
        yield tuple(run)


def _units(files: Iterable[CorpusFile]) -> Iterator[Unit]:
    """A file with one cable travels as its name; one with many is streamed here, cable by cable."""
    return chain.from_iterable(guarded_readings(file) if file.many else (file,) for file in files)


@dataclass(frozen=True, slots=True)
class _Unread:
    """One unit, and for a file the digest of what it held when it was asked for."""

    unit: Unit
    content: Key | None
    split: tuple[int, ...] | None = None
    """Lines on which a publisher says that its telegrams begin."""


def _keyed(unit: Unit, memory: Memory, splits: Mapping[str, tuple[int, ...]]) -> Keyed[_Unread]:
    if not isinstance(unit, CorpusFile):
        split = splits.get(unit.path) if isinstance(unit, Source) and unit.row is None else None
        return Keyed(memory.unit_key(unit, split), _Unread(unit, None, split))
    content = memory.content_of(unit.path)
    return Keyed(memory.file_key(unit, content), _Unread(unit, content, unit.split))


def _read(task: _Unread, *, tagger: str) -> _Read:
    unit = task.unit
    outcomes = tuple(
        _Outcome(problem=outcome) if isinstance(outcome, Problem) else _Outcome(record=outcome)
        for outcome in _outcomes(unit, task.split, tagger=tagger)
    )
    as_seen = task.content is None or (
        isinstance(unit, CorpusFile) and content_now(unit.path) == task.content
    )
    return _Read(outcomes=outcomes, as_seen=as_seen)


def _is_lasting(read: _Read) -> bool:
    """Not what was read while the file changed, nor what was left out for want of time or by a fault."""
    return read.as_seen and all(
        outcome.problem is None or is_lasting(outcome.problem) for outcome in read.outcomes
    )


def _outcomes(unit: Unit, split: tuple[int, ...] | None, *, tagger: str) -> Iterator[Record | Problem]:
    """Everything one unit gives."""
    read = guarded_readings(unit) if isinstance(unit, CorpusFile) else (unit,)
    for item in read:
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, Cable):
            yield _guarded(item, tagger=tagger)
        else:
            parts = guarded(partial(parted, item, split), _place(item))
            yield from (
                (parts,) if isinstance(parts, Problem) else (_guarded(each, tagger=tagger) for each in parts)
            )


def _guarded(item: Source | Cable, *, tagger: str) -> Record | Problem:
    return guarded(partial(_record, item, tagger=tagger), _place(item))


def _place(item: Source | Cable) -> Place:
    source = item if isinstance(item, Source) else item.source
    return Place(source.path, source.row)


def _record(item: Source | Cable, *, tagger: str) -> Record:
    return record_of(
        understand(item, tagger=tagger) if isinstance(item, Source) else _marked_anew(item, tagger=tagger),
        tagger=tagger,
    )


def record_of(cable: Cable, *, tagger: str) -> Record:
    """A cable, its people found, as it travels."""
    line = dump_cable(cable)
    if tagger:  # no type checker has seen what it gives: what cannot be read back fails here, as a line
        load_cable(line)
    return Record(
        squeezed=squeezed(line),
        digest=digest_of(line),
        context=context_of(cable),
        path=cable.source.path,
        row=cable.source.row,
        partial=cable.partial,
        words=sum(len(block.text.split()) for block in cable.blocks),
        problems=problems(cable),
    )


def understand(source: Source, *, tagger: str = "") -> Cable:
    """One cable from its source, people included."""
    return with_people(parse(source), tagger)


def _marked_anew(record: Cable, *, tagger: str) -> Cable:
    """A record that was read back; where its text asks to protect somebody, its people are found anew.

    An export names nobody who is protected, and a forged record whom it likes: the text itself decides.
    """
    passages = (record.subject or "", *(block.text for block in record.blocks))
    return with_people(record, tagger) if any(map(marks, passages)) else record


def with_people(cable: Cable, tagger: str) -> Cable:
    """The cable with the people that its text names, whoever stood there before."""
    read = read_people(cable, tagger=load_tagger(tagger))
    before = tuple(warning for warning in cable.warnings if warning.code != PROTECT_UNCLEAR)
    unclear = tuple(
        CableWarning(code=PROTECT_UNCLEAR, message=f'"{doubt.sentence}"', line=_line(cable, doubt.block))
        for doubt in read.unclear
    )
    return replace(cable, people=read.people, protected=read.protected, warnings=(*before, *unclear))


def _line(cable: Cable, block: int) -> int | None:
    return cable.blocks[block].line if block >= 0 else None
