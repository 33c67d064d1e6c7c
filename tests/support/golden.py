"""Golden cases as plain text: a title, a line with a single dot, input, dot, expected, dot.

An archivist can read one, and add one, without knowing Python.
"""

from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "golden"


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case."""

    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        """Its title, which names the test."""
        return self.title


def cases(folder: str) -> list[Case]:
    """All cases of ``tests/golden/FOLDER/*.txt``, in order of file and place.

    Raises:
        ValueError: A file has a part too few or too many.
    """
    return [case for path in sorted((GOLDEN / folder).glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> list[Case]:
    *parts, rest = f"\n{path.read_text(encoding='utf-8')}".split("\n.\n")
    if len(parts) % 3 or rest.strip() or not parts:
        message = f"{path.name}: each case is a title, a dot, input, a dot, expected, a dot"
        raise ValueError(message)
    thirds = zip(parts[0::3], parts[1::3], parts[2::3], strict=True)
    return [Case(title.strip(), given, expected) for title, given, expected in thirds]
