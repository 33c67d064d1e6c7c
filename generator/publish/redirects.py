"""Former addresses that go on leading somewhere: a file each, beside the pages of the finished site."""

import html
import posixpath
from collections.abc import Mapping
from pathlib import Path

from generator.wording import Words

PAGE = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<title>{moved}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<p>{now}</p>
"""
"""Works without a server's help and without JavaScript."""


def write_redirects(site: Path, moved: Mapping[str, str], words: Words) -> int:
    """Write a page that leads on for each former address.

    Args:
        site: A finished site with directory addresses.
        moved: Former address to present one, both folders of the site (``people/yevgeny-zhovtis``); made by
            ``generator.pages.address``. One whose place is taken, or whose target is missing, is left out.
        words: In which language.

    Returns:
        How many were written.
    """
    written = 0
    for old, new in sorted(moved.items()):
        page = site / old / "index.html"
        if page.exists() or not (site / new / "index.html").exists():
            continue
        page.parent.mkdir(parents=True)
        target = html.escape(posixpath.relpath(new, old) + "/")
        link = f'<a href="{target}">{target}</a>'
        text = PAGE.format(
            target=target,
            language=words.language,
            moved=html.escape(words.sections.moved),
            now=html.escape(words.sections.now_at).format(link=link),
        )
        page.write_text(text, encoding="utf-8", newline="\n")
        written += 1
    return written
