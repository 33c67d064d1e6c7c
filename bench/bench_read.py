"""Reading alone: cables a second and peak memory, layout by layout.

    python bench/bench_read.py [--cables 2000]

Writes invented cables in every layout to a temporary folder, reads each layout in a process of its own and
prints cables, cables a second, megabytes a second and peak memory. CSV and JSON Lines are measured at three
lengths, since their memory must not grow with them. Where ``../shared/corpus`` exists, its layouts follow.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))  # for the invented cables that tests and benchmarks share

from generator.model import Problem, Source, dump_cable  # noqa: E402 - behind the path
from generator.parse import parse  # noqa: E402
from generator.read import discover, read_file  # noqa: E402
from support.invented import invent  # noqa: E402
from support.layouts import SINGLE, as_csv, as_gzip, as_zip  # noqa: E402

CORPUS = HERE.parent / "../shared/corpus"
Figures = tuple[int, float, float, float]
"""Cables, seconds to find the files, seconds to read them, peak resident megabytes."""


def main() -> None:
    """Measure every layout and print a line for each."""
    options = argparse.ArgumentParser(description="Measure the readers, layout by layout.")
    options.add_argument("--cables", type=int, default=2000, help="invented cables in each layout")
    count: int = options.parse_args().cables
    print(f"{'layout':26}{'cables':>8}{'cables/s':>10}{'MB/s':>8}{'find s':>8}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for path in written(Path(folder), count):
            report(path.name, path)
    real = [*sorted((CORPUS / "layouts").glob("*")), CORPUS / "html", CORPUS / "text", CORPUS / "cables.csv"]
    for path in real:
        if path.exists():
            report(f"corpus {path.name}", path)


def written(folder: Path, count: int) -> Iterator[Path]:
    """The same cables in every layout, one layout at a time."""
    for name, write in SINGLE.items():
        (folder / name).mkdir()
        for number in range(count):
            (folder / name / f"{number}.txt").write_text(write(invent(number)), encoding="utf-8")
        yield folder / name
    for times in (1, 4, 16):
        path = folder / f"csv x{times}"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(as_csv(invent(number) for number in range(count)) for _ in range(times))
        yield path
    (folder / "csv.gz").write_bytes(as_gzip((folder / "csv x1").read_bytes()))
    yield folder / "csv.gz"
    members = {path.name: path.read_bytes() for path in sorted((folder / "telegram").iterdir())}
    (folder / "telegram.zip").write_bytes(as_zip(members))
    yield folder / "telegram.zip"
    records = b"".join(record(path) for path in sorted((folder / "telegram").iterdir()))
    for times in (1, 4, 16):
        with (folder / f"jsonl x{times}").open("wb") as lines:
            lines.writelines(records for _ in range(times))
        yield folder / f"jsonl x{times}"


def record(path: Path) -> bytes:
    """The file's cable as one line of JSON Lines."""
    files, _ = discover([path])
    (source,) = read_file(files[0])
    assert isinstance(source, Source)  # noqa: S101 - an invented cable is one
    return dump_cable(parse(source)) + b"\n"


def report(name: str, path: Path) -> None:
    """Measure in a fresh process, whose peak memory is this layout's alone."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        cables, finding, reading, peak = pool.apply(measure, (path,))
    size = sum(file.stat().st_size for file in path.rglob("*")) if path.is_dir() else path.stat().st_size
    rates = f"{cables / reading:10.0f}{size / reading / 1e6:8.1f}"
    print(f"{name:26}{cables:8}{rates}{finding:8.2f}{peak:9.1f}", flush=True)


def measure(path: Path) -> Figures:
    """Find and read all of a path, letting go of every cable at once."""
    start = time.perf_counter()
    files, _ = discover([path])
    found = time.perf_counter()
    cables = sum(not isinstance(each, Problem) for file in files for each in read_file(file))
    done = time.perf_counter()
    return cables, found - start, done - found, peak_megabytes()


def peak_megabytes() -> float:
    """Most memory this process had; getrusage would count what it had before it became this one."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
