"""The build's report, for the publisher alone."""

from pathlib import Path

import msgspec

from generator.cli.options import say
from generator.pipeline import Report


def write_report(report: Report, path: Path) -> None:
    """Write ``path`` as JSON: counts, every warning, everyone protected.

    It names sources at risk: only its owner may read it, and it must not be published.
    """
    content = {
        "counts": report.counts,
        "warnings": report.warnings,
        "protected": report.collected.protected,
        "suspects": report.collected.suspects,
    }
    try:
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_bytes(msgspec.json.format(msgspec.json.encode(content)) + b"\n")
    except OSError as error:
        say(f"{path}: report-unwritten: {error.strerror}; the site is whole, only the report is missing")
