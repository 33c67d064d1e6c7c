"""Words of offices: how telegrams abbreviate them, which say nothing or much, which a head of state has."""

from collections.abc import Sequence

_ABBREVIATIONS = """
    nsa: national security adviser; dni: director national intelligence;
    a/s: assistant secretary; u/s: under secretary; s/e: special envoy; se: special envoy; das: deputy
    assistant secretary; pdas: deputy assistant secretary; pdasd: deputy assistant secretary; dcm:
    deputy chief of mission; cda: charge; charges: charge; amb: ambassador; ambassadors: ambassador; fm:
    foreign minister; pm: prime minister; dfm: deputy foreign minister; dpm: deputy prime minister; vp:
    vice president; ag: attorney general; sg: secretary general; syg: secretary general; dg: director
    general; secdef: secretary defense; cjcs: chairman joint chiefs; mod: minister defense; mp: member
    parliament; gen: general; col: colonel; ltg: general; pres: president; sen: senator; rep:
    representative; congressman: representative; congresswoman: representative; ministry: minister;
    ministers: minister; defence: defense; advisor: adviser; polcouns: political counselor; econcouns:
    economic counselor; counsellor: counselor; mfa: foreign minister; moj: justice minister; moi:
    interior minister;
    f.m: foreign minister; p.m: prime minister; premier: prime minister; codel: ; staffdel: ;
    potus: president; secstate: secretary; dhs: homeland security; doe: energy; doc: commerce; dod:
    defense; doj: justice; usda: agriculture; cia: central intelligence; nec: national economic council;
    defmin: defense minister; finmin: finance minister; formin: foreign minister; secgen: secretary general
"""

OFFICES: dict[str, str] = {
    short.strip(): words.strip() for short, words in (entry.split(":") for entry in _ABBREVIATIONS.split(";"))
}
"""How telegrams abbreviate offices, and the words they mean."""

IDLE = frozenset(
    """
    the of for and to at in on a an his her its their new acting current mr mrs ms
    dr prof professor sir h.e. us u.s. usg american affairs de la
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words of a role that say nothing of which office it is."""

TOP_OFFICES = frozenset(
    {"president", "king", "queen", "emir", "pope", "secretary", "prime", "chancellor", "sultan"}
)
"""Offices known abroad: their holders are named by surname alone in cables from any country."""

MISSION_HEADS = frozenset({"ambassador", "charge", "chief", "consul", "minister"})
"""Words of the offices whose holders sign a mission's telegrams."""

MONARCHS = frozenset(["king", "queen", "pope", "emir", "amir", "sultan", "emperor", "shah"])
"""Titles of those who are called by one name: King Hamad."""

_PRESIDENT = frozenset(["president", "presidents"])
_PREMIER = frozenset(["prime", "pm", "premier"])
_NOT_HEAD = frozenset(["vice", "deputy", "to", "elect"])

BELOW_HEAD = frozenset(
    """
    presiding minister fm defmin senator governor
    mayor speaker secretary deputy general ambassador spokesman aide
    lady wife husband son daughter father mother brother sister cousin nephew niece uncle
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Offices below a head's, and places in a family."""

PAST = frozenset(["former", "ex", "then"])
"""Words before an office that is held no more."""


_BODIES = frozenset(
    """
    senate chamber assembly congress parliament legislature council bank company corporation court association
    federation union party club university institute committee commission board foundation chamber's senate's
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""What has a president, and is no country."""
_COUNTRIES = frozenset(("US", "USG", "UK", "UAE", "EU"))
PRESIDING = "presiding"
"""Stands in a title of one who presides over a body, for the word by which a head is known."""


def presides(role: str) -> bool:
    """Whether a president as printed is one of a party, a chamber, a firm: "PLN president", "president of X".

    An abbreviation in capitals beside the word is a body's; where all is in capitals it says nothing.
    """
    words = role.replace(",", " ").split()
    if "president" not in map(str.lower, words):
        return False
    short = {word for word in words if word.isalpha() and word.isupper() and len(word) > 1} - _COUNTRIES
    return not _BODIES.isdisjoint(map(str.lower, words)) or bool(short and not role.isupper())


def head_title(role: Sequence[str]) -> frozenset[str] | None:
    """The words by which a head of state or government is known, all of one title: ``prime``, ``pm``.

    Args:
        role: The words of a title in small letters, in order.

    Returns:
        None where the title is no head's: ``deputy prime minister``, ``president elect``.
    """
    if not role or not _NOT_HEAD.isdisjoint(role):
        return None
    if role[-1] in _PRESIDENT:
        return _PRESIDENT
    return _PREMIER if role[-1] in _PREMIER or tuple(role[-2:-1]) == ("prime",) else None
