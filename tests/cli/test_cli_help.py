"""Help of every command: an example that works, a word on each option; wrong command lines."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.cli.main import COMMANDS, cablepress
from support.commands import cablepress as run

GROUP = click.Context(cablepress, info_name="cablepress")


def command(name: str) -> click.Command:
    found = cablepress.get_command(GROUP, name)
    assert found is not None
    return found


def examples(text: str) -> Iterator[list[str]]:
    """The command lines that a help text shows, without what they are piped or redirected to."""
    for line in text.splitlines():
        if line.strip().startswith("cablepress "):
            words = shlex.split(line)
            ends = [words.index(word) for word in ("|", ">") if word in words]
            yield words[1 : min(ends, default=len(words))]


def help_of(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([name, "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_are_correct_command_lines(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = list(examples(help_of(name, capsys)))
    assert found, "no example"
    for first, *rest in found:
        assert first == name
        command(name).make_context(name, rest)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    silent = [
        parameter.name
        for parameter in command(name).params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.split()[:1] == [name]]
    assert line.split(maxsplit=1)[1] == command(name).get_short_help_str(limit=100)


WITHOUT_WAITING = """
import sys
from generator.cli.main import COMMANDS, main
main(["--help"])
sys.stderr.write(" ".join(set(COMMANDS.values()) & set(sys.modules)))
"""


def test_the_list_of_commands_is_there_before_the_commands_are() -> None:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", WITHOUT_WAITING], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "Build the site." in done.stdout


def test_the_example_of_the_program_is_a_correct_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    ((name, *rest),) = examples(capsys.readouterr().out)
    command(name).make_context(name, rest)


def test_version_and_short_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("cablepress, version ")
    assert main(["-h"]) == 0
    assert "Exit status:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["publish"], "No such command 'publish'"),
        (["buidl"], "Did you mean 'build'?"),
        (["build", "--corpse", "x"], "Did you mean '--corpus'?"),
        (["build", "--workers", "0"], "0 is not in the range 1<=x<=64"),
        (["build", "surplus"], "unexpected extra argument (surplus)"),
        (["serve", "--port", "http"], "'http' is not a valid integer"),
        (["people", "--limit", "none"], "'none' is not a valid integer"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_line_is_status_2_and_says_what_is_wrong(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    printed = capsys.readouterr()
    assert "Commands:" in printed.out + printed.err


def test_the_installed_command_is_the_module(tmp_path: Path) -> None:
    (script,) = entry_points(group="console_scripts", name="cablepress")
    assert script.load() is main
    assert run("--version", cwd=tmp_path).status == 0


@pytest.mark.parametrize(("command", "option"), [("build", "--as-of"), ("release", "--date")])
def test_a_day_that_is_none_is_told_with_one_that_is(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, option, "tomorrow"]) == 2
    assert "'tomorrow' is no day like 2026-05-03" in capsys.readouterr().err
