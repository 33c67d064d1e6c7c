"""The front matter of a generated page, of which templates read a little: the rest when asked for."""

import re
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from typing import Any

import yaml
from mkdocs.utils.meta import get_data

try:  # as MkDocs
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - depends on the platform's wheel
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_LIST = re.compile(r"^([a-z_]+):\n((?:(?:- |  )[^\n]*\n)+)", re.MULTILINE)
"""A key whose value is a list or a mapping of several lines."""
_UNUSUAL = re.compile(r"[&*]id\d|^(?!(?:[a-z_]+:(?: |$)|- |  ))", re.MULTILINE)
"""A value that stands for another, or a line that is none of ours: then all is read at once."""


def divided(source: str) -> tuple[str, dict[str, Any]]:
    """A page's Markdown and its front matter, as MkDocs' ``get_data``.

    Args:
        source: A page that the generator wrote.
    """
    head, mark, body = source.removeprefix("---\n").partition("\n---\n")
    text = f"{head}\n"
    if not source.startswith("---\n") or not mark or _UNUSUAL.search(head):
        markdown, data = get_data(source)
        return markdown, data
    later = {found[1]: found[2] for found in _LIST.finditer(text)}
    data = yaml.load(_LIST.sub(r"\1:\n", text), _Loader)
    if not isinstance(data, dict):
        markdown, data = get_data(source)
        return markdown, data
    return body.lstrip("\n"), _FrontMatter(data, later) if later else data


class _FrontMatter(dict[str, Any]):
    """A dictionary some of whose values are still YAML."""

    def __init__(self, values: dict[str, Any], later: dict[str, str]) -> None:
        super().__init__(values)
        self._later = later

    def _read(self, key: object) -> None:
        if isinstance(key, str) and key in self._later:
            super().__setitem__(key, yaml.load(self._later.pop(key), _Loader))

    def _read_all(self) -> None:
        for key in tuple(self._later):
            self._read(key)

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - whatever YAML holds
        self._read(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as above
        """As of any dictionary."""
        self._read(key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:  # whoever copies a dictionary that has its own goes this way
        self._read_all()
        return super().__iter__()

    def keys(self) -> KeysView[str]:  # type: ignore[override] # a kind of it
        """As of any dictionary."""
        self._read_all()
        return super().keys()

    def values(self) -> ValuesView[Any]:  # type: ignore[override] # a kind of it
        """As of any dictionary."""
        self._read_all()
        return super().values()

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override] # a kind of it
        """As of any dictionary."""
        self._read_all()
        return super().items()

    def __eq__(self, other: object) -> bool:
        self._read_all()
        return super().__eq__(other)

    __hash__ = None

    def __repr__(self) -> str:
        self._read_all()
        return super().__repr__()

    def __setitem__(self, key: str, value: object) -> None:
        self._later.pop(key, None)
        super().__setitem__(key, value)

    def copy(self) -> dict[str, Any]:
        """As of any dictionary."""
        self._read_all()
        return super().copy()
