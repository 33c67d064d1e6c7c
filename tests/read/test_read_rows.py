"""``cables.csv``: streamed row by row; a broken row costs itself at most."""

import csv
import io
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from generator.model import Problem, Source
from generator.read.item import Item
from generator.read.layouts import read_item
from generator.read.stated import marked_or_stated_level, stated_moment
from support.invented import invent, telegram
from support.layouts import as_csv, csv_row
from support.reading import message_words, only_sources, read_bytes, read_text, words

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CABLES = [invent(seed) for seed in range(60, 66)]


def rows(*texts: str) -> str:
    """Rows of the distribution whose bodies are these texts, written as they are."""
    start = '"{n}","12/28/2006 18:06","06ASTANA9{n}","Embassy Astana","SECRET","","{head}","{text}"\n'
    head = "O 281806Z DEC 06\nFM AMEMBASSY ASTANA"
    return "".join(start.format(n=number, head=head, text=text) for number, text in enumerate(texts, start=1))


def bodies(text: str) -> list[str]:
    """Texts of all rows, without their header; no row may be complained of."""
    cables, problems = read_text(text, "cables.csv")
    assert problems == []
    return [source.text.split("\n\n", 1)[1] for source in only_sources(cables)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"1. (S) A \"quoted\" word", '1. (S) A "quoted" word'),
        ('1. (S) A ""quoted"" word', '1. (S) A "quoted" word'),
        (r"1. (S) C:\\temp and RR RUEHWEB\\", "1. (S) C:\\temp and RR RUEHWEB\\"),
        ("1. (S) One\r\ntwo\n\nthree", "1. (S) One\ntwo\n\nthree"),
        (r"1. (S) Commas, \"a\",\"b\", and lines", '1. (S) Commas, "a","b", and lines'),
        ("1. (S) Über ¶2 naïve", "1. (S) Über ¶2 naïve"),
    ],
)
def test_what_a_field_may_hold(written: str, meant: str) -> None:
    assert bodies(rows("1. (S) First", written, "1. (S) Last")) == ["1. (S) First", meant, "1. (S) Last"]


WRITTEN: dict[str, dict[str, Any]] = {
    "semicolons": {"delimiter": ";", "quoting": csv.QUOTE_ALL},
    "tabs": {"delimiter": "\t"},
    "bars": {"delimiter": "|"},
    "few quotes": {"quoting": csv.QUOTE_MINIMAL},
    "no number": {"quoting": csv.QUOTE_ALL, "columns": slice(1, None)},
    "few columns": {"heads": ("doc_id", "timestamp", "text"), "columns": (2, 1, 7)},
    "headed semicolons": {
        "heads": ("Date", "ID", "Header", "Body"),
        "columns": (1, 2, 6, 7),
        "delimiter": ";",
    },
    "carets": {"heads": ("Date", "ID", "Header", "Body"), "columns": (1, 2, 6, 7), "delimiter": "^"},
    "single quotes": {
        "heads": ("ID", "Date", "Header", "Body"),
        "columns": (2, 1, 6, 7),
        "quotechar": "'",
        "quoting": csv.QUOTE_ALL,
    },
    "two columns without headings": {"columns": (2, 7)},
    "five columns without headings": {"columns": (2, 3, 4, 6, 7), "delimiter": ";"},
    "below the delimiter's name": {
        "above": "sep=;\n",
        "heads": ("ID", "Body"),
        "columns": (2, 7),
        "delimiter": ";",
    },
    "below a remark": {"above": "# exported in 2011\n\n", "heads": ("ID", "Body"), "columns": (2, 7)},
    "under names that nobody knows": {
        "heads": ("Nummer", "Gesendet", "Absender", "Inhalt"),
        "columns": (2, 1, 3, 7),
        "delimiter": ";",
        "quoting": csv.QUOTE_ALL,
    },
    "the number under the text's name": {"heads": ("Cable", "Wann", "Volltext"), "columns": (2, 1, 7)},
    "names of several words in one": {"heads": ("MessageNumber", "MessageBody"), "columns": (2, 7)},
    "single quotes below bare names": {
        "above": "ID,Date,Body\n",
        "columns": (2, 1, 7),
        "quotechar": "'",
        "quoting": csv.QUOTE_ALL,
    },
    "saved on a Macintosh": {"heads": ("ID", "Date", "Body"), "columns": (2, 1, 7), "lineterminator": "\r"},
    "a counter before the number": {"heads": ("MRN", "id", "text"), "columns": (2, 0, 7)},
}


