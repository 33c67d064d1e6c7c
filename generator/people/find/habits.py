"""How a word is used over many telegrams, as one letter for each habit (counted once, by the training)."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.people.find.features import Passage

HABITS = ("low", "T", "G", "v", "the", "in", "'", "O", "first", "last", "one", "U")
"""small letters; behind a title; behind a given name or initial; before a verb of speech; behind "the";
behind "in" or "at"; possessive; before a word of organisations; first or last of several capitalised words;
alone; all in capitals amid mixed case."""
_STEPS = (0.02, 0.1, 0.3, 0.6, 0.9)


def count_habits(passages: Iterable[Passage]) -> dict[str, Counter[str]]:
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
                _count(seen[passage.facts[i].lower], passage, run, i)
    return seen


def _count(marks: Counter[str], passage: Passage, run: tuple[int, int], i: int) -> None:
    facts = passage.facts
    before = facts[i - 1] if i else None
    after = facts[i + 1] if i + 1 < len(facts) else None
    marks["cap"] += 1
    if before:
        marks["T"] += before.kind == "T"
        marks["G"] += before.kind in "GI"
        marks["the"] += before.lower in ("the", "a", "an")
        marks["in"] += before.lower in ("in", "at")
    if after:
        marks["v"] += after.kind == "v"
        marks["'"] += after.kind == "'"
        marks["O"] += after.kind in "Oo"
    several = run[1] - run[0] > 1
    marks["first"] += several and i == run[0]
    marks["last"] += several and i == run[1] - 1
    marks["one"] += not several
    marks["U"] += facts[i].case == "UPPER"


def letters(marks: Counter[str]) -> str:
    """Size of the evidence as a digit, then a letter for each of HABITS: a never ... f nearly always."""
    cap = marks["cap"]
    total = cap + marks["low"]
    size = min(total.bit_length(), 9)
    shares = [marks["low"] / total, *(marks[name] / cap if cap else 0.0 for name in HABITS[1:])]
    return f"{size}" + "".join("abcdef"[sum(share > step for step in _STEPS)] for share in shares)
