"""Templates compiled by an earlier build are those that this one would compile."""

import pytest
from jinja2 import DictLoader, Environment

from generator.publish import Compiled


def rendered(source: str, compiled: Compiled) -> str:
    """A page of a theme with one template."""
    environment = Environment(
        loader=DictLoader({"main.html": source}), bytecode_cache=compiled, autoescape=True
    )
    return environment.get_template("main.html").render(name="<Baliyeva>")


def test_what_was_compiled_is_taken_over_while_its_source_is_the_same() -> None:
    first = Compiled({})
    assert rendered("Minister {{ name }}", first) == "Minister &lt;Baliyeva&gt;"
    assert not first.is_known
    second = Compiled(first.used)
    assert rendered("Minister {{ name }}", second) == "Minister &lt;Baliyeva&gt;"
    assert second.is_known
    third = Compiled(first.used)
    assert rendered("Ambassador {{ name }}", third) == "Ambassador &lt;Baliyeva&gt;"
    assert not third.is_known


@pytest.mark.parametrize("damaged", [b"", b"j2", b"something else"])
def test_what_is_not_compiled_by_this_jinja_is_compiled_anew(damaged: bytes) -> None:
    known = Compiled({})
    rendered("Minister {{ name }}", known)
    compiled = Compiled(dict.fromkeys(known.used, damaged))
    assert rendered("Minister {{ name }}", compiled) == "Minister &lt;Baliyeva&gt;"
    assert compiled.used == known.used
