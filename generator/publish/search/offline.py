"""The search index as scripts, the only thing that a browser loads from ``file://``.

Browsers fetch nothing and load no modules from disk, but run classic scripts. So each file of Pagefind's
becomes a script that hands its content over, and Pagefind's module becomes a function to which our own
``fetch`` is given (overrides/assets/javascripts/search/engine.js). What this takes for granted of Pagefind's
module is checked here: an upgrade that changes it fails while bundling, not in a reader's browser.
"""

import base64
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from generator.publish.search.report import SearchError
from generator.publish.search.table import call, read_call

SIGNATURE = b"pagefind_dcd"
"""First bytes of each of Pagefind's files once decompressed; by them its module knows a decompressed file."""

_EXPORT = re.compile(r"export\s*\{(?P<names>[\w$,\s]+)\};?\s*$")
_MODULE_SYNTAX = re.compile(r"\bimport\b\s*(?:[{*\"'(.]|[\w$]+(?:\s+from\b|\s*,))|\bexport\b\s*[{*\w]")
_USED = ("await fetch(", SIGNATURE.decode(), "noWorker", "basePath", "mergeIndex")
_TEXT = frozenset({".json", ".pf_fragment"})
_DATA = frozenset({".pf_index", ".pf_meta", ".pagefind"})


def offline_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a search folder as a bundle has it: path below the folder, content.

    Args:
        folder: ``pagefind/`` as ``index_site`` wrote it.

    Raises:
        SearchError: Pagefind's files are not what this was written for.
    """
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        path = file.relative_to(folder).as_posix()
        if path == "search.js":
            manifest = {**read_call(file), "offline": True, "start": []}
            yield path, call("search", manifest).encode()
        elif file.name == "pagefind.js":
            yield "engine.js", engine_script(file.read_text(encoding="utf-8")).encode()
        elif file.suffix in _TEXT | _DATA:
            yield f"{path}.js", call(f"{folder.name}/{path}", _content(file)).encode()
        elif file.parent == folder:
            yield path, file.read_bytes()


def engine_script(module: str) -> str:
    """Pagefind's module as a function of ``fetch`` that returns what the module exports.

    Raises:
        SearchError: The module has no list of exports at its end, or uses other module syntax than
            ``import.meta.url``, or no longer exports what our interface calls.
    """
    found = _EXPORT.search(module)
    _require(found is not None, "its module does not end with a list of exports")
    names = {name.strip() for name in found["names"].split(",")} if found else set()
    body = module[: found.start()].replace("import.meta.url", '""') if found else ""
    left = _MODULE_SYNTAX.search(body)
    _require("createInstance" in names, "its module exports no createInstance")
    _require(left is None, f"its module uses {left.group()!r}" if left else "")
    _require(all(sign in body for sign in _USED), "its module loads its files in another way")
    return (
        f'cablepressSearch.table("engine",function(fetch){{{body}\nreturn{{{",".join(sorted(names))}}};}});\n'
    )


def _content(file: Path) -> dict[str, str]:
    """Text as text, which a zip compresses better and a browser need not unpack; the rest in base 64."""
    data = file.read_bytes()
    if file.suffix not in _TEXT:
        return {"base64": base64.b64encode(data).decode("ascii")}
    if file.suffix == ".pf_fragment":
        data = gzip.decompress(data)
        _require(data.startswith(SIGNATURE), "its fragments have another signature")
    return {"text": data.decode("utf-8")}


def _require(met: bool, otherwise: str) -> None:  # noqa: FBT001 - a condition, as in assert
    if not met:
        message = f"search: this Pagefind cannot be bundled: {otherwise}; use the version in pyproject.toml"
        raise SearchError(message)
