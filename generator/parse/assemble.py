"""Puts one telegram together from its parts."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final, NamedTuple

from generator.model import Block, Cable, Provenance, Source, counted
from generator.parse.banners import cut_banners, mend_pages
from generator.parse.body import read_body
from generator.parse.captions import captions_in, is_caption, part_captions
from generator.parse.citations import find_citations
from generator.parse.classification import post_of
from generator.parse.conserve import left_out
from generator.parse.distribution import Distribution, take_distribution
from generator.parse.fields import FieldName, Fields, marker, read_fields
from generator.parse.handling import (
    Classifier,
    ExecutiveOrder,
    classifier_within,
    read_classifier,
    read_order,
)
from generator.parse.identity import Clues, identify, sender_of
from generator.parse.labels import is_label, is_partial, part_labels
from generator.parse.layout import Parts, find_parts
from generator.parse.level import read_level
from generator.parse.lines import Line, Notes, split_lines, with_single_quotes
from generator.parse.marking import opens_paragraph
from generator.parse.noise import clean
from generator.parse.sections import mark_sections
from generator.parse.several import beginnings
from generator.parse.shapes import flowed
from generator.parse.signature import take_signature
from generator.parse.smart import as_telegram
from generator.parse.stamps import Stamped, exemptions, without_stamps
from generator.parse.stating import (
    WITHOUT_FIELDS,
    add_stated_addressees,
    captions_of,
    references_of,
    subject_of,
    tags_of,
)
from generator.parse.telegrams import citing
from generator.parse.transmission import Transmission, is_fixed_line, read_transmission

_ATTENTION: Final = re.compile(
    r"\b(?:FOR|PASS|ALSO|ATTN|FROM|TO|DELIVER|INFO|PLS|PLEASE|NOT FOR)\b|^\W*(?:STATE|DEPT|DEPARTMENT)\b",
    re.IGNORECASE,
)
_ATTENTION_MOST: Final = 300
_LABEL_MOST: Final = 150
"""Characters of a label that need not be kept; a longer line is more than that."""
_WORDS_MOST: Final = 100_000
_CHARACTERS_MOST: Final = 1_000_000
"""The longest of the measured telegrams has 9,000 words and 55,000 characters."""


def parse(source: Source) -> Cable:
    """Understand one telegram.

    Pure and deterministic; never raises, whatever the text. What is absent is None or empty and has a
    warning; what was repaired or guessed has one too. ``people`` is left empty for the people stage.
    """
    notes = Notes()
    for problem in source.problems:
        notes.add(problem.code, problem.message, problem.line)
    stamped = without_stamps(mend_pages(split_lines(source)))
    stamped = stamped._replace(lines=with_single_quotes(as_telegram(stamped.lines), notes))
    lines = stamped.lines
    for beginning in beginnings(lines):
        line = lines[beginning.row]
        notes.add("telegram-inside", f'"{line.text.strip()[:60]}"', line.number)
    parts = find_parts(lines, notes)
    distribution = take_distribution(parts.before)
    parts = parts._replace(before=distribution.rest)
    post = post_of(parts.headline)
    above, before = _fields_above(parts.before, post)
    parts = parts._replace(before=before)
    header = read_transmission(parts.before, notes)
    copies = [read_fields(copy, post) for copy in parts.copies] + above
    fields = _completed(read_fields(parts.after, post), copies, notes)
    cable = _cable(source, _Divided(parts, header, stamped, distribution), fields, notes)
    return _conserved(cable, parts, fields, notes)


def _fields_above(before: list[Line], post: str) -> tuple[list[Fields], list[Line]]:
    """Fields that a copy printed above the classification line, and the lines without them."""
    first = next((row for row, line in enumerate(before) if marker(line.text)), None)
    if first is None:
        return [], before
    end = next((row for row in range(first, len(before)) if is_fixed_line(before[row].text)), len(before))
    fields = read_fields(before[first:end], post)
    taken = {line.number for lines in fields.values.values() for line in lines}
    return [fields], [line for line in before if line.number not in taken]


class _Divided(NamedTuple):
    """A telegram in its parts, before its fields."""

    parts: Parts
    header: Transmission
    stamped: Stamped
    distribution: Distribution


def _conserved(cable: Cable, parts: Parts, fields: Fields, notes: Notes) -> Cable:
    """The cable with a last notice of what no part of it has kept; what is printed twice counts once."""
    known = {line for copy in parts.copies for line in copy}
    known.update(line for line in parts.before if len(line.text) < _LABEL_MOST and is_label(line.text))
    header = [*parts.before, *filter(None, [parts.head]), *parts.after[: fields.body]]
    left = left_out(
        [line for line in header if line not in known],
        [line for line in parts.after[fields.body :] if line not in known],
        cable,
        post_of(parts.headline),
    )
    if not left:
        return cable
    count = sum(len(line.text.split()) for line in left)
    said = f"{counted(count, 'word')}, kept as a notice behind the message"
    notes.add("words-left-over", said, left[0].number)
    blocks = [*cable.blocks, *_removed(left)]
    return replace(cable, blocks=tuple(blocks), warnings=notes.taken())


def _completed(fields: Fields, copies: list[Fields], notes: Notes) -> Fields:
    """The fields, those that this printing of the header lacks taken from the others."""
    values = dict(fields.values)
    for copy in copies:
        for name, lines in copy.values.items():
            if any(line.text for line in lines) and not any(line.text for line in values.get(name, [])):
                message = f"{name.replace('_', ' ')} stands in one printing only"
                notes.add("field-from-copy", message, lines[0].number)
                values[name] = lines
    copied = {line.number for copy in copies for lines in copy.values.values() for line in lines}
    return replace(fields, values=values, copied=copied)


def _cable(source: Source, divided: _Divided, printed: Fields, notes: Notes) -> Cable:
    parts, header, stamped, distribution = divided
    fields, banners = _without_banners(printed, post_of(parts.headline))
    for line in fields.misspelt:
        notes.add("label-misspelt", f'"{line.text.strip()[:40]}"', line.number)
    left_out = _left_out(parts, fields)
    elsewhere = fields.copied | {line.number for line in left_out}
    labels, remarks = part_labels([line for line in header.other if line.number not in elsewhere])
    clues = Clues(source, parts.head, parts.headline, header, labels)
    identity = identify(clues, notes)
    sender = sender_of(clues, identity, notes)
    own = citing(identity.id, identity.date)
    captions, attention, loose = _loose(parts, fields, notes)
    captions = captions_of(source, captions)
    add_stated_addressees(source, header)
    order = _order(fields, identity.date, notes)
    printed_by = fields.values.get("classified_by", [])
    classifier = read_classifier(printed_by)
    tags = tags_of(source, fields.values.get("tags", []), notes)
    references = references_of(source, fields.values.get("references", []), own, notes)
    run_on = _run_on(references.rest, classifier.rest, fields)
    message = _message(parts, fields, run_on, stamped.rows, notes)
    if not printed_by:
        classifier = _classifier_in(message.blocks) or classifier
    removed = [
        *_removed(distribution.printed),
        *_removed([*banners, *message.removed, *left_out]),
        *_removed(list(stamped.stamps)),
        *(Block(kind="notice", text=remark) for remark in source.remarks),
    ]
    blocks = mark_sections(_notices([*remarks, *loose]) + message.blocks)
    _judge(source, blocks, notes)
    blocks = [replace(block, excised=exemptions(block.text)) for block in blocks] + removed
    return Cable(
        id=identity.id,
        subject=subject_of(source, flowed(fields.values.get("subject", [])), notes),
        date=identity.date,
        date_precision=identity.precision,
        year=identity.year,
        classification=read_level(source, parts.headline, captions, blocks, notes),
        captions=captions,
        origin=sender.origin,
        post=sender.post,
        country=sender.country,
        precedence=header.precedence,
        transmission_id=header.transmission_id,
        action=tuple(header.action),
        info=tuple(header.info),
        attention=attention,
        executive_order=order.number,
        declassify_on=order.declassify_on,
        classified_by=classifier.name,
        reasons=classifier.reasons,
        tags=tags.tags,
        tag_people=tags.people,
        references=references.references,
        blocks=tuple(blocks),
        citations=find_citations(
            blocks[: len(blocks) - len(removed)], references.references, own, identity.id
        ),
        signed_by=message.signed_by or source.stated.signed_by,
        drafted_by=distribution.drafted_by or source.stated.drafted_by,
        approved_by=distribution.approved_by,
        cleared_by=distribution.cleared_by,
        concepts=source.stated.concepts,
        text_status=source.stated.text_status,
        partial=source.partial or any(is_partial(line.text) for line in header.other),
        stated=source.stated,
        source=Provenance(
            path=source.path,
            row=source.row,
            layout=source.layout,
            sha256=source.sha256,
            original=source.original,
        ),
        warnings=notes.taken(),
    )


def _loose(parts: Parts, fields: Fields, notes: Notes) -> tuple[tuple[str, ...], tuple[str, ...], list[Line]]:
    """Captions, attention lines and what is neither."""
    captions: dict[str, None] = {}
    attention: list[str] = []
    remarks: list[Line] = []
    if parts.headline:
        captions.update(dict.fromkeys(captions_in(parts.headline.controls + " " + parts.headline.rest)))
    for line in fields.loose:
        text = line.text.lstrip("# ").rstrip()
        if is_caption(text):
            captions.update(dict.fromkeys(captions_in(text)))
            continue
        cut_off, text = part_captions(text)
        captions.update(dict.fromkeys(cut_off))
        if not any(map(str.isalnum, text)):
            continue
        if len(text) < _ATTENTION_MOST and (_ATTENTION.search(text) or text.upper() == text):
            attention.append(" ".join(text.split()))
        else:
            notes.add("header-line-unknown", f'"{text[:60]}"', line.number)
            remarks.append(line)
    return tuple(captions), tuple(dict.fromkeys(attention)), remarks


def _classifier_in(blocks: list[Block]) -> Classifier | None:
    """Who classified, where the first paragraphs say it and no line of the header."""
    texts = [block.text for block in blocks if block.number is not None][:_CLASSIFIED_WITHIN]
    return next((found for text in texts if (found := classifier_within(text))), None)


_CLASSIFIED_WITHIN: Final = 3
"""Paragraphs."""


def _notices(lines: list[Line]) -> list[Block]:
    """Remarks as one block for each run of lines."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or line.number > runs[-1][-1].number + 2:
            runs.append([])
        runs[-1].append(line)
    return [Block(kind="notice", text=flowed(run), line=run[0].number) for run in runs]


