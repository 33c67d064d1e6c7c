"""What holds for every file, whatever stands in it: the fuzzer's invariants.

:func:`check` takes one input through the stages, from a file on disk to the pages, and says what failed.
"""

import hashlib
import re
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Final

import yaml
from mkdocs.exceptions import ConfigurationError

from generator.catalogue import links
from generator.model import CODES, Cable, Problem, Source, dump_cable, load_cable
from generator.pages import cable_pages
from generator.parse import problems
from generator.parse.lines import in_letters
from generator.people.decisions import read_decisions
from generator.people.resolve import resolve
from generator.pipeline.collect import Collected, collect
from generator.pipeline.docs import write_docs
from generator.pipeline.records import Record, records, understand
from generator.read import discover, read_file
from generator.settings import SECTIONS, Protecting, Site, read_document, read_options
from generator.settle import load_published
from support.fuzz.edition import edited
from support.fuzz.inputs import FuzzInput
from support.fuzz.page import faults, misshown
from support.people import contexts_of
from support.reading import read_bytes, words

RAISES: Final = "nothing raises"
PROBLEM: Final = "a problem is one line with a code and a line of its file"
RECORD: Final = "a record is read back as it was written"
SPANS: Final = "spans lie inside their blocks, on what they name"
CODE: Final = "codes of warnings stand in the table"
WORDS: Final = "no word is lost without a notice or a warning"
CABLES: Final = "no cable is lost without a problem"
INERT: Final = "a page holds nothing that the generator does not make"
SHOWN: Final = "a page shows the text of its cable"
SAME: Final = "the same file gives the same bytes"
PUBLISHERS: Final = "an entry of the publisher's counts or is a problem"
WITHHELD: Final = "withheld text stands in no file"
CORRECTED: Final = "a corrected field is shown wherever the field is"

INVARIANTS: Final = (
    *(RAISES, PROBLEM, RECORD, SPANS, CODE, WORDS, CABLES, INERT, SHOWN, SAME, PUBLISHERS),
    *(WITHHELD, CORRECTED),
)

_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Failure:
    """One thing that did not hold for one input."""

    invariant: str
    kind: str
    """Which way it failed, without anything of the input: failures of one kind are one fault."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one input."""

    failures: tuple[Failure, ...]
    checked: Counter[str]
    """How often each invariant was looked at."""
    digest: str
    """Of everything that was made of the input."""


