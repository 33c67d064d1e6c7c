"""How well telegrams are read in the layouts of archives, on invented ones made from their description.

usage: bench_layouts.py [-v] [--seed N] [--each N] [LAYOUT ...]

For each layout 240 telegrams from a seed, with what copies do to them: pages that end within sentences,
margins, blank lines, other line ends, labels in other forms, references written in every way. The generators
(``archive_layouts.py``, ``edition_layouts.py``) know nothing of the parser: they write what descriptions of
the forms say. Printed for each layout, in per cent: number, date, sender, classification, tags, references,
subject, paragraphs, words kept. With -v each miss.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from archive_layouts import aad, foia, ours
from edition_layouts import cablegram, frus, incoming, tei, telno
from invented_telegrams import Dice, Truth, words

from generator.model import Cable, Source
from generator.parse import parse, parted
from generator.read import discover, read_file

VERBOSE = "-v" in sys.argv
FIGURES = (
    "number",
    "date",
    "sender",
    "classification",
    "tags",
    "references",
    "subject",
    "paragraphs",
    "words kept",
)
LAYOUTS: dict[str, Callable[[Dice, int], Truth]] = {
    "aad": aad,
    "foia": foia,
    "ours": ours,
    "frus": frus,
    "tei": tei,
    "incoming": incoming,
    "telno": telno,
    "cablegram": cablegram,
}


def read(folder: Path) -> Iterator[Cable]:
    """Every telegram of a folder, as a build reads it."""
    files, _ = discover([folder])
    for file in files:
        for reading in read_file(file):
            if isinstance(reading, Source):
                yield from map(parse, parted(reading))


def judged(truth: Truth, cable: Cable | None) -> dict[str, tuple[int, int]]:
    """Of each figure how much is right, of how much."""
    if cable is None:
        return dict.fromkeys(FIGURES, (0, 1))
    date = f"{cable.date:%Y-%m-%dT%H:%M}"[: len(truth.date)] if cable.date else None
    got = {
        "number": (cable.id, truth.id),
        "date": (date, truth.date),
        "sender": (cable.origin, truth.sender),
        "classification": (cable.classification, truth.level),
        "tags": (cable.tags, truth.tags),
        "references": (tuple(dict.fromkeys(each.id for each in cable.references)), truth.references),
        "subject": (words(cable.subject or ""), words(truth.subject or "")),
        "paragraphs": (tuple(block.number for block in cable.blocks if block.number), truth.paragraphs),
    }
    for name, (found, wanted) in got.items():
        if VERBOSE and found != wanted:
            print(f"   {truth.file} {name}: {found!r}, not {wanted!r}")
    kept = Counter(words(" ".join(block.text for block in cable.blocks if block.kind != "notice")))
    lost = Counter(truth.words) - kept
    if VERBOSE and lost:
        print(f"   {truth.file} lost: {' '.join(lost)}")
    right = {name: (int(found == wanted), 1) for name, (found, wanted) in got.items()}
    return right | {"words kept": (len(truth.words) - lost.total(), len(truth.words))}


def main() -> None:
    """Print the figures of each layout."""
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    options = {
        name: int(arguments[arguments.index(name) + 1]) for name in ("--seed", "--each") if name in arguments
    }
    wanted = [name for name in arguments if name in LAYOUTS] or list(LAYOUTS)
    print(f"{'':10s}" + "".join(f"{figure:>15s}" for figure in FIGURES))
    for name in wanted:
        dice = Dice(f"{options.get('--seed', 13)} {name}")
        truths = [LAYOUTS[name](dice, index) for index in range(options.get("--each", 240))]
        with tempfile.TemporaryDirectory() as folder:
            for truth in truths:
                Path(folder, truth.file).write_text(truth.text, encoding="utf-8", newline="")
            cables: dict[str, Cable] = {}
            for cable in read(Path(folder)):
                cables.setdefault(cable.source.path, cable)
        sums = {figure: [0, 0] for figure in FIGURES}
        for truth in truths:
            for figure, (right, of) in judged(truth, cables.get(truth.file)).items():
                sums[figure][0] += right
                sums[figure][1] += of
        shown = "".join(f"{100 * right / of if of else 0:14.2f}%" for right, of in sums.values())
        print(f"{name:10s}{shown}")


if __name__ == "__main__":
    main()
