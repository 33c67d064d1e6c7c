"""A corpus of everything that a folder should not hold, beside cables to be published all the same."""

import gzip
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.model import dump_cable
from generator.parse import parse
from support.invented import InventedCable, Paragraph, invent, telegram
from support.reading import read_source

GOOD = (invent(1), invent(2), invent(3))

SHOWN_LITERALLY = (
    "<script>window.owned = 1</script>",
    "<img src=x onerror='window.owned = 2'>",
    "<iframe src='javascript:parent.owned = 3'></iframe>",
    "<svg onload='window.owned = 4'>",
    "</article></main><h1>Another page</h1>",
    "{{ 7 * 7 }} {% raw %} {# gone #}",
    "[a link](javascript:window.owned=5) ![a picture](http://other.example/p.png)",
    "[a reference][1] <http://other.example/auto>",
    "# no heading, * no list, _no emphasis_, **no strength**, `no code`, ~~kept~~",
    "{: onclick='window.owned = 6' } { .class #id }",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- no comment --> <![CDATA[ no data ]]> <?php no code ?>",
    ":smile: $$x^2$$ [^1] [TOC] ==marked== ++inserted++ --8<-- 'mkdocs.yml'",
    "\"quoted\" 'single' key: value, - item, !!python/object:os.system",
)
"""What must stand on the page as it stands here, and mean nothing."""

HOSTILE_SUBJECT = (
    "<SCRIPT>WINDOW.OWNED = 7</SCRIPT> {{ 7 * 7 }} *STARRED* [LINK](JAVASCRIPT:1): # \"QUOTED\" 'YES': |"
)


def hostile_cable() -> InventedCable:
    """A telegram whose every paragraph would like to be something else."""
    paragraphs = tuple(
        Paragraph(number=number, marking="U", text=f"Before {text} after.")
        for number, text in enumerate(SHOWN_LITERALLY, start=1)
    )
    return replace(invent(4), subject=HOSTILE_SUBJECT, paragraphs=paragraphs)


HOSTILE = hostile_cable()


def write(folder: Path) -> None:
    """The whole folder."""
    folder.mkdir(parents=True)
    for name, content in _FILES.items():
        (folder / name).write_bytes(content())
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "loop").symlink_to(".")
    with zipfile.ZipFile(folder / "tricks.zip", "w") as archive:
        archive.writestr("../../outside.txt", telegram(GOOD[2]))
        archive.writestr("/etc/shopping.txt", "milk, eggs, bread\n")


def _record_with_path() -> bytes:
    """A record whose id would be a path."""
    record = json.loads(dump_cable(parse(read_source(telegram(invent(5))))))
    return json.dumps({**record, "id": "../../../outside"}).encode() + b"\n"


def _in_utf_16() -> bytes:
    """An encoding that nothing announces."""
    return telegram(GOOD[1]).encode("utf-16-le")


_FILES: dict[str, Callable[[], bytes]] = {
    "good.txt": lambda: telegram(GOOD[0]).encode(),
    "again.txt": lambda: telegram(GOOD[0]).encode(),
    "encoded.txt": _in_utf_16,
    "hostile.txt": lambda: telegram(HOSTILE, width=0).encode(),
    "empty.txt": lambda: b"",
    "blank.txt": lambda: b" \n\n\t\n",
    "shopping.txt": lambda: b"milk, eggs, bread\n",
    "page.html": lambda: b"<!doctype html><title>x</title><p>No telegram, <script>alert(1)</script>",
    "page.md": lambda: b"---\ntitle: !!python/object/apply:os.system [true]\n---\n# {{ config }}\n",
    "picture.jpg": lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 16,
    "binary.txt": lambda: bytes(range(256)) * 64,
    "damaged.zip": lambda: b"PK\x03\x04 and nothing more",
    "damaged.gz": lambda: gzip.compress(telegram(invent(6)).encode())[:-20],
    "records.jsonl": lambda: b'{"id": "09ASTANA90099", "subject": 3}\nno record\n',
    "path.jsonl": _record_with_path,
    "rows.csv": lambda: b'"1","2009-01-01 00:00","an open quote\n',
}
