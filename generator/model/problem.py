"""What went wrong: a value that people can read and machines can count, and what is raised for people."""

from dataclasses import dataclass
from typing import Self

from generator.model.codes import CODES


class CablepressError(Exception):
    """The work, or a part of it, cannot be done for a reason that people can mend.

    The message is one line: what is wrong, and what to do. What derives from it is told and not traced; any
    other exception is a fault of the program.
    """


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing that needs a publisher's attention; the rest of the work goes on."""

    path: str
    """File it concerns, relative to the corpus (or the configuration file), POSIX separators."""
    line: int | None
    """Line in that file, from 1; None where the problem is the file as a whole."""
    code: str
    """Stable kebab-case name of the class of problem, e.g. ``date-unreadable``; counted in reports.

    What it means stands in :data:`generator.model.CODES`.
    """
    message: str
    """What is wrong, in one line."""
    hint: str
    """What to do about it, in one line; empty where nothing needs doing."""

    @classmethod
    def of(
        cls, code: str, message: str, *, path: str, line: int | None = None, hint: str | None = None
    ) -> Self:
        """A problem whose message is one line, whatever it quotes.

        Args:
            code: From :data:`generator.model.CODES`; a record read back may hold any other.
            message: What is wrong.
            path: As the field.
            line: As the field.
            hint: What to do about it; None: what the table says.
        """
        if hint is None:
            hint = CODES[code].remedy if code in CODES else ""
        return cls(path=path, line=line, code=code, message=" ".join(message.split()), hint=hint)

    @property
    def where(self) -> str:
        """``2009/a.txt:14``, on one line."""
        return _one_line(self.path if self.line is None else f"{self.path}:{self.line}")

    @property
    def shown(self) -> str:
        """The message on one line that steers no terminal."""
        return _one_line(self.message)

    @property
    def told(self) -> str:
        """``2009/a.txt:14: "31 FEB 75" is no date``: where its code and remedy are said beside it."""
        return f"{self.where}: {self.shown}"

    def __str__(self) -> str:
        """``2009/a.txt:14: date-unreadable: "31 FEB 75" is no date; correct the date-time group``."""
        tail = f"; {self.hint}" if self.hint else ""
        return _one_line(f"{self.where}: {self.code}: {self.message}{tail}")


def _one_line(text: str) -> str:
    r"""The text on one line, what cannot be printed as an escape (``\x1b``).

    A message quotes cables and files that anyone may have written: nothing of them steers a terminal.
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def counted(number: int, noun: str) -> str:
    """``1 cable``, ``1,669 cables``, ``2 people``, ``3 entries``: for messages to publishers, in English."""
    if number == 1:
        return f"1 {noun}"
    plural = {"person": "people", "country": "countries", "entry": "entries"}.get(noun, f"{noun}s")
    return f"{number:,} {plural}"
