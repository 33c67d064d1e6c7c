"""What finds names in running text, and how to put a stronger one in its place.

A publisher who has a better tagger (a neural one, a service of their own) writes a module of their own with a
callable and names it as ``tagger: "package.module:attribute"`` in the options (``extra: cablepress:`` of
mkdocs.yml). It is called once per cable::

    def tag(passages: Sequence[str]) -> Sequence[Sequence[NameSpan]]:
        return [[NameSpan(e.start_char, e.end_char) for e in nlp(p).ents] for p in passages]

One list of spans for each passage, in the same order: the first passage is the subject, the others are the
blocks. Spans are offsets of names without titles and without possessive. What follows (who is who, the name
in normal case, roles, protection) is the same for every tagger. It must give the same answer for the same
text, or builds differ.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol

from generator.people.find.features import Habits, Passage, cut, document_habits
from generator.people.find.sequence import SequenceModel, load_model
from generator.people.find.trim import mend, plain_names


class NameSpan(NamedTuple):
    """A person's name in a passage."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last one."""


class Tagger(Protocol):
    """Passages of one cable in, names of people out."""

    def __call__(self, passages: Sequence[str], /) -> Sequence[Sequence[NameSpan]]:
        """One sequence of spans for each passage, in the same order; spans in order, without overlap."""


class BuiltInTagger:
    """The sequence model shipped with the package."""

    def __init__(self, model: SequenceModel) -> None:
        self._model = model

    def __call__(self, passages: Sequence[str], /) -> list[list[NameSpan]]:
        """Names as the model sees them."""
        cuts = [cut(text, self._model.book) for text in passages]
        habits = document_habits(cuts)
        return [self._spans(passage, habits) for passage in cuts]

    def _spans(self, passage: Passage, habits: Habits) -> list[NameSpan]:
        tokens, lexicon = passage.tokens, self._model.book.lexicon
        found = plain_names(passage, self._model.tag(passage, habits))
        return [
            NameSpan(tokens.start(name.start), tokens.end(name.stop - 1))
            for name in mend(passage.facts, found, lexicon)
        ]


def load_tagger(name: str = "") -> Tagger:
    """The tagger a publisher names as ``package.module:attribute``; the built-in one for an empty name.

    Raises:
        ValueError: The name has no colon, or what it names cannot be imported or called.
    """
    if not name:
        return BuiltInTagger(load_model())
    module, colon, attribute = name.partition(":")
    try:
        found = getattr(import_module(module), attribute) if colon else None
    except (ImportError, AttributeError) as error:
        message = f"tagger {name!r} cannot be loaded: {error}"
        raise ValueError(message) from error
    if not callable(found):
        message = f"tagger {name!r} is no callable; write package.module:attribute"
        raise ValueError(message)  # noqa: TRY004 - a wrong option, not a wrong type in the program
    tagger: Tagger = found
    return tagger
