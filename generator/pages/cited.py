"""The citations that the page of a cable shows, in each style and format."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages import cite, reference_formats
from generator.wording import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The citation in one format."""

    name: str
    text: Markup
    """With the places of a paragraph's number and anchor, :func:`generator.pages.cite.in_page`."""
    file: str | None = None
    """Name for a download; None for prose."""


def styles(cited: cite.Work, words: Words) -> Iterator[Format]:
    """Those in prose that are folded, being asked for less."""
    for name, style in (("MLA", cite.mla), ("APA", cite.apa), (words.cable.plain, cite.plain)):
        yield Format(name=name, text=cite.in_page(style(cited)))


def formats(cited: cite.Work) -> Iterator[Format]:
    """Those of reference managers."""
    for name, ending, made in (
        ("BibTeX", "bib", reference_formats.bibtex),
        ("RIS", "ris", reference_formats.ris),
        ("CSL-JSON", "json", reference_formats.csl),
    ):
        yield Format(name=name, file=f"{cited.key}.{ending}", text=cite.in_page(made(cited)))
