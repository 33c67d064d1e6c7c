"""The words of the cables for the search, made again only where a cable among them has changed."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.pipeline.collect import Collected
from generator.pipeline.memory import Memory
from generator.pipeline.remembered import Keyed, Task, remembered
from generator.pipeline.workers import Workers
from generator.search import packed_run, unpacked_run
from generator.store import restored

if TYPE_CHECKING:
    from generator.search.run import IndexedRun


def search_runs(
    collected: Collected, memory: Memory, workers: Workers, batches: Iterable[tuple[str, ...]]
) -> Iterator["IndexedRun"]:
    """The run of each batch of cables, in order.

    Args:
        collected: Holds the cables.
        memory: What earlier builds indexed.
        workers: Processes; the result is the same.
        batches: Keys of cables.
    """

    def keyed(batch: tuple[str, ...]) -> Keyed[tuple[bytes, ...]]:
        key = memory.run_key(collected.digests[each].published for each in batch)
        return Keyed(key, tuple(map(collected.shelf.squeezed, batch)))

    task = Task("search runs", _run, bytes)
    runs = remembered(task, ([keyed(batch)] for batch in batches), memory.store, workers=workers)
    return (unpacked_run(packed) for (packed,) in runs)


def _run(cables: tuple[bytes, ...]) -> bytes:
    return packed_run(map(restored, cables))
