"""Measures the search: indexing, size, speed in a browser, relevance.

    bench/bench_search.py multiply SITE TARGET --cables 6700   a site with its cables several times over
    bench/bench_search.py index SITE                           time, peak memory, files and bytes of the index
    bench/bench_search.py speed SITE [--bundle DIR]            bytes, requests, milliseconds in Chromium
    bench/bench_search.py open SITE --bundle DIR               milliseconds to open a page, from web and disk
    bench/bench_search.py relevance SITE [-v]                  success at 1, 5 and 10 on data/questions.tsv

SITE is what ``cablepress build`` made, for relevance of ../shared/corpus/text; DIR is an unpacked bundle,
whose index is replaced by SITE's. Speed is that of one machine: compare runs on the same with nothing beside.
"""

import argparse
import functools
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generator.model import Cable, dump_cable, load_cable  # noqa: E402 - found by the line above
from generator.pages import CABLES_JSONL  # noqa: E402
from generator.publish.search import index_site, search_facts  # noqa: E402
from generator.publish.search.offline import offline_files  # noqa: E402
from generator.settings import SearchOptions  # noqa: E402

QUESTIONS = HERE / "data" / "questions.tsv"
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ASK = """async (text) => {
  const found = await cablepressSearch.find(cablepressQuery.parse(text));
  return Promise.all(found.hits.slice(0, 10).map(async (hit) => (await hit.data()).meta.id));
}"""
TYPIST = 100
"""Milliseconds between keys: about 100 words a minute."""
TYPE = """async ([text, shown]) => {
  const start = performance.now();
  const found = await cablepressSearch.find(cablepressQuery.parse(text));
  const first = await Promise.all(found.hits.slice(0, shown).map((hit) => hit.data()));
  first.map((fragment) => cablepressHits.text(cablepressPassages.passage(fragment).words));
  return [performance.now() - start, found.hits.length];
}"""
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventStart"
SHOWN = 6
"""Results under the search box."""


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder as a host does: connections kept open, text compressed, the rest as it is."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """No line for each request."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".js", ".css", ".json"} or not path.is_file():
            super().do_GET()
            return
        content = _compressed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Patient(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A tab that is closed while it loads is no error of the server's."""


@functools.cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over http on a free local port, by a process of its own; yields its address."""
    ours, theirs = Pipe()
    process = Process(target=_serve, args=(folder, theirs), daemon=True)
    process.start()
    yield f"http://127.0.0.1:{ours.recv()}/"
    process.terminate()
    process.join()


def _serve(folder: Path, port: Connection) -> None:
    server = _Patient(("127.0.0.1", 0), functools.partial(_Host, directory=str(folder)))
    port.send(server.server_port)
    server.serve_forever()


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


@contextmanager
def tab() -> Iterator[Page]:
    """A tab of Debian's Chromium with an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        yield browser.new_page()
        browser.close()


def relevance(site: Path, *, verbose: bool) -> None:
    """Ask every question and print how many are answered among the first 1, 5 and 10 results."""
    ranks: dict[str, list[int | None]] = {}
    with served(site) as root, tab() as page:
        page.goto(root)
        for question in questions():
            found: list[str] = page.evaluate(ASK, question.words)
            rank = next((place for place, cable in enumerate(found, 1) if cable in question.cables), None)
            for kind in (question.asked_by, "all"):
                ranks.setdefault(kind, []).append(rank)
            if verbose and rank != 1:
                print(f"{rank or '-':>3}  {question.words}: {' '.join(found[:5])}")
    for kind, places in sorted(ranks.items(), key=lambda item: item[0] == "all"):
        print(
            f"{kind}: {len(places)} questions, " + ", ".join(_success(places, limit) for limit in (1, 5, 10))
        )


def _success(ranks: Sequence[int | None], limit: int) -> str:
    answered = sum(1 for rank in ranks if rank is not None and rank <= limit)
    return f"success at {limit} {answered / len(ranks):.1%}"


def multiply(site: Path, target: Path, cables: int) -> None:
    """Copy a site, its cables again and again under numbers of their own until there are ``cables``."""
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("cables", "pagefind"))
    pages = sorted((site / "cables").rglob("index.html"))
    known, records = _records(site), list[Cable]()
    for number in range(cables):
        again, place = divmod(number, len(pages))
        page = pages[place]
        name = page.parent.name
        copy = f"{name}{again:02}" if again else name
        file = target / page.relative_to(site).parent.parent / copy / "index.html"
        file.parent.mkdir(parents=True)
        shutil.copyfile(page, file)
        records.append(replace(known[name], id=copy))
    (target / CABLES_JSONL).write_bytes(b"".join(dump_cable(record) + b"\n" for record in records))


def _records(site: Path) -> dict[str, Cable]:
    """The cables of a site by key, from the records that it publishes."""
    lines = (site / CABLES_JSONL).read_bytes().splitlines()
    return {cable.key: cable for cable in map(load_cable, lines)}


