"""The sequence model: a linear-chain conditional random field over the words of a run.

Trained by ``bench/train_people.py``; its weights are ``data/weights.tsv``, one feature a line with its weight
for each label. What a word, its use and a form of a neighbour add to a score is summed once and remembered;
the scores of all tokens of a cable are then looked up and added at once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from itertools import islice, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.people.find.lexicon import FactBook, WordForm, load_lexicon
from generator.people.find.memo import Memo
from generator.people.find.passage import (
    CASES,
    EDGE,
    MOST,
    OFFSETS,
    PAIRS,
    TRIPLES,
    CableHabits,
    CutPassage,
    case_feature,
    kinds_in,
    near_features,
    own_features,
    place_feature,
    shown_kind,
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
    """Names in the passages of one cable at a time. Remembers words, so keep one for many cables."""

    def __init__(self, weights: Weights, book: FactBook) -> None:
        self.book = book
        self._weights = weights
        self._own: Memo[str, Scores] = Memo(self._of_word, MOST_REMEMBERED)
        self._used: Memo[tuple[str, ...], Scores] = Memo(self._sum, MOST_REMEMBERED)
        self._surroundings = _Surroundings(weights.features)
        self._edge = book.number(EDGE)

    def tag(self, passages: Sequence[CutPassage], habits: CableHabits) -> list[list[Tagged]]:
        """Names of each passage, in order."""
        scores = iter(self._scores(passages, habits))
        return [self._names(passage, scores) for passage in passages]

    def _names(self, passage: CutPassage, scores: Iterator[list[float]]) -> list[Tagged]:
        names: list[Tagged] = []
        for start, stop in passage.runs:
            if stop - start > 1:
                names += _spans(start, _best(list(islice(scores, stop - start)), self._weights.transitions))
            else:
                outside, begin, inside = next(scores)
                if begin > outside or inside > outside:
                    names.append(Tagged(start, stop))
        return names

    def _scores(self, passages: Sequence[CutPassage], habits: CableHabits) -> list[list[float]]:
        """Scores of each token of each run: of the word itself and its use, and of what surrounds it."""
        edge = [self._edge] * REACH
        own: list[Scores] = []
        windows: list[int] = []
        places: list[int] = []
        for passage in passages:
            if not passage.runs:
                continue
            facts, capitals = passage.facts, _CAPITALS * passage.capitals
            forms = [*edge, *[fact.form for fact in facts], *edge]
            for start, stop in passage.runs:
                for i in range(start, stop):
                    here = facts[i]
                    outside, begin, inside = self._own[here.word]
                    used = self._used[habits.get(here.lower, ())]
                    own.append((outside + used[0], begin + used[1], inside + used[2]))
                    windows += forms[i : i + _WINDOW]
                    places.append(capitals + _BEHIND * min(i - start, MOST) + min(stop - i, MOST))
        if not own:
            return []
        around = np.array(windows, dtype=np.intp).reshape(-1, _WINDOW).T
        self._surroundings.grow(self.book.forms)
        scores: list[list[float]] = self._surroundings.added(np.array(own), around, np.array(places)).tolist()
        return scores

    def _of_word(self, word: str) -> Scores:
        return self._sum(own_features(*self.book.facts((word,))))

    def _sum(self, names: Iterable[str]) -> Scores:
        return _summed(self._weights.features, names)


Figures = NDArray[np.float64]
Numbers = NDArray[np.intp]
_WINDOW = 2 * REACH + 1
"""A token and its neighbours."""
_BEHIND = MOST + 1
_CAPITALS = _BEHIND * _BEHIND
"""Factors of a place's number: whether all is in capitals, words of the run before, words from here on."""


