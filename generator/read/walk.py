"""One walk over the JSON of a file as it is read: telegrams, whatever they lie in, and what is damaged.

Objects are told from what holds them by their keys; behind a damaged one the walk goes on at the next that
begins alike and is whole.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from generator.model import Problem, counted
from generator.read import limits
from generator.read.columns import Columns, Table, table_of
from generator.read.decode import clean
from generator.read.errors import UnreadableInputError
from generator.read.patterns import is_telegram
from generator.read.stated import plain_id

_FIRST_KEY: Final = re.compile(r'\{\s{0,200}"(?:[^"\\]|\\.){1,60}"\s{0,8}:')
_CONTAINER_FIRST: Final = re.compile(r'\{\s*"(?:[^"\\]|\\.){0,60}"\s*:\s*[\[{]')
"""An object whose first value is no plain one: it holds what is looked for, rather than being it."""
_ROW: Final = re.compile(r'\[\s*(?:["\d-]|true|false|null)')
_BETWEEN: Final = re.compile(r"[\s,:\x1e]*")
_SCALAR: Final = re.compile(r"[^\s,\]}\[{\":]+")
_CHUNK: Final = 256 * 1024
_DEEPEST: Final = 3
"""Levels of objects within one that are looked into for its columns."""
_LONGEST: Final = 2 * limits.CABLE
"""Characters of one value; escaped, a text has up to twice its own."""
_TRIES: Final = 100
"""Beginnings that are tried behind a damaged object."""
_AGAIN: Final = "mend it there, or have the file written anew"


def unknown_keys(keys: Sequence[str]) -> UnreadableInputError:
    """What is said of an object of these keys, none of which is known to hold a text."""
    return UnreadableInputError(
        code="not-a-cable",
        message=f"no key is known to hold a text ({', '.join(keys[:8]) or 'no object'})",
        hint="say in mkdocs.yml what they mean: columns: {KEY: body, KEY: id}",
    )


class ObjectPlace(NamedTuple):
    """Where a value stands."""

    number: int
    line: int


class FoundObject(NamedTuple):
    """Names and values of one telegram."""

    place: ObjectPlace
    text: str
    """As it stands in the file."""
    table: Table
    values: tuple[str, ...]


class ObjectFault(NamedTuple):
    """A value that is no telegram."""

    place: ObjectPlace
    error: UnreadableInputError

    def problem(self, path: str) -> Problem:
        """What is reported of it."""
        message = f"object {self.place.number}: {self.error.message}"
        return Problem.of(self.error.code, message, path=path, line=self.place.line, hint=self.error.hint)


class Walk:
    """One walk over the file as it is read, into whatever holds telegrams."""

    def __init__(self, stream: io.TextIOWrapper, columns: Columns) -> None:
        self.keys: tuple[str, ...] | None = ()
        """Those of the first object, as long as neither a telegram nor anything damaged was found."""
        self._stream = stream
        self._columns = columns
        self._decoder = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self._ended = False
        self._line = 1
        self._counted = 0
        """How far in the text lines have been counted."""
        self._number = 0
        self._inside: list[str] = []
        """The brackets that are open."""
        self._key: str | None = None
        """The key whose value comes next."""
        self._names: tuple[str, ...] = ()
        """Names of columns, of rows without names of their own."""

    def found(self) -> Iterator[FoundObject | ObjectFault]:
        """Every telegram and every fault, in order; where there is no telegram at all, damage alone."""
        others: list[ObjectFault] = []
        for found in self._all():
            if self.keys is not None and isinstance(found, ObjectFault) and found.error.code == "not-a-cable":
                others.append(found)
                continue
            if self.keys is not None:
                self.keys = None
                yield from others
            yield found

    def _all(self) -> Iterator[FoundObject | ObjectFault]:
        while self._next():
            sign = self._text[self._at]
            if sign in "]}":
                self._at += 1
                self._key = None
                if self._inside:
                    self._inside.pop()
            elif sign == "{":
                yield from self._object()
            elif sign == "[":
                yield from self._array()
            else:
                yield from self._plain()

    def _next(self) -> bool:
        """Go to the next sign that says something; False at the end of the file."""
        while True:
            blank = _BETWEEN.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text):
                return True
            if not self._more():
                return False

    def _more(self, size: int = _CHUNK) -> bool:
        """Read on, and forget what lies behind; False at the end of the file."""
        part = "" if self._ended else self._stream.read(size)
        self._ended = not part
        if self._at:
            self._count()
            self._text, self._at, self._counted = self._text[self._at :], 0, 0
        self._text += part
        return bool(part)

    def _count(self) -> int:
        """The line at hand."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _decoded(self) -> tuple[Any, int]:
        """The value at hand and where it ends, read on until it is whole.

        Raises:
            json.JSONDecodeError: It is damaged, or longer than any telegram.
        """
        while True:
            try:
                return self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                held = len(self._text) - self._at
                if self._behind() is not None or held > _LONGEST or not self._more(max(held, _CHUNK)):
                    raise
            except RecursionError as error:
                message = "nested too deeply"
                raise json.JSONDecodeError(message, "", 0) from error

    def _object(self) -> Iterator[FoundObject | ObjectFault]:
        if _CONTAINER_FIRST.match(self._text, self._at) and not self._is_whole():
            self._enter()
            return
        try:
            value, end = self._decoded()
        except json.JSONDecodeError as error:
            if len(self._text) - self._at > _LONGEST and self._behind() is None:
                self._enter()
            else:
                yield self._damaged(error)
            return
        record = self._record(value, end)
        if record is None and _holds(value, self._columns):
            self._enter()
            return
        if record is not None:
            yield record
        else:
            if self.keys == ():
                self.keys = tuple(value)
            if self._key is None and "{" not in self._inside:
                yield ObjectFault(self._place(), unknown_keys(tuple(value)))
        self._key, self._at = None, end

    def _is_whole(self) -> bool:
        try:
            self._decoder.raw_decode(self._text, self._at)
        except (json.JSONDecodeError, RecursionError):
            return False
        return True

    def _enter(self) -> None:
        """Go on within the object or array at hand."""
        self._inside.append(self._text[self._at])
        self._key = None if self._text[self._at] == "{" else self._key
        self._at += 1

    def _record(self, value: Mapping[str, Any], end: int) -> FoundObject | None:
        found = _telegram(self._key, value, self._columns)
        if found is None:
            return None
        return FoundObject(self._place(), self._text[self._at : end], found.table, found.values)

    def _place(self) -> ObjectPlace:
        self._number += 1
        return ObjectPlace(self._number, self._count())

    def _array(self) -> Iterator[FoundObject | ObjectFault]:
        """Enter it, unless it is a row of plain values: names of columns, or a telegram under these."""
        if not _ROW.match(self._text, self._at):
            self._enter()
            return
        try:
            value, end = self._decoded()
        except json.JSONDecodeError as error:
            yield self._damaged(error)
            return
        if any(isinstance(each, Mapping | list) for each in value):
            self._enter()
            return
        cells = tuple(_text(_shown(each)) for each in value)
        if table_of(cells, self._columns):
            self._names = cells
        elif self._names and len(cells) == len(self._names):
            table = table_of(self._names, self._columns)
            if table:
                yield FoundObject(self._place(), self._text[self._at : end], table, cells)
        elif self._names and self._key is None:
            yield ObjectFault(self._place(), _ragged(len(self._names)))
        self._key, self._at = None, end

    def _plain(self) -> Iterator[FoundObject | ObjectFault]:
        """A key, or a value without parts; a text under the number of a telegram is one."""
        if self._text[self._at] != '"':
            scalar = _SCALAR.match(self._text, self._at)
            self._key, self._at = None, scalar.end() if scalar else self._at + 1
            return
        try:
            value, end = self._decoded()
        except json.JSONDecodeError as error:
            yield self._damaged(error)
            return
        named = plain_id(self._key)
        if named and is_telegram(value):
            table = table_of(_PAIR, self._columns)
            if table:
                yield FoundObject(self._place(), self._text[self._at : end], table, (named, _text(value)))
        is_key = self._inside[-1:] == ["{"] and self._key is None
        self._key, self._at = value if is_key else None, end

    def _damaged(self, error: json.JSONDecodeError) -> ObjectFault:
        """Go on at the next object that is whole, if there is one."""
        place = self._place()
        behind = self._behind()
        self._key, self._at = None, len(self._text) if behind is None else behind
        rest = "" if behind is not None else "; nothing behind it could be read"
        message = f"damaged JSON ({error.msg.lower()}){rest}"
        return ObjectFault(
            place, UnreadableInputError(code="record-unreadable", message=message, hint=_AGAIN)
        )

    def _behind(self) -> int | None:
        """Where the next telegram begins behind the object at hand, which is damaged if there is one.

        What begins as that one does: within a text the quotes would be escaped.
        """
        first = _FIRST_KEY.match(self._text, self._at)
        start = (
            re.compile(re.escape(" ".join(first[0].split())).replace(r"\ ", r"\s*")) if first else _FIRST_KEY
        )
        for tried, match in enumerate(start.finditer(self._text, self._at + 1)):
            if tried >= _TRIES:
                break
            try:
                value, _ = self._decoder.raw_decode(self._text, match.start())
            except (json.JSONDecodeError, RecursionError):
                continue
            if _telegram(None, value, self._columns):
                return match.start()
        return None


