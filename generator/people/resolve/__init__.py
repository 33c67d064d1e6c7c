"""People over the corpus: every individual once, with every cable that names them.

:func:`resolve` joins what the cables say under different spellings of a name into persons: one where the
evidence says so, two where it does not. In order:

1. :mod:`~generator.people.resolve.cells` gathers the mentions of one spelling in one country;
2. :mod:`~generator.people.resolve.settle` applies people.yml;
3. :mod:`~generator.people.resolve.link` joins names of several words
   (:mod:`~generator.names.relation` says
   how two spellings relate, :mod:`~generator.people.resolve.evidence` what posts, years, offices and
   company say);
4. :mod:`~generator.people.resolve.alone` gives surnames alone to the one full name that fits;
5. :mod:`~generator.people.resolve.build` names the persons, :mod:`~generator.people.resolve.slugs` their
   pages.
"""

from generator.people.resolve.doubts import render_doubts
from generator.people.resolve.model import Doubt, People
from generator.people.resolve.run import context_of, resolve

__all__ = ["Doubt", "People", "context_of", "render_doubts", "resolve"]
