"""Protection over the corpus: who is withheld where, and that no text of a masked cable gives the name."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.model import (
    Block,
    Cable,
    CableWarning,
    PersonFound,
    Provenance,
    Reference,
    Span,
    Stated,
    dump_cable,
)
from generator.people.protect import (
    masked,
    protect,
    report,
    shown_persons,
    shown_slugs,
    suspects,
)
from generator.people.resolve import People, context_of, resolve
from generator.settings import Treatment
from support.people import found

IGOR = replace(found("Igor Brandtner", roles=("banker",), mentions=("Brandtner",)), protected=True)


def cable(number: int, *people: PersonFound, text: str = "", **fields: object) -> Cable:
    base = Cable(
        id=f"09BERN9000{number}",
        subject=None,
        date=datetime(2009, 3, number, tzinfo=UTC),
        classification=None,
        post="Bern",
        country="Switzerland",
        blocks=(Block(kind="paragraph", number=1, text=text),),
        people=people,
        source=Provenance(path=f"{number}.txt", layout="plusd", sha256="0", original=text),
    )
    return replace(base, **fields)  # type: ignore[arg-type] # the test names the fields


MARKED = cable(1, IGOR, text="Igor Brandtner (protect) said so.", protected=("Igor Brandtner",))
ELSEWHERE = cable(
    2, found("Igor Brandtner", mentions=("Brandtner",)), text="Igor Brandtner came. Brandtner left."
)
SURNAME = cable(3, found("Brandtner", roles=("banker",)), text="The banker Brandtner told us.")
SISTER = cable(4, found("Maria Brandtner", roles=("sister of Igor Brandtner",)), text="Maria Brandtner wept.")
CORPUS = (MARKED, ELSEWHERE, SURNAME, SISTER)


def people_of(*cables: Cable) -> People:
    return resolve(context_of(each) for each in cables)


def test_whom_one_cable_marks_every_cable_hides() -> None:
    people = people_of(*CORPUS)
    hidden = protect(people)
    assert [shown_slugs(each, people, hidden) for each in CORPUS] == [
        (None,),
        (None,),
        (None,),
        ("maria-brandtner",),
    ]
    assert hidden.withheld == {"igor-brandtner"}


def test_show_hides_nobody() -> None:
    people = people_of(*CORPUS)
    assert protect(people, policy="show").withheld == frozenset()


@pytest.mark.parametrize("policy", ["hide", "show"])
def test_only_mask_changes_text(policy: Treatment) -> None:
    people = people_of(*CORPUS)
    assert [masked(each, people, protect(people, policy=policy)) for each in CORPUS] == list(CORPUS)


def test_mask_takes_the_name_out_of_every_cable_but_leaves_the_sister() -> None:
    people = people_of(*CORPUS)
    texts = [masked(each, people, protect(people, policy="mask")).source.original for each in CORPUS]
    assert texts == [
        "XXXXXXXXXXXX (protect) said so.",
        "XXXXXXXXXXXX came. XXXXXXXXXXXX left.",
        "The banker XXXXXXXXXXXX told us.",
        "Maria Brandtner wept.",
    ]


def test_no_field_of_a_masked_cable_gives_the_name() -> None:
    everywhere = cable(
        5,
        replace(IGOR, spans=(Span(block=-1, start=0, end=14),)),
        text="1. (C) BRANDTNER spoke to Igor Brandt-\nner.",
        subject="IGOR BRANDTNER SPEAKS",
        attention=("FOR I. BRANDTNER",),
        classified_by="Igor Brandtner",
        signed_by="BRANDTNER",
        tag_people=("BRANDTNER, IGOR",),
        references=(Reference(label="A", text="IGOR BRANDTNER E-MAIL", id=None),),
        protected=("Igor Brandtner",),
        warnings=(CableWarning(code="x", message="no date before Brandtner", line=1),),
        stated=Stated(subject="Brandtner speaks", references=("Brandtner",), tags=("OVIP (BRANDTNER)",)),
    )
    people = people_of(everywhere)
    record = dump_cable(masked(everywhere, people, protect(people, policy="mask"))).decode()
    assert "brandt" not in record.casefold()


def test_names_of_the_list_are_masked_whatever_the_policy() -> None:
    people = people_of(*CORPUS)
    listed = protect(people, policy="show", mask=("Maria Brandtner", "Nobody Known"))
    assert masked(SISTER, people, listed).blocks[0].text == "XXXXXXXXXXXX wept."
    assert shown_slugs(SISTER, people, listed) == (None,)
    assert report(people, listed).unmatched == ("Nobody Known",)


@pytest.mark.parametrize("name", ["Maria", "Brandtner", "MARIA"])
def test_a_word_of_the_list_takes_with_it_whoever_bears_it(name: str) -> None:
    """Half of the name would stand in lists and addresses, which the gate refuses."""
    people = people_of(*CORPUS)
    listed = protect(people, policy="show", mask=(name,))
    assert shown_slugs(SISTER, people, listed) == (None,)
    assert masked(SISTER, people, listed).blocks[0].text == "XXXXXXXXXXXX wept."
    assert report(people, listed).unmatched == ()


def test_pages_of_others_do_not_name_the_masked() -> None:
    people = people_of(*CORPUS)
    (sister,) = shown_persons(people, protect(people, policy="mask"))
    assert sister.appearances[0].found.roles == ("sister of XXXXXXXXXXXX",)


def test_a_surname_left_apart_beside_the_marked_name_is_hidden_with_it() -> None:
    both = cable(6, IGOR, found("Brandtner"), text="Igor Brandtner (protect) came. Brandtner left.")
    people = people_of(both)
    assert shown_slugs(both, people, protect(people)) == (None, None)


def test_the_report_names_who_was_protected_and_where() -> None:
    people = people_of(*CORPUS)
    (igor,) = report(people, protect(people)).persons
    assert (igor.name, igor.why) == ("Igor Brandtner", "marked")
    assert igor.named_in == ("09BERN90001", "09BERN90002", "09BERN90003")


def test_an_open_name_with_the_office_of_a_marked_redaction_is_suspected() -> None:
    text = "XXXXXXXXXXXX (strictly protect), Executive Director of the Alpine Union, told us so."
    director = found("Igor Brandtner", roles=("Executive Director of the Alpine Union",))
    assert list(suspects(cable(7, director, text=text))) == [
        "09BERN90007, paragraph 1: a redacted name is marked (protect); is it Igor Brandtner? Then mask it."
    ]
    assert not list(suspects(cable(8, found("Maria Brandtner", roles=("sister",)), text=text)))
