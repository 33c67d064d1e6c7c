"""What is published of one cable."""

from dataclasses import replace

import pytest

from generator.model import Block
from generator.settle import (
    Naming,
    anchors,
    dump_namings,
    dump_published,
    load_namings,
    load_published,
    published,
)
from support.record import citing, entry, named, record, settled

LONG = "word " * 200


def test_numbered_paragraphs_have_anchors_that_nothing_else_moves() -> None:
    blocks = [
        Block(kind="heading", text="SUMMARY"),
        Block(kind="paragraph", number=1, text="a"),
        Block(kind="paragraph", text="b"),
        Block(kind="paragraph", number=1, text="c"),
        Block(kind="table", text="d"),
    ]
    assert anchors(blocks) == ("sec-1", "para-1", "block-1", "para-1-2", "block-2")


def test_a_citation_is_kept_with_the_sentence_that_makes_it() -> None:
    cable = record(None, "First things first. As we said in ref A, the budget is late. So it goes.")
    cited = entry(citing(cable, "ref A", "08ASTANA90002")).cites
    assert [(each.id, each.text) for each in cited] == [("08ASTANA90002", "ref A")]
    (passage,) = cited[0].passages
    assert (passage.anchor, passage.paragraph) == ("para-1", 1)
    assert passage.quote == "As we said in ref A, the budget is late."


def test_a_cable_does_not_cite_itself() -> None:
    cable = citing(record("09ASTANA90001", "See 09 ASTANA 90001."), "09 ASTANA 90001", "09ASTANA90001")
    assert entry(cable).cites == ()


def test_people_without_a_slug_are_in_nothing_that_is_published() -> None:
    cable = named(
        record("09ASTANA90001", "Askar Omirbek met Dinara Brandt."), "Askar Omirbek", "askar-omirbek"
    )
    cable = named(cable, "Dinara Brandt", "dinara-brandt", protected=True)
    value = settled(replace(cable, protected=("Dinara Brandt",)))
    assert value.entry.people == tuple(value.namings) == ("askar-omirbek",)
    assert [person.name for person in value.cable.people] == ["Askar Omirbek"]
    assert value.cable.protected == ()


def test_a_published_cable_has_the_slugs_of_the_corpus() -> None:
    cable = named(record(None, "Askar Omirbek spoke. Gen. Omirbek left."), "Askar Omirbek", "askar-omirbek")
    value = published(named(cable, "Gen. Omirbek", "omirbek"), ["askar-omirbek-2", "askar-omirbek-2"])
    assert [person.slug for person in value.cable.people] == ["askar-omirbek-2", "askar-omirbek-2"]
    assert value.entry.people == ("askar-omirbek-2",)
    assert value.namings["askar-omirbek-2"].sentence == "Askar Omirbek spoke."


def test_a_published_cable_is_read_back_as_it_was_written() -> None:
    cable = citing(record("09ASTANA90001", "Askar Omirbek saw ref A."), "ref A", "08ASTANA90002")
    value = settled(named(cable, "Askar Omirbek", "askar-omirbek"))
    line = dump_published(value)
    assert load_published(line) == value
    assert load_namings(dump_namings(value.namings)) == value.namings


def test_slugs_must_match_the_people() -> None:
    with pytest.raises(ValueError, match="0 people, but 1 slugs"):
        published(record(), ("askar-omirbek",))


def test_a_person_is_quoted_by_the_sentence_with_the_fullest_form() -> None:
    cable = record(None, "Omirbek came late.", "It was Gen. Askar Omirbek who spoke. He left.")
    cable = named(cable, "Askar Omirbek", "askar-omirbek")
    assert settled(cable).namings == {
        "askar-omirbek": Naming(
            anchor="para-2", where=("body",), paragraph=2, sentence="It was Gen. Askar Omirbek who spoke."
        )
    }


def test_no_quotation_names_whom_the_cable_protects() -> None:
    cable = record(
        None,
        "Askar Omirbek (strictly protect) told Dinara Brandt about ref A. Dinara Brandt smiled.",
        "Askar Omirbek will call again about ref A.",
    )
    cable = named(cable, "Dinara Brandt", "dinara-brandt")
    cable = citing(named(cable, "Askar Omirbek", "askar-omirbek", protected=True), "ref A", "08ASTANA90002")
    quoted = {slug: naming.sentence for slug, naming in settled(cable).namings.items()}
    assert quoted == {"dinara-brandt": None}
    found = entry(cable)
    assert [passage.quote for passage in found.cites[0].passages] == [None, None]
    assert found.excerpt == ""


def test_the_excerpt_is_the_summary_cut_at_a_word() -> None:
    summary = Block(kind="paragraph", number=2, text=LONG, section="summary")
    cable = record(None, "Not this.")
    excerpt = entry(record(blocks=(*cable.blocks, summary))).excerpt
    assert excerpt.startswith("word word")
    assert excerpt.endswith("word …")
    assert len(excerpt) < 330


def test_a_long_sentence_is_cut_around_the_name() -> None:
    cable = named(record(None, f"{LONG}Askar Omirbek {LONG}"), "Askar Omirbek", "askar-omirbek")
    (naming,) = settled(cable).namings.values()
    assert naming.sentence is not None
    assert "Askar Omirbek" in naming.sentence
    assert naming.sentence.startswith("… word")
    assert naming.sentence.endswith("word …")
    assert len(naming.sentence) < 300
