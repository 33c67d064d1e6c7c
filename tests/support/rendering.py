"""Python-Markdown as MkDocs runs it for this site, its own built-in extensions included."""

import logging
import os
from functools import cache
from pathlib import Path

from markdown import Markdown  # type: ignore[import-untyped] # carries no types
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"


@cache
def _converter() -> Markdown:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(str(CONFIG))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def converted(text: str) -> str:
    """HTML of some Markdown."""
    html: str = _converter().reset().convert(text)
    return html


def content(page: bytes) -> str:
    """HTML of a generated page without its front matter; links still end in ``.md``."""
    text, _ = get_data(page.decode())
    return converted(text)
