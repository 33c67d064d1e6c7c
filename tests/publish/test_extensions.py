"""Which extensions of Markdown a page is rendered with."""

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.publish.extensions import FIXED, fixed, of_home

NAMED = (["admonition"], ["attr_list", "smarty"], ["pymdownx.smartsymbols", "nl2br"])


@pytest.mark.parametrize("named", NAMED)
def test_the_home_page_has_theirs_and_what_our_part_of_it_needs(named: list[str]) -> None:
    """An overview without these would be an element that no text may become, and no site was built."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Cables", "markdown_extensions": named})
    assert config.validate()[0] == []
    on_home = of_home(config).names
    assert set(FIXED) <= set(on_home)
    assert len(on_home) == len(set(on_home))
    assert ("admonition" in on_home) is ("admonition" in named)
    assert {"smarty", "pymdownx.smartsymbols", "nl2br"}.isdisjoint(on_home), "they change words of cables"
    assert fixed(config).names == list(FIXED)
