"""What a build did, as the publisher is told it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model import Problem
from generator.people.protect import ProtectionReport
from generator.pipeline.collect import Collected
from generator.pipeline.versions import since_last_release
from generator.store import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the site shows."""

    cables: int
    people: int
    tags: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did."""

    counts: Counts
    lost: tuple[Problem, ...]
    """Files not read or left out, wrong options and decisions: a line each for people."""
    repaired: tuple[Problem, ...]
    """Warnings of single cables."""
    published: tuple[Problem, ...]
    """Warnings of MkDocs and of the search index."""
    protected: ProtectionReport
    """Who was protected; never published."""
    suspects: tuple[str, ...]
    """Lines on people who may be the ones whose name is redacted and marked; never published."""
    doubts: int
    """Cases of people that are undecided."""
    together: str | None = None
    """Why MkDocs had to render every page, in one process; None: it need not."""
    remembered: Mapping[str, Tally] = field(default_factory=dict)
    """By kind of work, how much came from the store and how much was done; empty where there is no store."""

    released: date | None = None
    """Day of the last release; None before the first."""
    since: Mapping[str, int] = field(default_factory=dict)
    """By what became of them, how many cables are otherwise than then; before the first release all."""
    unchanged: bool = False
    """Whether the site that stands was made of the very same, so that nothing was done."""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """All of them."""
        return (*self.lost, *self.repaired, *self.published)


def report_on(collected: Collected) -> Report:
    """What can be said once a corpus is gathered; nothing is published yet."""
    found = collected.catalogue
    return Report(
        counts=Counts(cables=len(found.entries), people=len(found.people), tags=len(found.by_tag)),
        lost=collected.lost,
        repaired=collected.repaired,
        published=(),
        protected=collected.protected,
        suspects=collected.suspects,
        doubts=len(collected.people.doubts),
        released=collected.history.last,
        since=Counter(change.what for change in since_last_release(collected)),
    )
