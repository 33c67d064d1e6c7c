"""What a word says of itself and of its neighbours, for the sequence model."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.people.find.lexicon import Lexicon
from generator.people.find.runs import Facts, Run, all_capitals, find_runs
from generator.people.find.tokens import Tokens, case_of

EDGE = "</>"
"""Stands for what is before the first and behind the last word."""

_KINDS = (
    ("function", "F"),
    ("title", "T"),
    ("month", "M"),
    ("nationality", "N"),
    ("org", "O"),
    ("particle", "p"),
    ("suffix", "J"),
    ("said", "v"),
    ("before", "b"),
    ("relation", "r"),
    ("place", "L"),
    ("orglike", "o"),
    ("field", "f"),
)
"""Class -> letter; the first that fits is a word's kind."""

LISTS = {"given": "G", "names": "K", "things": "H", "places": "L"}
"""List of the lexicon -> letter, for capitalised words that no class claims."""


class Featurizer:
    """Facts of words, remembered; and the features of each token of a run."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._known: dict[str, Facts] = {}

    def facts(self, word: str) -> Facts:
        """Facts of ``word``; the store is emptied before it can grow without bound."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 200_000:
                self._known.clear()
            known = self._known[word] = self._facts(word)
        return known

    def _facts(self, word: str) -> Facts:
        lower, case = word.lower(), case_of(word)
        bare = lower.rstrip(".")
        classes = [name for name, words in self.lexicon.classes.items() if lower in words or bare in words]
        kind = self._kind(lower, case, classes)
        habit = self.lexicon.habits.get(lower, "")
        lexical = [f"c={name}" for name in classes]
        lexical += [f"c={name}" for name in LISTS if lower in getattr(self.lexicon, name)]
        marks = [f"h{i}={letter}" for i, letter in enumerate(habit)] or ["h-"]
        here = [
            f"w={lower}",
            f"k={kind}",
            f"s={case}",
            f"e3={lower[-3:]}",
            f"e2={lower[-2:]}",
            f"b3={lower[:3]}",
        ]
        here += lexical + marks + _shape(word)
        near = [f"w={lower}", f"k={kind}", f"s={case}", *lexical, *marks[:1]]
        named = "c=given" in lexical or "c=names" in lexical or kind in "pJ"
        may_be = case not in ("mark", "own") and (named or kind not in "FMTf") and "/" not in word
        common = not named and habit[1:2] in ("e", "f")
        return Facts(lower, kind, case, may_be, common, tuple(here), tuple(near))

    def _kind(self, lower: str, case: str, classes: Sequence[str]) -> str:
        if case in ("mark", "own"):
            return (
                "'" if case == "own" else ("0" if lower[0].isdigit() else "/" if lower == "\n" else lower[0])
            )
        for name, letter in _KINDS:
            if name in classes:
                return letter
        if case == "lower":
            return "l"
        for name, letter in LISTS.items():
            if lower in getattr(self.lexicon, name):
                return letter
        return {"UPPER": "U", "Title": "X", "mixed": "X"}[case] if lower[-1] != "." else "I"


def _shape(word: str) -> list[str]:
    marks = []
    if "-" in word:
        marks.append("hyphen")
        marks.append(f"pre={word[: word.index('-')].lower()}")
    if "'" in word or "’" in word:
        marks.append("apostrophe")
    if word[-1] == ".":
        marks.append("stop")
    marks.append(f"n={min(len(word), 8)}")
    return marks


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage cut up, with the stretches that may hold names."""

    tokens: Tokens
    facts: list[Facts]
    runs: list[Run]
    capitals: bool


def cut(text: str, featurizer: Featurizer) -> Passage:
    """Tokens, facts and runs of one passage."""
    tokens = Tokens(text)
    capitals = all_capitals(text)
    facts = [featurizer.facts(word) for word in tokens.words]
    return Passage(tokens, facts, find_runs(facts, capitals=capitals), capitals)


def document_habits(passages: Iterable[Passage]) -> dict[str, tuple[str, ...]]:
    """How each word is used over the whole cable: what is clear in one place helps in another."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    edge = Facts(EDGE, "/", "mark", may_be=False, common=False, here=(), near=())
    for passage in passages:
        facts, size = passage.facts, len(passage.facts)
        for run in passage.runs:
            for i in range(run.start, run.stop):
                here = facts[i]
                if here.kind in "FMpTv":
                    continue
                before = facts[i - 1] if i else edge
                after = facts[i + 1] if i + 1 < size else edge
                marks = seen[here.lower]
                marks["n"] += 1
                if before.kind == "T":
                    marks["T"] += 1
                elif before.kind == "G" or before.kind == "I":
                    marks["G"] += 1
                elif before.lower == "the":
                    marks["the"] += 1
                elif before.lower in ("in", "at", "to", "from"):
                    marks["in"] += 1
                if after.kind == "v":
                    marks["v"] += 1
                elif after.kind == "'":
                    marks["'"] += 1
                elif after.kind in "Oo":
                    marks["O"] += 1
                if run.stop - run.start == 1:
                    marks["1"] += 1
                if passage.capitals:
                    marks["A"] += 1
    return {word: _habits(marks) for word, marks in seen.items()}


def _habits(marks: Counter[str]) -> tuple[str, ...]:
    total = marks["n"]
    features = [f"dn={min(total, 4)}"]
    for name, count in marks.items():
        if name != "n":
            features.append(f"d{name}={1 if count == 1 else 2}")
            if count * 2 > total > 1:
                features.append(f"d{name}>")
    return tuple(features)


def features(passage: Passage, run: Run, habits: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """Features of each token of ``run``, for training; the tagger adds up the same ones by word."""
    return [token_features(passage, run, i, habits) for i in range(run.start, run.stop)]


OFFSETS = (-3, -2, -1, 1, 2, 3)


def token_features(passage: Passage, run: Run, i: int, habits: dict[str, tuple[str, ...]]) -> list[str]:
    """Features of token ``i``."""
    facts, size = passage.facts, len(passage.facts)
    here = facts[i]
    found = list(here.here)
    for offset in OFFSETS:
        j = i + offset
        near = facts[j].near if 0 <= j < size else (f"w={EDGE}",)
        found += [f"{offset}{name}" for name in near]
    found += dynamic(passage, run, i, habits)
    return found


def dynamic(passage: Passage, run: Run, i: int, habits: dict[str, tuple[str, ...]]) -> list[str]:
    """Features that depend on more than one word."""
    facts, size = passage.facts, len(passage.facts)
    here = facts[i].kind
    b1 = facts[i - 1].kind if i else "/"
    b2 = facts[i - 2].kind if i > 1 else "/"
    a1 = facts[i + 1].kind if i + 1 < size else "/"
    a2 = facts[i + 2].kind if i + 2 < size else "/"
    capitals = "A" if passage.capitals else "a"
    found = [
        f"{capitals}{facts[i].case}",
        f"{capitals}p{min(i - run.start, 3)}{min(run.stop - i, 3)}",
        f"1{b1}{here}",
        f"2{here}{a1}",
        f"3{b1}{here}{a1}",
        f"4{b2}{b1}{here}",
        f"5{here}{a1}{a2}",
    ]
    found += habits.get(facts[i].lower, ())
    return found
