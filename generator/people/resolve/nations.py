"""Countries as roles name them: ``Egyptian President``, ``President of Egypt``."""

from functools import cache, lru_cache

from generator.names.folding import plain
from generator.tables.countries import places

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
    found = {word: name for word, name in names.items() if " " not in word}
    for entry in _ADJECTIVES.split(";"):
        name, _, adjectives = entry.partition(":")
        found.update(dict.fromkeys(adjectives.split(), " ".join(name.split())))
    return found


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
