"""Stage ``parse``: one :class:`~generator.model.Source` becomes one :class:`~generator.model.Cable`.

:func:`parse` reads a telegram's text; :func:`problems` turns what it had to repair, guess or leave open into
the lines that ``cablepress check`` prints; :mod:`generator.model.codes` says what each code means.

:func:`parted` first parts a text in which several telegrams stand (``several``).

The modules, in the order of a parse: ``lines`` (text to numbered lines), ``layout`` (the classification line
divides the cable), ``transmission``, ``fields`` (E.O., TAGS, SUBJECT, REF, Classified By) with ``tags``,
``references``, ``handling``, ``labels``, ``identity`` and ``level``, then ``noise``, ``signature``,
``paragraphs``, ``shapes`` and ``body`` for the message, ``sections`` and ``citations`` over its blocks,
``assemble``, which puts the record together, and ``conserve``, which looks whether any word was left over.
"""

from generator.model import PROTECT_UNCLEAR, Cable, Problem
from generator.parse.assemble import parse
from generator.parse.several import parted

__all__ = ["PROTECT_UNCLEAR", "parse", "parted", "problems"]


def problems(cable: Cable) -> tuple[Problem, ...]:
    """A cable's warnings as problems, with the remedy of each code; one that is not in the table has none."""
    return tuple(
        Problem.of(warning.code, warning.message, path=cable.source.path, line=warning.line)
        for warning in cable.warnings
    )
