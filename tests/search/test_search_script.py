"""Pagefind's module as a script, and what that takes for granted of the installed Pagefind."""

import pytest

from generator.publish.search import SearchError
from generator.publish.search.engine import run_engine
from generator.publish.search.script import engine_script
from generator.settings import SearchOptions
from support.cable_pages import SmallSite, cable_page


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The module of the Pagefind that is installed."""
    folder = tmp_path_factory.mktemp("pagefind")
    SmallSite(folder).write("09ASTANA90308", cable_page())
    run_engine([(folder, folder / "index")], SearchOptions())
    return (folder / "index" / "pagefind.js").read_text(encoding="utf-8")


def test_the_installed_pagefind_can_be_used(module: str) -> None:
    """Fails at once where an upgrade of Pagefind changes its module."""
    script = engine_script(module)
    assert script.startswith('cablepressSearch.table("engine",function(fetch,setTimeout){')
    assert "import.meta" not in script


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("export{", "globalThis.pagefind={", "list of exports"),
        ("createInstance,", "", "createInstance"),
        ("class{constructor(opts", 'x=await import("./core.js");class{constructor(opts', "import"),
        ("await fetch(queued", "await request(queued", "another way"),
    ],
)
def test_a_changed_pagefind_is_refused(module: str, before: str, after: str, reason: str) -> None:
    assert before in module
    with pytest.raises(SearchError, match=reason):
        engine_script(module.replace(before, after))
