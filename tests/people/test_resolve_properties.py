"""What holds of every corpus: nothing is lost, order does not matter, addresses stay."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import CableContext, PersonFound
from generator.names.folding import plain
from generator.names.forms import name_form
from generator.names.relation import Relation, relate
from generator.names.transliteration import folded, same_sound
from generator.people.resolve import People, resolve
from support.people import contexts_of, found

WORDS = (
    "Askar",
    "Beatriz",
    "Larralde",
    "Quesada",
    "al-Qadhafan",
    "Gaddafan",
    "Ali",
    "J.",
    "de la",
    "X",
    "Núñez",
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
PEOPLE = st.builds(
    found,
    NAMES,
    roles=st.lists(st.sampled_from(("President", "FM", "lawyer")), max_size=2).map(tuple),
    where=st.sampled_from(("body", "signature", "classified_by")),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[CableContext]:
    people = draw(st.lists(st.lists(PEOPLE, max_size=4), min_size=1, max_size=8))
    bases = contexts_of("09LIMA90000 2009-02-01 Peru\n06BERN90000 2006-02-01 Switzerland\n08X90000 - -")
    return [
        replace(bases[draw(st.integers(0, 2))], key=f"09LIMA{91000 + number}", people=tuple(each))
        for number, each in enumerate(people)
    ]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(corpora())
def test_everyone_found_is_on_exactly_one_page(contexts: list[CableContext]) -> None:
    people = resolve(contexts)
    named = {(context.key, index) for context in contexts for index in range(len(context.people))}
    appearing = [(a.cable, a.index) for person in people.persons for a in person.appearances]
    assert sorted(appearing) == sorted(named)
    assert {key: people.slugs[key] for key in named} == dict(people.slugs)
    assert len({person.slug for person in people.persons}) == len(people.persons)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_cables_does_not_matter(contexts: list[CableContext], random: object) -> None:
    shuffled = list(contexts)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis' own Random
    assert resolve(shuffled) == resolve(contexts)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(NAMES, NAMES)
def test_how_names_relate_is_symmetric_and_reflexive(one: str, other: str) -> None:
    a, b = name_form(one), name_form(other)
    assert relate(a, b) is relate(b, a)
    assert relate(a, a) is Relation.EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yevgeniy", "Yevgeny"),
        ("Kaleyeva", "Kaleeva"),
        ("Abdelaziz", "Abdulaziz"),
        ("Khalid", "Halid"),
        ("Dmitriy", "Dmitri"),
        ("Hussein", "Husein"),
        ("Mahmoud", "Mahmud"),
        ("Yar'Adua", "YarAdua"),
    ],
)
def test_habits_of_transliteration_fold_to_one_form(one: str, other: str) -> None:
    assert folded(plain(one)) == folded(plain(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Qadhafi", "Gaddafi"), ("Kadafi", "Gadhafi"), ("Mohammed", "Muhammad"), ("Omar", "Umar")],
)
def test_other_transliterations_sound_alike(one: str, other: str) -> None:
    assert same_sound(plain(one), plain(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan", "Hussein"), ("Mahmoud", "Mohammed"), ("Nazarbayev", "Nazarbayeva"), ("Ahmed", "Hamid")],
)
def test_other_names_do_not_sound_alike(one: str, other: str) -> None:
    assert not same_sound(plain(one), plain(other))


GROWING = """
06LIMA90001 2006-02-01 Peru
  Beatriz Larralde (mayor) = Larralde
  Konrad Aebischer
08BERN90002 2008-02-01 Switzerland
  Ursula Thorvaldsen (President) = Thorvaldsen
"""


@pytest.mark.parametrize(
    "added",
    [
        "09BERN90003 2009-01-01 Switzerland\n  Beatriz Larralde (singer)\n  Beatriz Quesada Larralde",
        "09MANAMA90003 2009-01-01 Bahrain\n  Konrad Aebischer Quesada\n  K. Aebischer",
        "09LIMA90003 2009-01-01 Peru\n  Larralde\n  Aebischer (lawyer)\n  Thorvaldsen",
    ],
)
def test_a_cable_added_later_changes_no_address(added: str) -> None:
    before = resolve(contexts_of(GROWING))
    after = resolve(contexts_of(f"{GROWING}{added}"))
    assert {key: after.slugs[key] for key in before.slugs} == dict(before.slugs)


def test_an_address_of_an_earlier_spelling_leads_to_the_page() -> None:
    """Where later cables make another spelling the usual one, the old address is an alias."""
    one = "06LIMA90001 2006-02-01 Peru\n  Yevgeny Larralde"
    more = "\n07LIMA9000{0} 2007-02-01 Peru\n  Yevgeniy Larralde"
    people = resolve(contexts_of(one + more.format(2) + more.format(3)))
    assert [person.slug for person in people.persons] == ["yevgeniy-larralde"]
    assert people.aliases == {"yevgeny-larralde": "yevgeniy-larralde"}


def test_a_cable_twice_counts_once() -> None:
    contexts = contexts_of(GROWING)
    assert resolve([*contexts, *contexts]) == resolve(contexts)


def test_an_empty_corpus_has_nobody() -> None:
    assert resolve([]) == People()


def test_a_name_without_letters_keeps_its_place() -> None:
    context = replace(contexts_of(GROWING)[0], people=(PersonFound(name="...", slug="", mentions=()),))
    assert [person.slug for person in resolve([context]).persons] == ["person-peru"]
