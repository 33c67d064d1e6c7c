"""The pages of TAGS: one per code with its meaning, and an overview by kind."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages import address, words
from generator.pages.escape import inline, link
from generator.pages.listing import FILTER_FROM, Group, Listing, ListPage, list_pages, page_head, write_page
from generator.pages.output import Output
from generator.pages.summary import facets
from generator.settings import Site
from generator.tables import tag as look_up

KINDS: Final = {
    "subject": "Subjects",
    "programme": "Programmes and topics",
    "country": "Countries and regions",
    "organisation": "Organisations",
    "person": "Travel of persons",
    "unknown": "Codes of unknown meaning",
}
"""Headings of the overview, in their order; kinds as in ``generator.tables.tags``."""


def tag_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """All tag pages."""
    yield _overview(catalogue)
    for code in catalogue.by_tag:
        yield from _tag(catalogue, site, code)


def _tag(catalogue: Catalogue, site: Site, code: str) -> Iterator[Output]:
    path = address.tag(code)
    if path is None:
        return
    known = look_up(code)
    entries = catalogue.by_tag[code]
    meaning = inline(known.meaning) if known else Markup("The meaning of this code is not established.")
    count = words.counted(len(entries), "cable")
    yield from list_pages(
        Listing(
            path=path,
            title=f"{code}: {words.short_meaning(known.meaning)}" if known else code,
            entries=entries,
            crumbs=(("Tags", address.TAGS),),
            intro=Markup("TAGS code <code>{}</code>: {}. {}.").format(code, meaning, count)
            + facets(catalogue, entries, path, least=site.page_from(len(catalogue.entries)), but=code),
            record={"tag": code, "meaning": known.meaning if known else None},
        )
    )


def _overview(catalogue: Catalogue) -> Output:
    """Every code under its kind, with meaning and count."""
    here = address.TAGS
    groups: dict[str, list[Markup]] = defaultdict(list)
    for code, entries in catalogue.by_tag.items():
        known = look_up(code)
        groups[known.kind if known else "unknown"].append(
            _item(code, known.meaning if known else "", len(entries), here)
        )
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title="Tags",
            crumbs=Markup(""),
            intro=inline(
                "The Department files its telegrams by TAGS: Traffic Analysis by Geography and Subject."
                f" {words.counted(len(catalogue.by_tag), 'code')} in this collection."
            )
            + _ways_on(catalogue, here),
            chart=Markup(""),
            groups=tuple(
                Group(title=title, anchor=f"kind-{kind}", items=tuple(groups[kind]), style="cp-index")
                for kind, title in KINDS.items()
                if groups[kind]
            ),
            filter="Filter tags by code or meaning" if len(catalogue.by_tag) > FILTER_FROM else None,
        ),
    )


def _ways_on(catalogue: Catalogue, here: str) -> Markup:
    """To the archive's own subject headings, where the corpus has any."""
    if not catalogue.by_concept:
        return Markup("")
    return Markup(" The archive's own subject headings: {}.").format(
        link("concepts", address.relative(here, address.CONCEPTS))
    )


def _item(code: str, meaning: str, count: int, here: str) -> Markup:
    path = address.tag(code)
    name = link(code, address.relative(here, path)) if path else inline(code)
    return Markup("- {} {} {}").format(name, inline(meaning), f"{count:,}")
