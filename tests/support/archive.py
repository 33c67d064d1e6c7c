"""The site of sixty invented cables: what the fixture ``archive`` hands to a test, and how it is built."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from generator.publish.search import index_site
from generator.settings import SearchOptions
from support.cable_pages import facts_of_built
from support.commands import cablepress, copy_project
from support.invented import InventedCable, invent, telegram

CABLES = 60


@dataclass(frozen=True, slots=True)
class Archive:
    """The site of sixty invented cables. Read it, never write to it."""

    folder: Path

    @property
    def cables(self) -> tuple[InventedCable, ...]:
        """What stands in it."""
        return tuple(invent(seed) for seed in range(CABLES))

    @property
    def hosted(self) -> Path:
        """For a web server, with three indexes to merge and four cables' fragments to a file."""
        return self.folder / "hosted"

    @property
    def offline(self) -> Path:
        """The bundle, unpacked."""
        return self.folder / "offline"

    def build(self) -> None:
        """Build both forms with the commands a publisher uses."""
        project = copy_project(self.folder / "project")
        corpus = self.folder / "cables"
        corpus.mkdir()
        for cable in self.cables:
            (corpus / f"{cable.id}.txt").write_text(telegram(cable), encoding="utf-8")
        built = cablepress("build", "--corpus", corpus, "--site", self.hosted, cwd=project)
        assert built.status == 0, built.err
        facts = facts_of_built(self.hosted)
        whole = index_site(self.hosted, facts, options=SearchOptions(pages=CABLES // 3)).files
        packed = SearchOptions(pages=CABLES // 3, host_files=whole - CABLES + CABLES // 4)
        assert not index_site(self.hosted, facts, options=packed).problems
        target = self.folder / "offline.zip"
        bundled = cablepress("bundle", "--corpus", corpus, "--output", target, cwd=project)
        assert bundled.status == 0, bundled.err
        with zipfile.ZipFile(target) as archive:
            archive.extractall(self.offline)
        (self.folder / "whole").touch()
