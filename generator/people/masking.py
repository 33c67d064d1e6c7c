"""Names replaced in one cable, wherever and however they stand in it.

How a name is recognised, whatever stands between its letters, is the affair of :mod:`generator.names`. Here
it is decided whose a surname alone is, and what is replaced with it: never half a name.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.model import (
    SUBJECT,
    Addressee,
    Block,
    Cable,
    Correction,
    FormerVersion,
    PersonFound,
    Printing,
    dump_cable,
)
from generator.names import NameSearch, fold_text, name_words, spellings
from generator.names.forms import name_form
from generator.people.find.lexicon import load_lexicon
from generator.people.redaction import REDACTION, Edit, joined_edits, moved_citation, moved_span, redacted


@dataclass(frozen=True, slots=True)
class CorpusNames:
    """Whom to mask in every cable of a corpus, whether or not the cable's people were recognised."""

    full: NameSearch = field(default_factory=lambda: NameSearch(()))
    """Names of several words, and the publisher's own list: they go wherever they stand."""
    surnames: NameSearch = field(default_factory=lambda: NameSearch(()))
    """Surnames of these people: they go where they stand alone and are nobody else's."""


NO_NAMES = CorpusNames()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMask:
    """Whom to mask in one cable."""

    people: frozenset[int] = frozenset()
    """Indexes into ``Cable.people``."""
    names: tuple[str, ...] = ()
    """Further names and spellings, each wherever it stands."""
    corpus: CorpusNames = NO_NAMES


def mask_cable(cable: Cable, target: ToMask | Iterable[str]) -> Cable:
    """Replace names by REDACTION in every text the cable carries, its original included.

    A masked person's full names go wherever they stand. The surname alone goes too, but not where it names
    somebody else of the cable: inside that one's longer name, or where a mention of that one stands. Masked
    people stay in ``people`` at their index, with REDACTION for a name and nothing else that tells of them.

    Args:
        cable: With its people found, so that namesakes can be told apart.
        target: Whom; names alone may be given too.
    """
    whom = target if isinstance(target, ToMask) else ToMask(names=tuple(target))
    if not (whom.people or whom.names or _may_name(cable, whom.corpus)):
        return cable
    mask = _Mask(cable, whom)
    return mask.applied() if mask.wanted else cable


def _may_name(cable: Cable, names: CorpusNames) -> bool:
    """A first look at everything that a cable says: most name nobody."""
    said = dump_cable(cable).decode() if names.full or names.surnames else ""
    return names.full.may_find(said) or names.surnames.may_find(said)


def scrubbed(text: str, names: NameSearch) -> str:
    """A text that belongs to no cable (a role, a remark) with names replaced by REDACTION."""
    return redacted(text, joined_edits(names.find(text)))


def same_bearers(people: Sequence[PersonFound], indexes: Iterable[int]) -> frozenset[int]:
    """These people of a cable, and the surnames standing apart in it that can only be theirs.

    A surname alone that the finder left apart is taken for the one person of the cable who bears it in full;
    where two do, it is left: a doubt is decided for protection, but not against a relative.
    """
    chosen = frozenset(indexes)
    bearers: dict[str, set[int]] = {}
    for index, person in enumerate(people):
        form = name_form(person.name)
        if not form.alone:
            bearers.setdefault(form.tokens[-1], set()).add(index)
    return chosen | {
        index
        for index, person in enumerate(people)
        if (form := name_form(person.name)).alone and (full := bearers.get(form.tokens[0])) and full <= chosen
    }


