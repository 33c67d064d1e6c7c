"""Names that the text asks to protect, over the whole corpus.

Whoever one cable marks (protect) is protected wherever the corpus names them. By default (``hide``) they
get no page, no index entry and no search facet; ``mask`` also takes the name out of every text that is
published; ``show`` treats them like anybody else. A publisher's own list of names is masked whatever the
policy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import CABLE_ID, Cable, Person, PersonFound, cable_id_parts
from generator.names import NameSearch, Words, marks, spellings
from generator.names.forms import NameForm, name_form
from generator.names.relation import Relation, relate
from generator.names.transliteration import same_sound
from generator.people.masking import NO_NAMES, CorpusNames, ToMask, mask_cable, same_bearers, scrubbed
from generator.people.resolve.doubts import Doubt
from generator.people.resolve.persons import People
from generator.people.resolve.roles import office
from generator.settings import Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Whom to withhold and whom to mask; made once for a corpus by :func:`protect`."""

    policy: Treatment = "hide"
    withheld: frozenset[str] = frozenset()
    """Slugs that get no page, no index entry, no facet: protected, masked or hidden by people.yml, and
    whoever
    may be one of these under another spelling."""
    masked: frozenset[str] = frozenset()
    """Slugs whose names are taken out of every text."""
    text: CorpusNames = NO_NAMES
    """Their names as they are looked for in every text of the corpus."""
    index: CorpusNames = NO_NAMES
    """The names of all who are withheld: no index, quotation or address may give them."""
    names: tuple[str, ...] = ()
    """The publisher's own list: taken out wherever they stand, also where no person was found."""


def protect(
    people: People, *, policy: Treatment = "hide", mask: Iterable[str] = (), meant: Iterable[str] = ()
) -> Protection:
    """Decide for the whole corpus.

    Args:
        people: Everyone, resolved.
        policy: What is done for those whom the text marks.
        mask: Further names to take out.
        meant: Names that the publisher gave for marks that could not be read; treated as the marked ones are.
    """
    names, ruled = tuple(dict.fromkeys(mask)), tuple(dict.fromkeys(meant)) if policy != "show" else ()
    marked = frozenset(person.slug for person in people.persons if person.protected and policy != "show")
    marked |= _listed(people, ruled)
    listed = _listed(people, names)
    also_marked, also_listed = _perhaps(people, marked), _perhaps(people, listed)
    masked = listed | also_listed | (marked | also_marked if policy == "mask" else frozenset())
    withheld = marked | also_marked | listed | also_listed | people.hidden
    return Protection(
        policy=policy,
        withheld=withheld,
        masked=masked,
        text=_corpus_names(people, masked, (*names, *(ruled if policy == "mask" else ()))),
        index=_corpus_names(people, withheld, (*names, *ruled)),
        names=names,
    )


def _corpus_names(people: People, slugs: frozenset[str], further: Iterable[str]) -> CorpusNames:
    """What is looked for in every text: all full spellings, and the surnames by which they are called."""
    persons = [person for person in people.persons if person.slug in slugs]
    spelled = {form for person in persons for form in (person.name, *person.variants)}
    full = {words for form in spelled for words in spellings(form) if len(words) > 1}
    surnames = {(name_form(form).tokens[-1],) for form in spelled}
    return CorpusNames(
        full=NameSearch(full | {words for name in further for words in spellings(name)}),
        surnames=NameSearch({words for words in surnames if len(words[0]) > 1}),
    )


_ONE_PERSON = frozenset(
    {
        Relation.TYPO,
        Relation.INITIAL,
        Relation.TAIL,
        Relation.SOUND,
        Relation.NICKNAME,
        Relation.MIDDLE,
        Relation.FOLDED,
        Relation.EQUAL,
    }
)
"""Relations of two names that leave it open whether they are one person's: for protection, they are."""


