"""The labelled and the unlabelled cables of ../shared, for training and measuring people.

``CABLEPRESS_SHARED`` names the folder where it is not beside the checkout.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.model import Cable, Source
from generator.parse import parse
from generator.people.find.tokens import Tokens
from generator.read import discover, read_file

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = Path(os.environ.get("CABLEPRESS_SHARED", ROOT.parent / "shared"))
GOLD = SHARED / "gold" / "people.jsonl"
FOLDS = 6
"""Parts of the labelled cables; each is scored by a model trained on the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A cable with its hand-made labels."""

    id: str
    """The id the labels go by."""
    cable: Cable
    forms: tuple[tuple[str, ...], ...]
    """Every labelled form of a person named in the body, as tokens, longest first."""


def read_cables(*folders: Path) -> Iterator[tuple[str, Cable]]:
    """Every cable of the folders with its file's stem."""
    files, _ = discover(folders)
    for file in files:
        for item in read_file(file):
            if isinstance(item, Source):
                yield file.path.stem, parse(item)


def read_all() -> tuple[list[Labelled], list[Cable]]:
    """The labelled cables in the labels' order, and the unlabelled ones."""
    labels = {label["id"]: label for label in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())}
    known: dict[str, Cable] = {}
    rest: list[Cable] = []
    for stem, cable in read_cables(SHARED / "corpus" / "text", ROOT / "corpus"):
        key = stem if stem in labels else cable.id
        if key in labels:
            known.setdefault(str(key), cable)
        else:
            rest.append(cable)
    return [_labelled(known[key], label) for key, label in labels.items() if key in known], rest


def _labelled(cable: Cable, label: dict[str, object]) -> Labelled:
    people = msgspec.convert(label["people"], list[dict[str, str | list[str]]])
    forms = {
        tuple(Tokens(form).words)
        for person in people
        if "body" in person["where"]
        for form in person["mentions"]
    }
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return Labelled(id=str(label["id"]), cable=cable, forms=tuple(ordered))


def fold_of(cable_id: str) -> int:
    """Which fold a cable belongs to: by its id, so that it never moves."""
    return int(hashlib.md5(cable_id.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def fold_file(fold: int) -> Path:
    """Weights of the model trained without that fold."""
    return HERE / "data" / "people_folds" / f"{fold}.tsv"
