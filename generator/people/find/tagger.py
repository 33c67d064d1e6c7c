"""What finds names in running text, and how to put a stronger one in its place.

A publisher who has a better tagger (a neural one, a service of their own) writes a module of their own with a
callable and names it as ``tagger: "package.module:attribute"`` in the options (``extra: cablepress:`` of
mkdocs.yml). It is called once per cable::

    def tag(passages: Sequence[str]) -> Sequence[Sequence[NameSpan]]:
        return [[NameSpan(e.start_char, e.end_char) for e in nlp(p).ents] for p in passages]

One list of spans for each passage, in the same order: the first passage is the subject, the others are the
blocks. Spans are offsets of names without titles and without possessive. What follows (who is who, the name
in normal case, roles, protection) is the same for every tagger. It must give the same answer for the same
text, or builds differ.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from generator.names.affixes import BEHIND, FATHERS
from generator.people.find.lexicon import AROUND_NAME, FORENAME, Facts, Lexicon, WordKind
from generator.people.find.passage import CutPassage, cut, document_habits
from generator.people.find.sequence import SequenceModel, Tagged, load_model
from generator.settings import TAGGERS, load_plugged


class NameSpan(NamedTuple):
    """A person's name in a passage."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last one."""


class Tagger(Protocol):
    """Passages of one cable in, names of people out."""

    def __call__(self, passages: Sequence[str], /) -> Sequence[Sequence[NameSpan]]:
        """One sequence of spans for each passage, in the same order; spans in order, without overlap."""


class BuiltInTagger:
    """The sequence model shipped with the package."""

    def __init__(self, model: SequenceModel) -> None:
        self._model = model

    def __call__(self, passages: Sequence[str], /) -> list[list[NameSpan]]:
        """Names as the model sees them."""
        cuts = [cut(text, self._model.book) for text in passages]
        habits = document_habits(cuts)
        return [
            self._spans(passage, tagged) if passage.runs else []
            for passage, tagged in zip(cuts, self._model.tag(cuts, habits), strict=True)
        ]

    def _spans(self, passage: CutPassage, tagged: list[Tagged]) -> list[NameSpan]:
        lexicon = self._model.book.lexicon
        names = plain_names(passage, tagged)
        if not names:
            return []
        mended = mend(passage.facts, names, lexicon)
        if passage.capitals:
            mended = [_without_verb(passage.facts, name) for name in mended]
        tokens = passage.tokens()
        return [NameSpan(tokens.start(name.start), tokens.end(name.stop - 1)) for name in mended]


def load_tagger(name: str = "") -> Tagger:
    """The tagger a publisher names; the built-in one for an empty name.

    Args:
        name: ``package.module:attribute``, or a name that an installed package gives it (an entry point of
            the group ``cablepress.taggers``).

    Raises:
        ValueError: What it names cannot be found, imported or called.
    """
    if not name:
        return BuiltInTagger(load_model())
    loaded = load_plugged(name, TAGGERS)
    if not callable(loaded):
        message = f"tagger {name!r} is no callable; write package.module:attribute"
        raise ValueError(message)  # noqa: TRY004 - a wrong option, not a wrong type in the program
    tagger: Tagger = loaded
    return tagger


# ---- Mending what the model cut wrongly ----------------------------------------------------------------


def mend(facts: list[Facts], names: list[Tagged], lexicon: Lexicon) -> list[Tagged]:
    """The names of one passage, in order.

    A given name in front or a surname behind belongs to it. Names that touch are one; so are two names with
    one word between them that is itself a word of names (Mahmoud Saad / Sayed / Ahmed Morsy). Then each is
    cut at titles and common words, and what names nobody for certain (initials alone, a place or company of
    two words) is dropped.
    """
    whole = _joined(facts, [_extended(facts, name) for name in names])
    cut = (piece for name in whole for part in _parted(facts, name) for piece in _cut(facts, part))
    pieces = [_behind_place(facts, _without_office(facts, piece), lexicon) for piece in cut]
    return [
        piece
        for piece in pieces
        if not _is_of_place(facts, piece, lexicon) and _is_name(facts[piece.start : piece.stop], lexicon)
    ]


def plain_names(passage: CutPassage, tagged: list[Tagged]) -> list[Tagged]:
    """``tagged``, and what the model left out though it can hardly be anything else.

    That is a given name and a surname that are a stretch of their own in mixed case: ``Jan Lengyel`` in a
    list of those present.
    """
    if passage.capitals:
        return tagged
    seen = {i for name in tagged for i in range(name.start, name.stop)}
    free = (run for run in passage.runs if seen.isdisjoint(range(run.start, run.stop)))
    more = (Tagged(*run) for run in free if _is_full(passage.facts[slice(*run)]))
    return sorted([*tagged, *more])


def _is_full(facts: list[Facts]) -> bool:
    """Whether a stretch is a given name and a surname, maybe with more between them."""
    if not _FEWEST <= len(facts) <= _MOST:
        return False
    first, last = facts[0], facts[-1]
    return (
        first.classes == ("given",)
        and first.case == "Title"
        and not first.common
        and all(fact.kind in _WITHIN_NAME and not fact.common for fact in facts[1:])
        and last.kind in _NAMING
        and last.case != "UPPER"
    )


