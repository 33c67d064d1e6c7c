"""All words of one language, with its dates and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Final

from markupsafe import Markup

from generator.wording import calendar
from generator.wording.cable import BodyWords, CableWords, ItemWords, MarkingWords
from generator.wording.changes import ChangeWords
from generator.wording.data import DataWords
from generator.wording.edited import EditedWords
from generator.wording.holdings import HoldingWords
from generator.wording.lists import DateWords, ListWords, PlaceWords, TagWords
from generator.wording.notes import NoteWords
from generator.wording.people import PeopleWords
from generator.wording.references import HomeWords, ReferenceWords
from generator.wording.repairs import RepairWords
from generator.wording.sections import SectionWords
from generator.wording.word import LANGUAGES, Language, number

TELEGRAMS: Final[Language] = "en"
"""The language of the telegrams: pages that speak another one say so where a telegram speaks (WCAG 3.1.2)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """What the interface says in one language: a section for each place, and dates and numbers."""

    language: Language
    sections: SectionWords
    cable: CableWords
    body: BodyWords
    markings: MarkingWords
    edited: EditedWords
    repairs: RepairWords
    item: ItemWords
    lists: ListWords
    dates: DateWords
    tags: TagWords
    places: PlaceWords
    people: PeopleWords
    references: ReferenceWords
    home: HomeWords
    data: DataWords
    changes: ChangeWords
    notes: NoteWords
    holdings: HoldingWords

    @property
    def foreign(self) -> Markup:
        """The attribute of what a telegram says, with a space before it; empty where the page speaks so too."""
        return Markup("") if self.language == TELEGRAMS else Markup(' lang="{}"').format(TELEGRAMS)

    def telegrams(self, said: Markup) -> Markup:
        """What a telegram says within a line of a page, marked where the page speaks another language."""
        return Markup("<span{}>{}</span>").format(self.foreign, said) if self.foreign else said

    def number(self, count: int) -> str:
        """``1,669``."""
        return number(self.language, count)

    def cables(self, count: int) -> str:
        """``1 cable``, ``1,669 cables``."""
        return self.lists.cables(count)

    def day(self, value: date | datetime) -> str:
        """``20 February 2009``."""
        return calendar.day(self.language, date(value.year, value.month, value.day))

    def month(self, year: int, number: int) -> str:
        """``February 2009``."""
        return calendar.month(self.language, year, number)

    def short_months(self) -> tuple[str, ...]:
        """``Jan`` to ``Dec``, as they stand alone."""
        return calendar.months_alone(self.language)

    def clock(self, value: datetime) -> str:
        """``09:29 UTC``."""
        return f"{value.hour:02}:{value.minute:02} UTC"

    def span(self, moments: Iterable[date | datetime | int | None]) -> str | None:
        """``February 2009``, ``2006`` or ``2006-2010``: what days and bare years cover; None without any."""
        known = {(at, 0) if isinstance(at, int) else (at.year, at.month) for at in moments if at is not None}
        if not known:
            return None
        (first, of), (last, _) = min(known), max(known)
        if len(known) == 1 and of:
            return self.month(first, of)
        return str(first) if first == last else f"{first}\u2013{last}"


@cache
def words_in(language: str) -> Words:
    """The words of a language; English ones where the interface does not speak it.

    Args:
        language: As ``theme.language`` of mkdocs.yml has it.
    """
    known = spoken_as(language) or "en"
    return Words(
        language=known,
        sections=SectionWords(known),
        cable=CableWords(known),
        body=BodyWords(known),
        markings=MarkingWords(known),
        edited=EditedWords(known),
        repairs=RepairWords(known),
        item=ItemWords(known),
        lists=ListWords(known),
        dates=DateWords(known),
        tags=TagWords(known),
        places=PlaceWords(known),
        people=PeopleWords(known),
        references=ReferenceWords(known),
        home=HomeWords(known),
        data=DataWords(known),
        changes=ChangeWords(known),
        notes=NoteWords(known),
        holdings=HoldingWords(known),
    )


def spoken_as(language: str) -> Language | None:
    """The language of the interface for a tag (BCP 47): ``de`` for ``de-AT``; None where it speaks none."""
    first = language.replace("_", "-").partition("-")[0].lower()
    return next((known for known in LANGUAGES if known == first), None)
