"""What was published when: the folder ``history/``, which a publisher keeps with the project.

``cablepress release`` adds a file for each release, named by its day, and never changes one: a line for each
cable that was added, changed, moved, withheld or removed since the release before; its first line has the
addresses of people and lists that are new. Beside it stands what the
cables said then, packed, so that two versions can be compared; without that file there is no comparison, and
nothing else is lost. Addresses that were published are known from here: whatever becomes of a cable, its
address leads on or says why it does not.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal

import msgspec

from generator.model import CablepressError, Problem

What = Literal["added", "changed", "moved", "withheld", "removed"]
UNREADABLE: Final = "history-unreadable"
_TEXTS: Final = ".texts.jsonl.gz"


class ReleaseError(CablepressError):
    """A release cannot be recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one cable."""

    what: What
    key: str
    """``Cable.key``."""
    page: str
    """Its address below the site, without a slash at the end: ``cables/2009/02/09ASTANA308``."""
    version: str = ""
    """Digest of what it says, from :func:`generator.settle.version_of`; empty where it is gone."""
    to: str | None = None
    """Key of the cable to which its address leads now, of one that was renumbered or merged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One publication of the collection."""

    day: date
    note: str = ""
    """What the editors say of it."""
    changes: tuple[Change, ...] = ()
    """By key."""
    pages: tuple[str, ...] = ()
    """Addresses of people and lists that no release before had, as those of cables: ``tags/PGOV``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is known of one cable from all releases."""

    first: date
    last: date
    """Day of the last release that added or changed it."""
    change: Change
    """What the last release says of it that says anything."""
    pages: tuple[str, ...]
    """Every address that it had, the present one last."""
    texts: tuple[date, ...]
    """Releases that have its text, in order."""

    @property
    def stands(self) -> bool:
        """Whether it was published with the last release."""
        return self.change.what in {"added", "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All releases."""

    releases: tuple[Release, ...] = ()
    """In order of time."""
    cables: Mapping[str, Publication] = field(default_factory=dict)
    """By key, sorted."""

    @property
    def last(self) -> date | None:
        """Day of the last release; None before the first."""
        return self.releases[-1].day if self.releases else None

    @property
    def pages(self) -> frozenset[str]:
        """Addresses of people and lists that some release had."""
        return frozenset(page for release in self.releases for page in release.pages)


NO_HISTORY: Final = History()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNow:
    """A cable as it is published now."""

    page: str
    version: str


class _Head(msgspec.Struct, frozen=True, omit_defaults=True):
    """First line of a release."""

    note: str
    pages: tuple[str, ...] = ()


class _Text(msgspec.Struct, frozen=True):
    """A line of the texts of a release."""

    key: str
    text: str


def read_history(folder: Path) -> tuple[History, tuple[Problem, ...]]:
    """Read all releases; where there is no folder there were none.

    Returns:
        What is known, and a problem for each line that cannot be read.
    """
    releases: list[Release] = []
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        try:
            releases.append(_release(file))
        except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors, too
            message = f"cannot be read: {error}"
            problems.append(Problem.of(UNREADABLE, message, path=f"{folder.name}/{file.name}"))
    return History(releases=tuple(releases), cables=_replayed(releases)), tuple(problems)


def _release(file: Path) -> Release:
    first, *lines = file.read_bytes().splitlines()
    head = msgspec.json.decode(first, type=_Head)
    return Release(
        day=date.fromisoformat(file.stem),
        note=head.note,
        pages=head.pages,
        changes=tuple(msgspec.json.decode(line, type=Change) for line in lines),
    )


def _replayed(releases: Iterable[Release]) -> dict[str, Publication]:
    known: dict[str, Publication] = {}
    for release in releases:
        for change in release.changes:
            known[change.key] = _after(known.get(change.key), change, release.day)
    return dict(sorted(known.items()))


