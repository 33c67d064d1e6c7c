"""People: found in one cable (:mod:`generator.people.find`), then resolved over the corpus."""

from generator.people.find import NameSpan, Tagger, find_people, load_tagger

__all__ = ["NameSpan", "Tagger", "find_people", "load_tagger"]
