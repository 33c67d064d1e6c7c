"""Resolution of people over the corpus, measured on labelled pairs of names.

    .venv/bin/python bench/bench_resolve.py [--copies N] [-v] [--floors FILE]

Reads ../shared/corpus/text and ../shared/seeds with the project's own pipeline, resolves the people and
prints:

- precision: of the labelled pairs that end on one page, those that are one person (a wrong merge lowers it);
- recall: of the pairs that are one person, those that end on one page (a missed merge lowers it);
- pairs whose name was not found in its cable count as missed merges, or as rightly apart;
- of people labelled with all their namings (bench/data/people.tsv), the half tuned on and the half kept:
B-cubed precision, recall and F1, share on the main page, pages a person is spread over, pages that hold one
person only;
- time and memory of resolving, also for N copies of the corpus with names and places changed from copy to
copy.
"""

import argparse
import hashlib
import json
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from resolve_people import PeopleScore, read_namings, score_people

from generator.model import CableContext, PersonFound, Problem
from generator.names.forms import name_form
from generator.people.resolve import People, resolve
from generator.pipeline.records import records

HERE = Path(__file__).parent
CORPUS = HERE.parent / "../shared/corpus/text"
SEEDS = HERE.parent / "../shared/seeds"
PAIRS = HERE / "data/name_pairs.tsv"
PEOPLE = HERE / "data/people.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names in two cables, with the label."""

    same: bool
    one: tuple[str, str]
    """(cable, name)"""
    other: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over labelled pairs."""

    merged_right: int
    merged_wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    not_found: tuple[Pair, ...]
    """Pairs, of those missed or rightly apart, one name of which was not found at all."""

    @property
    def precision(self) -> float:
        """Share of merges that are right; 1 where nothing was merged."""
        merged = self.merged_right + len(self.merged_wrong)
        return self.merged_right / merged if merged else 1.0

    @property
    def recall(self) -> float:
        """Share of same pairs that were merged."""
        same = self.merged_right + len(self.missed)
        return self.merged_right / same if same else 1.0


def read_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """The labelled pairs, in file order."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return tuple(
        Pair(same=label == "same", one=(a, name_a), other=(b, name_b))
        for label, a, name_a, b, name_b in rows[1:]
    )


def index_of(context: CableContext, name: str) -> int | None:
    """Which of the cable's people bears the name."""
    ranked = [(_closeness(person, name), index) for index, person in enumerate(context.people)]
    best = min(ranked, default=(NOT_NAMED, 0))
    return best[1] if best[0] < NOT_NAMED else None


NOT_NAMED = 3


def _closeness(person: PersonFound, name: str) -> int:
    """0 for the name itself, 1 for a mention, 2 for a part of a longer name."""
    wanted = name_form(name).tokens
    if name_form(person.name).tokens == wanted:
        return 0
    if any(name_form(each).tokens == wanted for each in person.mentions):
        return 1
    return 2 if set(wanted) <= set(name_form(person.name).tokens) else NOT_NAMED


def score(people: People, contexts: Iterable[CableContext], pairs: Sequence[Pair]) -> Score:
    """Compare the people with the labels."""
    by_key = {context.key: context for context in contexts}

    def page(end: tuple[str, str]) -> str | None:
        context = by_key.get(end[0])
        index = index_of(context, end[1]) if context else None
        return None if index is None else people.slugs[end[0], index]

    ends = [(pair, page(pair.one), page(pair.other)) for pair in pairs]
    merged = [pair for pair, a, b in ends if a is not None and a == b]
    return Score(
        merged_right=sum(pair.same for pair in merged),
        merged_wrong=tuple(pair for pair in merged if not pair.same),
        missed=tuple(pair for pair in pairs if pair.same and pair not in merged),
        not_found=tuple(pair for pair, a, b in ends if a is None or b is None),
    )


def people_scores(people: People, contexts: Iterable[CableContext]) -> tuple[PeopleScore, PeopleScore]:
    """Figures of the labelled people: of the half tuned on, and of the half kept."""
    by_key = {context.key: context for context in contexts}

    def page(cable: str, name: str) -> str | None:
        context = by_key.get(cable)
        index = index_of(context, name) if context else None
        return None if index is None else people.slugs[cable, index]

    namings = read_namings(PEOPLE)
    return (
        score_people(namings, page, lambda naming: not naming.kept),
        score_people(namings, page, lambda naming: naming.kept),
    )


