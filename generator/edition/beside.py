"""Everything that stands on one cable's page beside the cable and is no part of it: what the editors say."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the editors have on one cable; small and picklable."""

    first_published: date | None = None
    """Day of the release that had it first; None where none had it."""
    last_changed: date | None = None
    """Day of the last release that changed it; the same as the first where none did."""


NOTHING_BESIDE: Final = Beside()
