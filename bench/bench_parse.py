"""Cables a second and peak memory of reading and parsing; with ``--accuracy`` the table of figures.

    .venv/bin/python bench/bench_parse.py [--accuracy] [CORPUS]

CORPUS is the measuring corpus (default ``../shared/corpus`` beside the checkout, or the folder that
``CABLEPRESS_SHARED`` names). Each layout is measured in a process of its own, so that its peak memory is its
own; times are processor time on one core, but for the last line: all of ``text`` side by side, on the clock.
"""

import argparse
import json
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the figures are the gate's

from generator.model import Problem, Source  # noqa: E402 - behind the path
from generator.parse import parse  # noqa: E402
from generator.pipeline.workers import chunks, in_order  # noqa: E402
from generator.read import CorpusFile, discover, read_file  # noqa: E402
from support.scoring import FIGURES, Score, add_metadata, add_words, name_of  # noqa: E402

CORES = 2
LAYOUTS = (
    "text",
    "layouts/markdown",
    "layouts/misread",
    "layouts/plusd",
    "layouts/extract",
    "html",
    "cables.csv",
)


def main() -> None:
    """Measure every layout and print a line for each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("CABLEPRESS_SHARED", ROOT.parent / "shared")) / "corpus"
    arguments.add_argument("corpus", nargs="?", type=Path, default=default)
    arguments.add_argument("--accuracy", action="store_true")
    options = arguments.parse_args()
    if not options.corpus.is_dir():
        sys.exit(f"{options.corpus}: no such folder; name the measuring corpus")
    print(f"{'layout':18} {'cables':>7} {'read ms':>8} {'parse ms':>9} {'cables/s':>9} {'peak MB':>8}")
    for layout in LAYOUTS:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            print(pool.apply(timed, (options.corpus, layout)), flush=True)
    print(side_by_side(options.corpus), flush=True)
    if options.accuracy:
        accuracy(options.corpus)


def side_by_side(corpus: Path) -> str:
    """How long reading and parsing takes as a build does it, the best of three."""
    files, _ = discover([corpus / "text"])
    best = min(_clocked(files) for _ in range(3))
    return f"{len(files)} cables read and parsed on {CORES} cores in {best:.2f} s, the best of three"


def _clocked(files: Sequence[CorpusFile]) -> float:
    start = time.perf_counter()
    for _ in in_order(parse_all, chunks(files, 32), workers=CORES):
        pass
    return time.perf_counter() - start


def parse_all(files: Sequence[CorpusFile]) -> int:
    """Read and parse in a worker; only the number comes back, as only what is compact does in a build."""
    sources = (source for file in files for source in read_file(file) if isinstance(source, Source))
    return sum(1 for _ in map(parse, sources))


def timed(corpus: Path, layout: str) -> str:
    """One line: how long reading and parsing a cable of this layout takes."""
    reading = parsing = 0.0
    count = 0
    for file in discover([corpus / layout])[0]:
        sources = read_file(file)
        while True:
            start = time.process_time()
            source = next(sources, None)
            middle = time.process_time()
            reading += middle - start
            if source is None:
                break
            if isinstance(source, Source):
                parse(source)
                parsing += time.process_time() - middle
                count += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = (reading + parsing) / max(count, 1)
    return (
        f"{layout:18} {count:7} {1000 * reading / max(count, 1):8.2f} {1000 * parsing / max(count, 1):9.2f} "
        f"{1 / each if each else 0:9.0f} {peak:8.0f}"
    )


def accuracy(corpus: Path) -> None:
    """The figures of the quality gate, a line for each, a column for each layout."""
    lines = (corpus / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth: dict[str, Any] = {entry["id"]: entry for entry in map(json.loads, lines)}
    scores = {layout: score_of(corpus, layout, truth) for layout in LAYOUTS[:-1]}
    print(f"\n{'figure':20}" + "".join(f"{layout.removeprefix('layouts/'):>10}" for layout in scores))
    for figure in FIGURES:
        print(f"{figure:20}" + "".join(f"{score.percent(figure):10.2f}" for score in scores.values()))


def score_of(corpus: Path, layout: str, truth: dict[str, Any]) -> Score:
    """Score every cable of one layout."""
    score = Score()
    for file in discover([corpus / layout])[0]:
        for source in read_file(file):
            if isinstance(source, Problem) or not isinstance(source, Source):
                continue
            cable = parse(source)
            name = name_of(cable)
            add_metadata(score, cable, truth[name])
            add_words(score, cable, (corpus / "text" / f"{name}.txt").read_text(encoding="utf-8"))
    return score


if __name__ == "__main__":
    main()
