"""Libraries that are installed only where a publisher has such files."""

from importlib import import_module
from types import ModuleType

from generator.read.errors import UnreadableInputError


def library(module: str, *, reads: str, extra: str, instead: str) -> ModuleType:
    """A module that reads one kind of file.

    Args:
        module: Its name.
        reads: What it reads, as it begins a line for people.
        extra: The extra of ours that installs it.
        instead: What else a publisher can do.

    Raises:
        UnreadableInputError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise UnreadableInputError(
            code="library-missing",
            message=f"{reads}: reading it needs {module.partition('.')[0]}, which is not installed",
            hint=f'pip install "cablepress[{extra}]", or {instead}',
        ) from error
