"""The page that offers the downloads, and what describes them to programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.export.examples import EXAMPLES
from generator.export.package import MEDIA, PublishedFile, data_package
from generator.pages import address
from generator.pages.escape import html, inline, link, shaped
from generator.pages.listing import Group, ListPage, page_head, write_page
from generator.pages.output import Output, public_url
from generator.settings import Site
from generator.wording import Words, words_in

PACKAGE = "datapackage.json"
_UNITS = ((1 << 20, "MB"), (1 << 10, "KB"))


def data_pages(files: Sequence[PublishedFile], site: Site) -> Iterator[Output]:
    """The description of the files and the page.

    Args:
        files: All that were written, those of one kind together.
        site: Name, address and language.
    """
    yield Output(path=f"data/{PACKAGE}", content=data_package(files, site))
    words = words_in(site.language)
    kinds = [(family, list(group)) for family, group in groupby(files, key=lambda file: file.family)]
    groups = [
        Group(
            title=family,
            anchor=f"file-{family.replace('.', '-')}",
            intro=_about(family, words),
            items=tuple(_item(file, words) for file in group),
            style="cp-index",
        )
        for family, group in kinds
    ]
    package = shaped("- {}", link(PACKAGE, PACKAGE))
    groups.append(
        Group(
            title=PACKAGE,
            anchor="file-datapackage-json",
            intro=_about(PACKAGE, words),
            items=(package,),
            style="cp-index",
        )
    )
    names = [*(file.name for file in files), PACKAGE]
    yield write_page(
        address.DATA,
        ListPage(
            front_matter=page_head({"dataset": [_download(name, site) for name in names]}),
            title=words.data.title,
            crumbs=Markup(""),
            intro=inline(words.data.intro),
            chart=Markup(""),
            groups=tuple(groups),
        ),
        words,
    )


def _about(family: str, words: Words) -> Markup:
    """What a kind of file is, and an example of its use."""
    said = words.data
    text = {
        "cables.csv": said.cables,
        "paragraphs.csv": said.paragraphs,
        "cables.jsonl": said.records,
        "notes.jsonl": said.notes,
        "cables.db": said.database,
        "tei.zip": said.tei,
        "people.csv": said.people,
        "tags.csv": said.tags,
        "references.graphml": said.references,
        "references.gexf": said.references,
        "people.graphml": said.together,
        "people.gexf": said.together,
        PACKAGE: said.package,
    }[family]
    shown = inline(text)
    if example := EXAMPLES.get(family):
        shown += shaped('\n\n<pre class="cp-format" tabindex="0">{}</pre>', html(example))
    return shown


def _item(file: PublishedFile, words: Words) -> Markup:
    return shaped("- {} {}", link(file.name, file.name), inline(_size(file.bytes, words)))


def _size(size: int, words: Words) -> str:
    for unit, name in _UNITS:
        if size >= unit:
            return f"{words.number(round(size / unit))}\u00a0{name}"
    return f"{words.number(size)}\u00a0B"


def _download(name: str, site: Site) -> dict[str, str]:
    """One file as schema.org describes it."""
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": (public_url(site, address.DATA) or "") + name,
        "encodingFormat": MEDIA[name.rpartition(".")[2]],
    }
