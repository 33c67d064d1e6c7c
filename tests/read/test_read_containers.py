"""Telegrams in what others keep them in: JSON, database dumps, mail, documents, packed files, odd tables."""

import bz2
import csv
import io
import json
import lzma
import re
import sys
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

import py7zr
import pytest
import zstandard

from generator.model import Source
from generator.read.item import Item
from generator.read.layouts import read_item
from support.invented import invent, telegram
from support.reading import message_words, only_sources, read_bytes

CABLES = [invent(seed) for seed in range(3)]
OBJECTS = [
    {
        "doc_id": cable.id,
        "sent": f"{cable.sent:%Y-%m-%d %H:%M}",
        "text": telegram(cable),
        "tags": list(cable.tags),
    }
    for cable in CABLES
]


def as_copy() -> str:
    rows = [
        "\t".join([cable.id, "\\N", telegram(cable).replace("\\", "\\\\").replace("\n", "\\n")])
        for cable in CABLES
    ]
    lines = [
        "--\n-- PostgreSQL database dump\n--\n",
        "COPY public.cable (refid, nothing, body) FROM stdin;",
        *rows,
    ]
    return "\n".join([*lines, "\\.", ""])


def as_insert() -> str:
    texts = [telegram(cable).replace("\n", "\\n").replace("'", "\\'") for cable in CABLES]
    values = [
        f"({n},'{cable.id}','{text}')" for n, (cable, text) in enumerate(zip(CABLES, texts, strict=True))
    ]
    columns = "  `number` int(11),\n  `refid` varchar(30),\n  `content` text,\n  PRIMARY KEY (`number`)\n"
    table = f"CREATE TABLE `c` (\n{columns});"
    return f"-- MySQL dump 10.13\n{table}\nINSERT INTO `c` VALUES {','.join(values)};\n"


def as_sqlite() -> str:
    doubled = [(cable.id, telegram(cable).replace("'", "''")) for cable in CABLES]
    rows = [f"INSERT INTO t VALUES('{number}','{text}');" for number, text in doubled]
    return "\n".join(["PRAGMA foreign_keys=OFF;", "CREATE TABLE t(id TEXT, body TEXT);", *rows])


def as_sqlite_dumps() -> str:
    """Line breaks as sqlite3 writes them since 2016."""
    texts = [telegram(cable).replace("'", "''").replace("\n", "\\n") for cable in CABLES]
    rows = [
        f"INSERT INTO t VALUES('{cable.id}',replace('{text}','\\n',char(10)));"
        for cable, text in zip(CABLES, texts, strict=True)
    ]
    return "\n".join(["PRAGMA foreign_keys=OFF;", "CREATE TABLE t(id TEXT, body TEXT);", *rows])


def as_sql_server() -> str:
    doubled = [(cable.id, telegram(cable).replace("'", "''")) for cable in CABLES]
    insert = "INSERT [dbo].[Cable] ([Id], [MRN], [Sent], [Body]) VALUES"
    sent = "CAST(N'2008-03-12T00:00:00.000' AS DateTime)"
    rows = [f"{insert} (7, N'{number}', {sent}, N'{text}')\nGO" for number, text in doubled]
    return "\n".join(["USE [Cables]", "GO", "SET IDENTITY_INSERT [dbo].[Cable] ON", *rows])


def as_bare_copy() -> str:
    """Nobody says what its columns are."""
    return as_copy().replace(" (refid, nothing, body)", "")


def as_unknown_names() -> str:
    return as_insert().replace("`content`", "`inhalt`").replace("`refid`", "`nr`")


def as_one_line() -> str:
    """Statements behind one another, each replacing what was there."""
    insert = "REPLACE INTO t (id, body, sent) VALUES"
    rows = [
        f"{insert} ('{cable.id}', '{text}', DATE '2008-03-12')"
        for cable in CABLES
        for text in [telegram(cable).replace("'", "''").replace("\n", "\\n")]
    ]
    return "; ".join(rows) + " ON DUPLICATE KEY UPDATE body = VALUES(body);\n"


def as_mbox() -> str:
    head = "From a@example.org Mon Jan  1 00:00:00 2010\nFrom: A B <a@example.org>\nMessage-ID: <1@x>\n\n"
    return "".join(f"{head}{telegram(cable)}\n\n" for cable in CABLES)


def as_quoting_mail() -> str:
    quoted = "\n".join(f"> {line}".rstrip() for line in telegram(CABLES[0]).split("\n"))
    return f"From: A B <a@example.org>\nMIME-Version: 1.0\n\n{quoted}\n\n-- \nA B, phone 123\n"


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def as_docx(text: str) -> bytes:
    lines = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    body = f'<w:document xmlns:w="urn:w">{lines}</w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def as_odt(text: str) -> bytes:
    lines = "".join(f"<t:p>{escape(line)}</t:p>" for line in text.split("\n"))
    body = f'<o:body xmlns:o="urn:o" xmlns:t="urn:t">{lines}</o:body>'
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": body})


