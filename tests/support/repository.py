"""The files of the repository as they are committed, and the code that its documents mention."""

import re
import subprocess
from functools import cache
from pathlib import Path

from support.commands import ROOT

_SPAN = re.compile(r"`([^`\n]+)`")
_BLOCK = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file under version control, and every new one that is to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - the checkout's own
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def mentioned(document: Path) -> list[str]:
    """Everything that a Markdown document shows as code: spans, and the lines of blocks without comments."""
    text = document.read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for block in _BLOCK.findall(text) for line in block.splitlines())
    return [*filter(None, lines), *_SPAN.findall(_BLOCK.sub("", text))]
