"""Who is who within one cable: all mentions of one person together.

Every mention is one of three things, dealt with in this order:

1. a full name (two words or more): joins another full name that it does not contradict;
2. a single word: joins the full name it is part of (its last word rather than its first, the nearest before
   it rather than one behind it), also where it is misspelled;
3. initials (MbR, CFK): join the name whose words begin so.

Two full names that share a surname stay two people.
"""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from generator.people.find.mention import Mention
from generator.people.find.ties import initials_fit

_PARTICLES = frozenset(
    "al el ul de da do dos das del della di du la le las los von van der den het ter ten bin ben ibn bint abu y e of the".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv filho neto junior".split())


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell it apart: no particles, ``al-`` cut off, no generational suffix."""
    found = tuple(strip_article(word) for word in words if word not in _PARTICLES and word not in _SUFFIXES)
    return found or words


def strip_article(word: str) -> str:
    """``al-qadhafi`` -> ``qadhafi``."""
    head, dash, tail = word.partition("-")
    return tail if dash and head in _PARTICLES and tail else word


def alike(one: str, other: str) -> bool:
    """Whether two words are one name, perhaps misspelled: one slip in five letters, two in eight."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0] or _feminine(one, other) or _feminine(other, one):
        return False
    return OSA.distance(one, other, score_cutoff=2) <= (2 if shorter >= 7 else 1)


def _feminine(one: str, other: str) -> bool:
    """Whether ``other`` is the feminine of a Slavic surname: Nazarbayeva is not Nazarbayev."""
    return other == one + "a" and one.endswith(("ov", "ev", "in", "yn"))


class Group:
    """The mentions of one person, while they are being gathered."""

    __slots__ = ("mentions", "names", "not_by")

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.names = {core(mention.words)}
        self.not_by: str | None = None
        """Second surname by which this person is not called, since the cable uses the first."""

    def add(self, mention: Mention) -> None:
        """Take in a further mention."""
        self.mentions.append(mention)
        self.names.add(core(mention.words))

    def settle(self, used: set[str]) -> None:
        """Decide which of two surnames is used alone: Mario Montoya Uribe is Montoya, so Uribe is another."""
        *_, first, second = ("", *self.fullest)
        if len(self.fullest) > 2 and first in used and second in used:  # noqa: PLR2004 - given name, two surnames
            self.not_by = second

    @property
    def fullest(self) -> tuple[str, ...]:
        """The longest name known."""
        return max(self.names, key=lambda name: (len(name), len(" ".join(name)), name))


def order(mention: Mention) -> tuple[int, int]:
    """Reading order; what stands outside subject and blocks comes last."""
    return (10**6 if mention.block is None else mention.block, mention.start)


def link(mentions: Sequence[Mention], ties: Sequence[tuple[Mention, Mention]] = ()) -> list[Group]:
    """Group mentions by person, in order of first appearance; ``ties`` are pairs known to be one person."""
    ordered = sorted(mentions, key=order)
    groups: list[Group] = []
    for mention in sorted(ordered, key=lambda m: -len(core(m.words))):
        if len(core(mention.words)) > 1:
            _place(mention, groups, _same_full(mention, groups))
    singles = [mention for mention in ordered if len(core(mention.words)) == 1]
    used = {core(mention.words)[0] for mention in singles}
    for group in groups:
        group.settle(used)
    late: list[Mention] = []
    for mention in singles:
        found = _owner(mention, groups, exact=True) or _by_initials(mention, groups)
        if found:
            found.add(mention)
        else:
            late.append(mention)
    for mention in late:
        _place(mention, groups, _owner(mention, groups, exact=True) or _owner(mention, groups, exact=False))
    for one, other in ties:
        _unite(groups, one, other)
    return sorted(groups, key=lambda group: min(map(order, group.mentions)))


def _unite(groups: list[Group], one: Mention, other: Mention) -> None:
    first = next(group for group in groups if one in group.mentions)
    second = next(group for group in groups if other in group.mentions)
    if first is not second:
        for mention in second.mentions:
            first.add(mention)
        groups.remove(second)


def _place(mention: Mention, groups: list[Group], found: Group | None) -> None:
    if found:
        found.add(mention)
    else:
        groups.append(Group(mention))


def _same_full(mention: Mention, groups: Sequence[Group]) -> Group | None:
    name = core(mention.words)
    for group in groups:
        if any(len(known) > 1 and agree(known, name) for known in group.names):
            return group
    return None


def agree(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's.

    Equal up to spelling and initials, or the shorter one left words out but kept the order; at least one whole
    word beside the surname must be shared unless initials account for it.
    """
    if len(longer) < len(shorter):
        longer, shorter = shorter, longer
    if len(longer) == len(shorter):
        return all(_matches(a, b) for a, b in zip(longer, shorter, strict=True))
    position = 0
    for word in shorter:
        while position < len(longer) and not _matches(longer[position], word):
            position += 1
        if position == len(longer):
            return False
        position += 1
    return True


def _matches(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return alike(one, other)


def _owner(mention: Mention, groups: Sequence[Group], *, exact: bool) -> Group | None:
    """The group a single word belongs to, or None."""
    word = core(mention.words)[0]
    best: tuple[tuple[int, int, int], Group] | None = None
    for group in groups:
        rank = max((_rank(word, name, exact=exact) for name in group.names), default=0)
        if not rank or word == group.not_by or (rank == 1 and _other_throne(mention, group)):
            continue
        before = max((o for m in group.mentions if (o := order(m)) < order(mention)), default=(-9, 0))
        key = (rank, *before)
        if best is None or key > best[0]:
            best = (key, group)
    return best[1] if best else None


_THRONE = frozenset("king queen pope emir amir sultan emperor shah".split())


def _other_throne(mention: Mention, group: Group) -> bool:
    """Whether the mention is a monarch by one name ("King Hamad") and the group is not of that title."""
    title = _THRONE & set((mention.role or "").lower().split())
    return (
        bool(title)
        and len(group.fullest) > 1
        and not any(title & set((m.role or "").lower().split()) for m in group.mentions)
    )


def _by_initials(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The one full name whose words begin with the letters of ``mention`` (MbR, CFK)."""
    letters = mention.text.replace(".", "")
    if not (_SHORTEST <= len(letters) <= _LONGEST and letters[0].isupper() and letters[-1].isupper()):
        return None
    found = [g for g in groups if any(initials_fit(letters.lower(), m.words) for m in g.mentions)]
    return found[0] if len(found) == 1 else None


_SHORTEST, _LONGEST = 2, 4
"""Letters of initials used as a name."""


def _rank(word: str, name: tuple[str, ...], *, exact: bool) -> int:
    """3 where ``word`` is the surname, 2 a middle one, 1 the given name, 0 none of them."""
    for rank, part in ((3, name[-1]), *((2, part) for part in name[1:-1]), (1, name[0])):
        if word == part or (not exact and alike(word, part) and (rank == 3 or len(name) == 1)):
            return rank
        if "-" in part and word in part.split("-"):
            return rank
    return 0