_NAMING = frozenset((WordKind.GIVEN, WordKind.SURNAME, WordKind.CAPITALISED, WordKind.PLACE))
"""What can be a surname: many a place is one."""
_WITHIN_NAME = _NAMING | {WordKind.INITIAL, WordKind.PARTICLE}
_FEWEST, _MOST = 2, 4


def _parted(facts: list[Facts], name: Tagged) -> list[Tagged]:
    """The names of a list that lost its commas: a stretch longer than a name, cut before given names.

    Each keeps two words at least, and none is cut behind a particle or where a father's name stands.
    """
    words = facts[name.start : name.stop]
    if len(words) <= _LONGEST or any(fact.lower in FATHERS for fact in words):
        return [name]
    starts = [name.start]
    for i in range(name.start + 1, name.stop - 1):
        given = facts[i].kind == WordKind.GIVEN and facts[i - 1].kind not in _JOINS
        if given and i - starts[-1] >= _FEWEST and facts[i - 1].kind not in FORENAME:
            starts.append(i)
    return [Tagged(start, stop) for start, stop in zip(starts, [*starts[1:], name.stop], strict=True)]


_JOINS = frozenset((WordKind.PARTICLE, WordKind.INITIAL))
_LONGEST = 6
"""Words of a name; a longer one is several, or has its fathers' names in it."""


def _behind_place(facts: list[Facts], name: Tagged, lexicon: Lexicon) -> Tagged:
    """Without the end of a place that stands before a full name: "to Sri Lanka Robert Blake"."""
    start, stop = name
    if (
        start
        and stop - start > _FEWEST
        and f"{facts[start - 1].lower} {facts[start].lower}" in lexicon.phrases
    ):
        return Tagged(start + 1, stop)
    return name


def _is_of_place(facts: list[Facts], name: Tagged, lexicon: Lexicon) -> bool:
    """Whether a name is a part of a place's or a body's: ``San Pedro Sula``, ``Mazar-e Sharif``."""
    behind = facts[name.stop : name.stop + _REACH_OF_BODY]
    ends = next((fact for fact in behind if not _is_of_body(fact)), None)
    if ends is not None and ends.lower in _BODIES and ends.case == "Title":
        return True
    last, titled = facts[name.stop - 1], name.start and facts[name.start - 1].kind == WordKind.TITLE
    if name.stop - name.start > 1 and last.lower.rstrip(".") in _BODIES and not (last.named or titled):
        return True  # Senator Frank Church is a man all the same
    if not name.start:
        return False
    before = facts[name.start - 1]
    saint = before.lower in _SAINTS and before.case == "Title"
    joined = before.case != "lower" and before.lower.endswith(_IZAFET)
    whole = " ".join(fact.lower for fact in facts[name.start - 1 : name.stop])
    return saint or joined or (before.kind == WordKind.TITLE and whole in lexicon.phrases)


def _is_of_body(fact: Facts) -> bool:
    """Whether a word may stand between a body's name and what it is: ``International`` of an airport."""
    return fact.case == "Title" and fact.lower not in _BODIES and not fact.named and fact.may_be


_REACH_OF_BODY = 3
_BODIES = frozenset(
    """
    airport airfield stadium foundation institute university hospital mosque church bridge street avenue
    boulevard brigade brigades battalion clan tribe group company airlines shipping trust prize award
    polytechnic
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""What bears a person's name, or one like it."""
_SAINTS = frozenset(("san", "santa", "sao", "são"))
_IZAFET = ("-e", "-i")
"""What joins two nouns in Persian and Urdu: Lashkar-e Tayyiba."""


def _joined(facts: list[Facts], names: list[Tagged]) -> list[Tagged]:
    joined: list[Tagged] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last
            and all(_can_join(fact) for fact in facts[last.stop : name.start])
            and name.start <= last.stop + 1
        ):
            joined[-1] = Tagged(last.start, name.stop)
        else:
            joined.append(name)
    return joined


def _extended(facts: list[Facts], name: Tagged) -> Tagged:
    """With a given name or initial in front, and a surname behind, that the model left out."""
    start, stop = name
    least, most = start - _REACH, stop + _REACH
    while start > max(least, 0) and facts[start - 1].case != "lower" and _stands_in_front(facts[start - 1]):
        start -= 1
    while stop < min(most, len(facts)) and _can_join(facts[stop]):
        stop += 1
    if (
        stop + 1 < len(facts)
        and facts[stop].kind == WordKind.PARTICLE
        and facts[stop].case == "lower"
        and _can_join(facts[stop + 1])
    ):
        stop += 2
    return Tagged(start, stop)


_REACH = 20
"""Words by which a name is extended at most; in a text of nothing but names each would reach over all."""


