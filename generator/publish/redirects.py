"""Former addresses that go on leading somewhere: a file each, beside the pages of the finished site."""

import html
import posixpath
from collections.abc import Mapping
from pathlib import Path

PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<p>This page is now at <a href="{target}">{target}</a>.</p>
"""
"""Works without a server's help and without JavaScript."""


def write_redirects(site: Path, moved: Mapping[str, str]) -> int:
    """Write a page that leads on for each former address.

    Args:
        site: A finished site with directory addresses.
        moved: Former address to present one, both folders of the site (``people/yevgeny-zhovtis``); made by
            ``generator.pages.address``. One whose place is taken, or whose target is missing, is left out.

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
        page.write_text(PAGE.format(target=target), encoding="utf-8")
        written += 1
    return written