def _run_on(references: tuple[Line, ...], classifier: str, fields: Fields) -> list[Line]:
    """The message's first sentences where a copy ran them on behind a header field."""
    lines = list(references)
    if classifier:
        lines.append(Line(fields.values["classified_by"][-1].number, classifier))
    return [part for line in lines for part in (line, Line(line.number, ""))]


def _left_out(parts: Parts, fields: Fields) -> list[Line]:
    """Printings of the beginning that reach into the message, with the header that follows them."""
    left: list[Line] = []
    for copy in parts.copies:
        start = next((index for index, line in enumerate(copy) if opens_paragraph(line.text)), len(copy))
        left += copy[start:]
    if left and parts.head:
        left += [parts.head, *parts.after[: fields.body]]
    return [line for line in left if any(map(str.isalnum, line.text))]


def _removed(lines: list[Line]) -> list[Block]:
    """What was taken out of the message, as one notice behind it: nothing is lost."""
    if not lines:
        return []
    text = " \u00b7 ".join(" ".join(line.text.split()) for line in lines)
    return [Block(kind="notice", text=text, line=lines[0].number)]


def _without_banners(fields: Fields, post: str) -> tuple[Fields, list[Line]]:
    """The fields without page banners that a copy ran into them, and these."""
    values: dict[FieldName, list[Line]] = {}
    taken: list[Line] = []
    for name, lines in fields.values.items():
        values[name] = []
        for line in lines:
            text, banners = cut_banners(line.text, post)
            taken += [Line(line.number, banner) for banner in reversed(banners)]
            values[name].append(Line(line.number, text.rstrip()) if banners else line)
    return replace(fields, values=values), taken


