"""What may be committed: locked packages with hashes, pinned actions, nothing of anybody's machine."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.commands import ROOT
from support.repository import tracked

LOCKS = (ROOT / "requirements" / "run.txt", ROOT / "requirements" / "dev.txt")
NODE_LOCK = ROOT / "package-lock.json"
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
SHELLCHECK = Path(sys.executable).with_name("shellcheck")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
MACHINE = re.compile(
    r"(?<![\w.~])/(?:root|home/\w+|Users/\w+|work|builds?|workspace)/"  # somebody's folder
    r"|\b(?:index-url|find-links)\b[ =]*[\"']?https?:"  # a place to fetch packages from
    r"|https?://[\w.-]*(?:pypi|pythonhosted|artifactory|nexus|registry)[\w.-]*"
)


def entries(lock: Path) -> dict[str, str]:
    """Every requirement of a lock file by name: what stands behind it."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    return {match[1]: match[2] for line in lines if (match := re.match(r"([\w.\[\]-]+)==(.*)", line))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_every_locked_package_has_a_version_and_hashes(lock: Path) -> None:
    found = entries(lock)
    assert len(found) > 20
    assert [name for name, rest in found.items() if "--hash=sha256:" not in rest] == []
    text = lock.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert [line for line in lines if "==" not in line] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_a_lock_file_names_no_place_to_fetch_from(lock: Path) -> None:
    assert "://" not in lock.read_text(encoding="utf-8")


def test_development_uses_the_versions_that_publishers_use() -> None:
    run, dev = ({name: rest.split()[0] for name, rest in entries(lock).items()} for lock in LOCKS)
    assert run.items() <= dev.items()


def test_everything_that_is_required_is_locked() -> None:
    required = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = {re.split(r"[<>=!~ \[]", each, maxsplit=1)[0] for each in required["project"]["dependencies"]}
    locked = {re.sub(r"\[.*", "", name) for name in entries(LOCKS[0])}
    assert names <= locked


def test_the_lock_of_the_scripts_tools_has_versions_and_hashes_and_names_no_registry() -> None:
    locked: dict[str, dict[str, Any]] = json.loads(NODE_LOCK.read_text(encoding="utf-8"))["packages"]
    root = locked.pop("")
    assert {f"node_modules/{name}" for name in root["devDependencies"]} <= locked.keys()
    assert [name for name, each in locked.items() if not each["integrity"].startswith("sha512-")] == []
    assert [name for name, each in locked.items() if "resolved" in each] == []


def test_no_script_is_kept_from_the_type_checker() -> None:
    assert [
        path.name for path in SCRIPTS if re.search(r"@ts-(?:nocheck|ignore|expect-error)", path.read_text())
    ] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.name))
def test_actions_are_pinned_by_commit_with_their_version(workflow: Path) -> None:
    uses = [
        line.strip().removeprefix("- ")
        for line in workflow.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.name))
def test_workflows_may_do_nothing_unless_a_job_says_so(workflow: Path) -> None:
    content: dict[str, Any] = yaml.safe_load(workflow.read_text("utf-8"))
    assert content["permissions"] == {}
    assert [name for name, job in content["jobs"].items() if "permissions" not in job] == []
    assert [name for name, job in content["jobs"].items() if "timeout-minutes" not in job] == []


def test_the_shell_of_workflows_passes_shellcheck() -> None:
    """The linter's own program, on each step as its runner starts it."""
    for workflow in WORKFLOWS:
        for job in yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values():
            for step in filter(lambda step: "run" in step, job["steps"]):
                checked = subprocess.run(  # noqa: S603 - fixed arguments; the step is only read
                    [SHELLCHECK, "--shell=bash", "-"],
                    input=step["run"],
                    capture_output=True,
                    check=False,
                    text=True,
                )
                assert checked.returncode == 0, f"{workflow.name}: {checked.stdout}"


def test_nothing_of_a_machine_is_committed() -> None:
    corpus = ROOT / "corpus"
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        if corpus not in path.parents and path != Path(__file__)
        for match in MACHINE.finditer(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert found == []


def test_the_only_real_cables_are_the_samples() -> None:
    assert sorted(path.stem for path in (ROOT / "corpus").iterdir()) == [
        "06ASTANA38",
        "09ASTANA1182",
        "09ASTANA308",
        "09ASTANA436",
        "10ASTANA275",
    ]
