"""How well the tables answer on the measured cables: who sent them, and what their TAGS mean."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from generator.tables import PostInfo, post_from_line, post_from_mrn, post_from_route, tag

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the measuring corpus in ../shared/corpus"),
]

FROM_LINE = re.compile(r"^FM (.*)$", re.MULTILINE)
ROUTE = re.compile(r"^DE (RU[A-Z]+)", re.MULTILINE)


@cache
def cables() -> list[tuple[dict[str, str], str, int]]:
    """Published metadata, transmission header and year of each cable."""
    truth = [json.loads(line) for line in (CORPUS / "truth.jsonl").read_text().splitlines()]
    return [(entry, header(entry["id"]), int(entry["created"][:4])) for entry in truth]


def header(cable: str) -> str:
    text: str = (CORPUS / "text" / f"{cable}.txt").read_text(encoding="utf-8")
    return text.split("\n\n", 1)[0]


def share(answers: list[tuple[PostInfo | None, str]]) -> float:
    assert answers
    return sum(found is not None and found.origin == origin for found, origin in answers) / len(answers)


def test_the_from_line_tells_the_sender() -> None:
    lines = [(FROM_LINE.search(head), entry["origin"], year) for entry, head, year in cables()]
    assert share([(post_from_line(line[1], year), origin) for line, origin, year in lines if line]) >= 0.999


def test_the_number_tells_the_sender() -> None:
    posts = [(entry["id"][2:].rstrip("0123456789"), entry["origin"], year) for entry, _, year in cables()]
    assert share([(post_from_mrn(post, year), origin) for post, origin, year in posts]) >= 0.999


def test_the_routing_indicator_tells_the_sender() -> None:
    routes = [(ROUTE.search(head), entry["origin"], year) for entry, head, year in cables()]
    assert share([(post_from_route(de[1], year), origin) for de, origin, year in routes if de]) >= 0.995


def test_nearly_every_tag_in_use_is_explained() -> None:
    used = [code for entry, _, _ in cables() for code in entry["tags"]]
    assert sum(tag(code) is not None for code in used) / len(used) >= 0.98
