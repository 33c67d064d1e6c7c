"""A build by another version than the last says what changed for the project, out of the changelog."""

import re
from pathlib import Path

import msgspec
import pytest

from generator import __version__
from generator.cli.report import made_before
from generator.cli.upgrading import changes_since, upgrade_lines
from generator.settings import PACKAGE, Project, read_configuration

CHANGELOG = """\
# Changelog

## Unreleased

### Added

- `shiny:` in mkdocs.yml.

## 0.3.0 (2026-05-03)

### Removed

- `old` is
  gone.

### Changed

- `related:` counts otherwise.

## 0.2.0

### Changed

- Something of long ago.
"""


def test_entries_above_a_version_are_told_each_on_one_line() -> None:
    found = [(change.version, change.kind, change.text) for change in changes_since("0.2.0", CHANGELOG)]
    assert found == [
        ("Unreleased", "Added", "`shiny:` in mkdocs.yml."),
        ("0.3.0", "Removed", "`old` is gone."),
        ("0.3.0", "Changed", "`related:` counts otherwise."),
    ]
    assert next(iter(changes_since("0.2.0", CHANGELOG))).terms == {"shiny"}


def test_the_changelog_that_is_shipped_has_that_form() -> None:
    changes = list(changes_since("0.0.0", (PACKAGE / "CHANGELOG.md").read_text("utf-8")))
    assert len(changes) > 20
    assert {change.kind for change in changes} <= {
        "Added",
        "Changed",
        "Deprecated",
        "Fixed",
        "Removed",
        "Security",
    }


def project_of(folder: Path, options: str) -> Project:
    (folder / "docs").mkdir()
    text = f"site_name: A\nextra:\n  cablepress:\n    {options}\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(config_file=folder / "mkdocs.yml", base=folder)


def test_what_concerns_the_project_is_shown_and_the_rest_counted(tmp_path: Path) -> None:
    """``readers:`` is an option of which the changelog speaks, and of which most of its entries do not."""
    configured = read_configuration(project_of(tmp_path, "readers: []"))
    first, *lines = upgrade_lines("0.0.0", configured)
    assert first == f"Built by Cablepress {__version__}; the last build was by 0.0.0."
    assert any(line.startswith("  added: ") and "`readers:`" in line for line in lines)
    assert re.fullmatch(r"\d+ more changes stand in .*CHANGELOG\.md", lines[-1])
    assert len(lines) < 15


@pytest.mark.parametrize("before", [None, __version__])
def test_the_same_version_has_nothing_to_say(before: str | None, tmp_path: Path) -> None:
    assert list(upgrade_lines(before, read_configuration(project_of(tmp_path, "related: 3")))) == []


def test_the_report_of_the_last_build_says_which_version_made_it(tmp_path: Path) -> None:
    report = tmp_path / "build-report.json"
    assert made_before(report) is None
    report.write_bytes(msgspec.json.encode({"made_by": "Cablepress 0.0.7", "counts": {}}))
    assert made_before(report) == "0.0.7"
    report.write_text("[]", encoding="utf-8")
    assert made_before(report) is None
