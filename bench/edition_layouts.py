"""Invented telegrams as printed editions and older networks have them."""

from xml.sax.saxutils import escape

from invented_telegrams import (
    POSTS,
    SIGNERS,
    SUBJECTS,
    Dice,
    Truth,
    message,
    short,
    words,
    wrapped,
)


def frus(dice: Dice, index: int) -> Truth:
    """Foreign Relations of the United States, as text."""
    sent = dice.when(1961, 1976)
    _, _, origin, _, named = row = dice.choice(POSTS)
    post = row[0]
    place = post.title()
    serial = dice.randint(101, 9_999)
    level = dice.choice(("Confidential", "Secret", "Top Secret"))
    paragraphs = dice.paragraphs(capitals=False)
    subject = dice.choice(SUBJECTS).title()
    precedence = dice.choice(("Immediate", "Priority"))
    head = f"{dice.randint(1, 400)}. Telegram From the {named} to the Department of State"
    lines = [
        *(wrapped(head, 60) if dice.chance(0.3) else [head]),
        "",
        f"{place}, {sent:%B} {sent.day}, {sent.year}, {sent:%H%M}Z.",
        "",
    ]
    lines += [f"{serial}. Subject: {subject}.", ""]
    lines += [line for n, text in enumerate(paragraphs, 1) for line in (f"{n}. {text}", "")]
    lines += [
        "Martin",
        "",
        f"Source: National Archives, RG 59, Central Files 1970-73, POL 1. {level}; {precedence}; Exdis.",
    ]
    return Truth(
        file=f"{index:04d}.txt",
        text="\n".join(lines),
        id=short(sent.year, post, serial),
        date=f"{sent:%Y-%m-%dT%H:%M}",
        sender=origin,
        level=level.upper(),
        subject=subject,
        paragraphs=tuple(range(1, len(paragraphs) + 1)),
        words=[word for each in paragraphs for word in words(each)],
    )


def tei(dice: Dice, index: int) -> Truth:
    """The same in TEI XML."""
    made = frus(dice, index)
    lines = [line for line in made.text.split("\n") if line]
    source = lines.pop()
    dated = next(at for at, line in enumerate(lines) if line.endswith("Z."))
    head, body = " ".join(lines[:dated]), lines[dated + 1 :]
    place, day = lines[dated].rstrip(".").split(", ", 1)
    note = "<note n='2'>Not printed.</note>"
    inside = "".join(f"<p>{escape(each)}{note if dice.chance(0.2) else ''}</p>" for each in body[:-1])
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        f'<div type="document" subtype="historical-document" xml:id="d1" n="1"><head>{escape(head)}'
        f'<note n="1" type="source">{escape(source)}</note></head>'
        f"<opener><dateline><placeName>{place}</placeName>, "
        f"<date>{day}</date>.</dateline></opener>{inside}<closer><signed>{body[-1]}</signed></closer>"
        "</div></body></text></TEI>"
    )
    return Truth(**{**made.__dict__, "file": f"{index:04d}.xml", "text": text})


def incoming(dice: Dice, index: int) -> Truth:
    """The Department's form before 1973."""
    sent = dice.when(1950, 1972)
    post, _, origin, *_ = dice.choice(POSTS)
    serial = dice.randint(101, 4_999)
    level = dice.choice(("CONFIDENTIAL", "SECRET", "TOP SECRET"))
    paragraphs = dice.paragraphs(capitals=True)
    day = f"{sent:%B} {sent.day}".upper()
    gap = " " * dice.randint(10, 26)
    lines = [
        f"INCOMING TELEGRAM{gap}Department of State",
        "",
        f"{gap}{level}{gap}Control: {dice.randint(1000, 19999)}",
    ]
    lines += [
        f"Action{gap}{gap}Rec'd: {day}, {sent.year}",
        f" EUR{gap}{gap}      3:25 PM",
        "Info",
        f" SS      FROM: {post.title() if dice.chance(0.3) else post}",
        " G",
        "         TO:   Secretary of State",
        "",
        f"         NO:   {serial}, {day}, 8 PM",
        "",
    ]
    lines += [line for text in paragraphs for line in (*wrapped(text, 62), "")]
    lines += [" " * 40 + dice.choice(SIGNERS), "", "LM:MC/10", "", level]
    return Truth(
        file=f"{index:04d}.txt",
        text="\n".join(lines),
        id=short(sent.year, post, serial),
        date=f"{sent:%Y-%m-%d}",
        sender=origin,
        level=level,
        words=[word for each in paragraphs for word in words(each)],
    )


def telno(dice: Dice, index: int) -> Truth:
    """A British telegram."""
    sent = dice.when(1975, 1989)
    post = dice.choice(("ROME", "PARIS", "LISBON", "MALTA", "NEW DELHI"))
    serial = dice.randint(1, 999)
    level = dice.choice(("CONFIDENTIAL", "SECRET", "RESTRICTED"))
    paragraphs = dice.paragraphs(capitals=True)
    subject = dice.choice(SUBJECTS)
    month = f"{sent:%B}".upper()
    lines = [
        level,
        f"FM {post}",
        "TO IMMEDIATE FCO",
        f"TELNO {serial}",
        f"OF {sent:%d%H%M}Z {month} {sent:%y}",
        "INFO PRIORITY WASHINGTON, UKMIS NEW YORK",
        "",
        subject,
        "",
        "SUMMARY",
        "",
        *message(paragraphs, 64),
    ]
    lines += [dice.choice(SIGNERS), "", "YYYY", "DISTRIBUTION 45", "MAIN 40", "LIMITED"]
    return Truth(
        file=f"{index:04d}.txt",
        text="\n".join(lines),
        id=short(sent.year, post, serial),
        date=f"{sent:%Y-%m-%dT%H:%M}",
        sender=post.title(),
        level=level,
        subject=subject,
        paragraphs=tuple(range(1, len(paragraphs) + 1)),
        words=[word for each in paragraphs for word in words(each)],
    )


def cablegram(dice: Dice, index: int) -> Truth:
    """An Australian cablegram in Markdown."""
    sent = dice.when(1941, 1949)
    place = dice.choice(("BATAVIA", "LONDON", "WASHINGTON", "NEW YORK"))
    serial = dice.randint(1, 999)
    level = dice.choice(("TOP SECRET", "SECRET", "CONFIDENTIAL"))
    paragraphs = dice.paragraphs(capitals=False)
    sender = dice.choice(("Critchley", "Kirby", "Ballard"))
    letter = dice.choice(("K", "", ""))
    lines = [
        f"{dice.choice(('# ', '## ', ''))}{dice.randint(1, 400)} {sender} to Department of External Affairs",
        "",
        f"Cablegram {letter}{serial} {place}, {sent.day} {sent:%B} {sent.year}, 4.30 p.m.",
        "",
        f"{dice.choice(('IMMEDIATE ', 'MOST IMMEDIATE ', ''))}{level}",
        "",
    ]
    lines += [line for text in paragraphs for line in (text, "")]
    lines += ["[AA : A1838, 403/3/1/1, iii]"]
    return Truth(
        file=f"{index:04d}.md",
        text="\n".join(lines),
        id=short(sent.year, place, serial),
        date=f"{sent:%Y-%m-%d}",
        sender=sender,
        level=level,
        words=[word for each in paragraphs for word in words(each)],
    )
