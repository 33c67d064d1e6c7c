"""Two printings of one telegram have one page; two telegrams of one number are told apart as before."""

from pathlib import Path

from generator.model import Cable, dump_cable, load_cable
from generator.pipeline.printings import with_printing
from generator.pipeline.records import records
from generator.pipeline.shelf import SqueezedShelf
from generator.pipeline.spool import spool
from support.invented import invent, telegram
from support.record import record, site_of

SENTENCES = (
    "The fund stood at twelve million, of which one third is spent. {who} expects a new estimate in March."
)
OTHER = "Harvest reports arrived late this year; rainfall in the east kept prices high and markets nervous."


def printing(who: str) -> Cable:
    return record("09ASTANA90001", SENTENCES.format(who=who), "The committee meets again after the recess.")


def both(full: Cable, other: Cable) -> Cable | None:
    line = with_printing(dump_cable(full), dump_cable(other))
    return load_cable(line) if line else None


def test_what_differs_stands_beside_the_fuller_printing() -> None:
    cable = both(printing("Anselm Tovarich"), printing("XXXXXXXXXXXX"))
    assert cable is not None
    (other,) = cable.printings
    assert [(each.here, each.there) for each in other.differences] == [("Anselm Tovarich", "XXXXXXXXXXXX")]
    assert "XXXXXXXXXXXX expects" in other.text


def test_two_telegrams_of_one_number_are_no_printings() -> None:
    assert both(printing("Anselm Tovarich"), record("09ASTANA90001", OTHER, OTHER)) is None


def test_a_printing_that_asks_to_protect_somebody_is_named_and_not_shown() -> None:
    cable = both(printing("Anselm Tovarich"), printing("Anselm Tovarich (protect)"))
    assert cable is not None
    assert [(each.text, each.differences) for each in cable.printings] == [("", ())]


def test_the_page_shows_the_other_printing_and_what_differs() -> None:
    cable = both(printing("Anselm Tovarich"), printing("XXXXXXXXXXXX"))
    assert cable is not None
    page = site_of(cable)["cables/2009/02/09ASTANA90001.md"].content.decode()
    assert "Another printing" in page
    assert "Anselm Tovarich \u2192 XXXXXXXXXXXX" in page


def test_a_corpus_with_two_printings_loses_neither(tmp_path: Path) -> None:
    text = telegram(invent(3))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text.replace("three of the five", "XXXXXXXXXXXX"), encoding="utf-8")
    shelf = SqueezedShelf(tmp_path / "shelf")
    spooled = spool(records([tmp_path / "a.txt", tmp_path / "b.txt"], workers=1), shelf)
    (cable,) = (load_cable(shelf.get(each.context.key)) for each in spooled.cables)
    shelf.close()
    assert [problem.code for problem in spooled.lost] == ["printed-twice"]
    assert len(cable.printings) == 1
