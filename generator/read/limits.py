"""How much a reader takes from one file: every bound that keeps a hostile or broken file from filling memory.

Each is far above what real cables need: the longest of the 1,669 measured telegrams has 55,124 bytes.
"""

HEAD = 8 * 1024
"""Bytes of a file by which a layout that holds many cables is recognised."""

MIB = 1024 * 1024
"""Bytes of the unit in which people are told of sizes."""

CABLE = 16 * MIB
"""Bytes of one cable: a whole file in a layout of one cable, one CSV row, one JSON line."""

DOCUMENT = 64 * MIB
"""Bytes of a document of a word processor, or of a PDF, pictures included."""

TAGS = 20_000
"""Tags of one HTML page. Viewer pages have up to three thousand; elements nested ever deeper take the parser
time that grows with their square."""

MEMBERS = 1_000_000
"""Members of one archive."""

ARCHIVE = 8 * 1024 * MIB
"""Bytes that one archive may unpack to, all members together."""

RATIO = 50
"""Unpacked bytes for each packed one. Telegrams pack about four to one, repetitive ones forty; a bomb packs a
thousand to one (the most that deflate can), and what it unpacks to must be read."""

RATIO_FREE = 8 * MIB
"""Unpacked bytes below which RATIO is not asked for: small files may well be repetitive."""

NESTED = 1
"""Archives inside an archive: a zip of gz files is read, a zip in a zip in a zip is not."""

NESTED_ARCHIVE = 256 * MIB
"""Bytes of a zip file inside another archive, which must be spooled to be read."""
