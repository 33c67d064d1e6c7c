"""The fuzzer's inputs: files that anyone may have written, made from a seed and a number alone."""

import io
import json
import random
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.model import Source, dump_cable
from generator.pipeline.records import understand
from support.fuzz.damage import TextChange, damaged_bytes, damaged_record, damaged_text, damaged_value
from support.fuzz.pieces import HOSTILE, ODD, SHARDS, YAML, YAML_VALUES
from support.invented import InventedCable, Paragraph, invent, telegram
from support.layouts import SINGLE, as_csv, as_gzip, as_zip
from support.reading import read_text

ROOT = Path(__file__).parents[3]
LIKELY_ENCODINGS = ("utf-8",) * 8 + ("cp1252", "utf-16", "utf-8-sig", "latin-1")


@dataclass(frozen=True, slots=True, kw_only=True)
class FuzzInput:
    """One file."""

    kind: str
    """What it was before it was changed: a layout of one cable, ``sample``, ``csv``, ``records``,
    ``archive``, or one of the publisher's files, ``settings`` and ``decisions``."""
    name: str
    """Its file name."""
    data: bytes
    cables: int = 0
    """How many cables stood in it before it was changed."""
    text: str | None = None
    """The same as text where nothing but the encoding lies between; None otherwise."""


def fuzz_input(seed: int, number: int) -> FuzzInput:
    """Input ``number`` of ``seed``: the same on every machine."""
    dice = random.Random(f"fuzz {seed} {number}")  # noqa: S311 - the same for the same seed, nothing secret
    kind = dice.choice(_KINDS)
    return _MAKERS[kind](dice, kind)


def _cable(dice: random.Random) -> InventedCable:
    """A short telegram: what goes wrong goes wrong in a short one, too."""
    cable = invent(dice.randrange(10_000), paragraphs=dice.choice((1, 1, 2, 3)))
    paragraphs = tuple(_shorter(dice, paragraph) for paragraph in cable.paragraphs)
    return replace(cable, paragraphs=paragraphs)


def _shorter(dice: random.Random, paragraph: Paragraph) -> Paragraph:
    """Two of its sentences, now and then with something among them."""
    sentences = paragraph.text.split("  ")[:2]
    if dice.random() < 0.3:
        sentences.insert(dice.randint(0, 2), dice.choice((*SHARDS, *HOSTILE)))
    return replace(paragraph, text="  ".join(sentences))


def _single(dice: random.Random, kind: str) -> FuzzInput:
    cable = _cable(dice)
    return _text_file(dice, kind, damaged_text(dice, SINGLE[kind](cable)), f"{cable.id}.txt")


@cache
def _samples() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt")))


def _sample(dice: random.Random, kind: str) -> FuzzInput:
    """A sample without most of its middle, changed."""
    text = dice.choice(_samples())
    head, rest = text[:1800], text[1800:]
    start = dice.randint(0, len(rest))
    return _text_file(dice, kind, damaged_text(dice, head + rest[start : start + 1200]), "a.txt")


def _text_file(dice: random.Random, kind: str, text: str, name: str) -> FuzzInput:
    encoding = dice.choice(LIKELY_ENCODINGS)
    data = text.encode(encoding, "replace")
    if dice.random() < 0.1:
        return FuzzInput(kind=kind, name=name, data=damaged_bytes(dice, data), cables=1)
    plain = text if encoding.startswith("utf-8") else None
    return FuzzInput(kind=kind, name=dice.choice((name, "a.txt")), data=data, cables=1, text=plain)


def _csv(dice: random.Random, kind: str) -> FuzzInput:
    cables = [_cable(dice) for _ in range(dice.randint(1, 3))]
    text = as_csv(cables, doubled=dice.random() < 0.5, headings=dice.random() < 0.3)
    data = damaged_text(dice, text).encode("utf-8", "replace")
    data = damaged_bytes(dice, data) if dice.random() < 0.2 else data
    return FuzzInput(kind=kind, name="cables.csv", data=data, cables=len(cables))


@cache
def _record(number: int) -> bytes:
    """The record of a whole cable, people and all."""
    text = damaged_text(random.Random(number), telegram(invent(number, paragraphs=2)))  # noqa: S311
    sources, _ = read_text(text)
    return b"".join(dump_cable(understand(source)) for source in sources if isinstance(source, Source))


