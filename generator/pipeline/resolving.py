"""People resolved over all cables, or taken from the store where no cable names anybody otherwise."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.model import Appearance, CableContext, Person, Problem
from generator.people.decisions import Decisions
from generator.people.resolve import Doubt, People, resolve
from generator.pipeline.memory import Memory
from generator.store import pack, restored, squeezed, unpack


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
        problems=people.problems,
    )


def _appearance(context: CableContext, index: int) -> Appearance:
    return Appearance(cable=context.key, index=index, date=context.date, found=context.people[index])
