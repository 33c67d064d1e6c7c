"""A decision is put into people.yml without a line of it being changed or lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.people.appending import UnwritableError, with_decision
from generator.people.decisions import KINDS, parse_decisions

COMMENTED = """\
# Decided by M. Fischer.
same: # one person
  # both in Astana
  - [Umarov, Omarov] # 10ASTANA275

  # trailing remark
rename:
  - Lula: Luiz Inacio Lula da Silva
hide: []
"""


@pytest.mark.parametrize(
    ("kind", "entry", "line", "below"),
    [
        ("same", ["A One", "A Two"], "  - [A One, A Two]", "  - [Umarov, Omarov] # 10ASTANA275"),
        ("rename", {"B": "C: D"}, "  - B: 'C: D'", "  - Lula: Luiz Inacio Lula da Silva"),
        ("different", ["E", "No"], "  - [E, 'No']", "different:"),
        ("hide", "Ivan Petrenko (10ASTANA275)", "  - Ivan Petrenko (10ASTANA275)", "hide:"),
    ],
)
def test_an_entry_stands_below_the_last_of_its_kind(
    kind: str, entry: list[str], line: str, below: str
) -> None:
    new = with_decision(COMMENTED, kind, entry, path="people.yml").splitlines()
    assert new[new.index(line) - 1] == below
    assert [each for each in new if each in COMMENTED.splitlines()] == COMMENTED.splitlines()


def test_an_empty_file_gets_its_first_section() -> None:
    assert with_decision("", "hide", "Ivan", path="people.yml") == "hide:\n  - Ivan\n"
    assert with_decision("# Ours", "hide", "Ivan", path="people.yml") == "# Ours\nhide:\n  - Ivan\n"


@pytest.mark.parametrize(
    "text", ["same:\n  - [A, B\n", "names:\n  - A\n", "same:\n  - A\n", "same: [[A, B]]\n...\n# the end\n"]
)
def test_a_file_that_is_wrong_is_left_alone_with_the_line_to_write(text: str) -> None:
    with pytest.raises(UnwritableError):
        with_decision(text, "hide", "Ivan", path="people.yml")


NAMES = st.sampled_from(
    ["Umarov", "Omarov (10ASTANA275)", "Yes", "O'Brien, Pat", "people/ivan", "Зубков", "#1 man", "a: b"]
)
PAIRS = st.lists(NAMES, min_size=2, max_size=3, unique=True)
FLOWN = st.one_of(
    st.tuples(st.sampled_from(["same", "different"]), PAIRS),
    st.tuples(st.just("hide"), NAMES),
    st.tuples(st.just("rename"), st.tuples(NAMES, NAMES).map(lambda two: {two[0]: two[1]})),
)
LAYOUTS = st.sampled_from(
    [
        "",
        "# remark\n",
        "same:\n- [A, B]\n\n# below\n",
        "different: [[A, B]]\n",
        "hide:\n    -   A\n    -   B\n",
        "rename:\n  - A: B\n    C: D\n",
        "same:\n  -\n    - A\n    - B\n# c\n",
        "hide:\n",
    ]
)


@given(st.lists(LAYOUTS, max_size=4), st.lists(FLOWN, min_size=1, max_size=4), st.booleans())
def test_whatever_stands_there_stays_and_each_decision_is_read_back(
    parts: list[str],
    decided: list[tuple[str, object]],
    windows: bool,  # noqa: FBT001 - line ends
) -> None:
    text = "".join(parts)
    text = text.replace("\n", "\r\n") if windows else text
    for kind, entry in decided:
        new = with_decision(text, kind, entry, path="people.yml")  # type: ignore[arg-type] # of its kind
        lines = iter(new.splitlines(keepends=True))
        assert all(any(line == other for other in lines) for line in text.splitlines(keepends=True))
        before, after = (parse_decisions(each)[0] for each in (text, new))
        assert not parse_decisions(new)[1]
        assert sum(len(getattr(after, name)) for name in KINDS) == 1 + sum(
            len(getattr(before, name)) for name in KINDS
        )
        text = new
