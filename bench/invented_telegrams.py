"""What the invented telegrams of ``bench_layouts.py`` are made of: a vocabulary, dice, how lines are set."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

POSTS = (
    ("ROME", "AMEMBASSY ROME", "Embassy Rome", "Italy", "Embassy in Italy"),
    ("PARIS", "AMEMBASSY PARIS", "Embassy Paris", "France", "Embassy in France"),
    ("LISBON", "AMEMBASSY LISBON", "Embassy Lisbon", "Portugal", "Embassy in Portugal"),
    ("TOKYO", "AMEMBASSY TOKYO", "Embassy Tokyo", "Japan", "Embassy in Japan"),
    ("VALLETTA", "AMEMBASSY VALLETTA", "Embassy Valletta", "Malta", "Embassy in Malta"),
    ("NEW DELHI", "AMEMBASSY NEW DELHI", "Embassy New Delhi", "India", "Embassy in India"),
    ("HONG KONG", "AMCONSUL HONG KONG", "Consulate Hong Kong", "China", "Consulate General in Hong Kong"),
)
TAGS = (
    "PFOR",
    "PINT",
    "EFIN",
    "ETRD",
    "PARM",
    "MARR",
    "SENV",
    "EAGR",
    "CVIS",
    "ENRG",
    "IT",
    "FR",
    "JA",
    "UK",
    "EC",
)
LEVELS = (("CONFIDENTIAL", "C O N F I D E N T I A L"), ("SECRET", "S E C R E T"), ("UNCLASSIFIED", "UNCLAS"))
SUBJECTS = (
    "HARBOR DREDGING AND THE SPRING BUDGET",
    "FERRY TALKS RESUME",
    "WHEAT SALES: A SECOND READING",
    "VISIT OF THE TRADE COMMISSIONER, MAY 3-5",
    "NEW ESTIMATE OF GRAIN STOCKS",
    "FISHERIES - THE NEXT ROUND",
)
SENTENCES = (
    "the port office wants more money for dredging and has said so in public.",
    "the chairman of the chamber told us that a second reading is likely before easter.",
    "the fund stood at 12 billion lire, of which one third is spent.",
    "he added that the treasury is not convinced, and that a new estimate is due in march.",
    "the ministry had no comment on reports that two of the five working groups have not met.",
    "we doubt that the estimate will settle anything.",
    "delegates from the eastern provinces asked for lower fees; the board refused.",
    "prices rose by 4.5 percent in the second quarter, less than the bank had feared.",
    "our contact called the plan too clever by half and predicted a veto.",
)
SIGNERS = ("VOLPETTI", "SMITHERS", "HARTWELL", "PENDERGAST", "LINDQVIST", "O'DONNELLY")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(kw_only=True)
class Truth:
    """What is right of one telegram, and the text that says it."""

    file: str
    text: str
    id: str
    date: str
    """``1975-01-23``, with the time where the layout has one."""
    sender: str
    level: str
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    subject: str | None = None
    paragraphs: tuple[int, ...] = ()
    words: list[str] = field(default_factory=list)
    """Of the message, signature and numbers left out."""


class Dice(random.Random):
    """A source of telegrams."""

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.random() < share

    def paragraphs(self, *, capitals: bool) -> list[str]:
        """Two to seven paragraphs of one to six sentences."""
        made = []
        for _ in range(self.randint(2, 7)):
            text = " ".join(
                sentence[0].upper() + sentence[1:] for sentence in self.sample(SENTENCES, self.randint(1, 6))
            )
            made.append(text.upper() if capitals else text)
        return made

    def when(self, first: int, last: int) -> datetime:
        """A minute of these years."""
        return datetime(first, 1, 1, tzinfo=UTC) + timedelta(
            minutes=self.randrange((last - first + 1) * 525_000)
        )


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many characters."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def words(text: str) -> list[str]:
    """Runs of letters and digits."""
    return re.findall(r"[^\W_]+", text.upper())


def short(year: int, post: str, serial: int) -> str:
    """The canonical number."""
    return f"{year % 100:02d}{post.replace(' ', '')}{serial}"


def references(dice: Dice, year: int, own: str) -> tuple[str, tuple[str, ...]]:
    """A REF line in one of the forms in which they are written, and the numbers it means.

    None is of the own post, whose higher numbers are of the year before.
    """
    count = dice.choice((0, 1, 1, 2, 3))
    made, ids = [], []
    for _ in range(count):
        post = dice.choice([row[0] for row in POSTS if row[0] != own] + ["STATE"][: own != "STATE"])
        serial, earlier = dice.randint(100, 29_999), dice.chance(0.4)
        of = year - 1 if earlier else year
        mark = dice.choice(
            (
                f"{of % 100:02d} {post} {serial}",
                f"{post} {serial} ({of % 100:02d})",
                f"{of} {post} {serial}",
                f"{post} {serial} '{of % 100:02d}",
            )
        )
        made.append(mark if earlier else f"{post} {serial:05d}" if dice.chance(0.3) else f"{post} {serial}")
        ids.append(short(of, post, serial))
    if not made:
        return "", ()
    if count == 1:
        return f"REF: {made[0]}", tuple(ids)
    label = dice.choice(("({}) ", "{}. ", "{}) "))
    join = dice.choice((", ", "; ", "  "))
    return "REF: " + join.join(label.format("ABC"[n]) + text for n, text in enumerate(made)), tuple(
        dict.fromkeys(ids)
    )


def message(paragraphs: list[str], width: int) -> list[str]:
    """Numbered paragraphs, wrapped."""
    lines: list[str] = []
    for number, text in enumerate(paragraphs, 1):
        lines += [*wrapped(f"{number}. {text}", width), ""]
    return lines


def paged(dice: Dice, body: list[str], banner: Callable[[int], list[str]], first: int) -> list[str]:
    """The lines with pages that end anywhere but between paragraphs' numbers."""
    lines, page, left = [], first, dice.randint(8, 30)
    for at, line in enumerate(body):
        following = body[at + 1] if at + 1 < len(body) else ""
        lines.append(line)
        left -= 1
        if left < 0 and line and following and not following[:1].isdigit():
            page += 1
            lines += banner(page)
            left = dice.randint(8, 30)
    return lines
