r"""Reading: files in any layout -> :class:`~generator.model.Source`, one for each cable.

:func:`discover` finds the files; :func:`read_file` yields what one of them holds. Layouts are recognised by
content; their table is :data:`generator.read.layouts.LAYOUTS`.

What a reader hands over (the contract with :mod:`generator.parse`):

- ``Source.text`` is the telegram without anything its layout added: label block, HTML, Markdown links
  (``[PGOV](#)``), escapes (``\\$``), CSV quoting, the site's remark on partial extracts. What stands between
  header and body is one empty line at least.
- Lines end with ``\\n`` alone; there are no other control or line-separator characters.
- A line may begin with ``#### ``: the layout marked it as a heading (markdown only; header lines too, so
  ``#### SENSITIVE`` stands there as well). No other Markdown remains.
- Damage that a telegram can bear in any layout is untouched: misread pilcrows, page banners, a header printed
  twice, spaced-out classification, redactions (``XXXXXXXXXXXX``).
- ``first_line`` makes line numbers those of the file; in HTML, which has a telegram on one line of its own,
  they count from the telegram's start; behind the place where header and body meet in a CSV row or a text
  dump that ran them together they are one or two too high.
- What the layout states stands in ``Source.stated``, encodings guessed and mojibake mended in
  ``Source.problems``.
- A record read back from JSON Lines is the finished :class:`~generator.model.Cable`, unchanged.
"""

from generator.read.columns import Columns
from generator.read.files import CorpusFile, discover, expected_cables, read_file
from generator.read.item import Reading
from generator.read.layouts import LAYOUTS, Layout, many_in, own_layouts

__all__ = [
    "LAYOUTS",
    "Columns",
    "CorpusFile",
    "Layout",
    "Reading",
    "discover",
    "expected_cables",
    "many_in",
    "own_layouts",
    "read_file",
]