def _stands_in_front(fact: Facts) -> bool:
    """A given name or initials, also two without a stop (MK Narayanan)."""
    two = len(fact.lower) == 2 and fact.case == "UPPER" and fact.kind in _UNKNOWN  # noqa: PLR2004
    return (fact.kind in FORENAME and "said" not in fact.classes) or (two and _VOWELS.isdisjoint(fact.lower))


_VOWELS = frozenset("aeiouy")
_UNKNOWN = frozenset((WordKind.THING, WordKind.CAPITALS))


def _can_join(fact: Facts) -> bool:
    return fact.case != "lower" and fact.named and "said" not in fact.classes


def _cut(facts: list[Facts], name: Tagged) -> list[Tagged]:
    pieces: list[Tagged] = []
    start = None
    for i in range(name.start, name.stop + 1):
        after_given = start is not None and facts[i - 1].kind in FORENAME
        if i < name.stop and not _ends(facts[i], after_given=after_given):
            start = i if start is None else start
        elif start is not None:
            pieces.append(_without_place(facts, Tagged(start, i)))
            start = None
    return pieces if pieces or name.stop - name.start > 1 else [name]


def _ends(fact: Facts, *, after_given: bool) -> bool:
    """Whether a word stands inside a found name by mistake."""
    if fact.named or fact.kind in AROUND_NAME:
        return False
    return (
        fact.kind in _ENDING
        or "/" in fact.lower
        or (fact.common and fact.case != "lower" and not after_given)
    )


_ENDING = frozenset((WordKind.TITLE, WordKind.FIELD, WordKind.MONTH))


def _without_place(facts: list[Facts], name: Tagged) -> Tagged:
    """Without a place in front of a full name: Refah deputy from Bitlis Abdulhaluk Mutlu."""
    first = facts[name.start]
    if name.stop - name.start > 2 and first.kind in _WHENCE and not first.named:  # noqa: PLR2004
        return name._replace(start=name.start + 1)
    return name


_WHENCE = frozenset((WordKind.PLACE, WordKind.NATIONALITY))


def _without_office(facts: list[Facts], name: Tagged) -> Tagged:
    """Without what a person heads ("the Lula Administration") or the end of an office before a full name.

    That is ``Minister of Foreign Affairs Bruno Stagno``, ``Political MC Susan Elliott``.
    """
    start, stop = name
    while stop - start > 1 and facts[stop - 1].lower in BEHIND:
        stop -= 1
    while stop - start > _FEWEST and _is_symbol(facts[stop - 1]) and facts[stop - 2].case == "Title":
        stop -= 1
    if stop - start > 1 and facts[start].lower in _OFFICE_LETTERS and facts[start + 1].case == "Title":
        start += 1
    while stop - start > _FEWEST and facts[start].lower in _OFFICE_ENDS:
        start += 1
    return Tagged(start, stop)


_OFFICE_LETTERS = frozenset(("p.m.", "f.m."))
"""Initials that are rather an office: ``P.M. Ecevit``."""


def _is_symbol(fact: Facts) -> bool:
    """Whether a word is the symbol of a bureau, in a name that is not in capitals: ``Prem Kumar NEA``."""
    return fact.case == "UPPER" and not fact.named and "things" in fact.classes


_OFFICE_ENDS = frozenset(
    ["affairs", "affaires", "d'affairs", "d'affaires", "mc", "polmc", "econmc", "defmin", "fonmin", "finmin"]
)


def _without_verb(facts: list[Facts], name: Tagged) -> Tagged:
    """Without a verb that is a name too, where all is in capitals: ``DROZDOV CAN HELP``, ``VARGA SAID THAT``.

    Behind a given name alone it may be the surname (Edward Said) and is the verb only where the words around
    say so: one that follows, or a quotation that ends before.
    """
    last = name.stop - 1
    if last == name.start or facts[last].kind not in _VERBS:
        return name
    behind = facts[name.stop].lower if name.stop < len(facts) else ""
    surname = facts[last - 1].kind not in FORENAME and facts[last - 1].kind not in AROUND_NAME
    quoted = name.start > 0 and facts[name.start - 1].lower in _QUOTES
    return name._replace(stop=last) if surname or quoted or behind in _BEHIND_VERB else name


_VERBS = frozenset((WordKind.FUNCTION, WordKind.VERB))
_BEHIND_VERB = frozenset(("that", "be", "not", "do", "have"))
_QUOTES = frozenset(('"', "\u201d", "'", "\u2019"))


_FIRMS = frozenset(
    "ltd inc corp plc llc gmbh ag international department".split()  # noqa: SIM905 - a table
)
"""What ends the name of a firm, or of a province: ``Cesar Department``."""


def _is_name(facts: list[Facts], lexicon: Lexicon) -> bool:
    body = facts[-1].lower.rstrip(".")
    if len(facts) > 1 and body in _FIRMS:
        return False
    if len(facts) == 1 and facts[0].lower == "shah":  # of Iran; in a name of several words it is a name
        return False
    if all(fact.kind in AROUND_NAME or len(fact.lower.rstrip(".")) == 1 for fact in facts):
        return False
    return " ".join(fact.lower for fact in facts) not in lexicon.phrases
