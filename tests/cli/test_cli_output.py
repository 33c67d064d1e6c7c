"""Standard output and error that are closed, full or read by nobody: a line at most, and the work goes on."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from support.commands import SAMPLES, command, environment


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """A command line of a shell in which ``cablepress`` is ours."""
    ours = " ".join(shlex.quote(part) for part in command())
    script = f'cablepress() {{ {ours} "$@"; }}; SAMPLES={shlex.quote(str(SAMPLES))}; {line}'
    return subprocess.run(  # noqa: S603 - our own command
        ["/bin/bash", "-o", "pipefail", "-c", script],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=100,
    )


@pytest.mark.parametrize("line", ["parse $SAMPLES", "check $SAMPLES", "--help"])
@pytest.mark.parametrize(
    ("where", "reason"), [(">/dev/full", "No space left"), (">&-", "Bad file descriptor")]
)
def test_data_that_cannot_be_written_is_one_line(tmp_path: Path, line: str, where: str, reason: str) -> None:
    done = shell(f"cablepress {line} {where}", tmp_path)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    errors = [said for said in done.stderr.decode().splitlines() if said.startswith("Error: ")]
    assert len(errors) == 1
    assert errors[0].startswith(f"Error: standard output: {reason}")


@pytest.mark.parametrize("line", ["parse $SAMPLES", "check --json $SAMPLES"])
def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path, line: str) -> None:
    done = shell(f"cablepress {line} | head -c 1", tmp_path)
    assert len(done.stdout) == 1
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full", "<&- 2>&-"])
def test_without_standard_error_the_data_are_whole(tmp_path: Path, where: str) -> None:
    done = shell(f"cablepress parse $SAMPLES {where}", tmp_path)
    assert done.returncode == 0
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == len(list(SAMPLES.iterdir()))
    assert done.stderr == b""


@pytest.mark.parametrize("where", [">&- 2>&-", "2>&1 | true"])
def test_a_build_that_nobody_listens_to_is_done(tmp_path: Path, where: str) -> None:
    done = shell(f"cablepress build --corpus $SAMPLES {where}", tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "site/index.html").is_file()
    assert (tmp_path / "build-report.json").is_file()
