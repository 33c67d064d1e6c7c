"""A passage cut up: words, the stretches of them that may hold a name, and what the model is told of each.

Beside it how a word is used over a whole cable, and (counted once, by the training) over many telegrams.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.people.find.lexicon import FORENAME, FactBook, Facts, RunPart, WordForm, WordKind
from generator.people.find.memo import Memo
from generator.people.find.tokens import Tokens

# ---- Where names can stand -----------------------------------------------------------------------------

_SAMPLE = "eat"
"""Common letters: enough of them stand in any sentence to tell its case."""


class Run(NamedTuple):
    """Tokens ``start`` to ``stop`` (exclusive) of one passage."""

    start: int
    stop: int


def all_capitals(text: str) -> bool:
    """Whether a passage is mostly written in capitals, so that case tells nothing."""
    upper = sum(map(text.count, _SAMPLE.upper()))
    return upper > sum(map(text.count, _SAMPLE))


def find_runs(facts: Sequence[Facts], *, capitals: bool) -> list[Run]:
    """Stretches that may hold a name, in order.

    Particles stand inside or in front, never behind. Titles, small words and months end a stretch, and where
    all is in capitals so does any word that telegrams write in small letters otherwise, unless a given name
    stands before it (Rosa Wood).
    """
    if capitals:
        stretches = _IN_CAPITALS.finditer("".join([fact.part_in_capitals for fact in facts]))
    else:
        stretches = _IN_MIXED_CASE.finditer("".join([fact.part for fact in facts]))
    runs: list[Run] = []
    for stretch in stretches:
        parts = stretch[0].rstrip(RunPart.PARTICLE)
        if parts.strip(RunPart.NEVER_ALONE):
            runs.append(Run(stretch.start(), stretch.start() + len(parts)))
    return runs


_IN_MIXED_CASE: Final = re.compile(f"[{RunPart.WORD}{RunPart.NEVER_ALONE}{RunPart.PARTICLE}]+")
_IN_CAPITALS: Final = re.compile(
    f"(?:[{RunPart.WORD}{RunPart.NEVER_ALONE}{RunPart.PARTICLE}]"
    f"|{RunPart.FORENAME}{RunPart.COMMON_FORENAME}*{RunPart.COMMON}?)+"
)
"""A stretch of words, each written as the letter of its :class:`RunPart`."""


# ---- Features ------------------------------------------------------------------------------------------

OFFSETS = (-3, -2, -1, 1, 2, 3)
"""Neighbours that count."""
_NOT_COUNTED = frozenset(
    (WordKind.FUNCTION, WordKind.MONTH, WordKind.PARTICLE, WordKind.TITLE, WordKind.VERB)
)
"""Kinds of words whose use over a cable says nothing."""

CableHabits = Mapping[str, tuple[str, ...]]
"""Word in small letters -> features of its use over the whole cable."""


@dataclass(frozen=True, slots=True)
class CutPassage:
    """A passage cut up, with the stretches that may hold names."""

    text: str
    facts: list[Facts]
    """Of each token."""
    runs: list[Run]
    capitals: bool

    def tokens(self) -> Tokens:
        """The tokens with their places; cut up already, and so made only where a place is wanted."""
        return Tokens(self.text, [fact.word for fact in self.facts])


def cut(text: str, book: FactBook) -> CutPassage:
    """Tokens, facts and runs of one passage."""
    capitals = all_capitals(text)
    facts = book.facts_in(text)
    return CutPassage(text, facts, find_runs(facts, capitals=capitals), capitals)


def own_features(facts: Facts) -> list[str]:
    """What a word says of itself."""
    word, lower = facts.word, facts.lower
    names = [
        f"w={lower}",
        f"k={facts.kind}",
        f"s={facts.case}",
        f"e3={lower[-3:]}",
        f"e2={lower[-2:]}",
        f"b3={lower[:3]}",
        f"n={min(len(word), 8)}",
        *(f"c={name}" for name in facts.classes),
    ]
    names += [f"h{i}={letter}" for i, letter in enumerate(facts.habit)] or ["h-"]
    if "-" in word:
        names += ["hyphen", f"pre={lower.partition('-')[0]}"]
    if "'" in word or "\u2019" in word:
        names.append("apostrophe")
    if word[-1] == ".":
        names.append("stop")
    return names


def near_features(form: WordForm, offset: int) -> list[str]:
    """What a word of that form says of the one ``offset`` words before it (or behind it, where negative)."""
    kind, case, classes, size, word = form
    names = [f"k={kind}", f"s={case}", *(f"c={name}" for name in classes), f"h0={size}" if size else "h-"]
    if word:
        names.append(f"w={word}")
    return [f"{offset}{name}" for name in names]


EDGE: WordForm = ("</>", "mark", (), "", "")
"""Stands for what is before the first and behind the last word."""


def features(passage: CutPassage, run: Run, habits: CableHabits, book: FactBook) -> list[list[str]]:
    """Features of each token of ``run``, for training; the tagger adds up the same ones by word."""
    return [_token_features(passage, run, i, habits, book) for i in range(run.start, run.stop)]


def _token_features(passage: CutPassage, run: Run, i: int, habits: CableHabits, book: FactBook) -> list[str]:
    facts, size = passage.facts, len(passage.facts)
    names = own_features(facts[i])
    for offset in OFFSETS:
        j = i + offset
        names += near_features(book.forms[facts[j].form] if 0 <= j < size else EDGE, offset)
    names += habits.get(facts[i].lower, ())
    return names + _pattern_features(passage, run, i, book)


MOST = 3
"""Words of a run before and behind a token that are counted; more are as many."""
CASES = ("lower", "Title", "UPPER", "mixed", "mark", "own")
"""Everything that :func:`generator.people.find.lexicon.case_of` tells."""
PAIRS = (1, 2)
"""Features of a token's kind with that before it, and with that behind it."""
TRIPLES = (3, 4, 5)
"""With the kinds before and behind, the two before, the two behind."""


