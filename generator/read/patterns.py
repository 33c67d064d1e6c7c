"""The patterns that readers recognise things by, and what layouts add taken away again, line for line.

Each pattern has an example and why it is as it is. They only tell layouts from one another and telegrams from
other text. What a telegram says is the parser's.
"""

import re
from dataclasses import dataclass

from generator.tables import LEVEL_PATTERN

MRN = re.compile(r"\d{2}[A-Z](?:[A-Z0-9 ]{0,40}[A-Z0-9])?\d")
"""``09ASTANA308`` as a layout prints it on a line or in a cell of its own. The published index has some that
took a piece of the section header with them (``09SECTION02OF03QRIPOLI583``): stated as printed."""

STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?(?:Z|\+00:00)?")
"""``2009-02-20 09:29:00``, ``2004-11-22 13:01``, ``2005-11-16T09:53:00Z``."""

AMERICAN_STAMP = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})[ T](\d{1,2}):(\d{2})(?::\d{2})?")
"""``12/28/1966 18:06``: month, day, year; the CSV distribution."""

LEVEL = re.compile(
    rf"(?:{LEVEL_PATTERN})"
    r"(?://(?:FOR OFFICIAL USE ONLY|FOUO|NOFORN|SBU|NOFORN//[A-Z /]+|[A-Z ,]{2,40}))?",
    re.IGNORECASE,
)
"""``UNCLASSIFIED//FOR OFFICIAL USE ONLY`` as the published index writes it."""

ORIGIN = re.compile(
    r"(?:Embassy|Consulate|Secretary|Mission|US|American|Department|Iran|Branch|UN)[\w .,'\u2019/()-]{0,60}",
    re.IGNORECASE,
)
"""``Embassy Astana``, ``Consulate Hamburg``, ``Secretary of State``, ``USUN New York``."""

PARTIAL = re.compile(
    r"This\s+record\s+is\s+a\s+partial\s+extract\s+of\s+the\s+original\s+cable\s*\.\s*"
    r"The\s+full\s+text\s+of\s+the\s+original\s+cable\s+is\s+not\s+available\s*\.?"
)
"""The published site's own remark over about one cable in ten; a hard-wrapped copy breaks it over lines."""

GLUED_BODY = re.compile(
    r"(?<=[A-Z0-9/.)])(?="
    # as in "DIA WASHDCUNCLAS SECTION 01 OF 02 REYKJAVIK 000269"
    r"(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|UNCLAS(?:SIFIED)?)\b"
    r"(?: +SECTION \d| +(?:[A-Z]+ +){1,8}\d{3,7}\b)"
    # as in "WASHDCCLASSIFICATION: SECRET", "ASTANACable dated:2008-10-27", "SECRETid: 196219"
    r"|CLASSIFICATION: |Cable dated:|id: \d+$"
    # as in "PRIORITYTuesday, 09 October 2007, 14:14"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d\d )"
    # as in "WASHDC2006-05-05 15:15:00\t06BERN898", "WASHDC 00562006-05-05 15:15:00"
    r"|(?:(?<=[A-Z])|(?<= \d{4}))(?=(?:\d{4,6}\s)?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s)",
    re.MULTILINE,
)
"""``RUEKDIA/DIA WASHDCUNCLAS SECTION 01 OF 02 REYKJAVIK 000269``: text dumps run header and body together.
Also ``PRIORITYTuesday, 09 October 2007, 14:14``, the date line that the published site put over some
extracts, and ``WASHDC2006-05-05 15:15:00<tab>06BERN898``, a row of an older dump caught inside a body."""

LINK = re.compile(
    r"\[(?P<label>[^\[\]\n]*)\]\(#[^()\s]*\)|\[(?P<code>[A-Z0-9][A-Z0-9 ]*)\]\((?:https?:/)?/[^()\s]*\)"
)
"""``[PGOV](#)``, ``[06ALMATY1450](/cable/2006/04/06ALMATY1450.html)``: only a code gives up a real address,
so that no word of the message is lost."""

ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$<>|~&])")
r"""``\$350,000``; the characters that Markdown lets a backslash protect."""

HEADING = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
"""``#### MINISTRY OF JUSTICE``."""

MARKDOWN = re.compile(
    r"\]\(#[^()\s]*\)|^#{1,6} +\S|\\[$#*_\[\]]|\[[A-Z0-9 ]+\]\((?:https?:/)?/", re.MULTILINE
)
"""Any one of these shows that a text went through a Markdown converter; telegrams have no use for them."""

NUMBERED = re.compile(r"^[^\w\n]{0,6}(\d{1,3})\s?\.\s?(?=\S| )", re.MULTILINE)
"""``¶5. (SBU)``, ``115. (C)``: the start of a numbered paragraph, damaged or not."""

