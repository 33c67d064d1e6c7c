"""Pages of ours that stand where a publisher wrote none: how to read a cable, the search, a home page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.settings import PACKAGE
from generator.wording import pages_in, spoken_as

STAND_INS = {"search.md": (), "basket.md": (), "home.md": ("index.md",), "how-to-read-a-cable.md": ()}
"""Those that are taken where the publisher wrote neither them nor one of these."""
OURS = (*STAND_INS, "about.md")
"""All that we wrote, in each language of the interface."""


def put_stand_ins(docs: Path, language: str) -> None:
    """Put our pages among those of a publisher, in the language of the site.

    A page that is ours in English, unchanged, is ours still: a project that began from our docs/ has them so.

    Args:
        docs: Folder of the pages, to be built from.
        language: As ``theme.language`` has it.
    """
    ours = pages_of(language)
    for name, unless in STAND_INS.items():
        if not any((docs / other).exists() for other in (name, *unless)):
            shutil.copyfile(ours / name, docs / name)
    for name in OURS if ours != _ENGLISH else ():
        page = docs / name
        if page.is_file() and page.read_bytes() == (_ENGLISH / name).read_bytes():
            shutil.copyfile(ours / name, page)


def pages_of(language: str) -> Path:
    """The folder of our pages in a language; of the English ones where the interface does not speak it."""
    known = spoken_as(language) or "en"
    return _ENGLISH if known == "en" else pages_in(known)


def shipped(language: str) -> Iterator[Path]:
    """Every page of ours that a site may be built of."""
    return (folder / name for folder in dict.fromkeys((_ENGLISH, pages_of(language))) for name in OURS)


_ENGLISH = PACKAGE / "docs"
