"""The sequence model: a linear-chain conditional random field over the words of a run.

Trained by ``bench/train_people.py``; its weights are ``data/weights.tsv``, one feature a line with its weight
for each label. Decoding is plain Python: what a word adds to a score is summed once and remembered, so that a
token costs a handful of additions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeVar

from generator.people.find.lexicon import FactBook, Facts, load_lexicon
from generator.people.find.passage import (
    EDGE,
    OFFSETS,
    CableHabits,
    CutPassage,
    Pattern,
    Run,
    near_features,
    own_features,
    pattern_features,
    pattern_of,
)

LABELS = ("O", "B", "I")
"""Outside; first word of a name; further word of the same name."""
INSIDE = 2
REACH = max(OFFSETS)
"""How far a word's neighbours count."""
_NEIGHBOURS = tuple((column, REACH + offset) for column, offset in enumerate(OFFSETS))
"""Which of a form's scores count for a neighbour, and where it stands in a list with REACH edges in front."""
MOST_REMEMBERED = 100_000
"""Words or patterns whose scores are kept."""

Scores = tuple[float, float, float]
"""One figure for each of :data:`LABELS`."""
NearScores = tuple[Scores, ...]
"""One for each of OFFSETS."""
K = TypeVar("K")
V = TypeVar("V")


class Tagged(NamedTuple):
    """A name found in a passage, as tokens."""

    start: int
    stop: int
    """Exclusive."""


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

    def __init__(self, weights: Weights, book: FactBook) -> None:
        self.book = book
        self._weights = weights
        self._own: dict[str, Scores] = {}
        self._near: list[NearScores] = []
        self._patterns: dict[Pattern, Scores] = {}
        self._edge = book.number(EDGE)

    def tag(self, passage: CutPassage, habits: CableHabits) -> list[Tagged]:
        """Names of ``passage`` in order."""
        if not passage.runs:
            return []
        self._grow()
        edge = [self._edge] * REACH
        forms = [*edge, *(facts.form for facts in passage.facts), *edge]
        names: list[Tagged] = []
        for run in passage.runs:
            scores = [self._scores(passage, run, i, forms, habits) for i in range(run.start, run.stop)]
            names += _spans(run.start, _best(scores, self._weights.transitions))
        return names

    def _scores(self, passage: CutPassage, run: Run, i: int, forms: list[int], habits: CableHabits) -> Scores:
        """Scores of token ``i``; ``forms`` are those of all tokens, with edges put around them."""
        facts, near = passage.facts[i], self._near
        around = [near[forms[i + at]][column] for column, at in _NEIGHBOURS]
        own = self._own_scores(passage.tokens.words[i], facts)
        used = self._sum(habits.get(facts.lower, ()))
        pattern = self._pattern(pattern_of(passage, run, i))
        outside, begin, inside = map(sum, zip(own, used, pattern, *around, strict=True))
        return (outside, begin, inside)

    def _own_scores(self, word: str, facts: Facts) -> Scores:
        known = self._own.get(word)
        if known is None:
            known = _remember(self._own, word, self._sum(own_features(word, facts)))
        return known

    def _grow(self) -> None:
        """Sum what each form adds to its neighbours, for every form that the fact book has met by now."""
        for form in self.book.forms[len(self._near) :]:
            self._near.append(tuple(self._sum(near_features(form, offset)) for offset in OFFSETS))

    def _pattern(self, pattern: Pattern) -> Scores:
        known = self._patterns.get(pattern)
        if known is None:
            known = _remember(self._patterns, pattern, self._sum(pattern_features(pattern)))
        return known

    def _sum(self, names: Sequence[str]) -> Scores:
        outside = begin = inside = 0.0
        get = self._weights.features.get
        for name in names:
            weights = get(name)
            if weights:
                outside += weights[0]
                begin += weights[1]
                inside += weights[2]
        return (outside, begin, inside)


def _remember(store: dict[K, V], key: K, value: V) -> V:
    """Keep ``value``; a full store is emptied first, so that memory does not grow with the corpus."""
    if len(store) >= MOST_REMEMBERED:
        store.clear()
    store[key] = value
    return value


def _best(scores: list[Scores], transitions: tuple[Scores, Scores, Scores]) -> list[int]:
    """The best sequence of labels (Viterbi)."""
    best = scores[0]
    back: list[tuple[int, int, int]] = []
    for here in scores[1:]:
        steps = [_step(best, transitions, label) for label in range(3)]
        best = (steps[0][0] + here[0], steps[1][0] + here[1], steps[2][0] + here[2])
        back.append((steps[0][1], steps[1][1], steps[2][1]))
    label = best.index(max(best))
    labels = [label]
    for choice in reversed(back):
        label = choice[label]
        labels.append(label)
    return labels[::-1]


def _step(best: Scores, transitions: tuple[Scores, Scores, Scores], label: int) -> tuple[float, int]:
    """Best score of arriving at ``label``, and from where."""
    outside, begin, inside = (best[last] + transitions[last][label] for last in range(3))
    if outside >= begin and outside >= inside:
        return outside, 0
    return (begin, 1) if begin >= inside else (inside, 2)


def _spans(offset: int, labels: list[int]) -> list[Tagged]:
    names: list[Tagged] = []
    start = None
    for i, label in enumerate([*labels, 0]):
        if label != INSIDE and start is not None:
            names.append(Tagged(offset + start, offset + i))
            start = None
        if start is None and label:
            start = i
    return names


@cache
def load_model() -> SequenceModel:
    """The model shipped with the package, loaded once for a process."""
    return SequenceModel(load_weights(), FactBook(load_lexicon()))