class _Protocol:
    """Takes down what is looked at, what failed and what came out."""

    def __init__(self) -> None:
        self.failures: dict[tuple[str, str], Failure] = {}
        self.checked: Counter[str] = Counter()
        self.hash = hashlib.sha256()

    def expect(self, holds: object, invariant: str, kind: str, detail: str = "") -> None:
        self.checked[invariant] += 1
        if not holds:
            self.failures.setdefault(
                (invariant, kind), Failure(invariant=invariant, kind=kind, detail=detail[:300])
            )

    def made(self, content: bytes | str) -> None:
        self.hash.update(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    def outcome(self) -> Outcome:
        return Outcome(
            failures=tuple(self.failures.values()), checked=self.checked, digest=self.hash.hexdigest()
        )


def check(given: FuzzInput, scratch: Path, *, pages: bool = False, site: bool = False) -> Outcome:
    """Take one input through the stages.

    Args:
        given: The input.
        scratch: A folder to work in; what lies there from an earlier input does not matter.
        pages: Make the cables' pages as well, which takes several times as long as all before.
        site: Make every other page of a site of its cables, too.
    """
    protocol = _Protocol()
    path = scratch / given.name
    path.write_bytes(given.data)
    try:
        _STEPS.get(given.kind, _corpus)(given, path, protocol)
        if pages and given.kind not in _STEPS:
            _site(path, protocol, whole=site)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a failure
        protocol.expect(False, RAISES, _where(error), f"{type(error).__name__}: {error}")  # noqa: FBT003
    finally:
        path.unlink()
    return protocol.outcome()


def _where(error: BaseException) -> str:
    """``ValueError in generator/parse/dates.py, read_stamp``: the innermost place that is ours."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/generator/" in frame.filename]
    if not ours:
        return type(error).__name__
    file = ours[-1].filename.rpartition("/generator/")[2]
    return f"{type(error).__name__} in {file}, {ours[-1].name}"


def _corpus(given: FuzzInput, path: Path, protocol: _Protocol) -> None:
    """A file of the corpus: read, parsed, its people found."""
    files, found = discover([path])
    protocol.checked[RAISES] += 1
    readings = [reading for file in files for reading in read_file(file)]
    sources = [reading for reading in readings if isinstance(reading, Source)]
    cables = [*map(understand, sources)]
    said = [*found, *(reading for reading in readings if isinstance(reading, Problem))]
    for problem in said:
        _problem(problem, protocol)
    said += [problem for cable in cables for problem in problems(cable) if problem.code in TELLING]
    count = len(readings) + len(found)
    protocol.expect(said or count >= _cables_in(given), CABLES, given.kind, f"{count} of {_cables_in(given)}")
    if given.text is not None and len(sources) == 1 and sources[0].layout in {"telegram", "misread"}:
        _read_words(given.text, sources[0], protocol)
    for source, cable in zip(sources, cables, strict=True):
        _spans(cable, protocol, parsed=True)
        unknown = [warning.code for warning in cable.warnings if warning.code not in CODES]
        protocol.expect(not unknown, CODE, "of a parse", repr(unknown))
        _words(source, cable, protocol)
        _record(cable, protocol)
    for reading in readings:
        if isinstance(reading, Cable):
            _spans(reading, protocol, parsed=False)
            _record(reading, protocol)


TELLING: Final = (
    "telegram-inside",
    "header-repeated",
    "encoding-guessed",
    "mojibake-repaired",
    "characters-lost",
    "markup-in-text",
    "row-repaired",
)
"""Warnings that tell of more cables than one in a file, or of damage to its bytes."""
_HEADER_START = re.compile(rb"(?:^|[\n\r\"])VZCZC([A-Z]{3}\d{4})\r?\n(?:[A-Z]{2}(?: [A-Z]{5,8})+\r?\n)+DE RU")


def _cables_in(given: FuzzInput) -> int:
    """How many readings a file must give at least: a line, a member, a telegram's header is each one."""
    if given.kind == "records":
        return sum(1 for line in given.data.split(b"\n") if line.startswith(b'{"id"'))
    if given.kind == "archive":
        return given.cables
    return len(set(_HEADER_START.findall(given.data)))


def _problem(problem: Problem, protocol: _Protocol) -> None:
    text = str(problem)
    protocol.made(text + "\n")
    protocol.expect(text.isprintable(), PROBLEM, "not one line for a terminal", repr(text))
    protocol.expect(_CODE.fullmatch(problem.code), PROBLEM, "its code", repr(text))
    protocol.expect(problem.line is None or problem.line >= 1, PROBLEM, "its line", repr(text))
    protocol.expect(_encodes(text), PROBLEM, "no text", repr(text))
    protocol.expect(problem.code != "internal-error", RAISES, "internal-error", text)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _record(cable: Cable, protocol: _Protocol) -> None:
    """Written and read back, by the model and by the reader of records; its warnings as problems."""
    line = dump_cable(cable)
    protocol.made(line + b"\n")
    protocol.expect(dump_cable(load_cable(line)) == line, RECORD, "by the model")
    back, _ = read_bytes(line + b"\n", "again.jsonl")
    whole = [dump_cable(reading) for reading in back if isinstance(reading, Cable)] == [line]
    protocol.expect(whole, RECORD, "by the reader of records", "; ".join(map(str, back))[:200])
    for problem in problems(cable):
        _problem(problem, protocol)


def _spans(cable: Cable, protocol: _Protocol, *, parsed: bool) -> None:
    for person in cable.people:
        for span in person.spans:
            text = _passage(cable, span.block)
            inside = text is not None and 0 <= span.start < span.end <= len(text)
            protocol.expect(inside, SPANS, "of a person", f"{span} of {person.name!r} in {text!r}")
            if parsed and inside and text is not None:
                named = text[span.start : span.end]
                protocol.expect(named in person.mentions, SPANS, "on a name", f"{named!r}: {person.mentions}")
    for citation in cable.citations:
        span = citation.span
        text = _passage(cable, span.block) if span.block >= 0 else None
        inside = text is not None and 0 <= span.start < span.end <= len(text)
        protocol.expect(inside, SPANS, "of a citation", f"{span} in {text!r}")


def _passage(cable: Cable, number: int) -> str | None:
    if number == -1:
        return cable.subject or ""
    return cable.blocks[number].text if 0 <= number < len(cable.blocks) else None


_HYPHEN = re.compile(r"[-\u00ad][ \t]*\n?[ \t]*(?=\w)|(?<=[^\W\d])¶(?=[^\W\d])")
_PARAGRAPH = re.compile(r"(?m)^\W{0,6}(?:¶\s?\d|1{1,2}\.\s)")
_HEADER = re.compile(
    r"(?m)^\W*(?:VZCZC|(?:FM|TO|INFO|DE|ZN[RY])\s|E\.?O\.|TAGS|SUBJ|REF|CLASSIFIED BY|.*\bSECTION\s\d).*",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"(?m)^\W*\d{1,3}(?=\.)"
    r"|^\W*[A-Z][A-Z .'-]{2,30}\s0*\d{3,8}\s+0?\d{2,3}(\.\d+)?\s+OF\s+0?\d{2,3}\s*$"
    r"|^\W*(?:SIPDIS|NOFORN|SENSITIVE)\W*$"
    r"|^\W*(?:UNCLAS\w*|SECRET|CONFIDENTIAL|S E C R E T|C O N F I D E N T I A L)"
    r"(?: SECTIO[N0-9 OF]*)?\W*$"
)
"""What a message may go without: numbers of paragraphs, which become the block's own; page banners, captions
and classifications on lines of their own."""


def _lost(text: str, kept: str) -> Counter[str]:
    """Words of a text that are not kept, whether hyphens part words or break them over lines."""
    whole, parted = (_counted(read(text)) - _counted(read(kept)) for read in (_unbroken, str.casefold))
    return whole if whole and parted else Counter()


def _unbroken(text: str) -> str:
    return _HYPHEN.sub("", text).casefold()


def _counted(text: str) -> Counter[str]:
    return Counter(words(text))


def _read_words(text: str, source: Source, protocol: _Protocol) -> None:
    """What reading keeps of a file in plain text."""
    lost = _lost(text, "\n\n".join([source.text, *_texts(source.stated)]))
    noted = bool(source.problems) or source.partial
    protocol.expect(noted or not lost, WORDS, f"reading {source.layout}", repr(dict(lost)))


def _words(source: Source, cable: Cable, protocol: _Protocol) -> None:
    """What parsing keeps of the message, from its first paragraph on."""
    header = max((found.end() for found in _HEADER.finditer(source.text)), default=0)
    start = _PARAGRAPH.search(source.text, header)
    if not start:
        return
    numbers = (f"{block.number} 1{block.number}" for block in cable.blocks if block.number)
    said = "\n\n".join([*_texts(replace(cable, source=replace(cable.source, original=""))), *numbers])
    lost = _lost(_NOT_MEANT.sub(" ", in_letters(source.text[start.start() :])), in_letters(said))
    protocol.expect(not lost, WORDS, "parsing", repr(dict(lost)))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str | Path):
        yield str(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


SITE: Final = Site(name="Site", collection="Collection", site_url="https://cables.example.org/")


_POLICIES: Final = (
    Protecting(),
    Protecting(protect="mask", mask=("Askar Omirbek", "Dinara Saltanat", "Doe")),
)


def _site(path: Path, protocol: _Protocol, *, whole: bool) -> None:
    """The pages of the file's cables, by the way a build takes."""
    outcomes = list(records([path], workers=1))
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            _problem(outcome, protocol)
    if not any(isinstance(outcome, Record) for outcome in outcomes):
        return
    collected = collect(outcomes, path.parent, _POLICIES[path.stat().st_size % len(_POLICIES)])
    try:
        for key in collected.keys:
            published = load_published(collected.shelf.get(key))
            _spans(published.cable, protocol, parsed=False)
            shown = links(collected.catalogue, key, related_limit=5, people_page_min=1)
            for output in cable_pages(published, shown, SITE):
                _page(output.path, output.content, protocol, published.cable)
        if whole:
            _whole_site(collected, path.parent, protocol)
    finally:
        collected.close()
    for kept in edited(outcomes, path.parent, SITE, whole=whole):
        kind = kept.name.rpartition(".")[2]
        protocol.expect(not kept.withheld, WITHHELD, kind, f"{kept.name}: {kept.withheld}")
        if kept.corrected is not None:
            protocol.expect(kept.corrected, CORRECTED, kind, kept.name)


def _whole_site(collected: Collected, scratch: Path, protocol: _Protocol) -> None:
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        docs = Path(folder)
        write_docs(collected, docs, SITE)
        for page in sorted(docs.rglob("*.md")):
            _page(page.relative_to(docs).as_posix(), page.read_bytes(), protocol, None)


def _page(name: str, content: bytes, protocol: _Protocol, cable: Cable | None) -> None:
    protocol.made(f"{name}\n".encode() + content)
    if not name.endswith(".md"):
        return
    protocol.checked[INERT] += 1
    for fault in faults(content):
        protocol.expect(False, INERT, fault.what, f"{name}: {fault.detail!r}")  # noqa: FBT003
    if cable is not None:
        protocol.checked[SHOWN] += 1
        for fault in misshown(content, cable):
            protocol.expect(False, SHOWN, fault.what, fault.detail)  # noqa: FBT003


def _settings(_: FuzzInput, path: Path, protocol: _Protocol) -> None:
    protocol.checked[RAISES] += 1
    try:
        options, found = read_options(read_document(path))
    except ConfigurationError as error:
        protocol.made(str(error).replace(str(path.parent), ""))
        protocol.expect(len(str(error).splitlines()) == 1, PROBLEM, "several lines", repr(str(error)))
        return
    sections = tuple(options.section(section) for section in SECTIONS)
    protocol.made(repr(sections))
    protocol.expect(_encodes("".join(_texts(sections))), PUBLISHERS, "text that cannot be written")
    for problem in found:
        _problem(problem, protocol)
    for section in sections:
        for field in fields(section):
            kind = type(getattr(type(section)(), field.name))
            value = getattr(section, field.name)
            fits = value is None or isinstance(value, kind) or kind is type(None)
            protocol.expect(fits, PUBLISHERS, f"type of {field.name}", repr(value))


_CONTEXTS = """
06LIMA90001 2006-02-01 Peru
  Juan Larralde (mayor)
  Quesada
08BERN90002 2008-02-01 Switzerland
  Juan Larralde (engineer)
  Beatriz Quesada
09BERN90003 2009-02-01 Kazakhstan
  Timur Brandt
  Dinara Saltanat
  Umarov
  Kairat Umarov
  Askar Omirbek
"""


def _decisions(given: FuzzInput, path: Path, protocol: _Protocol) -> None:
    protocol.checked[RAISES] += 1
    decisions, found = read_decisions(path)
    protocol.made(repr(decisions))
    protocol.expect(_encodes("".join(_texts(decisions))), PUBLISHERS, "text that cannot be written")
    for problem in found:
        _problem(problem, protocol)
    people = resolve(contexts_of(_CONTEXTS), decisions)
    protocol.made(repr(sorted(people.slugs.items())))
    for problem in people.problems:
        _problem(problem, protocol)
    said = {problem.line for problem in found}
    for name, line in _hidden(given.data):
        counts = name in map(str, decisions.hide) or line in said
        protocol.expect(counts, PUBLISHERS, "an entry of hide", f"{name!r} in line {line}: {decisions.hide}")


def _hidden(data: bytes) -> Iterator[tuple[str, int]]:
    """Names that the publisher wants to be hidden, with their lines, as far as the file can be read."""
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if getattr(key, "value", None) == "hide" and isinstance(value, yaml.SequenceNode):
            names = (each for each in value.value if isinstance(each, yaml.ScalarNode))
            yield from ((" ".join(each.value.split()), each.start_mark.line + 1) for each in names)


_STEPS: dict[str, Callable[[FuzzInput, Path, _Protocol], None]] = {
    "settings": _settings,
    "decisions": _decisions,
}
