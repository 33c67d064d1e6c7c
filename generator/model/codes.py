"""Every code that a :class:`generator.model.Problem` or a cable's warning can have: its meaning and remedy.

One table for the whole program, used by ``cablepress check``, by the parser's warnings and by the tests. A
repaired or guessed field of a cable always carries one of these; a field that is merely absent from a partial
extract carries one too, so that every null in a record has its reason.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One class of problem."""

    meaning: str
    """What was found, in one line."""
    remedy: str
    """What a publisher can do, in one line; empty where nothing needs doing.

    Where the place at which it arises knows more, the problem's own hint says that instead.
    """


_LOOK = "compare with the original text"
_QUOTE = "look for a quote that is neither escaped nor doubled"
_ANEW = "write the record anew with: cablepress parse"
PROTECT_UNCLEAR: Final = "protect-unclear"
"""A request to protect of which nobody can tell whom it means; no site is built before that is settled."""

CODES: Final[dict[str, Code]] = {
    # The configuration, and the publisher's own files.
    "option-wrong": Code(
        meaning="an option of mkdocs.yml is unknown, or its value is none it can have",
        remedy="correct the line; the option's comment in the mkdocs.yml that is shipped says what it takes",
    ),
    "option-left-out": Code(
        meaning="something of MkDocs or Material that a site of cables cannot have was left out",
        remedy="take it out of mkdocs.yml; the manual says what there is instead",
    ),
    "language-unspoken": Code(
        meaning="the interface has no words of the theme's language; its own are English",
        remedy="choose one of those that it has, or leave it so",
    ),
    "mkdocs": Code(meaning="MkDocs warned while it rendered the pages", remedy="see what MkDocs says"),
    "people-entry": Code(
        meaning="an entry of people.yml cannot be read, or means nobody or several; the others count",
        remedy="write a name as a cable prints it: Umarov, Umarov (10ASTANA275) or Umarov (Kazakhstan)",
    ),
    "people-entry-hide": Code(
        meaning="an entry under hide: in people.yml cannot be read or means nobody; no site is built",
        remedy="write a name as a cable prints it: Umarov, Umarov (10ASTANA275) or Umarov (Kazakhstan)",
    ),
    "protect-entry": Code(
        meaning="an entry of protect.yml cannot be read; no site is built",
        remedy="write cable: NUMBER, sentence: the text, protect: a list of names, [] for nobody",
    ),
    "protect-entry-idle": Code(
        meaning="an entry of protect.yml rules on no unclear mark; its names are protected all the same",
        remedy="correct the entry, or take it out",
    ),
    "glossary-entry": Code(
        meaning="an entry of glossary.yml cannot be read; the others count",
        remedy="write ACRONYM: what it stands for, or ACRONYM: alone for one that is not to be explained",
    ),
    "correction-entry": Code(
        meaning="an entry of corrections.yml cannot be read; the others count",
        remedy="write cable: NUMBER, correct: the fields, and was:, reason:, editor:, on: as you like",
    ),
    "correction-outdated": Code(
        meaning="the cable reads otherwise than a correction says it did, so that it is not made",
        remedy="compare the cable, then correct the entry's was:, or take it out",
    ),
    "correction-idle": Code(
        meaning="a correction is of a cable or file that is not in the corpus, or merges one that still is",
        remedy="correct the entry's number or path, or take it out",
    ),
    "collection-entry": Code(
        meaning="an entry of collections.yml cannot be read; the others count",
        remedy="write folder: below the corpus and name:, and what else you know of the collection",
    ),
    "collection-idle": Code(
        meaning="an entry of collections.yml is of a folder without a cable",
        remedy="correct its folder:, or take it out",
    ),
    "note-entry": Code(
        meaning="an entry of notes.yml, or a note in notes/, cannot be read; the others count",
        remedy="write what it is on (cable:, person:, tag:, post:, country:, year:), and text:",
    ),
    "note-idle": Code(
        meaning="a note is on something that has no page here, and is not shown",
        remedy="correct what the note is on, or take it out",
    ),
    "cable-unknown": Code(
        meaning="a note or a page of yours cites a cable, or a paragraph, that is not published here",
        remedy="correct the number, or write it without brackets",
    ),
    "history-unreadable": Code(
        meaning="a file of the history cannot be read; what it says of former addresses is not known",
        remedy="restore the file from your copies; it is never changed once it is written",
    ),
    "withhold-entry": Code(
        meaning="an entry of withhold.yml cannot be read; no site is built",
        remedy="write cable: NUMBER, for a part of it paragraph:, passage: or name:; reason: is published",
    ),
    "withhold-idle": Code(
        meaning="an entry of withhold.yml fits nothing in the corpus; no site is built",
        remedy="correct the entry's number, paragraph or words; or take it out",
    ),
    "page-ignored": Code(
        meaning="a page of yours stands where git ignores generated ones",
        remedy="add it with git add -f, or keep it in a folder of your own",
    ),
    # Files of the corpus.
    "path-missing": Code(meaning="no such file or folder", remedy="check the path"),
    "folder-empty": Code(meaning="a folder without a file that could be a cable", remedy="put cables in it"),
    "file-special": Code(meaning="a device, pipe or socket among the files", remedy="remove it"),
    "file-unreadable": Code(
        meaning="the file cannot be opened, or is gone", remedy="check its permissions, or restore it"
    ),
    "file-empty": Code(
        meaning="there is nothing in the file", remedy="delete it, or put the cable's text in it"
    ),
    "file-binary": Code(meaning="the file is no text", remedy="remove it, or export the cable as plain text"),
    "library-missing": Code(
        meaning="the file's format needs a library that is not installed",
        remedy='install it: pip install "cablepress[documents,archives]"',
    ),
    "scan-without-text": Code(
        meaning="pages are pictures without text", remedy="have their text recognised (ocrmypdf)"
    ),
    "text-recognised": Code(
        meaning="a program recognised the text from a picture, and says how sure it was of its words",
        remedy="read the doubtful ones against the picture",
    ),
    "file-too-large": Code(meaning="the file is far longer than any cable", remedy="split it"),
    "not-a-cable": Code(
        meaning="nothing in the file or row has the form of a telegram",
        remedy="remove it from the corpus, or see the list of layouts in the documentation",
    ),
    # Archives.
    "archive-damaged": Code(
        meaning="the archive is damaged or cut; what is whole before that was read",
        remedy="fetch or make the archive again",
    ),
    "archive-nested": Code(meaning="archives too deep inside one another", remedy="unpack the outer one"),
    "archive-too-large": Code(meaning="the archive holds more than one does", remedy="split or unpack it"),
    "archive-bomb": Code(
        meaning="the archive unpacks to far more than a well-meant one; it was not read on",
        remedy="if you trust it, unpack it yourself and add its files",
    ),
    "member-encrypted": Code(
        meaning="a member of the archive is encrypted", remedy="unpack it with its password"
    ),
    "member-name-unsafe": Code(
        meaning="the archive names a member as a path outside itself; it was read and renamed", remedy=""
    ),
    # Rows and records.
    "row-malformed": Code(meaning="a row has not the columns that the others have", remedy=_QUOTE),
    "row-repaired": Code(
        meaning="a row's quote is neither escaped nor doubled; it was read up to the next row",
        remedy="escape the quote in the file",
    ),
    "row-too-large": Code(meaning="a row is far longer than any cable", remedy=_QUOTE),
    "document-left-out": Code(
        meaning="documents of an edition that are no telegrams were left out", remedy=""
    ),
    "record-unreadable": Code(meaning="a line is no record", remedy=_ANEW),
    "record-unsafe": Code(meaning="a record holds what this program never writes", remedy=_ANEW),
    "printed-twice": Code(
        meaning="another printing of the same telegram; it is kept beside the fuller one, on its page",
        remedy="",
    ),
    "duplicate-id": Code(
        meaning="two cables have one number; the better is published",
        remedy="remove one of the two, or correct the number of the one that is another cable",
    ),
    # The text before it is understood.
    "encoding-guessed": Code(
        meaning="the text is not in UTF-8, and what it is in was guessed",
        remedy="look at the accents and quotation marks, or save the file as UTF-8",
    ),
    "mojibake-repaired": Code(
        meaning="wrongly decoded characters (such as Ã© for é) were mended",
        remedy="compare with the original where names have accents",
    ),
    "characters-lost": Code(
        meaning="characters could not be read or were lost earlier; they stand as �",
        remedy="correct them from a better copy",
    ),
    "markup-in-text": Code(
        meaning="markup or template code in the text; it is shown as plain text",
        remedy="remove it if it is no part of the message",
    ),
    # What the text says, in the order of a cable's parts.
    "id-missing": Code(
        meaning="no message number in the text, the layout or the file name",
        remedy="name the file after the cable, e.g. 09ASTANA308.txt",
    ),
    "id-from-name": Code(
        meaning="the message number was taken from the file name; the text has none",
        remedy="check that the file is named after its cable",
    ),
    "id-from-stated": Code(
        meaning="the message number was taken from the layout's label; the text has none", remedy=""
    ),
    "id-from-label": Code(
        meaning="the message number was taken from a label that a copy printed above the cable", remedy=_LOOK
    ),
    "id-from-station": Code(
        meaning="the message number was taken from the DE line; the classification line has none",
        remedy=_LOOK,
    ),
    "id-conflict": Code(
        meaning="the layout or the file name gives another message number than the text, which was kept",
        remedy="rename the file or correct the label if the text is right",
    ),
    "date-missing": Code(
        meaning="no date-time group in the text and none stated", remedy="add the date-time group if known"
    ),
    "date-unreadable": Code(
        meaning="the date-time group is no date; kept as printed", remedy="correct the date-time group"
    ),
    "date-guessed": Code(
        meaning="the date was taken from a line outside the transmission header", remedy=_LOOK
    ),
    "date-from-stated": Code(
        meaning="the date was taken from the layout's label; the text has none", remedy=""
    ),
    "date-conflict": Code(
        meaning="the text's date-time group and the layout give different days; the text's was kept",
        remedy=_LOOK,
    ),
    "classification-missing": Code(
        meaning="no classification line in the text and none stated", remedy="add the classification line"
    ),
    "classification-repaired": Code(meaning="the classification line is misspelt or damaged", remedy=_LOOK),
    "classification-guessed": Code(
        meaning="the classification was inferred from the portion markings; the line is missing",
        remedy=_LOOK,
    ),
    "classification-from-stated": Code(
        meaning="the classification was taken from the layout's label; the text has none", remedy=""
    ),
    "classification-conflict": Code(
        meaning="the text and the layout give different classifications; the stricter was kept", remedy=_LOOK
    ),
    "origin-missing": Code(meaning="no sender in the text and none stated", remedy="add the FM line"),
    "origin-guessed": Code(
        meaning="the sender was inferred from the message number; there is no FM line", remedy=_LOOK
    ),
    "origin-unknown": Code(
        meaning="the FM line names a sender that is not in the table of posts; kept as printed",
        remedy="add the post to the table of posts",
    ),
    "subject-missing": Code(meaning="no subject line", remedy="add the subject line"),
    "subject-from-stated": Code(
        meaning="the subject was taken from the layout's label; the text has none", remedy=""
    ),
    "subject-conflict": Code(
        meaning="the layout gives another subject than the text, whose was kept", remedy=_LOOK
    ),
    "tags-conflict": Code(
        meaning="the layout gives tags that the text has not; the text's were kept", remedy=_LOOK
    ),
    "references-from-stated": Code(
        meaning="the references were taken from the layout's label; the text has none", remedy=""
    ),
    "text-absent": Code(
        meaning="an entry without text: the archive withdrew it or holds it elsewhere", remedy=""
    ),
    "tags-missing": Code(meaning="no TAGS line", remedy="add the TAGS line"),
    "tags-from-stated": Code(
        meaning="the tags were taken from the layout's label; the text has none", remedy=""
    ),
    "tag-split": Code(meaning="tags run together were split", remedy=_LOOK),
    "tag-repaired": Code(meaning="a misspelt or spelt-out tag was put in its canonical form", remedy=_LOOK),
    "tag-unknown": Code(
        meaning="a tag that is not in the table of TAGS was kept as printed",
        remedy="add it to the table of TAGS if it is one",
    ),
    "tag-dropped": Code(meaning="something on the TAGS line is no tag and was left out", remedy=_LOOK),
    "reference-unreadable": Code(meaning="a reference names no telegram that can be looked up", remedy=""),
    "reference-year-guessed": Code(
        meaning="a reference without year was dated the year before; its number is too high for this one",
        remedy=_LOOK,
    ),
    "reference-repaired": Code(meaning="a label or number on the reference line was repaired", remedy=_LOOK),
    "declassify-unreadable": Code(meaning="the declassification date cannot be read as a date", remedy=""),
    "label-misspelt": Code(
        meaning="the name of a header field is misspelt; the line was read as that field", remedy=_LOOK
    ),
    "header-repeated": Code(
        meaning="the header, or the beginning of the cable, is printed twice; one copy was left out",
        remedy=_LOOK,
    ),
    "field-from-copy": Code(
        meaning="a field was taken from the other printing of the beginning, which may be cut short",
        remedy=_LOOK,
    ),
    "header-line-unknown": Code(
        meaning="a line before the message is none of the header's; kept as a notice", remedy=_LOOK
    ),
    "header-unglued": Code(meaning="header fields run together on one line were parted", remedy=_LOOK),
    "section-header-removed": Code(
        meaning="a section header repeated within the message was left out", remedy=""
    ),
    "quotes-doubled": Code(
        meaning="quotation marks were doubled, as in a table that the text was cut from; they stand once",
        remedy="",
    ),
    "pilcrow-misread": Code(
        meaning="the paragraph sign was read as a digit (15. for 5.); the numbers were repaired",
        remedy=_LOOK,
    ),
    "pilcrow-false": Code(
        meaning="a paragraph sign before something that is no paragraph number was left out", remedy=""
    ),
    "paragraph-number-missing": Code(
        meaning="a paragraph's number is missing and was supplied", remedy=_LOOK
    ),
    "paragraphs-out-of-order": Code(
        meaning="the paragraph numbers skip or repeat", remedy="nothing, if the sender miscounted"
    ),
    "paragraphs-missing": Code(meaning="the message has no numbered paragraphs", remedy=""),
    "telegram-inside": Code(
        meaning="another telegram seems to begin within this one; all was kept as one cable",
        remedy="split the file at this line if they are two",
    ),
    "telegram-parted": Code(
        meaning="another telegram stood behind this file's or row's first; it was read as a cable of its own",
        remedy=_LOOK,
    ),
    "words-left-over": Code(
        meaning="words that are no part of any field or paragraph were kept as a notice behind the message",
        remedy=_LOOK,
    ),
    "message-too-long": Code(
        meaning="the message is far longer than any telegram",
        remedy="look whether it is several, and split it",
    ),
    "body-missing": Code(meaning="nothing of a message was found", remedy="check that the file is a cable"),
    PROTECT_UNCLEAR: Code(
        meaning="the text asks to protect somebody, and it is not certain whom",
        remedy="say who is meant, or nobody, in protect.yml",
    ),
    # A cable that could not be treated like the others, and the site.
    "internal-error": Code(
        meaning="a fault of the program; the cable was left out", remedy="please report this with the file"
    ),
    "too-slow": Code(
        meaning="a cable took longer than any may; it was left out",
        remedy="look for long runs of one sign or word in it, or divide it",
    ),
    "store-unused": Code(
        meaning="what builds made before could not be read or kept; the site is whole all the same",
        remedy="make room, or see who may write to .cablepress in the project's folder; it is safe to delete",
    ),
    "many-files": Code(
        meaning="the site has more files than some hosts take",
        remedy="publish on a host without that limit, or give fewer people a page (people_page_min)",
    ),
    "withheld-text": Code(
        meaning="words that are withheld stand in what was to be published; nothing was published",
        remedy="withhold them there too, or write only_here: true where others may have them",
    ),
    "protected-name": Code(
        meaning="a name to be protected stands in what was to be published; nothing was published",
        remedy="please report it; until then put the spelling on the list mask: of mkdocs.yml",
    ),
}
"""Code -> meaning and remedy, as a corpus goes through the program."""
