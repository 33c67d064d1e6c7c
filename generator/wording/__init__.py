"""Stage ``wording``: a language -> all that the interface says in it.

- ``word``: a :class:`Word` or :class:`Plural` in every language, side by side; a :class:`Wording` of them.
- ``cable``, ``repairs``, ``edited``, ``lists``, ``people``, ``references``, ``data``, ``sections``: the words of the pages.
- ``theme``, ``scripts``, ``search``: those of the theme's templates and scripts; ``files``: the files that hold them.
- ``calendar``: dates as each language writes them.
- ``pages``: where our hand-written pages are in another language than English.
- ``words``: all of it in one language.

What stands in a telegram, and what belongs to it (TAGS and their meanings, levels, posts, countries), is data
and no word of the interface.
"""

from generator.wording.pages import pages_in
from generator.wording.repairs import repair
from generator.wording.word import LANGUAGES, Language, Plural, Word, Wording, places, spoken
from generator.wording.words import Words, spoken_as, words_in

__all__ = [
    "LANGUAGES",
    "Language",
    "Plural",
    "Word",
    "Wording",
    "Words",
    "pages_in",
    "places",
    "repair",
    "spoken",
    "spoken_as",
    "words_in",
]
