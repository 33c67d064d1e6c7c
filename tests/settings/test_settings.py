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
            "protekt: hide",
            "mkdocs.yml:4: option-wrong: extra.cablepress.protekt is no option; did you mean protect?",
        ),
        (
            "related: many",
            (
                "mkdocs.yml:4: option-wrong: extra.cablepress.related 'many': Expected `int`, got `str`; "
                "correct the value"
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


def test_a_section_that_is_no_mapping_is_one_line(tmp_path: Path) -> None:
    settings, problems = load(tmp_path, "extra:\n  cablepress: yes please\n")
    assert settings == Settings()
    assert problems == [
        "mkdocs.yml:2: option-wrong: extra.cablepress is not a list of options; write `option: value` lines"
    ]


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:3: is no YAML"):
        load(tmp_path, "site_name: Cables\nextra: [\n")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: cannot be read: No such file"):
        load_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(("cables", "least"), [(5, 1), (1_000, 1), (1_001, 2)])
def test_people_named_once_get_a_page_only_in_a_small_corpus(cables: int, least: int) -> None:
    assert people_page_min(Settings(), cables) == least
    assert people_page_min(Settings(people_page_min=4), cables) == 4
