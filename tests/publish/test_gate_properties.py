"""However ways of writing are put into one another, a name within them is found."""

import base64
import csv
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.publish.gate import Kind, layers, leaks
from generator.publish.gate.leak import UnreadableError
from support.matching import Everywhere, Names

GIVEN, SURNAME = "Orsolya", "Vendraki"
FIND = Everywhere((f"{GIVEN} {SURNAME}",))


def cell(text: str) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerow(["x", text, "y"])
    return stream.getvalue()


def coded(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(ord(letter)) if letter.isalpha() else letter for letter in text)


WRITTEN: dict[str, Callable[[str], str]] = {
    "JSON": json.dumps,
    "JSON, list": lambda text: json.dumps({"a": ["x", {"b": text}, 1]}, ensure_ascii=False),
    "script": lambda text: f"<script>x = {json.dumps(text)}</script>",
    "HTML": lambda text: f"<p>{html.escape(text)}</p>",
    "attribute": lambda text: f'<a title="{html.escape(text)}">x</a>',
    "comment": lambda text: f"<!-- {text} -->",
    "entities": coded("&#{};"),
    "hexadecimal entities": coded("&#x{:x};"),
    "codes": lambda text: coded("\\u{:04x}")(text.replace("\\", "\\\\")),
    "CSV": cell,
    "percent": quote,
    "address": lambda text: f"<a href='/?q={quote(text, safe='')}'>x</a>",
    "base64": lambda text: base64.b64encode(f"There it is: {text}".encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(f"There it is: {text}".encode()).decode(),
}
SPLIT = ("{} {}", "{}\n{}", "{}&nbsp;{}", "{}-{}", "{}_{}", "{}<br>{}", "<b>{}</b> <i>{}</i>", "{}, {}")
WITHIN = (
    "Vendraki",
    "Ven\u00addraki",
    "Ven<wbr>draki",
    "Ven<mark>dra</mark>ki",
    "VENDRÁKI",
    "Ve\u0301ndraki",
)


def packed(data: bytes, how: str) -> bytes:
    if how == "gzip":
        return gzip.compress(data)
    if how == "zip":
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("x.txt", data)
        return stream.getvalue()
    return data


@settings(max_examples=60)
@given(
    around=st.tuples(st.text(max_size=30), st.text(max_size=30)),
    split=st.sampled_from(SPLIT),
    surname=st.sampled_from(WITHIN),
    ways=st.lists(st.sampled_from(sorted(WRITTEN)), max_size=4),
    packing=st.lists(st.sampled_from(["gzip", "zip"]), max_size=2),
    name=st.sampled_from(["x.txt", "x.html", "x.jsonl", "x.js", "x.csv"]),
)
@example(("", ""), "{} {}", "Vendraki", ["base64"] * 4, [], "x.txt")
@example(("", ""), "{} {}", "Vendraki", ["JSON"] * 4, ["gzip"] * 2, "x.txt")
@example(("", ""), "{} {}", "Ve\u0301ndraki", ["address", "entities", "address"], [], "x.txt")
def test_a_name_is_found_however_it_is_written(  # noqa: PLR0913, PLR0917 - each is one thing that varies
    around: tuple[str, str], split: str, surname: str, ways: list[str], packing: list[str], name: str
) -> None:
    clean = [text.replace("\0", "").encode("utf-8", "replace").decode() for text in around]
    text = f"{clean[0]} {split.format(GIVEN, surname)} {clean[1]}"
    for way in ways:
        text = WRITTEN[way](text)
    data = text.encode()
    for how in packing:
        data = packed(data, how)
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        assert [leak for leak in leaks(Path(folder), FIND) if leak.kind is not Kind.UNREADABLE], text


@given(st.text(alphabet=st.sampled_from("ab<>&;%#\\u/!-0125=\"' \n"), max_size=300), st.booleans())
def test_every_layer_says_where_it_came_from(text: str, markup: bool) -> None:  # noqa: FBT001 - drawn
    """No text is too odd, and every place of every layer is one of the text."""
    try:
        for layer in layers.layers(text, markup=markup):
            assert all(0 <= layer.origin(offset) <= len(text) for offset in range(len(layer.text)))
    except UnreadableError:
        assert any(sign in text for sign in "&%\\")


@given(st.text(max_size=200), st.booleans())
def test_what_is_written_plainly_is_found_in_the_first_layers(text: str, markup: bool) -> None:  # noqa: FBT001
    whole = f"{text} Vendraki {text}"
    found = [
        layer.origin(start)
        for layer in layers.layers(whole, markup=markup)
        for start, _ in layer.find(Names(("Vendraki",)))
    ]
    assert len(text) + 1 in found


UNITS = (
    "<",
    "<!--",
    "&amp;",
    "%25",
    "\\",
    "\\u0041",
    "<b>",
    "A",
    "A ",
    "_",
    "&#65;",
    "<![CDATA[",
    "%41",
    "YWJj",
    "A\n",
)


def work(text: str) -> int:
    """Characters in all layers, and calls: what the search of a text costs."""
    return sum(100 + len(layer.text) for layer in layers.layers(text, markup=True))


def test_the_layers_of_a_text_grow_with_it_and_no_faster() -> None:
    for unit in UNITS:
        small, large = (work(unit * (count // len(unit))) for count in (2_000, 16_000))
        assert large <= 10 * small, unit
