"""What the browser is handed: scripts that call ``cablepressSearch.table(name, value)``.

A browser loads scripts, and nothing else, from disk: the same files serve over http and from ``file://``.
"""

import json
from typing import Any


def call(name: str, value: object) -> str:
    """``cablepressSearch.table("rows/0",{...});``, keys sorted."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"cablepressSearch.table({json.dumps(name)},{text});\n"


def read_call(text: str) -> Any:  # noqa: ANN401 - whatever was handed to `call`
    """The value that a script hands over."""
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])
