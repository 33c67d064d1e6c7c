"""Words of offices: how telegrams abbreviate them, and which say nothing or much."""

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
    interior minister; premier: prime minister; codel: ; staffdel: ; potus: president; secstate:
    secretary
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
