"""The whole site of the samples as Markdown, byte for byte: what a change does to the pages shows as a diff.

``make golden`` writes it anew; review the difference like code.
"""

import os
import shutil
from pathlib import Path

import pytest

from generator.pages import GENERATED
from support.commands import SAMPLES
from support.golden import GOLDEN, Case, cases
from support.sample import SampleSite
from support.tree import differences, files

SITE = GOLDEN / "site"
REFRESH = "CABLEPRESS_WRITE_GOLDEN"
"""Set to 1, the golden site is written instead of compared; ``make golden`` does it."""


LEFT_OUT = (".txt", ".jsonl", ".db", ".zip", "data/index.md", "datapackage.json")
"""Copies of the samples and of their records, which other tests compare with what they were made from; a
database and an archive, whose bytes are this machine's libraries', and what says how large both are."""


def generated(docs: Path) -> dict[str, bytes]:
    """What the generator wrote, without the pages that people wrote beside it."""
    return {
        path: content
        for path, content in files(docs).items()
        if (path == "index.md" or path.split("/")[0] in GENERATED) and not path.endswith(LEFT_OUT)
    }


def write(pages: dict[str, bytes]) -> None:
    shutil.rmtree(SITE, ignore_errors=True)
    for path, content in pages.items():
        (SITE / path).parent.mkdir(parents=True, exist_ok=True)
        (SITE / path).write_bytes(content)


def test_the_pages_are_those_of_the_golden_site(sample_site: SampleSite) -> None:
    pages = generated(sample_site.docs)
    if os.environ.get(REFRESH) == "1":
        write(pages)
    found = list(differences(files(SITE), pages))
    if found:
        pytest.fail(
            "\n".join(
                (*found, f"{len(found)} files differ. If that is meant: make golden, then review the diff.")
            ),
            pytrace=False,
        )


@pytest.mark.parametrize("case", cases("site_known_wrong"), ids=str)
def test_what_is_known_to_be_wrong_is_not_taken_for_right(case: Case) -> None:
    """A page of the golden site, what it says, what would be right. A case ends when it no longer holds."""
    lines = (SITE / case.title.partition(":")[0]).read_text(encoding="utf-8").split("\n")
    if case.given not in lines:
        better = "is right now" if case.expected in lines else f"should be {case.expected!r}; look what it is"
        pytest.fail(f"{case.given!r} {better}: correct site_known_wrong/, take out what is mended")


def test_the_original_text_is_the_file_byte_for_byte(sample_site: SampleSite) -> None:
    originals = {path.name: path.read_bytes() for path in (sample_site.docs / "cables").rglob("*.txt")}
    assert originals == files(SAMPLES)


def test_the_golden_site_holds_the_five_samples() -> None:
    assert len(list((SITE / "cables").rglob("*.md"))) == 5
