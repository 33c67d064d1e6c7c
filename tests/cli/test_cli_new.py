"""``new``: a project that builds as it stands, and touches nothing that is there."""

import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.starting import HOSTS
from support.commands import SAMPLES, Result, cablepress
from support.tree import files

NAME = 'Telegrams "from home": 100 % & more'


def begun(folder: Path, *options: str) -> Result:
    """The command, in the folder above."""
    return cablepress("new", folder.name, "--name", NAME, *options, cwd=folder.parent)


def test_a_new_project_builds_without_a_complaint(tmp_path: Path) -> None:
    project = tmp_path / "our-cables"
    made = begun(project, "--address", "https://cables.example.org/all", "--host", "github")
    assert made.status == 0, made.err
    written = {path.removeprefix("our-cables/") for path in made.out.splitlines()}
    assert written == {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
    shutil.copyfile(SAMPLES / "10ASTANA275.txt", project / "cables" / "10ASTANA275.txt")
    built = cablepress("build", "--strict", cwd=project)
    assert built.status == 0, built.err
    home = (project / "site" / "index.html").read_text("utf-8")
    assert "Telegrams &#34;from home&#34;: 100 % &amp; more" in home
    assert "about/" in home
    page = (project / "site/cables/2010/02/10ASTANA275/index.html").read_text("utf-8")
    assert 'href="https://cables.example.org/all/cables/2010/02/10ASTANA275/"' in page


def test_without_answers_the_folder_gives_the_name(tmp_path: Path) -> None:
    assert cablepress("new", "berlin_telegrams", cwd=tmp_path).status == 0
    config = yaml.safe_load((tmp_path / "berlin_telegrams" / "mkdocs.yml").read_text("utf-8"))
    assert (config["site_name"], config["site_url"]) == ("Berlin telegrams", "")


@pytest.mark.parametrize("host", HOSTS)
def test_the_files_of_a_host_are_what_it_reads(tmp_path: Path, host: str) -> None:
    project = tmp_path / "p"
    assert begun(project, "--host", host).status == 0
    for file in (*project.rglob("*.yml"), *project.rglob("*.toml")):
        text = file.read_text("utf-8")
        assert "[[ " not in text  # two brackets alone cite a cable
        assert tomllib.loads(text) if file.suffix == ".toml" else yaml.safe_load(text) is not Ellipsis
    own = {"github": ".github/workflows/publish.yml", "gitlab": ".gitlab-ci.yml", "netlify": "netlify.toml"}
    assert {kind for kind, name in own.items() if (project / name).exists()} == {host} & own.keys()


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    project = tmp_path / "p"
    project.mkdir()
    (project / "README.md").write_text("mine", encoding="utf-8")
    before = files(project)
    refused = begun(project)
    assert refused.status == 1
    assert refused.err == "Error: p/README.md: is there already; choose another folder, or move it away\n"
    assert files(project) == before


def test_what_lies_in_the_folder_is_no_hindrance(tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(SAMPLES, project / "cables")
    assert begun(project).status == 0
    assert {path.name for path in SAMPLES.iterdir()} < {path.name for path in (project / "cables").iterdir()}


@pytest.mark.parametrize(
    "address", ["cables.example.org", "ftp://example.org", "https://e.org/?q", "javascript:1"]
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    refused = begun(tmp_path / "p", "--address", address)
    assert refused.status == 2
    assert "is no address of a site" in refused.err
    assert not (tmp_path / "p").exists()


def test_what_is_said_of_a_folder_can_be_copied_into_a_shell(tmp_path: Path) -> None:
    made = begun(tmp_path / "Akten über Rom's Hafen")
    (line,) = (line for line in made.err.splitlines() if "cablepress serve" in line)
    _, folder, *rest = shlex.split(line.partition("Then: ")[2])
    assert (folder, rest) == ("Akten über Rom's Hafen", ["&&", "cablepress", "serve"])


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = cablepress("new", "file/project", "--name", NAME, cwd=tmp_path)
    assert refused.status == 1
    assert refused.err == "Error: file/project: cannot be written: Not a directory; choose another folder\n"
