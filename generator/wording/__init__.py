"""Stage ``wording``: a language -> all that the interface says in it.

- ``word``: a :class:`Word` or :class:`Plural` in every language, side by side; a :class:`Wording` of them.
- ``cable``, ``edited``, ``lists``, ``people``, ``references``, ``data``, ``sections``: the words of the pages.
- ``theme``, ``scripts``, ``search``: those of the theme's templates and scripts; ``files``: the files that hold them.
- ``calendar``: dates as each language writes them.
- ``words``: all of it in one language.

What stands in a telegram, and what belongs to it (TAGS and their meanings, levels, posts, countries), is data
and no word of the interface.
"""

from generator.wording.word import LANGUAGES, Language, Plural, Word, Wording, places, spoken
from generator.wording.words import Words, spoken_as, words_in

__all__ = [
    "LANGUAGES",
    "Language",
    "Plural",
    "Word",
    "Wording",
    "Words",
    "places",
    "spoken",
    "spoken_as",
    "words_in",
]