@pytest.mark.parametrize("form", WRITTEN)
def test_a_table_is_read_however_it_was_saved(form: str) -> None:
    """As spreadsheets save it: other separators, quotes only where needed, other columns."""
    options = dict(WRITTEN[form])
    columns, heads = options.pop("columns", slice(None)), options.pop("heads", None)
    out = io.StringIO(newline="")
    out.write(options.pop("above", ""))
    writer = csv.writer(out, **options)
    if heads:
        writer.writerow(heads)
    for number, cable in enumerate(CABLES, start=1):
        cells = csv_row(cable, number)
        writer.writerow(cells[columns] if isinstance(columns, slice) else [cells[index] for index in columns])
    cables, problems = read_text(out.getvalue(), "cables.csv")
    assert problems == []
    assert [source.stated.id for source in only_sources(cables)] == [cable.id for cable in CABLES]
    for cable, source in zip(CABLES, only_sources(cables), strict=True):
        cells = csv_row(cable, 1)
        header = cells[6] if isinstance(columns, slice) or 6 in columns else ""
        assert message_words(source.text) == message_words(f"{header}\n{cells[7]}")


def test_blanks_may_stand_before_quotes() -> None:
    texts = [telegram(cable).replace('"', '""') for cable in CABLES[:2]]
    rows = [f'{cable.id}, "{text}"\n' for cable, text in zip(CABLES, texts, strict=False)]
    cables, problems = read_text("id, body\n" + "".join(rows))
    assert problems == []
    assert [source.stated.id for source in only_sources(cables)] == [cable.id for cable in CABLES[:2]]


@pytest.mark.parametrize(("tag", "end"), [("<br>", ""), ("<br />\n", ""), ("</p>\n<p>", "</p>")])
def test_a_cell_may_be_of_html(tag: str, end: str) -> None:
    text = telegram(CABLES[0])
    marked = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\n", tag)
    cell = ("<p>" if end else "") + marked + end
    (source,), problems = read_text(f'id,date,body\n{CABLES[0].id},2009-02-20,"{cell}"\n')
    assert problems == []
    assert message_words(only_sources([source])[0].text) == message_words(text)


def test_a_table_without_a_text_that_is_known_is_refused_with_its_first_row() -> None:
    """Read as a text, all of its rows would be one telegram."""
    rows = "".join(f'"{number}","note","First line.\nSecond line."\n' for number in range(6))
    found, (problem,) = read_text(f"nr,art,inhalt\n{rows}UNCLAS ASTANA 000308\nTAGS: PGOV\nSUBJECT: A\n")
    assert found == []
    assert "(nr, art, inhalt)" in problem.message
    assert "columns:" in problem.hint


def test_a_last_backslash_in_a_file_that_doubles_quotes() -> None:
    """Read as an escape it would swallow the next column."""
    assert bodies(rows('1. (S) ""x"" ends in C:\\', "1. (S) Last")) == [
        '1. (S) "x" ends in C:\\',
        "1. (S) Last",
    ]


def test_a_bare_quote_is_mended_and_said() -> None:
    cables, problems = read_text(rows("1. (S) First", '1. (S) A "bare" quote, twice "', "1. (S) Last"))
    assert [(problem.line, problem.code) for problem in problems] == [(3, "row-repaired")]
    assert [words(source.text)[-1] for source in only_sources(cables)] == ["First", "twice", "Last"]


def test_a_row_cut_short_costs_only_itself() -> None:
    whole = rows("1. (S) First", "1. (S) Middle", "1. (S) Last")
    broken = whole.replace('"Embassy Astana","SECRET","","O 281806Z', '"Embassy Ast\nO 281806Z', 2).replace(
        '"Embassy Ast\n', '"Embassy Astana","SECRET","","', 1
    )
    cables, problems = read_text(broken, "cables.csv")
    assert [problem.code for problem in problems] == ["row-malformed"]
    assert "row 2" in problems[0].message
    assert problems[0].line == 3
    assert [words(source.text)[-1] for source in only_sources(cables)] == ["First", "Last"]


