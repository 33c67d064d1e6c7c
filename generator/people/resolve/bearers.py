"""Whom a single word may mean: everyone under the words by which they may be called.

Another spelling of one word, a given or middle name and a long surname that one person bears weigh
differently; the rules for them stand here, those for offices, places and years in the modules beside.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.names.transliteration import folded, same_sound, skeleton
from generator.people.resolve.clusters import Cluster
from generator.people.resolve.roles import agreement

CROWDED = 200
"""Bearers of one word from which on only those of the country, and a quarter as many of the best known, are
weighed: keeps the work linear."""

KNOWN_HOLDER = 3
"""Cables from which on a top office and a surname make somebody whom the surname alone may mean."""

RARE_WORD = 10
"""Letters from which on a surname that one person bears in the corpus is hardly anybody else's."""

LONG_WORD = 6
"""Letters from which on another spelling of a surname alone is believed at all."""

KNOWN_ABROAD = 3
"""Countries whose cables name somebody before a surname without an office, in a further one, is taken for
theirs."""


@dataclass(slots=True, kw_only=True, eq=False)
class Bearer:
    """A cluster under one of the words by which it may be called."""

    cluster: Cluster
    token: str
    place: float
    """What the word's place in the name says: by which word cables call this person, else the last one."""

    @property
    def initials(self) -> str | None:
        """The word, folded, where it is none of the name: HBJ; None where it is one."""
        words = (token for form in self.cluster.forms for token in form.tokens)
        return None if not self.cluster.forms or self.token in words else self.token


class Bearers:
    """Everyone under the sound of the words by which they may be called."""

    def __init__(self, clusters: Iterable[Cluster], holders: frozenset[int] = frozenset()) -> None:
        self._by_sound: defaultdict[str, list[Bearer]] = defaultdict(list)
        self._by_land: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
        for cluster in clusters:
            called = (
                {cluster.cells[0].form.tokens[0]: 1.0} if cluster.number in holders else _callings(cluster)
            )
            for token, place in sorted(called.items()):
                bearer = Bearer(cluster=cluster, token=token, place=place)
                self._by_sound[skeleton(token)].append(bearer)
                for land in cluster.lands:
                    self._by_land[skeleton(token), land].append(bearer)
        for crowd in self._by_sound.values():
            crowd.sort(key=lambda bearer: (-len(bearer.cluster.cables), bearer.cluster.number))

    def near(self, alone: Cluster, token: str) -> list[Bearer]:
        """Those whom the word may mean; of a crowd, those of its country and the best known."""
        sound = skeleton(token)
        near = self._by_sound.get(sound, [])
        if len(near) > CROWDED:
            local = [
                bearer for land in sorted(alone.lands) for bearer in self._by_land.get((sound, land), ())
            ]
            near = list({id(bearer): bearer for bearer in (*local[:CROWDED], *near[: CROWDED // 4])}.values())
        return [bearer for bearer in near if same_sound(token, bearer.token)]


def _callings(cluster: Cluster) -> dict[str, float]:
    """Words by which a person may be called, with what that is worth."""
    words: dict[str, float] = {}
    for form in cluster.forms:
        for word in form.tokens[1:-1]:
            if len(word) > 1 and word not in form.fathers:
                words.setdefault(word, 0.0)
        words[form.tokens[-1]] = max(words.get(form.tokens[-1], 0.0), 0.5)
        for word in form.tokens:
            if cluster.short[folded(word)]:
                words[word] = 1.0
    known = {folded(word) for word in words}
    return words | {word: 1.0 for word in cluster.short if word not in known}


def spelled_alike(alone: Cluster, bearer: Bearer, token: str) -> bool:
    """Another spelling of a single word is believed only where country or office agree.

    Of short words, where many names sound alike (Berry, Berri), only where the office is said to be the same;
    never of signatures and attention lines, which cables spell right.
    """
    if token == bearer.token or bearer.initials == folded(token):
        return True
    if alone.cells[0].shut or alone.cells[0].routed:
        return False
    same_letters = folded(token) == folded(bearer.token)
    office = agreement(alone.offices, bearer.cluster.offices)
    if len(token) < LONG_WORD:
        return same_letters and office > 0
    return same_letters or office > 0 or bool(alone.lands & bearer.cluster.lands)


def rare(alone: Cluster, bearer: Bearer, token: str, people: int) -> float:
    """In the text, a long surname that one person bears in the corpus is hardly anybody else's."""
    in_text = not (alone.offices or any(cell.shut or cell.routed for cell in alone.cells))
    surname = any(form.tokens[-1] == bearer.token for form in bearer.cluster.forms)
    return 1.0 if in_text and surname and people <= 1 and len(token) >= RARE_WORD else 0.0


def called_there(alone: Cluster, bearer: Bearer) -> bool:
    """A given or middle name alone means a person only where cables of the same country call them so.

    Or where the office is theirs and cables mostly call them so (President Lula; not Fernandez of Cristina
    Fernandez de Kirchner), many cables of several countries do, or a signature repeats it at their post.
    """
    cluster = bearer.cluster
    if not cluster.forms or any(form.tokens[-1] == bearer.token for form in cluster.forms):
        return True
    if alone.cells[0].routed:
        return any(cell.routed and alone.posts & cell.posts for cell in cluster.cells)
    called = cluster.short[folded(bearer.token)]
    if alone.cells[0].shut and alone.posts & cluster.posts:
        return True
    there = bool(alone.countries & cluster.countries)
    mostly = bool(called) and 2 * called >= max(cluster.short.values())
    if agreement(alone.offices, cluster.offices) > 0:
        return there or mostly or bool(alone.homes & cluster.lands)
    known = mostly and called >= KNOWN_HOLDER and len(cluster.countries) >= KNOWN_ABROAD
    return bool(called) and (there or known)


def called_so(bearer: Bearer) -> int:
    """Cables that call the person by the word alone: all, where nothing else is known of the name."""
    cluster = bearer.cluster
    return cluster.short[folded(bearer.token)] if cluster.forms else len(cluster.cables)
