"""Sixty invented cables with notes and releases, one more withheld: the fixture ``archive``, its making."""

import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.edition.history import Change, Release, write_release
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

SECRET = invent(CABLES)
"""Withheld: nothing but its page says that it exists."""
WITHHELD = f"- {{cable: {SECRET.id}, only_here: true, reason: Withdrawn by the archive.}}\n"
GONE = "cables/2008/01/08ROME90099"
"""Page of a cable that was published once."""
GONE_TAG = "tags/ZZZZ"

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
        (project / "withhold.yml").write_text(WITHHELD, encoding="utf-8")
        _release(project / "history")
        corpus = self.folder / "cables"
        corpus.mkdir()
        for cable in (*self.cables, SECRET):
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


def page_of(cable: InventedCable) -> str:
    """Address of its page, without an ending."""
    return f"cables/{cable.sent:%Y/%m}/{cable.id}"


def _release(history: Path) -> None:
    """Two releases: one cable changed from the first to the second, one cable and one tag went."""
    first = invent(0)
    was = [
        Change(what="added", key=first.id, page=page_of(first), version="1"),
        Change(what="added", key="08ROME90099", page=GONE, version="3"),
    ]
    write_release(
        history,
        Release(day=date(2026, 5, 3), note="The first boxes.", changes=tuple(was), pages=(GONE_TAG,)),
        [(first.id, "An earlier reading of the telegram, of which other words are left.")],
    )
    now = [
        Change(what="changed", key=first.id, page=page_of(first), version="2"),
        Change(what="removed", key="08ROME90099", page=GONE),
    ]
    text = " ".join(telegram(first).split())
    write_release(
        history, Release(day=date(2026, 6, 12), note="Read anew.", changes=tuple(now)), [(first.id, text)]
    )
