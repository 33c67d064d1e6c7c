"""What is known of a word wherever it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.people.find.lexicon import Lexicon
from generator.people.find.tokens import case_of

KINDS = {
    "function": "F",
    "title": "T",
    "month": "M",
    "nationality": "N",
    "org": "O",
    "particle": "p",
    "suffix": "J",
    "said": "v",
    "headline": "v",
    "before": "b",
    "relation": "r",
    "place": "L",
    "orglike": "o",
    "field": "f",
    "given": "G",
    "names": "K",
    "things": "H",
    "cities": "L",
}
"""Class of the lexicon -> letter for patterns of neighbours; the first that a word belongs to counts."""
_CAPITALISED_ONLY = frozenset(("given", "names", "things", "cities"))
_UNKNOWN = {"UPPER": "U", "Title": "X", "mixed": "X", "lower": "l"}
_NO_NAME = frozenset("FMTfv")
_NAMES = frozenset(("given", "names"))
_MOST_REMEMBERED = 200_000
_OFTEN_SMALL = ("e", "f")
_SHORT = 3
"""Crosses in a row that may still be a word; more are a redaction."""


Form = tuple[str, str, tuple[str, ...], str, str]
"""What a word tells its neighbours: kind, case, classes, how often it was counted, and the word itself in
small letters where it is a title, a verb, a small word or a mark. A few thousand, shared by all words."""
_TELLING = frozenset("FTvbr")
"""Kinds of words that neighbours know by name."""


@dataclass(slots=True)
class Facts:
    """One word; positional and not frozen for speed, never changed."""

    lower: str
    kind: str
    """A letter of :data:`KINDS`; else U all capitals, X capitalised, l small, I initial, 0 number,
    ' possessive, / end of a line, * a redaction, or the mark itself."""
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
    """Its habits (:mod:`generator.people.find.habits`), empty where it was never counted."""


class FactBook:
    """Facts of words, remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.forms: list[Form] = []
        """Every form met; grows with the lexicon, not with the corpus."""
        self._numbers: dict[Form, int] = {}
        self._known: dict[str, Facts] = {}

    def facts(self, words: Iterable[str]) -> list[Facts]:
        """Facts of each word, in order."""
        known = self._known.get
        return [known(word) or self._remember(word) for word in words]

    def _remember(self, word: str) -> Facts:
        """Look a word up for the first time; a full store is emptied, so that memory stays bounded."""
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        facts = self._known[word] = self._facts(word)
        return facts

    def _facts(self, word: str) -> Facts:
        case = case_of(word)
        lower = word.lower()
        if case in ("mark", "own"):
            kind = _mark_kind(lower, case)
            form = self.number((kind, case, (), "", lower if len(lower) == 1 and not lower.isdigit() else ""))
            return Facts(lower, kind, case, False, False, False, (), form, "")  # noqa: FBT003 - for speed
        if len(lower) > _SHORT and lower == len(lower) * "x":
            return Facts(lower, "*", case, False, False, False, (), self.number(("*", case, (), "", "")), "")  # noqa: FBT003
        classes = self.lexicon.classes_of.get(lower) or self.lexicon.classes_of.get(lower.rstrip("."), ())
        habit = self.lexicon.habits.get(lower, "")
        kind = _kind(classes, case, lower)
        named = not _NAMES.isdisjoint(classes)
        may_be = (named or kind not in _NO_NAME) and "/" not in word
        common = not named and kind not in "pJ" and habit[1:2] in _OFTEN_SMALL
        telling = lower if kind in _TELLING else ""
        form = self.number((kind, case, classes, habit[:1], telling))
        return Facts(lower, kind, case, named, may_be, common, classes, form, habit)

    def number(self, form: Form) -> int:
        """Index of ``form`` in :attr:`forms`."""
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self.forms)
            self.forms.append(form)
        return number


def _kind(classes: tuple[str, ...], case: str, lower: str) -> str:
    for name in classes:
        if name in KINDS and (case != "lower" or name not in _CAPITALISED_ONLY):
            return KINDS[name]
    return "I" if lower[-1] == "." else _UNKNOWN[case]


def _mark_kind(lower: str, case: str) -> str:
    if case == "own":
        return "'"
    if lower[0].isdigit():
        return "0"
    return "/" if lower == "\n" else lower[0]
