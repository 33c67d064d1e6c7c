"""Contexts and cables for tests of the people stage, written as short lines of text."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import cast

from slugify import slugify

from generator.model import CableContext, PersonFound, Place

CABLE = re.compile(r"(?P<key>\S+) (?P<date>\d{4}-\d\d-\d\d|-) (?P<country>.+)")
PERSON = re.compile(
    r"  (?P<name>[^(=@]+?)(?: \((?P<roles>[^)]*)\))?(?: = (?P<mentions>[^@]+?))?(?: @(?P<where>\w+))?$"
)


def found(
    name: str, *, roles: tuple[str, ...] = (), mentions: tuple[str, ...] = (), where: Place = "body"
) -> PersonFound:
    """A person as the finder gives it."""
    return PersonFound(name=name, slug=slugify(name), mentions=(name, *mentions), roles=roles, where=(where,))


def contexts_of(text: str) -> list[CableContext]:
    """Contexts from the lines of a golden case: a cable's line, then its people's, indented."""
    cables = re.split(r"\n(?=\S)", text.strip("\n"))
    return [_context(*cable.split("\n")) for cable in cables]


def _context(head: str, *people: str) -> CableContext:
    key, day, country = _match(CABLE, head)
    post = re.sub(r"^\d\d|\d+$", "", key).title()
    return CableContext(
        key=key,
        date=None if day == "-" else datetime.fromisoformat(day).replace(tzinfo=UTC),
        post=post,
        country=None if country == "-" else country,
        tags=("PGOV",),
        people=tuple(map(_person, people)),
    )


def _person(line: str) -> PersonFound:
    name, roles, mentions, where = _match(PERSON, line)
    return found(
        name,
        roles=tuple(_split(roles, ";")),
        mentions=tuple(_split(mentions, ",")),
        where=cast("Place", where or "body"),
    )


def _match(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    hit = pattern.fullmatch(line)
    if not hit:
        message = f"cannot read the golden line {line!r}"
        raise ValueError(message)
    return hit.groups(default="")


def _split(text: str, by: str) -> Iterator[str]:
    return (part.strip() for part in text.split(by) if part.strip())
