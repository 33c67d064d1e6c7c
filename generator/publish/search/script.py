"""Pagefind's module as a script that is given the means to read its files.

Its module fetches and unpacks what it needs by itself, one file after the other, with a gunzip in JavaScript.
As a function of ``fetch`` it reads as our interface lets it (overrides/assets/javascripts/search/engine.js):
over http in fewer rounds and unpacked by the browser, from disk out of scripts, for a browser fetches nothing
and loads no modules there. Its code stays as it is. What this takes for granted of it is checked here: an
upgrade that changes it fails while indexing, not in a reader's browser.
"""

import re

from generator.publish.search.report import SearchError

SIGNATURE = b"pagefind_dcd"
"""First bytes of each of Pagefind's files once unpacked; by them its module knows an unpacked file."""

_EXPORT = re.compile(r"export\s*\{(?P<names>[\w$,\s]+)\};?\s*$")
_MODULE_SYNTAX = re.compile(r"\bimport\b\s*(?:[{*\"'(.]|[\w$]+(?:\s+from\b|\s*,))|\bexport\b\s*[{*\w]")
_USED = ("await fetch(", SIGNATURE.decode(), "noWorker", "basePath", "mergeIndex")


def engine_script(module: str) -> str:
    """Pagefind's module as a function of ``fetch`` and ``setTimeout`` that returns what the module exports.

    Raises:
        SearchError: The module has no list of exports at its end, or uses other module syntax than
            ``import.meta.url``, or no longer exports what our interface calls.
    """
    found = _EXPORT.search(module)
    require(found is not None, "its module does not end with a list of exports")
    names = {name.strip() for name in found["names"].split(",")} if found else set()
    body = module[: found.start()].replace("import.meta.url", '""') if found else ""
    left = _MODULE_SYNTAX.search(body)
    require("createInstance" in names, "its module exports no createInstance")
    require(left is None, f"its module uses {left.group()!r}" if left else "")
    require(all(sign in body for sign in _USED), "its module loads its files in another way")
    exported = ",".join(sorted(names))
    return f'cablepressSearch.table("engine",function(fetch,setTimeout){{{body}\nreturn{{{exported}}};}});\n'


def require(met: bool, otherwise: str) -> None:  # noqa: FBT001 - a condition, as in assert
    """Refuse a Pagefind that this project was not written for.

    Raises:
        SearchError: Not ``met``; the message says what is otherwise and what to do.
    """
    if not met:
        message = f"search: this Pagefind cannot be used: {otherwise}; use the version in pyproject.toml"
        raise SearchError(message)
