"""Generated pages taken out of MkDocs' run, and pressed in processes of their own before that run is over."""

import copy
import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, PluginCollection, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator.model import InOrder
from generator.publish.extensions import fixed
from generator.publish.page_check import PageCheck
from generator.publish.press.anchors import Anchors
from generator.publish.press.compiled import Compiled
from generator.publish.press.drafts import Drafts
from generator.publish.press.keeping import Keeping, Made
from generator.publish.press.press import Press
from generator.publish.press.shell import Shell
from generator.publish.press.written import WrittenFiles
from generator.settings import Ear, MkDocsOptions, heard

BATCH = 32
"""Files that a process is handed at once."""
PIECE = 1 << 20
"""Bytes of a file that are copied at once."""
OURS = "cablepress"
"""How the names of plugins begin that no mkdocs.yml names."""


class _NoOptions(Config):  # type: ignore[no-untyped-call] # MkDocs gives __init_subclass__ no types
    """Of a plugin that no mkdocs.yml names."""


class Apart(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call] # MkDocs gives __init_subclass__ no types
    """MkDocs' run knows generated pages by their addresses; when it has made all others, they are pressed."""

    def __init__(  # noqa: PLR0913 - what is pressed, and how
        self,
        docs: Path,
        generated: Collection[str],
        check: PageCheck,
        in_order: InOrder,
        keeping: Keeping | None = None,
        *,
        unlisted: Collection[str] = (),
        drafts: Path | None = None,
        compiled: Compiled,
    ) -> None:
        """Keep the files ``generated`` below ``docs`` out of the run; ``check`` hears what they hold.

        Those that are ``unlisted`` stand in no list of all pages; ``drafts`` has those that are not in the
        folder. Templates are ``compiled`` where they were not.
        """
        self._compiled = compiled
        self._keeping, self._unlisted, self._drafts = keeping, frozenset(unlisted), drafts
        self._docs, self._generated, self._check, self._in_order = docs, generated, check, in_order
        self._files: WrittenFiles | None = None
        self._nav: Navigation | None = None

    def on_env(self, env: Environment, /, **_: Any) -> Environment:  # noqa: ANN401 - MkDocs' own
        """Templates are about to be loaded."""
        env.bytecode_cache = self._compiled
        return env

    def on_files(self, files: Files, /, *, config: MkDocsOptions) -> Files:
        """The files of MkDocs' run, which answers for all."""
        pages = Drafts(self._docs, self._drafts)
        self._files = WrittenFiles(
            files, self._generated, self._docs, config, pages=pages, unlisted=self._unlisted
        )
        return self._files

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:  # noqa: ANN401 - MkDocs' own
        """The navigation is made: what asks for pages now lists them."""
        self._nav = nav
        if self._files is not None:
            self._files.listing = True
        return nav

    @event_priority(100)  # a publisher's own sees the whole site
    def on_post_build(self, *, config: MkDocsOptions) -> None:
        """All other pages are written, and those of the navigation have their titles."""
        if self._nav is None:  # MkDocs made no site
            return
        shell = Shell(
            config=_alone(config),
            nav=self._nav,
            docs=self._docs,
            drafts=self._drafts,
            site=Path(config.site_dir),
            active=self._check.templates,
            compiled=self._compiled,
        )
        log = logging.getLogger("mkdocs.structure.pages")
        keeping = self._keeping
        if keeping:
            keeping.begin(shell)
        left = (path for path in self._generated if not (keeping and keeping.take(path)))
        for answer in self._in_order(_Work(shell), _batches(left)):
            if keeping:
                for made in answer.made:
                    keeping.made(made)
            for path, unsound in answer.unsound:
                self._check.note(path, unsound)
            for level, message in answer.said:
                log.log(level, "%s", message)


def _alone(config: MkDocsOptions) -> MkDocsOptions:
    """The configuration without what only this process has."""
    theirs = PluginCollection()
    for name, plugin in config.plugins.items():
        if not name.startswith(OURS):
            theirs[name] = plugin
    alone = copy.copy(config)
    alone.plugins = theirs
    fixed(config).put_into(alone)
    return alone


def _batches(paths: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(paths)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What a process says of a batch: nothing of the pages themselves, which are written."""

    unsound: tuple[tuple[str, str], ...]
    """(page, what it must not hold)"""
    said: tuple[tuple[int, str], ...]
    """MkDocs' warnings: (level, message)."""
    made: tuple[Made, ...]
    """The files of which nothing is to be said."""


@contextmanager
def _heard_here(config_file: Path) -> Iterator[Ear]:
    """What MkDocs says inside the block, to be said again by the first process; nobody else hears it."""
    logger = logging.getLogger("mkdocs")
    others = logger.handlers[:]
    logger.handlers.clear()
    try:
        with heard(config_file) as ear:
            yield ear
    finally:
        logger.handlers[:] = others


class _Work:
    """Writes batches of pages in one process; what it is given it keeps for all of them."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    def __getstate__(self) -> Shell:
        return self.shell

    def __setstate__(self, shell: Shell) -> None:
        self.shell = shell

    @cached_property
    def _press(self) -> Press:
        return Press(self.shell)

    @cached_property
    def _pages(self) -> Drafts:
        return Drafts(self.shell.docs, self.shell.drafts)

    @cached_property
    def _anchors(self) -> Anchors:
        return Anchors(self._pages)

    def __call__(self, batch: Sequence[str]) -> _Answer:
        """Write a batch."""
        unsound: list[tuple[str, str]] = []
        said: list[tuple[int, str]] = []
        made: list[Made] = []
        with _heard_here(Path(self.shell.config.config_file_path)) as ear:
            for path in batch:
                if path.endswith(".md"):
                    made.extend(self._write(path, unsound, said))
                else:
                    made.append(self._copy(path))
        said.extend((logging.WARNING, warning.message) for warning in ear.warnings)
        return _Answer(unsound=tuple(unsound), said=tuple(said), made=() if ear.warnings else tuple(made))

    def _write(
        self, path: str, unsound: list[tuple[str, str]], said: list[tuple[int, str]]
    ) -> Iterator[Made]:
        page = self._press.page(path, self._pages.read(path))
        if page.unsound is not None:
            unsound.append((path, page.unsound))
        level = self.shell.config.validation.links.anchors
        missing = list(self._anchors.missing(path, page.anchored, page.anchors))
        said.extend((level, line) for line in missing)
        if not page.html.strip():  # as MkDocs
            return
        self._place(page.destination).write_bytes(page.html)
        if page.by_grammar and page.unsound is None and not missing:
            yield Made(
                path=path,
                destination=page.destination,
                digest=sha256(page.html).hexdigest(),
                targets=tuple(sorted(page.targets)),
                anchored=tuple(sorted({target for target, _, _ in page.anchored} - {path})),
            )

    def _copy(self, path: str) -> Made:
        digest = sha256()
        content = self._pages.drafted(path)
        with (
            BytesIO(content) if content is not None else (self.shell.docs / path).open("rb") as source,
            self._place(path).open("wb") as target,
        ):
            while piece := source.read(PIECE):  # the record of all cables is as large as these
                digest.update(piece)
                target.write(piece)
        return Made(path=path, destination=path, digest=digest.hexdigest())

    def _place(self, path: str) -> Path:
        place = self.shell.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place
