"""Code of a publisher's own that works along: named in mkdocs.yml, found by that name, loaded.

A name with a colon is a place, ``package.module:attribute``. One without is what an installed package gave it
(https://packaging.python.org/en/latest/specifications/entry-points/). What is installed and not named does
nothing: a site comes of its mkdocs.yml.
"""

import difflib
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Final

EXECUTORS: Final = "cablepress.executors"
"""Group of the entry points that make executors, :class:`concurrent.futures.Executor`."""
READERS: Final = "cablepress.readers"
"""Group of the entry points that are layouts, :class:`generator.read.Layout`."""
TAGGERS: Final = "cablepress.taggers"
"""Group of the entry points that are taggers, :class:`generator.people.Tagger`."""


def place_of(name: str, group: str) -> str:
    """Where something plugged in stands: ``package.module:attribute``.

    Raises:
        ValueError: No installed package has anything of that name in the group.
    """
    return name if ":" in name else _entry(name, group).value


def load_plugged(name: str, group: str) -> object:
    """What a publisher names.

    Raises:
        ValueError: It cannot be found or imported; the message says why.
    """
    kind = group.rpartition(".")[2].removesuffix("s")
    module, _, attribute = place_of(name, group).partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        message = f"{kind} {name!r} cannot be loaded: {error}"
        raise ValueError(message) from error


def _entry(name: str, group: str) -> EntryPoint:
    known = {entry.name: entry for entry in entry_points(group=group)}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    tail = f"did you mean {near[0]}?" if near else "write package.module:attribute, or install what has it"
    message = f"no installed package has a {group.rpartition('.')[2].removesuffix('s')} {name!r}; {tail}"
    raise ValueError(message)
