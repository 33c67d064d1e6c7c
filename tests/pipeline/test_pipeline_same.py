"""The same cables give the same Markdown, byte for byte, however many processes write it."""

from contextlib import closing
from pathlib import Path

from generator.pipeline.collect import collect
from generator.pipeline.docs import INLINE, write_docs
from generator.pipeline.records import records
from generator.settings import Protecting, Site
from support.invented import invent, telegram
from support.tree import differences, files

SITE = Site(name="Invented", collection="Invented", site_url="https://cables.example.org/")


def written(corpus: Path, target: Path, *, workers: int) -> dict[str, bytes]:
    """The Markdown of a corpus, by path."""
    shelves, docs = target / "shelves", target / "docs"
    shelves.mkdir(parents=True)
    outcomes = records([corpus], workers=workers)
    with closing(collect(outcomes, shelves, Protecting())) as collected:
        write_docs(collected, docs, SITE, workers=workers)
    return files(docs)


def test_one_process_and_two_write_the_same(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(INLINE + 10):
        (corpus / f"{number}.txt").write_text(telegram(invent(number)), encoding="utf-8")
    one = written(corpus, tmp_path / "one", workers=1)
    two = written(corpus, tmp_path / "two", workers=2)
    assert len(one) > INLINE
    assert list(differences(one, two)) == []
