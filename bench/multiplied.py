"""A folder of cables many times over, each time with other numbers, dates, names and references.

    bench/multiplied.py FOLDER TIMES TARGET

From one seed the same files. A copy's cables cite those of the same copy. The copies are to cost what so many
real cables would, not to be read: a name is another in each copy, a place stays what it is.
"""

import calendar
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

APART = 6_000
"""Between the serials of a cable and its next copy."""
LARGEST = 9_999_999
_NAMED = re.compile(r"(?P<year>\d\d)(?P<post>[A-Z]{2,30})(?P<serial>[1-9]\d{0,6})")
_WORD = re.compile(r"[A-Za-z]{3,}")
_NUMBER = re.compile(r"(?<=[A-Z] )(\d{2,8})\b(?! ?(?:BC|AD|USC|CFR))|(?<=[A-Z])([1-9]\d{1,5})\b")
"""A serial: behind a post in capitals, with a space or, in an id, without."""
_SENT = re.compile(r"\b(\d\d)(\d{4}Z )(?=[A-Z]{3} \d\d\b)")
_IN_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
MONTHS = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name))
VOWELS, CONSONANTS = "aeiou", "bdgklmnprstv"


def multiplied(folder: Path, times: int, target: Path, *, seed: int = 1) -> int:
    """Write ``times`` copies of the cables of a folder, the first of them as they are; how many these are."""
    files = sorted(path for path in folder.rglob("*.txt") if _NAMED.fullmatch(path.stem))
    texts = [path.read_text(encoding="utf-8", errors="surrogateescape") for path in files]
    common = MONTHS | {word for text in texts for word in _WORD.findall(text) if word.islower()}
    posts = frozenset(found["post"] for path in files if (found := _NAMED.fullmatch(path.stem)))
    target.mkdir(parents=True)
    written: set[str] = set()
    for copy in range(times):
        letters = _other_letters(random.Random(seed * 1_000_003 + copy))  # noqa: S311 - no secret
        for path, text in zip(files, texts, strict=True):
            name = path.stem if copy == 0 else _other_number(path.stem, copy)
            if name in written:
                continue
            written.add(name)
            changed = text if copy == 0 else _changed(text, copy, letters, common, posts)
            (target / f"{name}.txt").write_text(changed, encoding="utf-8", errors="surrogateescape")
    return len(written)


def _other_number(name: str, copy: int) -> str:
    found = _NAMED.fullmatch(name)
    return f"{found['year']}{found['post']}{_serial(int(found['serial']), copy)}" if found else name


def _serial(serial: int, copy: int) -> int:
    return (serial + copy * APART) % LARGEST or 1


def _changed(
    text: str, copy: int, letters: dict[int, str], common: frozenset[str], posts: frozenset[str]
) -> str:
    def serial(found: re.Match[str]) -> str:
        printed = found[1] or found[2]
        before = re.search(r"([A-Z]+(?: [A-Z]+){0,3}) ?\Z", text[max(found.start() - 40, 0) : found.start()])
        words = before[1].split() if before else []
        if not any("".join(words[-count:]) in posts for count in range(1, len(words) + 1)):
            return printed
        return f"{_serial(int(printed), copy):0{len(printed)}}"

    def day(found: re.Match[str]) -> str:
        return f"{(int(found[1]) + copy) % 28 + 1:02}{found[2]}"

    def name(found: re.Match[str]) -> str:
        word = found[0]
        known = word.lower() in common or word.upper() in posts
        return word if known else word[0] + word[1:].translate(letters)

    return _IN_SENTENCE.sub(name, _SENT.sub(day, _NUMBER.sub(serial, text)))


def _other_letters(choice: random.Random) -> dict[int, str]:
    """Each vowel another vowel, each of some consonants another of these."""

    def pairs(kind: str) -> Iterator[tuple[int, str]]:
        return zip(map(ord, kind), choice.sample(kind, len(kind)), strict=True)

    return dict((*pairs(VOWELS), *pairs(CONSONANTS)))


if __name__ == "__main__":
    print(f"{multiplied(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])):,} cables")
