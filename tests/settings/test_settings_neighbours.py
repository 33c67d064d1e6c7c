"""What a user of MkDocs or Material would try: it works, or one line says why it is left out."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import ConfigurationError

from generator.settings import Configuration, Project, read_configuration
from generator.settings.neighbours import FEATURES, PLUGINS


def read(folder: Path, **options: Any) -> Configuration:  # noqa: ANN401 - whatever mkdocs.yml may hold
    """A project with these options beside its name."""
    (folder / "docs").mkdir(exist_ok=True)
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump({"site_name": "Cables", **options}, sort_keys=False), encoding="utf-8")
    return read_configuration(Project(config_file=path, base=folder))


def said(configured: Configuration) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.message) for problem in configured.mkdocs.warnings]


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_that_would_break_the_site_is_left_out_with_its_reason(tmp_path: Path, name: str) -> None:
    configured = read(tmp_path, theme={"features": ["navigation.tabs", name]})
    assert said(configured) == [(5, f"{name} of theme.features is left out: {FEATURES[name]}")]
    assert configured.mkdocs.config.theme["features"] == ["navigation.tabs"]


@pytest.mark.parametrize("name", PLUGINS)
@pytest.mark.parametrize("form", ["list", "options", "mapping"])
def test_a_plugin_that_a_site_of_cables_cannot_have_is_left_out(tmp_path: Path, name: str, form: str) -> None:
    """None of these has to be installed for that."""
    written: Any = {"list": [name], "options": [{name: {"a": 1}}], "mapping": {name: {}}}[form]
    configured = read(tmp_path, plugins=written)
    assert [message for _, message in said(configured)] == [f"{name} of plugins is left out: {PLUGINS[name]}"]
    assert dict(configured.mkdocs.config.plugins) == {}


def test_what_works_is_said_nothing_of(tmp_path: Path) -> None:
    features = ["navigation.tabs", "navigation.tabs.sticky", "toc.follow"]
    configured = read(
        tmp_path,
        theme={"features": features, "language": "fr", "favicon": "assets/own.png"},
        extra={"alternate": [{"name": "English", "link": "/en/", "lang": "en"}]},
        markdown_extensions=["admonition", "smarty", "pymdownx.smartsymbols"],
    )
    assert said(configured) == []
    assert configured.mkdocs.config.theme["favicon"] == "assets/own.png"


def test_a_mistyped_feature_is_said_with_the_one_that_was_meant(tmp_path: Path) -> None:
    """The theme's own files say which there are, a publisher's templates too."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text('{% if "own.banner" in features %}{% endif %}', "utf-8")
    features = ["navigation.taps", "toc.folow", "content.code.copy", "header.autohide", "own.banner", "xyz"]
    configured = read(tmp_path, theme={"name": "material", "custom_dir": "own", "features": features})
    assert [(each.code, each.line) for each in configured.mkdocs.warnings] == [
        ("option-wrong", 6),
        ("option-wrong", 7),
        ("option-wrong", 11),
    ]
    taps, follow, _ = configured.mkdocs.warnings
    assert "navigation.taps, which the theme does not know" in taps.message
    assert (taps.hint, follow.hint) == ("did you mean navigation.tabs?", "did you mean toc.follow?")


def test_of_a_theme_that_asks_for_none_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "cable.html").touch()
    theme = {"name": None, "custom_dir": "own", "features": ["anything.at.all"]}
    assert said(read(tmp_path, theme=theme)) == []


@pytest.mark.parametrize(
    ("theme", "message"),
    [
        ("readthedocs", "theme readthedocs has no cable.html"),
        ({"language": "xx"}, "theme.language 'xx' is none that Material knows"),
    ],
)
def test_a_theme_without_pages_for_cables_is_refused(tmp_path: Path, theme: object, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        read(tmp_path, theme=theme)


def test_a_font_of_another_host_is_left_out(tmp_path: Path) -> None:
    configured = read(tmp_path, theme={"font": {"text": "Roboto"}})
    ((_, message),) = said(configured)
    assert "font of theme is left out" in message
    assert configured.mkdocs.config.theme["font"] is False


def test_what_is_said_on_the_command_line_is_told(tmp_path: Path) -> None:
    configured = read(tmp_path, site_dir="public", use_directory_urls=False)
    assert [message.split(" is ")[0] for _, message in said(configured)] == ["site_dir", "use_directory_urls"]
    assert configured.mkdocs.config.use_directory_urls is True


def test_versions_are_refused_and_analytics_ask_for_a_policy(tmp_path: Path) -> None:
    extra = {"version": {"provider": "mike"}, "analytics": {"provider": "google", "property": "G-1"}}
    (version, analytics) = said(read(tmp_path, extra=extra))
    assert version[1].startswith("version of extra is left out: it runs MkDocs, which makes no search")
    assert analytics[1] == "analytics of extra needs scripts that the site's policy forbids"
    (tmp_path / "docs" / "_headers").write_text("/*\n", encoding="utf-8")
    assert len(said(read(tmp_path, extra=extra))) == 1


def test_pages_may_lie_in_another_folder(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "about.md").touch()
    configured = read(tmp_path, docs_dir="text")
    assert configured.project.docs == tmp_path / "text"
    assert {"About": "about.md"} in (configured.mkdocs.config.nav or [])
