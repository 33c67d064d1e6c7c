"""Fewer files where a host limits them: fragments share files, as few to each as the limit allows.

A fragment is what a result needs of one cable: its text and what the page says of it. A reader's browser is
served best by a file for each, but so every cable adds one to the site.
"""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

LARGEST = 12
"""Fragments in a pack at most, on average: six results then load some 250 KB."""


def pack_fragments(indexes: Sequence[Path], *, files: int, limit: int) -> tuple[int, ...]:
    """Pack the fragments of every index if that keeps the site within ``limit``; else leave all as it is.

    Args:
        indexes: Folders of Pagefind's indexes, each with ``fragment/``.
        files: Files of the whole site.
        limit: Files that the host takes.

    Returns:
        For each index the number of its packs, ``fragment/0.json`` and so on; 0: not packed.
    """
    counts = [sum(1 for _ in (index / "fragment").iterdir()) for index in indexes]
    size = next((size for size in range(2, LARGEST + 1) if _left(counts, files, size) <= limit), None)
    if files <= limit or size is None:
        return tuple(0 for _ in indexes)
    packs = tuple(-(-count // size) for count in counts)
    for index, number in zip(indexes, packs, strict=True):
        _pack(index / "fragment", number)
    return packs


def pack_of(name: str, packs: int) -> int:
    """Number of the pack that holds a fragment; ``packOf`` in engine.js reckons the same.

    Args:
        name: The fragment's, ``en_1a2b3c4`` (letters, digits, underscore).
        packs: Number of packs.
    """
    number = 0
    for letter in name:
        number = (31 * number + ord(letter)) % packs
    return number


def _left(counts: Sequence[int], files: int, size: int) -> int:
    """Files of the site once each index has ``size`` fragments to a pack."""
    return files - sum(counts) + sum(-(-count // size) for count in counts)


def _pack(folder: Path, packs: int) -> None:
    """Plain JSON, which hosts compress by themselves."""
    content: list[dict[str, str]] = [{} for _ in range(packs)]
    for file in sorted(folder.iterdir()):
        content[pack_of(file.stem, packs)][file.stem] = gzip.decompress(file.read_bytes()).decode("utf-8")
        file.unlink()
    for number, held in enumerate(content):
        text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{number}.json").write_text(text, encoding="utf-8")
