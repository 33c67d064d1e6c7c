"""``parse``, with what ``check`` shares: what the samples say, without loss, and what scripts rely on."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from support.commands import SAMPLES, Result, command, environment

OFFICIAL_USE = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
SAMPLE_TABLE = {
    "10ASTANA275": (
        "2010-02-26T10:00:00Z",
        "CONFIDENTIAL",
        "PGOV PREL PHUM SOCI SNAR KDEM KTIP KZ",
        [(None, "10ASTANA272")],
        12,
        None,
    ),
    "06ASTANA38": (
        "2006-04-24T03:36:00Z",
        OFFICIAL_USE,
        "EFIN KCRM KDEM PGOV PREL SMIG KZ",
        [("A", "06ALMATY1450"), ("B", "06ASTANA33"), ("C", "06ASTANA5")],
        8,
        "TRACY",
    ),
    "09ASTANA308": (
        "2009-02-20T09:29:00Z",
        OFFICIAL_USE,
        "PGOV PREL PHUM SOCI KCRM KDEM KZ",
        [],
        10,
        "HOAGLAND",
    ),
    "09ASTANA436": ("2009-03-12T08:29:00Z", OFFICIAL_USE, "PGOV PHUM EAID KZ", [], 11, "HOAGLAND"),
    "09ASTANA1182": (
        "2009-07-14T09:57:00Z",
        OFFICIAL_USE,
        "PHUM PREL PGOV KDEM OSCE KZ",
        [],
        8,
        "HOAGLAND",
    ),
}
"""By id: sent, classification, tags, references (label, id), last paragraph, signature."""


def run(capsysbinary: pytest.CaptureFixture[bytes], *args: str | Path) -> Result:
    """The command in this process."""
    status = main([str(arg) for arg in args])
    printed = capsysbinary.readouterr()
    return Result(status, printed.out.decode(), printed.err.decode())


def records(result: Result) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in map(json.loads, result.out.splitlines())}


def facts(record: dict[str, Any]) -> tuple[object, ...]:
    """The columns of :data:`SAMPLE_TABLE`; the paragraphs must be numbered from 1 without a gap."""
    numbers = [block["number"] for block in record["blocks"] if block["number"] is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    return (
        record["date"],
        record["classification"],
        " ".join(record["tags"]),
        [(reference["label"], reference["id"]) for reference in record["references"]],
        len(numbers),
        record["signed_by"],
    )


def test_the_samples_are_understood(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = records(run(capsysbinary, "parse", SAMPLES))
    assert {key: facts(record) for key, record in found.items()} == SAMPLE_TABLE


def test_the_classifier_of_a_sample_is_understood(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    cable = records(run(capsysbinary, "parse", SAMPLES))["10ASTANA275"]
    assert cable["classified_by"] == "Ambassador Richard E. Hoagland"
    assert cable["reasons"] == ["1.4(b)", "1.4(d)"]
    assert cable["declassify_on"] == "2030-02-26"


def test_the_id_comes_from_the_text_not_from_the_name(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for number, path in enumerate(sorted(SAMPLES.iterdir())):
        shutil.copyfile(path, tmp_path / f"{number}.txt")
    assert set(records(run(capsysbinary, "parse", tmp_path))) == set(SAMPLE_TABLE)


def test_page_banners_and_marks_of_a_converter_are_gone(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for cable in records(run(capsysbinary, "parse", SAMPLES)).values():
        texts = [block["text"] for block in cable["blocks"]]
        assert not [text for text in texts if " OF 00" in text], "a page banner is left"
        assert not [text for text in texts if "\\$" in text or "](#)" in text], (
            "the converter's marks are left"
        )
    grant = records(run(capsysbinary, "parse", SAMPLES))["10ASTANA275"]
    assert any("$350,000" in block["text"] for block in grant["blocks"])


def test_what_is_printed_is_read_back_without_loss(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    first = run(capsysbinary, "parse", SAMPLES)
    printed = tmp_path / "cables.jsonl"
    printed.write_text(first.out, encoding="utf-8")
    again = run(capsysbinary, "parse", printed)
    assert (again.status, again.out) == (0, first.out)


def test_the_order_of_paths_and_the_number_of_workers_do_not_matter(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    printed = tmp_path / "cables.jsonl"
    printed.write_text(run(capsysbinary, "parse", SAMPLES).out, encoding="utf-8")
    one = run(capsysbinary, "parse", "--workers", "1", printed)
    assert run(capsysbinary, "parse", "--workers", "2", printed).out == one.out


def test_standard_output_carries_data_only(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    result = run(capsysbinary, "parse", SAMPLES)
    assert all(line.startswith("{") for line in result.out.splitlines())
    assert result.err.startswith("5 cables read; 3 warnings (2 pilcrow-misread, 1 header-repeated)")
    assert run(capsysbinary, "check", "--json", SAMPLES).out.count("\n") == 5


@pytest.mark.parametrize("name", ["parse", "check"])
def test_strict_turns_a_warning_into_status_1(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    repaired, clean = SAMPLES / "09ASTANA436.txt", SAMPLES / "10ASTANA275.txt"
    assert run(capsysbinary, name, repaired).status == 0
    refused = run(capsysbinary, name, "--strict", repaired)
    assert refused.status == 1
    assert refused.err.splitlines()[-1] == "--strict: 1 warning, so the exit status is 1."
    assert run(capsysbinary, name, "--strict", clean).status == 0


@pytest.mark.parametrize("name", ["parse", "check"])
def test_nothing_to_read_is_status_1_and_one_line(
    name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for path, code in ((tmp_path, "folder-empty"), (tmp_path / "missing", "path-missing")):
        result = run(capsysbinary, name, path)
        assert result.status == 1
        said = result.err if name == "parse" else result.out
        assert len(re.findall(rf"\b{code}: ", said)) == 1


def test_one_bad_path_costs_nothing_but_itself(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    result = run(capsysbinary, "parse", tmp_path / "missing", SAMPLES)
    assert result.status == 0
    assert len(records(result)) == 5
    assert result.problems == [
        f"{tmp_path / 'missing'}: path-missing: no such file or folder; check the path"
    ]


def test_a_reader_who_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    """``cablepress parse many | head -1``: more than a pipe holds, and nobody reads on."""
    record = subprocess.run(  # noqa: S603 - our own command
        command("parse", SAMPLES),
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    (tmp_path / "many.jsonl").write_bytes(record * 20)
    with subprocess.Popen(  # noqa: S603 - our own command
        command("parse", "many.jsonl"),
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"id"')
        process.stdout.close()
        said = process.stderr.read().decode()
        status = process.wait(timeout=60)
    assert said == ""
    assert status == 0