def case_feature(in_capitals: bool, case: str) -> str:  # noqa: FBT001 - a key of a table
    """How the word is printed, and whether all is in capitals."""
    return f"{'A' if in_capitals else 'a'}{case}"


def place_feature(in_capitals: bool, behind: int, ahead: int) -> str:  # noqa: FBT001 - a key of a table
    """How many words of the run stand before the token, and how many from it on, at most ``MOST``."""
    return f"{'A' if in_capitals else 'a'}p{behind}{ahead}"


def kinds_in(name: str) -> str:
    """The kinds, a letter each, in the name of a feature of PAIRS or TRIPLES; empty for another feature."""
    several = {str(which): 2 for which in PAIRS} | {str(which): 3 for which in TRIPLES}
    return name[1:] if len(name) - 1 == several.get(name[0]) and "=" not in name else ""


def shown_kind(form: WordForm) -> str:
    """The kind by which a word is known in pairs and triples: an edge of the text is the end of a line."""
    return WordKind.LINE_END.value if form == EDGE else form[0]


def _pattern_features(passage: CutPassage, run: Run, i: int, book: FactBook) -> list[str]:
    """Features that depend on more than one word."""
    facts, size = passage.facts, len(passage.facts)
    b2, b1, here, a1, a2 = (
        shown_kind(book.forms[facts[j].form] if 0 <= j < size else EDGE) for j in range(i - 2, i + 3)
    )
    return [
        case_feature(passage.capitals, facts[i].case),
        place_feature(passage.capitals, min(i - run.start, MOST), min(run.stop - i, MOST)),
        f"1{b1}{here}",
        f"2{here}{a1}",
        f"3{b1}{here}{a1}",
        f"4{b2}{b1}{here}",
        f"5{here}{a1}{a2}",
    ]


def document_habits(passages: Iterable[CutPassage]) -> CableHabits:
    """How each word is used over the whole cable: what is clear in one place helps in another."""
    seen: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        for run in passage.runs:
            for i in range(run.start, run.stop):
                here = passage.facts[i]
                if here.kind not in _NOT_COUNTED:
                    seen[here.lower].append(_uses(passage, run, i))
    return {word: _HABIT_FEATURES["".join(uses)] for word, uses in seen.items()}


