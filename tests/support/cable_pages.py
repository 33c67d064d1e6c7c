"""Built cable pages as the theme makes them, small, for tests of the search alone."""

from html import escape
from pathlib import Path


def cable_page(  # noqa: PLR0913 - each argument is one thing that a test varies
    *,
    cable_id: str = "09ASTANA90308",
    subject: str = "MINISTER THANKS EMBASSY",
    date: str | None = "2009-02-20T09:29:00Z",
    tags: tuple[str, ...] = ("PGOV", "KTIP"),
    people: tuple[tuple[str, str], ...] = (("dinara-omirbek", "Dinara Omirbek"),),
    body: str = '<p id="para-1" class="cp-para">The minister spoke of reform.</p>',
    post: str = "Astana",
) -> str:
    """One page with what the search reads of it, and a menu and lists that it must leave alone."""
    metas = {"title": subject, "id": cable_id, "date": date or ""}
    fields = "".join(
        f'<span data-pagefind-meta="{name}">{escape(value)}</span>' for name, value in metas.items() if value
    )
    facets = f'<span data-pagefind-filter="post">{escape(post)}</span>'
    facets += "".join(f'<span data-pagefind-filter="tag">{escape(tag)}</span>' for tag in tags)
    facets += "".join(
        f'<span data-pagefind-filter="person" data-slug="{slug}">{escape(name)}</span>'
        for slug, name in people
    )
    return (
        "<!doctype html><html lang=en><body><nav>Menu of everything</nav><article>"
        f"<div hidden data-pagefind-ignore>{fields}{facets}</div>"
        f'<h1>{escape(subject)}</h1><div class="cp-body" data-pagefind-body>{body}</div>'
        "<h2>Related cables</h2><ul><li>ANOTHER SUBJECT</li></ul></article></body></html>"
    )


def write_page(site: Path, name: str, html: str, *, directory_urls: bool = True) -> None:
    """Put a page where the theme puts that of a cable."""
    stem = site / "cables" / "2009" / "02" / name
    file = stem / "index.html" if directory_urls else stem.with_suffix(".html")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(html, encoding="utf-8")
