"""The one form of a message reference number (MRN) that may become a key, an address or a file name."""

import re

FIRST_YEAR_OF_LAST_CENTURY = 60
"""Two-digit years from here on are 19xx."""

YEARS = range(1900, 2100)
"""Years of which a telegram's date can be; anything else is a misprint."""

CABLE_ID = re.compile(r"(?P<year>[0-9]{2})(?P<post>[A-Z]{2,30})(?P<serial>[1-9][0-9]{0,6})")
"""``09ASTANA308``: two-digit year, post in capitals without spaces, serial without leading zeros.

Use with ``fullmatch``. Whatever does not match never becomes a path: cable text is hostile input.
"""


def cable_id_parts(cable_id: str) -> tuple[int, str, int]:
    """Split a canonical id into its sort key: four-digit year, post, serial.

    Telegrams with such numbers exist from 1966 on, so 66..99 is the last century.

    Raises:
        ValueError: The text is no canonical id.
    """
    found = CABLE_ID.fullmatch(cable_id)
    if not found:
        message = f"{cable_id!r} is no message reference number like 09ASTANA308"
        raise ValueError(message)
    year = int(found["year"])
    return (
        1900 + year if year >= FIRST_YEAR_OF_LAST_CENTURY else 2000 + year,
        found["post"],
        int(found["serial"]),
    )
