"""Plain values as YAML: what PyYAML's dumper writes, in a tenth of its time.

A page's front matter is a dictionary of text, numbers, lists and dictionaries; PyYAML makes a tree of nodes
and a stream of events of it first. The rules for text are those of libyaml's ``yaml_emitter_analyze_scalar``.
Where they would need more than is known here (a line's end in a text, a character that has to be escaped, a
value that stands twice) the answer is None, and PyYAML writes it. ``tests/pages/test_pages_front_matter.py``
holds the two against member other.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from yaml.resolver import Resolver

_UNKNOWN = re.compile("[^ -~\xa0-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff01-\ufffd]")
"""What libyaml escapes or breaks lines at, and what it may."""
_NOT_PLAIN = re.compile(r"[#,\[\]{}&*!|>'\"%@`]|[-?:](?: |\Z)|---|\.\.\.| |.*(?: \Z|:(?: |\Z)| #)")
"""Text that cannot stand unquoted, by how it begins or by what is in it."""
_NOT_IN_FLOW = re.compile(r"[,?\[\]{}:]")
"""What cannot stand unquoted between brackets."""
_PLAINLY = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ()/._-]*[A-Za-z0-9)/._-])?")
_WORDS = frozenset({"yes", "no", "true", "false", "on", "off", "null"})
"""Most text and what in it would be a truth or nothing."""


class _UnknownError(Exception):
    """A value whose form is not certain."""


def yaml_text(record: dict[str, Any]) -> str | None:
    """The record as PyYAML writes it: in the order given, lists and dictionaries of mere values in one line.

    Returns:
        None where PyYAML has to.
    """
    if _stands_twice(record, set()):
        return None
    try:
        return f"{_flow(record)}\n" if _is_flat(record) else "\n".join(_block(record)) + "\n"
    except _UnknownError:
        return None


def _stands_twice(value: object, seen: set[int]) -> bool:
    """Whether one collection is in two places, of which PyYAML writes one as a reference to the other."""
    if not isinstance(value, (dict, list)):
        return False
    if id(value) in seen:
        return True
    seen.add(id(value))
    return any(
        _stands_twice(member, seen) for member in (value.values() if isinstance(value, dict) else value)
    )


def _is_flat(value: object) -> bool:
    """Whether a value stands in one line: it is no collection, or one of values that are none."""
    if isinstance(value, dict):
        return not any(isinstance(member, (dict, list)) for member in value.values())
    return not (isinstance(value, list) and any(isinstance(member, (dict, list)) for member in value))


def _block(value: dict[str, Any] | list[Any]) -> Iterator[str]:
    """The lines of a collection that does not stand in one."""
    if isinstance(value, dict):
        for key, member in value.items():
            name = _scalar(key, in_flow=False)
            if _is_flat(member):
                yield f"{name}: {_line(member)}"
                continue
            yield f"{name}:"
            # the dashes of a list are indentation enough
            yield from (
                _block(member) if isinstance(member, list) else (f"  {line}" for line in _block(member))
            )
        return
    for member in value:
        if _is_flat(member):
            yield f"- {_line(member)}"
            continue
        first, *others = _block(member)
        yield f"- {first}"
        yield from (f"  {line}" for line in others)


def _line(value: object) -> str:
    if isinstance(value, (dict, list)):
        return _flow(value)
    return _scalar(value, in_flow=False)


def _flow(value: dict[str, Any] | list[Any]) -> str:
    if isinstance(value, dict):
        pairs = (
            f"{_scalar(key, in_flow=True)}: {_scalar(member, in_flow=True)}" for key, member in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join([_scalar(member, in_flow=True) for member in value])}]"


def _scalar(value: object, *, in_flow: bool) -> str:
    if isinstance(value, str):
        return _text(value, in_flow)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    raise _UnknownError


@lru_cache(10_000)
def _text(text: str, in_flow: bool) -> str:  # noqa: FBT001 - a cache knows what is called alike
    if _PLAINLY.fullmatch(text) and text.lower() not in _WORDS:
        return text
    if _UNKNOWN.search(text):
        raise _UnknownError
    if not text:
        return "''"
    plain = (
        _NOT_PLAIN.match(text) is None
        and not (in_flow and _NOT_IN_FLOW.search(text))
        and not _means_other(text)
    )
    return text if plain else "'{}'".format(text.replace("'", "''"))


def _means_other(text: str) -> bool:
    """Whether unquoted text would be read as a number, a date, a truth or nothing."""
    rules = Resolver.yaml_implicit_resolvers
    return any(rule.match(text) for _, rule in (*rules.get(text[0], ()), *rules.get(None, ())))
