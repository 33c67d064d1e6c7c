"""The sequence model: a linear-chain conditional random field over the words of a run.

Trained by ``bench/train_people.py``; its weights are ``data/weights.tsv``, one feature a line with its weight
for each label. Decoding is plain Python: what a word adds to a score is summed once and remembered, so that a
token costs a handful of additions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.people.find.lexicon import FactBook, Facts, load_lexicon
from generator.people.find.memo import Memo
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
MOST_REMEMBERED = 100_000
"""Words or patterns whose scores are kept."""

Scores = tuple[float, float, float]
"""One figure for each of :data:`LABELS`."""
NearScores = tuple[Scores, ...]
"""One for each of OFFSETS."""


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
        self._own: Memo[str, Scores] = Memo(self._of_word, MOST_REMEMBERED)
        self._near: list[NearScores] = []
        self._used: Memo[tuple[str, ...], Scores] = Memo(self._sum, MOST_REMEMBERED)
        self._patterns: Memo[Pattern, Scores] = Memo(self._of_pattern, MOST_REMEMBERED)
        self._edge = book.number(EDGE)

    def tag(self, passage: CutPassage, habits: CableHabits) -> list[Tagged]:
        """Names of ``passage`` in order."""
        if not passage.runs:
            return []
        self._grow()
        names: list[Tagged] = []
        for run in passage.runs:
            scores = [self._scores(passage, run, i, habits) for i in range(run.start, run.stop)]
            names += _spans(run.start, _best(scores, self._weights.transitions))
        return names

    def _scores(self, passage: CutPassage, run: Run, i: int, habits: CableHabits) -> Scores:
        """Scores of token ``i``: of the word itself, its use, what surrounds it, then each neighbour."""
        facts = passage.facts
        here = facts[i]
        own = self._own[passage.tokens.words[i]]
        used = self._used[habits.get(here.lower, ())]
        pattern = self._patterns[pattern_of(passage, run, i)]
        a, b, c, d, e, f = (near[column] for column, near in enumerate(self._around(facts, i)))
        return (
            own[0] + used[0] + pattern[0] + a[0] + b[0] + c[0] + d[0] + e[0] + f[0],
            own[1] + used[1] + pattern[1] + a[1] + b[1] + c[1] + d[1] + e[1] + f[1],
            own[2] + used[2] + pattern[2] + a[2] + b[2] + c[2] + d[2] + e[2] + f[2],
        )

    def _around(self, facts: list[Facts], i: int) -> list[NearScores]:
        """What each of the neighbours adds to the words around it; there are edges where the text ends."""
        near = self._near
        if REACH <= i < len(facts) - REACH:
            return [near[facts[i + offset].form] for offset in OFFSETS]
        places = [i + offset for offset in OFFSETS]
        return [near[facts[j].form if 0 <= j < len(facts) else self._edge] for j in places]

    def _grow(self) -> None:
        """Sum what each form adds to its neighbours, for every form that the fact book has met by now."""
        for form in self.book.forms[len(self._near) :]:
            self._near.append(tuple(self._sum(near_features(form, offset)) for offset in OFFSETS))

    def _of_word(self, word: str) -> Scores:
        return self._sum(own_features(word, self.book.facts((word,))[0]))

    def _of_pattern(self, pattern: Pattern) -> Scores:
        return self._sum(pattern_features(pattern))

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


def _best(scores: list[Scores], transitions: tuple[Scores, Scores, Scores]) -> list[int]:
    """The best sequence of labels (Viterbi)."""
    best = scores[0]
    if len(scores) == 1:
        return [best.index(max(best))]
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
