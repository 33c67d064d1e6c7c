"""What the corpus cites but does not hold: the cables to look for elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.catalogue import Absent, Catalogue
from generator.model import cable_id_parts
from generator.pages import address, cite, words
from generator.pages.escape import inline, link
from generator.pages.items import passage_lines
from generator.pages.listing import Group, ListPage, crumbs, page_head, write_page
from generator.pages.output import Output

MOST_CITED = 30
"""Shown on the front page."""
CITING = 20
"""Citing cables shown for one absent cable."""


def reference_pages(catalogue: Catalogue) -> Iterator[Output]:
    """The overview, and a page for each post whose cables are cited but absent."""
    by_post: dict[str, list[Absent]] = defaultdict(list)
    for cited in catalogue.absent:
        by_post[address.absent(cited.id).partition("#")[0]].append(cited)
    yield _overview(catalogue, by_post)
    for path, absent in by_post.items():
        yield _post(path, absent)


def _overview(catalogue: Catalogue, by_post: dict[str, list[Absent]]) -> Output:
    here = address.REFERENCES
    count = words.counted(len(catalogue.absent), "cable")
    often = sorted(catalogue.absent, key=lambda absent: (-len(absent.cited_by), absent.id))[:MOST_CITED]
    groups = [
        Group(
            title="Cited most",
            anchor="most",
            style="cp-index",
            items=tuple(_short(absent, here) for absent in often if len(absent.cited_by) > 1),
        ),
        Group(
            title="By post",
            anchor="posts",
            style="cp-index",
            items=tuple(
                Markup("- {} {}").format(
                    link(_post_name(absent), address.relative(here, path)), f"{len(absent):,}"
                )
                for path, absent in by_post.items()
            ),
        ),
    ]
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title="Cited but not held",
            crumbs=Markup(""),
            intro=inline(
                f"{count} that these cables refer to and this collection does not hold, with the passages"
                " that cite them. A list for requests and for other archives."
            ),
            chart=Markup(""),
            groups=tuple(group for group in groups if group.items),
        ),
    )


def _post_name(absent: Sequence[Absent]) -> str:
    return cite.post_name(cable_id_parts(absent[0].id)[1])


def _short(absent: Absent, here: str) -> Markup:
    target = address.relative(here, address.absent(absent.id))
    return Markup("- {} {}").format(
        link(cite.number(absent.id), target), words.counted(len(absent.cited_by), "cable")
    )


def _post(path: str, absent: Sequence[Absent]) -> Output:
    return write_page(
        path,
        ListPage(
            front_matter=page_head({}),
            title=f"Cited but not held: {_post_name(absent)}",
            crumbs=crumbs(path, (("Cited but not held", address.REFERENCES),)),
            intro=inline(words.counted(len(absent), "cable")),
            chart=Markup(""),
            groups=tuple(_absent(cited, path) for cited in absent),
        ),
    )


def _absent(absent: Absent, here: str) -> Group:
    """One absent cable with those that cite it."""
    items = [
        Markup("- {}\n  {}{}").format(
            link(
                words.subject(citing.entry.subject),
                address.relative(here, address.cable(citing.entry)),
                f".cp-{words.level(citing.entry.classification)}",
            ),
            inline(_when(citing.entry.key, words.day(citing.entry.date) if citing.entry.date else None)),
            passage_lines(citing, here),
        )
        for citing in absent.cited_by[:CITING]
    ]
    more = len(absent.cited_by) - CITING
    if more > 0:
        items.append(Markup("- and {} more").format(more))
    return Group(
        title=cite.number(absent.id), anchor=address.cited(absent.id), items=tuple(items), minor=True
    )


def _when(key: str, day: str | None) -> str:
    return f"{key}, {day}" if day else key
