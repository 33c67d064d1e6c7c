"""Who is named in one cable.

:func:`find_people` reads subject, blocks, "Classified By" line, attention lines, person TAGS and signature of
one parsed cable and returns everyone named there, each once, with every form the cable uses.

How: passages are cut into words (``tokens``), stretches that may hold a name are marked (``runs``), a small
trained sequence model decides which words are names (``facts``, ``features``, ``sequence``, ``trim``), the
rest of the cable's lines follow patterns of their own (``lines``, ``attention``), and mentions are gathered
into people (``ties``, ``echo``, ``link``, ``naming``, ``roles``). Whom a request to protect means says
``marked``, with ``unlisted`` for names that no list has. Word lists and weights lie in ``data``;
``bench/train_people.py`` trains, ``bench/bench_people_find.py`` measures.

A publisher can put a stronger tagger in the model's place: see :mod:`generator.people.find.tagger`.
"""

from generator.people.find.people import PeopleRead, find_people, read_people
from generator.people.find.tagger import NameSpan, Tagger, load_tagger

__all__ = ["NameSpan", "PeopleRead", "Tagger", "find_people", "load_tagger", "read_people"]