MARKUP = re.compile(
    # as in "<script>", "</p>", "<a href=x>"
    r"</?(?:a|abbr|audio|b|base|body|br|button|details|div|em|embed|font|form|frame|h[1-6]|head|hr|html|i|iframe"
    r"|img|input|li|link|math|meta|object|ol|p|pre|script|span|strong|style|svg|table|td|textarea|th|title|tr|u|ul"
    r"|video)"
    r"\b[^<>]*>"
    # as in "{{ config }}", "{% include x %}", "<!-- x", "javascript:x"
    r"|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<!--|javascript:",
    re.IGNORECASE,
)
"""``<script>``, ``{{ config }}``: markup or template code. The 1,669 measured telegrams hold neither ``<``
nor ``{``, so any of it came from elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSign:
    """One thing that shows text to be a telegram."""

    pattern: re.Pattern[str]
    weight: int
    """ENOUGH where it can hardly stand in another text; else what it adds."""
    example: str


ENOUGH = 2
"""Weight from which on a text is a telegram."""

TELEGRAM: tuple[TelegramSign, ...] = (
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}[ZOPR](?: [ZOPR]){0,3} \d{6}Z [A-Z]{3} \d{2}\b", re.MULTILINE),
        weight=ENOUGH,
        example="O 200929Z FEB 09",
    ),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}\d{6}Z [A-Z][A-Za-z]{2} \d{2}\b", re.MULTILINE),
        weight=ENOUGH,
        example="291359Z Nov 00",
    ),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}VZCZC[A-Z0-9]", re.MULTILINE), weight=ENOUGH, example="VZCZCXRO7817"
    ),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}ZN[RY] [A-Z]{5} ZZH", re.MULTILINE),
        weight=ENOUGH,
        example="ZNR UUUUU ZZH",
    ),
    TelegramSign(
        pattern=re.compile(
            r"^\W{0,6}(?:FM|TO|INFO) (?:R[A-Z]{4,6}/)?(?:AM|US|SEC|MISSION)[A-Z]+", re.MULTILINE
        ),
        weight=ENOUGH,
        example="FM AMEMBASSY ASTANA",
    ),
    TelegramSign(
        pattern=re.compile(r"\b(?:C O N F I D E N T I A L|S E C R E T|U N C L A S)\b"),
        weight=ENOUGH,
        example="S E C R E T SECTION 01 OF 03",
    ),
    TelegramSign(
        pattern=re.compile(rf"^\W{{0,6}}(?:UNCLAS|{LEVEL_PATTERN})\b.{{0,40}} 0*\d{{2,6}}\s*$", re.MULTILINE),
        weight=ENOUGH,
        example="UNCLAS ASTANA 000308",
    ),
    TelegramSign(pattern=re.compile(r"^\W{0,6}SIPDIS\b", re.MULTILINE), weight=ENOUGH, example="SIPDIS"),
    TelegramSign(pattern=re.compile(r"\bE\.? ?O\.? ?1[0-9]{4}"), weight=ENOUGH, example="E.O. 12958: N/A"),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}TAGS?\s?:?\s+[A-Z]{2}", re.MULTILINE),
        weight=ENOUGH,
        example="TAGS: PGOV",
    ),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}\d{1,3}\s?\.\s*\((?:U|SBU|C|S|C/NF|S/NF|LOU|C-NF|S-NF)\)", re.MULTILINE),
        weight=ENOUGH,
        example="2. (SBU) SUMMARY",
    ),
    TelegramSign(pattern=re.compile(r"^\W{0,6}¶\s?\d", re.MULTILINE), weight=ENOUGH, example="¶1. Summary"),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}SUBJ(?:ECT)?\s?:", re.MULTILINE), weight=1, example="SUBJECT: KAZAKHSTAN"
    ),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}REF(?:TEL|S)?\s?:", re.MULTILINE),
        weight=1,
        example="REFTEL: ASTANA 00272",
    ),
    TelegramSign(
        pattern=re.compile(rf"^\W{{0,6}}(?:{LEVEL_PATTERN})\b", re.MULTILINE),
        weight=1,
        example="CONFIDENTIAL",
    ),
    TelegramSign(
        pattern=re.compile(r"\b(?:END )?(?:SUMMARY|COMMENT)\b[.:]|\bSummary[.:]|\bEnd [Ss]ummary"),
        weight=1,
        example="END SUMMARY.",
    ),
    TelegramSign(
        pattern=re.compile(r"^\W{0,6}\d{1,3}\.\s+\S", re.MULTILINE), weight=1, example="1. PRESS REPORTS"
    ),
)
"""What makes a text a telegram, strongest first; the sum of weights must reach ENOUGH."""


def has_markdown(text: str) -> bool:
    """True where the text bears any remains of Markdown."""
    return ("#" in text or "\\" in text or "](" in text) and bool(MARKDOWN.search(text))


def first_markup(text: str) -> re.Match[str] | None:
    """Where markup or template code first stands in a text."""
    return MARKUP.search(text) if "<" in text or "{" in text or "cript:" in text else None


def is_telegram(text: str) -> bool:
    """True where the text shows enough of a telegram's form; one without capitals is read as if in them."""
    text = text.upper() if text.islower() else text
    weight = 0
    for evidence in TELEGRAM:
        if evidence.pattern.search(text):
            weight += evidence.weight
            if weight >= ENOUGH:
                return True
    return False


_PARTIAL_WITHIN = 20_000
"""Characters from the start within which the site's remark is looked for: behind the longest header."""


def without_partial_notice(text: str) -> tuple[str, bool]:
    """Blank out the site's remark "This record is a partial extract", lines kept; True where it was there."""
    match = PARTIAL.search(text, 0, _PARTIAL_WITHIN)
    if not match:
        return text, False
    return text[: match.start()] + "\n" * match[0].count("\n") + text[match.end() :], True


def without_markdown(text: str) -> str:
    """Undo links, escapes and hard line breaks; headings keep ``#### ``, whatever their level was."""
    text = LINK.sub(lambda match: match["label"] if match["code"] is None else match["code"], text)
    text = HEADING.sub("#### ", text)
    text = ESCAPE.sub(r"\1", text)
    return "\n".join(line.removesuffix("  ") for line in text.split("\n"))
