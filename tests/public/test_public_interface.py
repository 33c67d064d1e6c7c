"""``import cablepress``: what it promises, that it promises nothing else, and a reader of one's own."""

import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

import cablepress
from generator.settings import plugged
from support.commands import SAMPLES

PROMISED = {
    "Addressee", "Appearance", "Block", "Cable", "CableWarning", "CablepressError", "Catalogue", "Citation",
    "Document", "Entry", "Item", "Layout", "NameSpan", "Person", "PersonFound", "Problem", "Provenance",
    "Reference", "Source", "Stated", "Tagger", "UnreadableInputError", "__version__", "catalogue", "dump",
    "load", "parse", "people", "read",
}  # fmt: skip
"""A name is added with a line in the changelog, and taken away only with a new first number."""

OWN = """
from cablepress import Layout, Stated

def recognises(item):
    return item.document().text.startswith("@@")

def read(item):
    document = item.document()
    yield document.source("at-signs", document.text[2:], stated=Stated(subject="STATED BY THE LAYOUT"))

layout = Layout(name="at-signs", many=False, recognises=recognises, read=read)
namesake = Layout(name="plusd", many=False, recognises=recognises, read=read)
nothing = 3
"""


def test_what_is_promised_is_there_and_nothing_else() -> None:
    assert set(cablepress.__all__) == PROMISED
    public = {name for name in vars(cablepress) if not name.startswith("_")}
    assert public == PROMISED - {"__version__"}
    modules = {path.stem for path in Path(cablepress.__file__).parent.glob("*.py")}
    assert [name for name in modules if not name.startswith("_")] == []


def test_every_promised_name_says_what_it_is() -> None:
    assert [name for name in PROMISED - {"__version__"} if not getattr(cablepress, name).__doc__] == []


def test_cables_are_read_one_by_one_and_told_apart_from_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "shopping.txt").write_text("milk, eggs, bread\n", encoding="utf-8")
    problems: list[cablepress.Problem] = []
    cables = list(cablepress.read(SAMPLES, tmp_path, problems=problems))
    assert [cable.id for cable in cables] == [
        "06ASTANA38",
        "09ASTANA1182",
        "09ASTANA308",
        "09ASTANA436",
        "10ASTANA275",
    ]
    assert [problem.code for problem in problems] == ["not-a-cable"]
    assert [cablepress.load(cablepress.dump(cable)) for cable in cables] == cables


def test_a_text_is_a_cable_or_the_reason_why_not() -> None:
    text = (SAMPLES / "09ASTANA308.txt").read_text("utf-8")
    assert cablepress.parse(text).id == "09ASTANA308"
    with pytest.raises(cablepress.CablepressError, match="not-a-cable"):
        cablepress.parse("milk, eggs, bread")


def test_people_are_brought_together_over_cables() -> None:
    people = {person.name: person for person in cablepress.people(cablepress.read(SAMPLES))}
    assert len({appearance.cable for appearance in people["Rashid Tusupbekov"].appearances}) > 0


TELEGRAM = """O 200929Z FEB 09
FM AMEMBASSY ROME
TO SECSTATE WASHDC
UNCLAS ROME 000308

E.O. 12958: N/A
TAGS: PGOV IT
SUBJECT: WEATHER

1. (U) Ivan Petrenko (strictly protect) said that it rained. Maria Rossi agreed.
BRANDT
"""


def test_the_catalogue_has_nobody_who_is_to_be_protected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TELEGRAM, encoding="utf-8")
    names = {person.name for person in cablepress.people(cablepress.read(tmp_path))}
    shown = {person.name for person in cablepress.catalogue(tmp_path).people.values()}
    assert names - shown == {"Ivan Petrenko"}
    assert "Maria Rossi" in shown


def test_the_catalogue_is_refused_while_it_is_in_doubt_whom_to_protect(tmp_path: Path) -> None:
    unclear = TELEGRAM.replace(
        "Maria Rossi agreed.", "Please protect information on the identity of the weapons manufacturer."
    )
    (tmp_path / "a.txt").write_text(unclear, encoding="utf-8")
    with pytest.raises(cablepress.CablepressError, match=r"unclear \(09ROME308: "):
        cablepress.catalogue(tmp_path)
    assert len(cablepress.catalogue(tmp_path, protect="show").entries) == 1


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file in a layout of one's own; its reader can be imported."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "own_layout.py").write_text(OWN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "code"))
    monkeypatch.delitem(sys.modules, "own_layout", raising=False)
    (tmp_path / "cables").mkdir()
    (tmp_path / "cables" / "a.txt").write_text(
        "@@" + TELEGRAM.replace("SUBJECT: WEATHER\n", ""), encoding="utf-8"
    )
    return tmp_path / "cables"


@pytest.mark.parametrize("name", ["own_layout:layout", "signs"])
def test_a_reader_of_ones_own_reads_its_files(own: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint(name="signs", value="own_layout:layout", group=plugged.READERS)
    monkeypatch.setattr(
        plugged, "entry_points", lambda group: EntryPoints([entry] if group == entry.group else [])
    )
    (cable,) = cablepress.read(own, readers=[name])
    assert (cable.source.layout, cable.id, cable.subject) == ("at-signs", "09ROME308", "STATED BY THE LAYOUT")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("own_layout:nothing", "is no cablepress.Layout"),
        ("own_layout:namesake", "is called plusd, as another is"),
        ("own_layout:gone", "cannot be loaded"),
        ("sigsn", "no installed package has a reader 'sigsn'"),
    ],
)
def test_a_wrong_reader_is_one_line(own: Path, name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        list(cablepress.read(own, readers=[name]))


def test_a_column_that_means_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="creatd"):
        list(cablepress.read(SAMPLES, columns={"wann": "creatd"}))
