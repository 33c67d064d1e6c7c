"""What was brought together as one person, with the evidence, and the line of people.yml that undoes it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.people.resolve.cells import Corpus
from generator.people.resolve.clusters import Joining, Pool
from generator.people.resolve.doubts import SHOWN_CABLES, flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two names that were taken for one person's."""

    slug: str
    """The page on which both stand."""
    names: tuple[str, str]
    """As printed: the one that was there, the one that came to it."""
    whos: tuple[str, str]
    """The same as people.yml has to write them so that it means these alone."""
    cables: tuple[tuple[str, ...], tuple[str, ...]]
    """For each the first cables (keys) that give it."""
    pro: tuple[str, ...]
    con: tuple[str, ...]
    spare: float
    """How much more there was than was needed: the least certain are near 0."""


def joins_of(corpus: Corpus, pool: Pool, slugs: Mapping[tuple[str, int], str]) -> tuple[Join, ...]:
    """What the evidence joined, the least certain first."""
    made = [_join(corpus, joining, slugs) for joining in pool.joinings()]
    return tuple(sorted(made, key=lambda join: (join.spare, join.slug, join.whos)))


def _join(corpus: Corpus, joining: Joining, slugs: Mapping[tuple[str, int], str]) -> Join:
    sides = (joining.there, joining.came)
    names = tuple(corpus.person_found(side.mentions[0]).name for side in sides)
    whos = [_who(corpus, name, side.alone, side.mentions) for name, side in zip(names, sides, strict=True)]
    cable, index = joining.came.mentions[0]
    return Join(
        slug=slugs[corpus.contexts[cable].key, index],
        names=(names[0], names[1]),
        whos=(whos[0], whos[1]),
        cables=(_keys(corpus, sides[0].mentions), _keys(corpus, sides[1].mentions)),
        pro=joining.pro,
        con=joining.con,
        spare=round(joining.spare, 3),
    )


def _keys(corpus: Corpus, mentions: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(corpus.contexts[cable].key for cable, _ in mentions))[:SHOWN_CABLES]


def _who(corpus: Corpus, name: str, alone: bool, mentions: Sequence[tuple[int, int]]) -> str:  # noqa: FBT001 - of its side
    """A word alone is told by its cable, a full name by the country too, since others may bear it."""
    context = corpus.contexts[mentions[0][0]]
    country = corpus.scenes[mentions[0][0]].country
    return f"{name} ({context.key if alone or not country else country})"


def render_joins(joins: Iterable[Join], *, limit: int = 20) -> Iterator[str]:
    """What was brought together as lines of plain text, each with the line for people.yml that undoes it."""
    shown = list(joins)
    for number, join in enumerate(shown[:limit], start=1):
        yield from join_lines(number, join)
        yield f"     different: [{flow(list(join.whos))}]"
        yield ""
    if len(shown) > limit:
        yield f"{len(shown) - limit} more; see --limit"


def join_lines(number: int, join: Join) -> Iterator[str]:
    """What was brought together with its evidence, as lines of plain text."""
    yield f"{number}. {join.names[0]} = {join.names[1]} [{join.slug}]"
    for name, cables in zip(join.names, join.cables, strict=True):
        yield f"   {name}: {', '.join(cables)}"
    if join.pro:
        yield f"   for: {'; '.join(join.pro)}"
    if join.con:
        yield f"   against: {'; '.join(join.con)}"
