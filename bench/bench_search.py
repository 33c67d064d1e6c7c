"""Measures the search: indexing, size, speed in a browser, relevance.

    bench/bench_search.py index RECORDS --cables 6700 TARGET   time, memory, files, bytes of an index
    bench/bench_search.py speed SITE [--bundle DIR]            bytes, requests, milliseconds in Chromium
    bench/bench_search.py relevance SITE [-v]                  success at 1, 5 and 10 on data/questions.tsv

SITE is what ``cablepress build`` made, for relevance of ../shared/corpus/text; DIR is an unpacked bundle;
RECORDS what ``cablepress parse`` printed, taken as often as needed, each time with another tenth of the
sentences left out. Speed is that of one machine: compare runs on the same with nothing beside.
"""

import argparse
import functools
import os
import random
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from browser import served, tab  # noqa: E402 - found by the line above
from generator.catalogue import catalogue  # noqa: E402
from generator.model import Cable, load_cable  # noqa: E402
from generator.pipeline.workers import in_order  # noqa: E402
from generator.search import FOLDER, Searched, write_index  # noqa: E402
from generator.settle import dump_published, published  # noqa: E402

QUESTIONS = HERE / "data" / "questions.tsv"
NOTHING = "nothing"
"""The answer of a question to which no cable has one."""
ASK = "async (text) => await window.cablepressSearch.ask(text)"
LEFT_OUT = 0.1
"""Sentences that a copy of a cable is without."""
TYPIST = 100
"""Milliseconds between keys: about 100 words a minute."""
FAST_3G = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8, "latency": 562.5}
"""As Chrome's own developer tools have it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a researcher types, and what answers it."""

    words: str
    cables: frozenset[str]
    asked_by: str
    """Who wrote it: ``first``, ``historian``, ``journalist``."""


