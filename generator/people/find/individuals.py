"""Who is who within one cable: all mentions of one person together.

Every mention is one of three things, dealt with in this order:

1. a full name (two words or more): joins another full name that it does not contradict;
2. a single word: joins the full name it is part of (its last word rather than its first, the nearest before
   it rather than one behind it), also where it is misspelled;
3. initials (MbR, CFK): join the name whose words begin so.

Two full names that share a surname stay two people.
"""

from bisect import bisect_left, insort
from collections.abc import Collection, Container, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from generator.names.affixes import OVER_CABLE, SUFFIXES
from generator.names.initials import FEWEST, MOST, initials_of
from generator.names.offices import BELOW_HEAD, MONARCHS, PAST, PRESIDING, head_title, presides
from generator.names.similarity import alike, nearly
from generator.people.find.mention import NOWHERE, Locus, Mention

Name = tuple[str, ...]
"""Words of a name, folded, without particles."""


@lru_cache(maxsize=10_000)
def core(words: tuple[str, ...]) -> Name:
    """The words of a name that tell it apart: no particles, ``al-`` cut off, no generational suffix."""
    kept = tuple(strip_article(word) for word in words if word not in OVER_CABLE and word not in SUFFIXES)
    return kept or words


def strip_article(word: str) -> str:
    """``al-qadhafi`` -> ``qadhafi``."""
    head, dash, tail = word.partition("-")
    return tail if dash and head in OVER_CABLE and tail else word


class Individual:
    """The mentions of one person, while they are being gathered."""

    __slots__ = ("familiar", "fullest", "mentions", "names", "not_by", "patronymic", "places", "titles")

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.names = {core(mention.words)}
        self.fullest = core(mention.words)
        """The longest name known."""
        self.titles = {(len(core(mention.words)) >= FULL, _role_words(mention))}
        """Words of each title printed with a name; whether that was a full name."""
        self.places = [mention.locus]
        """Where the mentions stand, sorted."""
        self.not_by: str | None = None
        """Second surname by which this person is not called, since the cable uses the first."""
        self.familiar = False
        """Whether the cable goes on to call this person by given name or initials."""
        self.patronymic = not _PATRONYMIC.isdisjoint(mention.words)
        """Whether a father's name stands in the name (Salman bin Hamad), which is never used alone."""

    def add(self, mention: Mention) -> None:
        """Take in a further mention."""
        self.mentions.append(mention)
        name = core(mention.words)
        if len(self.names) < MOST_COMPARED:
            self.names.add(name)
            self.fullest = max(self.fullest, name, key=_fullness)
        if len(self.titles) < MOST_COMPARED:
            self.titles.add((len(name) >= FULL, _role_words(mention)))
        insort(self.places, mention.locus)
        self.patronymic = self.patronymic or not _PATRONYMIC.isdisjoint(mention.words)

    def settle(self, used: Container[str]) -> None:
        """Decide which of two surnames is used alone: Mario Montoya Uribe is Montoya, so Uribe is another."""
        *_, first, second = ("", *self.fullest)
        if len(self.fullest) > FULL and first in used and second in used:
            self.not_by = second

    def before(self, place: Locus) -> Locus:
        """Where this person was last named before ``place``."""
        at = bisect_left(self.places, place)
        return self.places[at - 1] if at else NOWHERE

    def called(self, used: Container[str], initials: Collection[str]) -> None:
        """Note by which single words, and which initials, the cable goes on to call this person."""
        self.familiar = self.fullest[0] in used or not initials_of(self.fullest).isdisjoint(initials)


def _fullness(name: Name) -> tuple[int, int, Name]:
    return (len(name), len(" ".join(name)), name)


MOST_COMPARED = 100
"""People, names of one person and titles of one person with which a further mention is compared.

Telegrams name up to 66 people; in a text of nothing but names each would be compared with all. Beyond, a name
joins the person of that very name alone.
"""


_PATRONYMIC = frozenset(["bin", "ibn", "ben", "bint", "ould"])
FULL = 2
"""Words of a full name."""


