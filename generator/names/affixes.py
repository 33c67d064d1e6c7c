"""Words around a name that are no name: particles, generational suffixes, titles before, what stands behind.

One table for each kind of word; whoever passes words over says which kinds. Where finding (within one cable)
and resolving (over the corpus) differ, the difference stands here, with the reason.
"""

from typing import Final

_ARTICLES: Final = frozenset({"al", "el", "ul", "la", "las", "los", "het"})
_OF: Final = frozenset(
    {"de", "da", "do", "dos", "das", "del", "della", "di", "du", "von", "van", "der", "den", "ter", "ten"}
)
_AND: Final = frozenset({"y", "e"})
FATHERS: Final = frozenset({"bin", "ibn", "bint", "bn"})
"""Son or daughter of: the word behind is the father's name, by which nobody is called."""
_SON_OF: Final = FATHERS | {"ben"}
"""Ben is a given name too, so that over a corpus what stands behind it may be a surname."""
_BEFORE_SUN_LETTERS: Final = frozenset({"as", "ash", "ad", "an", "ar", "at", "az"})
"""The Arabic article as it sounds before s, sh, d, n, r, t, z: as-Sadr."""
ARABIC_ARTICLES: Final = frozenset({"al", "el", "ul"}) | _BEFORE_SUN_LETTERS
"""The Arabic article in all its forms."""
_OF_ELSEWHERE: Final = frozenset({"dello", "le", "zu", "zum", "af", "av", "bou"})

SMALL: Final = _ARTICLES | _OF | _SON_OF | _AND
"""Particles that stay small within a name in normal case."""

OVER_CORPUS: Final = SMALL | _BEFORE_SUN_LETTERS | _OF_ELSEWHERE | {"of", "the"}
"""Passed over where two names are compared, since reports add and drop them at will (al-Qadhafi, Qadhafi);
over the corpus never the first of two words where the rest is one word long and the particle is a given name
too (``GIVEN_LIKE``)."""

OVER_CABLE: Final = OVER_CORPUS | {"abu"}
"""Passed over where names of one cable are compared: it calls Abu Mazen by either word, and means one man.
Over the corpus Abu stays, since what stands behind it is another man's given name."""

GIVEN_LIKE: Final = frozenset({"ben", "e", "y", "an"})
"""Particles that are given names or initials as well when they come first: Ben Bernanke, E. Ramborger. Al and
Van are not among them: far more telegrams speak of al-Qadhafi and van Voorst than of Al Gore."""

PARTICLES: Final = (
    OVER_CABLE
    | frozenset(
        "abd abdel abdul abou umm st san santa mac o ould ud uz ur d l t' 't".split()  # noqa: SIM905 - a table
    )
) - {"of", "the"}
"""Every word that may stand small within a name: what the finder's model knows as a particle."""

GENERATIONS: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
"""Generational suffixes; two different ones are two people."""

GENERATION_PRINTED: Final = r"(?:JR|Jr|SR|Sr|III|II|IV)\b\.?"
"""Pattern of a suffix as it is printed behind a surname. Not spelled out: ``Junior`` is more often a rank."""

REGNAL: Final = frozenset(
    "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split()  # noqa: SIM905 - a table
)
"""Numbers of kings and popes, and of generations; none of one letter, which is an initial."""

RELATIVES: Final = frozenset({"filho", "neto"})
"""Son and grandson in Brazil: passed over within one cable, over the corpus kept as names, which they often
are (Agostinho Neto, Delfim Neto)."""

SUFFIXES: Final = RELATIVES.union(GENERATIONS)
"""Every word that may stand behind a surname and tells of a generation."""

SUFFIXES_PRINTED: Final = SUFFIXES | {"jr.", "sr."}
"""The same with the full stop that belongs to an abbreviation."""

HONORIFICS: Final = frozenset(
    """
    syed sayed sayyed sayyid seyed sayid sheikh shaikh shaykh sheik shaik mullah mulla maulana hajji haji
    hadji shah dr prof mr mrs ms sir lord dame king queen prince princess pope ayatollah shri sri
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Titles that reports put before a name or leave out; not part of the name where another word follows."""

TITLE_WORDS: Final = frozenset(
    """
    acting adcm admiral adviser advisor affairs amb ambassador ambassadors assistant attorney brigadier
    cardinal cda chairman chancellor charge chief cochair codel col colonel comisaf commander
    congressman consul coordinator counsellor counselor dcm defence defense defmin deputy dfm director
    dr econ econcouns ecpo executive finmin fonmin foreign formin gen general governor head hon interior
    intmin justice lieutenant lt ltc ltg maj major mayor mfa military mincouns mindef minint minister
    ministry minster monsignor mr mrs ms msgr officer pdas pol polcouns polecon political polmc
    polmincouns premier president presidents prime prof professor prosecutor publicaffairs rabbi rep
    secdef secretaries secretary secstate sen senator senators senior sergeant special specialist state
    the under vice
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words of office that stand before a name; taken for part of it now and then where lines run together."""

BEHIND: Final = frozenset(
    {"administration", "administrations", "government", "regime", "cabinet", "presidency", "ministry", "nnnn"}
)
"""Words behind a name that are no part of it: the Obama administration; NNNN ends a transmission."""
