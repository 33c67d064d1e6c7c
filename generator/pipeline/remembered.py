"""Task of which the store knows a part: the rest alone is done, and kept for the next time.

The one way in which a build is both spread over processes and made from what earlier ones did. Whoever uses
it says what each item depends on (:mod:`generator.pipeline.keys`); nothing else decides whether a result is
taken from the store.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from generator.pipeline.ready import Ready
from generator.pipeline.workers import Workers, in_order
from generator.store import Key, Store, pack, restored, squeezed, unpack

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Keyed(Generic[Item]):
    """An item, and a digest of everything that its result depends on; None: it is made anew each time."""

    key: Key | None
    item: Item


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Task(Generic[Item, Result]):
    """What is done with one item."""

    kind: str
    """For people: ``cables read``."""
    does: Callable[[Item], Result]
    """Picklable, and the result of no other things than the key stands for."""
    gives: type[Result]
    """Its type, as it is read back."""
    lasting: Callable[[Result], bool] = _always
    """Whether a result may be kept; one that came of haste or of a fault may not."""
    dense: bool = False
    """Whether it is long text, and kept small."""

    def packed(self, result: Result) -> bytes | None:
        """What is kept of a result; None: nothing."""
        packed = pack(result) if self.lasting(result) else None
        return squeezed(packed) if packed and self.dense else packed

    def unpacked(self, packed: bytes) -> Result:
        """The result again."""
        return unpack(restored(packed) if self.dense else packed, self.gives)


@dataclass(frozen=True, slots=True)
class _Asked(Generic[Item]):
    """A batch on its way."""

    batch: Sequence[Keyed[Item]]
    found: dict[Key, bytes]


def remembered(
    work: Task[Item, Result], batches: Iterable[Sequence[Keyed[Item]]], store: Store, *, workers: Workers
) -> Iterator[list[Result]]:
    """The results of each batch, in order; what the store has is not made.

    Args:
        work: What is done.
        batches: What goes to one process at once.
        store: Where results are.
        workers: Processes; the results are the same.
    """
    under_way: deque[_Asked[Item]] = deque()

    def missing() -> Iterator[Sequence[Item] | Ready[list[tuple[Result, bytes | None]]]]:
        for batch in batches:
            found = store.find(keyed.key for keyed in batch if keyed.key)
            under_way.append(_Asked(batch, found))
            yield [keyed.item for keyed in batch if keyed.key not in found] or Ready([])

    for made in in_order(partial(_made, work, packed=store.there), missing(), workers=workers):
        asked = under_way.popleft()
        store.count(work.kind, found=len(asked.batch) - len(made), made=len(made))
        new = iter(made)
        results: list[Result] = []
        for keyed in asked.batch:
            if keyed.key in asked.found:
                results.append(work.unpacked(asked.found[keyed.key]))
                continue
            result, packed = next(new)
            results.append(result)
            if keyed.key and packed is not None:
                store.keep(keyed.key, packed)
        yield results


def _made(
    work: Task[Item, Result], items: Sequence[Item], *, packed: bool
) -> list[tuple[Result, bytes | None]]:
    results = map(work.does, items)
    return [(result, work.packed(result) if packed else None) for result in results]
