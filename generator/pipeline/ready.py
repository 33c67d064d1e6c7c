"""What stands already among what is still to be made."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ready(Generic[Result]):
    """A result that stands already, in the place of an item that would give it."""

    result: Result
