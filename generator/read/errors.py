"""Why a file could not be read; caught at the edge of the stage, where it becomes a Problem."""

from generator.model import CablepressError, Problem


class UnreadableInputError(CablepressError):
    """A file, member or row that yields no cable.

    Carries what the Problem will say, without the path, which only the edge of the stage knows.
    """

    def __init__(self, *, code: str, message: str, hint: str, line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line

    def problem(self, path: str) -> Problem:
        """The line that people get to see."""
        return Problem(path=path, line=self.line, code=self.code, message=self.message, hint=self.hint)