def gather_people(
    mentions: Sequence[Mention], ties: Sequence[tuple[Mention, Mention]] = ()
) -> list[Individual]:
    """Gather mentions by person, in order of first appearance; ``ties`` are pairs known to be one person."""
    ordered = sorted(mentions, key=lambda mention: mention.locus)
    full = [mention for mention in ordered if len(core(mention.words)) >= FULL]
    singles = [mention for mention in ordered if len(core(mention.words)) < FULL]
    gathered = _Gathered()
    for mention in sorted(full, key=lambda mention: -len(core(mention.words))):
        gathered.place(mention, _same_full(mention, gathered))
    used = {core(mention.words)[0] for mention in singles}
    initials = {_letters(mention) for mention in singles if _looks_like_initials(mention)}
    for individual in gathered.individuals:
        individual.settle(used)
        individual.called(used, initials)
    _link_singles(singles, gathered)
    return sorted(_united(gathered.individuals, ties), key=lambda individual: individual.places[0])


class _Gathered:
    """The people so far, in the order in which they were met, and by what a mention can know them by."""

    def __init__(self) -> None:
        self.individuals: list[Individual] = []
        self._by_word: dict[str, dict[int, Individual]] = {}
        """Word of a name, whole or a part of a hyphened one -> the people whose name has it, in order."""
        self._by_first: dict[str, dict[int, Individual]] = {}
        """First letter of a name's first word -> those of such a name."""
        self._by_last: dict[str, dict[int, Individual]] = {}
        """First letter of a name's last word -> those of such a name."""
        self._last_words: dict[str, tuple[list[str], list[int]]] = {}
        """First letter -> the last words of names that begin so, and whose each is."""
        self._by_initials: dict[str, dict[int, Individual]] = {}
        self._lettered: set[tuple[int, Name]] = set()
        """Whose initials are known by which name."""
        self._by_name: dict[Name, Individual] = {}
        self._known: dict[tuple[Name, bool], Individual] = {}
        """What :func:`_same_full` found for a name, while nothing new is known of anybody."""
        self._numbers: dict[int, int] = {}

    def place(self, mention: Mention, owner: Individual | None) -> None:
        """Put a mention with its ``owner``; with somebody new where that is None."""
        before = None if owner is None else (len(owner.names), owner.patronymic)
        if owner is None:
            owner = Individual(mention)
            self._numbers[id(owner)] = len(self.individuals)
            self.individuals.append(owner)
        else:
            owner.add(mention)
        if before != (len(owner.names), owner.patronymic):
            self._known.clear()
            self._note(owner, core(mention.words))
        number = self._numbers[id(owner)]
        if (number, mention.words) not in self._lettered:
            self._lettered.add((number, mention.words))
            for letters in initials_of(mention.words):
                self._by_initials.setdefault(letters, {})[number] = owner

    def _note(self, individual: Individual, name: Name) -> None:
        number = self._numbers[id(individual)]
        self._by_name.setdefault(name, individual)
        self._by_first.setdefault(name[0][:1], {})[number] = individual
        self._by_last.setdefault(name[-1][:1], {})[number] = individual
        words, numbers = self._last_words.setdefault(name[-1][:1], ([], []))
        if len(words) < MOST_COMPARED:
            words.append(name[-1])
            numbers.append(number)
        for part in name:
            for word in {part, *part.split("-")}:
                self._by_word.setdefault(word, {})[number] = individual

    def remembered(self, name: Name, *, patronymic: bool) -> Individual | None:
        """Whom the same name was found to be, if nobody has changed since."""
        return self._known.get((name, patronymic))

    def remember(self, name: Name, individual: Individual, *, patronymic: bool) -> None:
        """Keep whom a name was found to be."""
        self._known[name, patronymic] = individual

    def of_name(self, name: Name) -> Individual | None:
        """The first person of that very name."""
        return self._by_name.get(name)

    def near_name(self, name: Name) -> list[Individual]:
        """Those with whom a full name may :func:`agree`: first or last word begins with its letter."""
        return _in_order(self._by_first.get(name[0][:1], {}), self._by_last.get(name[-1][:1], {}))

    def near_word(self, word: str) -> list[Individual]:
        """Those who have the word in their name, perhaps misspelt as their last, in order."""
        words, numbers = self._last_words.get(word[:1], ((), ()))
        misspelt = [numbers[at] for at in nearly(word, words)]
        return _in_order(
            self._by_word.get(word, {}), {number: self.individuals[number] for number in misspelt}
        )

    def of_word(self, word: str) -> list[Individual]:
        """Those who have the very word in their name, in order."""
        return _in_order(self._by_word.get(word, {}))

    def of_initials(self, letters: str) -> list[Individual]:
        """Those whose name begins with these letters, in order."""
        return _in_order(self._by_initials.get(letters, {}))


