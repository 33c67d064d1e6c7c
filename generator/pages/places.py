"""The pages of posts, countries, classifications and an archive's subject headings (concepts)."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.names.filing import slugged
from generator.pages import address, terms
from generator.pages.escape import inline, link, phrase, shaped
from generator.pages.feeds import list_with_feed
from generator.pages.listing import FILTER_FROM, Group, Listing, ListPage, page_head, write_page
from generator.pages.output import Output
from generator.pages.post_map import map_page
from generator.pages.signers import signers_over_time
from generator.pages.summary import facets
from generator.settings import Site
from generator.settle import Entry
from generator.tables import classification_levels, level
from generator.wording import Words, words_in


def post_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of posts."""
    words = words_in(site.language)
    countries = _country_of(catalogue.by_post)
    by_post = _one_address(catalogue.by_post, address.post)
    drawn = map_page(
        by_post,
        {
            name: _item(name, address.post(name), entries, address.POST_MAP, words)
            for name, entries in by_post.items()
        },
        words,
    )
    yield _posts(catalogue, countries, words, on_a_map=drawn is not None)
    if drawn is not None:
        yield drawn
    for name, entries in by_post.items():
        country = countries.get(name)
        above = ((country, address.country(country)),) if country else ()
        path = address.post(name)
        yield from list_with_feed(
            Listing(
                words=words,
                path=path,
                title=name,
                entries=entries,
                crumbs=((words.places.posts, address.POSTS), *above),
                intro=inline(_counted(entries, words))
                + facets(
                    catalogue, entries, path, words, least=site.page_from(len(catalogue.entries)), but=name
                ),
                before_list=signers_over_time(
                    catalogue, entries, path, words, least=site.page_from(len(catalogue.entries))
                ),
                record={"post": name, "country": country},
            ),
            site,
        )


def country_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of countries."""
    words = words_in(site.language)
    by_country = _one_address(catalogue.by_country, address.country)
    items = [
        _item(name, address.country(name), entries, address.COUNTRIES, words)
        for name, entries in by_country.items()
    ]
    yield _overview(
        address.COUNTRIES,
        words.places.countries,
        inline(words.places.countries_intro(len(by_country))),
        (Group(title="", anchor="list", items=tuple(items), style="cp-index"),),
        words,
        words.places.filter_countries,
    )
    for name, entries in by_country.items():
        path = address.country(name)
        yield from list_with_feed(
            Listing(
                words=words,
                path=path,
                title=name,
                entries=entries,
                crumbs=((words.places.posts, address.POSTS), (words.places.countries, address.COUNTRIES)),
                intro=inline(_counted(entries, words))
                + facets(catalogue, entries, path, words, least=site.page_from(len(catalogue.entries))),
                record={"country": name},
            ),
            site,
        )


def classification_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of classifications, from the lowest level to the highest."""
    here, words = address.CLASSIFICATION, words_in(site.language)
    by_name = _one_address(catalogue.by_classification, address.classification)
    ordered = sorted(by_name, key=_rank)
    items = [_classification(name, by_name[name], here, words) for name in ordered]
    yield _overview(
        here,
        words.places.classification,
        inline(words.places.classification_intro),
        (Group(title="", anchor="list", items=tuple(items), style="cp-index cp-index--wide"),),
        words,
        words.places.filter_classification,
    )
    for name in ordered:
        yield from list_with_feed(
            Listing(
                words=words,
                path=address.classification(name),
                title=terms.classification(name),
                entries=by_name[name],
                crumbs=((words.places.classification, here),),
                intro=phrase(
                    words.places.marked,
                    printed=shaped("<code>{}</code>", inline(name)),
                    cables=_counted(by_name[name], words),
                ),
                record={"classification": name},
            ),
            site,
        )


