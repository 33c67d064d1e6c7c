"""What acronyms stand for on the pages of a site: what is shipped, and the publisher's glossary.yml."""

from dataclasses import replace
from pathlib import Path

from generator.edition import merged, read_glossary
from generator.model import Problem
from generator.settings import Site
from generator.tables import shipped_glossary


def with_glossary(site: Site, file: Path) -> tuple[Site, tuple[Problem, ...]]:
    """The options of a site with its glossary, and what is wrong in the publisher's file."""
    own, problems = read_glossary(file, shipped_glossary())
    return replace(site, glossary=merged(shipped_glossary(), own)), problems