def questions() -> list[Question]:
    """All of them, in the order of the file."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [Question(words, frozenset(cables.split()), asked_by) for words, cables, asked_by in rows]


def relevance(site: Path, *, verbose: bool) -> None:
    """Ask every question and print how many are answered among the first 1, 5 and 10 results."""
    ranks: dict[str, list[int | None]] = {}
    silent: dict[str, list[bool]] = {}
    with served(site) as root, tab() as page:
        page.goto(root)
        for question in questions():
            told: dict[str, Any] = page.evaluate(ASK, question.words)
            found = told["ids"][:10]
            if question.cables == {NOTHING}:
                silent.setdefault(question.asked_by, []).append(told["count"] == 0)
                if verbose and told["count"]:
                    print(f"  !  {question.words}: {told['count']} cables, {' '.join(found[:5])}")
                continue
            rank = next((place for place, cable in enumerate(found, 1) if cable in question.cables), None)
            for kind in (question.asked_by, "all"):
                ranks.setdefault(kind, []).append(rank)
            if verbose and rank != 1:
                print(f"{rank or '-':>3}  {question.words}: {' '.join(found[:5])}")
    for kind, places in sorted(ranks.items(), key=lambda item: item[0] == "all"):
        print(
            f"{kind}: {len(places)} questions, {', '.join(_success(places, limit) for limit in (1, 5, 10))}"
        )
    for kind, empty in sorted(silent.items()):
        print(f"{kind}: {sum(empty)} of {len(empty)} questions without an answer find no cable")


def _success(ranks: Sequence[int | None], limit: int) -> str:
    answered = sum(1 for rank in ranks if rank is not None and rank <= limit)
    return f"success at {limit} {answered / len(ranks):.1%}"


def index(records: Path, target: Path, cables: int) -> None:
    """Index records and print what it took, then what one changed cable takes."""
    values = dict(_varied(records, cables))
    entries = [value[0] for value in values.values()]
    searched = Searched(
        catalogue=catalogue(entries, ()),
        published=lambda key: values[key][1],
        pages=(),
        has_page=lambda _: True,
    )
    for workers in (1, os.cpu_count() or 1):
        shutil.rmtree(target / FOLDER, ignore_errors=True)
        start = time.perf_counter()
        report = write_index(target, searched, in_order=functools.partial(in_order, workers=workers))
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(
            f"{report.cables:,} cables, {report.words:,} words, {workers} processes: {took:.1f} s, "
            f"{report.files} files, {report.size / 1e6:.1f} MB; peak of this process {peak / 1e6:,.0f} MB"
        )


def _varied(records: Path, count: int) -> Iterator[tuple[str, tuple[Any, bytes]]]:
    lines = records.read_bytes().splitlines()
    for number in range(count):
        again, place = divmod(number, len(lines))
        cable = load_cable(lines[place])
        value = published(replace(_copy(cable, again) if again else cable, people=()), ())
        yield value.key, (value.entry, dump_published(value))


def _copy(cable: Cable, again: int) -> Cable:
    dice = random.Random(f"{cable.key} {again}")  # noqa: S311 - a draw that can be repeated
    blocks = tuple(
        replace(block, text=". ".join(part for part in block.text.split(". ") if dice.random() > LEFT_OUT))
        for block in cable.blocks
    )
    number = cable.id or f"66COPY{1 + int(cable.source.sha256[:4], 16)}"
    letters = f"{chr(ord('A') + again % 26)}{chr(ord('A') + again // 26)}"
    return replace(cable, id=f"{number[:2]}{letters}{number[2:]}", blocks=blocks, citations=())


def speed(site: Path, bundle: Path | None) -> None:
    """Measure over http, and from disk where there is a bundle."""
    with served(site) as root:
        _measure("http", root, f"{root}search/")
    if bundle:
        disk = bundle.resolve().as_uri()
        _measure("file", f"{disk}/index.html", f"{disk}/search.html")


def _measure(name: str, home: str, search: str) -> None:
    words = [question.words for question in questions()]
    alone = [max(text.split(), key=len) for text in words[:10]]
    for kind, texts in (
        ("one word", alone),
        ("a question", words[:10]),
        ("a common word", ["government", "the"]),
    ):
        cold = [_first(search, text) for text in texts]
        print(
            f"{name}: {kind}, search page opened cold to the first result: "
            f"{_spread([hit[0] for hit in cold])} ms; "
            f"search files {statistics.median(hit[1] for hit in cold) / 1000:,.0f} KB, "
            f"{statistics.median(hit[2] for hit in cold):.0f} requests"
        )
    keyed = [_keyed(home, text) for text in words[:10]]
    print(f"{name}: from the last key to results in the box, cold {_spread(keyed)} ms")
    if name == "http":
        slow = [_first(search, text, slow=True)[0] for text in alone[:5]]
        print(f"{name}: one word on Fast 3G, search page opened cold to the first result: {_spread(slow)} ms")
    with tab() as page:
        page.goto(search)
        page.evaluate(ASK, "embassy")
        further: list[float] = []
        for text in words:
            start = time.perf_counter()
            page.evaluate(ASK, text)
            further.append(1000 * (time.perf_counter() - start))
    print(f"{name}: further query {_spread(further)} ms")


def _first(address: str, text: str, *, slow: bool = False) -> tuple[float, int, int]:
    """Milliseconds from opening the search page to a passage shown; bytes and requests of the search."""
    with tab() as page:
        if slow:
            line = page.context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", FAST_3G)
        got = _Got(page)
        start = time.perf_counter()
        page.goto(f"{address}?q={text}", wait_until="commit")
        page.wait_for_function(
            "() => document.querySelector('.cs-result .cs-title')", polling=5, timeout=60_000
        )
        return 1000 * (time.perf_counter() - start), got.size, got.count


def _keyed(address: str, text: str) -> float:
    """What a reader feels on a page just loaded: ``/``, words at a typist's speed, results on the screen."""
    with tab() as page:
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.type(text[:-1], delay=TYPIST)
        start = time.perf_counter()
        page.keyboard.type(text[-1])
        page.wait_for_function(
            "text => document.querySelector('[role=listbox]').dataset.query === text", arg=text, polling=5
        )
        return 1000 * (time.perf_counter() - start)


class _Got:
    """What a page loads of the search, scripts of the interface aside."""

    def __init__(self, page: Page) -> None:
        self.size = self.count = 0
        page.on("response", self._one)

    def _one(self, response: Response) -> None:
        if f"/{FOLDER}/" in response.url or "/cables/" in response.url:
            self.count += 1
            self.size += int(response.headers.get("content-length", 0))


def _spread(times: list[float]) -> str:
    return f"median {statistics.median(times):.0f}, slowest {max(times):.0f}"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["index", "speed", "relevance"])
    parser.add_argument("site", type=Path)
    parser.add_argument("target", type=Path, nargs="?")
    parser.add_argument("--cables", type=int, default=6700)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    given: Any = parser.parse_intermixed_args()
    if given.what == "index":
        index(given.site, given.target, given.cables)
    elif given.what == "speed":
        speed(given.site, given.bundle)
    else:
        relevance(given.site, verbose=given.verbose)


if __name__ == "__main__":
    main()
