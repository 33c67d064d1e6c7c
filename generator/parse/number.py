"""Message reference numbers: made canonical, and dated from the cable that cites them."""

import re
from datetime import datetime
from typing import Final, NamedTuple

from generator.model import CABLE_ID, FIRST_YEAR, cable_id_parts, full_year

_NOT_LETTERS: Final = re.compile(r"[^A-Z]")


class Citing(NamedTuple):
    """The cable in whose text a reference stands; all None where it is not known."""

    year: int | None
    post: str | None
    """As in its own id: ``SANJOSE``."""
    serial: int | None


def canonical_id(year: int, post: str, serial: str) -> str | None:
    """``2009, "SAN JOSE", "000308"`` as ``09SANJOSE308``; None where that makes no message number."""
    number = f"{year % 100:02d}{_NOT_LETTERS.sub('', post.upper())}{serial.lstrip('0')}"
    return number if CABLE_ID.fullmatch(number) else None


def citing(cable_id: str | None, sent: datetime | None) -> Citing:
    """What a cable's own number and date say of the numbers it cites."""
    if cable_id is None:
        return Citing(sent.year if sent else None, None, None)
    year, post, serial = cable_id_parts(cable_id)
    return Citing(sent.year if sent else year, post, serial)


def year_of(printed: str) -> int | None:
    """``08`` and ``2008`` as 2008; None where no telegram can be of that year."""
    year = full_year(int(printed))
    return year if FIRST_YEAR <= year < FIRST_YEAR + 100 else None