_PAIR: Final = ("mrn", "body")


def _ragged(count: int) -> UnreadableInputError:
    return UnreadableInputError(
        code="row-malformed", message=f"not the {counted(count, 'column')} that a row has here", hint=_AGAIN
    )


class _Telegram(NamedTuple):
    table: Table
    values: tuple[str, ...]


def _telegram(key: str | None, value: Any, columns: Columns) -> _Telegram | None:  # noqa: ANN401 - any JSON
    """The telegram that an object is; None where it is none, or holds several.

    Args:
        key: Under which it stands: where that is a number, the telegram's, unless it has one of its own.
        value: Any value.
        columns: A publisher's own names.
    """
    if not isinstance(value, Mapping):
        return None
    cells = dict(_nested(value, _DEEPEST)) | dict(_own(value))
    table = table_of(list(cells), columns)
    if (number := plain_id(key)) and (table is None or "id" not in table.meanings):
        cells = {"mrn": number} | cells
        table = table_of(list(cells), columns)
    if table is None or sum(_telegram(*part, columns) is not None for part in value.items()) > 1:
        return None
    return _Telegram(table, tuple(cells.values()))


def _holds(value: Any, columns: Columns, depth: int = _DEEPEST) -> bool:  # noqa: ANN401 - any JSON
    """Whether telegrams lie somewhere within a value."""
    if not isinstance(value, Mapping | list):
        return False
    parts = value.items() if isinstance(value, Mapping) else ((None, part) for part in value)
    return any(
        (isinstance(part, str) and plain_id(key) is not None and is_telegram(part))
        or _telegram(key, part, columns) is not None
        or (
            isinstance(part, list)
            and table_of([each for each in part if isinstance(each, str)], columns) is not None
        )
        or (depth > 0 and _holds(part, columns, depth - 1))
        for key, part in parts
    )


def _own(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The plain values of an object, and lists of them as one."""
    for key, held in value.items():
        if isinstance(held, list):
            separator = "\n" if key.lower() in {"body", "text", "content"} else ", "
            yield (
                key,
                _text(separator.join(str(part) for part in held if not isinstance(part, Mapping | list))),
            )
        elif held is not None and not isinstance(held, Mapping):
            yield key, _text(str(held))


def _nested(value: Mapping[str, Any], depth: int) -> Iterator[tuple[str, str]]:
    """Those of the objects within it; what the object has itself goes before."""
    for held in value.values():
        if isinstance(held, Mapping) and depth:
            yield from _nested(held, depth - 1)
            yield from _own(held)


def _shown(value: Any) -> str:  # noqa: ANN401 - a plain value of JSON
    return "" if value is None else str(value)


def _text(value: str) -> str:
    """Without what no text may hold: halves of characters, control characters."""
    return clean(value.encode("utf-8", "replace").decode("utf-8"))
