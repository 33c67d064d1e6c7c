"""The site of sixty invented cables: what the fixture ``archive`` hands to a test, and how it is built."""

import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from support.commands import cablepress, copy_project, environment
from support.invented import InventedCable, invent, telegram

CABLES = 60

NOTES = f"""\
- cable: {invent(0).id}
  paragraph: 2
  text: In the *margin* of the print somebody wrote "palimpsest"; see [[{invent(1).id}]].
  by: M. Fischer
  on: 2026-05-03
"""

SMALL = f"""
from generator.search import index
index.PART, index.RUN, index.CARDS, index.THINGS = {CABLES // 3}, {CABLES // 6}, 8, 16
index.WORDS_FILE = index.PLACES_FILE = 4_000
from generator.cli import main
main()
"""
"""The command, with an index that sixty cables part as a hundred thousand would."""


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
        """For a web server, with an index in three parts and files of a few words each."""
        return self.folder / "hosted"

    @property
    def offline(self) -> Path:
        """The bundle, unpacked."""
        return self.folder / "offline"

    def build(self) -> None:
        """Build both forms with the commands a publisher uses."""
        project = copy_project(self.folder / "project")
        (project / "notes.yml").write_text(NOTES, encoding="utf-8")
        corpus = self.folder / "cables"
        corpus.mkdir()
        for cable in self.cables:
            (corpus / f"{cable.id}.txt").write_text(telegram(cable), encoding="utf-8")
        args = ["build", "--corpus", str(corpus), "--site", str(self.hosted)]
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", SMALL, *args], cwd=project, env=environment(), check=True, timeout=100
        )
        target = self.folder / "offline.zip"
        bundled = cablepress("bundle", "--corpus", corpus, "--output", target, cwd=project)
        assert bundled.status == 0, bundled.err
        with zipfile.ZipFile(target) as archive:
            archive.extractall(self.offline)
        (self.folder / "whole").touch()
