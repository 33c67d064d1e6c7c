"""What is withheld stands in no file of a site; what leaves it in doubt stops the build."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import Report, StoppedError, build_site
from generator.publish import open_project
from generator.settings import read_configuration
from pipeline.test_incremental import make_project
from support.tree import files

LEDGER = "The minister keeps his ledger in the cellar of a house beside the old mill at the river."
CITING = "As ref A says, the price list hangs in a drawer. {secret} So it goes for everybody."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("withheld") / "project"
    make_project(folder, cables=3)
    (folder / "corpus" / "a.txt").write_text(
        CABLE.format(serial="90308", post="ASTANA", text=LEDGER), "utf-8"
    )
    other = CITING.format(secret="")
    (folder / "corpus" / "b.txt").write_text(CABLE.format(serial="90309", post="ASTANA", text=other), "utf-8")
    return folder


CABLE = """\
VZCZCXRO9999
RR RUEHC
DE RUEHTA #{serial}/01 0510929
ZNR UUUUU ZZH
R 200929Z FEB 09
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC 0116
UNCLAS {post} {serial}

E.O. 12958: N/A
TAGS: PGOV, KZ
SUBJECT: KAZAKHSTAN: THE LEDGER {serial}

REF: 09 ASTANA 90308

1. (U) Ivan Petrenko (strictly protect) met us.

2. (U) {text}

3. (U) Sergei Ivanenko said nothing.

BRANDT
"""


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "project")
    return tmp_path / "project"


def build(project: Path, withhold: str, as_of: date | None = None) -> Report:
    (project / "withhold.yml").write_text(withhold, encoding="utf-8")
    with open_project(project / "mkdocs.yml") as opened:
        configured = read_configuration(opened, workers=1, store=False, expose_unclear=True, as_of=as_of)
        return build_site(configured, project / "site")


def holding(project: Path, words: str) -> list[str]:
    """Files of the site that hold these words."""
    found = files(project / "site").items()
    return [name for name, content in found if words in " ".join(content.decode("utf-8", "replace").split())]


def test_a_withheld_cable_leaves_its_address_and_nothing_else(project: Path) -> None:
    build(project, "- {cable: 09ASTANA90308, reason: By request.}")
    page = (project / "site/cables/2009/02/09ASTANA90308/index.html").read_text("utf-8")
    assert "withhold this telegram" in page
    assert "By request." in page
    assert not (project / "site/cables/2009/02/09ASTANA90308.txt").exists()
    assert holding(project, "ledger in the cellar") == []
    assert holding(project, "LEDGER 90308") == []
    assert "Ivan Petrenko" not in str(files(project / "site")), "whom it asks to protect is still protected"
    assert "90308" not in str([name for name in files(project / "site") if name.startswith("people/")])


def test_a_withheld_paragraph_is_in_no_file_the_original_included(project: Path) -> None:
    build(project, "- {cable: 09ASTANA90308, paragraph: 2}\n- {cable: 09ASTANA90308, paragraph: 3}")
    assert holding(project, "ledger in the cellar") == []
    assert holding(project, "LEDGER 90308")
    assert "90308" not in str([text for name, text in files(project / "site").items() if "ivanenko" in name])


def test_what_is_withheld_in_one_cable_and_stands_in_another_stops_the_build(project: Path) -> None:
    text = CABLE.format(serial="90310", post="ASTANA", text=CITING.format(secret=LEDGER))
    (project / "corpus" / "c.txt").write_text(text, encoding="utf-8")
    with pytest.raises(StoppedError) as stopped:
        build(project, "- {cable: 09ASTANA90308, paragraph: 2}")
    assert {problem.code for problem in stopped.value.problems} == {"withheld-text"}
    assert not (project / "site").exists()
    build(project, "- {cable: 09ASTANA90308, paragraph: 2, only_here: true}")
    assert holding(project, "ledger in the cellar")


@pytest.mark.parametrize(
    ("withhold", "code"),
    [
        ("- {cable: 09ASTANA90399}", "withhold-idle"),
        ("- {cable: 09ASTANA90308, paragraph: 9}", "withhold-idle"),
        ("- {cable: 09ASTANA90308, name: Igor Sommer}", "withhold-idle"),
        ("- {name: Igor Sommer}", "withhold-idle"),
        ("- {cabel: 09ASTANA90308}", "withhold-entry"),
        ("- [", "withhold-entry"),
    ],
)
def test_doubt_stops_the_build(project: Path, withhold: str, code: str) -> None:
    with pytest.raises(StoppedError) as stopped:
        build(project, withhold)
    assert code in {problem.code for problem in stopped.value.problems}
    assert not (project / "site").exists()


def test_an_embargo_ends_on_its_day(project: Path) -> None:
    entry = "- {cable: 09ASTANA90308, publish_from: 2026-05-03}"
    build(project, entry, as_of=date(2026, 5, 2))
    assert holding(project, "ledger in the cellar") == []
    assert holding(project, "3 May 2026")
    build(project, entry, as_of=date(2026, 5, 3))
    assert holding(project, "ledger in the cellar")


def test_a_name_is_withheld_everywhere_or_in_one_cable(project: Path) -> None:
    build(project, "- {cable: 09ASTANA90309, name: Sergei Ivanenko}")
    assert holding(project, "Sergei Ivanenko said nothing")
    assert not [name for name in holding(project, "Ivanenko") if "90309" in name]
    build(project, "- {name: Sergei Ivanenko}")
    assert holding(project, "Ivanenko") == []
