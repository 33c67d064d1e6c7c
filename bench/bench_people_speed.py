"""How fast people are found, beside another commit in one run.

    python bench/bench_people_speed.py [--against COMMIT] [--every 3]

Two processes, one with this checkout's program and one with that of the commit, find the people of the same
cables of ../shared/corpus in turn, a batch each, so that whatever else the machine does falls on both alike.
Printed are cables a second of processor time on one core, each cable met once (as in a build), and the ratio;
and whether both found the same people.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CABLEPRESS_SHARED", ROOT.parent / "shared"))
BATCH = 20


def work(files: list[str]) -> None:
    """Answer each line of standard input with the seconds that the next batch took; last with a digest."""
    import msgspec  # noqa: PLC0415 - for the workers alone, behind the path of the checkout they measure

    from generator.model import Source  # noqa: PLC0415
    from generator.parse import parse  # noqa: PLC0415
    from generator.people.find.finder import read_people  # noqa: PLC0415
    from generator.read import discover, read_file  # noqa: PLC0415

    found, _ = discover([Path(file) for file in files])
    cables = [parse(item) for file in found for item in read_file(file) if isinstance(item, Source)]
    read_people(cables[0])  # tables and model are loaded once for a build
    digest = hashlib.sha256()
    print(len(cables), flush=True)
    for start in range(0, len(cables), BATCH):
        sys.stdin.readline()
        begun = time.process_time()
        read = [read_people(cable) for cable in cables[start : start + BATCH]]
        print(time.process_time() - begun, flush=True)
        digest.update(msgspec.json.encode(read))
    print(digest.hexdigest(), flush=True)


@contextmanager
def checkout(commit: str) -> Iterator[Path]:
    """The program at that commit, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        archive = ["git", "archive", commit, "generator"]
        files = subprocess.run(archive, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own repository
        subprocess.run(["tar", "-x", "-C", folder], input=files.stdout, check=True)  # noqa: S603, S607 - what git made
        yield Path(folder)


def worker(program: Path, files: list[str]) -> subprocess.Popen[str]:
    """A process that measures the program in that folder."""
    return subprocess.Popen(  # noqa: S603 - this script
        [sys.executable, __file__, "--work", *files],
        env={**os.environ, "PYTHONPATH": str(program)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def ask(process: subprocess.Popen[str]) -> float:
    """Seconds that the process needs for its next batch."""
    if not process.stdin:
        return 0.0
    process.stdin.write("\n")
    process.stdin.flush()
    return float(line(process))


def line(process: subprocess.Popen[str]) -> str:
    """What the process says next."""
    return process.stdout.readline().strip() if process.stdout else ""


def main() -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--against", metavar="COMMIT", default="HEAD")
    parser.add_argument("--every", type=int, default=3, help="every so many cables")
    parser.add_argument("--work", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work)
        return 0
    files = [str(file) for file in sorted((SHARED / "corpus" / "text").glob("*.txt"))[:: options.every]]
    if not files:
        print(f"no cables at {SHARED / 'corpus' / 'text'}")
        return 1
    with checkout(options.against) as before:
        both = [worker(before, files), worker(ROOT, files)]
        count = int(line(both[0]))
        line(both[1])
        seconds = [0.0, 0.0]
        for _ in range(0, count, BATCH):
            for side, process in enumerate(both):
                seconds[side] += ask(process)
        same = line(both[0]) == line(both[1])
        for process in both:
            process.communicate()
    then, now = (count / second for second in seconds)
    print(f"{options.against:24s} {then:6.0f} cables a second on one processor")
    print(f"{'this checkout':24s} {now:6.0f}, {now / then:.2f} times as many")
    print(f"people of {count} cables: {'the same' if same else 'not the same'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
