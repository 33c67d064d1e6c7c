"""Names that the text asks to protect, over the whole corpus.

Whoever one cable marks (protect) is protected wherever the corpus names them. By default (``hide``) they
get no page, no index entry and no search facet; ``mask`` also takes the name out of every text that is
published; ``show`` treats them like anybody else. A publisher's own list of names is masked whatever the
policy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal

from generator.model import Cable, Person, PersonFound
from generator.people.masking import Target, mask_cable, same_bearers, scrubbed
from generator.people.resolve.model import Doubt, People
from generator.people.resolve.names import name_form
from generator.people.resolve.roles import office

Policy = Literal["hide", "mask", "show"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Whom to withhold and whom to mask; made once for a corpus by :func:`protect`."""

    policy: Policy = "hide"
    withheld: frozenset[str] = frozenset()
    """Slugs that get no page, no index entry, no facet: protected, masked or hidden by people.yml."""
    masked: frozenset[str] = frozenset()
    """Slugs whose names are taken out of every text."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each masked slug every spelling of several words that the corpus uses."""
    names: tuple[str, ...] = ()
    """The publisher's own list: taken out wherever they stand, also where no person was found."""


def protected_persons(
    people: People, *, policy: Policy = "hide", mask: Iterable[str] = ()
) -> tuple[Person, ...]:
    """Everyone who is to have no page, index entry or search facet, in order of slug."""
    withheld = protect(people, policy=policy, mask=mask).withheld
    return tuple(person for person in people.persons if person.slug in withheld)


def protect(people: People, *, policy: Policy = "hide", mask: Iterable[str] = ()) -> Protection:
    """Decide for the whole corpus.

    Args:
        people: Everyone, resolved.
        policy: What is done for those whom the text marks.
        mask: Further names to take out.
    """
    names = tuple(dict.fromkeys(mask))
    marked = frozenset(person.slug for person in people.persons if person.protected and policy != "show")
    listed = _listed(people, names)
    masked = listed | (marked if policy == "mask" else frozenset())
    return Protection(
        policy=policy,
        withheld=marked | listed | people.hidden,
        masked=masked,
        spellings={
            person.slug: tuple(each for each in (person.name, *person.variants) if not name_form(each).alone)
            for person in people.persons
            if person.slug in masked
        },
        names=names,
    )


def _listed(people: People, names: Iterable[str]) -> frozenset[str]:
    """Persons who bear one of these names, as their name or as a spelling of several words."""
    wanted = {name_form(name).text for name in names}
    return frozenset(
        person.slug
        for person in people.persons
        if name_form(person.name).text in wanted
        or any(name_form(each).text in wanted for each in person.variants if not name_form(each).alone)
    )


def shown_slugs(cable: Cable, people: People, protection: Protection) -> tuple[str | None, ...]:
    """For each of ``cable.people``, in order, the slug over the corpus; None for those to be withheld."""
    slugs = [people.slugs.get((cable.key, index)) for index in range(len(cable.people))]
    withheld = [index for index, slug in enumerate(slugs) if slug in protection.withheld]
    hidden = same_bearers(cable.people, withheld)
    return tuple(None if index in hidden else slug for index, slug in enumerate(slugs))


def shown_persons(people: People, protection: Protection) -> tuple[Person, ...]:
    """Everyone who may have a page, in order of slug, with nothing about them that names who may not.

    Masked names are taken out of roles and variants, withheld ones out of notes.
    """
    shown = (person for person in people.persons if person.slug not in protection.withheld)
    if not protection.withheld and not protection.names:
        return tuple(shown)
    withheld = tuple(person.name for person in people.persons if person.slug in protection.withheld)
    masked = tuple(sorted({*protection.names, *chain.from_iterable(protection.spellings.values())}))
    return tuple(_discreet(person, withheld, masked) for person in shown)


def _discreet(person: Person, withheld: tuple[str, ...], masked: tuple[str, ...]) -> Person:
    note = person.note
    if note and any(name in note for name in withheld):
        note = "Kept apart: where the name stands alone it fits several people."
    if not masked:
        return replace(person, note=note)
    return replace(
        person,
        note=note,
        variants=tuple(dict.fromkeys(scrubbed(each, masked) for each in person.variants)),
        appearances=tuple(
            replace(
                each,
                found=replace(each.found, roles=tuple(scrubbed(role, masked) for role in each.found.roles)),
            )
            for each in person.appearances
        ),
    )


