"""Who is who, kept from build to build, is whole: pages, doubts and what was brought together."""

from pathlib import Path

from generator.people.decisions import Decisions
from generator.people.resolve import resolve
from generator.pipeline.memory import Memory
from generator.pipeline.resolving import resolved
from generator.store import opened_store
from support.people import contexts_of

CORPUS = """
08BERN90001 2008-02-01 Switzerland
  Halldor Aebischer (President)
08BERN90002 2008-03-01 Switzerland
  Aebischer (President)
09SANJOSE90001 2009-02-01 Costa Rica
  Oscar Quesada (senator)
09SANJOSE90002 2009-02-02 Costa Rica
  Rodrigo Quesada (senator)
09SANJOSE90003 2009-02-03 Costa Rica
  Quesada
"""


def test_people_taken_from_the_store_are_those_resolved(tmp_path: Path) -> None:
    contexts = sorted(contexts_of(CORPUS), key=lambda context: context.key)
    fresh = resolve(contexts)
    assert fresh.joins
    assert fresh.doubts
    for tally in ("made", "found"):
        with opened_store(tmp_path) as store:
            store.begin()
            assert resolved(contexts, Decisions(), Memory(store=store, code=b"one")) == fresh
            store.end()
            assert getattr(store.tallies["people resolved"], tally) == len(fresh.persons)
