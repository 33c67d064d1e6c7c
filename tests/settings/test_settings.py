"""Options: what is right is taken, what is wrong is one clear line and the default counts."""

from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError

from generator.settings import Settings, load_settings, people_page_min


def load(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    settings, problems = load_settings(config)
    return settings, [str(problem) for problem in problems]


def test_without_a_section_the_defaults_count(tmp_path: Path) -> None:
    assert load(tmp_path, "site_name: Cables\n") == (Settings(), [])


def test_options_are_taken(tmp_path: Path) -> None:
    text = "extra:\n  cablepress:\n    protect: mask\n    mask: [A Name]\n    people_page_min: 3\n"
    settings, problems = load(tmp_path, text)
    assert (settings.protect, settings.mask, settings.people_page_min) == ("mask", ("A Name",), 3)
    assert problems == []


@pytest.mark.parametrize(
    ("option", "line"),
    [
        (
            "related: many",
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.related 'many': Expected `int`, got `str`; "
                "correct the value"
            ),
        ),
        (
            'collection: "\\ud800"',
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.collection '\\ud800': 'utf-8' codec can't "
                "encode character '\\ud800' in position 0: surrogates not allowed; correct the value"
            ),
        ),
        (
            "people_page_min: 0",
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.people_page_min 0: Expected `int` >= 1; "
                "correct the value"
            ),
        ),
    ],
)
def test_a_wrong_option_is_one_line_and_the_rest_counts(tmp_path: Path, option: str, line: str) -> None:
    settings, problems = load(tmp_path, f"extra:\n  cablepress:\n    corpus: cables\n    {option}\n")
    assert problems == [line]
    assert settings == Settings(corpus="cables")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra:\n  cablepress: yes please\n", "mkdocs.yml:2: option-wrong: extra.cablepress is not a list"),
        ("extra:\n  cablepress:\n    protekt: mask\n", "protekt is no option; did you mean protect?"),
        (
            "extra:\n  cablepress:\n    protect: masked\n",
            "Invalid enum value 'masked'; it is hide, mask or show",
        ),
        ("extra:\n  cablepress:\n    protect: Mask\n", "Invalid enum value 'Mask'"),
        ("extra:\n  cablepress:\n    protect: yes\n", "protect True"),
        ("extra:\n  cablepress:\n    mask: Erdogan\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    mask:\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    mask: [12]\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    mask: ['']\n", "'' is no name"),
        ("extra:\n  cablepress:\n    mask: [{Ivan: Petrenko}]\n", "it is a list of names"),
        ("extra:\n  cablepress:\n    people_file: [a, b]\n", "people_file"),
        ("extra:\n  protect: mask\n", "mkdocs.yml:2: option-wrong: protect stands outside extra.cablepress"),
        ("mask: [Ivan Petrenko]\n", "mkdocs.yml:1: option-wrong: mask stands outside extra.cablepress"),
        ("extra:\n  cablepres:\n    protect: mask\n", "cablepres stands outside extra.cablepress"),
        (
            "extra:\n  cablepress:\n    protect: mask\n    protect: show\n",
            "mkdocs.yml:4: option-wrong: protect is given",
        ),
        ("extra:\n  cablepress:\n    protect: mask\n  cablepress: {}\n", "cablepress is given twice"),
    ],
)
def test_any_doubt_about_protection_stops_the_work_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as stopped:
        load(tmp_path, text)
    assert said in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:3: is no YAML"):
        load(tmp_path, "site_name: Cables\nextra: [\n")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2009-02-30", "mkdocs.yml:3: '2009-02-30' is not what its form says"),
        ("!!float x", "mkdocs.yml:3: 'x' is not what its form says"),
        ("!!timestamp x", "mkdocs.yml:3: 'x' is not what its form says"),
        ("!!bool x", "mkdocs.yml:3: 'x' is not what its form says"),
        ("&a [*a, !!int x]", "mkdocs.yml:3: 'x' is not what its form says"),
        (f"{'[' * 2000}{']' * 2000}", "mkdocs.yml: lists stand in lists too deep to be read"),
    ],
)
def test_a_value_that_is_not_what_it_looks_like_is_one_line(tmp_path: Path, value: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path, f"extra:\n  cablepress:\n    collection: {value}\n")
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("text", ["just text\n", "- a list\n", "7\n"])
def test_a_file_without_options_is_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: is no list of options"):
        load(tmp_path, text)


def test_a_wrong_option_is_found_in_whatever_encoding_yaml_has(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_bytes("extra:\n  cablepress:\n    related: many\n".encode("utf-16"))
    _, (problem,) = load_settings(config)
    assert problem.line == 3


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: cannot be read: No such file"):
        load_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(("cables", "least"), [(5, 1), (1_000, 1), (1_001, 2)])
def test_people_named_once_get_a_page_only_in_a_small_corpus(cables: int, least: int) -> None:
    assert people_page_min(Settings(), cables) == least
    assert people_page_min(Settings(people_page_min=4), cables) == 4
