"""What the corpus cites but does not hold: the cables to look for elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.catalogue import CITING, Absent, AbsentPlace, Catalogue
from generator.pages import address, cite, terms
from generator.pages.escape import inline, link, shaped
from generator.pages.items import passage_lines
from generator.pages.listing import Group, ListPage, crumbs, page_head, write_page
from generator.pages.output import Output
from generator.wording import Words

MOST_CITED = 30
"""Shown on the front page."""

Shelf = tuple[AbsentPlace, tuple[Absent, ...]]
"""A page and what it lists."""


def reference_pages(catalogue: Catalogue, words: Words) -> Iterator[Output]:
    """The overview, and a page for each post whose cables are cited but absent, or for each year of one."""
    shelves = [
        (place, tuple(group))
        for place, group in groupby(catalogue.absent, key=lambda absent: catalogue.absent_places[absent.id])
    ]
    by_post = {post: list(group) for post, group in groupby(shelves, key=lambda shelf: shelf[0].post)}
    yield _overview(catalogue, by_post, words)
    for post, of_post in by_post.items():
        if of_post[0][0].year is not None:
            yield _years(post, of_post, words)
        for place, absent in of_post:
            yield _shelf(place, absent, words)


def _overview(catalogue: Catalogue, by_post: Mapping[str, Sequence[Shelf]], words: Words) -> Output:
    here = address.REFERENCES
    often = sorted(catalogue.absent, key=lambda absent: (-len(absent.cited_by), absent.id))[:MOST_CITED]
    most = (_short(absent, catalogue, here, words) for absent in often if len(absent.cited_by) > 1)
    posts = (
        shaped(
            "- {} {}",
            link(cite.post_name(post), address.relative(here, _of_post(post))),
            inline(words.number(_count(shelves))),
        )
        for post, shelves in by_post.items()
    )
    groups = (
        Group(title=words.references.most, anchor="most", style="cp-index", items=tuple(most)),
        Group(title=words.references.by_post, anchor="posts", style="cp-index", items=tuple(posts)),
    )
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=words.references.title,
            crumbs=Markup(""),
            intro=inline(words.references.intro(len(catalogue.absent))),
            chart=Markup(""),
            groups=tuple(group for group in groups if group.items),
        ),
        words,
    )


def _of_post(post: str) -> str:
    """The page of a post: its list, or that of its years."""
    return address.citations(AbsentPlace(post=post, year=None, page=1))


def _count(shelves: Sequence[Shelf]) -> int:
    return sum(len(absent) for _, absent in shelves)


def _short(absent: Absent, catalogue: Catalogue, here: str, words: Words) -> Markup:
    target = address.relative(here, address.absent(absent.id, catalogue.absent_places[absent.id]))
    return shaped("- {} {}", link(cite.number(absent.id), target), inline(words.cables(len(absent.cited_by))))


def _title(post: str, words: Words) -> str:
    return words.references.of_post.format(post=cite.post_name(post))


def _years(post: str, shelves: Sequence[Shelf], words: Words) -> Output:
    """The years of a post that has many, each in a row with its pages."""
    here = _of_post(post)
    items = [
        shaped(
            "- {} {}{}",
            link(str(year), address.relative(here, address.citations(of_year[0][0]))),
            inline(words.number(_count(of_year))),
            _further(of_year, here, words),
        )
        for year, of_year in (
            (year, list(group)) for year, group in groupby(shelves, key=lambda shelf: shelf[0].year)
        )
    ]
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=_title(post, words),
            crumbs=crumbs(here, ((words.references.title, address.REFERENCES),)),
            intro=inline(words.cables(_count(shelves))),
            chart=Markup(""),
            groups=(Group(title="", anchor="list", items=tuple(items), style="cp-index cp-index--wide"),),
        ),
        words,
    )


def _further(shelves: Sequence[Shelf], here: str, words: Words) -> Markup:
    """Links to the second page of a year and those behind it, each by the number that it begins with."""
    links = (
        link(
            words.references.onward.format(number=absent[0].id),
            address.relative(here, address.citations(place)),
        )
        for place, absent in shelves[1:]
    )
    return Markup("").join(shaped(", {}", each) for each in links)


def _shelf(place: AbsentPlace, absent: Sequence[Absent], words: Words) -> Output:
    """The absent cables of a post, or of a year of it, with those that cite them."""
    here = address.citations(place)
    title = _title(place.post, words)
    above = [(words.references.title, address.REFERENCES)]
    if place.year is not None:
        above.append((cite.post_name(place.post), _of_post(place.post)))
        title = f"{title}, {place.year}"
    if place.page > 1:
        title = words.lists.numbered.format(title=title, page=place.page)
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=title,
            crumbs=crumbs(here, above),
            intro=inline(words.cables(len(absent))),
            chart=Markup(""),
            groups=tuple(_absent(cited, here, words) for cited in absent),
        ),
        words,
    )


def _absent(absent: Absent, here: str, words: Words) -> Group:
    """One absent cable with those that cite it."""
    items = [
        shaped(
            "- {}\n  {}{}",
            link(
                terms.subject(citing.entry.title, words),
                address.relative(here, address.cable(citing.entry)),
                f".cp-{terms.level(citing.entry.classification)}{words.foreign}",
            ),
            inline(_when(citing.entry.key, words.day(citing.entry.date) if citing.entry.date else None)),
            passage_lines(citing, here, words),
        )
        for citing in absent.cited_by[:CITING]
    ]
    more = len(absent.cited_by) - CITING
    if more > 0:
        items.append(shaped("- {}", inline(words.item.more(more))))
    return Group(
        title=cite.number(absent.id), anchor=address.cited(absent.id), items=tuple(items), minor=True
    )


def _when(key: str, day: str | None) -> str:
    return f"{key}, {day}" if day else key
