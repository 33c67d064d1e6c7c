"""The headers that a site comes with."""

from pathlib import Path

from generator.publish.headers import HEADERS, NAME, write_headers


def test_every_header_stands_below_the_address_it_is_for(tmp_path: Path) -> None:
    assert write_headers(tmp_path)
    first, *lines = (tmp_path / NAME).read_text("utf-8").splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == HEADERS
    assert all(line.startswith("  ") for line in lines)


def test_the_publishers_own_headers_stay(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("/*\n  X-Own: 1\n", encoding="utf-8")
    assert not write_headers(tmp_path)
    assert (tmp_path / NAME).read_text("utf-8") == "/*\n  X-Own: 1\n"
