"""How well and how fast people are found in one cable.

    python bench/bench_people_find.py [-v] [--floors tests/corpus/people_find_floors.json]

Quality is that of ../shared/tools/score.py on the labels of ../shared/gold, each cable scored by the model of
its fold, which was trained without it (bench/data/people_folds, written by bench/train_people.py). Speed is
measured on the unlabelled cables of ../shared/corpus with the shipped model, after loading: processor time of
one process, then the clock's of two together. With ``--floors`` a figure below its floor, or other labels,
end in exit status 1. With ``--held-out post`` (or ``year``) models are trained anew (python-crfsuite), and
each cable is scored by one that has seen no cable of its post: what cables of somebody else are like.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing import Barrier, Process
from multiprocessing.synchronize import Barrier as Gate
from pathlib import Path

import msgspec
from people_labels import FOLDS, GOLD, SHARED, Labelled, fold_file, fold_of, read_all

from generator.model import Cable
from generator.people import Tagger, find_people, load_tagger
from generator.people.find.lexicon import FactBook, load_lexicon
from generator.people.find.sequence import SequenceModel, parse_weights
from generator.people.find.tagger import BuiltInTagger

_FIGURE = re.compile(r"^(people \w+|canonical name)\s+([\d.]+)%", re.MULTILINE)


def quality(
    cables: Sequence[Labelled], fold: Callable[[Labelled], int], weights: Sequence[str], *, verbose: bool
) -> tuple[dict[str, float], str]:
    """The scorer's figures by name, and what it printed.

    Args:
        cables: All that are labelled.
        fold: Which of the models has not seen a cable.
        weights: The models, as texts.
        verbose: Whether the scorer lists what went wrong.
    """
    book = FactBook(load_lexicon())
    taggers = [BuiltInTagger(SequenceModel(parse_weights(each), book)) for each in weights]
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        for cable in cables:
            people = find_people(cable.cable, tagger=taggers[fold(cable)])
            out.write(msgspec.json.encode({"id": cable.id, "people": people}) + b"\n")
        out.flush()
        command = [sys.executable, str(SHARED / "tools" / "score.py"), "people", out.name, str(GOLD)]
        command += ["-v"] if verbose else []
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our scorer
    return {name: float(figure) for name, figure in _FIGURE.findall(printed)}, printed


def held_out(cables: Sequence[Labelled], what: str) -> tuple[Callable[[Labelled], int], list[str]]:
    """Folds of whole posts or years, and for each the weights learned from the cables of the others."""
    from train_people import trained  # noqa: PLC0415 - needs the trainer, which only this asks for

    def fold(cable: Labelled) -> int:
        number = _NUMBER.match(cable.id)
        return fold_of(number[what] if number else cable.id)

    book = FactBook(load_lexicon())
    return fold, [trained([cable for cable in cables if fold(cable) != out], book) for out in range(FOLDS)]


_NUMBER = re.compile(r"(?P<year>\d{2})(?P<post>[A-Z]+)")


def speed(cables: Sequence[Cable]) -> float:
    """Cables a second on one processor: the best of five runs, since other programs can only slow it down."""
    tagger = load_tagger()
    sample = cables[:: max(1, len(cables) // SAMPLE)]
    return max(len(sample) / _seconds(sample, tagger) for _ in range(5))


def _seconds(cables: Sequence[Cable], tagger: Tagger) -> float:
    begun = time.process_time()
    for cable in cables:
        find_people(cable, tagger=tagger)
    return time.process_time() - begun


def speed_on_two(cables: Sequence[Cable]) -> float:
    """Cables a second by two processes together, from the moment both have loaded: the best of three runs."""
    return max(_together(cables) for _ in range(3))


def _together(cables: Sequence[Cable]) -> float:
    ready = Barrier(3)
    halves = [Process(target=_half, args=(cables[start::2], ready)) for start in (0, 1)]
    for half in halves:
        half.start()
    ready.wait()
    begun = time.perf_counter()
    for half in halves:
        half.join()
    return len(cables) / (time.perf_counter() - begun)


def _half(cables: Sequence[Cable], ready: Gate) -> None:
    tagger = load_tagger()
    _seconds(cables[:1], tagger)
    ready.wait()
    _seconds(cables, tagger)


SAMPLE = 300


def by_id(cable: Labelled) -> int:
    """Which fold's model has not seen a cable."""
    return fold_of(cable.id)


def below(figures: dict[str, float], floors: Path) -> list[str]:
    """What stands below its floor."""
    pinned = json.loads(floors.read_text(encoding="utf-8"))
    found = [
        f"{name}: {figures.get(name, 0.0)} is below {floor}"
        for name, floor in pinned["floors"].items()
        if figures.get(name, 0.0) < floor
    ]
    if hashlib.sha256(GOLD.read_bytes()).hexdigest() != pinned["labels"]:
        found.append("the labels are not those the floors were measured on")
    return found


def main() -> int:
    """IndexedRun from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="list what went wrong")
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--held-out", choices=("post", "year"), help="train anew, whole posts or years apart")
    options = parser.parse_args()
    if not GOLD.exists():
        print(f"no labels at {GOLD}")
        return 1
    labelled, rest = read_all()
    if options.held_out:
        fold, weights = held_out(labelled, options.held_out)
        print(f"no cable of the same {options.held_out} was learned from")
    else:
        fold, weights = by_id, [fold_file(number).read_text(encoding="utf-8") for number in range(FOLDS)]
    figures, printed = quality(labelled, fold, weights, verbose=options.verbose)
    print(printed, end="")
    if options.floors:
        problems = below(figures, options.floors)
        print(*problems, sep="\n")
        return 1 if problems else 0
    if options.held_out:
        return 0
    print(f"{'speed':24s} {speed(rest):6.0f} cables a second on one processor")
    print(f"{'':24s} {speed_on_two(rest):6.0f} cables a second on two, once loaded")
    return 0


if __name__ == "__main__":
    sys.exit(main())