class _Mask:
    """The work on one cable."""

    def __init__(self, cable: Cable, target: ToMask) -> None:
        self.cable = cable
        self.corpus = target.corpus
        named = {index for index, person in enumerate(cable.people) if _named(person, target.names)}
        self.people = same_bearers(cable.people, target.people | named)
        self.others = [person for index, person in enumerate(cable.people) if index not in self.people]
        listed = {words for name in target.names for words in spellings(name)}
        borne = {
            words
            for index in self.people
            for form in _forms(cable.people[index])
            for words in spellings(form)
        }
        alone = {words for words in borne - listed if len(words) == 1}
        self.everywhere = NameSearch((borne - alone) | listed)
        self.alone = NameSearch(alone)
        self.namesakes = NameSearch(self._namesakes())
        self.wanted = bool(self.everywhere or self.alone or target.corpus.full or target.corpus.surnames)
        self.judged: list[tuple[bool, str]] = []

    def _namesakes(self) -> set[tuple[str, ...]]:
        """Longer names of others that hold a word to be masked: those stay."""
        words = {word for (word,) in (*self.alone.names, *self.corpus.surnames.names)}
        forms = {name_words(form) for person in self.others for form in _forms(person)}
        return {form for form in forms if len(form) > 1 and not words.isdisjoint(form)}

    def applied(self) -> Cable:
        cable = self.cable
        subject, spans = self._with_spans(cable.subject or "", SUBJECT)
        shifts = {-1: spans}
        blocks: list[Block] = []
        for number, block in enumerate(cable.blocks):
            text, shifts[number] = self._with_spans(block.text, number)
            blocks.append(replace(block, text=text))
        return replace(
            self._loose(),
            subject=subject if cable.subject is not None else None,
            blocks=tuple(blocks),
            citations=tuple(moved_citation(citation, shifts) for citation in cable.citations),
            people=tuple(self._person(index, person, shifts) for index, person in enumerate(cable.people)),
            protected=tuple(name for name in cable.protected if self.scrub(name) == name),
        )

    def _loose(self) -> Cable:
        """The cable with the fields done that no span points into; after the body, whose verdicts count."""
        cable, scrub = self.cable, self.scrub
        stated = cable.stated
        return replace(
            cable,
            action=tuple(self._addressee(addressee) for addressee in cable.action),
            info=tuple(self._addressee(addressee) for addressee in cable.info),
            attention=tuple(map(scrub, cable.attention)),
            classified_by=_maybe(cable.classified_by, scrub),
            signed_by=_maybe(cable.signed_by, scrub),
            drafted_by=_maybe(cable.drafted_by, scrub),
            approved_by=_maybe(cable.approved_by, scrub),
            cleared_by=tuple(map(scrub, cable.cleared_by)),
            concepts=tuple(map(scrub, cable.concepts)),
            text_status=_maybe(cable.text_status, scrub),
            tags=tuple(code for code in cable.tags if scrub(code) == code),
            tag_people=tuple(map(scrub, cable.tag_people)),
            references=tuple(
                replace(reference, text=scrub(reference.text)) for reference in cable.references
            ),
            stated=replace(
                stated,
                subject=_maybe(stated.subject, scrub),
                references=tuple(map(scrub, stated.references)),
                tags=tuple(map(scrub, stated.tags)),
                origin=_maybe(stated.origin, scrub),
                addressees=tuple(map(scrub, stated.addressees)),
                concepts=tuple(map(scrub, stated.concepts)),
                drafted_by=_maybe(stated.drafted_by, scrub),
                signed_by=_maybe(stated.signed_by, scrub),
                text_status=_maybe(stated.text_status, scrub),
            ),
            source=replace(
                cable.source, original=scrub(cable.source.original), path=scrub(cable.source.path)
            ),
            printings=tuple(map(self._printing, cable.printings)),
            corrections=tuple(map(self._correction, cable.corrections)),
            versions=tuple(map(self._version, cable.versions)),
            warnings=tuple(replace(warning, message=scrub(warning.message)) for warning in cable.warnings),
        )

    def _printing(self, printing: Printing) -> Printing:
        scrub = self.scrub
        return replace(
            printing,
            path=scrub(printing.path),
            text=scrub(printing.text),
            differences=tuple(
                replace(place, here=scrub(place.here), there=scrub(place.there))
                for place in printing.differences
            ),
        )

    def _version(self, version: FormerVersion) -> FormerVersion:
        """What differs in nothing but a name that goes is no difference."""
        scrubbed = (
            replace(each, here=self.scrub(each.here), there=self.scrub(each.there))
            for each in version.differences
        )
        return replace(version, differences=tuple(each for each in scrubbed if each.here != each.there))

    def _correction(self, correction: Correction) -> Correction:
        return replace(
            correction,
            was=tuple(map(self.scrub, correction.was)),
            now=tuple(map(self.scrub, correction.now)),
            reason=_maybe(correction.reason, self.scrub),
            editor=_maybe(correction.editor, self.scrub),
        )

    def _addressee(self, addressee: Addressee) -> Addressee:
        return replace(addressee, name=self.scrub(addressee.name))

    def _full(self, text: str) -> list[Edit]:
        return [*self.everywhere.find(text), *self.corpus.full.find(text)]

    def _alone(self, text: str) -> list[tuple[Edit, bool]]:
        """Surnames standing alone, and whether each is of somebody named in this cable."""
        here = set(self.alone.find(text))
        return sorted([(edit, edit in here) for edit in here | set(self.corpus.surnames.find(text))])

    def _with_spans(self, text: str, block: int) -> tuple[str, list[Edit]]:
        """A text with its names replaced, and the stretches that were."""
        kept = [(s.start, s.end) for person in self.others for s in person.spans if s.block == block]
        own = [
            (s.start, s.end)
            for index in self.people
            for s in self.cable.people[index].spans
            if s.block == block
        ]
        longer = list(self.namesakes.find(text))
        alone = []
        for (start, end), here in self._alone(text):
            stays = not _inside((start, end), own) and (
                _inside((start, end), [*kept, *longer]) or _is_no_name(text, start, end, here=here)
            )
            self.judged.append((stays, _around(text, start, end)))
            if not stays:
                alone.append(_whole(text, start, end))
        edits = joined_edits([*own, *alone, *self._full(text)])
        return redacted(text, edits), edits

    def scrub(self, text: str) -> str:
        """A text without spans: where a namesake stands too, each surname is told by the words around it."""
        longer = list(self.namesakes.find(text))
        edits = self._full(text)
        for (start, end), here in self._alone(text):
            if not _inside((start, end), longer) and not self._stays(text, start, end, here=here):
                edits.append(_whole(text, start, end))
        return redacted(text, joined_edits(edits))

    def _stays(self, text: str, start: int, end: int, *, here: bool) -> bool:
        """Whether the mention that reads most like this one was judged a namesake's; in doubt it goes.

        Where the body has no such mention at all, a word that is known otherwise stays: a country, a month.
        """
        if not self.judged:
            return _is_no_name(text, start, end, here=here)
        if not any(stays for stays, _ in self.judged):
            return False
        around = _around(text, start, end)
        best = max(_alike(around, other) for _, other in self.judged)
        return all(stays for stays, other in self.judged if _alike(around, other) == best)

    def _person(self, index: int, person: PersonFound, shifts: dict[int, list[Edit]]) -> PersonFound:
        if index in self.people:
            return PersonFound(name=REDACTION, slug="", mentions=(), where=person.where, protected=True)
        return replace(
            person,
            roles=tuple(map(self.scrub, person.roles)),
            spans=tuple(moved_span(span, shifts) for span in person.spans),
        )


