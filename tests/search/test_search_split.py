"""How many indexes, and which page goes where."""

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.search.page import SearchPage
from generator.publish.search.split import MEMORY_FIXED, MEMORY_PER_CHARACTER, at_once, split
from generator.settings import SearchOptions

sizes = st.lists(st.integers(min_value=1, max_value=400_000), max_size=60)


def page(number: int, size: int) -> SearchPage:
    return SearchPage(
        path=f"cables/{number}.html",
        key=f"{number:05}",
        date="2009-02-20T09:29:00Z",
        period="2009-02",
        facets=(),
        people=(),
        size=size,
    )


@given(
    sizes=sizes,
    memory=st.integers(min_value=0, max_value=2_000),
)
def test_every_page_is_in_one_index_in_order(sizes: list[int], memory: int) -> None:
    pages = [page(number, size) for number, size in enumerate(sizes)]
    runs = split(pages, SearchOptions(memory=memory))
    assert [each for run in runs for each in run] == pages
    assert all(runs)


def peak(run: tuple[SearchPage, ...]) -> int:
    """Bytes that Pagefind takes for a run."""
    return sum(each.size for each in run) * MEMORY_PER_CHARACTER + MEMORY_FIXED


@given(sizes=sizes, memory=st.integers(min_value=200, max_value=2_000), workers=st.integers(1, 8))
def test_what_is_built_at_once_fits_the_memory(sizes: list[int], memory: int, workers: int) -> None:
    pages = [page(number, size) for number, size in enumerate(sizes)]
    options = SearchOptions(memory=memory, workers=workers, pages=5)
    runs = split(pages, options)
    together = at_once(runs, options)
    assert 1 <= together <= workers
    if together > 1:
        assert sum(sorted(map(peak, runs))[-together:]) <= memory * 1_000_000


def test_memory_decides_how_many() -> None:
    pages = [page(number, 10_000) for number in range(6_700)]
    runs = split(pages, SearchOptions(memory=1600))
    assert max(map(peak, runs)) < 1.05 * 1600 * 1_000_000
    assert len(runs) == 3
    assert len(split(pages, SearchOptions(memory=4000))) == 2
    assert at_once(runs, SearchOptions(memory=1600, workers=4)) == 1
    assert at_once(runs, SearchOptions(memory=4000, workers=4)) == 3


def test_a_small_corpus_has_one_index() -> None:
    assert len(split([page(number, 10_000) for number in range(1_000)], SearchOptions())) == 1


def test_pages_are_bounded_too() -> None:
    runs = split([page(number, 10) for number in range(100)], SearchOptions(pages=30))
    assert [len(run) for run in runs] == [25, 25, 25, 25]
