"""Roles made comparable: the words of an office, and the country that a role names."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from generator.names.folding import plain
from generator.names.offices import IDLE, OFFICES, PAST, PRESIDING, TOP_OFFICES, presides
from generator.tables.countries import places


@lru_cache(maxsize=1 << 16)
def office(role: str) -> frozenset[str]:
    """Words that say which office a role is: ``Dutch FM`` -> {dutch, foreign, minister}; may be empty."""
    words: set[str] = set()
    before, joined, after = role.rpartition(" and ")
    if joined and _ends_in_office(after) and not _ends_in_office(before):
        role = after  # "President Obama and NEC Director": the first is somebody else's
    for raw in re.split(r"[\s,;()]+", role.casefold()):
        word = raw.strip(".'\u2019\"")
        expanded = OFFICES.get(word)
        if expanded is None:
            words.update(part for part in plain(re.sub("['\u2019]s$", "", word)).split() if part not in IDLE)
        else:
            words.update(expanded.split())
    return frozenset((words - {"president"}) | {PRESIDING} if presides(role) else words)


def _ends_in_office(text: str) -> bool:
    last = (plain(text).split() or [""])[-1]
    return last in GENERIC or last in OFFICES


GENERIC = frozenset(
    """
    minister president director ambassador official officer chief head general deputy vice leader member
    representative counselor secretary adviser chairman lawyer
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words of rank: shared, they say little unless another word is shared too."""


_BESIDE_TOP: Final = frozenset(("minister", "republic", "mr", "excellency", "mrs", "federal"))
"""Words beside a top office that make no other of it, as "of the Supreme Court" does."""


def holds_top_office(words: frozenset[str]) -> bool:
    """Whether an office is a country's top one, or a secretary's, held now."""
    if words.isdisjoint(TOP_OFFICES) or not words.isdisjoint(PAST):
        return False
    return "secretary" in words or words - TOP_OFFICES - _BESIDE_TOP <= _words().keys()


Offices = Counter[frozenset[str]]
"""Offices with the number of mentions that give them."""

USUAL = 40
"""Offices of one person that are looked at, the most frequent first."""

DOUBT = 1
"""Added to the number of mentions: one cable's word for an office is half a word."""

SURE_SHARE = 1 / 3
"""An office that this share of a person's roles give counts in full, a rarer one in proportion: now and
then a slip of the pen makes a president of the president's son."""


def agreement(offices: Offices, other: Offices) -> float:
    """How well the offices of two names agree: 2 for the same particular office, 0 where one gives none.

    Negative where both give offices that share no word. Asked from the side of the one that gives fewer.
    """
    if not offices or not other:
        return 0.0
    few, many = sorted((offices, other), key=lambda offices: (offices.total(), sorted(map(sorted, offices))))
    total = few.total()
    usual = many.most_common(USUAL)
    return sum(
        count / total * _held(office_, usual, many.total()) for office_, count in few.most_common(USUAL)
    )


def _held(words: frozenset[str], usual: Iterable[tuple[frozenset[str], int]], total: int) -> float:
    points = [(_agree(words, other), count) for other, count in usual]
    best = max(point for point, _ in points)
    if best < 0:
        return best
    share = sum(count for point, count in points if point > 0) / (total + DOUBT)
    return best * min(1.0, share / SURE_SHARE)


@lru_cache(maxsize=1 << 16)
def _agree(words: frozenset[str], other: frozenset[str]) -> float:
    """How well two offices agree, whatever the country: the Emir and the Prime Minister of Qatar are two."""
    mine, others = words - nation_words(), other - nation_words()
    if not mine or not others:
        return 0.0
    shared = mine & others
    if not shared:
        return 0.0 if words & other else -1.0
    if shared <= GENERIC:
        if mine == others:
            return 1.0
        return SAME_RANK if mine <= GENERIC or others <= GENERIC else OTHER_FIELD
    return 2.0 if len(shared) > 1 else 1.5


SAME_RANK: Final = 0.5
"""A minister may be the Foreign Minister."""
OTHER_FIELD: Final = 0.0
"""The Foreign Minister and the Minister of Defense hold two offices, though one man may hold both in turn."""


# ---- Countries: Egyptian President, President of Egypt -------------------------------------------------