def _uses(passage: CutPassage, run: Run, i: int) -> str:
    """What one occurrence shows, a letter each: see :data:`_USE_NAMES`."""
    facts = passage.facts
    uses = "n"
    if i:
        before = facts[i - 1]
        uses += _BEFORE.get(before.lower) or _BEFORE_KIND.get(before.kind, "")
    if i + 1 < len(facts):
        uses += _BEHIND_KIND.get(facts[i + 1].kind, "")
    if run.stop - run.start == 1:
        uses += "1"
    return uses + "A" if passage.capitals else uses


_USE_NAMES = {"t": "the", "i": "in"}
"""Names of features that a use has a part in, where they differ from its letter."""
_BEFORE = {"the": "t", "in": "i", "at": "i", "to": "i", "from": "i"}
_BEFORE_KIND = {WordKind.TITLE.value: "T", WordKind.GIVEN.value: "G", WordKind.INITIAL.value: "G"}
_BEHIND_KIND = {
    WordKind.VERB.value: "v",
    WordKind.POSSESSIVE.value: "'",
    WordKind.ORGANISATION.value: "O",
    WordKind.LIKE_ORGANISATION.value: "O",
}


def _habit_features(uses: str) -> tuple[str, ...]:
    total = uses.count("n")
    names = [f"dn={min(total, 4)}"]
    for use in dict.fromkeys(uses):
        if use != "n":
            count, name = uses.count(use), _USE_NAMES.get(use, use)
            names.append(f"d{name}={1 if count == 1 else 2}")
            if count * 2 > total > 1:
                names.append(f"d{name}>")
    return tuple(names)


_HABIT_FEATURES: Final[Memo[str, tuple[str, ...]]] = Memo(_habit_features, 1 << 16)
"""A memo, as of a cached function."""


# ---- Habits over many telegrams ------------------------------------------------------------------------

HABITS = ("low", "T", "G", "v", "the", "in", "'", "O", "first", "last", "one", "U")
"""small letters; behind a title; behind a given name or initial; before a verb of speech; behind "the";
behind "in" or "at"; possessive; before a word of organisations; first or last of several capitalised words;
alone; all in capitals amid mixed case."""
_ORGANISATIONS = frozenset((WordKind.ORGANISATION, WordKind.LIKE_ORGANISATION))
_STEPS = (0.02, 0.1, 0.3, 0.6, 0.9)


def count_habits(passages: Iterable[CutPassage]) -> dict[str, Counter[str]]:
    """Count over passages in mixed case."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        if passage.capitals:
            continue
        for facts in passage.facts:
            if facts.case == "lower":
                seen[facts.lower]["low"] += 1
        for run in passage.runs:
            for i in range(run.start, run.stop):
                _count_word(seen[passage.facts[i].lower], passage, run, i)
    return seen


def _count_word(marks: Counter[str], passage: CutPassage, run: Run, i: int) -> None:
    facts = passage.facts
    before = facts[i - 1] if i else None
    after = facts[i + 1] if i + 1 < len(facts) else None
    marks["cap"] += 1
    if before:
        marks["T"] += before.kind == WordKind.TITLE
        marks["G"] += before.kind in FORENAME
        marks["the"] += before.lower in ("the", "a", "an")
        marks["in"] += before.lower in ("in", "at")
    if after:
        marks["v"] += after.kind == WordKind.VERB
        marks["'"] += after.kind == WordKind.POSSESSIVE
        marks["O"] += after.kind in _ORGANISATIONS
    several = run.stop - run.start > 1
    marks["first"] += several and i == run.start
    marks["last"] += several and i == run.stop - 1
    marks["one"] += not several
    marks["U"] += facts[i].case == "UPPER"


def habit_letters(marks: Counter[str]) -> str:
    """Size of the evidence as a digit, then a letter for each of HABITS: a never ... f nearly always."""
    cap = marks["cap"]
    total = cap + marks["low"]
    size = min(total.bit_length(), 9)
    shares = [marks["low"] / total, *(marks[name] / cap if cap else 0.0 for name in HABITS[1:])]
    return f"{size}" + "".join("abcdef"[sum(share > step for step in _STEPS)] for share in shares)