def _perhaps(people: People, slugs: frozenset[str]) -> frozenset[str]:
    """Whoever may be one of these under another name: the surname alone, initials, another transliteration.

    Somebody known in full by a name that can be no other spelling is somebody else; so is a surname met at
    other posts alone, with another office.
    """
    if not slugs:
        return frozenset()
    known: dict[str, list[_Spelling]] = {}
    for person in people.persons:
        for bearer in _bearers(person) if person.slug in slugs else ():
            known.setdefault(_sound_key(bearer.form), []).append(bearer)
    return frozenset(
        person.slug
        for person in people.persons
        if person.slug not in slugs and any(_one_person(own, known) for own in _bearers(person))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelling:
    """One spelling of a person's name, and where and as what the corpus knows that person."""

    form: NameForm
    posts: frozenset[str]
    """Posts whose cables name the person, as in their numbers."""
    offices: frozenset[str]
    """Words of all roles given."""


def _bearers(person: Person) -> Iterator[_Spelling]:
    """The full spellings of a name; the words alone only where there is no other."""
    forms = {form.text: form for form in map(name_form, (person.name, *person.variants))}
    full = [form for form in forms.values() if not form.alone]
    posts = frozenset(
        cable_id_parts(appearance.cable)[1]
        for appearance in person.appearances
        if CABLE_ID.fullmatch(appearance.cable)
    )
    offices = frozenset(
        word for appearance in person.appearances for role in appearance.found.roles for word in office(role)
    )
    for form in full or forms.values():
        yield _Spelling(form=form, posts=posts, offices=offices)


def _sound_key(form: NameForm) -> str:
    """Under which names meet whose surnames sound alike: the first letter, as transliterations write it."""
    return form.tokens[-1][0].translate(_FIRST_LETTERS)


_FIRST_LETTERS = str.maketrans("qcgyjwfpe", "kkkiivvvi")


def _one_person(own: _Spelling, known: Mapping[str, list[_Spelling]]) -> bool:
    return any(_perhaps_one(own, other) for other in known.get(_sound_key(own.form), ()))


def _perhaps_one(own: _Spelling, protected: _Spelling) -> bool:
    if own.form.alone:
        return _same_surname(own.form.tokens[-1], protected.form.tokens[-1]) and not _elsewhere(
            own, protected
        )
    if protected.form.alone:
        return _same_surname(own.form.tokens[-1], protected.form.tokens[-1]) and _same_place(own, protected)
    return relate(own.form, protected.form) in _ONE_PERSON


def _same_place(own: _Spelling, protected: _Spelling) -> bool:
    """Whether a full name may be that of somebody whom one post marks by the surname alone."""
    other_office = bool(own.offices) and bool(protected.offices) and own.offices.isdisjoint(protected.offices)
    return not other_office and not own.posts.isdisjoint(protected.posts)


def _elsewhere(own: _Spelling, protected: _Spelling) -> bool:
    """Whether a surname is met at other posts alone, and with an office that the protected one never has."""
    other_office = bool(own.offices) and bool(protected.offices) and own.offices.isdisjoint(protected.offices)
    return other_office and own.posts.isdisjoint(protected.posts)


def _same_surname(surname: str, other: str) -> bool:
    return surname == other or (min(len(surname), len(other)) >= _SOUND_ENOUGH and same_sound(surname, other))


_SOUND_ENOUGH = 5
"""Letters of a surname from which on another transliteration of it is taken for the same."""


def _listed(people: People, names: Iterable[str]) -> frozenset[str]:
    """Persons who bear one of these names: as their name, as a spelling of several words, or within the name.

    A surname on the list goes wherever it stands, so whoever bears it would have a page with half a name.
    """
    listed = tuple(names)
    wanted = {name_form(name).text for name in listed}
    within = NameSearch(words for name in listed for words in spellings(name))
    return frozenset(
        person.slug
        for person in people.persons
        if name_form(person.name).text in wanted
        or any(True for _ in within.find(person.name))
        or any(
            name_form(variant).text in wanted for variant in person.variants if not name_form(variant).alone
        )
    )


def shown_slugs(cable: Cable, people: People, protection: Protection) -> tuple[str | None, ...]:
    """For each of ``cable.people``, in order, the slug over the corpus; None for those to be withheld."""
    slugs = [people.slugs.get((cable.key, index)) for index in range(len(cable.people))]
    withheld = [index for index, slug in enumerate(slugs) if slug in protection.withheld]
    hidden = same_bearers(cable.people, withheld)
    return tuple(None if index in hidden else slug for index, slug in enumerate(slugs))


def shown_persons(people: People, protection: Protection) -> tuple[Person, ...]:
    """Everyone who may have a page, in order of slug, with nothing about them that names who may not.

    Masked names are taken out of roles and variants; a role that names somebody withheld ("wife of ...")
    goes, and so does a note.
    """
    shown = (person for person in people.persons if person.slug not in protection.withheld)
    if not protection.withheld and not protection.names:
        return tuple(shown)
    return tuple(_discreet(person, protection) for person in shown)


def _discreet(person: Person, protection: Protection) -> Person:
    note = person.note
    if note and _gives_away(note, protection.index):
        note = "Kept apart: where the name stands alone it fits several people."
    return replace(
        person,
        note=note,
        variants=tuple(dict.fromkeys(scrubbed(variant, protection.text.full) for variant in person.variants)),
        appearances=tuple(
            replace(
                appearance,
                found=replace(appearance.found, roles=_discreet_roles(appearance.found.roles, protection)),
            )
            for appearance in person.appearances
        ),
    )


def _discreet_roles(roles: Sequence[str], protection: Protection) -> tuple[str, ...]:
    cleared = (scrubbed(role, protection.text.full) for role in roles)
    return tuple(role for role in cleared if not _gives_away(role, protection.index))


def _gives_away(text: str, names: CorpusNames) -> bool:
    """Whether a remark about somebody else names one of these, if only by the surname."""
    return any(True for search in (names.full, names.surnames) for _ in search.find(text))


def kept_surnames(cable: Cable, protection: Protection) -> frozenset[Words]:
    """Surnames of masked people that a masked cable still prints, since they are somebody else's there."""
    texts = (cable.subject or "", *(block.text for block in cable.blocks), cable.source.original)
    return frozenset().union(*map(protection.text.surnames.named, texts))


def masked(cable: Cable, people: People, protection: Protection) -> Cable:
    """The cable as it may be published: unchanged where nobody named in it is to be masked."""
    indexes = frozenset(
        index
        for index in range(len(cable.people))
        if people.slugs.get((cable.key, index)) in protection.masked
    )
    names = cable.protected if protection.policy == "mask" else ()
    return mask_cable(
        cable, ToMask(people=indexes, names=(*names, *protection.names), corpus=protection.text)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedName:
    """One protected person, for the report."""

    name: str
    slug: str
    why: str
    """``marked``, ``listed`` or ``hidden``."""
    marked_in: tuple[str, ...]
    """Cables that mark the name."""
    named_in: tuple[str, ...]
    """All cables that name the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionReport:
    """What was protected; names sources at risk, so it is never published."""

    policy: Treatment
    persons: tuple[ProtectedName, ...]
    """In order of slug."""
    unmatched: tuple[str, ...]
    """Names of the publisher's list that no person bears; they are masked as text all the same."""
    perhaps: tuple[Doubt, ...] = ()
    """Open cases between a protected person and one that is shown: perhaps the same."""


def report(people: People, protection: Protection) -> ProtectionReport:
    """Count and name what was protected."""
    listed = _listed(people, protection.names)
    persons = tuple(
        _reported(person, "listed" if person.slug in listed else "hidden")
        for person in people.persons
        if person.protected or person.slug in protection.withheld
    )
    borne = {name_form(spelling).text for p in people.persons for spelling in (p.name, *p.variants)}
    return ProtectionReport(
        policy=protection.policy,
        persons=persons,
        unmatched=tuple(
            name
            for name in protection.names
            if name_form(name).text not in borne and not _listed(people, (name,))
        ),
        perhaps=tuple(doubt for doubt in people.doubts if _half_protected(doubt, protection)),
    )


def _half_protected(doubt: Doubt, protection: Protection) -> bool:
    return 0 < sum(slug in protection.withheld for slug in doubt.slugs) < len(doubt.slugs)


def _reported(person: Person, otherwise: str) -> ProtectedName:
    marked = tuple(dict.fromkeys(a.cable for a in person.appearances if a.found.protected))
    return ProtectedName(
        name=person.name,
        slug=person.slug,
        why="marked" if marked else otherwise,
        marked_in=marked,
        named_in=tuple(dict.fromkeys(a.cable for a in person.appearances)),
    )


_REDACTED_BEFORE = re.compile(r"(?<!x)x{5,}+[\"'\u201d\u2019,\s]{0,4}$", re.IGNORECASE)
"""``XXXXXXXXXXXX (strictly protect), Executive Director of ...``: the name is gone, mark and office stand."""
_REACH = 120
"""Characters behind such a mark in which the office is read."""


def suspects(cable: Cable) -> Iterator[str]:
    """People of a cable who may be the one whose name is redacted where it is marked (protect).

    Somebody whose office is that behind the mark, or who is called by a surname alone, for the first time,
    behind the mark in the same paragraph. Nothing is done by itself: relatives and interlocutors look the
    same; the publisher reads and adds the name to ``mask``.
    """
    for number, block in enumerate(cable.blocks):
        for mark in marks(block.text):
            if not _REDACTED_BEFORE.search(block.text, max(0, mark.start - _REACH), mark.start):
                continue
            behind = office(block.text[mark.end : mark.end + _REACH].lstrip(",").split(";")[0])
            for person in cable.people:
                if _may_be(person, behind, number, mark.start):
                    where = f"{cable.key}, paragraph {block.number or '-'}"
                    yield f"{where}: a redacted name is marked (protect); is it {person.name}? Then mask it."


def _may_be(person: PersonFound, behind: frozenset[str], block: int, at: int) -> bool:
    offices = [office(role) for role in person.roles]
    if any(len(words) > 1 and words <= behind for words in offices):
        return True
    first = min(person.spans, default=None)
    alone = name_form(person.name).alone and not offices
    return alone and first is not None and first.block == block and first.start > at
