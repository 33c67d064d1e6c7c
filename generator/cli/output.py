"""Standard output and standard error, which may be closed, full, or no longer read.

What people are told is worth no failure: where it cannot be said, the work goes on. Data that cannot be
written ends the command with one line.
"""

import os
import sys
from contextlib import suppress
from typing import TextIO

import click


class ReaderGoneError(Exception):
    """Whoever read our data, ``head`` for one, has seen enough."""


def say(message: str) -> None:
    """One line for people, on standard error: standard output is for data."""
    with suppress(OSError):
        click.echo(message, err=True)


def emit(line: str | bytes) -> None:
    """One line of data on standard output.

    Raises:
        ReaderGoneError: Nobody reads it any more.
        ClickException: It cannot be written.
    """
    data = line.encode() if isinstance(line, str) else line
    try:
        sys.stdout.buffer.write(data + b"\n")
        if sys.stdout.isatty():
            sys.stdout.flush()
    except OSError as error:
        raise unwritten(error) from error


def tell(line: str) -> None:
    """One line for a machine, on standard output, at once; where nobody reads it the work goes on."""
    with suppress(OSError, ReaderGoneError, click.ClickException):
        emit(line)
        sys.stdout.flush()


def unwritten(error: OSError) -> Exception:
    """What a failure to write data is to the command."""
    if isinstance(error, BrokenPipeError):
        return ReaderGoneError()
    return click.ClickException(f"standard output: {error.strerror}; what was written there is not whole")


def open_streams() -> None:
    """Give a stream that the caller closed a place, where writing fails as it does for any program.

    Else the next file that is opened would take its number, and get what others write there.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 0 else os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = _stream(1)
    if sys.stderr is None:
        sys.stderr = _stream(2)


def _stream(number: int) -> TextIO:
    return open(number, "w", encoding="utf-8", closefd=False)


def flush_streams() -> None:
    """Write what waits; after this the end of the process has nothing left to complain of.

    Raises:
        OSError: Data could not be written.
    """
    failure: OSError | None = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            failure = error if stream is sys.stdout else failure
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
    if failure:
        raise failure
