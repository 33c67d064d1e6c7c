"""Names in the lines around the message: classification, signature, attention, references and person TAGS."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Cable
from generator.people.find.addressees import SHORTEST, attention_names, mail_names
from generator.people.find.lexicon import load_lexicon
from generator.people.find.marked import names_in_line
from generator.people.find.mention import CablePart, Locus, Mention, folded_words
from generator.people.find.titles import role_at
from generator.people.find.tokens import Tokens


def line_mentions(cable: Cable) -> list[Mention]:
    """Everyone named outside subject and blocks."""
    mentions = classified_by(cable.classified_by or "")
    if names_in_line(cable.classified_by or ""):
        mentions = [replace(mention, marked=True) for mention in mentions]
    if signer := signature_name(cable.signed_by or ""):
        mentions.append(_mention(signer, Locus(part=CablePart.SIGNATURE)))
    mentions += [
        _mention(
            name.text,
            Locus(part=CablePart.ATTENTION, number=number, offset=name.start),
            listed=name.listed,
            marked=names_in_line(line),
        )
        for number, line in enumerate(cable.attention)
        for name in attention_names(line, before=cable.attention[number - 1] if number else "")
    ]
    mentions += [
        _mention(name, Locus(part=CablePart.REFERENCES, number=number), marked=names_in_line(reference.text))
        for number, reference in enumerate(cable.references)
        for name in mail_names(reference.text)
    ]
    mentions += [
        _mention(
            name, Locus(part=CablePart.TAGS, number=number), listed=_turned(name), marked=names_in_line(name)
        )
        for number, name in enumerate(cable.tag_people)
        if _without_header_words(name)
    ]
    return mentions


def signature_name(text: str) -> str | None:
    """The signer, without words of the header beside the name; None where nothing else is left.

    A name printed twice (``HENSLEY HENSLEY``, ``HENSLEYHENSLEY``) is printed once.
    """
    name = _without_header_words(text)
    half = len(name) // 2
    between = name[half : len(name) - half]
    twice = name[:half] == name[len(name) - half :] and (between == " " or (not between and half >= SHORTEST))
    return (name[:half] if twice else name) or None


def _without_header_words(text: str) -> str:
    """As printed, without the words and numbers of the header at either end: ``HENSLEY SIPDIS``, ``2005``."""
    words = text.split(" ")
    kept = [at for at, word in enumerate(words) if not _is_of_header(word)]
    return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""


def _is_of_header(word: str) -> bool:
    lower = word.lower().strip(".,")
    return not any(map(str.isalpha, lower)) or lower in _HEADER or lower in load_lexicon().classes["field"]


_HEADER = frozenset(("minimize", "considered", "unclassified", "confidential", "secret"))
"""Words of the header that are words of the text as well, beside the class ``field``."""


def _turned(name: str) -> str:
    """``CLINTON, HILLARY`` -> ``HILLARY CLINTON``."""
    last, _, first = name.partition(",")
    return f"{first.strip()} {last.strip()}".strip()


def _mention(
    text: str,
    locus: Locus,
    *,
    role: str | None = None,
    listed: str | None = None,
    marked: bool = False,
) -> Mention:
    return Mention(
        text=text,
        words=folded_words(listed or text),
        locus=locus,
        listed=listed,
        role=role,
        marked=marked,
    )


def classified_by(text: str) -> list[Mention]:
    """The person of ``Ambassador Richard E. Hoagland``: the first words that are no title, office or place.

    Of several stretches the first that holds a given name or an initial wins; else the first of two words or
    more; else one word behind a title (``Ambassador Mulford``).
    """
    tokens = Tokens(text)
    stretches = _stretches(tokens)
    if not stretches:
        return []
    start, stop = max(
        stretches, key=lambda stretch: (_likelihood(tokens.words[slice(*stretch)]), -stretch[0])
    )
    if stop - start == 1 and not (start and _is_title(tokens.words[start - 1])):
        return []
    begin, end = tokens.start(start), tokens.end(stop - 1)
    if _turns(tokens, start, stop):
        end = tokens.end(stop + 1)
        name = text[begin:end]
        return [_mention(name, _CLASSIFIED_BY, listed=_turned(name))]
    return [_mention(text[begin:end], _CLASSIFIED_BY, role=role_at(text, begin, end))]


_CLASSIFIED_BY = Locus(part=CablePart.CLASSIFIED_BY)
"""The line names one person, so that the offset within it orders nothing."""


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in load_lexicon().classes["title"]


def _turns(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether surname and given name stand in reverse: ``Martinez, Vilma, Ambassador``."""
    following = tokens.words[stop : stop + 3]
    return (
        start == 0
        and len(following) > 1
        and following[0] == ","
        and following[1].lower() in load_lexicon().classes["given"]
        and following[2:] in ([], [","])
        and not any(
            word.lower() in load_lexicon().classes["given"] for word in tokens.words[start : stop - 1]
        )
    )


def _likelihood(words: Sequence[str]) -> int:
    lexicon = load_lexicon()
    named = any(word.lower() in lexicon.classes["given"] or _is_initial(word) for word in words[:-1])
    return 2 * named + (len(words) > 1)


def _is_initial(word: str) -> bool:
    return word[0].isupper() and word.rstrip(".-") != word


def _stretches(tokens: Tokens) -> list[tuple[int, int]]:
    """Stretches of capitalised words that are no title, office, organisation, place or common word."""
    stretches: list[tuple[int, int]] = []
    start = None
    for i, word in enumerate([*tokens.words, ""]):
        if _continues(word) if start is not None else _begins(word):
            start = i if start is None else start
        elif start is not None:
            stretches.append((start, i))
            start = None
    return stretches


def _begins(word: str) -> bool:
    """Whether a name can begin with this word."""
    classes, lower = load_lexicon().classes, word.lower().rstrip(".")
    if not word[:1].isupper() or "/" in word or any(lower in classes[name] for name in _NO_NAME):
        return False
    return len(lower) == 1 or lower in classes["given"] or lower not in classes["things"]


def _continues(word: str) -> bool:
    """Whether a name that has begun can go on with this word."""
    classes, lower = load_lexicon().classes, word.lower().rstrip(".")
    if lower in classes["particle"]:
        return True
    if not word[:1].isupper() or "/" in word:
        return False
    ends = len(lower) == 1 or lower in classes["suffix"]
    return ends or not any(lower in classes[name] for name in _NO_NAME)


_NO_NAME = ("title", "office", "org", "function", "nationality", "place", "month", "field")
