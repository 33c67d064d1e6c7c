"""What builds made before, kept by the content that it was made of.

A :class:`Store` gives values by keys. A key is a digest of everything that its value depends on, the program
included, so that a value once found is right whatever happened since. What is damaged, locked or full holds
nothing, and the work is done anew: a store makes a build faster and never another one.
"""

from generator.store.code import code_digest, code_files
from generator.store.keys import Key, digest_of, digests
from generator.store.packing import pack, restored, squeezed, unpack
from generator.store.seen import Seen, Sighting, content_now
from generator.store.store import FOLDER, Store, Tally, opened_store

__all__ = [
    "FOLDER",
    "Key",
    "Seen",
    "Sighting",
    "Store",
    "Tally",
    "code_digest",
    "code_files",
    "content_now",
    "digest_of",
    "digests",
    "opened_store",
    "pack",
    "restored",
    "squeezed",
    "unpack",
]
