"""Executors as a publisher may name them (``executor:`` in mkdocs.yml)."""

import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cache
from importlib import import_module
from typing import Any


def two_processes() -> Executor:
    """The standard library's."""
    return ProcessPoolExecutor(2)


def two_of_dask() -> Executor:
    """Dask's, with two workers on this machine, which go on until :func:`dismiss`."""
    executor: Executor = _client().get_executor()
    return executor


@cache
def _client() -> Any:  # noqa: ANN401 - Dask is not installed where types are checked
    distributed = import_module("distributed")
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0")
    return distributed.Client(cluster)


def dismiss() -> None:
    """End Dask's workers, and the threads that watch over them, where there are any."""
    if _client.cache_info().currsize:
        client = _client()
        cluster = client.cluster
        client.close()
        cluster.close()
        _client.cache_clear()


NOT_CALLABLE = sys.platform
"""What no executor can be made of."""
