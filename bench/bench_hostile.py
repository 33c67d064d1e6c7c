"""How the time of reading one cable grows with hostile text, worst first.

    .venv/bin/python bench/bench_hostile.py [-n 20]

Each text is one unit again and again behind a field's name. It is parsed at two lengths, the longer one four
times the shorter: growth of 4 is linear, of 16 quadratic. Processor time; what takes less than a hundredth of
a second says nothing and is left out.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # how tests make a cable of a text

from support.parsing import cable_of  # noqa: E402 - behind the path

HEADER = """\
O 200929Z FEB 09
FM AMEMBASSY ASTANA

C O N F I D E N T I A L ASTANA 099308

TAGS: PGOV KZ
SUBJECT: A SUBJECT
"""
FIELDS = ("", HEADER, f"{HEADER}\n1. (C) Text. ", "TAGS: ", "REF: ", "SUBJECT: ", "Classified By: ", "TO ")
UNITS = (
    " ",
    "1",
    "A",
    "A B C ",
    "(",
    "-",
    "- - ",
    "¶",
    "¶1. ",
    "1.(C) ",
    "11. (C) x\n",
    "a   b\n",
    "RURURU",
    "SUBJECT: ",
    "Classified By: ",
    "1.4 (b) ",
    "Astana 308 ",
    "ref A, ",
    "(protect) ",
    "Ab ",
    "\n",
    "XXXX ",
)
SIZE, TIMES = 20_000, 4
FLOOR = 0.01
"""Seconds below which the clock says nothing."""


def seconds(before: str, unit: str, size: int) -> float:
    """Processor time of one parse."""
    text = before + unit * (size // len(unit))
    start = time.process_time()
    cable_of(text)
    return time.process_time() - start


def main() -> int:
    """IndexedRun from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", type=int, default=20, help="lines printed")
    options = parser.parse_args()
    grown = []
    for before in FIELDS:
        for unit in UNITS:
            short, long = seconds(before, unit, SIZE), seconds(before, unit, SIZE * TIMES)
            if long >= FLOOR:
                grown.append((long / max(short, FLOOR / TIMES), long, before[-20:], unit))
    print(f"{'growth':>7} {'seconds':>8}  field, unit")
    for growth, long, before, unit in sorted(grown, reverse=True)[: options.n]:
        print(f"{growth:7.1f} {long:8.2f}  {before!r}, {unit!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
