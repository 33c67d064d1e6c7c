"""``cablepress new``: the folder of a publisher's own project."""

import re
import shlex
import sys
from pathlib import Path
from subprocess import list2cmdline

import click

from generator.cli.output import say
from generator.starting import HOSTS, Answers, Host, start
from generator.wording import LANGUAGES, Language

_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
"""Where a site can be published: no query, no place within a page."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="Name of the site [default: asked for; else the folder's].")
@click.option("--address", help="Where it will be published, https://… [default: asked for; else open].")
@click.option(
    "--host",
    type=click.Choice(HOSTS),
    default="other",
    show_default=True,
    help="Who will publish it; its workflow is written, too.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Which language the site speaks; the telegrams stay as they are.",
)
def new(*, folder: Path, name: str | None, address: str | None, host: Host, language: Language) -> int:
    """Begin a project of your own.

    It has a configuration, pages to write, a place for the cables and what its host needs.
    Nothing that lies in FOLDER is changed; where a file of the project is there already, nothing is written.

    \b
    Example:
      cablepress new our-cables --name "Our cables" --host github
    """
    plain = " ".join(folder.absolute().name.replace("-", " ").replace("_", " ").split()).capitalize()
    answers = Answers(
        name=" ".join(_answer("Name of the site", name, plain or "Cables").split()),
        address=_as_address(_answer("Address, if it is known", address, "")),
        host=host,
        language=language,
    )
    try:
        written = start(folder, answers)
    except OSError as error:
        message = f"{error.filename or folder}: cannot be written: {error.strerror}; choose another folder"
        raise click.ClickException(message) from error
    for path in written:
        click.echo(folder / path)
    say(f"Put your telegrams into {folder / 'cables'}. Then: cd {_in_a_shell(folder)} && cablepress serve")
    return 0


def _in_a_shell(folder: Path) -> str:
    """The folder as one word of a command line that can be copied."""
    return list2cmdline([str(folder)]) if sys.platform == "win32" else shlex.quote(str(folder))


def _answer(question: str, given: str | None, otherwise: str) -> str:
    """The option, else what a person at a terminal says, else the default."""
    if given is not None or not sys.stdin.isatty():
        return otherwise if given is None else given
    return str(click.prompt(question, default=otherwise, show_default=bool(otherwise)))


def _as_address(written: str) -> str:
    address = written.strip()
    if not address:
        return ""
    if not _ADDRESS.fullmatch(address):
        message = f"{address!r} is no address of a site: https://cables.example.org/"
        raise click.BadParameter(message, param_hint="--address")
    return f"{address.rstrip('/')}/"
