"""Entry point of ``cablepress``: errors become one line, results an exit status.

A command's module is imported when it is called, so that Ctrl-C is answered with one line from the start.
"""

import errno
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from importlib import import_module
from typing import Final

import click
from mkdocs.exceptions import MkDocsException

from generator.cli.output import ReaderGoneError, flush_streams, open_streams, say, unwritten
from generator.model import CablepressError

COMMANDS = {
    "new": "generator.cli.new",
    "build": "generator.cli.build",
    "serve": "generator.cli.serve",
    "parse": "generator.cli.parse",
    "check": "generator.cli.check",
    "people": "generator.cli.people",
    "bundle": "generator.cli.build",
    "release": "generator.cli.release",
}
"""Module of each command, in the order of --help: what a publisher needs first."""

SUMMARIES: Final = {
    "new": "Begin a project of your own.",
    "build": "Build the site.",
    "serve": "Show the site at a local address.",
    "parse": "Print one JSON object per cable, a line each.",
    "check": "Show what the files were taken for, and what there is to mend.",
    "people": "List the doubtful cases of people most worth settling.",
    "bundle": "Write the site as a zip to open from disk.",
    "release": "Record what changed since the last release.",
}
"""What each does, as its own help begins: --help need not wait until every module is there."""

SOON = 0.02
"""Seconds until an interrupt that was dropped comes again: by then Python is out of where it drops them."""

INTERRUPTED, TERMINATED = 130, 143
"""The exit statuses that shells know for Ctrl-C and for ``kill``."""


class _StoppedError(Exception):
    """Ctrl-C, in a form that click leaves alone; its argument, if any, says how things stand."""


_REMEDIES: Final = {
    errno.ENOSPC: "make room there",
    errno.EDQUOT: "make room there",
    errno.EACCES: "set its permissions, or choose another place",
    errno.EPERM: "set its permissions, or choose another place",
}
"""What to do about what the system refuses."""
_PUBLISHING: Final = frozenset({"build", "bundle", "serve"})


class _Cli(click.Group):
    """Foreseeable failures end with one line and status 1, never with a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A name that is none is refused with the one that was meant."""
        near = get_close_matches(args[0], COMMANDS, n=1) if args[0] not in COMMANDS else []
        if near:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (CablepressError, MkDocsException) as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except KeyboardInterrupt as interrupt:
            raise _StoppedError(*interrupt.args) from interrupt
        except OSError as error:
            raise click.ClickException(_failed(error, ctx.invoked_subcommand)) from error


def _failed(error: OSError, command: str | None) -> str:
    """What the system refused, and what to do about it."""
    remedy = _REMEDIES.get(error.errno or 0, "choose another place")
    state = "; nothing was published" if command in _PUBLISHING else ""
    return f"{error.filename or 'input or output'}: {error.strerror}; {remedy}{state}"


@click.group(cls=_Cli, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cablepress")
def cablepress() -> None:
    """Turn a folder of diplomatic telegrams into a searchable site.

    \b
    Exit status:
      0  done
      1  nothing to do the work on, a failure, or with --strict any warning
      2  a wrong command line
      130, 143  stopped by Ctrl-C or kill

    \b
    Example:
      cablepress build --corpus cables --site site
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line; None: that of the process.

    Returns:
        The exit status, see ``cablepress --help``.
    """
    open_streams()
    status = _status(args)
    try:
        flush_streams()
    except OSError as error:
        return status or _unwritten(error)
    return status


def _status(args: Sequence[str] | None) -> int:
    try:
        with _terminable():
            status = cablepress.main(args=args, prog_name="cablepress", standalone_mode=False)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return error.exit_code
    except ReaderGoneError:
        return 0
    except OSError as error:  # the help could not be written
        return _unwritten(error)
    except (_StoppedError, click.Abort, KeyboardInterrupt) as stopped:
        return _interrupted(*stopped.args)
    except RuntimeError as error:
        return _in_the_making(error)
    return status if isinstance(status, int) else 0


def _in_the_making(error: RuntimeError) -> int:
    """What ends the work while a class is being made is wrapped so by Python before 3.12."""
    if isinstance(error.__cause__, KeyboardInterrupt):
        return _interrupted()
    if isinstance(error.__cause__, SystemExit):
        return TERMINATED
    raise error


def _unwritten(error: OSError) -> int:
    failure = unwritten(error)
    if not isinstance(failure, click.ClickException):
        return 0
    say(f"Error: {failure.message}")
    return failure.exit_code


def _interrupted(state: str = "what was there before is untouched") -> int:
    say(f"Stopped; {state}.")
    return INTERRUPTED


@contextmanager
def _terminable() -> Iterator[None]:
    """Inside, ``kill`` ends the work the way Ctrl-C does: what was begun is cleared away."""

    def end(*_: object) -> None:
        raise SystemExit(TERMINATED)

    before = signal.signal(signal.SIGTERM, end)
    try:
        with _heeded():
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _heeded() -> Iterator[None]:
    """Inside, what ends the work comes once more where Python drops it: in a destructor, while it forks."""
    usual = sys.unraisablehook
    dropped: list[BaseException] = []

    def again(*_: object) -> None:
        raise dropped.pop()

    def heed(unraisable: "sys.UnraisableHookArgs") -> None:
        error = unraisable.exc_value
        if not isinstance(error, KeyboardInterrupt | SystemExit) or not hasattr(signal, "setitimer"):
            usual(unraisable)
            return
        dropped.append(error)
        signal.signal(signal.SIGALRM, again)
        signal.setitimer(signal.ITIMER_REAL, SOON)

    sys.unraisablehook = heed
    try:
        yield
    finally:
        sys.unraisablehook = usual
        if dropped:
            signal.setitimer(signal.ITIMER_REAL, 0)
