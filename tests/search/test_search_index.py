"""The index as files."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from generator.model import Cable
from generator.people.redaction import REDACTION
from generator.pipeline.workers import in_order
from generator.search import WrittenPage, index, people_listed
from generator.search.digits import read
from support.indexed import index_of, searched
from support.invented import invent, telegram
from support.parsing import cable_of
from support.record import citing, named, record


def some(count: int) -> list[Cable]:
    """Cables a month apart, each with a word of its own, the latest first."""
    return [
        named(
            record(
                f"09ASTANA9{number:04}",
                f"Askar Omirbek spoke of harvest and of sturgeon{number} then.",
                f"{'A pipeline, too. ' * number}End.",
                date=datetime(2009, number % 12 + 1, 20, tzinfo=UTC),
                tags=("PGOV",) if number % 2 else ("PGOV", "KTIP"),
            ),
            "Askar Omirbek",
            "askar-omirbek",
        )
        for number in reversed(range(count))
    ]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in {"PART": 4, "RUN": 2, "CARDS": 3, "TEXTS": 3, "THINGS": 2}.items():
        monkeypatch.setattr(index, name, size)
    monkeypatch.setattr(index, "WORDS_FILE", 300)
    monkeypatch.setattr(index, "PLACES_FILE", 300)


def test_runs_fill_parts() -> None:
    assert index.PART % index.RUN == 0


@pytest.mark.usefixtures("small_parts")
def test_the_same_bytes_in_one_process_and_in_three(tmp_path: Path) -> None:
    of = searched(*some(11), from_disk=True)
    alone = index_of(tmp_path / "one", of).files
    spread = index_of(tmp_path / "three", of, in_order=partial(in_order, workers=3)).files
    assert spread == alone
    assert index_of(tmp_path / "one", of).files == alone, "an index that was there is replaced"


def test_parts_hold_what_one_part_holds(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    of = searched(*some(11))
    whole = index_of(tmp_path / "whole", of)
    request.getfixturevalue("small_parts")
    parted = index_of(tmp_path / "parted", of)
    assert [part["cables"] for part in parted.start["parts"]] == [4, 4, 3]
    assert len(parted.files) > 2 * len(whole.files)
    assert (parted.ids, parted.words, parted.places) == (whole.ids, whole.words, whole.places)
    assert parted.offered("omirbek") == whole.offered("omirbek")


def test_a_word_leads_to_its_cables_in_order_of_date(tmp_path: Path) -> None:
    made = index_of(tmp_path, searched(*some(5)))
    assert made.ids == [f"09ASTANA9{number:04}" for number in range(5)]
    assert made.having("sturgeon3") == ["09ASTANA90003"]
    assert made.having("harvest") == made.ids
    assert made.phrase(["harvest", "and", "of", "sturgeon2"]) == {"09ASTANA90002"}
    assert not made.phrase(["sturgeon2", "harvest"])


def test_a_number_leads_to_the_cable_and_to_those_that_cite_it(tmp_path: Path) -> None:
    cable = citing(record("09ASTANA90002", "See 06 ASTANA 38."), "06 ASTANA 38", "06ASTANA38")
    made = index_of(tmp_path, searched(record("09ASTANA90001", "Text."), cable))
    assert made.having("id:09astana90002") == ["09ASTANA90002"]
    assert made.having("cites:06astana38") == ["09ASTANA90002"]


def test_a_person_s_every_spelling_leads_to_the_cables(tmp_path: Path) -> None:
    cable = named(record("09ASTANA90001", "Qadhafi spoke."), "Qadhafi", "muammar-qadhafi")
    of = searched(cable, variants={"muammar-qadhafi": ("Moammar al-Gadd\u00e2fi", "Gaddafi")})
    made = index_of(tmp_path, of)
    for spelling in ("qadhafi", "gaddafi", "moammar", "algaddafi"):
        assert made.having(f"person:{spelling}") == ["09ASTANA90001"]
        assert [thing[:2] for thing in made.offered(spelling)] == [("person", "Qadhafi")]
    assert not made.having("gaddafi"), "no cable says so"


def test_people_lead_to_their_page_or_to_the_cable_that_names_them(tmp_path: Path) -> None:
    once = named(record("09ASTANA90001", "Askar Brandt."), "Askar Brandt", "askar-brandt")
    twice = [
        named(record(f"09ASTANA9000{number}", "Dinara Omirbek."), "Dinara Omirbek", "dinara-omirbek")
        for number in (2, 3)
    ]
    made = index_of(tmp_path, searched(once, *twice, people_page_min=2))
    assert made.offered("brandt") == [("person", "Askar Brandt", "", "cables/2009/02/09ASTANA90001/", 1)]
    assert made.offered("dinara") == [("person", "Dinara Omirbek", "", "people/dinara-omirbek/", 2)]


def test_posts_countries_tags_and_written_pages_are_offered(tmp_path: Path) -> None:
    page = WrittenPage(title="About the caviar trade", address="about/", text="Sturgeon and Astana.")
    made = index_of(tmp_path, searched(record(tags=("KTIP", "KZ", "ZZZZ")), pages=(page,)))
    assert [thing[0] for thing in made.offered("astana")] == ["post", "page"]
    assert [thing[0] for thing in made.offered("kazakhstan")] == ["country"], "not its tag as well"
    assert made.offered("sturgeon", "caviar") == [("page", "About the caviar trade", "", "about/", 0)]
    ((kind, name, note, address, cables),) = made.offered("trafficking", "persons")
    assert (kind, name, address, cables) == ("tag", "KTIP", "tags/KTIP/", 1)
    assert "rafficking" in note
    assert made.offered("zzzz"), "a tag of which nobody knows the meaning"


def test_a_card_has_what_a_result_shows(tmp_path: Path) -> None:
    partial_one = record(
        "09ASTANA90002", date=None, classification=None, post=None, country=None, partial=True
    )
    made = index_of(tmp_path, searched(record(), partial_one))
    known, unknown = made.table("cards/0")
    assert known == [
        "cables/2009/02/09ASTANA90001",
        "09ASTANA90001",
        "Budget Talks Begin",
        "2009-02-20",
        "Astana",
        "Confidential",
        "",
    ]
    assert unknown[0] == "cables/undated/09ASTANA90002"
    assert unknown[3:] == ["", "", "", "extract"]


def test_rows_are_counted_by_what_the_cables_say(tmp_path: Path) -> None:
    made = index_of(tmp_path, searched(*some(3), record("08ASTANA90000", date=None, tags=())))
    rows = made.table("0/rows")
    assert rows["periods"] == [["2008", 1], ["2009-01", 1], ["2009-02", 1], ["2009-03", 1]]
    assert read(rows["days"]) == [0, 20, 20, 20]
    assert rows["facets"]["tag"]["values"] == ["PGOV", "KTIP"]
    assert read(rows["facets"]["tag"]["rows"]) == [0, 2, 0, 1, 1, 0, 2, 0, 1]
    assert rows["labels"]["tag"][1] == "Trafficking in persons"
    people = made.table("0/people")
    assert (people["values"], people["names"]) == (["askar-omirbek"], ["Askar Omirbek"])
    assert read(people["rows"]) == [0, 1, 0, 1, 0, 1, 0]


def test_a_search_narrows_by_signature_concept_and_kind(tmp_path: Path) -> None:
    cables = (
        record("75ROME90001", signed_by="VOLPE", concepts=("HARBORS", "DREDGING")),
        record("75ROME90002", signed_by="VOLPE", partial=True),
        record("75ROME90003", signed_by=None, concepts=("HARBORS",)),
    )
    made = index_of(tmp_path, searched(*cables)).table("0/rows")
    assert made["facets"]["concept"]["values"] == ["HARBORS", "DREDGING"]
    assert (made["facets"]["signer"]["values"], made["labels"]["signer"]) == (["VOLPE"], ["Volpe"])
    assert read(made["facets"]["signer"]["rows"]) == [1, 0, 1, 0, 0]
    assert made["facets"]["kind"]["values"] == ["complete", "extract"]


def test_nobody_withheld_is_a_signature_to_narrow_by(tmp_path: Path) -> None:
    hidden = named(record(signed_by="OMIRBEK"), "Askar Omirbek", "askar-omirbek", protected=True)
    masked = record("09ASTANA90002", signed_by=REDACTION)
    made = index_of(tmp_path, searched(hidden, masked)).table("0/rows")
    assert made["facets"]["signer"]["values"] == []


def test_namesakes_stay_apart(tmp_path: Path) -> None:
    cables = [
        named(record(f"09ASTANA9000{number}", "Askar Brandt."), "Askar Brandt", slug)
        for number, slug in enumerate(("askar-brandt", "askar-brandt-2"), 1)
    ]
    made = index_of(tmp_path, searched(*cables))
    people = made.table("0/people")
    assert people["values"] == ["askar-brandt", "askar-brandt-2"]
    assert people["names"] == ["Askar Brandt", "Askar Brandt"]
    assert len(made.offered("askar", "brandt")) == 2


@pytest.mark.usefixtures("small_parts")
def test_texts_come_with_a_site_that_is_read_from_disk_and_no_other(tmp_path: Path) -> None:
    cables = some(4)
    hosted = index_of(tmp_path / "hosted", searched(*cables))
    bundled = index_of(tmp_path / "bundled", searched(*cables, from_disk=True))
    texts = {name for name in bundled.files if name.startswith("texts/")}
    assert set(bundled.files) - texts == set(hosted.files)
    assert "texts" not in hosted.start
    held = {key: each for name in sorted(texts) for key, each in bundled.table(name[:-3]).items()}
    assert list(held) == [card[0] for number in range(2) for card in bundled.table(f"cards/{number}")]
    pieces = held["cables/2009/02/09ASTANA90001"]
    assert ["para-1", "Askar Omirbek spoke of harvest and of sturgeon1 then."] in pieces
    assert ["", "Tags: PGOV"] in pieces


def test_a_site_without_cables_has_an_empty_search(tmp_path: Path) -> None:
    made = index_of(tmp_path, searched())
    assert (made.start["cables"], made.start["parts"], made.start["who"]) == (0, [], "")
    assert list(made.files) == ["search.js"]


def test_a_cable_without_a_word_is_held_all_the_same(tmp_path: Path) -> None:
    made = index_of(tmp_path, searched(record("09ASTANA90001", subject=None, blocks=())))
    assert made.having("id:09astana90001") == ["09ASTANA90001"]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    odd = 'x");alert(1)//</script>\u2028\ud7ff \x00"'
    made = index_of(tmp_path, searched(record("09ASTANA90001", odd, subject=odd), from_disk=True))
    assert made.table("cards/0")[0][2].casefold().startswith('x");alert(1)//</script>')
    assert all(file.decode().count("\n") == 1 for file in made.files.values())


@pytest.mark.usefixtures("small_parts")
def test_the_search_of_telegrams_finds_every_word_of_their_texts(tmp_path: Path) -> None:
    cables = [cable_of(telegram(invent(seed))) for seed in range(9)]
    made = index_of(tmp_path, searched(*cables))
    for cable in cables:
        for word in {word for block in cable.blocks for word in block.text.lower().split() if word.isalpha()}:
            assert cable.key in made.having(word)


@pytest.mark.usefixtures("small_parts")
def test_what_gives_people_is_listed_and_nothing_else(tmp_path: Path) -> None:
    """The gate holds it against those who must be in no index."""
    page = WrittenPage(title="Ursula Aebischer remembers", address="about/", text="Quesada, too.")
    of = searched(*some(5), variants={"askar-omirbek": ("A. Umirbek",)}, pages=(page,))
    index_of(tmp_path, of)
    listed = {text for _, text in people_listed(tmp_path)}
    assert listed == {
        "askar-omirbek",
        "Askar Omirbek",
        "A. Umirbek",
        "people/askar-omirbek/",
        "askar",
        "omirbek",
        "a",
        "umirbek",
    }
