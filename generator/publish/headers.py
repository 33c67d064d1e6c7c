"""What a web server should say with every page: the policy under which the site works, and works whole.

Source of the format: https://docs.netlify.com/manage/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

NAME: Final = "_headers"
"""File at the root of the site from which Netlify and Cloudflare Pages take the headers."""

POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""Content-Security-Policy (https://www.w3.org/TR/CSP3/): scripts, styles and pictures from the site alone,
none inside a page. Text that became markup all the same could not run."""

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def write_headers(site: Path) -> bool:
    """Write the headers beside the pages; False where the publisher has ``docs/_headers``, which stays."""
    file = site / NAME
    if file.exists():
        return False
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return True
