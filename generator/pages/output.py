"""What this stage hands over, and the options it works with."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.pages import address


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file below ``docs/``."""

    path: str
    """Relative to ``docs/``, POSIX separators; made by ``generator.pages.address``."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Options that pages depend on."""

    name: str
    """``site_name`` of mkdocs.yml."""
    collection: str
    """Name of the collection in citations."""
    site_url: str | None = None
    """Where the site will be published, ending in a slash; None while that is open."""
    people_page_min: int = 1
    """Cables that must name a person for a page of their own."""
    report_to: str = ""
    """Address for a reader's report with ``{id}`` and ``{url}``, as the settings have it; empty: none."""

    def url(self, path: str) -> str | None:
        """The public address of a page; None where the site has none yet."""
        return f"{self.site_url.rstrip('/')}/{address.page(path)}" if self.site_url else None

    def report(self, name: str, path: str) -> str | None:
        """Where to report a problem with a page; None where the publisher offers nothing.

        Args:
            name: What the report is about: the cable's number, the person's name.
            path: The page below ``docs/``.
        """
        if not self.report_to:
            return None
        filled = {"{id}": name, "{url}": self.url(path) or ""}
        target = self.report_to
        for key, value in filled.items():
            target = target.replace(key, quote(value, safe=""))
        return target
