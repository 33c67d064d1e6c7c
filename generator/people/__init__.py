"""People: found in one cable (:mod:`generator.people.find`), then resolved over the corpus."""

from generator.people.find import NameSpan, PeopleRead, Tagger, find_people, load_tagger, read_people

__all__ = ["NameSpan", "PeopleRead", "Tagger", "find_people", "load_tagger", "read_people"]