class _Surroundings:
    """What a token's neighbours, and its place among them, add to its scores, in tables by number.

    The sums are those of :func:`generator.people.find.passage.features`, figure by figure in one order.
    """

    def __init__(self, weights: Mapping[str, Scores]) -> None:
        self._weights = weights
        kinds = sorted({kind for name in weights for kind in kinds_in(name)})
        self._kind_numbers = {kind: number for number, kind in enumerate(kinds, 1)}
        """A kind that no weight knows is 0."""
        self._size = len(kinds) + 1
        tables = [
            self._table(case_feature, product((False, True), CASES)),
            self._table(place_feature, product((False, True), range(_BEHIND), range(_BEHIND))),
            *(self._by_kinds(which, 2) for which in PAIRS),
            *(self._by_kinds(which, 3) for which in TRIPLES),
        ]
        self._several = np.concatenate(tables)
        """The figures of all features of several words, one table behind the other."""
        self._begins = np.cumsum([0, *(len(table) for table in tables[:-1])]).reshape(-1, 1)
        self._kinds: Numbers = np.zeros(0, dtype=np.intp)
        self._case_of: Numbers = np.zeros(0, dtype=np.intp)
        self._near: Figures = np.zeros((0, len(LABELS)))
        """What each form adds to its neighbours, a row for each of OFFSETS."""
        self._known = 0

    def _by_kinds(self, which: int, count: int) -> Figures:
        table = np.zeros((self._size**count, len(LABELS)))
        for name, figures in self._weights.items():
            if (kinds := kinds_in(name)) and int(name[0]) == which:
                numbers = [self._kind_numbers[kind] for kind in kinds]
                table[reduce(lambda number, kind: number * self._size + kind, numbers)] = figures
        return table

    def _table(self, feature: Callable[..., str], keys: Iterable[tuple[object, ...]]) -> Figures:
        return np.array([self._weights.get(feature(*key), _NOTHING) for key in keys])

    def grow(self, forms: Sequence[WordForm]) -> None:
        """Take in what forms the fact book has met since."""
        if len(forms) == self._known:
            return
        new = forms[self._known :]
        self._known = len(forms)
        kinds = [self._kind_numbers.get(shown_kind(form), 0) for form in new]
        cases = [CASES.index(form[1]) for form in new]
        near = [_summed(self._weights, near_features(form, offset)) for form in new for offset in OFFSETS]
        self._kinds = np.append(self._kinds, np.array(kinds, dtype=np.intp))
        self._case_of = np.append(self._case_of, np.array(cases, dtype=np.intp))
        self._near = np.concatenate([self._near, np.array(near)])

    def added(self, own: Figures, around: Numbers, places: Numbers) -> Figures:
        """Scores of tokens with those of their surroundings added.

        Args:
            own: Of the word itself, a row a token.
            around: Forms of the neighbours and the token itself, a row for each of the window, in order.
            places: Number of each token's place in its run.
        """
        before2, before, here, behind, behind2 = self._kinds.take(around[REACH - 2 : REACH + 3])
        size = self._size
        from_before, to_behind = before * size + here, here * size + behind
        several = np.stack(
            [
                self._case_of.take(around[REACH]) + len(CASES) * (places >= _CAPITALS),
                places,
                from_before,
                to_behind,
                from_before * size + behind,
                before2 * size * size + from_before,
                to_behind * size + behind2,
            ]
        )
        pattern = _row_by_row(self._several.take(several + self._begins, axis=0))
        neighbours = around[_NEIGHBOURS] * len(OFFSETS) + _COLUMNS
        return _row_by_row(np.concatenate([[own + pattern], self._near.take(neighbours, axis=0)]))


_NEIGHBOURS: Numbers = np.array([REACH + offset for offset in OFFSETS])
_COLUMNS: Numbers = np.arange(len(OFFSETS)).reshape(-1, 1)


def _row_by_row(figures: Figures) -> Figures:
    """The sum of the rows, each added to that of those before."""
    total: Figures = figures[0].copy()
    for row in figures[1:]:
        total += row
    return total


_NOTHING: Scores = (0.0, 0.0, 0.0)


def _summed(weights: Mapping[str, Scores], names: Iterable[str]) -> Scores:
    outside = begin = inside = 0.0
    for name in names:
        figures = weights.get(name)
        if figures:
            outside += figures[0]
            begin += figures[1]
            inside += figures[2]
    return (outside, begin, inside)


def _best(scores: Sequence[Sequence[float]], transitions: tuple[Scores, Scores, Scores]) -> list[int]:
    """The best sequence of labels (Viterbi)."""
    (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = transitions
    outside, begin, inside = scores[0]
    back: list[tuple[int, int, int]] = []
    for out, first, further in scores[1:]:
        to_outside, from_outside = _greatest(outside + oo, begin + bo, inside + io)
        to_begin, from_begin = _greatest(outside + ob, begin + bb, inside + ib)
        to_inside, from_inside = _greatest(outside + oi, begin + bi, inside + ii)
        outside, begin, inside = to_outside + out, to_begin + first, to_inside + further
        back.append((from_outside, from_begin, from_inside))
    _, label = _greatest(outside, begin, inside)
    labels = [label]
    for choice in reversed(back):
        label = choice[label]
        labels.append(label)
    return labels[::-1]


def _greatest(outside: float, begin: float, inside: float) -> tuple[float, int]:
    """The greatest figure, of equal ones the first, and whose it is."""
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
