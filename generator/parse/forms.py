"""A pattern of many forms, taken apart: each form by itself, with an example that a test tries."""

from collections.abc import Iterable
from typing import NamedTuple


class Form(NamedTuple):
    """One form of something."""

    pattern: str
    """Part of a regular expression."""
    example: str
    """A text in which it stands."""


def any_of(forms: Iterable[Form]) -> str:
    """The pattern of all of them, in their order; to be put into a group."""
    return "|".join(form.pattern for form in forms)
