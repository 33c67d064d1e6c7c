"""Pages that stand for cables that are not there: what a reader is told, and nothing of the cable."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Withheld
from generator.pages import cite
from generator.pages.escape import one_line
from generator.pages.listing import page_head
from generator.pages.output import Output
from generator.pages.templates import render
from generator.wording import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage:
    """What ``gone.md.j2`` shows."""

    front_matter: Markup
    title: str
    lines: tuple[str, ...]


def tombstone(path: str, cable_id: str | None, withheld: Withheld, words: Words) -> Output:
    """The page at the address of a cable that the editors withhold.

    Args:
        path: Its address.
        cable_id: Its number; None where it has none.
        withheld: What may be said.
        words: In which language.
    """
    said = words.edited
    number = cite.number(cable_id) if cable_id else words.cable.number_unknown
    lines = [said.telegram_withheld]
    if withheld.reason:
        lines.append(said.reason.format(reason=one_line(withheld.reason)))
    if withheld.publish_from:
        lines.append(said.publish_from.format(day=words.day(withheld.publish_from)))
    return gone_page(path, said.withheld_title.format(number=number), lines)


def gone_page(path: str, title: str, lines: list[str]) -> Output:
    """A page that says why there is nothing here; search engines are asked to pass over it.

    Args:
        path: Its address.
        title: What was here.
        lines: What is to be said, a paragraph each.
    """
    page = GonePage(front_matter=page_head({"robots": "noindex"}), title=title, lines=tuple(lines))
    return Output(path=path, content=render("gone.md.j2", page).encode())