def _in_order(*several: Mapping[int, Individual]) -> list[Individual]:
    """The first few of each, together, in the order in which they were met."""
    few = {
        number: individual for some in several for number, individual in islice(some.items(), MOST_COMPARED)
    }
    return [few[number] for number in sorted(few)]


def _link_singles(singles: Sequence[Mention], gathered: _Gathered) -> None:
    heads = [mention for mention in singles if _head(mention) and _refused(mention, gathered)]
    for mention in heads:  # first: a surname without a title may be theirs
        if not _joins(mention, gathered, exact=True):
            gathered.place(mention, None)
    first = set(heads)
    rest = [mention for mention in singles if mention not in first] if heads else singles
    late = [mention for mention in rest if not _joins(mention, gathered, exact=True)]
    for mention in late:
        if not (_joins(mention, gathered, exact=True) or _joins(mention, gathered, exact=False)):
            gathered.place(mention, None)


def _refused(mention: Mention, gathered: _Gathered) -> bool:
    """Whether a head of state has the surname of somebody else."""
    word = core(mention.words)[0]
    return any(
        _other_head(mention, individual) and any(_rank(word, name, exact=True) for name in individual.names)
        for individual in gathered.of_word(word)
    )


def _joins(mention: Mention, gathered: _Gathered, *, exact: bool) -> bool:
    owner = _owner(mention, gathered, exact=exact) or (exact and _by_initials(mention, gathered)) or None
    if owner:
        gathered.place(mention, owner)
    return owner is not None


def _united(individuals: Sequence[Individual], ties: Sequence[tuple[Mention, Mention]]) -> list[Individual]:
    """The individuals, those put together that a tie joins."""
    holder: dict[Mention, Individual] = {}
    for individual in reversed(individuals) if ties else ():
        holder.update(dict.fromkeys(individual.mentions, individual))
    gone: set[int] = set()
    for early, late in ties:
        first, second = holder[early], holder[late]
        if first is not second:
            for mention in second.mentions:
                first.add(mention)
                holder[mention] = first
            gone.add(id(second))
    return [individual for individual in individuals if id(individual) not in gone]


def _same_full(mention: Mention, gathered: _Gathered) -> Individual | None:
    name = core(mention.words)
    patronymic = not _PATRONYMIC.isdisjoint(mention.words)
    if known := gathered.remembered(name, patronymic=patronymic):
        return known
    for individual in gathered.near_name(name):
        if any(
            len(known) >= FULL and agree(known, name, patronymic=patronymic or individual.patronymic)
            for known in individual.names
        ):
            gathered.remember(name, individual, patronymic=patronymic)
            return individual
    return gathered.of_name(name)


