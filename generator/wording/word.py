"""A word of the interface in every language: side by side, so that none is left out and all are seen.

A :class:`Wording` holds the words of one place of the site. Taken from a section made for a language, a word
is its text in that language; taken from the class, it is the word itself, with all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Final, Literal, cast, get_args, overload

from babel import Locale

Language = Literal["en", "de", "fr", "es"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""Those that the interface speaks, by their tags (BCP 47)."""

Forms = tuple[str, str]
"""For one, and for any other number; which of them a number takes is the language's own rule (CLDR)."""


class Wording:
    """The words of one place of the site, in one language."""

    __slots__ = ("language",)

    def __init__(self, language: Language) -> None:
        """In which language the words are wanted."""
        self.language: Final = language


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A text, with ``{name}`` for what is put into it: ``Link to paragraph {number}``."""

    en: str
    de: str
    fr: str
    es: str

    def texts(self, language: Language) -> tuple[str, ...]:
        """All that is said of it in a language."""
        return (cast("str", getattr(self, language)),)

    @overload
    def __get__(self, section: None, owner: type[Wording]) -> "Word": ...
    @overload
    def __get__(self, section: Wording, owner: type[Wording]) -> str: ...
    def __get__(self, section: Wording | None, owner: type[Wording]) -> "Word | str":
        return self if section is None else cast("str", getattr(self, section.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plural:
    """A text that goes with a number, ``{count}``: ``{count} cable``, ``{count} cables``."""

    en: Forms
    de: Forms
    fr: Forms
    es: Forms

    def texts(self, language: Language) -> Forms:
        """All that is said of it in a language."""
        return cast("Forms", getattr(self, language))

    @overload
    def __get__(self, section: None, owner: type[Wording]) -> "Plural": ...
    @overload
    def __get__(self, section: Wording, owner: type[Wording]) -> "Counted": ...
    def __get__(self, section: Wording | None, owner: type[Wording]) -> "Plural | Counted":
        return self if section is None else Counted(section.language, self.texts(section.language))


@dataclass(frozen=True, slots=True)
class Counted:
    """A plural in one language."""

    language: Language
    forms: Forms

    def __call__(self, count: int, **parts: str) -> str:
        """With a number; ``parts`` are put into their places."""
        return self.form(count).format(count=number(self.language, count), **parts)

    def form(self, count: int) -> str:
        """The text that goes with a number, its places still open."""
        one, other = self.forms
        return one if locale(self.language).plural_form(count) == "one" else other


def spoken(section: type[Wording]) -> Iterator[tuple[str, Word | Plural]]:
    """The words of a section by name, in their order."""
    return ((name, word) for name, word in vars(section).items() if isinstance(word, Word | Plural))


def places(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@cache
def locale(language: Language) -> Locale:
    """What CLDR knows of a language."""
    return Locale.parse(language)


def number(language: Language, count: int) -> str:
    """``1,669``, with the language's sign between thousands."""
    group: str = locale(language).number_symbols["latn"]["group"]
    return f"{count:,}".replace(",", group)
