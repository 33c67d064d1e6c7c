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


def write_redirects(site: Path, moved: Mapping[str, str], words: Words, *, from_disk: bool = False) -> int:
    """Write a page that leads on for each former address.

    Args:
        site: A finished site.
        moved: Former address to present one, both without an ending (``people/yevgeny-zhovtis``); made by
            ``generator.pages.address``. One whose place is taken, or whose target is missing, is left out.
        words: In which language.
        from_disk: A page is a file of the site, not a folder.

    Returns:
        How many were written.
    """
    written, ending = 0, ".html" if from_disk else "/index.html"
    for old, new in sorted(moved.items()):
        page = site / f"{old}{ending}"
        if page.exists() or not (site / f"{new}{ending}").exists():
            continue
        page.parent.mkdir(parents=True, exist_ok=True)
        target = html.escape(_relative(old, new, from_disk=from_disk))
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


def _relative(old: str, new: str, *, from_disk: bool) -> str:
    if from_disk:
        return posixpath.relpath(f"{new}.html", posixpath.dirname(old))
    return posixpath.relpath(new, old) + "/"