_ADJECTIVES = """
    Afghanistan: afghan; Albania: albanian; Algeria: algerian; Angola: angolan; Argentina: argentine
    argentinian; Armenia: armenian; Australia: australian; Austria: austrian; Azerbaijan: azerbaijani azeri;
    Bahrain: bahraini; Bangladesh: bangladeshi; Belarus: belarusian; Belgium: belgian; Bolivia: bolivian;
    Brazil: brazilian; Bulgaria: bulgarian; Burma: burmese; Cambodia: cambodian; Cameroon: cameroonian;
    Canada: canadian; Chad: chadian; Chile: chilean; China: chinese; Colombia: colombian; Croatia: croatian;
    Cuba: cuban; Cyprus: cypriot; Czech Republic: czech; Denmark: danish; Ecuador: ecuadorian; Egypt:
    egyptian; Estonia: estonian; Ethiopia: ethiopian; Finland: finnish; France: french; Georgia: georgian;
    Germany: german; Ghana: ghanaian; Greece: greek; Guatemala: guatemalan; Haiti: haitian; Honduras:
    honduran; Hungary: hungarian; Iceland: icelandic; India: indian; Indonesia: indonesian; Iran: iranian;
    Iraq: iraqi; Ireland: irish; Israel: israeli; Italy: italian; Jamaica: jamaican; Japan: japanese;
    Jordan: jordanian; Kazakhstan: kazakhstani kazakh; Kenya: kenyan; Kuwait: kuwaiti; Kyrgyzstan: kyrgyz;
    Latvia: latvian; Lebanon: lebanese; Libya: libyan; Lithuania: lithuanian; Malaysia: malaysian; Mali:
    malian; Malta: maltese; Mexico: mexican; Moldova: moldovan; Mongolia: mongolian; Morocco: moroccan;
    Nepal: nepalese; Netherlands: dutch; Nicaragua: nicaraguan; Nigeria: nigerian; Norway: norwegian; Oman:
    omani; Pakistan: pakistani; Panama: panamanian; Paraguay: paraguayan; Peru: peruvian; Philippines:
    philippine filipino; Poland: polish; Portugal: portuguese; Qatar: qatari; Romania: romanian; Russia:
    russian; Rwanda: rwandan; Saudi Arabia: saudi; Senegal: senegalese; Serbia: serbian; Singapore:
    singaporean; Slovakia: slovak; Slovenia: slovenian; Somalia: somali; South Africa: african; Spain:
    spanish; Sri Lanka: lankan; Sudan: sudanese; Sweden: swedish; Switzerland: swiss; Syria: syrian;
    Tajikistan: tajik; Tanzania: tanzanian; Thailand: thai; Tunisia: tunisian; Turkey: turkish;
    Turkmenistan: turkmen; Uganda: ugandan; Ukraine: ukrainian; United Arab Emirates: emirati; United
    Kingdom: british; Uruguay: uruguayan; Uzbekistan: uzbek; Venezuela: venezuelan; Vietnam: vietnamese;
    Yemen: yemeni; Zambia: zambian; Zimbabwe: zimbabwean
"""
"""As English newspapers and telegrams form them; only adjectives of one word that mean one country. Korean,
Congolese and Guinean mean two countries and are left out; ``south african`` is recognised by its last word,
which roles like ``African Affairs`` also have: those are dropped with the word ``affairs`` in sight."""


@cache
def _words() -> dict[str, str]:
    """Adjective or one-word name of a country -> its name."""
    names = {plain(place.name): place.name for place in places().values() if not place.region}
    country_of = {word: name for word, name in names.items() if " " not in word}
    for entry in _ADJECTIVES.split(";"):
        name, _, adjectives = entry.partition(":")
        country_of.update(dict.fromkeys(adjectives.split(), " ".join(name.split())))
    return country_of


@cache
def nation_words() -> frozenset[str]:
    """Words that name a country or belong to one, in small letters."""
    return frozenset(_words())


@lru_cache(maxsize=1 << 16)
def nations(role: str) -> frozenset[str]:
    """Countries that a role names; empty where it names none, as most do, and for foreign ambassadors.

    An ambassador, charge or envoy is a man of another country than the one accredited to, and an Assistant
    Secretary for African Affairs of none of them, so those roles say nothing.
    """
    words = plain(role).split()
    if {"ambassador", "charge", "envoy", "representative", "affairs", "desk", "coordinator"} & set(words):
        return frozenset()
    return frozenset(name for word in words if (name := _words().get(word)))