def concept_pages(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """Overview and pages of subject headings; none for a corpus without."""
    here, words = address.CONCEPTS, words_in(site.language)
    by_heading = _one_address(catalogue.by_concept, address.concept)
    if not by_heading:
        return
    groups: dict[str, list[Markup]] = defaultdict(list)
    for heading in sorted(by_heading, key=slugged):
        item = _item(heading, address.concept(heading), by_heading[heading], here, words)
        groups[slugged(heading)[:1].upper() or "#"].append(item)
    yield _overview(
        here,
        words.places.concepts,
        inline(words.places.concepts_intro(len(by_heading))),
        tuple(
            Group(title=initial, anchor=f"letter-{place}", items=tuple(items), style="cp-index")
            for place, (initial, items) in enumerate(groups.items(), start=1)
        ),
        words,
        words.places.filter_concepts,
    )
    for heading, entries in by_heading.items():
        path = address.concept(heading)
        yield from list_with_feed(
            Listing(
                words=words,
                path=path,
                title=heading,
                entries=entries,
                crumbs=((words.tags.title, address.TAGS), (words.places.concepts, here)),
                intro=inline(_counted(entries, words))
                + facets(catalogue, entries, path, words, least=site.page_from(len(catalogue.entries))),
                record={"concept": heading},
            ),
            site,
        )


def _rank(name: str) -> tuple[int, str]:
    known = level(name)
    return (known.rank if known else len(classification_levels()), name)


def _classification(name: str, entries: tuple[Entry, ...], here: str, words: Words) -> Markup:
    return shaped(
        '- <span class="cp-level cp-level--{}">{}</span> {}',
        terms.level(name),
        link(terms.classification(name), address.relative(here, address.classification(name))),
        inline(words.number(len(entries))),
    )


def _posts(catalogue: Catalogue, countries: Mapping[str, str], words: Words, *, on_a_map: bool) -> Output:
    """Posts under their countries."""
    here = address.POSTS
    groups: dict[str, list[Markup]] = defaultdict(list)
    titles: dict[str, str] = {}
    for name, entries in _one_address(catalogue.by_post, address.post).items():
        country = countries.get(name, "")
        anchor = address.country_anchor(country) if country else "none"
        titles.setdefault(anchor, country)
        groups[anchor].append(_item(name, address.post(name), entries, here, words))
    ordered = sorted(groups, key=lambda anchor: (not titles[anchor], titles[anchor]))
    shown = tuple(
        Group(
            title=titles[anchor].strip() or words.places.no_country,
            anchor=anchor,
            items=tuple(groups[anchor]),
            style="cp-index",
        )
        for anchor in ordered
    )
    count, said = len(catalogue.by_post), words.places
    where = link(said.countries_listed, address.relative(here, address.COUNTRIES))
    intro = phrase(said.posts_intro.form(count), count=words.number(count), countries=where)
    if on_a_map:
        drawn = link(said.map_named, address.relative(here, address.POST_MAP))
        intro += Markup(" ") + phrase(said.on_a_map, map=drawn)
    return _overview(here, said.posts, intro, shown, words, said.filter_posts, in_columns=True)


def _overview(  # noqa: PLR0913, PLR0917 - all that differs from one overview to another
    here: str,
    title: str,
    intro: Markup,
    groups: tuple[Group, ...],
    words: Words,
    label: str,
    *,
    in_columns: bool = False,
) -> Output:
    count = sum(len(group.items) for group in groups)
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=title,
            crumbs=Markup(""),
            intro=intro,
            chart=Markup(""),
            groups=groups,
            in_columns=in_columns,
            filter=label if count > FILTER_FROM else None,
        ),
        words,
    )


def _item(name: str, path: str, entries: tuple[Entry, ...], here: str, words: Words) -> Markup:
    """``Astana 5 · 2006-2010``."""
    facts = (words.number(len(entries)), words.span(entry.date or entry.year for entry in entries))
    line = inline(" \u00b7 ".join(fact for fact in facts if fact))
    return shaped("- {} {}", link(name, address.relative(here, path)), line)


def _counted(entries: tuple[Entry, ...], words: Words) -> str:
    when = words.span(entry.date or entry.year for entry in entries)
    count = words.cables(len(entries))
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
