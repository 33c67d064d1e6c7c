"""What is known of a word wherever it stands: hand-written classes and counted habits, and what follows.

By hand are written ``data/classes.txt``, ``phrases.txt`` and, but for a census, ``given.txt``; ``names.txt``
and ``things.txt`` were counted among the capitalised words of many telegrams, then read through. By a script
are made ``cities.txt`` and ``places.txt`` (``bench/place_names.py``, from GeoNames), and ``habits.tsv``
(``bench/train_people.py``): for each word how often it stands in small letters, behind a title, before a verb
of speech, behind "the" or "in" (figures only, no text). Each file says at its head where its lines come from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import chain
from unicodedata import normalize

from generator.names.affixes import PARTICLES, SUFFIXES_PRINTED
from generator.people.find.memo import Memo
from generator.people.find.title_forms import listed_title
from generator.people.find.tokens import TOKEN, apart

_DATA = files("generator.people.find") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word lists, all keys in small letters."""

    classes: Mapping[str, frozenset[str]]
    """Class -> words: those of classes.txt (``title``, ``said``, ``org``, ...; ``particle`` and ``suffix``
    of :mod:`generator.names.affixes`), then ``given`` (given names), ``names`` (surnames and other words of
    names), ``things`` (capitalised words that name no person) and ``cities`` (words of the names of countries
    and larger cities)."""
    classes_of: Mapping[str, tuple[str, ...]]
    """The same the other way round, in that order."""
    phrases: frozenset[str]
    """Places, companies and the like of several words that look like a person's name."""
    habits: Mapping[str, str] = field(default_factory=dict)
    """Word -> how often it was counted, then one letter a habit: see ``HABITS`` of
    :mod:`generator.people.find.passage`."""

    def is_never_small(self, word: str) -> bool:
        """Whether telegrams print ``word`` in small letters hardly ever; True where it was never counted."""
        return self._smallness(word) == _NEVER

    def is_ordinary(self, word: str) -> bool:
        """Whether telegrams print ``word``, or what it is made of, small a third of the time or more."""
        stems = (word.removesuffix(ending) for ending in ("", "s", "es", "ed", "ly"))
        return any(self._smallness(stem) >= _THIRD for stem in stems)

    def names_something_else(self, word: str) -> bool:
        """Whether ``word`` is known as anything but a person's name: a place, an office, a verb."""
        return self.is_ordinary(word) or any(word in self.classes[name] for name in _NO_PERSON)

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` (in small letters) is of class ``name``."""
        return word in self.classes[name]

    def title_in(self, word: str) -> str | None:
        """The listed title that ``word``, as printed, is or is a form of (``Minster``); None for none.

        A word that any list has is what the list says, and one that is often small is no misspelling.
        """
        lower = word.lower().rstrip(".")
        if lower in self.classes["title"]:
            return lower
        if lower in self.classes_of:
            return None
        title = listed_title(word, self.classes["title"])
        return None if title is None or self.is_ordinary(lower) else title

    def _smallness(self, word: str) -> str:
        """How often ``word`` stands in small letters: ``a`` never ... ``f`` nearly always."""
        return self.habits.get(word, _UNCOUNTED)[_SMALL]


_COUNT, _SMALL = slice(0, 1), slice(1, 2)
"""Where a word's habits tell how often it was counted, and how often of these in small letters."""
_UNCOUNTED = "0a"
"""Habits of a word that was never counted."""
_NEVER, _THIRD = "a", "d"
"""In small letters hardly ever; in 30 of 100 places. The steps are those of ``habit_letters``."""
_OFTEN_SMALL = ("e", "f")
"""In 60 of 100 places, and nearly always."""
_NO_PERSON = (
    "title",
    "field",
    "office",
    "relation",
    "said",
    "before",
    "org",
    "orglike",
    "place",
    "nationality",
    "month",
    "function",
    "headline",
    "things",
    "cities",
)
"""Classes of words that name no person."""


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _sections(lines: list[str]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in lines:
        if line.startswith("["):
            current = words.setdefault(line.strip("[]"), set())
        else:
            current.update(line.split())
    return {name: frozenset(members) for name, members in words.items()}


def _classes_of(classes: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    classes_by_word: dict[str, list[str]] = {}
    for name, words in classes.items():
        for word in words:
            classes_by_word.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in classes_by_word.items()}


@cache
def load_lexicon() -> Lexicon:
    """The lists shipped with the package."""
    classes = _sections(_lines("classes.txt")) | {"particle": PARTICLES, "suffix": SUFFIXES_PRINTED}
    classes |= {name: _words(f"{name}.txt") for name in ("given", "names", "things", "cities")}
    return Lexicon(
        classes=classes,
        classes_of=_classes_of(classes),
        phrases=frozenset(_lines("phrases.txt") + _lines("places.txt")),
        habits=dict(line.split("\t") for line in _lines("habits.tsv")),
    )


# ---- Facts of one word ------------------------------------------------------------------------------------


class WordKind(StrEnum):
    """What a word is to its neighbours.

    The values are part of the names of the model's features: who changes one has to train anew
    (``bench/train_people.py``).
    """

    FUNCTION = "F"
    """A small word of the language: of, the, will."""
    TITLE = "T"
    MONTH = "M"
    NATIONALITY = "N"
    ORGANISATION = "O"
    LIKE_ORGANISATION = "o"
    """Part of an organisation's name, which may be a person's too."""
    PARTICLE = "p"
    SUFFIX = "J"
    """Junior and the like."""
    VERB = "v"
    """Of speech, or of a headline."""
    BEFORE = "b"
    """What stands before a name: with, met."""
    RELATION = "r"
    PLACE = "L"
    FIELD = "f"
    """A field of affairs: trade, defense."""
    GIVEN = "G"
    SURNAME = "K"
    """A surname or another word of names that a list knows."""
    THING = "H"
    """Written with a capital, and no person."""
    INITIAL = "I"
    CAPITALS = "U"
    """Unknown, all in capitals."""
    CAPITALISED = "X"
    """Unknown, with a capital."""
    SMALL = "l"
    """Unknown, in small letters."""
    NUMBER = "0"
    POSSESSIVE = "'"
    LINE_END = "/"
    REDACTION = "*"


KINDS: Mapping[str, WordKind] = {
    "function": WordKind.FUNCTION,
    "title": WordKind.TITLE,
    "month": WordKind.MONTH,
    "nationality": WordKind.NATIONALITY,
    "org": WordKind.ORGANISATION,
    "particle": WordKind.PARTICLE,
    "suffix": WordKind.SUFFIX,
    "said": WordKind.VERB,
    "headline": WordKind.VERB,
    "before": WordKind.BEFORE,
    "relation": WordKind.RELATION,
    "place": WordKind.PLACE,
    "orglike": WordKind.LIKE_ORGANISATION,
    "field": WordKind.FIELD,
    "given": WordKind.GIVEN,
    "names": WordKind.SURNAME,
    "things": WordKind.THING,
    "cities": WordKind.PLACE,
}
"""Class of the lexicon -> what its words are; the first class that a word belongs to counts."""
_CAPITALISED_ONLY = frozenset(("given", "names", "things", "cities"))
_UNKNOWN = {
    "UPPER": WordKind.CAPITALS,
    "Title": WordKind.CAPITALISED,
    "mixed": WordKind.CAPITALISED,
    "lower": WordKind.SMALL,
}
FORENAME = frozenset((WordKind.GIVEN, WordKind.INITIAL))
"""What stands before a surname."""
AROUND_NAME = frozenset((WordKind.PARTICLE, WordKind.SUFFIX))
"""Belongs to a name and makes none."""
_NO_NAME = frozenset((WordKind.FUNCTION, WordKind.MONTH, WordKind.TITLE, WordKind.FIELD, WordKind.VERB))
_NAMES = frozenset(("given", "names"))
_MOST_REMEMBERED = 100_000
_SHORT = 3
"""Crosses in a row that may still be a word; more are a redaction."""


WordForm = tuple[str, str, tuple[str, ...], str, str]
"""What a word tells its neighbours: kind, case, classes, how often it was counted, and the word itself in
small letters where it is a title, a verb, a small word or a mark. A few thousand, shared by all words."""
_TELLING = frozenset((WordKind.FUNCTION, WordKind.TITLE, WordKind.VERB, WordKind.BEFORE, WordKind.RELATION))
"""Kinds of words that neighbours know by name."""


class RunPart(StrEnum):
    """What a word can be to a stretch of words that may hold a name; one letter each."""

    NONE = "."
    """It ends the stretch."""
    WORD = "W"
    NEVER_ALONE = "N"
    """A word of names that makes none with its like alone: a thing, a nationality, an organisation."""
    PARTICLE = "p"
    FORENAME = "F"
    """A given name or initial where all is in capitals: behind it a common word may be a surname."""
    COMMON = "c"
    """Nearly always in small letters elsewhere; of a name behind a given name alone (ROSA WOOD)."""
    COMMON_FORENAME = "f"


@dataclass(slots=True)
class Facts:
    """One word; positional and not frozen for speed, never changed."""

    word: str
    """As printed."""
    lower: str
    kind: str
    """A value of :class:`WordKind`, or a mark's own first character."""
    case: str
    named: bool
    """Whether it stands in a list of names."""
    may_be: bool
    """Whether it can be a word of a name: no mark, number, title, month or small word."""
    common: bool
    """Whether telegrams nearly always write it in small letters."""
    classes: tuple[str, ...]
    """Its classes in the lexicon."""
    form: int
    """Index into :attr:`FactBook.forms`."""
    habit: str
    """Its habits (:attr:`Lexicon.habits`), empty where it was never counted."""
    part: str
    """The :class:`RunPart` it is in a text of small letters and capitals."""
    part_in_capitals: str
    """The same where all is in capitals."""


class FactBook:
    """Facts of words, remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.forms: list[WordForm] = []
        """Every form met; grows with the lexicon, not with the corpus."""
        self._numbers: dict[WordForm, int] = {}
        self._known: Memo[str, Facts] = Memo(self._facts, _MOST_REMEMBERED)
        self._between_blanks: Memo[str, list[Facts]] = Memo(self._cut, _MOST_REMEMBERED)

    def facts(self, words: Iterable[str]) -> list[Facts]:
        """Facts of each word, in order."""
        return list(map(self._known.__getitem__, words))

    def facts_in(self, text: str) -> list[Facts]:
        """Facts of each token of a text, in order; what stands between two blanks was mostly met before."""
        if not apart(text):
            return self.facts(TOKEN.findall(text))
        return list(chain.from_iterable(map(self._between_blanks.__getitem__, text.split(" "))))

    def _cut(self, stretch: str) -> list[Facts]:
        return self.facts(TOKEN.findall(stretch))

    def _facts(self, printed: str) -> Facts:
        word = printed if printed.isascii() else normalize("NFC", printed)
        case = case_of(word)
        lower = word.lower()
        if case in ("mark", "own"):
            kind = _mark_kind(lower, case)
            form = self.number((kind, case, (), "", lower if len(lower) == 1 and not lower.isdigit() else ""))
            return _no_word(printed, lower, kind, case, form)
        if len(lower) > _SHORT and lower == len(lower) * "x":
            form = self.number((WordKind.REDACTION.value, case, (), "", ""))
            return _no_word(printed, lower, WordKind.REDACTION.value, case, form)
        classes = self.lexicon.classes_of.get(lower) or self.lexicon.classes_of.get(lower.rstrip("."), ())
        if not classes and (title := self.lexicon.title_in(word)):
            lower, classes = title, self.lexicon.classes_of[title]
        habit = self.lexicon.habits.get(lower, "")
        kind = _kind(classes, case, lower)
        named = not _NAMES.isdisjoint(classes)
        may_be = (named or kind not in _NO_NAME) and "/" not in word
        common = not named and kind not in AROUND_NAME and habit[_SMALL] in _OFTEN_SMALL
        telling = lower if kind in _TELLING else ""
        form = self.number((kind, case, classes, habit[_COUNT], telling))
        part = _part(kind, may_be=may_be and case != "lower")
        in_capitals = _part_in_capitals(kind, may_be=may_be, common=common)
        return Facts(
            printed, lower, kind, case, named, may_be, common, classes, form, habit, part, in_capitals
        )

    def number(self, form: WordForm) -> int:
        """Index of ``form`` in :attr:`forms`."""
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self.forms)
            self.forms.append(form)
        return number


def _no_word(word: str, lower: str, kind: str, case: str, form: int) -> Facts:
    none = RunPart.NONE.value
    return Facts(word, lower, kind, case, False, False, False, (), form, "", none, none)  # noqa: FBT003 - for speed


_NEVER_ALONE = frozenset(
    (WordKind.THING, WordKind.NATIONALITY, WordKind.ORGANISATION, WordKind.LIKE_ORGANISATION)
)
"""Kinds of words that are no name without another beside them."""


def _part(kind: str, *, may_be: bool) -> str:
    if may_be:
        return (RunPart.NEVER_ALONE if kind in _NEVER_ALONE else RunPart.WORD).value
    return (RunPart.PARTICLE if kind == WordKind.PARTICLE else RunPart.NONE).value


def _part_in_capitals(kind: str, *, may_be: bool, common: bool) -> str:
    if may_be and common:
        return (RunPart.COMMON_FORENAME if kind in FORENAME else RunPart.COMMON).value
    return RunPart.FORENAME.value if may_be and kind in FORENAME else _part(kind, may_be=may_be)


def _kind(classes: tuple[str, ...], case: str, lower: str) -> str:
    for name in classes:
        if name in KINDS and (case != "lower" or name not in _CAPITALISED_ONLY):
            return KINDS[name].value
    return (WordKind.INITIAL if lower[-1] == "." else _UNKNOWN[case]).value


def _mark_kind(lower: str, case: str) -> str:
    if case == "own":
        return WordKind.POSSESSIVE.value
    if lower[0].isdigit():
        return WordKind.NUMBER.value
    return WordKind.LINE_END.value if lower == "\n" else lower[0]


def case_of(text: str) -> str:
    """``lower``, ``Title``, ``UPPER``, ``mixed`` (McCain, al-Qadhafi), or ``mark`` for what is no word."""
    if not text[0].isalpha():
        return "own" if text[0] in "'\u2019`\u00b4," and len(text) > 1 else "mark"
    if text.islower():
        return "lower"
    if text[0].isupper() and (len(text) == 1 or text[1:].islower() or text[1] == "."):
        return "Title"
    return "UPPER" if text.isupper() else "mixed"