def agree(name: Name, other: Name, *, patronymic: bool = False) -> bool:
    """Whether two full names can be one person's.

    Equal word for word up to spelling and initials; or the shorter one left words out but kept the order, and
    begins with the same word or else is the end of the longer one (Santiago Vasconcelos; not so with a
    ``patronymic``, where Hamad Al Khalifa is the father of Salman bin Hamad Al Khalifa).
    """
    longer, shorter = (name, other) if len(name) >= len(other) else (other, name)
    if len(longer) == len(shorter):
        return all(_matches(a, b) for a, b in zip(longer, shorter, strict=True))
    if not _matches(longer[0], shorter[0]):
        end = longer[-len(shorter) :]
        return not patronymic and all(_matches(a, b) for a, b in zip(end, shorter, strict=True))
    rest = iter(longer)
    return all(any(_matches(word, wanted) for word in rest) for wanted in shorter)


def _matches(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return alike(word, other)


def _owner(mention: Mention, gathered: _Gathered, *, exact: bool) -> Individual | None:
    """Whom a single word names, or None: by surname first, then by the last mention before it."""
    word = core(mention.words)[0]
    place = mention.locus
    best, owner = (0, NOWHERE, False), None
    for individual in gathered.of_word(word) if exact else gathered.near_word(word):
        rank = max((_rank(word, name, exact=exact) for name in individual.names), default=0)
        if (rank == GIVEN and _other_throne(mention, individual)) or (
            rank == MIDDLE and individual.patronymic
        ):
            continue
        if rank and word != individual.not_by and not _other_head(mention, individual):
            key = (rank, individual.before(place), len(individual.fullest) < FULL)
            if owner is None or key > best:
                best, owner = key, individual
    return owner


def _other_throne(mention: Mention, individual: Individual) -> bool:
    """Whether the mention is a monarch by one name ("King Hamad") and the individual is not of that title."""
    title = MONARCHS.intersection(_role_words(mention))
    return (
        bool(title)
        and len(individual.fullest) >= FULL
        and all(title.isdisjoint(words) for _, words in individual.titles)
    )


def _other_head(mention: Mention, individual: Individual) -> bool:
    """Whether the mention is a head of state or government and the individual someone else of the surname.

    Mubarak in "President Mubarak" is not "presidential son Gamal Mubarak": the cable names in full someone
    who never has that title, but an office below it, a place in the family or a name for short.
    """
    title = _head(mention)
    if title is None or len(individual.fullest) < FULL:
        return False
    roles = [words for full, words in individual.titles if full]
    if any(not title.isdisjoint(words) for words in roles):
        return False
    return individual.familiar or any(
        not BELOW_HEAD.isdisjoint(words) and PAST.isdisjoint(words) for words in roles
    )


def _head(mention: Mention) -> frozenset[str] | None:
    """The words by which the mention's title is known; None where it is no head of state or government."""
    return head_title(_role_words(mention))


def _role_words(mention: Mention) -> tuple[str, ...]:
    role = mention.role or ""
    words = tuple(role.lower().replace("-", " ").split())
    return tuple(PRESIDING if word == "president" else word for word in words) if presides(role) else words


def _by_initials(mention: Mention, gathered: _Gathered) -> Individual | None:
    """The one full name whose words begin with the letters of ``mention`` (MbR, CFK)."""
    if not _looks_like_initials(mention):
        return None
    bearers = gathered.of_initials(_letters(mention))
    return bearers[0] if len(bearers) == 1 else None


def _looks_like_initials(mention: Mention) -> bool:
    letters = mention.text.replace(".", "")
    return FEWEST <= len(letters) <= MOST and letters[0].isupper() and letters[-1].isupper()


def _letters(mention: Mention) -> str:
    return mention.text.replace(".", "").lower()


SURNAME, MIDDLE, GIVEN = 3, 2, 1
"""Which word of a full name a single one is."""


def _rank(word: str, name: Name, *, exact: bool) -> int:
    """SURNAME, MIDDLE, GIVEN, or 0 where ``word`` is no part of ``name``; misspelt too if not ``exact``."""
    if word == name[-1] or (not exact and alike(word, name[-1])):
        return SURNAME
    if word in name:
        return GIVEN if word == name[0] else MIDDLE
    for part in name:
        if "-" in part and word in part.split("-"):
            return SURNAME if part == name[-1] else GIVEN
    return 0
