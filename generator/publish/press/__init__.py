"""From the Markdown of a generated page to its finished HTML, without MkDocs' run over all pages.

The seam for whoever keeps results is :class:`Press`::

    shell = Shell(...)                       # made once a build: all that a page depends on beside itself
    shell.digest                             # all of that as one digest: theme, templates, mkdocs.yml,
                                             # navigation, versions, our own code
    page = Press(shell).page(path, source)   # pure: same path, same source, same digest, same page

``page.html`` is what ``mkdocs build`` writes, byte for byte. Beyond that it depends on one thing: whether the
files that it links to exist (``page.targets``). A page that the grammar converted has no link to a file that
does not, so its HTML may be kept under (path, source, digest) and used again while they exist; one for which
Python-Markdown was needed (``page.by_grammar`` is False) may have, and is better made anew. Whether the
anchors that it names (``page.anchored``) stand in these files is a question of its own, asked by
:mod:`generator.publish.press.anchors` and never answered from a store.
"""

from generator.publish.press.compiled import Compiled, made_by
from generator.publish.press.drafts import Drafts, DraftsInMaking
from generator.publish.press.keeping import Keeping, Made
from generator.publish.press.press import FinishedPage, Press
from generator.publish.press.shell import Shell

__all__ = [
    "Compiled",
    "Drafts",
    "DraftsInMaking",
    "FinishedPage",
    "Keeping",
    "Made",
    "Press",
    "Shell",
    "made_by",
]
