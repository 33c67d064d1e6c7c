"""``build`` and ``bundle`` as processes: from anywhere, the same bytes, nobody's files harmed."""

import json
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.publish import MARKER, staged
from generator.store import FOLDER
from support.commands import HAND_WRITTEN, ROOT, SAMPLES, cablepress, command, copy_project, environment
from support.invented import invent, telegram
from support.sample import SampleSite
from support.tree import differences, files

ENOUGH_FOR_PROCESSES = 40
"""Files beyond which reading is spread over processes."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A publisher's own copy, with one cable: quick to build."""
    folder = copy_project(tmp_path / "project")
    for path in (folder / "corpus").iterdir():
        if path.name != "10ASTANA275.txt":
            path.unlink()
    return folder


def set_option(project: Path, line: str) -> None:
    """Replace an option of ``extra: cablepress:`` or add it."""
    config = project / "mkdocs.yml"
    name = line.partition(":")[0]
    kept = [old for old in config.read_text("utf-8").splitlines() if not old.startswith(f"    {name}:")]
    at = kept.index("  cablepress:") + 1
    config.write_text("\n".join([*kept[:at], f"    {line}", *kept[at:]]), encoding="utf-8")


def state(folder: Path) -> dict[Path, int]:
    """When everything in the checkout that a build could touch was last changed."""
    watched = [folder / name for name in (*HAND_WRITTEN, "corpus")]
    inside = [path for top in watched if top.is_dir() for path in top.rglob("*")]
    return {path: path.lstat().st_mtime_ns for path in (*watched, *inside)}


def test_a_build_from_elsewhere_leaves_no_trace_in_the_checkout(tmp_path: Path) -> None:
    before, names = state(ROOT), {path.name for path in ROOT.iterdir()}
    built = cablepress("build", "--corpus", SAMPLES, "--site", "public", cwd=tmp_path)
    assert built.status == 0, built.err
    assert (tmp_path / "public" / "cables" / "2010" / "02" / "10ASTANA275" / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build-report.json", "public"]
    assert state(ROOT) == before
    assert {path.name for path in ROOT.iterdir()} - names <= {"site", "build-report.json", ".hypothesis"}


def test_a_build_says_what_it_found_and_how_to_look_at_it(project: Path) -> None:
    built = cablepress("build", "--corpus", SAMPLES, cwd=project)
    assert built.out == ""
    counts = json.loads((project / "build-report.json").read_text("utf-8"))["counts"]
    assert counts["cables"] == 5
    found, repaired, address, where = built.err.splitlines()
    assert found == f"5 cables, {counts['people']} people, {counts['tags']} tags."
    assert "2 pilcrow-misread, 1 header-repeated" in repaired
    assert "site_url" in address
    assert where == "The site is in site. Look at it: cablepress serve, or copy it to any web server."


def test_the_report_is_its_owners_alone_and_not_beside_the_site(project: Path) -> None:
    built = cablepress("build", "--site", "public/cables", "--report", "notes.json", cwd=project)
    assert built.status == 0, built.err
    assert (project / "notes.json").stat().st_mode & 0o077 == 0
    assert [path.name for path in (project / "public").iterdir()] == ["cables"]
    assert not (project / "build-report.json").exists()


def test_strict_turns_a_warning_into_status_1_and_still_builds(project: Path) -> None:
    clean = cablepress("build", "--strict", cwd=project)
    assert clean.status == 0, clean.err
    shutil.copyfile(SAMPLES / "09ASTANA436.txt", project / "corpus" / "second.txt")
    assert cablepress("build", "--strict", cwd=project).status == 1
    assert (project / "site" / "cables" / "2009" / "03" / "09ASTANA436" / "index.html").is_file()


def test_the_same_cables_give_the_same_bytes(sample_site: SampleSite, tmp_path: Path) -> None:
    """Built again, by another number of processes, from files that lie in another order on the disk."""
    project = copy_project(tmp_path / "project")
    for path in sorted((project / "corpus").iterdir(), reverse=True):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
    built = cablepress("build", "--workers", "2", cwd=project)
    assert built.status == 0, built.err
    assert "\n".join(differences(files(sample_site.hosted), files(project / "site"))) == ""


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("related: 99", "option-wrong: extra.cablepress.related 99: Expected `int` <= 20"),
        (
            "report_to: javascript:alert(1)",
            "extra.cablepress.report_to 'javascript:alert(1)': Expected `str`",
        ),
    ],
)
def test_a_wrong_option_is_one_line_and_the_site_is_built(project: Path, option: str, said: str) -> None:
    set_option(project, option)
    built = cablepress("build", cwd=project)
    assert built.status == 0
    (line,) = built.problems
    assert said in line
    assert line.startswith("mkdocs.yml:")
    assert cablepress("people", "--limit", "1", cwd=project).problems == [line]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("theme:", "theme: [", "is no YAML"),
        ("site_name: Cablepress", "site_nam: x", "site_name"),
        ('tagger: ""', "tagger: no.such:thing", "no.such:thing"),
        ("name: material", "name: materiel", "materiel"),
    ],
    ids=["no YAML", "no name", "no tagger", "no theme"],
)
def test_a_configuration_that_cannot_be_used_is_one_line(
    project: Path, old: str, new: str, said: str
) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert old in text
    config.write_text(text.replace(old, new), encoding="utf-8")
    built = cablepress("build", cwd=project)
    assert built.status == 1
    (line,) = built.err.splitlines()
    assert line.startswith("Error: ")
    assert said in line
    assert not (project / "site").exists()


