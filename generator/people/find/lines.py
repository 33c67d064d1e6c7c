"""Names in the lines around the message: classification, signature, attention and person TAGS."""

import re

from generator.model import Cable, Place
from generator.people.find.lexicon import load_lexicon
from generator.people.find.mention import Mention, folded_words
from generator.people.find.roles import role_at
from generator.people.find.tokens import Tokens


def line_mentions(cable: Cable) -> list[Mention]:
    """Everyone named outside subject and blocks."""
    found = classified_by(cable.classified_by or "")
    if cable.signed_by:
        found.append(_mention(cable.signed_by, "signature", 1, None))
    for name in cable.tag_people:
        found.append(_mention(name, "attention", 2, None, words=_turned(name)))
    return found


def _turned(name: str) -> tuple[str, ...]:
    """``CLINTON, HILLARY`` -> hillary clinton."""
    last, _, first = name.partition(",")
    return folded_words(f"{first} {last}")


def _mention(
    text: str, where: Place, start: int, role: str | None, words: tuple[str, ...] | None = None
) -> Mention:
    return Mention(
        text=text,
        words=folded_words(text) if words is None else words,
        where=where,
        block=None,
        start=start,
        end=start + len(text),
        probability=1.0,
        capitals=text.isupper(),
        role=role,
    )


_INITIAL = re.compile(r"[A-Z]\.")


def classified_by(text: str) -> list[Mention]:
    """The person of ``Ambassador Richard E. Hoagland``: the first words that are no title, office or place."""
    tokens = Tokens(text)
    classes = load_lexicon().classes
    other = (
        classes["title"] | classes["org"] | classes["function"] | classes["nationality"] | classes["place"]
    )
    start = stop = None
    for i, word in enumerate(tokens.words):
        lower = word.lower().rstrip(".")
        fits = (word[0].isupper() or (start is not None and lower in classes["particle"])) and (
            lower not in other or (start is not None and (len(lower) == 1 or lower in classes["suffix"]))
        )
        if fits:
            start, stop = (i if start is None else start), i + 1
        elif start is not None and stop is not None:
            if stop - start > 1:
                break
            start = stop = None
    if start is None or stop is None:
        return []
    begin, end = tokens.starts[start], tokens.end(stop - 1)
    return [_mention(text[begin:end], "classified_by", 0, role_at(text, begin, end))]
