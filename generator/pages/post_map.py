"""The map of posts: an SVG made while the site is built, with a list of the same posts below it.

The map of the world shows them all; where they stand close together a larger map follows, on which no circle
covers another. A circle's area grows with the number of cables, and it leads to the post's page.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from markupsafe import Markup

from generator.pages import address
from generator.pages.escape import as_markup, inline, link, shaped
from generator.pages.listing import Group, ListPage, crumbs, page_head, write_page
from generator.pages.output import Output
from generator.settle import Entry
from generator.tables import Region, positions, regions
from generator.wording import Words

CROWDED: Final = 5
"""Posts in a region from which it has a map of its own."""
SMALLEST: Final = 3.0
LARGEST: Final = 17.0
"""Radius of a circle in units of the world's map; in a region's, twice the smallest."""
ROUNDS: Final = 80
"""How often circles that cover each other are moved apart: more than fifty posts of Europe need."""
EDGE: Final = 14.0
"""What a name keeps from the sides of a map: some letters are wider."""
LETTER: Final = (7.0, 14.0)
"""Width and height of a letter of a name, a little more than the style sheet's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOnMap:
    """A post on a map."""

    post: str
    cables: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a post's name stands."""

    x: float
    """Its left end."""
    y: float
    width: float
    """As estimated."""
    side: str
    """Of the circle: ``end`` to its right, ``start`` to its left, ``middle`` above and below."""

    @property
    def anchor(self) -> float:
        """What of it stays where it is, however wide the name comes out."""
        return self.x + self.width * {"end": 0, "start": 1, "middle": 0.5}[self.side]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.x, self.y - LETTER[1] * 0.8, self.x + self.width, self.y + LETTER[1] * 0.2


def map_page(
    by_post: Mapping[str, Sequence[Entry]], items: Mapping[str, Markup], words: Words
) -> Output | None:
    """The page with the maps; None where no post stands in a place.

    Args:
        by_post: Cables of each post that has a page.
        items: The post as an item of a list on that page.
        words: In which language.
    """
    counts = {post: len(entries) for post, entries in by_post.items()}
    world, *near = regions()
    marked = marks(world, counts)
    if not marked:
        return None
    here, said = address.POST_MAP, words.places
    names = {
        "europe": said.europe,
        "middle_east": said.middle_east,
        "central_america": said.central_america,
        "west_africa": said.west_africa,
    }
    groups: list[Group] = []
    listed: set[str] = set()
    for region in near:
        of_region = marks(region, counts)
        if len(of_region) >= CROWDED:
            groups.append(_group(names[region.name], region, of_region, items, words))
            listed.update(mark.post for mark in of_region)
    placed = {mark.post for mark in marked}
    for title, posts in ((said.elsewhere, placed - listed), (said.in_no_place, counts.keys() - placed)):
        if posts:
            anchor = "kind-placed" if title == said.elsewhere else "kind-unplaced"
            shown = tuple(items[post] for post in sorted(posts))
            groups.append(
                Group(
                    title=title if listed or title != said.elsewhere else "",
                    anchor=anchor,
                    items=shown,
                    style="cp-index",
                )
            )
    return write_page(
        here,
        ListPage(
            front_matter=page_head({}),
            title=said.map,
            crumbs=crumbs(here, ((said.posts, address.POSTS),)),
            intro=inline(said.map_intro(len(marked))),
            chart=_drawn(said.map, world, marked, here, words),
            groups=tuple(groups),
            outro=shaped("{}\n{{: .cp-note }}", inline(said.map_source)),
        ),
        words,
    )


def _group(
    title: str, region: Region, marked: Sequence[PostOnMap], items: Mapping[str, Markup], words: Words
) -> Group:
    return Group(
        title=title,
        anchor=f"kind-{region.name.replace('_', '-')}",
        intro=_drawn(f"{words.places.map}: {title}", region, marked, address.POST_MAP, words),
        items=tuple(items[post] for post in sorted(mark.post for mark in marked)),
        style="cp-index",
    )


def marks(region: Region, counts: Mapping[str, int]) -> tuple[PostOnMap, ...]:
    """The posts on the map of a region, the largest first.

    Args:
        region: Which; but for the world, circles are moved until none covers another.
        counts: Cables of each post.
    """
    found = {
        post: place
        for post in counts
        if post in positions()
        and (place := region.find(latitude=positions()[post][0], longitude=positions()[post][1])) is not None
    }
    whole = region == regions()[0]
    most = max((counts[post] for post in found), default=1)
    least = SMALLEST if whole else 2 * SMALLEST
    placed = [
        PostOnMap(
            post=post,
            cables=counts[post],
            x=x,
            y=y,
            radius=round(least + (LARGEST - least) * math.sqrt(counts[post] / most), 1),
        )
        for post, (x, y) in sorted(found.items(), key=lambda item: (-counts[item[0]], item[0]))
    ]
    return tuple(placed if whole else _apart(placed))