def _after(before: Publication | None, change: Change, day: date) -> Publication:
    if before is None:
        return Publication(first=day, last=day, change=change, pages=(change.page,), texts=(day,))
    new = change.what in {"added", "changed"}
    pages = tuple(page for page in before.pages if page != change.page)
    return replace(
        before,
        last=day if new else before.last,
        change=change,
        pages=(*pages, change.page),
        texts=(*before.texts, day) if new else before.texts,
    )


def compare(
    history: History,
    now: Mapping[str, PublishedNow],
    withheld: Mapping[str, str],
    renumbered: Mapping[str, str],
) -> tuple[Change, ...]:
    """What has changed since the last release, by key.

    Args:
        history: All releases.
        now: By key, the cables that are published.
        withheld: By key, the pages of those that are withheld whole.
        renumbered: Former keys and present ones, as the editors say. A cable of which another has the very
            words under a new number is taken for renumbered as well.
    """
    before = history.cables
    changes = [
        Change(what=what, key=key, page=each.page, version=each.version)
        for key, each in now.items()
        if (what := _became(before.get(key), each))
    ]
    new = {change.version: change.key for change in changes if change.what == "added"}
    for key, publication in before.items():
        if key in now or publication.change.what == "moved":
            continue
        to = renumbered.get(key) or (new.get(publication.change.version) if publication.stands else None)
        if key in withheld:
            change = Change(what="withheld", key=key, page=withheld[key])
        elif to is not None and to in now:
            change = Change(what="moved", key=key, page=publication.change.page, to=to)
        else:
            change = Change(what="removed", key=key, page=publication.change.page)
        if change.what != publication.change.what:
            changes.append(change)
    return tuple(sorted(changes, key=lambda change: change.key))


def _became(before: Publication | None, now: PublishedNow) -> What | None:
    """What became of a cable that is published; None where it is as it was."""
    if before is None or not before.stands:
        return "added"
    same = (before.change.version, before.change.page) == (now.version, now.page)
    return None if same else "changed"


def with_changes(history: History, changes: Iterable[Change]) -> Mapping[str, Publication]:
    """What would be known if these changes were released, their day being that of the last release."""
    known = dict(history.cables)
    for change in changes:
        if history.last and change.key in known:
            known[change.key] = _after(known[change.key], change, history.last)
    return known


def write_release(folder: Path, release: Release, texts: Iterable[tuple[str, str]]) -> Path:
    """Record a release.

    Args:
        folder: The history; made if need be.
        release: With its changes.
        texts: Keys and what the cables say, of those added or changed.

    Returns:
        The file.

    Raises:
        ReleaseError: There is a release of that day or a later one.
        OSError: It cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    later = [file.stem for file in folder.glob("*.jsonl") if file.stem >= release.day.isoformat()]
    if later:
        message = f"{folder}: has a release of {max(later)}; a new one takes a later day (--date)"
        raise ReleaseError(message)
    target = folder / f"{release.day.isoformat()}.jsonl"
    lines = [
        msgspec.json.encode(_Head(release.note, release.pages)),
        *map(msgspec.json.encode, release.changes),
    ]
    with (
        (folder / f"{release.day.isoformat()}{_TEXTS}").open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,  # same input, same bytes
    ):
        for key, text in texts:
            packed.write(msgspec.json.encode(_Text(key, text)) + b"\n")
    target.write_bytes(b"\n".join(lines) + b"\n")
    return target


def texts_of(folder: Path, day: date, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What cables said in a release: keys and texts, as far as it has them; none where its file is lost."""
    wanted = frozenset(keys)
    file = folder / f"{day.isoformat()}{_TEXTS}"
    if not wanted or not file.is_file():
        return
    try:
        with gzip.open(file) as lines:
            for line in lines:
                said = msgspec.json.decode(line, type=_Text)
                if said.key in wanted:
                    yield said.key, said.text
    except (OSError, EOFError, ValueError):
        return


def as_json(release: Release, part: tuple[Change, ...]) -> bytes:
    """A release for machines, with a part of its changes."""
    value = {
        "date": release.day.isoformat(),
        "note": release.note,
        "changes": [msgspec.to_builtins(change) for change in part],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
