"""Two files with one id: one is published, one line says which and why; nothing else is lost."""

from pathlib import Path

from generator.model import CableContext, Problem
from generator.pipeline.records import Record
from generator.pipeline.shelf import SqueezedShelf
from generator.pipeline.spool import Spool, spool
from generator.store import squeezed


def record(key: str, path: str, *, words: int = 10, partial: bool = False) -> Record:
    context = CableContext(key=key, date=None, post=None, country=None, tags=(), people=())
    warning = Problem(path=path, line=1, code="date-missing", message="no date", hint="add one")
    return Record(
        squeezed=squeezed(path.encode()),
        digest=path.encode(),
        context=context,
        path=path,
        row=None,
        partial=partial,
        words=words,
        problems=(warning,),
    )


def settle(tmp_path: Path, *outcomes: Record | Problem) -> tuple[Spool, list[str]]:
    """The spool and the files whose cables are published."""
    shelf = SqueezedShelf(tmp_path / "shelf")
    settled = spool(outcomes, shelf)
    published = [shelf.get(cable.context.key).decode() for cable in settled.cables]
    shelf.close()
    return settled, published


def test_the_records_come_back_sorted_by_key(tmp_path: Path) -> None:
    _, published = settle(tmp_path, record("09ROME2", "b.txt"), record("09ROME1", "a.txt"))
    assert published == ["a.txt", "b.txt"]


def test_the_fuller_of_two_with_one_id_is_published(tmp_path: Path) -> None:
    extract = record("09ROME1", "a.txt", words=500, partial=True)
    whole = record("09ROME1", "b.txt", words=400)
    shorter = record("09ROME1", "c.txt", words=300)
    settled, published = settle(tmp_path, extract, whole, shorter)
    assert published == ["b.txt"]
    assert [(problem.path, problem.message) for problem in settled.lost] == [
        ("a.txt", "09ROME1 stands in b.txt as well, which is fuller and is published"),
        ("c.txt", "09ROME1 stands in b.txt as well, which is fuller and is published"),
    ]
    assert [problem.path for problem in settled.repaired] == ["b.txt"]


def test_of_two_equals_the_first_is_published(tmp_path: Path) -> None:
    settled, published = settle(tmp_path, record("09ROME1", "a.txt"), record("09ROME1", "b.txt"))
    assert published == ["a.txt"]
    assert [str(problem) for problem in settled.lost] == [
        (
            "b.txt: duplicate-id: 09ROME1 stands in a.txt as well, which came first and is published; "
            "remove one of the two, or correct the number of the one that is another cable"
        )
    ]


def test_what_could_not_be_read_is_kept_as_a_problem(tmp_path: Path) -> None:
    problem = Problem(path="x.bin", line=None, code="binary", message="is no text", hint="remove it")
    assert settle(tmp_path, problem)[0].lost == (problem,)