def test_a_configuration_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    built = cablepress("build", "--config", "site.yml", cwd=tmp_path)
    assert built.status == 1
    assert built.err == "Error: site.yml: there is no such file; name the mkdocs.yml of your site\n"


def test_a_folder_that_is_no_site_is_left_alone(project: Path) -> None:
    (project / "thesis").mkdir()
    (project / "thesis" / "chapter.txt").write_text("years of work", encoding="utf-8")
    built = cablepress("build", "--site", "thesis", cwd=project)
    assert built.status == 1
    assert built.err.splitlines()[-1].startswith("Error: ")
    assert "holds something that Cablepress did not make; choose another --site" in built.err
    assert [path.name for path in (project / "thesis").iterdir()] == ["chapter.txt"]


def test_the_bundle_opens_at_its_top_and_is_the_same_each_time(project: Path) -> None:
    for name in ("one.zip", "two.zip"):
        bundled = cablepress("bundle", "--output", name, cwd=project)
        assert (bundled.status, bundled.out) == (0, "")
        assert f"The bundle is {name}. Unpack it and open index.html." in bundled.err
    with zipfile.ZipFile(project / "one.zip") as archive:
        assert "index.html" in archive.namelist()
        assert archive.testzip() is None
    assert (project / "one.zip").read_bytes() == (project / "two.zip").read_bytes()


def previous_site(project: Path) -> dict[str, bytes]:
    """A site that readers have, and that a build must not harm unless it succeeds."""
    site = project / "site"
    with staged(site) as stage:
        (stage.new / MARKER).write_text("{}", encoding="utf-8")
        (stage.new / "index.html").write_text("what readers have", encoding="utf-8")
        stage.complete()
        stage.swap()
    return files(site)


def leftovers(project: Path) -> list[str]:
    """What a build that did not succeed left beside the site and in docs/; the store is there to stay."""
    beside = [path.name for path in project.iterdir() if path.name.startswith(".") and path.name != FOLDER]
    generated = [
        path.name for path in (project / "docs").iterdir() if path.name in {"cables", "tags", "index.md"}
    ]
    return beside + generated


MOMENTS = (0.0, 0.4, 0.9, 1.5, 2.3)
"""Seconds of its work after which a build is stopped: while it reads, writes and renders."""


@pytest.mark.parametrize(
    ("way", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "kill"]
)
def test_a_build_that_is_stopped_leaves_the_previous_site(
    tmp_path: Path, way: signal.Signals, status: int
) -> None:
    project = copy_project(tmp_path / "project")
    for number in range(ENOUGH_FOR_PROCESSES):
        (project / "corpus" / f"{number}.txt").write_text(telegram(invent(number)), encoding="utf-8")
    before = previous_site(project)
    (tmp_path / "scratch").mkdir()
    for stopped, seconds in enumerate(MOMENTS):
        ended, said = stop_after(seconds, way, project, scratch=tmp_path / "scratch")
        assert "Traceback" not in said
        found = files(project / "site")
        if stopped > 1 and found.keys() != before.keys():
            # A quick machine had the new site in place by then: it may be done or about to say so.
            assert ended in {0, status}, said
            assert cablepress("build", cwd=project).status == 0
            assert "\n".join(differences(files(project / "site"), found)) == ""
            break
        assert ended == status, said
        assert found == before
        assert leftovers(project) == []
        assert list((tmp_path / "scratch").iterdir()) == []


