"""The files that a project begins with: configuration, pages, decisions, publication.

They lie in ``files/`` as they will stand in the project. A name begins with a dot where here it begins with
``dot-``; the files of a host lie in a folder ``for-HOST``, pages in another language than English in
``in-LANGUAGE``. The signs ``[[ ]]`` enclose what a publisher answered, since YAML and workflows have a use
for braces.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal, get_args

import yaml
from jinja2 import Environment, StrictUndefined

from generator.model import CablepressError
from generator.wording import Language

Host = Literal["github", "gitlab", "netlify", "cloudflare", "other"]
HOSTS: Final[tuple[Host, ...]] = get_args(Host)

_FOR: Final = "for-"
_IN: Final = "in-"
_DOT: Final = "dot-"


class NotEmptyError(CablepressError):
    """A file of the project is there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a publisher says of the site."""

    name: str
    address: str
    """Where it will be published, ending in a slash; empty while that is open."""
    host: Host
    language: Language = "en"
    """Of the interface, and of the pages that are written."""


def start(folder: Path, answers: Answers) -> tuple[str, ...]:
    """Write the files of a project.

    Args:
        folder: Where; made if need be. What else lies in it stays as it is.
        answers: Name, address, host.

    Returns:
        The files written, below ``folder``, sorted.

    Raises:
        NotEmptyError: One of them is there already; nothing was written.
        OSError: ``folder`` cannot be written.
    """
    contents = dict(_contents(answers))
    for name in contents:
        if (folder / name).exists():
            message = f"{folder / name}: is there already; choose another folder, or move it away"
            raise NotEmptyError(message)
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    return tuple(sorted(contents))


def _contents(answers: Answers) -> Iterator[tuple[str, str]]:
    """Path and content of each file."""
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        keep_trailing_newline=True,
        trim_blocks=True,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - no markup: each value is put in as its file's syntax wants it
    )
    environment.filters["yaml"] = _in_yaml
    folder = files("generator.starting") / "files"
    spoken = folder / f"{_IN}{answers.language}"
    given = dict(_given(folder, answers.host)) | dict(_given(spoken, answers.host) if spoken.is_dir() else ())
    for path, file in given.items():
        template = environment.from_string(file.read_text(encoding="utf-8"))
        yield path, template.render(answers=answers, version=version("cablepress"))


def _given(folder: Traversable, host: Host) -> Iterator[tuple[str, Traversable]]:
    """Path in the project, and the file; of the hosts' files those of one."""
    for entry in folder.iterdir():
        if entry.name.startswith(_IN):
            continue
        if entry.name.startswith(_FOR):
            if entry.name == f"{_FOR}{host}":
                yield from _given(entry, host)
            continue
        name = entry.name.replace(_DOT, ".", 1) if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from ((f"{name}/{path}", file) for path, file in _given(entry, host))
        else:
            yield name, entry


def _in_yaml(text: str) -> str:
    """A text as a value in YAML, quoted, on one line."""
    return yaml.safe_dump(text, default_style='"', width=10**6, allow_unicode=True).strip()
