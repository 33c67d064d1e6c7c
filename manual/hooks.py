"""What MkDocs calls while it builds the manual: pages made from the program join those people wrote."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from manual.reference import made_pages, with_values


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the made pages."""
    for path, content in made_pages():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put in what pages ask of the program."""
    return with_values(markdown)
