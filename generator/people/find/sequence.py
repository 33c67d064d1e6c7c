"""The sequence model: a linear-chain conditional random field over the words of a run.

Trained by ``bench/train_people.py``; its weights are ``data/weights.tsv``, one feature a line with its weight
for each label. Decoding is plain Python: what a word adds to a score is summed once and remembered, so that a
token costs a handful of additions.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.people.find.features import EDGE, OFFSETS, Featurizer, Passage, dynamic
from generator.people.find.lexicon import load_lexicon
from generator.people.find.runs import Run

LABELS = ("O", "B", "I")
"""Outside; first word of a name; further word of the same name."""

Scores = tuple[float, float, float]
"""One figure for each of :data:`LABELS`."""
_ZERO: Scores = (0.0, 0.0, 0.0)


class Tagged(NamedTuple):
    """A name found in a passage, as tokens."""

    start: int
    stop: int
    """Exclusive."""
    probability: float
    """The model's own, of the least certain word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What training found."""

    features: Mapping[str, Scores]
    transitions: tuple[Scores, Scores, Scores]
    """From label (row) to label."""


@cache
def load_weights() -> Weights:
    """The weights shipped with the package."""
    text = (files("generator.people.find") / "data" / "weights.tsv").read_text(encoding="utf-8")
    return parse_weights(text)


def parse_weights(text: str) -> Weights:
    """Read ``feature TAB O B I`` lines; the first three of the form ``>LABEL`` are transitions."""
    rows: dict[str, Scores] = {}
    for line in text.splitlines():
        if line and not line.startswith("# "):
            name, *figures = line.split("\t")
            outside, begin, inside = (float(figure or 0) for figure in figures)
            rows[name] = (outside, begin, inside)
    first, second, third = (rows.pop(f">{label}") for label in LABELS)
    return Weights(features=rows, transitions=(first, second, third))


class SequenceModel:
    """Names in one passage at a time. Remembers words, so keep one for many cables."""

    def __init__(self, weights: Weights, featurizer: Featurizer) -> None:
        self.featurizer = featurizer
        self._weights = weights
        self._words: dict[str, tuple[Scores, ...]] = {}
        self._edges = tuple(self._sum([f"{offset}w={EDGE}"]) for offset in OFFSETS)

    def _sum(self, names: Sequence[str]) -> Scores:
        outside = begin = inside = 0.0
        get = self._weights.features.get
        for name in names:
            found = get(name)
            if found:
                outside += found[0]
                begin += found[1]
                inside += found[2]
        return (outside, begin, inside)

    def _word(self, word: str) -> tuple[Scores, ...]:
        """What a word adds where it stands, then at each distance of OFFSETS."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) > 100_000:
                self._words.clear()
            facts = self.featurizer.facts(word)
            near = (self._sum([f"{offset}{name}" for name in facts.near]) for offset in OFFSETS)
            known = self._words[word] = (self._sum(facts.here), *near)
        return known

    def tag(self, passage: Passage, habits: Mapping[str, tuple[str, ...]]) -> list[Tagged]:
        """Names of ``passage`` in order."""
        found: list[Tagged] = []
        for run in passage.runs:
            scores = [self._scores(passage, run, i, habits) for i in range(run.start, run.stop)]
            labels, chances = self._decode(scores)
            found += _spans(run.start, labels, chances)
        return found

    def _scores(self, passage: Passage, run: Run, i: int, habits: Mapping[str, tuple[str, ...]]) -> Scores:
        words = passage.tokens.words
        size = len(words)
        parts = [self._word(words[i])[0], self._sum(dynamic(passage, run, i, habits))]
        for k, offset in enumerate(OFFSETS):
            j = i + offset
            parts.append(self._word(words[j])[k + 1] if 0 <= j < size else self._edges[k])
        outside, begin, inside = map(sum, zip(*parts, strict=True))
        return (outside, begin, inside)

    def _decode(self, scores: list[Scores]) -> tuple[list[int], list[Scores]]:
        chances = _marginals(scores, self._weights.transitions)
        return _viterbi(scores, self._weights.transitions), chances


def _viterbi(scores: list[Scores], transitions: tuple[Scores, Scores, Scores]) -> list[int]:
    best = list(scores[0])
    back: list[tuple[int, ...]] = []
    for here in scores[1:]:
        choice = tuple(max(range(3), key=lambda a, b=b: best[a] + transitions[a][b]) for b in range(3))  # type: ignore[misc]
        best = [best[a] + transitions[a][b] + here[b] for b, a in enumerate(choice)]
        back.append(choice)
    label = max(range(3), key=best.__getitem__)
    labels = [label]
    for choice in reversed(back):
        label = choice[label]
        labels.append(label)
    return labels[::-1]


def _marginals(scores: list[Scores], transitions: tuple[Scores, Scores, Scores]) -> list[Scores]:
    """Probability of each label at each token (forward and backward sums, scaled)."""
    local = [_exp(here) for here in scores]
    steps = [[math.exp(weight) for weight in row] for row in transitions]
    forward = [_scaled(local[0])]
    for here in local[1:]:
        last = forward[-1]
        forward.append(_scaled([here[b] * sum(last[a] * steps[a][b] for a in range(3)) for b in range(3)]))
    backward: list[Scores] = [(1.0, 1.0, 1.0)]
    for here in reversed(local[1:]):
        last = backward[-1]
        backward.append(_scaled([sum(steps[a][b] * here[b] * last[b] for b in range(3)) for a in range(3)]))
    return [
        _scaled([a * b for a, b in zip(one, other, strict=True)])
        for one, other in zip(forward, reversed(backward), strict=True)
    ]


def _exp(scores: Scores) -> Scores:
    top = max(scores)
    return (math.exp(scores[0] - top), math.exp(scores[1] - top), math.exp(scores[2] - top))


def _scaled(figures: Sequence[float]) -> Scores:
    total = sum(figures) or 1.0
    return (figures[0] / total, figures[1] / total, figures[2] / total)


def _spans(offset: int, labels: list[int], chances: list[Scores]) -> list[Tagged]:
    found: list[Tagged] = []
    start = None
    for i, label in enumerate([*labels, 0]):
        if label != 2 and start is not None:
            least = min(chances[k][labels[k]] for k in range(start, i))
            found.append(Tagged(offset + start, offset + i, least))
            start = None
        if start is None and label:
            start = i
    return found


@cache
def load_model() -> SequenceModel:
    """The model shipped with the package, loaded once for a process."""
    return SequenceModel(load_weights(), Featurizer(load_lexicon()))
