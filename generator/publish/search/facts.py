"""What the search knows of a cable beside its text: from the cable's value itself, not from its page."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Cable
from generator.pages.escape import visible

FACETS = ("post", "country", "classification", "tag", "person")
"""What a search narrows by; the year is told from the date or the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFacts:
    """What is searched and counted beside the text; empty where the cable does not say."""

    id: str
    title: str
    date: str
    """Time sent, ISO 8601."""
    origin: str
    header: str
    """Addressees, attention, captions, officials, transmission: searched, not shown."""
    facets: tuple[tuple[str, tuple[str, ...]], ...]
    """Values of each of ``FACETS``, each once; of people the slugs, since two can share a name."""
    people: tuple[tuple[str, str], ...]
    """Slug and name of each person of the facet ``person``."""


FactsOf = Callable[[str], SearchFacts | None]
"""From the key of a cable to what the search knows of it; None for what is no cable of the site."""


def search_facts(cable: Cable) -> SearchFacts:
    """The facts of a cable as it is published."""
    values = {
        "post": [cable.post or ""],
        "country": [cable.country or ""],
        "classification": [cable.classification or ""],
        "tag": cable.tags,
    }
    facets = {name: tuple(dict.fromkeys(filter(None, map(_text, each)))) for name, each in values.items()}
    facets["person"] = tuple(dict.fromkeys(person.slug for person in cable.people))
    return SearchFacts(
        id=cable.id or "",
        title=_text(cable.subject or ""),
        date=cable.date.strftime("%Y-%m-%dT%H:%M:%SZ") if cable.date else "",
        origin=_text(cable.origin or ""),
        header=_header(cable),
        facets=tuple((name, facets[name]) for name in FACETS),
        people=tuple((person.slug, _text(person.name)) for person in cable.people),
    )


def _header(cable: Cable) -> str:
    printed = (
        *(addressee.name for addressee in (*cable.action, *cable.info)),
        *cable.attention,
        *cable.captions,
        *filter(None, (cable.signed_by, cable.classified_by, cable.transmission_id)),
    )
    return _text("".join(f"{each}; " for each in printed))


def _text(value: str) -> str:
    """On one line, and no character that a document must not hold."""
    return " ".join(visible(value).split())
