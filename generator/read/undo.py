"""What layouts add to a telegram's text, taken away again, line for line."""

from generator.read.marks import ESCAPE, HEADING, LINK, PARTIAL

_PARTIAL_WITHIN = 20_000
"""Characters from the start within which the site's remark is looked for: behind the longest header."""


def without_partial_notice(text: str) -> tuple[str, bool]:
    """Blank out the site's remark "This record is a partial extract", lines kept; True where it was there."""
    match = PARTIAL.search(text, 0, _PARTIAL_WITHIN)
    if not match:
        return text, False
    return text[: match.start()] + "\n" * match[0].count("\n") + text[match.end() :], True


def without_markdown(text: str) -> str:
    """Undo links, escapes and hard line breaks; headings keep ``#### ``, whatever their level was."""
    text = LINK.sub(lambda match: match["label"] if match["code"] is None else match["code"], text)
    text = HEADING.sub("#### ", text)
    text = ESCAPE.sub(r"\1", text)
    return "\n".join(line.removesuffix("  ") for line in text.split("\n"))
