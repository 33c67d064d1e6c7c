"""Compare two folders file by file, and say in words that a person can review what differs."""

import difflib
from collections.abc import Iterator
from pathlib import Path

SHOWN = 60
"""Lines of a file's difference that are shown; the rest is a number."""


def files(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its path, in order."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def differences(expected: dict[str, bytes], actual: dict[str, bytes]) -> Iterator[str]:
    """One text per file that differs: which, and how."""
    for path in sorted({*expected, *actual}):
        if path not in actual:
            yield f"{path}: is not made any more"
        elif path not in expected:
            yield f"{path}: is new"
        elif expected[path] != actual[path]:
            yield f"{path}:\n{_unified(expected[path], actual[path])}"


def _unified(before: bytes, after: bytes) -> str:
    old, new = (side.decode("utf-8", "backslashreplace").splitlines() for side in (before, after))
    lines = list(difflib.unified_diff(old, new, "before", "now", lineterm="", n=1))
    rest = [f"... and {len(lines) - SHOWN} more lines"] if len(lines) > SHOWN else []
    return "\n".join(f"  {line}" for line in (*lines[:SHOWN], *rest))
