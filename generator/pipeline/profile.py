"""What each stage of a build took: time, processor time, the most memory that all processes held at once."""

import os
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.pipeline.watch import Item, Watch

EVERY = 0.25
"""Seconds between two looks at the memory, at least."""
SHARE = 30
"""So many times as long as a look took passes until the next: the kernel counts the pages of a large process
for 30 ms, and what is measured should not be the measuring."""
REST = "Everything else"
"""What passes between the stages that are watched: copying, clearing away, putting in place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCost:
    """One stage."""

    name: str
    seconds: float
    processor: float | None
    """Seconds of all processes, those of a process where it ends. None: not known by itself."""
    memory: int | None
    """Bytes that all processes held at once, at most; shared ones count once. None where nobody can tell."""


@dataclass(slots=True)
class Profile:
    """Watches a build. Where one stage draws from another, the inner one's time is in the outer's, too."""

    stages: list[StageCost] = field(default_factory=list)
    _peaks: dict[int, int] = field(default_factory=dict)
    """By stage under way, the most memory so far."""
    _next: int = 0
    _whole: int = 0
    _spans: list[tuple[float, float]] = field(default_factory=list)
    """When each stage began and ended."""

    def watching(self, watch: Watch) -> Watch:
        """Another watch that notes what each stage took."""

        def noted(what: str, items: Iterable[Item], total: int | None = None) -> Iterable[Item]:
            with self._stage(what):
                yield from watch(what, items, total)

        return noted

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Look at the memory all through the block; at its end the rest and the whole are noted."""
        ended = threading.Event()
        looking = threading.Thread(target=self._look, args=(ended,), daemon=True)
        looking.start()
        began, processor = time.monotonic(), _processor()
        try:
            yield
        finally:
            ended.set()
            looking.join()
            seconds, used = time.monotonic() - began, _processor() - processor
            rest = seconds - _covered(self._spans)
            self.stages.append(StageCost(name=REST, seconds=rest, processor=None, memory=None))
            self.stages.append(
                StageCost(name="In all", seconds=seconds, processor=used, memory=self._whole or None)
            )

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        number, self._next = self._next, self._next + 1
        self._peaks[number] = 0
        began, processor = time.monotonic(), _processor()
        try:
            yield
        finally:
            memory = max(self._peaks.pop(number), memory_of(os.getpid()))
            self._whole = max(self._whole, memory)
            ended = time.monotonic()
            self._spans.append((began, ended))
            self.stages.append(
                StageCost(
                    name=name,
                    seconds=ended - began,
                    processor=_processor() - processor,
                    memory=memory or None,
                )
            )

    def _look(self, ended: threading.Event) -> None:
        took = 0.0
        while not ended.wait(max(EVERY, SHARE * took)):
            began = time.monotonic()
            held = memory_of(os.getpid())
            took = time.monotonic() - began
            self._whole = max(self._whole, held)
            for number, peak in tuple(self._peaks.items()):
                if number in self._peaks:
                    self._peaks[number] = max(peak, held)

    def lines(self) -> Iterator[str]:
        """A table for people."""
        yield f"{'':<24} {'seconds':>9} {'processor':>9} {'memory':>9}"
        for stage in self.stages:
            memory = f"{stage.memory / 1e6:,.0f} MB" if stage.memory else ""
            processor = "" if stage.processor is None else f"{stage.processor:.1f}"
            yield f"{stage.name:<24} {stage.seconds:>9.1f} {processor:>9} {memory:>9}".rstrip()


def _covered(spans: Iterable[tuple[float, float]]) -> float:
    """Seconds in which a stage was under way, however many at once."""
    covered, until = 0.0, 0.0
    for began, ended in sorted(spans):
        covered += max(ended - max(began, until), 0.0)
        until = max(until, ended)
    return covered


def _processor() -> float:
    """Seconds of this process and of those of its that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def memory_of(process: int) -> int:
    """Bytes of a process and all that descend from it, each page once; 0 where the system does not say."""
    return sum(map(_held, _family(process)))


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found = [int(child) for child in children.read_text().split()]
        except OSError:  # it has just ended
            continue
        for child in found:
            yield from _family(child)


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # no Linux, or it has just ended
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