def _apart(placed: Sequence[PostOnMap]) -> list[PostOnMap]:
    """Circles moved until none covers another; those at one place go apart in the order they come."""
    at = [[mark.x, mark.y] for mark in placed]
    for _ in range(ROUNDS):
        moved = False
        for one, other in combinations(range(len(placed)), 2):
            x, y = at[other][0] - at[one][0], at[other][1] - at[one][1]
            apart = math.hypot(x, y)
            missing = placed[one].radius + placed[other].radius + 1 - apart
            if missing <= 0:
                continue
            if not apart:
                angle = other * 2.4  # the golden angle: no two of them go the same way
                x, y, apart = math.cos(angle), math.sin(angle), 1.0
            step_x, step_y = x / apart * missing / 2, y / apart * missing / 2
            at[one] = [at[one][0] - step_x, at[one][1] - step_y]
            at[other] = [at[other][0] + step_x, at[other][1] + step_y]
            moved = True
        if not moved:
            break
    return [replace(mark, x=x, y=y) for mark, (x, y) in zip(placed, at, strict=True)]


def labels(marked: Sequence[PostOnMap], region: Region) -> dict[str, Label]:
    """Where names stand that cover no other name and no circle; the largest posts get theirs first."""
    circles = [
        (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
        for mark in marked
    ]
    taken: list[tuple[float, float, float, float]] = []
    found: dict[str, Label] = {}
    for own, mark in enumerate(marked):
        others = [circle for at, circle in enumerate(circles) if at != own]
        for label in _beside(mark):
            left, top, right, bottom = label.box
            inside = left >= EDGE and top >= 0 and right <= region.width - EDGE and bottom <= region.height
            if inside and not any(_meet(label.box, box) for box in (*others, *taken)):
                found[mark.post] = label
                taken.append(label.box)
                break
    return found


def _beside(mark: PostOnMap) -> Iterator[Label]:
    """To the right, to the left, below and above."""
    width = len(mark.post) * LETTER[0]
    middle = mark.y + LETTER[1] * 0.3
    yield Label(x=mark.x + mark.radius + 2, y=middle, width=width, side="end")
    yield Label(x=mark.x - mark.radius - 2 - width, y=middle, width=width, side="start")
    below, above = mark.y + mark.radius + LETTER[1] * 0.9, mark.y - mark.radius - LETTER[1] * 0.3
    yield Label(x=mark.x - width / 2, y=below, width=width, side="middle")
    yield Label(x=mark.x - width / 2, y=above, width=width, side="middle")


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _drawn(title: str, region: Region, marked: Sequence[PostOnMap], here: str, words: Words) -> Markup:
    """The map; names and links are Markdown within it, so that they lead to the right address everywhere.

    Its class says, in hundredths of the width, around which post a narrow page begins.
    """
    begin = round(100 * _middle(region, marked).x / region.width)
    named = labels(marked, region)
    shown = Markup("").join(_mark(mark, named.get(mark.post), here, words) for mark in marked)
    return shaped(
        '<div class="cp-map cp-v-{}" role="group" aria-label="{}" tabindex="0" markdown>\n\n'
        '<svg viewBox="0 0 {} {}"><path d="{}"></path>{}</svg>\n\n</div>',
        begin,
        inline(title),
        region.width,
        region.height,
        as_markup(region.land),
        shown,
    )


def _middle(region: Region, marked: Sequence[PostOnMap]) -> PostOnMap:
    """The post around which half the map's width shows the most cables."""

    def shown(middle: PostOnMap) -> int:
        return sum(mark.cables for mark in marked if abs(mark.x - middle.x) <= region.width / 4)

    return max(marked, key=shown)


def _mark(mark: PostOnMap, label: Label | None, here: str, words: Words) -> Markup:
    said = shaped("<title>{}: {}</title>", inline(mark.post), inline(words.cables(mark.cables)))
    circle = shaped('<circle cx="{:.0f}" cy="{:.0f}" r="{:g}"></circle>', mark.x, mark.y, mark.radius)
    name = Markup("")
    if label is not None:
        name = shaped(
            '<text class="cp-{}" x="{:.0f}" y="{:.0f}">{}</text>',
            label.side,
            label.anchor,
            label.y,
            inline(mark.post),
        )
    return link(said + circle + name, address.relative(here, address.post(mark.post)))
