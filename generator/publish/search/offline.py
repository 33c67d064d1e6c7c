"""The search index as scripts, the only thing that a browser loads from ``file://``.

Each file of Pagefind's becomes a script that hands its content over
(overrides/assets/javascripts/search/engine.js).
"""

import base64
import gzip
from collections.abc import Iterator
from pathlib import Path

from generator.publish.search.script import SIGNATURE, require
from generator.publish.search.table import call, read_call

_TEXT = frozenset({".json", ".pf_fragment"})
_DATA = frozenset({".pf_index", ".pf_meta", ".pagefind"})


def offline_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a search folder as a bundle has it: path below the folder, content.

    Args:
        folder: ``pagefind/`` as ``index_site`` wrote it with no limit of files: each fragment has its own.

    Raises:
        SearchError: Pagefind's files are not what this was written for.
    """
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        path = file.relative_to(folder).as_posix()
        if path == "search.js":
            yield path, call("search", {**read_call(file), "offline": True}).encode()
        elif file.suffix in _TEXT | _DATA:
            yield f"{path}.js", call(f"{folder.name}/{path}", _content(file)).encode()
        else:
            yield path, file.read_bytes()


def _content(file: Path) -> dict[str, str]:
    """Text as text, which a zip compresses better and a browser need not unpack; the rest in base 64."""
    data = file.read_bytes()
    if file.suffix not in _TEXT:
        return {"base64": base64.b64encode(data).decode("ascii")}
    if file.suffix == ".pf_fragment":
        data = gzip.decompress(data)
        require(data.startswith(SIGNATURE), "its fragments have another signature")
    return {"text": data.decode("utf-8")}
