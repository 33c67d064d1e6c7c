"""Names of files and archive members: how they are shown, and which are no part of a corpus."""

import os
import re
from pathlib import Path

_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line ends, direction overrides, and bytes that are no UTF-8: a name must fit on one
line of a report and mean what it looks like."""

JUNK_FOLDERS = frozenset({"__MACOSX", "__pycache__", "node_modules"})
"""Folders that archivers and other programs leave behind."""

JUNK_FILES = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|changelog|contributing|authors|codeowners)(?:\.(?:md|txt|rst|html?))?"
    r"|thumbs\.db|desktop\.ini|.*~|.*\.(?:swp|tmp|bak|part|crdownload)",
    re.IGNORECASE,
)
"""Files that accompany a corpus without belonging to it. A file that is named on the command line is read
whatever its name."""


def is_junk(name: str) -> bool:
    """Whether a path in a corpus or an archive is no part of it: hidden, left behind, about the corpus."""
    parts = name.replace("\\", "/").split("/")
    folders, file = parts[:-1], parts[-1]
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return hidden or not JUNK_FOLDERS.isdisjoint(folders) or bool(JUNK_FILES.fullmatch(file))


def shown(name: str) -> str:
    """A member's name as a clean relative path: never absolute, no ``..``, no drive, nothing unprintable."""
    parts = (_UNSHOWABLE.sub("\ufffd", part) for part in re.split(r"[/\\]+", name))
    kept = [part for part in parts if part not in {"", ".", ".."} and not re.fullmatch("[A-Za-z]:", part)]
    return "/".join(kept) or "unnamed"


def shown_text(text: str) -> str:
    """Any text on one line, unprintable characters replaced."""
    return _UNSHOWABLE.sub("\ufffd", text)


def shown_path(path: Path, root: Path) -> str:
    """A file's path relative to the given root (its own name where it is the root itself), for people."""
    relative = path.name if path == root else path.relative_to(root).as_posix()
    return shown(os.fsencode(relative).decode("utf-8", "replace"))
