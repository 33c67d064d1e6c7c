"""Train the model that finds people, and measure it on cables it has not seen.

    python bench/train_people.py --cross-validate 6    # figures of ../shared/tools/score.py, each cable scored
                                                       # by a model that was trained without it
    python bench/train_people.py --write               # train on all labels, write generator/people/find/data

Needs the package python-crfsuite (development only) and the folder ../shared: labels in gold/people.jsonl, the
cables they label, and the unlabelled cables, over which the habits of words are counted (figures only; the
labelled cables are left out, so that cross-validation stays honest). Every cable is learned twice: as printed and
in capitals. Same input, same files.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from generator.model import Cable, Source
from generator.parse import parse
from generator.people.find.facts import FactBook
from generator.people.find.features import Passage, cut, document_habits, features
from generator.people.find.habits import count_habits, letters
from generator.people.find.lexicon import Lexicon, load_lexicon
from generator.people.find.people import find_people
from generator.people.find.sequence import LABELS, SequenceModel, parse_weights
from generator.people.find.tagger import BuiltInTagger
from generator.people.find.tokens import Tokens
from generator.read import discover, read_file

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DATA = ROOT / "generator" / "people" / "find" / "data"
GOLD = SHARED / "gold" / "people.jsonl"

SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}
"""Of the trainer: both penalties small, since labels are few and features many."""
LEAST = 0.02
"""Weights below it are left out of the file."""

Example = tuple[list[list[str]], list[str]]
"""Features and labels of the tokens of one run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A cable with its hand-made labels."""

    cable: Cable
    label: dict[str, object]
    forms: tuple[tuple[str, ...], ...]
    """Every labelled form of a person named in the body, as tokens, longest first."""

    @property
    def id(self) -> str:
        """The id the labels go by."""
        return str(self.label["id"])


def read_cables(*folders: Path) -> Iterator[tuple[str, Cable]]:
    """Every cable of the folders with its file's stem."""
    files, _ = discover(folders)
    for file in files:
        for item in read_file(file):
            if isinstance(item, Source):
                yield file.path.stem, parse(item)


def read_all() -> tuple[list[Labelled], list[Cable]]:
    """The labelled cables and the unlabelled ones."""
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
    return Labelled(cable=cable, label=label, forms=tuple(sorted(forms, key=lambda form: (-len(form), form))))


def passages(cable: Cable, book: FactBook, *, capitals: bool = False) -> list[Passage]:
    """Subject and blocks, cut up."""
    texts = (cable.subject or "", *(block.text for block in cable.blocks))
    return [cut(text.upper() if capitals else text, book) for text in texts]


def examples(labelled: Labelled, book: FactBook) -> Iterator[Example]:
    """What the model learns from one cable: as printed, and the passages that name someone in capitals as well."""
    for capitals in (False, True):
        forms = labelled.forms
        if capitals:
            forms = tuple(tuple(word.upper() for word in form) for form in forms)
        cuts = passages(labelled.cable, book, capitals=capitals)
        habits = document_habits(cuts)
        for passage in cuts:
            labels = _labels(passage.tokens.words, forms)
            if capitals and not any(label != LABELS[0] for label in labels):
                continue
            for run in passage.runs:
                yield features(passage, run, habits, book), labels[run.start : run.stop]


def _labels(words: Sequence[str], forms: Sequence[tuple[str, ...]]) -> list[str]:
    labels = [LABELS[0]] * len(words)
    at = 0
    while at < len(words):
        form = next((form for form in forms if tuple(words[at : at + len(form)]) == form), None)
        if form:
            labels[at : at + len(form)] = [LABELS[1]] + [LABELS[2]] * (len(form) - 1)
        at += len(form) if form else 1
    return labels


def train(runs: Iterator[Example]) -> str:
    """Weights as the text of ``weights.tsv``."""
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415 - needed for training alone; it ships no types

    trainer = pycrfsuite.Trainer(verbose=False)
    for found, labels in runs:
        trainer.append(found, labels)
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        tagger.close()
    return weights_text(info.transitions, info.state_features)


def weights_text(transitions: dict[tuple[str, str], float], states: dict[tuple[str, str], float]) -> str:
    """One line a feature, sorted; three figures, empty for none."""
    lines = ["# feature, weight for O, B, I; written by bench/train_people.py"]
    for label in LABELS:
        figures = [f"{transitions.get((label, other), 0.0):.3f}" for other in LABELS]
        lines.append("\t".join([f">{label}", *figures]))
    for name in sorted({feature for feature, _ in states}):
        weights = [states.get((name, label), 0.0) for label in LABELS]
        if max(map(abs, weights)) >= LEAST:
            lines.append("\t".join([name, *(f"{weight:.2f}" if weight else "" for weight in weights)]))
    return "\n".join(lines) + "\n"


def habits_text(cables: Sequence[Cable], lexicon: Lexicon) -> dict[str, str]:
    """Letters of each word met twice or more in capitals, or thrice in small letters."""
    book = FactBook(replace(lexicon, habits={}))
    counts = count_habits(passage for cable in cables for passage in passages(cable, book))
    return {
        word: letters(marks)
        for word, marks in sorted(counts.items())
        if marks["cap"] + marks["low"] > 1 and (marks["cap"] or marks["low"] > 2) and word.isprintable()  # noqa: PLR2004
    }


def fold_of(cable_id: str, folds: int) -> int:
    """Which fold a cable belongs to: by its id, so that it never moves."""
    return int(hashlib.md5(cable_id.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def cross_validate(cables: Sequence[Labelled], book: FactBook, folds: int, *, verbose: bool) -> None:
    """Score every cable by a model trained on the other folds, and print the figures."""
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        for fold in range(folds):
            learned = [cable for cable in cables if fold_of(cable.id, folds) != fold]
            weights = train(run for cable in learned for run in examples(cable, book))
            tagger = BuiltInTagger(SequenceModel(parse_weights(weights), book))
            for cable in cables:
                if fold_of(cable.id, folds) == fold:
                    people = find_people(cable.cable, tagger=tagger)
                    out.write(msgspec.json.encode({"id": cable.id, "people": people}) + b"\n")
        out.flush()
        command = [sys.executable, str(SHARED / "tools" / "score.py"), "people", out.name, str(GOLD)]
        subprocess.run([*command, *(["-v"] if verbose else [])], check=True)  # noqa: S603 - our own scorer


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cross-validate", type=int, metavar="FOLDS")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    if not GOLD.exists():
        print(f"no labels at {GOLD}")
        return 1
    cables, rest = read_all()
    habits = habits_text(rest, load_lexicon())
    book = FactBook(replace(load_lexicon(), habits=habits))
    if options.cross_validate:
        cross_validate(cables, book, options.cross_validate, verbose=options.verbose)
    if options.write:
        lines = "".join(f"{word}\t{marks}\n" for word, marks in habits.items())
        head = "# word, habits (generator/people/find/habits.py); written by bench/train_people.py\n"
        (DATA / "habits.tsv").write_text(head + lines, encoding="utf-8")
        weights = train(run for cable in cables for run in examples(cable, book))
        (DATA / "weights.tsv").write_text(weights, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
