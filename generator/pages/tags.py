"""The pages of TAGS: one per code with its meaning, and an overview by kind."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.pages import address, terms
from generator.pages.escape import inline, link, phrase, shaped
from generator.pages.feeds import list_with_feed
from generator.pages.listing import FILTER_FROM, Group, Listing, ListPage, page_head, write_page
from generator.pages.output import Output
from generator.pages.summary import facets
from generator.settings import Site
from generator.tables import tag as look_up
from generator.wording import Words, words_in

KINDS: Final = ("subject", "programme", "country", "organisation", "person", "unknown")
"""As in ``generator.tables.tags``, in the order of the overview; ``TagWords`` has a heading for each."""


def tag_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """All tag pages."""
    yield _overview(catalogue, words_in(site.language))
    for code in catalogue.by_tag:
        yield from _tag(catalogue, site, code)


def _tag(catalogue: Catalogue, site: Site, code: str) -> Iterator[Output]:
    path = address.tag(code)
    if path is None:
        return
    words = words_in(site.language)
    known = look_up(code)
    entries = catalogue.by_tag[code]
    about = phrase(
        words.tags.about.form(len(entries)),
        code=shaped("<code>{}</code>", code),
        meaning=known.meaning if known else words.tags.no_meaning,
        count=words.number(len(entries)),
    )
    yield from list_with_feed(
        Listing(
            words=words,
            path=path,
            title=f"{code}: {terms.short_meaning(known.meaning)}" if known else code,
            entries=entries,
            crumbs=((words.tags.title, address.TAGS),),
            intro=about
            + facets(catalogue, entries, path, words, least=site.page_from(len(catalogue.entries)), but=code),
            record={"tag": code, "meaning": known.meaning if known else None},
        ),
        site,
    )


def _overview(catalogue: Catalogue, words: Words) -> Output:
    """Every code under its kind, with meaning and count."""
    here = address.TAGS
    groups: dict[str, list[Markup]] = defaultdict(list)
    for code, entries in catalogue.by_tag.items():
        known = look_up(code)
        groups[known.kind if known else "unknown"].append(
            _item(code, known.meaning if known else "", words.number(len(entries)), here)
        )
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=words.tags.title,
            crumbs=Markup(""),
            intro=inline(words.tags.intro(len(catalogue.by_tag))) + _ways_on(catalogue, here, words),
            chart=Markup(""),
            groups=tuple(
                Group(
                    title=getattr(words.tags, kind),
                    anchor=f"kind-{kind}",
                    items=tuple(groups[kind]),
                    style="cp-index",
                )
                for kind in KINDS
                if groups[kind]
            ),
            filter=words.tags.filter if len(catalogue.by_tag) > FILTER_FROM else None,
        ),
        words,
    )


def _ways_on(catalogue: Catalogue, here: str, words: Words) -> Markup:
    """To the archive's own subject headings, where the corpus has any."""
    if not catalogue.by_concept:
        return Markup("")
    concepts = link(words.tags.concepts, address.relative(here, address.CONCEPTS))
    return Markup(" ") + phrase(words.tags.headings, concepts=concepts)


def _item(code: str, meaning: str, count: str, here: str) -> Markup:
    path = address.tag(code)
    name = link(code, address.relative(here, path)) if path else inline(code)
    return shaped("- {} {} {}", name, inline(meaning), inline(count))
