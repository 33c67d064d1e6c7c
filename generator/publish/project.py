"""Where a site's configuration, theme and hand-written pages are.

A build uses the mkdocs.yml it is given, or the one in the current folder. Where there is neither, it uses
Cablepress' own, copied to a scratch folder so that a build from anywhere writes into no checkout.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import ConfigurationError

from generator.pages import GENERATED
from generator.publish.owned import LIST
from generator.publish.scratch import scratch_folder
from generator.settings import PACKAGE, Project

OWN = ("mkdocs.yml", "docs", "overrides")
"""What a project consists of, beside the cables."""


@contextmanager
def open_project(config: Path | None) -> Iterator[Project]:
    """The project to build with; a scratch copy is removed at the end.

    Args:
        config: The mkdocs.yml to use; None: the current folder's, else Cablepress' own.

    Raises:
        ConfigurationError: ``config`` is no file.
    """
    if config is None and Path("mkdocs.yml").is_file():
        config = Path("mkdocs.yml")
    if config is not None:
        if not config.is_file():
            message = f"{config}: there is no such file; name the mkdocs.yml of your site"
            raise ConfigurationError(message)
        path = config.resolve()
        yield Project(config_file=path, base=path.parent)
        return
    with scratch_folder() as scratch:
        for name in OWN:
            _copy(PACKAGE / name, scratch / name)
        yield Project(config_file=scratch.resolve() / "mkdocs.yml", base=Path.cwd())


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=_generated)
    else:
        shutil.copyfile(source, target)


def _generated(folder: str, names: list[str]) -> set[str]:
    """Pages that a build in the checkout left in docs/ belong to its corpus, not to this one."""
    return set(names) & {*GENERATED, "index.md", LIST} if Path(folder) == PACKAGE / "docs" else set()
