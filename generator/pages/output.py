"""What this stage hands over, and the addresses that depend on what is configured."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.pages import address
from generator.settings import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file below ``docs/``."""

    path: str
    """Relative to ``docs/``, POSIX separators; made by ``generator.pages.address``."""
    content: bytes


def public_url(site: Site, path: str) -> str | None:
    """The public address of a page; None where the site has none yet."""
    return f"{site.site_url.rstrip('/')}/{address.page(path)}" if site.site_url else None


def report_address(site: Site, name: str, path: str) -> str | None:
    """Where to report a problem with a page; None where the publisher offers nothing.

    Args:
        site: With ``report_to``.
        name: What the report is about: the cable's number, the person's name.
        path: The page below ``docs/``.
    """
    if not site.report_to:
        return None
    filled = {"{id}": name, "{url}": public_url(site, path) or ""}
    target = site.report_to
    for key, value in filled.items():
        target = target.replace(key, quote(value, safe=""))
    return target
