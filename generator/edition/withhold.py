"""What is kept from publication: ``withhold.yml``, or files in ``withhold/``.

::

    - cable: 09ASTANA308            # all of it: its address tells that it is withheld
      reason: Withdrawn at the request of the holding institution.   # published; leave it out to give none
    - cable: 09ASTANA309
      paragraph: 5
    - cable: 09ASTANA309
      passage: "the exact words, however the lines are broken"
    - cable: 09ASTANA310
      publish_from: 2030-01-01      # withheld until that day
    - name: Igor Brandt             # wherever it stands, like mask: in mkdocs.yml
    - cable: 09ASTANA311
      name: Igor Brandt             # in this cable alone

Withholding protects, so it fails closed: an entry that cannot be read or fits nothing stops the build, and
what is withheld is looked for in every file that is to be published.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from generator.edition.written import EntryCode, EntryError, Written, read_entries
from generator.model import (
    Block,
    Cable,
    Problem,
    Withheld,
)
from generator.names import Words
from generator.names.passages import PassageSearch, passage_words, windows
from generator.parse.citations import find_citations
from generator.parse.telegrams import citing

ENTRY: Final = "withhold-entry"
IDLE: Final = "withhold-idle"
CODE: Final = EntryCode(
    code=ENTRY,
    hint="an entry has cable: NUMBER, for a part of it paragraph:, passage: or name:, and may have reason:,"
    " publish_from:; a name alone is withheld everywhere",
)
MARK: Final = "[withheld by the editors]"
"""Stands for what is withheld."""
_KEYS: Final = ("cable", "paragraph", "passage", "name", "reason", "publish_from", "only_here")
_MEANT: Final = {
    "id": "cable",
    "number": "cable",
    "para": "paragraph",
    "text": "passage",
    "person": "name",
    "until": "publish_from",
    "embargo": "publish_from",
    "why": "reason",
}
_RUN: Final = 6
"""Words in a row that a text has in common with what is withheld, from which on it is left out."""
_READ: Final = frozenset({"blocks", "subject"})
"""Parts of the record that publishers read before they withhold anything."""
_SOUGHT_LEAST: Final = 5
"""Words from which on a passage is looked for in every file; a shorter one in its cable's own."""
_TELLING: Final = 3
"""Paragraphs of a withheld cable, the longest, by whose beginnings it is looked for."""
_BEGINNING: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """One entry."""

    cable: str | None = None
    """``Cable.key`` as published; None: a name, in every cable."""
    paragraph: int | None = None
    passage: str | None = None
    name: str | None = None
    reason: str | None = None
    publish_from: date | None = None
    """Day from which it is published; None while that is open."""
    only_here: bool = False
    """Whether the same words may stand in other cables."""
    path: str = field(compare=False)
    line: int = field(compare=False)

    @property
    def whole(self) -> bool:
        """Whether it is a cable as a whole."""
        return self.cable is not None and not (self.paragraph or self.passage or self.name)

    @property
    def shown(self) -> Withheld:
        """What a page says of it."""
        return Withheld(paragraph=self.paragraph, reason=self.reason, publish_from=self.publish_from)

    @property
    def place(self) -> tuple[str, int]:
        """File and line."""
        return self.path, self.line

    def idle(self, what: str) -> Problem:
        """That it fits nothing, and what exactly."""
        return Problem.of(IDLE, what, path=self.path, line=self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholdings:
    """All that is withheld on the day of a build."""

    whole: Mapping[str, Withholding] = field(default_factory=dict)
    """By key: cables."""
    parts: Mapping[str, tuple[Withholding, ...]] = field(default_factory=dict)
    """By key of the cable, in the order written."""
    names: tuple[Withholding, ...] = ()
    """Names that go everywhere."""

    def __bool__(self) -> bool:
        return bool(self.whole or self.parts or self.names)

    @property
    def entries(self) -> Iterator[Withholding]:
        """Every one."""
        yield from self.whole.values()
        for parts in self.parts.values():
            yield from parts
        yield from self.names


NO_WITHHOLDINGS: Final = Withholdings()


def read_withholdings(path: Path, as_of: date) -> tuple[Withholdings, tuple[Problem, ...]]:
    """Read withhold.yml and the files of the folder beside it; what is not there withholds nothing.

    Args:
        path: The file.
        as_of: Day of publication: what is to be published from then on is withheld no more.

    Returns:
        What is in force, and a problem for every entry that cannot be read. Any problem must stop a build.
    """
    entries, problems = read_entries(path, _entry, CODE)
    whole: dict[str, Withholding] = {}
    parts: dict[str, tuple[Withholding, ...]] = {}
    names: list[Withholding] = []
    for entry in entries:
        if entry.publish_from and entry.publish_from <= as_of:
            continue
        if entry.cable is None:
            names.append(entry)
        elif entry.whole:
            whole.setdefault(entry.cable, entry)
        else:
            parts[entry.cable] = (*parts.get(entry.cable, ()), entry)
    return Withholdings(whole=whole, parts=parts, names=tuple(names)), problems


def _entry(written: Written) -> Withholding:
    written.only(_KEYS, _MEANT)
    entry = Withholding(
        cable=written.cable(),
        paragraph=written.number("paragraph"),
        passage=written.text("passage"),
        name=written.text("name"),
        reason=written.text("reason"),
        publish_from=written.day("publish_from"),
        only_here=written.flag("only_here"),
        path=written.path,
        line=written.line,
    )
    if sum(part is not None for part in (entry.paragraph, entry.passage, entry.name)) > 1:
        raise EntryError(written.line, "an entry has one of paragraph, passage and name; write one for each")
    if entry.cable is None and entry.name is None:
        raise EntryError(written.line, "an entry lacks its cable")
    if entry.name and not any(letter.isalpha() for letter in entry.name):
        raise EntryError(written.lines["name"], f"{entry.name!r} is no name")
    if entry.passage and not passage_words(entry.passage):
        raise EntryError(written.lines["passage"], "the passage has no word that can be looked for")
    return entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A cable without what is withheld of it."""

    cable: Cable
    """Its people still those of the whole: they are to be found anew."""
    removed: tuple[str, ...]
    """The texts that are gone."""
    sought: tuple[Words, ...]
    """Passages that may stand nowhere in what is published."""
    here: tuple[Words, ...]
    """Shorter ones, which may stand nowhere in this cable's own files."""
    problems: tuple[Problem, ...]
    """Entries that fit nothing."""


def cut(cable: Cable, entries: Iterable[Withholding]) -> Cut:
    """Take out of a cable what is withheld of it, wherever it stands in the record, the original included.

    Args:
        cable: As it was read and corrected.
        entries: Paragraphs and passages of this cable; names are masked.
    """
    problems: list[Problem] = []
    removed: list[str] = []
    free: list[str] = []
    for entry in entries:
        cable, gone = _without(cable, entry)
        if not gone:
            problems.append(entry.idle(_missing(entry)))
        removed += gone
        free += gone if entry.only_here else ()
    sought = dict.fromkeys(passage_words(text) for text in removed if text not in free)
    cable = _loose(cable, removed)
    return Cut(
        cable=replace(cable, withheld=tuple(entry.shown for entry in entries)),
        removed=tuple(removed),
        sought=tuple(part for words in sought if len(words) >= _SOUGHT_LEAST for part in windows(words)),
        here=tuple(dict.fromkeys(map(passage_words, removed))),
        problems=tuple(problems),
    )


def _missing(entry: Withholding) -> str:
    if entry.paragraph is not None:
        return f"{entry.cable} has no paragraph {entry.paragraph}"
    return f"the passage {entry.passage!r} does not stand in one of {entry.cable}'s paragraphs or fields"


def _without(cable: Cable, entry: Withholding) -> tuple[Cable, list[str]]:
    """The cable without one part, and what that was; nothing where it has no such part."""
    if entry.paragraph is not None:
        return _without_paragraph(cable, entry.paragraph)
    return _without_words(cable, PassageSearch([passage_words(entry.passage or "")]))


def _without_paragraph(cable: Cable, number: int) -> tuple[Cable, list[str]]:
    """Every paragraph of that number, with the lists and tables that follow it."""
    blocks: list[Block] = []
    removed: list[str] = []
    within = False
    for block in cable.blocks:
        begins = block.number == number
        within = begins or (within and block.number is None and block.kind not in {"heading", "notice"})
        if not within:
            blocks.append(block)
            continue
        removed.append(block.text)
        if begins:
            blocks.append(replace(block, text=MARK, kind="paragraph", excised=()))
    return replace(cable, blocks=tuple(blocks)), removed


def _without_words(cable: Cable, search: PassageSearch) -> tuple[Cable, list[str]]:
    """The record without a passage, in whichever of its texts that stands."""
    removed: list[str] = []

    def without(text: str) -> str:
        edits = _joined(search.find(text))
        removed.extend(text[start:end] for start, end in edits)
        for start, end in reversed(edits):
            text = f"{text[:start]}{MARK}{text[end:]}"
        return text

    return _with_texts(cable, without), removed


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping stretches made one, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


_AS_THEY_ARE: Final = frozenset({"id", "sha256", "layout", "kind", "section", "code", "date", "field"})
"""Keys of the record whose values are no text of the telegram, or have a form of their own."""


def _with_texts(cable: Cable, change: Any, *, but: frozenset[str] = frozenset()) -> Cable:  # noqa: ANN401 - from a text to a text
    """The record with every text in it changed; a part of it that has a form of its own stays.

    Args:
        cable: The record.
        change: What becomes of a text.
        but: Parts of the record that stay.
    """
    plain = msgspec.to_builtins(cable)
    kept = {key: value if key in but else _changed(value, key, change) for key, value in plain.items()}
    return msgspec.convert(kept, Cable)


def _changed(value: Any, key: str, change: Any) -> Any:  # noqa: ANN401 - any value of a record
    if isinstance(value, str):
        return value if key in _AS_THEY_ARE or _DATED.fullmatch(value) else change(value)
    if isinstance(value, list | tuple):
        return [_changed(item, key, change) for item in value]
    if isinstance(value, dict):
        return {name: _changed(item, name, change) for name, item in value.items()}
    return value


_DATED: Final = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?")


def _loose(cable: Cable, removed: Sequence[str]) -> Cable:
    """What else in the record holds or points into what is gone.

    Where a passage stands word for word it is taken out; warnings say their code alone, since they quote.
    Every other text, the original and what an archive's form says among them, is left out where it still has
    a few words in a row of what is gone, as when a page's banner stands in the midst of them, or an
    attribute is the beginning of a paragraph. Subject and paragraphs stay: whoever withholds one has read
    them. Citations are found again.
    """
    search = PassageSearch(passage_words(text) for text in removed)

    def without(text: str) -> str:
        for start, end in reversed(_joined(search.find(text))):
            text = f"{text[:start]}{MARK}{text[end:]}"
        return text

    cable = _with_texts(cable, without) if search else cable
    runs = {run for text in removed for run in _runs(text)}

    def left(text: str) -> str:
        if runs.isdisjoint(_runs(text)):
            return text
        return f"{MARK}\n" if text.endswith("\n") else MARK

    cable = _with_texts(cable, left, but=_READ)
    count = next((n for n in range(len(cable.blocks), 0, -1) if cable.blocks[n - 1].kind != "notice"), 0)
    own = citing(cable.id, cable.date)
    return replace(
        cable,
        warnings=tuple(replace(warning, message="") for warning in cable.warnings),
        printings=(),
        versions=(),
        citations=find_citations(list(cable.blocks[:count]), cable.references, own, cable.id),
        people=(),
        protected=(),
    )


def _runs(text: str) -> Iterator[Words]:
    words = passage_words(text)
    return (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def telling(cable: Cable) -> tuple[Words, ...]:
    """By what a cable is looked for that is withheld as a whole: how its longest paragraphs begin."""
    texts = sorted((block.text for block in cable.blocks if block.kind != "notice"), key=len, reverse=True)
    beginnings = (passage_words(text)[:_BEGINNING] for text in texts[:_TELLING])
    return tuple(part for words in beginnings if len(words) >= _BEGINNING for part in windows(words))


def idle(withholdings: Withholdings, keys: Iterable[str]) -> Iterator[Problem]:
    """A problem for each entry on a cable that the corpus has not.

    Args:
        withholdings: What is in force.
        keys: Of all cables.
    """
    held = frozenset(keys)
    by_cable = defaultdict(list)
    for entry in withholdings.entries:
        if entry.cable is not None and entry.cable not in held:
            by_cable[entry.cable].append(entry)
    for key, entries in by_cable.items():
        for entry in entries:
            yield entry.idle(f"no cable {key} in the corpus")