class _Message(NamedTuple):
    """What stands behind the header's fields."""

    blocks: list[Block]
    signed_by: str | None
    removed: list[Line]
    """What is no part of the text: the trailer, page banners, section headers."""


def _message(
    parts: Parts, fields: Fields, run_on: list[Line], stamped: frozenset[int], notes: Notes
) -> _Message:
    lines = [*run_on, *parts.after[fields.body :]]
    cleaned = clean(lines, parts.after[: fields.body], parts.headline, stamped, notes)
    signed = take_signature(cleaned.lines)
    blocks = read_body(cleaned._replace(lines=signed.lines), notes)
    return _Message(blocks, signed.name, [*signed.trailer, *cleaned.removed])


def _judge(source: Source, blocks: list[Block], notes: Notes) -> None:
    """Warn of a message that is none, has no numbers, or is longer than any."""
    words = sum(len(block.text.split()) for block in blocks)
    if words > _WORDS_MOST or len(source.text) > _CHARACTERS_MOST:
        notes.add("message-too-long", f"{words:,} words, {len(source.text):,} characters", source.first_line)
    if source.stated.text_status:
        notes.add("text-absent", source.stated.text_status)
    elif not blocks:
        notes.add("body-missing", "no message")
    elif source.layout not in WITHOUT_FIELDS and not any(block.number for block in blocks):
        notes.add("paragraphs-missing", "no numbered paragraphs")


def _order(fields: Fields, sent: datetime | None, notes: Notes) -> ExecutiveOrder:
    lines = fields.values.get("executive_order")
    if lines is None:
        return ExecutiveOrder(None, None)
    return read_order(lines, sent.date() if sent else None, notes)
