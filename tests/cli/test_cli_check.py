"""``check``: the kinds of findings with counts and examples, and the files of a kind on demand."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.model import CODES
from support.commands import SAMPLES, Result
from support.invented import invent, telegram


def run(capsysbinary: pytest.CaptureFixture[bytes], *args: str | Path) -> Result:
    """The command in this process."""
    status = main([str(arg) for arg in args])
    printed = capsysbinary.readouterr()
    return Result(status, printed.out.decode(), printed.err.decode())


def test_findings_are_counted_by_kind_with_one_example_and_a_remedy_each(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """However many files there are: the table has as many lines as there are kinds."""
    lines = [line.split(maxsplit=3) for line in run(capsysbinary, "check", SAMPLES).out.splitlines()]
    assert lines[:4] == [
        ["taken", "for", "files", "telegrams"],
        ["markdown", "2", "2"],
        ["misread", "2", "2"],
        ["plusd", "1", "1"],
    ]
    kinds = [line[:3] for line in lines if line and line[0].isdigit()]
    assert kinds == [["2", "2", "pilcrow-misread:"], ["1", "1", "header-repeated:"]]
    assert ["for", "example", "06ASTANA38.txt:54:", '"15." read as paragraph 5'] in lines
    assert ["to", "mend", "it:", CODES["pilcrow-misread"].remedy] in lines


def test_the_places_of_a_kind_come_on_demand(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    result = run(capsysbinary, "check", "--kind", "pilcrow-misread", SAMPLES)
    assert [line.split(": ")[:2] for line in result.out.splitlines()] == [
        ["06ASTANA38.txt:54", "pilcrow-misread"],
        ["09ASTANA436.txt:44", "pilcrow-misread"],
    ]


def test_a_kind_that_is_none_is_refused_with_the_one_that_was_meant(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    result = run(capsysbinary, "check", "--kind", "pilcrow-mised", SAMPLES)
    assert (result.status, result.out) == (2, "")
    assert result.err.rstrip().endswith("is no kind of finding; did you mean pilcrow-misread?")


def test_a_spreadsheet_has_a_row_for_each_finding_and_no_formula(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "=1+2.txt").write_text("milk, eggs, bread\n", encoding="utf-8")
    shutil.copyfile(SAMPLES / "09ASTANA436.txt", tmp_path / "a.txt")
    rows = list(csv.reader(io.StringIO(run(capsysbinary, "check", "--csv", tmp_path).out)))
    assert rows[0] == ["path", "line", "kind", "finding", "mend"]
    assert [row[:3] for row in rows[1:]] == [
        ["'=1+2.txt", "", "not-a-cable"],
        ["a.txt", "44", "pilcrow-misread"],
    ]


def test_the_page_shows_what_cables_say_as_text_and_runs_nothing(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    corpus, page = tmp_path / "corpus", tmp_path / "check.html"
    corpus.mkdir()
    text = (
        (SAMPLES / "09ASTANA436.txt")
        .read_text("utf-8")
        .replace("TAGS: ", "TAGS: <script>alert(1)</script>, ")
    )
    (corpus / "a<b>.txt").write_text(text, encoding="utf-8")
    result = run(capsysbinary, "check", "--html", page, corpus)
    assert "pilcrow-misread" in result.out
    shown = page.read_text("utf-8")
    assert "a&lt;b&gt;.txt:" in shown
    assert "<script" not in shown
    assert "<b>" not in shown
    assert page.stat().st_mode & 0o077 == 0
    assert run(capsysbinary, "check", "--html", page, corpus).status == 0, "ours is replaced"


def test_the_page_takes_the_place_of_no_other_file(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = tmp_path / "index.html"
    page.write_text("mine", encoding="utf-8")
    result = run(capsysbinary, "check", "--html", page, SAMPLES)
    assert result.status == 1
    assert "is no page of `cablepress check`; choose another --html" in result.err
    assert page.read_text("utf-8") == "mine"


def test_two_forms_at_once_are_refused(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(capsysbinary, "check", "--json", "--csv", SAMPLES).status == 2


def test_shows_file_by_file_what_was_recognised_and_repaired(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    result = run(capsysbinary, "check", "--files", SAMPLES)
    lines = result.out.splitlines()
    head, *rows = [line for line in lines if not line.startswith(" ")]
    assert head.split()[:4] == ["file", "taken", "for", "telegrams"]
    assert [row.split()[:4] for row in rows[:1]] == [["06ASTANA38.txt", "misread", "1", "06ASTANA38"]]
    assert [row.split()[0] for row in rows] == [path.name for path in sorted(SAMPLES.iterdir())]
    assert (
        '  06ASTANA38.txt:54: pilcrow-misread: "15." read as paragraph 5; compare with the original text'
        in lines
    )
    assert result.err.splitlines() == ["5 cables read; 3 findings"]


def test_for_machines_has_one_object_per_file(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    shutil.copyfile(SAMPLES / "09ASTANA436.txt", tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("milk, eggs, bread\n", encoding="utf-8")
    good, bad = map(json.loads, run(capsysbinary, "check", "--json", tmp_path).out.splitlines())
    assert (good["path"], good["id"], good["layout"], good["missing"]) == (
        "a.txt",
        "09ASTANA436",
        "misread",
        [],
    )
    assert {"id", "date", "subject", "blocks"} <= set(good["recognised"])
    assert [(problem["code"], problem["line"]) for problem in good["problems"]] == [("pilcrow-misread", 44)]
    assert (bad["path"], bad["id"], bad["layout"], bad["telegrams"]) == ("b.txt", None, None, 0)
    assert [problem["code"] for problem in bad["problems"]] == ["not-a-cable"]


@pytest.mark.parametrize(("field", "code"), [("TAGS", "tags-missing"), ("SUBJECT", "subject-missing")])
def test_names_and_counts_a_missing_field_once(
    tmp_path: Path, field: str, code: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = (SAMPLES / "09ASTANA1182.txt").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(f"{field}:")]
    (tmp_path / "a.txt").write_text("\n".join(kept), encoding="utf-8")
    assert f"missing: {field.lower()}" in run(capsysbinary, "check", "--files", tmp_path).out
    lines = [line.strip() for line in run(capsysbinary, "check", tmp_path).out.splitlines()]
    assert lines.count(f"1         1  {code}: {CODES[code].meaning}") == 1
    assert f"to mend it: {CODES[code].remedy}" in lines


def test_counts_a_cable_without_a_message_once(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = (SAMPLES / "09ASTANA1182.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text.partition("1. (U)")[0], encoding="utf-8")
    assert "missing: blocks" in run(capsysbinary, "check", "--files", tmp_path).out
    table = run(capsysbinary, "check", tmp_path).out
    assert "1  body-missing: nothing of a message was found\n" in table
    assert "blocks-missing" not in table


def test_without_paths_the_cables_of_the_project_are_looked_through_as_it_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    telegram = "1. (U) It rained in Rome. The weather is what people here speak about."
    columns = "{nr: id, wann: created, volltext: body}"
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: A\nextra:\n  cablepress:\n    corpus: ours.csv\n    columns: {columns}\n",
        encoding="utf-8",
    )
    (tmp_path / "ours.csv").write_text(
        f"nr,wann,volltext\n09ROME308,2009-02-20 09:29,{telegram}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert "09ROME308" in run(capsysbinary, "check", "--files").out
    (tmp_path / "mkdocs.yml").unlink()
    nowhere = run(capsysbinary, "check")
    assert (nowhere.status, nowhere.out) == (2, "")
    assert nowhere.err.rstrip().endswith("there is no mkdocs.yml here that does.")


def test_a_file_is_read_as_the_editors_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "c").mkdir()
    shutil.copyfile(SAMPLES / "09ASTANA436.txt", tmp_path / "c" / "a.txt")
    (tmp_path / "mkdocs.yml").write_text("extra:\n  cablepress:\n    corpus: c\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "misread " in run(capsysbinary, "check").out
    (tmp_path / "corrections.yml").write_text("- {file: a.txt, layout: telegram}\n", encoding="utf-8")
    assert "telegram " in run(capsysbinary, "check").out


def test_what_the_editors_corrected_is_no_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Cables\n", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    text = "".join(
        line for line in telegram(invent(1)).splitlines(keepends=True) if not line.startswith("TAGS")
    )
    (tmp_path / "corpus" / "1.txt").write_text(text, encoding="utf-8")
    assert "tags-missing" in run(capsysbinary, "check").out
    entry = f"- cable: {invent(1).id}\n  correct: {{tags: [PGOV]}}\n"
    (tmp_path / "corrections.yml").write_text(entry, encoding="utf-8")
    mended = run(capsysbinary, "check")
    assert "tags-missing" not in mended.out
    (told,) = json.loads(f"[{run(capsysbinary, 'check', '--json').out}]")
    assert "tags" in told["recognised"]
    (tmp_path / "corrections.yml").write_text(f"{entry}  was: {{tags: [PREL]}}\n", encoding="utf-8")
    outdated = run(capsysbinary, "check")
    assert "tags-missing" in outdated.out
    assert "corrections.yml:1: correction-outdated" in outdated.err


def test_a_page_that_cannot_be_written_is_said_with_what_to_do(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    refused = run(
        capsysbinary, "check", "--html", tmp_path / "missing" / "x.html", SAMPLES / "06ASTANA38.txt"
    )
    assert refused.status == 1
    assert refused.err.rstrip().endswith("No such file or directory; choose another place")