def _report_people(half: str, found: PeopleScore, *, verbose: bool) -> None:
    print(
        f"people {half}: {found.people} in {found.namings} namings, B-cubed precision {found.precision:.1%}  "
        f"recall {found.recall:.1%}  F1 {found.f1:.1%}"
    )
    print(
        f"  on the main page {found.main:.1%}, on {found.pages:.2f} pages each; "
        f"pages of 10 namings and more that hold one person only: {found.pure:.1%}"
    )
    for title, lines in (("page", found.mixed), ("person", found.spread)):
        for line in lines if verbose else ():
            print(f"  {title} {line}")


def read_contexts(*folders: Path) -> list[CableContext]:
    """Parse the cables and find their people."""
    found = records([folder for folder in folders if folder.is_dir()])
    return [record.context for record in found if not isinstance(record, Problem)]


def copies(contexts: Sequence[CableContext], count: int) -> list[CableContext]:
    """The corpus several times over; in each copy half of the names are other ones."""
    return [_copy(context, number) for number in range(count) for context in contexts]


def _copy(context: CableContext, number: int) -> CableContext:
    if number == 0:
        return context
    return replace(
        context,
        key=f"{context.key}{number:03d}",
        people=tuple(_other(person, number) for person in context.people),
    )


def _other(person: PersonFound, number: int) -> PersonFound:
    """Half of the people recur from copy to copy, as the known do; the others are new."""
    if sum(map(ord, person.name)) % 2:
        return person
    letters = "bdfgklmnprstvz"
    tail = f"{letters[number % 14]}a{letters[number // 14 % 14]}o"
    return replace(
        person, name=person.name + tail, mentions=tuple(f"{mention}{tail}" for mention in person.mentions)
    )


def _report(found: Score, pairs: Sequence[Pair], *, verbose: bool) -> None:
    same = sum(pair.same for pair in pairs)
    print(f"{len(pairs)} pairs, {same} one person, {len(pairs) - same} two")
    print(f"precision {found.precision:.1%}  recall {found.recall:.1%}  not found {len(found.not_found)}")
    for title, wrong in (("merged wrongly", found.merged_wrong), ("missed", found.missed)):
        for pair in wrong if verbose else ():
            lost = " (a name was not found)" if pair in found.not_found else ""
            print(f"  {title}: {' '.join(pair.one)} = {' '.join(pair.other)}{lost}")


def _time(contexts: Sequence[CableContext], label: str) -> People:
    mentions = sum(len(context.people) for context in contexts)
    start = time.process_time()
    people = resolve(contexts)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{label}: {len(contexts)} cables, {mentions} people found -> {len(people.persons)} persons, "
        f"{len(people.doubts)} doubts; {seconds:.1f} s, {mentions / seconds:,.0f}/s, peak {peak:.0f} MB"
    )
    return people


def tuned_on(pair: Pair) -> bool:
    """Whether the pair is of the half whose errors were read when weights and rules were set.

    The figures of the other half say what to expect of pairs not seen.
    """
    return sum(map(ord, pair.one[0] + pair.other[0])) % 2 == 0


def _below(found: Score, floors: Path) -> list[str]:
    """Figures below their floor, or other pairs than those the floors were pinned on."""
    pinned = json.loads(floors.read_text(encoding="utf-8"))
    lost = []
    if pinned["pairs sha256"] != hashlib.sha256(PAIRS.read_bytes()).hexdigest():
        lost.append("the labelled pairs are others than those the floors were pinned on")
    for name, value in (("precision", found.precision), ("recall", found.recall)):
        if 100 * value < pinned[name]:
            lost.append(f"{name} {100 * value:.1f} is below its floor {pinned[name]}")
    return lost


def main() -> int:
    """Run and print; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--copies", type=int, default=10, help="also resolve this many copies of the corpus")
    parser.add_argument("-v", "--verbose", action="store_true", help="list every pair that went wrong")
    parser.add_argument("--floors", type=Path, help="file of floors; a figure below ends in exit status 1")
    args = parser.parse_args()
    contexts = read_contexts(CORPUS, SEEDS)
    people = _time(contexts, "corpus")
    pairs = read_pairs()
    found = score(people, contexts, pairs)
    _report(found, pairs, verbose=args.verbose)
    for title, half in (("tuned on", True), ("not seen", False)):
        part = [pair for pair in pairs if tuned_on(pair) is half]
        of_half = score(people, contexts, part)
        print(
            f"half {title}: {len(part)} pairs, precision {of_half.precision:.1%}  recall {of_half.recall:.1%}"
        )
    for part_of, figures in zip(("tuned on", "kept"), people_scores(people, contexts), strict=True):
        _report_people(part_of, figures, verbose=args.verbose and part_of == "tuned on")
    if args.copies > 1:
        _time(copies(contexts, args.copies), f"{args.copies} copies")
    lost = _below(found, args.floors) if args.floors else []
    print("\n".join(lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
