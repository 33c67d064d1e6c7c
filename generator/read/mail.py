"""Mail: an ``.eml`` file or an ``mbox`` of many, a telegram a message.

What is attached is read by its own layout. Nobody's address is handed on: of a message its text alone is
kept, as the original too.
"""

import email
import email.policy
import hashlib
import io
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.model import Problem, Source, Stated
from generator.read import limits
from generator.read.decode import clean
from generator.read.item import Item, Reading, markup_problems
from generator.read.margin import without_margin, without_marks
from generator.read.names import is_junk, shown
from generator.read.patterns import is_telegram

NAME = "mail"

_PARTS: Final = re.compile(rb"From \S{1,200} .{0,60}\d{1,2}:\d\d.{0,20}\b\d{4}\b.{0,20}\r?\n")
"""``From a@example.org Mon Jan  1 00:00:00 2010``; a sentence of a message may begin with the word, too."""
_MBOX: Final = re.compile(_PARTS.pattern + rb">?[A-Z][A-Za-z-]+: ")
_HEADER: Final = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|To|Date|Subject|X-[\w-]+|DKIM-Signature"
    rb"|Content-Type|Reply-To|Sender|Authentication-Results|ARC-[\w-]+): ",
    re.IGNORECASE,
)
_SURE: Final = re.compile(
    rb"^(?:Message-ID|MIME-Version|Received|Return-Path): ", re.IGNORECASE | re.MULTILINE
)
_FROM: Final = re.compile(rb"^From: ", re.IGNORECASE | re.MULTILINE)
_QUOTED: Final = re.compile(rb"(?m)^>(?=>*From )")


def recognises(item: Item) -> bool:
    """The line that parts an mbox, or the header of one message."""
    if _MBOX.match(item.head):
        return True
    return bool(_HEADER.match(item.head) and _SURE.search(item.head) and _FROM.search(item.head))


def read(item: Item) -> Iterator[Reading]:
    """A telegram for each message; one without is a Problem and the next one goes on."""
    many = _MBOX.match(item.head) is not None
    for number, (line, raw) in enumerate(_messages(item, many=many), start=1):
        yield from _message(item, raw, number if many else None, line)


def _messages(item: Item, *, many: bool) -> Iterator[tuple[int, bytes]]:
    """Each message with the line on which it begins, cut beyond the bound of one telegram."""
    held: list[bytes] = []
    size, first, blank = 0, 1, True
    stream = item.stream()
    for number, line in enumerate(iter(lambda: stream.readline(limits.CABLE), b""), start=1):
        if many and blank and _PARTS.fullmatch(line):
            if held:
                yield first, b"".join(held)
            held, size, first, blank = [], 0, number, False
            continue
        blank = not line.strip()
        size += len(line)
        if size <= limits.CABLE:
            held.append(line)
    if held:
        yield first, b"".join(held)


def _message(item: Item, raw: bytes, row: int | None, line: int) -> Iterator[Reading]:
    try:
        message = email.message_from_bytes(_QUOTED.sub(b"", raw), policy=email.policy.default)
        text = _text(message) if isinstance(message, EmailMessage) else ""
        attached = list(_attached(message)) if isinstance(message, EmailMessage) else []
    except (ValueError, LookupError, KeyError, AttributeError, TypeError, IndexError) as error:
        yield Problem.of(
            "record-unreadable", f"a message that cannot be read: {error}", path=item.name, line=line
        )
        return
    if is_telegram(text):
        yield _source(item.name, text, row, line)
    elif not attached:
        yield Problem.of("not-a-cable", "a message without a telegram in it", path=item.name, line=line)
    for name, data in attached:
        yield from item.member(shown(name), io.BytesIO(data), size=len(data))


def _source(path: str, text: str, row: int | None, line: int) -> Source:
    return Source(
        path=path,
        row=row,
        layout=NAME,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        first_line=line,
        original=text,
        stated=Stated(),
        problems=markup_problems(path, text, first_line=line),
    )


def _text(message: EmailMessage) -> str:
    """The text of a message, of an HTML one what its page shows."""
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if isinstance(body, EmailMessage) else ""
    if not isinstance(content, str):
        return ""
    if isinstance(body, EmailMessage) and body.get_content_type() == "text/html":
        page = LexborHTMLParser(content).body
        content = page.text(deep=True, separator="\n") if page else ""
    text = clean(content.encode("utf-8", "replace").decode("utf-8"))
    return without_margin(without_marks(_SIGNATURE.sub("", text)))


_SIGNATURE: Final = re.compile(r"\n-- \n(?:[^\n]*+\n){0,8}+[^\n]*+\Z")
"""What a program puts behind a message: who sent it, where to reach them (RFC 3676)."""


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """What is attached under a name of its own."""
    for part in message.iter_attachments():
        name = part.get_filename()
        data = part.get_payload(decode=True)
        if name and isinstance(data, bytes) and data and not is_junk(name):
            yield name, data