def as_hocr(text: str, sure: int | None = 93) -> bytes:
    """As Tesseract writes it, with a word in bold and a paragraph that nothing closes."""
    said = "" if sure is None else f"; x_wconf {sure}"
    lines = "".join(
        "<p class='ocr_par'><span class='ocr_line' title='bbox 0 0 9 9'>"
        + " ".join(
            f"<span class='ocrx_word' title='bbox 0 0 9 9{said}'><strong>{escape(word)}</strong></span>"
            for word in line.split()
        )
        + "</span>"
        for line in text.split("\n")
    )
    head = "<html><head><title>x</title><meta name='ocr-system' content='tesseract 5.3'/></head>"
    return f"<!DOCTYPE html>\n{head}<body><div class='ocr_page'>{lines}</div></body></html>".encode()


def as_alto(text: str) -> bytes:
    lines = "".join(
        "<TextLine>"
        + "<SP/>".join(f"<String CONTENT={quoteattr(word)} WC='0.45'/>" for word in line.split())
        + "</TextLine>"
        for line in text.split("\n")
    )
    head = '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page>'
    return f"{head}<TextBlock>{lines}</TextBlock></Page></Layout></alto>".encode()


def as_rtf(text: str) -> bytes:
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\n", "\\par\n")
    signs = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in plain)
    return f"{{\\rtf1\\ansi\\deff0 {{\\fonttbl {{\\f0 Courier;}}}} {signs}}}".encode()


def as_pdf(pages: list[list[str]]) -> bytes:
    """Pages of lines in Courier, or empty as those of a scan."""
    numbers = [3 + 2 * number for number in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"]
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>>>>>"
    for number, lines in zip(numbers, pages, strict=True):
        escaped = [re.sub(r"([()\\])", r"\\\1", line) for line in lines]
        shown = "".join(f"({line})Tj T*\n" for line in escaped)
        drawn = f"BT /F 9 Tf 11 TL 40 800 Td\n{shown}ET" if lines else ""
        box = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 840]/Contents {number + 1} 0 R/Resources{font}>>"
        objects += [box, f"<</Length {len(drawn.encode('cp1252'))}>>stream\n{drawn}\nendstream"]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return body + f"{tail}startxref\n{len(body)}\n%%EOF".encode()


