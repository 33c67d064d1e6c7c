"""The search as scripts, and what it takes for granted of the installed Pagefind."""

import base64
from pathlib import Path

import pytest

from generator.publish.search import SearchError, index_site
from generator.publish.search.offline import SIGNATURE, engine_script, offline_files
from generator.publish.search.table import read_call
from support.cable_pages import cable_page, write_page


@pytest.fixture
def index(tmp_path: Path) -> Path:
    write_page(tmp_path, "09ASTANA90308", cable_page(), directory_urls=False)
    index_site(tmp_path)
    return tmp_path / "pagefind"


def test_the_installed_pagefind_can_be_bundled(index: Path) -> None:
    """Fails at once where an upgrade of Pagefind changes its module or its files."""
    module = (index / "0" / "pagefind.js").read_text(encoding="utf-8")
    script = engine_script(module)
    assert script.startswith('cablepressSearch.table("engine",function(fetch){')
    assert "import.meta" not in script
    assert dict(offline_files(index))["engine.js"] == script.encode()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("export{", "globalThis.pagefind={", "list of exports"),
        ("createInstance,", "", "createInstance"),
        ("class{constructor(opts", 'x=await import("./core.js");class{constructor(opts', "import"),
        ("await fetch(queued", "await request(queued", "another way"),
    ],
)
def test_a_changed_pagefind_is_refused(index: Path, before: str, after: str, reason: str) -> None:
    module = (index / "0" / "pagefind.js").read_text(encoding="utf-8")
    assert before in module
    with pytest.raises(SearchError, match=reason):
        engine_script(module.replace(before, after))


def test_every_file_of_the_index_becomes_a_script(index: Path, tmp_path: Path) -> None:
    scripts = dict(offline_files(index))
    assert all(path.endswith(".js") for path in scripts)
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


def test_the_worker_stays_behind(index: Path) -> None:
    """Browsers start no worker from disk."""
    assert not [path for path in dict(offline_files(index)) if "worker" in path]


def test_the_bundle_says_that_it_is_one(index: Path, tmp_path: Path) -> None:
    copy = tmp_path / "search.js"
    copy.write_bytes(dict(offline_files(index))["search.js"])
    assert read_call(copy)["offline"] is True
    assert "offline" not in read_call(index / "search.js")
