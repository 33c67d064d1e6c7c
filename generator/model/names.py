"""The one form of a message reference number (MRN) that may become a key, an address or a file name."""

import re

FIRST_YEAR = 1930
"""Two-digit years are of the hundred years from here on: ``30`` is 1930, ``29`` is 2029."""

YEARS = range(1900, 2100)
"""Years of which a telegram's date can be; anything else is a misprint."""

CABLE_ID = re.compile(r"(?P<year>[0-9]{2})(?P<post>[A-Z]{2,30})(?P<serial>[1-9][0-9]{0,6})")
"""``09ASTANA308``: two-digit year, post in capitals without spaces, serial without leading zeros.

Use with ``fullmatch``. Whatever does not match never becomes a path: cable text is hostile input.
"""


def full_year(year: int) -> int:
    """``9`` as 2009, ``66`` as 1966, ``2009`` as it is.

    Telegrams with such numbers exist from 1966 on; printed editions number older ones like them.
    """
    return FIRST_YEAR + (year - FIRST_YEAR) % 100 if year in range(100) else year


def cable_id_parts(cable_id: str) -> tuple[int, str, int]:
    """Split a canonical id into its sort key: four-digit year, post, serial.

    Raises:
        ValueError: The text is no canonical id.
    """
    parts = CABLE_ID.fullmatch(cable_id)
    if not parts:
        message = f"{cable_id!r} is no message reference number like 09ASTANA308"
        raise ValueError(message)
    return full_year(int(parts["year"])), parts["post"], int(parts["serial"])
