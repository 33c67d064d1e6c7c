"""Train the model that finds people.

    python bench/train_people.py                 # then: python bench/bench_people_find.py

Writes the habits of words and the weights of the model (generator/people/find/data), and for each fold of the
labelled cables the weights learned from the others (bench/data/people_folds), by which bench_people_find.py
scores cables that a model has not seen.

Needs the package python-crfsuite (for training alone) and the folder ../shared: labels in gold/people.jsonl,
the cables they label, and the unlabelled cables, over which the habits of words are counted (figures only;
the labelled cables are left out, so that cross-validation stays honest). Passages that name someone are
learned twice, as printed and in capitals. Same input, same files.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from people_labels import FOLDS, GOLD, ROOT, Labelled, fold_file, fold_of, read_all

from generator.model import Cable
from generator.people.find.lexicon import FactBook, Lexicon, load_lexicon
from generator.people.find.passage import (
    CutPassage,
    count_habits,
    cut,
    document_habits,
    features,
    habit_letters,
)
from generator.people.find.sequence import LABELS

DATA = ROOT / "generator" / "people" / "find" / "data"

SETTINGS = {"c1": 0.03, "c2": 0.2, "max_iterations": 100, "feature.possible_transitions": True}
"""Of the trainer; of four pairs of penalties tried in cross-validation the best by a hair."""
LEAST = 0.02
"""Weights below it are left out of the file."""

Example = tuple[list[list[str]], list[str]]
"""Features and labels of the tokens of one run."""


def passages(cable: Cable, book: FactBook, *, capitals: bool = False) -> list[CutPassage]:
    """Subject and blocks, cut up."""
    texts = (cable.subject or "", *(block.text for block in cable.blocks))
    return [cut(text.upper() if capitals else text, book) for text in texts]


def examples(labelled: Labelled, book: FactBook) -> Iterator[Example]:
    """What the model learns from one cable: as printed; passages with names in capitals too."""
    for capitals in (False, True):
        forms = labelled.forms
        if capitals:
            forms = tuple(tuple(word.upper() for word in form) for form in forms)
        cuts = passages(labelled.cable, book, capitals=capitals)
        habits = document_habits(cuts)
        for passage in cuts:
            labels = _labels([fact.word for fact in passage.facts], forms)
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
    lines = [
        "# What the sequence model learned from labelled telegrams; made by bench/train_people.py.",
        "# feature, weight for O, B, I",
    ]
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
        word: habit_letters(marks)
        for word, marks in sorted(counts.items())
        if marks["cap"] + marks["low"] > 1 and (marks["cap"] or marks["low"] > 2) and word.isprintable()  # noqa: PLR2004
    }


def main() -> int:
    """IndexedRun from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only-folds", action="store_true", help="leave the shipped data as it is")
    options = parser.parse_args()
    if not GOLD.exists():
        print(f"no labels at {GOLD}")
        return 1
    cables, rest = read_all()
    habits = habits_text(rest, load_lexicon())
    book = FactBook(replace(load_lexicon(), habits=habits))
    fold_file(0).parent.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS):
        others = [cable for cable in cables if fold_of(cable.id) != fold]
        fold_file(fold).write_text(trained(others, book), encoding="utf-8")
    if not options.only_folds:
        lines = "".join(f"{word}\t{marks}\n" for word, marks in habits.items())
        head = (
            "# How words are used, counted over public telegrams that nobody labelled; "
            "made by bench/train_people.py.\n# word, habits (generator/people/find/passage.py)\n"
        )
        (DATA / "habits.tsv").write_text(head + lines, encoding="utf-8")
        (DATA / "weights.tsv").write_text(trained(cables, book), encoding="utf-8")
    return 0


def trained(cables: Sequence[Labelled], book: FactBook) -> str:
    """Weights learned from these cables."""
    return train(run for cable in cables for run in examples(cable, book))


if __name__ == "__main__":
    sys.exit(main())
