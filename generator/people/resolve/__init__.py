"""People over the corpus: every individual once, with every cable that names them.

:func:`resolve` joins what the cables say under different spellings of a name into persons: one where the
evidence says so, two where it does not. In order:

1. :mod:`~generator.people.resolve.cells` gathers the mentions of one spelling in one country;
2. :mod:`~generator.people.resolve.resolver` applies people.yml;
3. :mod:`~generator.people.resolve.link` joins names of several words into
   :mod:`~generator.people.resolve.clusters` (:mod:`~generator.names.relation` says how two spellings relate,
   :mod:`~generator.people.resolve.evidence` what posts, years, offices and company say, and
   :mod:`~generator.people.resolve.roles` which office and country a role is);
4. :mod:`~generator.people.resolve.alone` gives surnames alone to the one full name that fits
   (:mod:`~generator.people.resolve.bearers` says whom a word may mean), and those left are brought
   together among themselves (:mod:`~generator.people.resolve.groups`);
5. :mod:`~generator.people.resolve.persons` names the persons and their pages,
   :mod:`~generator.people.resolve.doubts` says what is left for the publisher to settle,
   :mod:`~generator.people.resolve.joins` what was brought together and why.
"""

from generator.people.resolve.doubts import Doubt, doubt_lines, names_to_write, render_doubts
from generator.people.resolve.joins import Join, join_lines, render_joins
from generator.people.resolve.persons import People
from generator.people.resolve.resolver import context_of, resolve

__all__ = [
    "Doubt",
    "Join",
    "People",
    "context_of",
    "doubt_lines",
    "join_lines",
    "names_to_write",
    "render_doubts",
    "render_joins",
    "resolve",
]
