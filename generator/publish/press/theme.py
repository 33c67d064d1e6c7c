"""A theme whose files are listed without its pictures.

Material brings ten thousand icons, in a folder whose name begins with a dot. MkDocs lists every file of a
theme and then drops those: on a small site that took longer than writing its pages.
"""

import os
from collections.abc import Iterator
from pathlib import PurePath

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class ThemeWithoutPictures(Theme):
    """A theme as MkDocs knows it; only its list of files is shorter."""

    @classmethod
    def of(cls, theme: Theme) -> "ThemeWithoutPictures":
        """The same theme."""
        same = cls.__new__(cls)
        vars(same).update(vars(theme))
        return same

    def get_env(self) -> Environment:
        """As MkDocs makes it."""
        environment = super().get_env()
        environment.loader = _Shown(self.dirs)
        return environment


class _Shown(FileSystemLoader):
    """Finds every template by name, and lists those that stand in no hidden folder."""

    def list_templates(self) -> list[str]:
        return sorted({name for top in self.searchpath for name in _files(top)})


def _files(top: str) -> Iterator[str]:
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        within = PurePath(os.path.relpath(folder, top))
        yield from ((within / name).as_posix() for name in names)
