"""What the program raises for people."""


class CablepressError(Exception):
    """The work, or a part of it, cannot be done for a reason that people can mend.

    The message is one line: what is wrong, and what to do. What derives from it is told and not traced; any
    other exception is a fault of the program.
    """
