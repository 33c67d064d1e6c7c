"""A decision put into the text of people.yml: below its section's last entry, no line changed, none lost."""

from collections.abc import Sequence
from typing import Final

import yaml

from generator.model import CablepressError
from generator.people.decisions import KINDS, Decisions, parse_decisions

_WIDTH: Final = 10_000


class UnwritableError(CablepressError):
    """A decision cannot be put into the file as it stands."""


def with_decision(text: str, kind: str, entry: Sequence[str] | str | dict[str, str], *, path: str) -> str:
    """The text of people.yml with one decision more.

    Args:
        text: What stands there; any line ends, comments, order of sections.
        kind: ``same``, ``different``, ``rename`` or ``hide``.
        entry: As YAML has it: names, one name, or old name and new.
        path: Of the file, for messages.

    Raises:
        UnwritableError: The file is wrong as it is, or its form leaves no place for the entry.
    """
    if kind not in KINDS:
        message = f"{kind}: is no section of people.yml"
        raise ValueError(message)
    before, problems = parse_decisions(text, path=path)
    for problem in problems:
        message = f"{problem}; mend it first"
        raise UnwritableError(message)
    written = _flow(entry)
    ending = "\r\n" if "\r\n" in text else "\n"
    for new in (_in_section(text, kind, written, ending), _at_end(text, kind, written, ending)):
        if new is not None and _is_added(before, new, kind, path):
            return new
    message = f"{path}: has no place for another entry; write under {kind}: yourself: - {written}"
    raise UnwritableError(message)


def _flow(entry: Sequence[str] | str | dict[str, str]) -> str:
    """An entry on one line: ``[Umarov, Omarov]``, ``Lula: Luiz Inacio Lula da Silva``."""
    if isinstance(entry, dict):
        ((old, new),) = entry.items()
        return f"{_scalar(old)}: {_scalar(new)}"
    if isinstance(entry, str):
        return _scalar(entry)
    return f"[{', '.join(map(_scalar, entry))}]"


def _scalar(name: str) -> str:
    shown = yaml.safe_dump([name], default_flow_style=True, allow_unicode=True, width=_WIDTH)
    return shown.strip().removeprefix("[").removesuffix("]")


def _in_section(text: str, kind: str, written: str, ending: str) -> str | None:
    """The entry below the last one of its section; None where that has none in lines of their own."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) and not root.flow_style else []
    sections = [value for key, value in pairs if key.value == kind]
    section = sections[-1] if sections else None
    if not isinstance(section, yaml.SequenceNode) or section.flow_style or not section.value:
        return None
    lines = text.splitlines(keepends=True)
    first = section.value[0].start_mark
    dash = lines[first.line][: first.column]
    if dash.strip() != "-":
        return None
    last = _last_line(section.value[-1])
    if not lines[last].endswith(("\n", "\r")):
        lines[last] += ending
    return "".join([*lines[: last + 1], f"{dash}{written}{ending}", *lines[last + 1 :]])


def _last_line(node: yaml.Node) -> int:
    """The line on which a value ends; a list in lines of its own claims the space behind it, too."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.line)


def _at_end(text: str, kind: str, written: str, ending: str) -> str:
    """The entry in a section of its own behind all others."""
    gap = "" if not text or text.endswith(("\n", "\r")) else ending
    return f"{text}{gap}{kind}:{ending}  - {written}{ending}"


def _is_added(before: Decisions, text: str, kind: str, path: str) -> bool:
    """Whether a text says what was said, and one thing of this kind more."""
    try:
        after, problems = parse_decisions(text, path=path)
    except ValueError:
        return False
    more = {name: getattr(after, name)[len(getattr(before, name)) :] for name in KINDS}
    kept = all(getattr(after, name)[: len(getattr(before, name))] == getattr(before, name) for name in KINDS)
    return not problems and kept and [name for name in KINDS if len(more[name]) == 1] == [kind]