def index(site: Path, options: SearchOptions) -> None:
    """Index a site and print what it took."""
    facts = {key: search_facts(cable) for key, cable in _records(site).items()}
    watch = _Memory()
    start = time.perf_counter()
    report = index_site(site, facts.get, options=options)
    took = time.perf_counter() - start
    peak = watch.stop()
    print(f"{report.pages:,} cables, {report.indexes} indexes, {took:.1f} s, peak {peak / 1e6:,.0f} MB")
    print(f"{report.size / 1e6:,.1f} MB of index, {report.files:,} files in the site")
    for problem in report.problems:
        print(problem)


class _Memory:
    """Highest sum of resident memory of this process and its children, sampled twenty times a second."""

    def __init__(self) -> None:
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._done.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._done.wait(0.05):
            listed = subprocess.run(
                ["ps", "-o", "rss=,ppid=,pid=", "-A"],  # noqa: S607 - a benchmark on one's own machine
                capture_output=True,
                text=True,
                check=False,
            )
            rows = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
            own = os.getpid()
            self._peak = max(self._peak, 1024 * sum(rss for rss, parent, pid in rows if own in (parent, pid)))


def speed(site: Path, bundle: Path | None) -> None:
    """Measure over http, and from disk where there is a bundle."""
    with served(site) as root:
        _measure("http", root)
    if bundle:
        folder = bundle / "pagefind"
        shutil.rmtree(folder)
        for path, content in offline_files(site / "pagefind"):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        _measure("file", f"{bundle.resolve().as_uri()}/index.html")


def _measure(name: str, address: str) -> None:
    words = [question.words for question in questions()]
    cold = [_cold(address, text) for text in words[:10]]
    print(
        f"{name}: first result after a cold load {_spread([each[0] for each in cold])} ms, "
        f"{statistics.median(each[1] for each in cold) / 1000:,.0f} KB, "
        f"{statistics.median(each[2] for each in cold):.0f} requests"
    )
    keyed = [_keyed(address, text) for text in words[:10]]
    print(f"{name}: from the last key to results in the box, cold {_spread(keyed)} ms")
    with tab() as page:
        page.goto(address)
        page.evaluate(TYPE, ["embassy", SHOWN])
        further: list[tuple[float, int, int]] = []
        for text in words:
            got = _Got(page)
            took, _ = page.evaluate(TYPE, [text, SHOWN])
            further.append((took, got.size, got.count))
            got.stop()
    print(
        f"{name}: further query {_spread([each[0] for each in further])} ms, "
        f"{statistics.median(each[1] for each in further) / 1000:,.0f} KB, "
        f"{statistics.median(each[2] for each in further):.0f} requests"
    )


def opening(site: Path, bundle: Path, pages: int = 20) -> None:
    """Open pages, each in a tab with an empty cache, until everything on them is loaded."""
    cables = sorted(page.relative_to(site) for page in (site / "cables").rglob("index.html"))
    chosen = [*(Path(name) / "index.html" for name in ("", "people", "tags", "search"))]
    chosen += cables[:: max(1, len(cables) // pages)]
    with served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        took: dict[str, list[float]] = {"http": [], "file": []}
        for page in chosen:
            flat = bundle / f"{page.parent.as_posix()}.html"  # a section's own page is index.html in both
            from_disk = (flat if flat.is_file() else bundle / page).resolve().as_uri()
            for name, address in (("http", f"{root}{page.as_posix()}"), ("file", from_disk)):
                context = browser.new_context()
                tab = context.new_page()
                tab.goto(address, wait_until="load")
                took[name].append(tab.evaluate(LOADED))
                context.close()
        browser.close()
    for name, times in took.items():
        print(f"{name}: {len(chosen)} pages opened, each {_spread(times)} ms")


def _cold(address: str, text: str) -> tuple[float, int, int]:
    with tab() as page:
        page.goto(address)
        got = _Got(page)
        took, _ = page.evaluate(TYPE, [text, SHOWN])
        return took, got.size, got.count


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
    """What a page loads from now on."""

    def __init__(self, page: Page) -> None:
        self.size = self.count = 0
        self._page = page
        page.on("response", self._one)

    def stop(self) -> None:
        self._page.remove_listener("response", self._one)

    def _one(self, response: Response) -> None:
        self.count += 1
        self.size += int(response.headers.get("content-length", 0))


def _spread(times: list[float]) -> str:
    return (
        f"median {statistics.median(times):.0f}, 95th percentile {statistics.quantiles(times, n=20)[-1]:.0f}"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["multiply", "index", "speed", "open", "relevance"])
    parser.add_argument("site", type=Path)
    parser.add_argument("target", type=Path, nargs="?")
    parser.add_argument("--cables", type=int, default=6700)
    parser.add_argument("--memory", type=int, default=SearchOptions().memory)
    parser.add_argument("--workers", type=int, default=SearchOptions().workers)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    given: Any = parser.parse_args()
    if given.what == "multiply":
        multiply(given.site, given.target, given.cables)
    elif given.what == "index":
        index(given.site, SearchOptions(memory=given.memory, workers=given.workers))
    elif given.what == "speed":
        speed(given.site, given.bundle)
    elif given.what == "open":
        opening(given.site, given.bundle)
    else:
        relevance(given.site, verbose=given.verbose)


if __name__ == "__main__":
    main()
