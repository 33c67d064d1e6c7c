"""The postings of each word over all cables, put together from runs."""

from collections.abc import Iterator, Sequence

import numpy as np

from generator.search.arrays import SIGNS, Bytes, Numbers, written_each
from generator.search.digits import Posting
from generator.search.run import JOINED, IndexedRun


def postings(runs: Sequence[IndexedRun], bases: Sequence[int]) -> Iterator[Posting]:
    """Every word, sorted.

    Args:
        runs: In the order of their cables.
        bases: Of each run the number of its first cable.
    """
    names = sorted(set().union(*(run.words for run in runs)))
    rank = {name: number for number, name in enumerate(names)}
    if not names:
        return
    ranks = [
        np.fromiter(map(rank.__getitem__, run.words), dtype=np.int64, count=len(run.words)) for run in runs
    ]
    word = np.concatenate([of[run.word] for of, run in zip(ranks, runs, strict=True)])
    cable = np.concatenate([run.cable.astype(np.int64) + base for run, base in zip(runs, bases, strict=True)])
    order = np.argsort(word, kind="stable")  # within a word, runs and cables are in order already
    word, cable = word[order], cable[order]
    begins = np.flatnonzero(np.diff(word, prepend=-1))
    cables, upto = _cables(cable, np.concatenate([run.strength for run in runs])[order], begins)
    length = np.concatenate([run.length for run in runs]).astype(np.int64)
    places = _gathered(np.concatenate([run.places for run in runs]), length, order)
    placed = np.concatenate(([0], np.cumsum(length[order])))
    ends = np.append(begins[1:], len(word))
    cable_text, place_text = cables.tobytes().decode("ascii"), places.tobytes().decode("ascii")
    for name, first, last, start, end in zip(
        names,
        upto[begins].tolist(),
        upto[ends].tolist(),
        placed[begins].tolist(),
        placed[ends].tolist(),
        strict=True,
    ):
        yield Posting(
            name,
            cable_text[first:last],
            "" if ":" in name or name.startswith(JOINED) else place_text[start:end],
        )


def _cables(cable: Numbers, strength: Bytes, begins: Numbers) -> tuple[Bytes, Numbers]:
    """Distance and strength of each pair, and where each pair begins in the text."""
    before = np.empty_like(cable)
    before[1:] = cable[:-1]
    before[begins] = -1
    text, digits = written_each(cable - before - 1)
    return np.insert(text, np.cumsum(digits), SIGNS[strength]), np.concatenate(([0], np.cumsum(digits + 1)))


def _gathered(text: Bytes, length: Numbers, order: Numbers) -> Bytes:
    """The pieces of a text, each ``length`` long, in another order."""
    begins = (np.cumsum(length) - length)[order]
    sizes = length[order]
    shift = np.repeat(begins - (np.cumsum(sizes) - sizes), sizes)
    gathered: Bytes = text[np.arange(len(shift)) + shift]
    return gathered
