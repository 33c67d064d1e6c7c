"""Front matter: written as PyYAML writes it, read as MkDocs reads it."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.pages.front_matter import dumped, front_matter
from generator.pages.yaml_text import yaml_text
from generator.publish.press.front import divided

SIGNS = "-?:,[]{}#&*!|>'\"%@` ~=<.0e+_\n\t\u00a0\u2028\x85\ufeff\U0001f600é"
words = st.sampled_from(["yes", "No", "null", "~", "1.4(b)", "0187", "1e3", "2009-02-11", ".inf", "---"])
texts = st.one_of(st.text(max_size=12), st.text(st.sampled_from([*SIGNS, "a"]), max_size=8), words)
values = st.recursive(
    st.one_of(texts, st.none(), st.booleans(), st.integers()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=8,
)
keys = st.from_regex(r"[a-z]{1,8}(_[a-z]{1,4})?", fullmatch=True)
records = st.dictionaries(keys, values, min_size=1, max_size=5)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.one_of(records, st.dictionaries(texts, values, max_size=3)))
def test_yaml_is_pyyamls(record: dict[str, object]) -> None:
    assert yaml_text(record) in (None, dumped(record))


def test_what_stands_twice_is_left_to_pyyaml() -> None:
    names = ["A"]
    assert yaml_text({"one": names, "other": names}) is None


def test_what_pages_hold_needs_no_pyyaml() -> None:
    record = {
        "id": "09ASTANA308",
        "subject": "SCENESETTER: \"A\" & 'B', C#, 100%",
        "date": "2009-02-11T06:12:00Z",
        "tags": ["PGOV", "1.4(b)", "NO", "\u00e9 \u2013 x"],
        "partial": False,
        "origin": None,
        "people": [{"name": "A", "roles": [], "where": ["body"]}, {"name": "B: c", "roles": ["x, y"]}],
        "source": {"path": "a/b.txt", "line": 3},
    }
    assert yaml_text(record) == dumped(record)
    assert yaml.safe_load(yaml_text(record) or "") == record


@settings(max_examples=300, deadline=None, derandomize=True)
@given(records, st.sampled_from(["# X\n", "\n\n---\n\nX", "", "---\n"]))
def test_front_matter_is_read_as_mkdocs_reads_it(record: dict[str, object], body: str) -> None:
    page = f"{front_matter(record)}\n{body}"
    markdown, found = divided(page)
    theirs, expected = get_data(page)
    assert markdown == theirs
    for key in expected:
        assert (key in found, found.get(key), found[key]) == (True, expected[key], expected[key])
    assert [*divided(page)[1].items()] == [*expected.items()]
    assert dict(divided(page)[1]) == {**divided(page)[1]} == expected
