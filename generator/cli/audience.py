"""To whom a build speaks while it works and at its end: people, machines, or nobody."""

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from enum import Enum

import msgspec

from generator.cli.options import show_problems
from generator.cli.output import say, tell
from generator.cli.progress import in_lines, watched
from generator.model import Problem
from generator.pipeline import Report, Watch, unwatched


class Audience(Enum):
    """Who listens. Errors, and what stops a build, are said to everybody, on standard error."""

    PEOPLE = "people"
    MACHINES = "machines"
    """A JSON object a line on standard output: ``progress``, then ``problem`` and at the end ``done``."""
    NOBODY = "nobody"

    @classmethod
    def of(cls, *, quiet: bool, as_json: bool) -> "Audience":
        """Who listens, by the command line; ``--json`` is quiet towards people."""
        if as_json:
            return cls.MACHINES
        return cls.NOBODY if quiet else cls.PEOPLE

    def watched(self) -> AbstractContextManager[Watch]:
        """Hears how far the work is."""
        if self is Audience.PEOPLE:
            return watched()
        return nullcontext(in_lines(tell) if self is Audience.MACHINES else unwatched)

    def hears(self, line: str) -> None:
        """One line for people."""
        if self is Audience.PEOPLE:
            say(line)

    def hears_of(self, problems: Iterable[Problem]) -> None:
        """What publishers should know, a line each."""
        if self is Audience.PEOPLE:
            show_problems(problems)
        elif self is Audience.MACHINES:
            for problem in problems:
                tell(json.dumps({"event": "problem", **msgspec.to_builtins(problem)}, ensure_ascii=False))

    def hears_that_it_is_done(self, report: Report, place: str) -> None:
        """What came of a build, for machines: numbers alone, nobody's name.

        Args:
            report: What the build did.
            place: What it built.
        """
        if self is Audience.MACHINES:
            done = {
                "event": "done",
                "place": place,
                "unchanged": report.unchanged,
                **msgspec.to_builtins(report.counts),
                "warnings": len(report.warnings),
                "protected": len(report.protected.persons),
                "undecided": report.doubts,
                "from_store": {kind: tally.found for kind, tally in sorted(report.remembered.items())},
            }
            tell(json.dumps(done, ensure_ascii=False))
