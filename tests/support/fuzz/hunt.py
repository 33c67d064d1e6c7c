"""Many inputs tried, failures counted, the smallest input that shows each kept and made smaller."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from support.fuzz.inputs import FuzzInput, fuzz_input
from support.fuzz.invariants import INVARIANTS, SAME, Failure, Outcome, check

PAGES, SITES, TWICE, ELSEWHERE = 12, 240, 48, 20
"""One input in so many also has its pages made, every page of its site, is tried twice, and is tried by a
process of another hash seed: these take longer."""
ATTEMPTS = 250
"""Smaller inputs tried for a reproducer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One kind of failure with the smallest input that showed it."""

    failure: Failure
    number: int
    """Of the input, by which it is made again."""
    given: FuzzInput


@dataclass(slots=True, kw_only=True)
class Catch:
    """What a hunt brought in."""

    inputs: Counter[str] = field(default_factory=Counter)
    """By kind of input."""
    checked: Counter[str] = field(default_factory=Counter)
    """By invariant: how often it was looked at."""
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By invariant and kind of failure: inputs."""
    smallest: dict[tuple[str, str], Found] = field(default_factory=dict)
    digests: dict[int, str] = field(default_factory=dict)
    """Of the inputs that are tried elsewhere, too."""

    def add(self, other: "Catch") -> None:
        """Take in what another hunt brought."""
        self.inputs += other.inputs
        self.checked += other.checked
        self.failed += other.failed
        self.digests |= other.digests
        for found in other.smallest.values():
            self._keep(found)

    def count(self, number: int, given: FuzzInput, outcome: Outcome) -> None:
        """Take in what came of one input."""
        self.inputs[given.kind] += 1
        self.checked += outcome.checked
        for failure in outcome.failures:
            self.fail(number, given, failure)

    def fail(self, number: int, given: FuzzInput, failure: Failure) -> None:
        """Take in one failure."""
        self.failed[failure.invariant, failure.kind] += 1
        self._keep(Found(failure=failure, number=number, given=given))

    def _keep(self, found: Found) -> None:
        key = found.failure.invariant, found.failure.kind
        before = self.smallest.get(key)
        if before is None or (len(found.given.data), found.number) < (len(before.given.data), before.number):
            self.smallest[key] = found


def attempt(seed: int, number: int, scratch: Path) -> tuple[FuzzInput, Outcome]:
    """One input and what came of it; its number says how far it is taken."""
    given = fuzz_input(seed, number)
    return given, _check(given, number, scratch)


def _check(given: FuzzInput, number: int, scratch: Path) -> Outcome:
    return check(given, scratch, pages=number % PAGES == 0, site=number % SITES == 0)


def hunt(seed: int, numbers: Iterable[int]) -> Catch:
    """Try the inputs of these numbers."""
    catch = Catch()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        for number in numbers:
            given, outcome = attempt(seed, number, Path(folder))
            if number % TWICE == 0:
                outcome = _compared(outcome, attempt(seed, number, Path(folder))[1], "in one process")
            if number % ELSEWHERE == 0:
                catch.digests[number] = outcome.digest
            catch.count(number, given, outcome)
    return catch


def digests(seed: int, numbers: Iterable[int]) -> dict[int, str]:
    """What comes of those of these inputs that are tried elsewhere, the last first."""
    wanted = [number for number in numbers if number % ELSEWHERE == 0]
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return {number: attempt(seed, number, Path(folder))[1].digest for number in reversed(wanted)}


def compare(catch: Catch, seed: int, others: dict[int, str]) -> None:
    """Count as failures the inputs of which another process made something else."""
    for number, digest in sorted(catch.digests.items()):
        catch.checked[SAME] += 1
        if others.get(number) != digest:
            failure = Failure(invariant=SAME, kind="in two processes", detail="")
            catch.fail(number, fuzz_input(seed, number), failure)


def _compared(one: Outcome, other: Outcome, kind: str) -> Outcome:
    checked = one.checked + Counter([SAME])
    if one.digest == other.digest:
        return replace(one, checked=checked)
    failure = Failure(invariant=SAME, kind=kind, detail=f"{one.digest[:12]} and {other.digest[:12]}")
    return replace(one, failures=(*one.failures, failure), checked=checked)


def shrunk(found: Found) -> Found:
    """The same failure shown by less, as far as some hundred attempts lead."""
    if found.failure.invariant == SAME or found.given.kind == "archive":
        return found
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        smaller = _Smaller(found, Path(folder))
        return smaller.by(b"\n").by(b"").found


class _Smaller:
    """A failure on its way to a smaller input."""

    def __init__(self, found: Found, scratch: Path) -> None:
        self.found = found
        self._scratch = scratch
        self._left = ATTEMPTS

    def by(self, separator: bytes) -> "_Smaller":
        """Leave out every run of pieces that the failure can do without: halves, then quarters, and so on."""
        data = self.found.given.data
        pieces = data.split(separator) if separator else [bytes([each]) for each in data]
        size = len(pieces) // 2
        while size:
            start = 0
            while start < len(pieces):
                rest = pieces[:start] + pieces[start + size :]
                if rest and self._fails(separator.join(rest)):
                    pieces = rest
                else:
                    start += size
            size //= 2
        return self

    def _fails(self, data: bytes) -> bool:
        """Whether less fails in the same way; if so it is kept."""
        self._left -= 1
        if self._left < 0:
            return False
        before = self.found
        text = None if before.given.text is None else data.decode("utf-8", "replace")
        given = replace(before.given, data=data, text=text)
        outcome = _check(given, before.number, self._scratch)
        same = [
            failure
            for failure in outcome.failures
            if (failure.invariant, failure.kind) == (before.failure.invariant, before.failure.kind)
        ]
        if same:
            self.found = replace(before, given=given, failure=same[0])
        return bool(same)


_SHOWN = 700
"""Characters of a reproducer that are printed; what is longer can be written to a file."""


def _shown(data: bytes) -> str:
    text = repr(data)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ... {len(data):,} bytes"


def table(catch: Catch) -> Iterator[str]:
    """A line for each invariant: looked at, failed, kinds of failure."""
    yield f"{'invariant':58} {'looked at':>10} {'failed':>7} {'kinds':>6}"
    for invariant in INVARIANTS:
        kinds = {key: count for key, count in catch.failed.items() if key[0] == invariant}
        yield f"{invariant:58} {catch.checked[invariant]:10,} {sum(kinds.values()):7,} {len(kinds):6}"


def reproducers(catch: Catch, seed: int) -> Iterator[str]:
    """For each kind of failure, the most frequent first, how often and what shows it."""
    for key, count in sorted(catch.failed.items(), key=lambda item: (-item[1], item[0])):
        found = shrunk(catch.smallest[key])
        yield (
            f"{count:,} x {key[0]}: {key[1]}\n"
            f"  seed {seed}, input {found.number}, {found.given.kind}: {found.failure.detail}\n"
            f"  {_shown(found.given.data)}"
        )
