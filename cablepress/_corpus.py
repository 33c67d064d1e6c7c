"""The functions of the public interface; their names are kept, this module's is not."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import msgspec

from generator.catalogue import Catalogue
from generator.model import Cable, CablepressError, Person, Problem, load_cable
from generator.parse import parted
from generator.people.decisions import read_decisions
from generator.people.resolve import context_of, resolve
from generator.people.rulings import read_rulings
from generator.pipeline.collect import Collected, collect
from generator.pipeline.records import Record, records, understand
from generator.read.item import Item
from generator.read.layouts import read_item
from generator.settings import Finding, Protecting

_HELD = 5
"""Requests to protect that a message quotes."""


def read(
    *paths: str | Path,
    columns: Mapping[str, str] | None = None,
    readers: Sequence[str] = (),
    tagger: str = "",
    workers: int = 1,
    problems: list[Problem] | None = None,
) -> Iterator[Cable]:
    """Every cable of files and folders in any layout, in the order of the sorted files.

    Cables come one by one: a corpus need not fit into memory. Their people are found, not brought together.

    Args:
        paths: Files and folders.
        columns: What columns of tables mean, by their names there, as ``columns:`` of mkdocs.yml.
        readers: Readers of layouts of one's own, as ``readers:`` of mkdocs.yml.
        tagger: A tagger of names, as ``tagger:`` of mkdocs.yml.
        workers: Processes; the outcome is the same.
        problems: Gets what could not be read; None: nobody wants to know. What was repaired stands in each
            cable's ``warnings``.

    Raises:
        ValueError: A reader or the tagger cannot be loaded, or a column can mean no such thing.
    """
    for outcome in records(_paths(paths), _finding(columns, readers, tagger), workers=workers):
        if isinstance(outcome, Record):
            yield load_cable(outcome.line)
        elif problems is not None:
            problems.append(outcome)


def parse(text: str, *, name: str = "telegram.txt") -> Cable:
    """The cable that a text is, in whichever layout it has; of several the first.

    Args:
        text: Of one file.
        name: Its name, which may say the cable's number: ``09ASTANA308.txt``.

    Raises:
        CablepressError: It is no cable; the message says why.
    """
    data = text.encode("utf-8", "replace")
    item = Item(name, io.BytesIO(data), size=len(data), inner=read_item)
    told: list[Problem] = []
    for reading in read_item(item):
        if not isinstance(reading, Problem):
            return reading if isinstance(reading, Cable) else understand(parted(reading)[0])
        told.append(reading)
    raise CablepressError(str(told[0]) if told else f"{name}: there is no cable in it")


def people(cables: Iterable[Cable], *, people_file: str | Path | None = None) -> tuple[Person, ...]:
    """Everyone whom the cables name, each once, with every appearance, in the order of their slugs.

    Those whom a cable asks to protect are among them, marked ``protected``: publish nothing of them.

    Args:
        cables: With keys that differ.
        people_file: A publisher's decisions; None: there are none.

    Raises:
        CablepressError: An entry that hides somebody cannot be read.
    """
    decisions, wrong = read_decisions(Path(people_file) if people_file else _NOWHERE)
    _refuse(wrong)
    return resolve([context_of(cable) for cable in cables], decisions).persons


def catalogue(  # noqa: PLR0913 - what is read, and what the publisher decided
    *paths: str | Path,
    protect: Literal["hide", "mask", "show"] = "hide",
    mask: Sequence[str] = (),
    people_file: str | Path | None = None,
    protect_file: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
    readers: Sequence[str] = (),
    tagger: str = "",
    workers: int = 1,
    problems: list[Problem] | None = None,
) -> Catalogue:
    """The indexes of a corpus, as a site is made from them.

    Args:
        paths: As for :func:`read`.
        protect: What is done with those whom a cable asks to protect: with ``hide`` they are not among the
            people, with ``mask`` their names are in no subject and no quotation either.
        mask: Further names to mask.
        people_file: A publisher's decisions on people; None: there are none.
        protect_file: Whom unclear requests mean; None: nobody has said.
        columns: As for :func:`read`.
        readers: Likewise.
        tagger: Likewise.
        workers: Likewise.
        problems: Likewise.

    Raises:
        ValueError: A reader or the tagger cannot be loaded, or a column can mean no such thing.
        CablepressError: It is in doubt whom to protect.
    """
    decisions, unclear = read_decisions(Path(people_file) if people_file else _NOWHERE)
    rulings, misread = read_rulings(Path(protect_file) if protect_file else _NOWHERE)
    _refuse((*unclear, *misread))
    outcomes = records(_paths(paths), _finding(columns, readers, tagger), workers=workers)
    protecting = Protecting(protect=protect, mask=tuple(mask))
    with TemporaryDirectory(prefix="cablepress-") as folder:
        collected = collect(
            outcomes, Path(folder), protecting, decisions=decisions, rulings=rulings, workers=workers
        )
        collected.close()
    _refuse_unsettled(collected)
    if problems is not None:
        problems.extend(collected.lost)
    return collected.catalogue


_NOWHERE = Path("nowhere") / "decided.yml"
"""A file that is not there decides nothing."""


def _paths(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    return tuple(Path(path).expanduser() for path in paths)


def _finding(columns: Mapping[str, str] | None, readers: Sequence[str], tagger: str) -> Finding:
    given = {"columns": columns and dict(columns), "readers": [*readers], "tagger": tagger}
    try:
        return msgspec.convert(given, Finding)
    except msgspec.ValidationError as error:  # before msgspec 0.21 no kind of ValueError
        raise ValueError(str(error)) from error


def _refuse(problems: Iterable[Problem]) -> None:
    for problem in problems:
        raise CablepressError(str(problem))


def _refuse_unsettled(collected: Collected) -> None:
    """What protects people fails closed here, too."""
    if collected.unsettled:
        quoted = "; ".join(f"{mark.cable}: {mark.sentence}" for mark in collected.unsettled[:_HELD])
        message = (
            f"{len(collected.unsettled)} requests to protect are unclear ({quoted}); settle them in"
            " protect.yml and give that as protect_file, or say protect='show'"
        )
        raise CablepressError(message)
