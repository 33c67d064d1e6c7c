"""What an edition promises of any cable: withheld text is in no file, a correction wherever the field is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.catalogue import links
from generator.edition.corrections import CableCorrection, Corrections
from generator.edition.withhold import Withholding, Withholdings
from generator.model import Cable, Problem, load_cable
from generator.pages import cable_pages
from generator.pipeline.collect import Collected, collect
from generator.pipeline.correcting import corrected_in_place
from generator.pipeline.docs import write_docs
from generator.pipeline.records import Record
from generator.pipeline.withholding import withheld_records
from generator.settings import Protecting, Site
from generator.settle import load_published
from support.reading import words

SUBJECT: Final = "HEDGEHOGS COUNTED ANEW"
"""What the editors say that a cable is about."""
RUN: Final = 8
"""Words in a row by which a text is known again."""

File = tuple[str, str]
"""Name and text of what is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One file of an edition."""

    name: str
    withheld: str
    """Words of what is withheld that stand in it; empty: none."""
    corrected: bool | None
    """Whether the corrected field is there; None: the file does not give it."""


def edited(outcomes: Sequence[Record | Problem], scratch: Path, site: Site, *, whole: bool) -> Iterator[Kept]:
    """The first cable of which a paragraph can be withheld, corrected and cut, and all its files.

    Args:
        outcomes: What was read.
        scratch: Folder to work in.
        site: Options.
        whole: Make every other file of a site of these cables, too.
    """
    found = _chosen(outcomes)
    if found is None:
        return
    key, number, secret = found
    corrections = Corrections(
        cables={
            key: (CableCorrection(cable=key, values={"subject": (SUBJECT,)}, path="corrections.yml", line=1),)
        }
    )
    withholdings = Withholdings(
        parts={key: (Withholding(cable=key, paragraph=number, path="withhold.yml", line=1),)}
    )
    told: list[Problem] = []
    said = corrected_in_place(outcomes, corrections, tagger="", tell=told.append)
    collected = collect(withheld_records(said, withholdings, tagger=""), scratch, Protecting())
    try:
        if key not in collected.catalogue.entries:
            return
        for name, text in _files(collected, key, scratch, site, whole=whole):
            runs = set(_runs(text))
            yield Kept(
                name=name,
                withheld=next((" ".join(run) for run in secret if run in runs), ""),
                corrected=SUBJECT.casefold() in " ".join(words(text)).casefold()
                if _has_subject(name, key)
                else None,
            )
    finally:
        collected.close()


def _chosen(outcomes: Iterable[Record | Problem]) -> tuple[str, int, list[tuple[str, ...]]] | None:
    """A cable and a paragraph of it, with the runs of words that stand nowhere else in what was read."""
    cables = [load_cable(each.line) for each in outcomes if isinstance(each, Record)]
    for cable in cables:
        for number in dict.fromkeys(block.number for block in cable.blocks if block.number is not None):
            inside, outside = _parted(cable, number)
            others = [text for each in cables if each.key != cable.key for text in _texts(each)]
            known = {run for text in (*outside, *others) for run in _runs(text)}
            if secret := [run for text in inside for run in _runs(text) if run not in known]:
                return cable.key, number, secret
    return None


def _parted(cable: Cable, number: int) -> tuple[list[str], list[str]]:
    """Texts of the paragraphs of a number, and all other texts."""
    inside = [block.text for block in cable.blocks if block.number == number]
    rest = replace(cable, blocks=tuple(block for block in cable.blocks if block.number != number))
    return inside, list(_texts(rest))


def _texts(cable: Cable) -> Iterator[str]:
    yield cable.subject or ""
    yield from (block.text for block in cable.blocks)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    said = [word.casefold() for word in words(text)]
    yield from (tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def _files(collected: Collected, key: str, scratch: Path, site: Site, *, whole: bool) -> Iterator[File]:
    """The cable's own files, or all of a site."""
    if not whole:
        published = load_published(collected.shelf.get(key))
        shown = links(collected.catalogue, key, related_limit=5, people_page_min=1)
        for output in cable_pages(published, shown, site):
            yield output.path, output.content.decode("utf-8", "replace")
        return
    docs = scratch / "edition"
    docs.mkdir(exist_ok=True)
    _, names = write_docs(collected, docs, site)
    for name in names:
        yield name, (docs / name).read_bytes().decode("utf-8", "replace")
        (docs / name).unlink()


def _has_subject(name: str, key: str) -> bool:
    """Whether a file is one that gives the subject of the cable."""
    return name.endswith((f"/{key}.md", "data/cables.csv", "data/cables.jsonl", "data/cables.db"))
