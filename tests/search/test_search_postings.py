"""Words of cables as postings, held against an index so simple that it can be read."""

import pickle
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Addressee, Block, Cable
from generator.model.cable import BlockKind
from generator.search.digits import cables_of, from_distances
from generator.search.merge import postings
from generator.search.run import STRONGEST, run
from generator.search.words import words, words_and_joined
from support.record import record

TEXTS = st.lists(
    st.sampled_from(
        ["reform", "of", "the", "co-operation", "al-Qadhafi's", "\u00c9lan", "1998", "\u4eac", "--"]
    ),
    max_size=8,
).map(" ".join)
KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph", "heading", "notice", "preformatted"])


@st.composite
def cables(draw: st.DrawFn) -> list[Cable]:
    """A few cables with the same few words."""
    count = draw(st.integers(0, 6))
    return [
        record(
            f"09ASTANA9000{number}",
            subject=draw(TEXTS),
            action=tuple(
                Addressee(route="RUEHC", name=name, precedence="PRIORITY", number=None)
                for name in draw(st.lists(TEXTS, max_size=2))
            ),
            blocks=tuple(
                Block(kind=draw(KINDS), number=None, marking=None, text=text)
                for text in draw(st.lists(TEXTS, max_size=3))
            ),
            signed_by=draw(st.none() | TEXTS),
        )
        for number in range(count)
    ]


def indexed(batches: Sequence[Sequence[Cable]]) -> dict[str, tuple[str, str]]:
    runs = [pickle.loads(pickle.dumps(run(batch))) for batch in batches]  # noqa: S301 - as from a worker
    bases = list(accumulate((len(batch) for batch in batches), initial=0))
    found = list(postings(runs, bases[:-1]))
    assert [word for word, _, _ in found] == sorted({word for word, _, _ in found})
    return {word: (rows, places) for word, rows, places in found}


def read_texts(cable: Cable) -> list[str]:
    return [cable.subject or "", *(block.text for block in cable.blocks)]


@given(cables())
def test_each_word_stands_where_the_cables_have_it(batch: list[Cable]) -> None:
    held = indexed([batch])
    texts = [[word for text in read_texts(cable) for word in words(text)] for cable in batch]
    for word in {word for text in texts for word in text}:
        rows, places = held[word]
        strengths = dict(cables_of(rows))
        pieces = dict(zip(strengths, places[:-1].split("."), strict=True))
        for row, text in enumerate(texts):
            where = [place for place, each in enumerate(text) if each == word]
            found = [place for place in from_distances(pieces.get(row, "")) if place < len(text)]
            assert found == where
            assert (strengths.get(row, 0) > 0) == bool(where)
            assert strengths.get(row, 0) <= STRONGEST


@given(cables())
def test_what_the_header_alone_has_is_found_and_no_phrase_leads_into_it(batch: list[Cable]) -> None:
    held = indexed([batch])
    for row, cable in enumerate(batch):
        text = [word for each in read_texts(cable) for word in words(each)]
        header = [each.name for each in cable.action] + ([cable.signed_by] if cable.signed_by else [])
        for word in {word for each in header for word in words(each)}:
            rows, places = held[word]
            strengths = dict(cables_of(rows))
            assert row in strengths
            assert (strengths[row] > 0) == (word in text)
            piece = dict(zip(strengths, places[:-1].split("."), strict=True))[row]
            assert len(text) not in from_distances(piece), "a place is left free behind the text"
        named = {f"signed:{word}" for word in words(cable.signed_by or "")}
        assert named == {
            word for word in held if word.startswith("signed:") and row in dict(cables_of(held[word][0]))
        }


@given(cables())
def test_words_that_a_hyphen_joins_are_one_word_as_well(batch: list[Cable]) -> None:
    held = indexed([batch])
    for row, cable in enumerate(batch):
        for text in read_texts(cable):
            for _, joined in words_and_joined(text)[1]:
                assert row in dict(cables_of(held[f"+{joined}"][0]))
    assert not [word for word in held if word.startswith("+") and held[word][1]], "it stands in no phrase"


@given(cables(), st.sets(st.integers(1, 5)))
def test_however_cables_are_batched_the_postings_are_the_same(batch: list[Cable], cuts: set[int]) -> None:
    at = [0, *sorted(cuts), len(batch)]
    parts = [batch[begin:end] for begin, end in pairwise(at)]
    assert indexed(parts) == indexed([batch])


def strength(word: str, cable: Cable) -> int:
    ((_, found),) = cables_of(indexed([[cable]])[word][0])
    return found


def test_a_word_counts_by_where_it_stands_and_how_often() -> None:
    filling = "and so on " * 50
    plain = strength("harvest", record("09ASTANA90001", f"harvest {filling}"))
    assert strength("harvest", record("09ASTANA90001", f"harvest harvest {filling}")) > plain
    assert strength("harvest", record("09ASTANA90001", filling, subject="HARVEST")) > plain
    assert strength("harvest", record("09ASTANA90001", f"harvest {filling * 9}")) < plain


def test_fields_are_asked_for_by_name() -> None:
    cable = record(
        "06ASTANA90038",
        "Text.",
        date=datetime(2006, 4, 5, 6, 7, tzinfo=UTC),
        tags=("PGOV", "KTIP"),
        signed_by="O'DONNELLY",
        info=(Addressee(route="RUEHBJ", name="AMEMBASSY BEIJING", precedence="ROUTINE", number=None),),
    )
    fields = {word for word in indexed([[cable]]) if ":" in word and not word.startswith("about:")}
    assert fields == {
        "from:embassy",
        "from:astana",
        "from:kazakhstan",
        "to:secstate",
        "to:washdc",
        "to:amembassy",
        "to:beijing",
        "tag:pgov",
        "tag:ktip",
        "signed:o",
        "signed:donnelly",
        "id:06astana90038",
        "number:astana90038",
    }


def test_a_tag_stands_for_its_meaning_but_no_cable_is_found_by_that_alone() -> None:
    held = indexed([[record("09ASTANA90001", "The DCM spoke.", tags=("KTIP",))]])
    assert "about:trafficking" in held, "the tag's meaning"
    assert "about:deputy" in held, "what the acronym stands for"
    assert {"trafficking", "deputy"}.isdisjoint(held)
