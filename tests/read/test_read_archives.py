"""Archives of any layout; hostile ones cost a line each and nothing else."""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read import limits
from support.invented import invent, telegram
from support.layouts import as_csv, as_gzip, as_plusd, as_zip
from support.reading import only_sources, read_bytes, read_folder, words

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

CABLES = [invent(seed) for seed in range(40, 46)]
TEXT = telegram(CABLES[0]).encode()


def codes(data: bytes) -> list[str]:
    """Codes of all problems of a file."""
    return [problem.code for problem in read_bytes(data, "a.zip")[1]]


def as_tar(members: dict[str, bytes]) -> bytes:
    """A tar file of these members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def test_a_zip_holds_any_layouts_each_under_its_path() -> None:
    rows = as_csv(CABLES[2:]).encode()
    data = as_zip({"b/one.txt": TEXT, "a/two.txt": as_plusd(CABLES[1]).encode(), "c.csv": rows})
    cables, problems = read_bytes(data, "x/all.zip")
    assert problems == []
    named = [(cable.path, cable.row, cable.layout) for cable in only_sources(cables)]
    assert named[:2] == [("x/all.zip/a/two.txt", None, "plusd"), ("x/all.zip/b/one.txt", None, "telegram")]
    assert named[2:] == [("x/all.zip/c.csv", row, "csv") for row in range(1, 5)]


@pytest.mark.parametrize(
    "data",
    [
        as_gzip(TEXT),
        as_zip({"a.txt": TEXT}),
        as_tar({"a.txt": TEXT}),
        as_gzip(as_tar({"a.txt": TEXT})),
        as_zip({"a.txt.gz": as_gzip(TEXT)}),
        as_zip({"inner.zip": as_zip({"a.txt": TEXT})}),
        as_tar({"inner.zip": as_zip({"a.txt": TEXT})}),
    ],
    ids=["gz", "zip", "tar", "tar.gz", "gz in zip", "zip in zip", "zip in tar"],
)
def test_an_archive_gives_what_the_plain_file_gives(data: bytes) -> None:
    ((cable,), problems) = read_bytes(data, "a")
    assert problems == []
    ((plain,), _) = read_bytes(TEXT, "a")
    (packed, source) = only_sources([cable, plain])
    assert (packed.text, packed.sha256, packed.layout) == (source.text, source.sha256, source.layout)


def test_archives_nested_deeper_are_refused() -> None:
    data = as_zip({"a.zip": as_zip({"b.zip": as_zip({"c.txt": TEXT})})})
    assert codes(data) == ["archive-nested"]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../up.txt", "C:\\x\\a.txt", "a/../../b.txt", "..\\a.txt"]
)
@pytest.mark.parametrize("pack", [as_zip, as_tar])
def test_a_name_never_points_outside_the_archive(
    name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    ((cable,), problems) = read_bytes(pack({name: TEXT}), "in.zip")
    (source,) = only_sources([cable])
    assert [problem.code for problem in problems] == ["member-name-unsafe"]
    parts = source.path.split("/")
    assert parts[0] == "in.zip"
    assert ".." not in parts
    assert "" not in parts
    assert not any(part.endswith(":") for part in parts)


def test_a_name_with_a_line_break_stays_on_one_line() -> None:
    _, problems = read_bytes(as_zip({"a\nb\u202e.txt": b"shopping list"}), "in.zip")
    assert len(str(problems[0]).splitlines()) == 1
    assert "\u202e" not in str(problems[0])


def test_what_archivers_leave_behind_is_skipped() -> None:
    extra = {
        "__MACOSX/._a.txt": b"\x00\x05",
        ".DS_Store": b"\x00",
        "README.txt": b"about",
        "Thumbs.db": b"\x00",
    }
    cables, problems = read_bytes(as_zip({"a.txt": TEXT, **extra}))
    assert (len(cables), problems) == (1, [])


def test_an_encrypted_member_is_named_and_the_rest_read() -> None:
    data = bytearray(as_zip({"a.txt": TEXT, "b.txt": TEXT}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature)
        data[place + offset] |= 1
    cables, problems = read_bytes(bytes(data), "in.zip")
    assert [problem.code for problem in problems] == ["member-encrypted"]
    assert problems[0].path == "in.zip/a.txt"
    assert len(cables) == 1


def test_a_damaged_member_is_named_and_the_rest_read() -> None:
    data = bytearray(as_zip({"a.txt": TEXT, "b.txt": TEXT}))
    data[60:80] = bytes(20)
    cables, problems = read_bytes(bytes(data), "in.zip")
    assert [(problem.path, problem.code) for problem in problems] == [("in.zip/a.txt", "archive-damaged")]
    assert len(cables) == 1


def as_streamed_zip(members: dict[str, bytes]) -> bytes:
    """A zip file written to a pipe: sizes and checksums stand behind the members."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: "ReadableBuffer") -> int:
            self.written += bytes(data)
            return len(bytes(data))

    pipe = Pipe()
    with zipfile.ZipFile(io.BufferedWriter(pipe), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            with archive.open(name, "w") as member:
                member.write(data)
    return bytes(pipe.written)


def as_stored_zip(members: dict[str, bytes]) -> bytes:
    """A zip file that packs nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


MANY = {f"{number}.txt": telegram(cable).encode() for number, cable in enumerate(CABLES)}
PACKED = {
    "tar": as_tar(MANY),
    "tar.gz": as_gzip(as_tar(MANY)),
    "zip": as_zip(MANY),
    "streamed zip": as_streamed_zip(MANY),
    "stored zip": as_stored_zip(MANY),
    "zip.gz": as_gzip(as_zip(MANY)),
    "tar of gz": as_tar({name: as_gzip(data) for name, data in MANY.items()}),
}


@pytest.mark.parametrize("kind", PACKED)
@given(st.floats(0.01, 0.999))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_a_cut_archive_gives_the_members_before_the_cut_and_says_so(kind: str, share: float) -> None:
    whole = PACKED[kind]
    cables, problems = read_bytes(whole[: max(4, int(share * len(whole)))], "a")
    texts = [source.original.encode() for source in only_sources(cables)]
    assert texts == list(MANY.values())[: len(texts)]
    assert len(problems) == 1 or (
        kind.startswith("tar") and len(texts) == len(MANY)
    )  # cut in the blanks at its end


@pytest.mark.parametrize("kind", [kind for kind in PACKED if kind.endswith(("tar", "zip"))])
@given(st.floats(0.01, 0.999), st.integers(1, 255))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_a_damaged_byte_costs_no_cable_in_silence(kind: str, share: float, damage: int) -> None:
    data = bytearray(PACKED[kind])
    data[int(share * len(data))] ^= damage
    cables, problems = read_bytes(bytes(data), "a")
    assert len(cables) == len(MANY) or problems


@pytest.mark.parametrize("cut", [3, 100, 300])
def test_half_a_cable_is_none(cut: int) -> None:
    for pack in (as_gzip, lambda data: as_zip({"a.txt": data}), lambda data: as_tar({"a.txt": data})[:-8000]):
        cables, problems = read_bytes(pack(TEXT)[: len(pack(TEXT)) // 2 - cut])
        assert [problem.code for problem in problems] == ["archive-damaged"]
        assert cables == []


def test_a_wrong_checksum_at_the_end_is_noticed() -> None:
    data = bytearray(PACKED["tar.gz"])
    data[-6] ^= 1
    cables, problems = read_bytes(bytes(data))
    assert len(cables) == len(MANY)
    assert [problem.code for problem in problems] == ["archive-damaged"]


def test_archives_set_one_behind_the_other_are_read_or_reported() -> None:
    more = {"z.txt": telegram(invent(47)).encode()}
    cables, problems = read_bytes(as_tar(MANY) + as_tar(more))
    assert (len(cables), problems) == (len(MANY) + 1, [])
    cables, problems = read_bytes(as_gzip(as_tar(MANY)) + as_gzip(as_tar(more)))
    assert (len(cables), problems) == (len(MANY) + 1, [])
    cables, problems = read_bytes(as_zip(more) + as_zip(MANY))
    assert [problem.code for problem in problems] == ["archive-damaged"]
    assert len(cables) == len(MANY)


def test_an_office_document_is_one_problem() -> None:
    data = as_zip({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": TEXT})
    assert codes(data) == ["file-binary"]


def test_a_bomb_is_stopped_at_the_bound() -> None:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        row = as_csv(CABLES[:1]).encode()
        packed.write(row)
        for _ in range(64):
            packed.write(b"\0" * 1024 * 1024)
    assert codes(out.getvalue()) == ["archive-bomb"]


def test_members_that_share_their_bytes_are_a_bomb() -> None:
    """The classic: many directory entries, all pointing at one compressed kernel."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b"A" * 4 * 1024 * 1024
    packed = kernel.compress(raw) + kernel.flush()
    name = b"m0000"
    sizes = struct.pack("<LLL", zlib.crc32(raw), len(packed), len(raw))
    local = (
        b"PK\x03\x04"
        + struct.pack("<HHHHH", 20, 0, 8, 0, 33)
        + sizes
        + struct.pack("<HH", len(name), 0)
        + name
    )
    entries = b"".join(
        b"PK\x01\x02"
        + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33)
        + sizes
        + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0)
        + name
        for _ in range(50)
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 50, 50, len(entries), len(local) + len(packed), 0)
    _, problems = read_bytes(local + packed + entries + end)
    assert problems[-1].code in {"archive-bomb", "archive-damaged"}
    assert len(problems) < 50


def test_links_and_devices_in_a_tar_file_are_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(TEXT)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, str(secret)
            archive.addfile(info)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.tar").write_bytes(out.getvalue())
    cables, _ = read_folder(tmp_path / "corpus")
    assert cables == []


def test_reading_an_archive_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(as_zip({"d/a.txt": TEXT, "e/b.zip": as_zip({"c.txt": TEXT})}))
    read_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_lone_member_is_bounded() -> None:
    """A cable longer than any cable is refused before it is held in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        noise = bytes(range(65, 91)) * 200_000
        archive.writestr(
            "long.txt", TEXT + b"\n".join(noise[n : n + 70] for n in range(0, len(noise), 70)) * 4
        )
    assert codes(out.getvalue()) in (["file-too-large"], ["archive-bomb"])
    assert len(words(TEXT.decode())) < limits.CABLE
