"""The search index as scripts, for a bundle."""

import base64
from pathlib import Path

import pytest

from generator.publish.search.offline import offline_files
from generator.publish.search.script import SIGNATURE
from generator.publish.search.table import read_call
from support.cable_pages import SmallSite, cable_page


@pytest.fixture
def index(tmp_path: Path) -> Path:
    small = SmallSite(tmp_path)
    small.write("09ASTANA90308", cable_page(), directory_urls=False)
    small.index()
    return tmp_path / "pagefind"


def test_every_file_of_the_index_becomes_a_script(index: Path, tmp_path: Path) -> None:
    scripts = dict(offline_files(index))
    assert all(path.endswith(".js") for path in scripts)
    assert scripts["engine.js"] == (index / "engine.js").read_bytes()
    for file in (each for each in index.rglob("*") if each.suffix in {".pf_index", ".pf_meta", ".pagefind"}):
        path = f"{file.relative_to(index).as_posix()}.js"
        copy = tmp_path / "copy.js"
        copy.write_bytes(scripts[path])
        assert base64.b64decode(read_call(copy)["base64"]) == file.read_bytes()


def test_fragments_are_text_that_pagefind_knows_as_unpacked(index: Path, tmp_path: Path) -> None:
    scripts = dict(offline_files(index))
    (fragment,) = (path for path in scripts if "fragment/" in path)
    copy = tmp_path / "copy.js"
    copy.write_bytes(scripts[fragment])
    text = read_call(copy)["text"]
    assert text.startswith(SIGNATURE.decode())
    assert "/cables/2009/02/09ASTANA90308.html" in text


def test_the_bundle_says_that_it_is_one(index: Path, tmp_path: Path) -> None:
    copy = tmp_path / "search.js"
    copy.write_bytes(dict(offline_files(index))["search.js"])
    assert read_call(copy)["offline"] is True
    assert "offline" not in read_call(index / "search.js")