def _named(person: PersonFound, names: Iterable[str]) -> bool:
    wanted = {name_form(name).text for name in names}
    return bool(wanted) and any(name_form(form).text in wanted for form in _forms(person))


def _forms(person: PersonFound) -> tuple[str, ...]:
    """Every form of a name in the cable; the last word of the full one too, where none stands alone."""
    form = name_form(person.name)
    return (person.name, *person.mentions, form.tokens[-1])


def _maybe(text: str | None, scrub: Callable[[str], str]) -> str | None:
    return None if text is None else scrub(text)


_COMPARED = ("", "r", "er", "est", "ing")
"""Endings of words in small letters: "an even freer rein" names no Freer."""
_IN_A_PLACE = re.compile(r"\b(?:in|at|from|to|near|of|around|outside)\s{1,3}$", re.IGNORECASE)


def _is_no_name(text: str, start: int, end: int, *, here: bool) -> bool:
    """Whether a surname printed alone is rather a country's or town's name, or a word of the language.

    Args:
        text: Where it stands.
        start: Its first offset.
        end: The offset behind it.
        here: The cable names somebody so called; elsewhere a word that is known otherwise is taken for that.
    """
    lexicon, word = load_lexicon(), fold_text(text[start:end]).text
    if any(lexicon.has(name, word) for name in ("place", "nationality", "month")):
        return True
    if lexicon.has("cities", word) and _IN_A_PLACE.search(text, max(0, start - 12), start):
        return True
    if text[start].islower() and any(lexicon.is_ordinary(word.removesuffix(ending)) for ending in _COMPARED):
        return True
    return not here and lexicon.names_something_else(word) and not lexicon.has("cities", word)


_BEFORE = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]+\.?[ ]){1,3}$")
_BEHIND = re.compile(r"-[A-Z][^\W\d_]*")


def _whole(text: str, start: int, end: int) -> Edit:
    """A surname with the given name before it and what a hyphen joins to it: never half a name."""
    lexicon = load_lexicon()
    before = _BEFORE.search(text, max(0, start - 60), start)
    for word in reversed(list(re.finditer(r"\S+", before.group()))) if before else ():
        bare = word.group().rstrip(".")
        given = bare[0].isupper() and (len(bare) == 1 or bare.lower() in lexicon.classes["given"])
        if not given or lexicon.has("month", bare.lower()) or lexicon.has("title", bare.lower()):
            break
        start = before.start() + word.start() if before else start
    behind = _BEHIND.match(text, end)
    return start, behind.end() if behind else end


def _inside(edit: Edit, others: Iterable[Edit]) -> bool:
    return any(start <= edit[0] and edit[1] <= end for start, end in others)


def _around(text: str, start: int, end: int) -> str:
    """Four words before and after, with the name between them left out."""
    before = re.findall(r"\w+", fold_text(text[max(0, start - 80) : start]).text)[-4:]
    after = re.findall(r"\w+", fold_text(text[end : end + 80]).text)[:4]
    return f"{' '.join(before)}|{' '.join(after)}"


def _alike(key: str, other: str) -> int:
    """Number of words that agree, counted outwards from the name."""
    (a, b), (c, d) = key.split("|"), other.split("|")
    return _agreeing(a.split()[::-1], c.split()[::-1]) + _agreeing(b.split(), d.split())


def _agreeing(parts: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(parts, other, strict=False)) if a != b),
        min(len(parts), len(other)),
    )