def stop_after(seconds: float, way: signal.Signals, project: Path, *, scratch: Path) -> tuple[int, str]:
    """Start a build, send it a signal once it has worked for some seconds, and wait for the end."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        command("build", "--workers", "2"),
        cwd=project,
        env=environment(TMPDIR=str(scratch)),
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - it calls nothing that another thread could hold
    )
    while process.poll() is None and not any(scratch.iterdir()):
        time.sleep(0.01)
    time.sleep(seconds)
    process.send_signal(way)
    _, said = process.communicate(timeout=60)
    # Interrupted while a dataclass is being made, Python ends by the signal itself: 130 to a shell, as ever.
    status = process.returncode if process.returncode >= 0 else 128 - process.returncode
    return status, said.decode()


def heed_interrupts() -> None:
    """A shell that runs the tests in the background has had Ctrl-C ignored for all that it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("breakage", ["template", "corpus"])
def test_a_build_that_fails_leaves_the_previous_site(project: Path, breakage: str) -> None:
    before = previous_site(project)
    if breakage == "template":
        (project / "overrides" / "main.html").write_text("{% if %}", encoding="utf-8")
    else:
        shutil.rmtree(project / "corpus")
    built = cablepress("build", cwd=project)
    assert built.status == 1
    assert "Traceback" not in built.err
    assert built.err.splitlines()[-1].startswith("Error: ")
    assert files(project / "site") == before
    assert leftovers(project) == []


def test_files_of_the_publishers_are_there_after_two_builds(project: Path) -> None:
    theirs = {
        "docs/people/method.md": "# How people were told apart\n",
        "site/CNAME": "cables.example.org",
        "site/.git/HEAD": "ref: refs/heads/main",
    }
    assert cablepress("build", cwd=project).status == 0
    for name, text in theirs.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    built = cablepress("build", cwd=project)
    assert built.status == 0, built.err
    assert {name: (project / name).read_text("utf-8") for name in theirs} == theirs
    assert "told apart" in (project / "site/people/method/index.html").read_text("utf-8")


REFUSED = [
    (("build", "--site", "docs/site"), "is, or lies in, the pages you write"),
    (("build", "--site", "."), "a build would replace the cables"),
    (("build", "--site", "corpus/site"), "is, or lies in, the cables"),
    (("build", "--site", "overrides"), "a build would replace the theme"),
    (("build", "--corpus", "docs"), "the cables and the pages you write"),
    (("build", "--report", "site/report.json"), "is, or lies in, the site"),
    (("build", "--report", "docs/report.json"), "is, or lies in, the pages you write"),
    (("build", "--report", "notes.txt"), "is no report of a build; choose another --report"),
    (("bundle", "--output", "docs/all.zip"), "is, or lies in, the pages you write"),
    (("bundle", "--output", "notes.txt"), "is no bundle that Cablepress wrote"),
]


@pytest.mark.parametrize(("line", "said"), REFUSED, ids=[" ".join(line) for line, _ in REFUSED])
def test_what_would_cost_a_file_is_refused_before_the_work(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: tuple[str, ...],
    said: str,
) -> None:
    (project / "notes.txt").write_text("mine", encoding="utf-8")
    before = state(project)
    monkeypatch.chdir(project)
    assert main(line) == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert said in error
    assert state(project) == before
    assert (project / "notes.txt").read_text("utf-8") == "mine"


def test_a_device_as_report_stays_a_device(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Markdown of other cables, built to somewhere else, doesn't come into the project's docs/ either."""
    monkeypatch.chdir(project)
    line = ("build", "--corpus", SAMPLES, "--site", project.parent / "public", "--report", "/dev/null")
    assert main([str(part) for part in line]) == 0, capsys.readouterr().err
    assert Path("/dev/null").is_char_device()
    assert Path("/dev/null").stat().st_mode & 0o666 == 0o666
    assert leftovers(project) == []


def test_ctrl_c_after_the_swap_says_that_the_new_site_is_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(project)
    monkeypatch.setattr("generator.cli.build.write_report", stop)
    assert main(["build"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "Stopped; the new site is in site."
    assert (project / "site/index.html").is_file()


def test_markdown_that_cannot_be_put_in_place_is_told_from_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.chdir(project)
    monkeypatch.setattr("generator.pipeline.build.move_in", fail)
    assert main(["build"]) == 1
    (said,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("Error: ")]
    assert "the new site is in" in said
    assert "No space left on device; mend that and build again" in said
    assert "nothing was published" not in said
    assert (project / "site/index.html").is_file()
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert main(["build"]) == 0
