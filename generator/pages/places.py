"""The pages of posts, countries, classifications and an archive's subject headings (concepts)."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.names.filing import slugged
from generator.pages import address, words
from generator.pages.escape import inline, link
from generator.pages.listing import FILTER_FROM, Group, Listing, ListPage, list_pages, page_head, write_page
from generator.pages.output import Output
from generator.pages.summary import facets
from generator.settings import Site
from generator.settle import Entry
from generator.tables import classification_levels, level

NO_COUNTRY = "Washington and missions"
"""Heading for posts that belong to no country: the Secretary of State, missions to organisations."""


def post_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of posts."""
    countries = _country_of(catalogue.by_post)
    yield _posts(catalogue, countries)
    for name, entries in _one_address(catalogue.by_post, address.post).items():
        country = countries.get(name)
        above = ((country, address.country(country)),) if country else ()
        path = address.post(name)
        yield from list_pages(
            Listing(
                path=path,
                title=name,
                entries=entries,
                crumbs=(("Posts", address.POSTS), *above),
                intro=inline(_counted(entries))
                + facets(catalogue, entries, path, least=site.page_from(len(catalogue.entries)), but=name),
                record={"post": name, "country": country},
            )
        )


def country_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of countries."""
    by_country = _one_address(catalogue.by_country, address.country)
    items = [
        _item(name, address.country(name), entries, address.COUNTRIES) for name, entries in by_country.items()
    ]
    yield _overview(
        address.COUNTRIES,
        "Countries",
        f"Where the posts stand that sent the cables: {words.counted(len(by_country), 'country')}.",
        (Group(title="", anchor="list", items=tuple(items), style="cp-index"),),
    )
    for name, entries in by_country.items():
        path = address.country(name)
        yield from list_pages(
            Listing(
                path=path,
                title=name,
                entries=entries,
                crumbs=(("Posts", address.POSTS), ("Countries", address.COUNTRIES)),
                intro=inline(_counted(entries))
                + facets(catalogue, entries, path, least=site.page_from(len(catalogue.entries))),
                record={"country": name},
            )
        )


def classification_pages(catalogue: Catalogue) -> Iterator[Output]:
    """Overview and pages of classifications, from the lowest level to the highest."""
    here = address.CLASSIFICATION
    by_name = _one_address(catalogue.by_classification, address.classification)
    ordered = sorted(by_name, key=_rank)
    items = [_classification(name, by_name[name], here) for name in ordered]
    yield _overview(
        here,
        "Classification",
        "What the sender marked the telegram with. Controls, after the double stroke, say who may read it.",
        (Group(title="", anchor="list", items=tuple(items), style="cp-index cp-index--wide"),),
    )
    for name in ordered:
        yield from list_pages(
            Listing(
                path=address.classification(name),
                title=words.classification(name),
                entries=by_name[name],
                crumbs=(("Classification", here),),
                intro=Markup("Marked <code>{}</code>. {}").format(
                    inline(name), inline(_counted(by_name[name]))
                ),
                record={"classification": name},
            )
        )


def concept_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of subject headings; none for a corpus without."""
    here = address.CONCEPTS
    by_heading = _one_address(catalogue.by_concept, address.concept)
    if not by_heading:
        return
    groups: dict[str, list[Markup]] = defaultdict(list)
    for heading in sorted(by_heading, key=slugged):
        item = _item(heading, address.concept(heading), by_heading[heading], here)
        groups[slugged(heading)[:1].upper() or "#"].append(item)
    yield _overview(
        here,
        "Concepts",
        "Subject headings under which the archive filed its telegrams."
        f" {words.counted(len(by_heading), 'heading')} in this collection.",
        tuple(
            Group(title=initial, anchor=f"letter-{place}", items=tuple(items), style="cp-index")
            for place, (initial, items) in enumerate(groups.items(), start=1)
        ),
    )
    for heading, entries in by_heading.items():
        path = address.concept(heading)
        yield from list_pages(
            Listing(
                path=path,
                title=heading,
                entries=entries,
                crumbs=(("Tags", address.TAGS), ("Concepts", here)),
                intro=inline(_counted(entries))
                + facets(catalogue, entries, path, least=site.page_from(len(catalogue.entries))),
                record={"concept": heading},
            )
        )


def _rank(name: str) -> tuple[int, str]:
    known = level(name)
    return (known.rank if known else len(classification_levels()), name)


def _classification(name: str, entries: tuple[Entry, ...], here: str) -> Markup:
    return Markup('- <span class="cp-level cp-level--{}">{}</span> {}').format(
        words.level(name),
        link(words.classification(name), address.relative(here, address.classification(name))),
        f"{len(entries):,}",
    )


def _posts(catalogue: Catalogue, countries: Mapping[str, str]) -> Output:
    """Posts under their countries."""
    here = address.POSTS
    groups: dict[str, list[Markup]] = defaultdict(list)
    titles: dict[str, str] = {}
    for name, entries in _one_address(catalogue.by_post, address.post).items():
        country = countries.get(name, "")
        anchor = address.country_anchor(country) if country else "none"
        titles.setdefault(anchor, country)
        groups[anchor].append(_item(name, address.post(name), entries, here))
    ordered = sorted(groups, key=lambda anchor: (not titles[anchor], titles[anchor]))
    shown = tuple(
        Group(
            title=titles[anchor].strip() or NO_COUNTRY,
            anchor=anchor,
            items=tuple(groups[anchor]),
            style="cp-index",
        )
        for anchor in ordered
    )
    every = words.counted(len(catalogue.by_post), "post")
    where = link("countries", address.relative(here, address.COUNTRIES))
    intro = Markup("{}, by country; also as a list of {}.").format(inline(every), where)
    return _overview(here, "Posts", intro, shown)


def _overview(here: str, title: str, intro: str | Markup, groups: tuple[Group, ...]) -> Output:
    count = sum(len(group.items) for group in groups)
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=title,
            crumbs=Markup(""),
            intro=intro if isinstance(intro, Markup) else inline(intro),
            chart=Markup(""),
            groups=groups,
            filter=f"Filter {title.lower()}" if count > FILTER_FROM else None,
        ),
    )


def _item(name: str, path: str, entries: tuple[Entry, ...], here: str) -> Markup:
    """``Astana 5 · 2006-2010``."""
    facts = (f"{len(entries):,}", words.span(entry.date for entry in entries))
    line = inline(" \u00b7 ".join(fact for fact in facts if fact))
    return Markup("- {} {}").format(link(name, address.relative(here, path)), line)


def _counted(entries: tuple[Entry, ...]) -> str:
    when = words.span(entry.date for entry in entries)
    count = words.counted(len(entries), "cable")
    return f"{count}, {when}" if when else count


def _country_of(by_post: Mapping[str, tuple[Entry, ...]]) -> dict[str, str]:
    """Country of each post: that of its first cable that names one."""
    first_named = {
        post: next((entry.country for entry in entries if entry.country), None)
        for post, entries in by_post.items()
    }
    return {post: country for post, country in first_named.items() if country is not None}


def _one_address(
    index: Mapping[str, tuple[Entry, ...]], path: Callable[[str], str]
) -> dict[str, tuple[Entry, ...]]:
    """Names whose addresses are one ("Port-au-Prince", "Port au Prince") share the page of the first."""
    merged: dict[str, tuple[str, tuple[Entry, ...]]] = {}
    for name, entries in index.items():
        first, others = merged.get(path(name), (name, ()))
        merged[path(name)] = (first, tuple(sorted((*others, *entries), key=lambda entry: entry.sort_key)))
    return dict(merged.values())