@pytest.mark.parametrize("columns", [(2, 1, 7), (7, 1, 2)])
def test_a_quote_too_many_costs_its_row_and_is_said_once(columns: tuple[int, ...]) -> None:
    cells = [csv_row(cable, 1) for cable in CABLES[:3]]
    heads = {1: "Date", 2: "MRN", 7: "Text"}
    written = [[row[column].replace('"', '""') for column in columns] for row in cells]
    written[1] = [cell.replace("1.", '1. "', 1) for cell in written[1]]
    lines = [",".join(f'"{cell}"' for cell in row) for row in written]
    found, problems = read_text("\n".join([",".join(heads[column] for column in columns), *lines, ""]))
    assert [source.stated.id for source in only_sources(found)] == [CABLES[0].id, CABLES[2].id]
    assert [problem.message.split(":")[0] for problem in problems] == ["row 3"]
    assert [source.row for source in only_sources(found)] == [2, 4]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2008-03-12", "2008-03-12 day"),
        ("20080312", "2008-03-12 day"),
        ("3/12/2008", "2008-03-12 day"),
        ("13/3/2008", "2008-03-13 day"),
        ("12.03.2008", "2008-03-12 day"),
        ("12-MAR-08", "2008-03-12 day"),
        ("March 12, 2008", "2008-03-12 day"),
        ("2008-03-12T00:00:00.000", "2008-03-12 day"),
        ("3/12/2008 9:15 AM", "2008-03-12 09:15 minute"),
        ("3/12/2008 0:00", "2008-03-12 00:00 minute"),
        ("2008-03-12T09:15:00.000+02:00", "2008-03-12 07:15 minute"),
        ("Wed, 12 Mar 2008 09:15:00 GMT", "2008-03-12 09:15 minute"),
        ("120915Z MAR 08", "2008-03-12 09:15 minute"),
        ("1205313300", "2008-03-12 09:15 minute"),
        ("1205313300000", "2008-03-12 09:15 minute"),
        ("2008-13-45", "minute"),
        ("spring 2008", "minute"),
    ],
)
def test_a_column_has_dates_in_any_usual_form(written: str, meant: str) -> None:
    moment = stated_moment(written)
    shown = "%Y-%m-%d" if moment.precision == "day" else "%Y-%m-%d %H:%M"
    assert " ".join([*([f"{moment.date:{shown}}"] if moment.date else []), moment.precision]) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Secret // Noforn", "SECRET//NOFORN"),
        ("S/NF", "SECRET//NOFORN"),
        ("(C)", "CONFIDENTIAL"),
        ("SBU", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("see text", None),
    ],
)
def test_a_column_has_levels_in_words_or_as_markings(written: str, meant: str | None) -> None:
    assert marked_or_stated_level(written) == meant


def test_numbers_of_row_and_line_lead_to_the_cable() -> None:
    text = as_csv(CABLES)
    lines = text.replace("\r\n", "\n").split("\n")
    for number, source in enumerate(only_sources(read_text(text)[0]), start=1):
        assert source.row == number
        assert lines[source.first_line - 1].startswith(f'"{number}",')


def test_columns_are_found_by_their_headings_in_any_order() -> None:
    plain = csv_row(CABLES[0], 1)
    text = "Reference ID,body,header,classification,origin,date,remark\n"
    text += ",".join('"' + plain[n].replace('"', '""') + '"' for n in (2, 7, 6, 4, 3, 1)) + ',"seen"\n'
    cables, problems = read_text(text)
    assert problems == []
    (source,) = only_sources(cables)
    assert (source.stated.id, source.stated.origin) == (CABLES[0].id, CABLES[0].origin)
    assert source.stated.date == CABLES[0].sent
    assert message_words(source.text) == message_words(telegram(CABLES[0]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = rows("1. (S) Café Müller", "1. (S) Last")
    cables, problems = read_bytes(text.encode(encoding))
    assert [source.text[-11:] for source in only_sources(cables)][:1] == ["Café Müller"]
    assert [problem.code for problem in problems] == (["encoding-guessed"] if encoding == "cp1252" else [])


def test_a_row_without_text_is_a_problem() -> None:
    text = rows("1. (S) First") + '"2","12/28/2006 18:06","06ASTANA92","Embassy Astana","SECRET","","",""\n'
    cables, problems = read_text(text)
    assert len(cables) == 1
    assert [(problem.line, problem.code) for problem in problems] == [(3, "not-a-cable")]


def test_any_other_table_is_no_cable() -> None:
    cables, problems = read_text('"name","price"\n"apples","3"\n"pears","4"\n')
    assert cables == []
    assert [problem.code for problem in problems] == ["not-a-cable"]


class Rows(io.RawIOBase):
    """As many rows as asked for, made while they are read."""

    def __init__(self, count: int) -> None:
        self.left = count
        self.row = as_csv(CABLES[:1]).encode()
        self.buffer = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """The next bytes of the rows."""
        target = memoryview(buffer).cast("B")
        while self.left and len(self.buffer) < len(target):
            self.buffer += self.row
            self.left -= 1
        size = min(len(target), len(self.buffer))
        target[:size], self.buffer = self.buffer[:size], self.buffer[size:]
        return size


def peak(count: int) -> int:
    """Most bytes held at once while so many rows are read and let go."""
    stream = io.BufferedReader(Rows(count))
    tracemalloc.start()
    total = sum(isinstance(each, Source) for each in read_item(Item("a", stream, size=0, inner=read_item)))
    high = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert total == count
    return high


def test_memory_does_not_grow_with_the_rows() -> None:
    data = len(as_csv(CABLES[:1])) * 1200
    assert peak(1200) < data / 10


def test_a_quote_never_closed_holds_a_bounded_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.read.limits.CABLE", 20_000)
    text = "reference id,header,body\n" + '06ASTANA91,"O 281806Z DEC 06","1. (S) Open\n' + "x y z\n" * 20_000
    readings = list(read_item(Item("a", io.BytesIO(text.encode()), size=len(text), inner=read_item)))
    (problem,) = (reading for reading in readings if isinstance(reading, Problem))
    assert problem.code == "row-too-large"
    assert problem.line == 2
