"""What editors write, set apart from what telegrams say.

It is Markdown of the publisher's, but it stands on pages that are held against the list of what a page made
from cables may be: of Markdown it keeps emphasis, lists, quotations, code and links to the web, to mail and
to cables; anything else is shown as it is written.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from markupsafe import Markup

from generator.edition.beside import NoteShown
from generator.edition.citing import CableCited, with_citations
from generator.edition.notes import Note
from generator.pages import address
from generator.pages.escape import inline, one_line, shaped
from generator.pages.output import Output
from generator.settle import Entry
from generator.wording import Words

_OTHER_LINK: Final = re.compile(r"\]\((?!(?:https?://|mailto:)[^\s()<>\"']+\))")
_DEFINITION: Final = re.compile(r"^(\s{0,3})\[(?=[^\]\n]*\]:)", re.MULTILINE)
_HEADING: Final = re.compile(r"^([^\S\n]*)#", re.MULTILINE)
_RULE: Final = re.compile(r"^(\s{0,3})([=_*-])(?=(?:[=_*-]|[^\S\n])*+$)", re.MULTILINE)
_PLACE: Final = "\x02{}\x03"
_ROOT: Final = "\x01"
"""Stands for the way to the root of the site, which is another one on each page."""


def resolved(note: Note, entries: Mapping[str, Entry], unknown: Callable[[CableCited], None]) -> NoteShown:
    """A note as it is shown on any page.

    Args:
        note: As it is written.
        entries: By key, the cables that are published.
        unknown: Is told of each citation of another.
    """
    links: list[str] = []

    def cited(cable: CableCited) -> str:
        links.append(cable_link(cable, entries, unknown, root=_ROOT))
        return _PLACE.format(len(links) - 1)

    text = _neutral(with_citations(note.text, cited))
    for index, link in enumerate(links):
        text = text.replace(_PLACE.format(index), link)
    return NoteShown(kind=note.kind, markdown=text, by=note.by, on=note.on)


def cable_link(
    cited: CableCited, entries: Mapping[str, Entry], unknown: Callable[[CableCited], None], *, root: str
) -> str:
    """A citation as a Markdown link; the number alone where no such cable is published.

    Args:
        cited: The citation.
        entries: By key, the cables that are published.
        unknown: Is told of one that is not.
        root: The way from the page to the root of the site: ``../``.
    """
    entry = entries.get(cited.key)
    place = f", \u00b6{cited.paragraph}" if cited.paragraph is not None else ""
    shown = inline(one_line(cited.words) if cited.words else f"{cited.key}{place}")
    if entry is None or (cited.paragraph is not None and cited.paragraph not in entry.paragraphs):
        unknown(cited)
    if entry is None:
        return str(shown)
    held = cited.paragraph is not None and cited.paragraph in entry.paragraphs
    return f"[{shown}]({root}{address.cable(entry)}{f'#para-{cited.paragraph}' if held else ''})"


def _neutral(text: str) -> str:
    """Markdown without what could be more than the text of a note."""
    text = text.replace("\x01", "").replace("<", "&lt;").replace("{", "&#123;").replace("![", "&#33;[")
    text = _OTHER_LINK.sub("]&#40;", text)
    text = _DEFINITION.sub(r"\1&#91;", text)
    return _RULE.sub(lambda rule: f"{rule[1]}&#{ord(rule[2])};", _HEADING.sub(r"\1&#35;", text))


def notes_block(notes: Iterable[NoteShown], here: str, words: Words) -> Markup:
    """Notes and introductions as Markdown for a page; empty where there are none.

    Args:
        notes: In the order written; introductions come first.
        here: The page.
        words: In which language.
    """
    ordered = sorted(notes, key=lambda note: note.kind != "introduction")
    return Markup("\n\n").join(_note(note, here, words) for note in ordered)


def _note(note: NoteShown, here: str, words: Words) -> Markup:
    text = Markup(note.markdown.replace(_ROOT, "../" * here.count("/")))  # noqa: S704 - neutral, see above
    said = [one_line(note.by)] if note.by else []
    said += [words.day(note.on)] if note.on else []
    signed = shaped("\n\n{}\n{{: .cp-signature }}", inline(", ".join(said))) if said else Markup("")
    if note.kind == "introduction":
        return shaped('<div class="cp-introduction" markdown>\n\n{}{}\n\n</div>', text, signed)
    label = shaped("**{}**", inline(words.notes.editors_note))
    return shaped('<div class="cp-editor" role="note" markdown>\n\n{}\n\n{}{}\n\n</div>', label, text, signed)


_CRUMBS: Final = b"{: .cp-crumbs }\n\n"
_TITLE: Final = b"{: #cp-title }\n\n"


def with_notes(output: Output, notes: Iterable[NoteShown], words: Words) -> Output:
    """A list's page with notes on what it lists: below its title and the way up (``list.md.j2``)."""
    for mark in (_CRUMBS, _TITLE):
        before, found, behind = output.content.partition(mark)
        if found:
            block = f"{notes_block(notes, output.path, words)}\n\n".encode()
            return Output(path=output.path, content=before + found + block + behind)
    return output
