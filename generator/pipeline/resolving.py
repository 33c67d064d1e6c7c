"""People resolved and protected, or taken from the store where no cable names anybody otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from generator.model import Appearance, CableContext, Person, Problem
from generator.names import NameSearch, Words
from generator.people.decisions import Decisions
from generator.people.masking import CorpusNames
from generator.people.protect import Protection, protect
from generator.people.resolve import Doubt, Join, People, resolve
from generator.pipeline.memory import Memory
from generator.settings import Treatment
from generator.store import Key, pack, restored, squeezed, unpack


class _Person(NamedTuple):
    """A person without what the cables say already."""

    slug: str
    name: str
    variants: tuple[str, ...]
    named: tuple[tuple[int, int], ...]
    """Cables by their place in order of key, and which of their people it is."""
    protected: bool
    note: str | None


class _People(NamedTuple):
    """People, in the same way."""

    persons: tuple[_Person, ...]
    aliases: dict[str, str]
    hidden: frozenset[str]
    doubts: tuple[Doubt, ...]
    joins: tuple[Join, ...]
    problems: tuple[Problem, ...]


def resolved(contexts: Sequence[CableContext], decisions: Decisions, memory: Memory) -> People:
    """Everyone named in the corpus.

    Args:
        contexts: In order of key, each key once.
        decisions: What people.yml says.
        memory: What earlier builds resolved.
    """
    key = memory.people_key(contexts, decisions)
    if key is None:
        return resolve(contexts, decisions)
    if packed := memory.store.find([key]).get(key):
        try:
            people = _with_cables(unpack(restored(packed), _People), contexts)
        except (msgspec.MsgspecError, LookupError):  # not written by us
            people = resolve(contexts, decisions)
        memory.store.count("people resolved", found=len(people.persons))
        return people
    people = resolve(contexts, decisions)
    memory.store.count("people resolved", made=len(people.persons))
    if packed := pack(_without_cables(people, contexts)):
        memory.store.keep(key, squeezed(packed))
    return people


def _without_cables(people: People, contexts: Sequence[CableContext]) -> _People:
    place = {context.key: number for number, context in enumerate(contexts)}
    return _People(
        persons=tuple(
            _Person(
                person.slug,
                person.name,
                person.variants,
                tuple((place[seen.cable], seen.index) for seen in person.appearances),
                person.protected,
                person.note,
            )
            for person in people.persons
        ),
        aliases=dict(people.aliases),
        hidden=people.hidden,
        doubts=people.doubts,
        joins=people.joins,
        problems=people.problems,
    )


def _with_cables(people: _People, contexts: Sequence[CableContext]) -> People:
    persons = tuple(
        Person(
            slug=person.slug,
            name=person.name,
            variants=person.variants,
            appearances=tuple(_appearance(contexts[cable], index) for cable, index in person.named),
            protected=person.protected,
            note=person.note,
        )
        for person in people.persons
    )
    return People(
        persons=persons,
        slugs={(seen.cable, seen.index): person.slug for person in persons for seen in person.appearances},
        aliases=people.aliases,
        hidden=people.hidden,
        doubts=people.doubts,
        joins=people.joins,
        problems=people.problems,
    )


def _appearance(context: CableContext, index: int) -> Appearance:
    return Appearance(cable=context.key, index=index, date=context.date, found=context.people[index])


@dataclass(frozen=True, slots=True)
class _Protection:
    """A protection, its names as such."""

    withheld: frozenset[str]
    masked: frozenset[str]
    text: tuple[tuple[Words, ...], tuple[Words, ...]]
    index: tuple[tuple[Words, ...], tuple[Words, ...]]


def protected(  # noqa: PLR0913 - what decides it, and what is known
    people: People,
    *,
    treatment: Treatment,
    mask: tuple[str, ...],
    meant: tuple[str, ...],
    memory: Memory,
    key: Key | None,
) -> Protection:
    """Whom to withhold and whom to mask, as :func:`generator.people.protect.protect` decides.

    Args:
        people: Everyone, resolved.
        treatment: What is done with those whom the text marks.
        mask: Further names to take out.
        meant: Names that the publisher gave for marks that could not be read.
        memory: What earlier builds decided.
        key: Of the people.
    """
    key = memory.protection_key(key, treatment, mask, meant)
    if key and (packed := memory.store.find([key]).get(key)):
        known = unpack(packed, _Protection)
        return Protection(
            policy=treatment,
            withheld=known.withheld,
            masked=known.masked,
            text=_names(known.text),
            index=_names(known.index),
            names=tuple(dict.fromkeys(mask)),
        )
    protection = protect(people, policy=treatment, mask=mask, meant=meant)
    text, index = protection.text, protection.index
    packed = pack(
        _Protection(
            protection.withheld,
            protection.masked,
            (text.full.names, text.surnames.names),
            (index.full.names, index.surnames.names),
        )
    )
    if key and packed:
        memory.store.keep(key, packed)
    return protection


def _names(names: tuple[tuple[Words, ...], tuple[Words, ...]]) -> CorpusNames:
    full, surnames = names
    return CorpusNames(full=NameSearch(full), surnames=NameSearch(surnames))