def in_7z(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(text.encode(), name)
    return out.getvalue()


MANY: dict[str, Callable[[], str]] = {
    "array": lambda: json.dumps(OBJECTS, indent=2),
    "lines": lambda: "".join(json.dumps(each) + "\n" for each in OBJECTS),
    "wrapped": lambda: json.dumps({"cables": [{"_source": each} for each in OBJECTS]}),
    "by number": lambda: json.dumps({each["doc_id"]: each for each in OBJECTS}),
    "texts by number": lambda: json.dumps({each["doc_id"]: each["text"] for each in OBJECTS}),
    "behind figures": lambda: json.dumps(
        {"took": 3, "hits": {"total": 3, "hits": [{"_source": each} for each in OBJECTS]}}
    ),
    "rows under names": lambda: json.dumps(
        {"columns": list(OBJECTS[0]), "data": [list(map(str, each.values())) for each in OBJECTS]}
    ),
    "with signs between": lambda: "".join(f"\x1e{json.dumps(each)}\n" for each in OBJECTS),
    "copy": as_copy,
    "insert": as_insert,
    "sqlite": as_sqlite,
    "sqlite's own": as_sqlite_dumps,
    "sql server": as_sql_server,
    "copy without columns": as_bare_copy,
    "under unknown names": as_unknown_names,
    "on one line": as_one_line,
    "names as an index adds to them": lambda: json.dumps(
        {"docs": [{"id_s": each["doc_id"], "content_txt": [each["text"]]} for each in OBJECTS]}
    ),
    "mbox": as_mbox,
}
ONE: dict[str, Callable[[str], bytes]] = {
    "bzip2": lambda text: bz2.compress(text.encode()),
    "xz": lambda text: lzma.compress(text.encode()),
    "docx": as_docx,
    "odt": as_odt,
    "zstd": lambda text: zstandard.compress(text.encode()),
    "zstd in frames": lambda text: b"".join(
        zstandard.compress(part.encode()) for part in (text[:700], text[700:])
    ),
    "rtf": as_rtf,
    "pdf": lambda text: as_pdf([text.replace("\xb6", "").split("\n")]),
    "hocr": lambda text: as_hocr(text, sure=None),
    "eml": lambda text: (
        "From: A B <a@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text
    ).encode(),
}


@pytest.mark.parametrize("form", MANY)
def test_every_telegram_of_a_file_is_one_cable(form: str) -> None:
    found, problems = read_bytes(MANY[form]().encode(), "file")
    assert problems == []
    assert [message_words(source.text) for source in only_sources(found)] == [
        message_words(telegram(cable)) for cable in CABLES
    ]
    if form != "mbox":
        assert [source.stated.id for source in only_sources(found)] == [cable.id for cable in CABLES]


def test_json_in_utf_16_is_read() -> None:
    found, problems = read_bytes(json.dumps(OBJECTS).encode("utf-16"), "file")
    assert problems == []
    assert [source.stated.id for source in only_sources(found)] == [cable.id for cable in CABLES]


def _spoilt(text: str) -> str:
    """With the second of its telegrams damaged: a quote within its text that is none of the form's."""
    place = text.index("TAGS", text.index(CABLES[1].id))
    return f"{text[:place]}\"'x{text[place:]}"


@pytest.mark.parametrize("form", ["array", "lines", "wrapped", "by number", "insert", "sqlite", "sql server"])
def test_a_damaged_telegram_costs_itself_and_is_said_once(form: str) -> None:
    found, problems = read_bytes(_spoilt(MANY[form]()).encode(), "file")
    assert [source.stated.id for source in only_sources(found)] == [CABLES[0].id, CABLES[2].id]
    assert [problem.message.split(":")[0] for problem in problems] in (["object 2"], ["row 2"])


def test_json_without_a_known_key_is_refused_once_with_its_keys() -> None:
    data = json.dumps([{"nr": cable.id, "volltext": telegram(cable)} for cable in CABLES]).encode()
    found, (problem,) = read_bytes(data, "file")
    assert found == []
    assert (problem.code, "nr, volltext" in problem.message) == ("not-a-cable", True)


def test_a_sentence_of_a_message_begins_no_other() -> None:
    text = as_mbox().replace("\n\n", "\n\nFrom the port came word of it.\n\n", 4)
    found, _ = read_bytes(text.encode(), "file")
    assert len(only_sources(found)) == len(CABLES)


def test_a_telegram_that_a_mail_quotes_is_itself_and_who_sent_the_mail_is_not_said() -> None:
    (source,) = only_sources(read_bytes(as_quoting_mail().encode(), "file")[0])
    assert message_words(source.text) == message_words(telegram(CABLES[0]))


@pytest.mark.parametrize("form", ONE)
def test_a_telegram_has_the_same_words_whatever_it_is_packed_in(form: str) -> None:
    found, problems = read_bytes(ONE[form](telegram(CABLES[0])), "file")
    (source,) = only_sources(found)
    assert problems == []
    assert message_words(source.text) == message_words(telegram(CABLES[0]))


@pytest.mark.parametrize(
    ("file", "sure"),
    [(as_hocr(telegram(CABLES[0])), "93 % sure; 0 of"), (as_alto(telegram(CABLES[0])), "45 % sure; ")],
)
def test_recognised_text_is_read_and_says_how_sure_it_is(file: bytes, sure: str) -> None:
    found, problems = read_bytes(file, "file")
    (source,) = only_sources(found)
    assert message_words(source.text) == message_words(telegram(CABLES[0]))
    (problem,) = problems
    assert problem.code == "text-recognised"
    assert sure in problem.message


def test_a_hyphen_that_breaks_no_line_is_one() -> None:
    lines = as_docx(telegram(CABLES[0]) + "\nvice@minister")
    with zipfile.ZipFile(io.BytesIO(lines)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(
        "@minister", "</w:t><w:noBreakHyphen/><w:t>minister"
    )
    (source,) = only_sources(read_bytes(zipped(members), "file")[0])
    assert "vice-minister" in source.text


def test_every_member_of_a_7z_archive_is_read() -> None:
    archive = in_7z({"b/two.txt": telegram(CABLES[1]), "a/one.txt": telegram(CABLES[0]), ".DS_Store": "x"})
    found, problems = read_bytes(archive, "file.7z")
    assert problems == []
    assert [source.path for source in only_sources(found)] == ["file.7z/a/one.txt", "file.7z/b/two.txt"]


def test_a_word_that_a_pdf_divides_is_whole_and_keeps_a_hyphen_of_its_own() -> None:
    lines = telegram(CABLES[0]).split("\n")
    more = [
        "The harbour was dredged. They rebuilt the har-",
        "bour, the co-",
        "operation and the re-",
        "port.",
    ]
    pages = [lines, [*more, "Co-operation was good. The report said so."]]
    (source,) = only_sources(read_bytes(as_pdf(pages), "file")[0])
    assert "rebuilt the harbour, the co-operation and the report." in source.text


def test_pages_of_a_pdf_without_text_are_counted() -> None:
    found, problems = read_bytes(as_pdf([telegram(CABLES[0]).split("\n"), []]), "file")
    assert len(found) == 1
    assert [(problem.code, problem.message[:6]) for problem in problems] == [("scan-without-text", "1 of 2")]


@pytest.mark.parametrize(
    ("data", "library"),
    [
        (b"%PDF-1.7\nx", "pypdfium2"),
        (b"{\\rtf1 x}", "striprtf.striprtf"),
        (b"7z\xbc\xaf\x27\x1cx", "py7zr"),
        (zstandard.compress(b"x"), "zstandard"),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    data: bytes, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    _, (problem,) = read_bytes(data, "file")
    assert problem.code == "library-missing"
    assert "pip install" in problem.hint


def test_a_word_divided_between_lines_is_whole() -> None:
    divided = (
        '<TextLine><String CONTENT="tele" SUBS_TYPE="HypPart1" SUBS_CONTENT="telegram"/><HYP CONTENT="-"/>'
    )
    rest = '</TextLine><TextLine><String CONTENT="gram" SUBS_TYPE="HypPart2" SUBS_CONTENT="telegram"/>'
    text = telegram(CABLES[0])
    whole = as_alto(text).replace(b"</TextBlock>", f"{divided}{rest}</TextLine></TextBlock>".encode())
    (source,) = only_sources(read_bytes(whole, "file")[0])
    assert message_words(source.text) == [*message_words(text), "telegram"]


def test_nobodys_address_is_handed_on() -> None:
    found, _ = read_bytes(as_mbox().encode())
    assert [source for source in only_sources(found) if "example.org" in source.original + source.text] == []


def test_a_table_of_the_archives_attributes_whatever_else_it_has() -> None:
    names = [
        "doc_nbr",
        "date",
        "concepts",
        "from_field",
        "origclass",
        "locator",
        *(f"x{n}" for n in range(80)),
        "body",
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    blank = [""] * 80
    writer.writerow(
        ["1975ROME90123", "1975-01-23", "HARBORS, BUDGETS", "ROME", "SECRET", "TEXT ON-LINE", *blank, "1. X."]
    )
    writer.writerow(["1975ROME90124", "1975-01-24", "", "ROME", "SECRET", "TEXT ON MICROFILM", *blank, ""])
    found, problems = read_bytes(out.getvalue().encode(), "a.csv")
    first, second = only_sources(found)
    assert problems == []
    assert (first.stated.id, first.stated.concepts) == ("75ROME90123", ("HARBORS", "BUDGETS"))
    assert (second.stated.id, second.stated.text_status) == ("75ROME90124", "TEXT ON MICROFILM")


@pytest.mark.parametrize(
    "data", [b"nr;volltext\n09ASTANA90001;UNCLAS\n", b'[{"nr": "09ASTANA90001", "volltext": "UNCLAS"}]']
)
def test_a_publisher_says_what_columns_mean(data: bytes) -> None:
    columns = (("Nr", "id"), ("Volltext", "body"))
    item = Item("a", io.BytesIO(data), size=len(data), inner=read_item, columns=columns)
    (source,) = read_item(item)
    assert isinstance(source, Source)
    assert (source.stated.id, source.text) == ("09ASTANA90001", "UNCLAS")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'[{"text": "a", "id": 1}, {"text": "b"', "record-unreadable"),
        (b'[{"id": "1", "text": ""}]', "not-a-cable"),
        (b"-- MySQL dump\nINSERT INTO `users` VALUES (1,'x');\n", "not-a-cable"),
        (b"-- MySQL dump\nINSERT INTO t (id, body) VALUES ('1','x', 3);\n", "row-malformed"),
        (b"From: a\nMessage-ID: <1>\n\nHello.\n", "not-a-cable"),
        (as_docx("x")[:-30], "file-unreadable"),
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><div type="document">&a;</div></TEI>', "file-unreadable"),
        (b"BZh91AY&SYxxxxxxxxxxxx", "archive-damaged"),
        (b"%PDF-1.7\nx", "file-unreadable"),
        (as_pdf([[], []]), "scan-without-text"),
        (b"7z\xbc\xaf\x27\x1cx", "archive-damaged"),
        (zstandard.compress(telegram(CABLES[0]).encode())[:-9], "archive-damaged"),
        (as_hocr(""), "scan-without-text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, code: str) -> None:
    _, problems = read_bytes(data, "file")
    assert [problem.code for problem in problems][-1:] == [code]
