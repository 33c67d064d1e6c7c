"""From the Markdown of a generated page to its finished HTML, without MkDocs' run over all pages.

The seam for whoever keeps results is :class:`Press`::

    shell = Shell(...)                       # made once a build: everything that a page depends on beside itself
    shell.digest                             # that everything, as one digest: theme, templates, mkdocs.yml,
                                             # navigation, versions, our own code
    page = Press(shell).page(path, source)   # pure: same path, same source, same digest, same page

``page.html`` is what ``mkdocs build`` writes, byte for byte. Beyond that it depends on one thing: whether the
files that it links to exist. Where all do (``page.broken`` is empty, as of every page that the generator
makes), the HTML may be kept under (path, source, digest) and used again as long as they exist
(``page.targets``). Whether the anchors that it names (``page.anchored``) stand in these files is a question of
its own, asked by :mod:`generator.publish.press.anchors` and never answered from a store.
"""

from generator.publish.press.press import Press, Pressed
from generator.publish.press.shell import Shell

__all__ = ["Press", "Pressed", "Shell"]
