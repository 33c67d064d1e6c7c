"""The dialogue of ``cablepress people --ask``: one case after the other, a key and a written line each."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from generator.cli.output import say
from generator.people.appending import UnwritableError, with_decision
from generator.people.resolve import Doubt, Join, doubt_lines, join_lines, names_to_write

_DOUBT_KEYS: Final[Mapping[str, str]] = {
    "j": "join: they are one person",
    "p": "part: they are not",
    "r": "rename one",
    "h": "hide one: no page, no index",
    "s": "skip",
    "q": "quit",
}
_JOIN_KEYS: Final[Mapping[str, str]] = {"k": "keep", "p": "part", "q": "quit"}


@dataclass(slots=True)
class Desk:
    """Where answers come from, and the file that they are written to."""

    path: Path
    """people.yml; made with the first decision."""
    decided: int = 0

    def write(self, kind: str, entry: list[str] | str | dict[str, str]) -> None:
        """Put one decision into the file; where that cannot be done, say how it has to be written.

        Raises:
            OSError: The file cannot be read or written.
        """
        place = self.path.resolve()
        text = place.read_bytes().decode("utf-8") if place.exists() else ""
        try:
            new = with_decision(text, kind, entry, path=self.path.name)
        except UnwritableError as error:
            say(str(error))
            return
        beside = place.with_name(f".{place.name}.new")
        beside.write_bytes(new.encode("utf-8"))
        if place.exists():
            beside.chmod(place.stat().st_mode & 0o777)
        beside.replace(place)
        self.decided += 1
        say(f"   {self.path.name}: {kind}")


def ask(cases: Iterable[Doubt | Join], desk: Desk) -> None:
    """Ask about one case after the other: what the evidence leaves open, or what it brought together."""
    for number, case in enumerate(cases, start=1):
        lines = doubt_lines(number, case) if isinstance(case, Doubt) else join_lines(number, case)
        for line in lines:
            say(line)
        answer = _key(_DOUBT_KEYS if isinstance(case, Doubt) else _JOIN_KEYS)
        if answer == "q":
            return
        if isinstance(case, Doubt):
            _ANSWERS[answer](case, desk)
        elif answer == "p":
            desk.write("different", list(case.whos))


def _join(doubt: Doubt, desk: Desk) -> None:
    names = names_to_write(doubt)
    place = _which("Which of them is it?", doubt.names[1:]) if len(names) > 2 else 0  # noqa: PLR2004 - a choice
    if place is not None:
        desk.write("same", [names[0], names[1 + place]])


def _part(doubt: Doubt, desk: Desk) -> None:
    first, *others = names_to_write(doubt)
    for other in others:
        desk.write("different", [first, other])


def _rename(doubt: Doubt, desk: Desk) -> None:
    place = _which("Whose page is to be called differently?", doubt.names)
    if place is None:
        return
    name = _line("New name")
    if any(letter.isalpha() for letter in name):
        desk.write("rename", {names_to_write(doubt)[place]: name})


def _hide(doubt: Doubt, desk: Desk) -> None:
    place = _which("Who is to be hidden?", doubt.names)
    if place is not None:
        desk.write("hide", names_to_write(doubt)[place])


_ANSWERS: Final[Mapping[str, Callable[[Doubt, Desk], None]]] = {
    "j": _join,
    "p": _part,
    "r": _rename,
    "h": _hide,
    "s": lambda _doubt, _desk: None,
}


def _which(question: str, names: tuple[str, ...]) -> int | None:
    """The place of one of the names; None: none of them."""
    for number, name in enumerate(names, start=1):
        say(f"     {number}  {name}")
    answer = _line(f"{question} (a number; nothing: none)")
    return int(answer) - 1 if answer.isdecimal() and 0 < int(answer) <= len(names) else None


def _key(keys: Mapping[str, str]) -> str:
    """One of the keys, asked for until it is one; at the end of input the last, which ends the dialogue."""
    say("   " + "   ".join(f"[{key}] {what}" for key, what in keys.items()))
    while True:
        typed = click.getchar() if sys.stdin.isatty() else _read()
        if not typed:
            return list(keys)[-1]
        if typed[0].lower() in keys:
            return typed[0].lower()


def _line(question: str) -> str:
    say(f"   {question}:")
    return _read().strip()


def _read() -> str:
    """A line of input; nothing at its end."""
    return sys.stdin.readline()
