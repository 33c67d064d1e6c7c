"""No option weakens protection by being wrong: it is as written, or nothing is built."""

import difflib
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from mkdocs.exceptions import ConfigurationError

from generator.model import Problem
from generator.settings import Protecting, defaults, read_options
from generator.settings.document import ConfigurationFile
from generator.settings.options import DECISIVE, Options

OURS = tuple(defaults())
MISTYPED = st.sampled_from(OURS).flatmap(
    lambda name: st.tuples(
        st.just(name),
        st.one_of(
            st.integers(0, len(name) - 1).map(lambda at: name[:at] + name[at + 1 :]),
            st.integers(0, len(name) - 1).map(lambda at: name[:at] + name[at] + name[at:]),
            st.integers(0, len(name) - 2).map(
                lambda at: name[:at] + name[at + 1] + name[at] + name[at + 2 :]
            ),
            st.just(name.replace("_", "-").capitalize()),
        ),
    )
)
"""An option's name, and how it might be mistyped."""
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 99_999), st.text("abcmask ", max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc", max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


def read(section: object) -> tuple[Options, tuple[Problem, ...]]:
    """The options of a mkdocs.yml whose section is this."""
    values = {"extra": {"cablepress": section}}
    root = yaml.compose(yaml.safe_dump(values), Loader=yaml.SafeLoader)
    return read_options(ConfigurationFile(path=Path("mkdocs.yml"), values=values, root=root))


@given(MISTYPED)
def test_every_mistyped_option_stops_the_work_and_says_which_was_meant(pair: tuple[str, str]) -> None:
    name, mistyped = pair
    assume(mistyped not in OURS and difflib.get_close_matches(mistyped, OURS))
    with pytest.raises(ConfigurationError, match="is no option; did you mean ") as stopped:
        read({"protect": "mask", mistyped: defaults()[name]})
    assert f"did you mean {name}?" in str(stopped.value) or difflib.get_close_matches(mistyped, OURS, 1) != [
        name
    ]


@given(st.dictionaries(st.sampled_from(OURS), VALUES, max_size=4), st.sampled_from(["hide", "mask"]))
def test_whatever_other_options_say_protection_is_as_written_or_nothing_is_built(
    others: dict[str, object], treatment: str
) -> None:
    """Of an option that decides whom to protect, or what is published, the default never stands in."""
    section = {**others, "protect": treatment}
    try:
        options, problems = read(section)
    except ConfigurationError:
        return
    assert options.section(Protecting).protect == treatment
    assert set(DECISIVE) & set(section) <= set(options.given)
    assert len(problems) + len(options.given) == len(section)


@pytest.mark.parametrize(
    ("section", "meant"),
    [
        ({"protect": "masked"}, "mask"),
        ({"protect": "Hide"}, "hide"),
        ({"columns": {"wann": "creatd"}}, "created"),
    ],
)
def test_a_value_that_is_mistyped_is_told_with_the_one_that_was_meant(
    section: dict[str, object], meant: str
) -> None:
    try:
        _, problems = read(section)
        said = " ".join(map(str, problems))
    except ConfigurationError as stopped:
        said = str(stopped)
    assert f"did you mean {meant}?" in said


@pytest.mark.parametrize(
    "values",
    [
        {"cablepress": {"protect": "mask"}},
        {"extra": {"cable": {"mask": ["Ivan Petrenko"]}}},
        {"extra": {"cablepress ": {}}},
        {"theme": {"protect": "mask"}},
    ],
)
def test_protection_outside_the_section_is_refused_wherever_it_stands(values: dict[str, object]) -> None:
    """Inherited files included: their lines are not known, their options are."""
    with pytest.raises(ConfigurationError, match="stands outside extra"):
        read_options(ConfigurationFile(path=Path("mkdocs.yml"), values=values, root=None))
