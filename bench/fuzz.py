"""Files that nobody would write, by the thousand, through every stage: what does not hold, and by what input.

    .venv/bin/python bench/fuzz.py [--inputs N] [--seed S] [--jobs J] [--first NUMBER] [--write FOLDER]

Prints a line for each invariant (how often it was looked at, how often it failed) and, for each kind of
failure, the smallest input that showed it, made smaller still. The same seed and numbers give the same inputs
on every machine. One input in twenty is tried again by a process of another hash seed, in another order.
Ends with status 1 where anything failed. Writes nothing, unless ``--write`` names a folder for the inputs.
"""

import argparse
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # inputs and invariants are those of the tests

from generator.pipeline.workers import chunks  # noqa: E402 - behind the path
from support.fuzz.hunt import Catch, compare, digests, hunt, reproducers, shrunk, table  # noqa: E402

BATCH = 200


def main() -> int:
    """Hunt, and print what was brought in."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--inputs", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--first", type=int, default=0, help="number of the first input")
    arguments.add_argument("--write", type=Path, help="folder for the smallest input of each kind of failure")
    options = arguments.parse_args()
    start = time.monotonic()
    catch = hunted(options.seed, range(options.first, options.first + options.inputs), options.jobs)
    seconds = time.monotonic() - start
    print(f"{catch.inputs.total():,} inputs of seed {options.seed} in {seconds:,.0f} s: {_by_kind(catch)}\n")
    print("\n".join(table(catch)))
    for text in reproducers(catch, options.seed):
        print(f"\n{text}", flush=True)
    if options.write:
        write(catch, options.write)
    return 1 if catch.failed else 0


def hunted(seed: int, numbers: range, jobs: int) -> Catch:
    """The catch of all processes, compared with what others of another hash seed make of the same inputs."""
    batches = list(chunks(numbers, BATCH))
    catch, others = Catch(), dict[int, str]()
    with _pool(jobs, hash_seed="1") as hunters, _pool(1, hash_seed="2") as witnesses:
        seen = witnesses.map(partial(digests, seed), batches)
        for part in hunters.map(partial(hunt, seed), batches):
            catch.add(part)
            print(
                f"\r{catch.inputs.total():,} of {len(numbers):,} inputs", end="", file=sys.stderr, flush=True
            )
        print(file=sys.stderr)
        for seen_elsewhere in seen:
            others |= seen_elsewhere
    compare(catch, seed, others)
    return catch


def _pool(jobs: int, *, hash_seed: str) -> ProcessPoolExecutor:
    """Processes in which sets of text have the order of this seed; they inherit it where they start."""
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    before = dict(os.environ)
    os.environ["PYTHONHASHSEED"] = hash_seed
    for started in [pool.submit(time.sleep, 0.1) for _ in range(jobs)]:
        started.result()
    os.environ.pop("PYTHONHASHSEED")
    os.environ.update(before)
    return pool


def _by_kind(catch: Catch) -> str:
    return ", ".join(f"{count:,} {kind}" for kind, count in sorted(catch.inputs.items()))


def write(catch: Catch, folder: Path) -> None:
    """The smallest input of each kind of failure, a folder each."""
    for number, found in enumerate(map(shrunk, catch.smallest.values()), start=1):
        target = folder / str(number) / found.given.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(found.given.data)
        print(f"{target}: {found.failure.invariant}: {found.failure.kind}")


if __name__ == "__main__":
    sys.exit(main())
