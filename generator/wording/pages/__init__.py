"""Our hand-written pages in other languages than English, whose are in ``docs/``: a folder for each."""

from pathlib import Path

from generator.wording.word import Language


def pages_in(language: Language) -> Path:
    """The folder of a language's pages."""
    return Path(__file__).parent / language
