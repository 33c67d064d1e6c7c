"""The one fence around what is done cable by cable, in every stage up to the page.

Whatever a stage raises on one cable, a fault of our own or of a plugged-in tagger, costs that cable its place
and one line in the report; the rest of the corpus is published.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from generator.model import Problem
from generator.pipeline.patience import SECONDS, TooSlowError, within
from generator.read import CorpusFile, Reading, read_file

Item = TypeVar("Item")
Result = TypeVar("Result")

CODE = "internal-error"
SLOW = "too-slow"
LIBRARY = "library-missing"
_MESSAGE_MOST = 200
"""Characters of an exception's own words that are shown: it may quote the cable."""


class Place(NamedTuple):
    """Where a cable came from, for people."""

    path: str
    row: int | None = None


def fault(error: Exception, place: Place) -> Problem:
    """What was raised, as the one line that says which cable it cost."""
    words = " ".join("".join(filter(_shown, f"{error}")).split())[:_MESSAGE_MOST]
    return Problem(
        path=place.path,
        line=place.row,
        code=CODE,
        message=f"{type(error).__name__}: {words}",
        hint="the cable was left out; please report this with the file",
    )


def too_slow(place: Place) -> Problem:
    """That a step took longer on a cable than it may."""
    return Problem(
        path=place.path,
        line=place.row,
        code=SLOW,
        message=f"took more than {SECONDS:.0f} seconds of processor time",
        hint="the cable was left out; look for long runs of one sign or word in it, or divide it",
    )


def is_lasting(problem: Problem) -> bool:
    """Whether the same input gives the same problem again: not want of time or of a library, nor a fault."""
    return problem.code not in {CODE, SLOW, LIBRARY}


def _shown(character: str) -> bool:
    return character.isprintable() or character.isspace()


def guarded(work: Callable[[], Result], place: Place) -> Result | Problem:
    """What ``work`` gives for the cable from ``place``, or the problem that it could not, or not in time."""
    try:
        with within(SECONDS):
            return work()
    except TooSlowError:
        return too_slow(place)
    except Exception as error:  # noqa: BLE001 - the edge of the stage: whatever it is becomes a problem
        return fault(error, place)


def guarded_readings(file: CorpusFile) -> Iterator[Reading]:
    """What a file holds; where a reader fails, what it gave until then and the problem.

    A file with one cable is read in a cable's time; of one with many each step is bounded by its size alone.
    """
    try:
        if file.many:
            yield from read_file(file)
            return
        with within(SECONDS):
            readings = list(read_file(file))
        yield from readings
    except TooSlowError:
        yield too_slow(Place(file.name))
    except Exception as error:  # noqa: BLE001 - as above
        yield fault(error, Place(file.name))


def guarded_whole(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], place_of: Callable[[Item], Place]
) -> tuple[Result, dict[int, Problem]]:
    """A step over all cables at once, without those on which alone it fails.

    Returns:
        What ``work`` made of the others, and by index of the cable the problems of those left out.

    Raises:
        Exception: What ``work`` raised, where no single cable is to blame.
    """
    try:
        return work(items), {}
    except OSError:  # the disk's, no cable's
        raise
    except Exception:
        tried = {
            index: guarded(lambda item=item: work([item]), place_of(item))  # type: ignore[misc]
            for index, item in enumerate(items)
        }
        faults = {index: found for index, found in tried.items() if isinstance(found, Problem)}
        if not faults:
            raise
        kept = [item for index, item in enumerate(items) if index not in faults]
        return work(kept), faults
