"""What a list of results shows of each cable, and what a search counts and narrows by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypedDict

from generator.model import Cable, Person
from generator.names.filing import normal_case
from generator.pages import address, terms
from generator.pages.escape import visible
from generator.search.digits import DIGITS, written
from generator.settle import Entry, anchors
from generator.tables import tag as known_tag
from generator.wording import Words


class Facet(TypedDict):
    """One facet of a stretch of cables, as the browser reads it."""

    values: list[str]
    """By frequency, so that the common ones have short numbers."""
    rows: str
    """For each cable how many values it has, then their numbers, in digits."""


def ordered(entries: Mapping[str, Entry]) -> list[Entry]:
    """In order of date; a cable of which the year alone is known stands at the end of its year."""
    return sorted(entries.values(), key=lambda entry: (_when(entry), entry.key))


def _when(entry: Entry) -> str:
    return entry.date.isoformat() if entry.date else f"{period(entry) or '9999'}-99"


def period(entry: Entry) -> str:
    """``2009-02``; ``2009`` where the year alone is known; empty where nothing does."""
    if entry.date:
        return f"{entry.date.year:04}-{entry.date.month:02}"
    return str(entry.year) if entry.year is not None else ""


def card(entry: Entry) -> list[str]:
    """Address without its ending, number, subject, date, post, classification, kind; empty where unknown."""
    return [
        address.cable(entry).removesuffix(".md"),
        entry.id or "",
        on_one_line(entry.title or ""),
        entry.date.strftime("%Y-%m-%d") if entry.date else "",
        on_one_line(entry.post or ""),
        terms.classification(entry.classification) if entry.classification else "",
        "extract" if entry.partial else "",
    ]


def texts(cable: Cable, words: Words) -> list[list[str]]:
    """Of each piece of a cable its anchor (empty: none) and text, as its page has them; the header's last."""
    said = words.cable
    header = (
        (said.recipients, [addressee.name for addressee in cable.action]),
        (said.info, [addressee.name for addressee in cable.info]),
        (said.attention, cable.attention),
        (said.captions, cable.captions),
        (said.tags, cable.tags),
        (said.references, [reference.text for reference in cable.references]),
        (said.classified_by, filter(None, [cable.classified_by])),
        (said.drafted_by, filter(None, [cable.drafted_by])),
        (said.approved_by, filter(None, [cable.approved_by])),
        (said.cleared_by, cable.cleared_by),
        (said.concepts, cable.concepts),
        (said.signed, filter(None, [cable.signed_by])),
    )
    facts = [
        ["", f"{name}: {', '.join(values)}"]
        for name, values in ((name, list(parts)) for name, parts in header)
        if values
    ]
    pieces = zip(anchors(cable.blocks), cable.blocks, strict=True)
    return [[anchor, on_one_line(block.text)] for anchor, block in pieces] + [
        [place, on_one_line(text)] for place, text in facts
    ]


def rows(entries: Sequence[Entry]) -> dict[str, object]:
    """The facets of a stretch of cables, with their months and days."""
    facets = {
        "post": _facet([_known(entry.post) for entry in entries]),
        "country": _facet([_known(entry.country) for entry in entries]),
        "classification": _facet([_known(entry.classification) for entry in entries]),
        "tag": _facet([tuple(map(on_one_line, entry.tags)) for entry in entries]),
        "concept": _facet([tuple(map(on_one_line, entry.concepts)) for entry in entries]),
        "collection": _facet([_known(entry.collection) for entry in entries]),
        "signer": _facet([_known(entry.signed_by) for entry in entries]),
        "kind": _facet([("extract" if entry.partial else "complete",) for entry in entries]),
    }
    return {
        "periods": [[name, sum(1 for _ in run)] for name, run in groupby(map(period, entries))],
        "days": "".join(DIGITS[entry.date.day if entry.date else 0] for entry in entries),  # 31 is one digit
        "facets": facets,
        "labels": {
            "tag": [meaning(code) for code in facets["tag"]["values"]],
            "classification": [terms.classification(value) for value in facets["classification"]["values"]],
            "signer": [normal_case(value) for value in facets["signer"]["values"]],
        },
    }


def people_rows(entries: Sequence[Entry], people: Mapping[str, Person]) -> dict[str, object]:
    """The facet of people of a stretch of cables; of people the slugs, since two can share a name."""
    facet = _facet([entry.people for entry in entries])
    return {**facet, "names": [on_one_line(people[slug].name) for slug in facet["values"]]}


def meaning(code: str) -> str:
    """Plain words of a tag, short; empty where its meaning is not established."""
    known = known_tag(code)
    return terms.short_meaning(known.meaning) if known else ""


def on_one_line(value: str) -> str:
    """No line ends, and no character that a document must not hold."""
    return " ".join(visible(value).split())


def _known(value: str | None) -> tuple[str, ...]:
    shown = on_one_line(value or "")
    return (shown,) if shown else ()


def _facet(values_of: Sequence[tuple[str, ...]]) -> Facet:
    counts = Counter(value for values in values_of for value in values)
    values = sorted(counts, key=lambda value: (-counts[value], value))
    number = {value: index for index, value in enumerate(values)}
    return {"values": values, "rows": written(_rows(values_of, number))}


def _rows(values_of: Sequence[tuple[str, ...]], number: Mapping[str, int]) -> Iterator[int]:
    for values in values_of:
        yield len(values)
        yield from (number[value] for value in values)
