"""What a word says of itself and of its neighbours, for the sequence model."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.people.find.facts import FactBook, Facts, Form
from generator.people.find.runs import Run, all_capitals, find_runs
from generator.people.find.tokens import Tokens

OFFSETS = (-3, -2, -1, 1, 2, 3)
"""Neighbours that count."""
_NOT_COUNTED = frozenset("FMpTv")
"""Kinds of words whose use over a cable says nothing."""

Habits = Mapping[str, tuple[str, ...]]
"""Word in small letters -> features of its use over the whole cable."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage cut up, with the stretches that may hold names."""

    tokens: Tokens
    facts: list[Facts]
    runs: list[Run]
    capitals: bool


def cut(text: str, book: FactBook) -> Passage:
    """Tokens, facts and runs of one passage."""
    tokens = Tokens(text)
    capitals = all_capitals(text)
    facts = book.facts(tokens.words)
    return Passage(tokens, facts, find_runs(facts, capitals=capitals), capitals)


def own_features(word: str, facts: Facts) -> list[str]:
    """What a word says of itself."""
    lower = facts.lower
    found = [
        f"w={lower}",
        f"k={facts.kind}",
        f"s={facts.case}",
        f"e3={lower[-3:]}",
        f"e2={lower[-2:]}",
        f"b3={lower[:3]}",
        f"n={min(len(word), 8)}",
        *(f"c={name}" for name in facts.classes),
    ]
    found += [f"h{i}={letter}" for i, letter in enumerate(facts.habit)] or ["h-"]
    if "-" in word:
        found += ["hyphen", f"pre={lower.partition('-')[0]}"]
    if "'" in word or "\u2019" in word:
        found.append("apostrophe")
    if word[-1] == ".":
        found.append("stop")
    return found


def near_features(form: Form, offset: int) -> list[str]:
    """What a word of that form says of the one ``offset`` words before it (or behind it, where negative)."""
    kind, case, classes, size, word = form
    names = [f"k={kind}", f"s={case}", *(f"c={name}" for name in classes), f"h0={size}" if size else "h-"]
    if word:
        names.append(f"w={word}")
    return [f"{offset}{name}" for name in names]


EDGE: Form = ("</>", "mark", (), "", "")
"""Stands for what is before the first and behind the last word."""


def features(passage: Passage, run: Run, habits: Habits, book: FactBook) -> list[list[str]]:
    """Features of each token of ``run``, for training; the tagger adds up the same ones by word."""
    return [_token_features(passage, run, i, habits, book) for i in range(run.start, run.stop)]


def _token_features(passage: Passage, run: Run, i: int, habits: Habits, book: FactBook) -> list[str]:
    facts, size = passage.facts, len(passage.facts)
    found = own_features(passage.tokens.words[i], facts[i])
    for offset in OFFSETS:
        j = i + offset
        found += near_features(book.forms[facts[j].form] if 0 <= j < size else EDGE, offset)
    found += habits.get(facts[i].lower, ())
    return found + pattern_features(pattern_of(passage, run, i))


Pattern = tuple[bool, str, int, int, str, str, str, str, str]
"""All in capitals; case; words of the run before and behind, at most 3; kinds of the word's two neighbours
before, of itself, and of the two behind."""


def pattern_of(passage: Passage, run: Run, i: int) -> Pattern:
    """What surrounds token ``i``."""
    facts, size = passage.facts, len(passage.facts)
    here = facts[i]
    return (
        passage.capitals,
        here.case,
        min(i - run.start, 3),
        min(run.stop - i, 3),
        facts[i - 2].kind if i > 1 else "/",
        facts[i - 1].kind if i else "/",
        here.kind,
        facts[i + 1].kind if i + 1 < size else "/",
        facts[i + 2].kind if i + 2 < size else "/",
    )


def pattern_features(pattern: Pattern) -> list[str]:
    """Features that depend on more than one word."""
    in_capitals, case, behind, ahead, b2, b1, here, a1, a2 = pattern
    capitals = "A" if in_capitals else "a"
    return [
        f"{capitals}{case}",
        f"{capitals}p{behind}{ahead}",
        f"1{b1}{here}",
        f"2{here}{a1}",
        f"3{b1}{here}{a1}",
        f"4{b2}{b1}{here}",
        f"5{here}{a1}{a2}",
    ]


def document_habits(passages: Iterable[Passage]) -> Habits:
    """How each word is used over the whole cable: what is clear in one place helps in another."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for run in passage.runs:
            for i in range(run.start, run.stop):
                here = passage.facts[i]
                if here.kind not in _NOT_COUNTED:
                    seen[here.lower].update(_uses(passage, run, i))
    return {word: _habits(uses) for word, uses in seen.items()}


def _uses(passage: Passage, run: Run, i: int) -> list[str]:
    """What one occurrence shows."""
    facts = passage.facts
    uses = ["n"]
    if i:
        before = facts[i - 1]
        use = _BEFORE.get(before.lower) or _BEFORE_KIND.get(before.kind)
        if use:
            uses.append(use)
    if i + 1 < len(facts):
        use = _BEHIND_KIND.get(facts[i + 1].kind)
        if use:
            uses.append(use)
    if run.stop - run.start == 1:
        uses.append("1")
    if passage.capitals:
        uses.append("A")
    return uses


_BEFORE = {"the": "the", "in": "in", "at": "in", "to": "in", "from": "in"}
_BEFORE_KIND = {"T": "T", "G": "G", "I": "G"}
_BEHIND_KIND = {"v": "v", "'": "'", "O": "O", "o": "O"}


def _habits(uses: Counter[str]) -> tuple[str, ...]:
    total = uses["n"]
    found = [f"dn={min(total, 4)}"]
    for name, count in uses.items():
        if name != "n":
            found.append(f"d{name}={1 if count == 1 else 2}")
            if count * 2 > total > 1:
                found.append(f"d{name}>")
    return tuple(found)
