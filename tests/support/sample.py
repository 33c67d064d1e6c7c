"""The site of the five samples: what the fixture ``sample_site`` hands to a test, and how it is built."""

import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from support.commands import cablepress, copy_project


@dataclass(frozen=True, slots=True)
class SampleSite:
    """The site of the five samples as ``cablepress`` built it. Read it, never write to it."""

    folder: Path
    """Where all of it is."""

    @property
    def project(self) -> Path:
        """Folder with mkdocs.yml, docs/ (hand-written and generated pages), overrides/ and corpus/."""
        return self.folder / "project"

    @property
    def docs(self) -> Path:
        """The Markdown."""
        return self.project / "docs"

    @property
    def hosted(self) -> Path:
        """Built for a web server: a page is a folder."""
        return self.folder / "hosted"

    @property
    def offline(self) -> Path:
        """The bundle, unpacked: a page is a file."""
        return self.folder / "offline"

    @property
    def said(self) -> str:
        """What the build of ``hosted`` said on standard error."""
        return self._log.read_text(encoding="utf-8")

    @property
    def whole(self) -> bool:
        """Whether it has been built to the end."""
        return self._log.exists()

    @property
    def _log(self) -> Path:
        return self.folder / "build.log"

    def build(self) -> None:
        """Build it with the two commands a publisher uses."""
        shutil.rmtree(self.folder, ignore_errors=True)
        copy_project(self.project)
        built = cablepress("build", "--site", self.hosted, cwd=self.project)
        assert built.status == 0, built.err
        target = self.folder / "offline.zip"
        bundled = cablepress("bundle", "--output", target, cwd=self.project)
        assert bundled.status == 0, bundled.err
        with zipfile.ZipFile(target) as archive:
            archive.extractall(self.offline)
        self._log.write_text(built.err, encoding="utf-8")
