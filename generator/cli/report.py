"""The build's report, for the publisher alone."""

import os
from pathlib import Path

import msgspec

from generator import __version__
from generator.cli.output import say
from generator.pipeline import Report
from generator.publish import SiteError

MADE_BY = "Cablepress"
OLDER = {"counts", "warnings", "protected", "suspects"}
"""What the reports of versions consist of that did not yet say who made them."""


def refuse_foreign(path: Path) -> None:
    """A report takes the place of a report only.

    Raises:
        SiteError: The file is another.
    """
    if not path.is_file():  # what is no file, /dev/null for one, is written to and not replaced
        return
    try:
        content = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        content = None
    keys = content if isinstance(content, dict) else {}
    if not (str(keys.get("made_by", "")).startswith(MADE_BY) or set(keys) == OLDER):
        message = f"{path}: is no report of a build; choose another --report or move the file away"
        raise SiteError(message)


def made_before(path: Path) -> str | None:
    """Version that made the report which is there; None: there is none, or it does not say."""
    try:
        content = msgspec.json.decode(path.read_bytes()) if path.is_file() else None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    made_by = str(content.get("made_by", "")) if isinstance(content, dict) else ""
    return made_by.removeprefix(MADE_BY).strip() if made_by.startswith(MADE_BY) else None


def write_report(report: Report, path: Path) -> None:
    """Write ``path`` as JSON: counts, every warning, everyone protected.

    It names sources at risk: only its owner may read it, and it must not be published.
    """
    content = {
        "made_by": f"{MADE_BY} {__version__}",
        "counts": report.counts,
        "warnings": report.warnings,
        "protected": report.protected,
        "suspects": report.suspects,
        **({"rendered_together": report.together} if report.together else {}),
    }
    try:
        write_private(path.resolve(), msgspec.json.format(msgspec.json.encode(content)) + b"\n")
    except OSError as error:
        say(f"{path}: report-unwritten: {error.strerror}; the site is whole, only the report is missing")


def write_private(path: Path, content: bytes) -> None:
    """Write a file that is never readable for others, not even while it is written.

    Raises:
        OSError: It cannot be written.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:  # noqa: PTH123
            stream.write(content)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