def _records(dice: random.Random, kind: str) -> FuzzInput:
    lines = [_record(dice.randrange(40)) for _ in range(dice.randint(1, 2))]
    changed = [_record_changed(dice, line) if line else line for line in lines]
    data = b"".join(line + b"\n" for line in changed)
    data = damaged_bytes(dice, data) if dice.random() < 0.2 else data
    return FuzzInput(kind=kind, name="cables.jsonl", data=data, cables=len(lines))


def _record_changed(dice: random.Random, line: bytes) -> bytes:
    value = json.loads(line)
    for _ in range(dice.choice((0, 1, 1, 1, 2, 4))):
        value = damaged_record(dice, value) if isinstance(value, dict) else damaged_value(dice, value)
    return json.dumps(value, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")


def _archive(dice: random.Random, kind: str) -> FuzzInput:
    cables = [_cable(dice) for _ in range(dice.randint(1, 4))]
    members = {f"{cable.id}.txt": SINGLE[dice.choice(list(SINGLE))](cable).encode() for cable in cables}
    form = dice.choice(("zip", "tar", "tar.gz", "gz"))
    data = _PACKED[form](members)
    data = damaged_bytes(dice, data) if dice.random() < 0.9 else data
    count = 1 if form == "gz" else len(members)
    return FuzzInput(kind=kind, name=f"cables.{form}", data=data, cables=count)


def _as_tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


_PACKED: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "zip": as_zip,
    "tar": _as_tar,
    "tar.gz": lambda members: as_gzip(_as_tar(members)),
    "gz": lambda members: as_gzip(next(iter(members.values()))),
}

_SETTINGS = """\
site_name: Cables
site_url: !ENV [SITE_URL, ""]
extra:
  cablepress:
    corpus: corpus # folder
    collection: "A collection"
    protect: mask
    mask: [Askar Omirbek, "Dinara Saltanat"]
    people_file: people.yml
    people_page_min: null
    related: 5
    workers: 2
    host_files: 20000
    report_to: "mailto:a@example.org?subject={id}"
    tagger: ""
  generator: false
nav:
  - Home: index.md
"""
_DECISIONS = """\
# who is who
same:
  - [Umarov, Kairat Umarov]
  - [Quesada (06LIMA90001), Beatriz Quesada]
different:
  - [Juan Larralde (Peru), Juan Larralde (Switzerland)]
rename:
  - Askar Omirbek: Asqar Omirbek
hide:
  - Dinara Saltanat
  - "Timur Brandt (Kazakhstan)"
"""


def _yaml_put_in(dice: random.Random, text: str) -> str:
    place = dice.randint(0, len(text))
    piece: str = dice.choice((*YAML, *ODD))
    return text[:place] + piece + text[place:]


def _yaml_value(dice: random.Random, text: str) -> str:
    """Another value, or another name, on one line."""
    lines = text.split("\n")
    place = dice.randrange(len(lines))
    name, colon, value = lines[place].partition(": ")
    item = name[: len(name) - len(name.lstrip(" -"))]
    piece = dice.choice(YAML_VALUES)
    lines[place] = dice.choice((f"{name}: {piece}", f"{item}{piece}", f"{item}{piece}{colon}{value}"))
    return "\n".join(lines)


_YAML_CHANGES: tuple[TextChange, ...] = (_yaml_put_in, _yaml_value, _yaml_value, damaged_text)


def _publishers(dice: random.Random, kind: str) -> FuzzInput:
    text = {"settings": _SETTINGS, "decisions": _DECISIONS}[kind]
    for _ in range(dice.choice((0, 1, 2, 3, 5))):
        text = dice.choice(_YAML_CHANGES)(dice, text)
    data = text.encode("utf-8", "replace")
    data = damaged_bytes(dice, data) if dice.random() < 0.1 else data
    return FuzzInput(kind=kind, name={"settings": "mkdocs.yml", "decisions": "people.yml"}[kind], data=data)


_MAKERS: dict[str, Callable[[random.Random, str], FuzzInput]] = {
    **dict.fromkeys(SINGLE, _single),
    "sample": _sample,
    "csv": _csv,
    "records": _records,
    "archive": _archive,
    "settings": _publishers,
    "decisions": _publishers,
}
_SHARES = {"sample": 10, "csv": 8, "records": 16, "archive": 8, "settings": 8, "decisions": 8}
_KINDS = tuple(kind for kind in _MAKERS for _ in range(_SHARES.get(kind, 8)))
