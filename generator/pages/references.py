"""What the corpus cites but does not hold: the cables to look for elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.catalogue import Absent, Catalogue
from generator.model import cable_id_parts
from generator.pages import address, cite, terms
from generator.pages.escape import inline, link
from generator.pages.items import passage_lines
from generator.pages.listing import Group, ListPage, crumbs, page_head, write_page
from generator.pages.output import Output
from generator.wording import Words

MOST_CITED = 30
"""Shown on the front page."""
CITING = 20
"""Citing cables shown for one absent cable."""


def reference_pages(catalogue: Catalogue, words: Words) -> Iterator[Output]:
    """The overview, and a page for each post whose cables are cited but absent."""
    by_post: dict[str, list[Absent]] = defaultdict(list)
    for cited in catalogue.absent:
        by_post[address.absent(cited.id).partition("#")[0]].append(cited)
    yield _overview(catalogue, by_post, words)
    for path, absent in by_post.items():
        yield _post(path, absent, words)


def _overview(catalogue: Catalogue, by_post: dict[str, list[Absent]], words: Words) -> Output:
    here = address.REFERENCES
    often = sorted(catalogue.absent, key=lambda absent: (-len(absent.cited_by), absent.id))[:MOST_CITED]
    groups = [
        Group(
            title=words.references.most,
            anchor="most",
            style="cp-index",
            items=tuple(_short(absent, here, words) for absent in often if len(absent.cited_by) > 1),
        ),
        Group(
            title=words.references.by_post,
            anchor="posts",
            style="cp-index",
            items=tuple(
                Markup("- {} {}").format(
                    link(_post_name(absent), address.relative(here, path)), inline(words.number(len(absent)))
                )
                for path, absent in by_post.items()
            ),
        ),
    ]
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


def _post_name(absent: Sequence[Absent]) -> str:
    return cite.post_name(cable_id_parts(absent[0].id)[1])


def _short(absent: Absent, here: str, words: Words) -> Markup:
    target = address.relative(here, address.absent(absent.id))
    return Markup("- {} {}").format(
        link(cite.number(absent.id), target), inline(words.cables(len(absent.cited_by)))
    )


def _post(path: str, absent: Sequence[Absent], words: Words) -> Output:
    return write_page(
        path,
        ListPage(
            front_matter=page_head({}),
            title=words.references.of_post.format(post=_post_name(absent)),
            crumbs=crumbs(path, ((words.references.title, address.REFERENCES),)),
            intro=inline(words.cables(len(absent))),
            chart=Markup(""),
            groups=tuple(_absent(cited, path, words) for cited in absent),
        ),
        words,
    )


def _absent(absent: Absent, here: str, words: Words) -> Group:
    """One absent cable with those that cite it."""
    items = [
        Markup("- {}\n  {}{}").format(
            link(
                terms.subject(citing.entry.subject, words),
                address.relative(here, address.cable(citing.entry)),
                f".cp-{terms.level(citing.entry.classification)}",
            ),
            inline(_when(citing.entry.key, words.day(citing.entry.date) if citing.entry.date else None)),
            passage_lines(citing, here, words),
        )
        for citing in absent.cited_by[:CITING]
    ]
    more = len(absent.cited_by) - CITING
    if more > 0:
        items.append(Markup("- {}").format(inline(words.item.more(more))))
    return Group(
        title=cite.number(absent.id), anchor=address.cited(absent.id), items=tuple(items), minor=True
    )


def _when(key: str, day: str | None) -> str:
    return f"{key}, {day}" if day else key
