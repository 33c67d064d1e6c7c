"""Templates compiled once: by an earlier build, or for MkDocs' run and the press alike.

Jinja2 keeps nothing by itself: each build compiled the theme's hundred templates anew, MkDocs' run and every
process of the press some of them each, which for a small site was a third of the time.
"""

import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MAKERS = ("jinja2", "mkdocs", "mkdocs-material")
"""What decides what a template's source compiles to: the compiler, and the filters that it knows."""


def made_by() -> str:
    """Of one machine's compiled templates another may know nothing: a name for those that can be shared."""
    return " ".join((platform.python_version(), *map(version, MAKERS)))


class Compiled(BytecodeCache):
    """The compiled templates of one theme, each under its file and the digest of its source."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        """Take over what was compiled ``before``, by the program and packages that are here now."""
        self._before = before
        self.used: dict[str, bytes] = {}
        """What this build had a use for."""

    @property
    def is_known(self) -> bool:
        """Whether everything that was of use had been there."""
        return self._before.keys() >= self.used.keys()

    def load_bytecode(self, bucket: Bucket) -> None:
        """As Jinja2 asks for it."""
        name = _name(bucket)
        code = self.used.get(name) or self._before.get(name) or _here().get(name)
        if code is not None:
            bucket.bytecode_from_string(code)
        if bucket.code is not None and code is not None:
            self.used[name] = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """As Jinja2 hands it over."""
        name = _name(bucket)
        self.used[name] = _here()[name] = bucket.bytecode_to_string()


@cache
def _here() -> dict[str, bytes]:
    """What this process has compiled: the next build that it runs, of whatever project, has a use for it."""
    return {}


def _name(bucket: Bucket) -> str:
    return f"{bucket.key} {bucket.checksum}"
