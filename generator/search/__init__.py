"""Stage ``search``: what is published of the cables in, an index of scripts that a browser reads out.

- ``words``: a text -> its words; ``digits``: numbers as text.
- ``run``: some cables -> their words; ``merge``: runs -> the postings of each word.
- ``cards``: what a result shows, what is counted; ``things``: people, posts, tags that are offered.
- ``index``: all of it as files, a stretch of the alphabet each.

The other half is in ``overrides/assets/javascripts/search``.
"""

from generator.search.digits import cables_of
from generator.search.index import (
    FOLDER,
    IndexReport,
    Runs,
    Searched,
    packed_run,
    people_listed,
    unpacked_run,
    write_index,
)
from generator.search.script import call, read_call
from generator.search.things import WrittenPage

__all__ = [
    "FOLDER",
    "IndexReport",
    "Runs",
    "Searched",
    "WrittenPage",
    "cables_of",
    "call",
    "packed_run",
    "people_listed",
    "read_call",
    "unpacked_run",
    "write_index",
]
