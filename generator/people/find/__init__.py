"""Who is named in one cable.

:func:`find_people` reads subject, blocks, "Classified By" line, attention lines, person TAGS and signature of
one parsed cable and returns everyone named there, each once, with every form the cable uses.

How: passages are cut into words and stretches that may hold a name (``passage``, with the word lists of
``lexicon``), a small trained sequence model decides which words are names (``sequence``, ``tagger``), what
the text says by way of them is added (``mention``, ``titles``, ``title_forms``), the rest of the cable's
lines follow patterns of their own (``envelope``), and mentions are gathered into people (``individuals``);
``finder`` puts it all together. Whom a request to protect means says ``marked``, with ``unlisted`` for names
that no list has. Word lists and weights lie in ``data``; ``bench/train_people.py`` trains,
``bench/bench_people_find.py`` measures.

A publisher can put a stronger tagger in the model's place: see :mod:`generator.people.find.tagger`.
"""

from generator.people.find.finder import PeopleRead, find_people, read_people
from generator.people.find.tagger import NameSpan, Tagger, load_tagger

__all__ = ["NameSpan", "PeopleRead", "Tagger", "find_people", "load_tagger", "read_people"]