def masked(cable: Cable, people: People, protection: Protection) -> Cable:
    """The cable as it may be published: unchanged where nobody named in it is to be masked."""
    indexes = frozenset(
        index
        for index in range(len(cable.people))
        if people.slugs.get((cable.key, index)) in protection.masked
    )
    names = [each for index in indexes for each in protection.spellings[people.slugs[cable.key, index]]]
    if protection.policy == "mask":
        names += cable.protected
    return mask_cable(cable, Target(people=indexes, names=tuple(sorted({*names, *protection.names}))))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedName:
    """One protected person, for the report."""

    name: str
    slug: str
    why: str
    """``marked``, ``listed`` or ``hidden``."""
    marked_in: tuple[str, ...]
    """Cables that mark the name."""
    named_in: tuple[str, ...]
    """All cables that name the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionReport:
    """What was protected; names sources at risk, so it is never published."""

    policy: Policy
    persons: tuple[ProtectedName, ...]
    """In order of slug."""
    unmatched: tuple[str, ...]
    """Names of the publisher's list that no person bears; they are masked as text all the same."""
    perhaps: tuple[Doubt, ...] = ()
    """Open cases between a protected person and one that is shown: perhaps the same."""


def report(people: People, protection: Protection) -> ProtectionReport:
    """Count and name what was protected."""
    listed = _listed(people, protection.names)
    persons = tuple(
        _reported(person, "listed" if person.slug in listed else "hidden")
        for person in people.persons
        if person.protected or person.slug in protection.withheld
    )
    borne = {name_form(each).text for p in people.persons for each in (p.name, *p.variants)}
    return ProtectionReport(
        policy=protection.policy,
        persons=persons,
        unmatched=tuple(name for name in protection.names if name_form(name).text not in borne),
        perhaps=tuple(doubt for doubt in people.doubts if _half_protected(doubt, protection)),
    )


def _half_protected(doubt: Doubt, protection: Protection) -> bool:
    return 0 < sum(slug in protection.withheld for slug in doubt.slugs) < len(doubt.slugs)


def _reported(person: Person, otherwise: str) -> ProtectedName:
    marked = tuple(dict.fromkeys(a.cable for a in person.appearances if a.found.protected))
    return ProtectedName(
        name=person.name,
        slug=person.slug,
        why="marked" if marked else otherwise,
        marked_in=marked,
        named_in=tuple(dict.fromkeys(a.cable for a in person.appearances)),
    )


def render_report(found: ProtectionReport, suspects: Iterable[str] = ()) -> Iterator[str]:
    """The report as lines of plain text, without newlines.

    Args:
        found: From :func:`report`.
        suspects: Lines of :func:`suspects` over all cables.
    """
    done = {
        "hide": "no page, index entry or search facet; the text is unchanged",
        "mask": "no page; the name replaced everywhere",
        "show": "nothing: protect is set to show",
    }
    yield "Protected people. This file names sources at risk: do not publish it."
    yield f"protect: {found.policy} ({done[found.policy]})"
    yield f"{len(found.persons)} people protected"
    for person in found.persons:
        yield f"{person.name} [{person.slug}] {person.why}; named in {', '.join(person.named_in)}"
        if person.marked_in:
            yield f"    marked in {', '.join(person.marked_in)}"
    for name in found.unmatched:
        yield f"{name}: on the list to mask, but nobody found bears it; masked as text"
    for doubt in found.perhaps:
        yield f"perhaps one person, only partly protected: {' / '.join(doubt.names)}; settle it in people.yml"
    yield from suspects


_MARKED_REDACTION = re.compile(
    r"x{5,}[\"'\u201d\u2019]?,?\s*[(\[][^()]{0,20}protect[^()]{0,20}[)\]],?(.{0,120})",
    re.IGNORECASE | re.DOTALL,
)
"""``XXXXXXXXXXXX (strictly protect), Executive Director of ...``: the name is gone, the mark and office
stand."""


def suspects(cable: Cable) -> Iterator[str]:
    """People of a cable who may be the one whose name is redacted where it is marked (protect).

    Somebody whose office is that behind the mark, or who is called by a surname alone, for the first time,
    behind the mark in the same paragraph. Nothing is done by itself: relatives and interlocutors look the
    same; the publisher reads and adds the name to ``mask``.
    """
    for number, block in enumerate(cable.blocks):
        for found in _MARKED_REDACTION.finditer(block.text):
            behind = office(found[1].split(";")[0])
            for person in cable.people:
                if _may_be(person, behind, number, found.start()):
                    where = f"{cable.key}, paragraph {block.number or '-'}"
                    yield f"{where}: a redacted name is marked (protect); is it {person.name}? Then mask it."


def _may_be(person: PersonFound, behind: frozenset[str], block: int, at: int) -> bool:
    offices = [office(role) for role in person.roles]
    if any(len(words) > 1 and words <= behind for words in offices):
        return True
    first = min(person.spans, default=None)
    alone = name_form(person.name).alone and not offices
    return alone and first is not None and first.block == block and first.start > at
