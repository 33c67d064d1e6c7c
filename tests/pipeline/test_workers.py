"""Work side by side gives what work in a row gives."""

from collections.abc import Generator, Iterator

import pytest

from generator.pipeline.workers import WINDOW_PER_WORKER, chunks, in_order


def double(number: int) -> int:
    return 2 * number


def fail_at_three(number: int) -> int:
    if number == 3:
        message = "three"
        raise ValueError(message)
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    assert list(in_order(double, range(100), workers=workers)) == [2 * n for n in range(100)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_in_a_worker_reaches_the_caller(workers: int) -> None:
    with pytest.raises(ValueError, match="three"):
        list(in_order(fail_at_three, range(10), workers=workers))


def test_a_long_stream_is_not_drawn_ahead_of_what_is_taken() -> None:
    drawn = []

    def stream() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = in_order(double, stream(), workers=2)
    assert isinstance(results, Generator)
    next(results)
    assert len(drawn) <= 2 * WINDOW_PER_WORKER
    results.close()


def test_chunks_keep_everything_in_order() -> None:
    assert list(chunks(range(5), 2)) == [(0, 1), (2, 3), (4,)]
