"""The findings of a corpus as a web page, for the publisher alone."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import __version__
from generator.cli.report import write_private
from generator.model import counted
from generator.pipeline import FindingTally
from generator.publish import SiteError

_MARK: Final = '<meta name="generator" content="cablepress check'
"""By which a page of ours is known."""
_HEAD: Final = 1_000
"""Bytes of a file within which it stands."""


def refuse_foreign_page(path: Path) -> None:
    """A page takes the place of such a page only.

    Raises:
        SiteError: The file is another.
    """
    if not path.is_file():
        return
    with path.open("rb") as stream:
        if _MARK.encode() in stream.read(_HEAD):
            return
    message = f"{path}: is no page of `cablepress check`; choose another --html or move the file away"
    raise SiteError(message)


def write_check_page(path: Path, tally: FindingTally) -> None:
    """Write the page: one file that asks for no other and runs no script.

    What it quotes of cables may name people at risk: only its owner may read it.

    Raises:
        OSError: It cannot be written.
    """
    write_private(path.resolve(), _rendered(tally).encode())


def _rendered(tally: FindingTally) -> str:
    environment = Environment(
        loader=PackageLoader("generator.cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["counted"] = counted
    return environment.get_template("check.html.j2").render(
        version=__version__,
        files=tally.files,
        cables=tally.cables,
        findings=tally.findings,
        layouts=tally.layouts(),
        kinds=tally.kinds(),
    )
