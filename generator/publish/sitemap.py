"""The sitemap in parts, where a site has more pages than one may list (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

SITEMAP: Final = "sitemap.xml"
MOST: Final = 50_000
"""Addresses in one file, by the protocol."""

_ENTRY = "<url>"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def part_sitemap(site: Path, site_url: str) -> None:
    """Make an index of a sitemap that is too long, and files of ``MOST`` addresses each beside it.

    Args:
        site: Folder of the site, with the sitemap as the theme's template writes it, an address a line.
        site_url: Its public address, ending in a slash.
    """
    whole = site / SITEMAP
    if not whole.is_file() or next(islice(_entries(whole), MOST, None), None) is None:
        return
    names: list[str] = []
    entries = _entries(whole)
    while part := list(islice(entries, MOST)):
        names.append(f"sitemap-{len(names) + 1}.xml")
        text = f"{_HEAD}<urlset {_NAMESPACE}>\n{''.join(part)}</urlset>\n"
        (site / names[-1]).write_text(text, encoding="utf-8", newline="\n")
    listed = "".join(f"  <sitemap><loc>{escape(site_url)}{name}</loc></sitemap>\n" for name in names)
    index = f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{listed}</sitemapindex>\n"
    whole.write_text(index, encoding="utf-8", newline="\n")
    (site / f"{SITEMAP}.gz").unlink(missing_ok=True)


def _entries(sitemap: Path) -> Iterator[str]:
    with sitemap.open(encoding="utf-8") as lines:
        yield from (line for line in lines if _ENTRY in line)
