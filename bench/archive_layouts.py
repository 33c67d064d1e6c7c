"""Invented telegrams of archives: the National Archives, the FOIA reading room, odd copies of ours."""

from invented_telegrams import (
    LEVELS,
    MONTHS,
    POSTS,
    SIGNERS,
    SUBJECTS,
    TAGS,
    Dice,
    Truth,
    message,
    paged,
    references,
    short,
    words,
    wrapped,
)


def aad(dice: Dice, index: int) -> Truth:
    """National Archives, 1973-1979: Message Text, Message Attributes."""
    sent = dice.when(1973, 1979)
    outgoing = dice.chance(0.25)
    post, line, origin, *_ = (
        ("STATE", "SECSTATE WASHDC", "Secretary of State", "", "") if outgoing else dice.choice(POSTS)
    )
    serial = dice.randint(101, 29_999)
    level, spaced = dice.choice(LEVELS)
    tags = tuple(dice.sample(TAGS, dice.randint(1, 5)))
    subject = dice.choice(SUBJECTS)
    ref, ids = references(dice, sent.year, post)
    paragraphs = dice.paragraphs(capitals=True)
    stamp = "" if outgoing else f"  {sent:%d%H%M}Z"
    cut = post if dice.chance(0.5) else post[:6].strip()

    def banner(page: int) -> list[str]:
        beside = dice.chance(0.2)
        head = f"PAGE {page:02d}        {cut}  {serial:05d}{stamp}"
        if beside:
            return ["", f"{level}    {head}", ""]
        return [level, "", level, "", head, ""]

    top = [level, "", f"PAGE 01        {cut}  {serial:05d}{stamp}", "", "43"]
    top += [
        "ORIGIN EUR-12" if outgoing else "ACTION EUR-12",
        "",
        "INFO  OCT-01  ISO-00  CIAE-00  PM-03  L-02  NSAE-00",
        "",
        " PA-01  SS-15  USIA-06  /063 W",
        "",
    ]
    if outgoing:
        top += [
            "DRAFTED BY EUR/WE:LMARCHETTI:ABC",
            "APPROVED BY EUR:RSMITHERS",
            "EB/OT:JDOE",
            "S/S-O:MTANNER",
        ]
    top += [f"                     ---------------------     {dice.randint(10000, 99999):06d}"]
    top += [
        f"{dice.choice('ZOPR')} {sent:%d%H%M}Z {MONTHS[sent.month - 1]} {sent:%y}",
        f"FM {line}",
        "TO SECSTATE WASHDC 4321" if not outgoing else "TO AMEMBASSY ROME",
        "INFO AMEMBASSY BERN",
        "USMISSION NATO",
        "",
    ]
    exdis = dice.chance(0.15)
    top += [f"{spaced} {post} {serial:05d}", "", *(["EXDIS", ""] if exdis else [])]
    opening = [
        f"E.O. 11652: {dice.choice(('GDS', 'N/A', 'XGDS-1', 'GDS'))}",
        *([""] if dice.chance(0.3) else []),
        f"TAGS: {', '.join(tags)}",
    ]
    opening += [
        *([""] if dice.chance(0.3) else []),
        f"{dice.choice(('SUBJECT', 'SUBJ'))}: {subject}",
        "",
        *([ref, ""] if ref else []),
    ]
    lines = top + opening + paged(dice, message(paragraphs, 64), banner, 1)
    lines += [dice.choice(SIGNERS), "", level, "", dice.choice(("NNN", "NNNN", "<< END OF DOCUMENT >>")), ""]
    known = {
        "Automatic Decaptioning": "X",
        "Capture Date": "01 JAN 1994",
        "Current Classification": "UNCLASSIFIED",
        "Concepts": "HARBORS, BUDGETS",
        "Copy": "SINGLE",
        "Draft Date": f"{sent:%d} {MONTHS[sent.month - 1]} {sent:%Y}",
        "Disposition Authority": "reviewer01",
        "Document Number": f"{sent.year}{post.replace(' ', '')}{serial:05d}",
        "Executive Order": "GS",
        "Film Number": "D750026-0123",
        "From": post,
        "Legacy Key": "link1975/newtext",
        "Locator": "TEXT ON-LINE, ON MICROFILM",
        "Office": "ACTION EUR",
        "Original Classification": level,
        "Page Count": "2",
        "Review Action": "RELEASED, APPROVED",
        "Subject": subject,
        "TAGS": ", ".join(tags),
        "To": "STATE",
        "Type": "TE",
    }
    if dice.chance(0.2):
        known["Subject"] = "\n".join(wrapped(subject, 20))
    marks = ["Markings: Declassified/Released US Department of State EO Systematic Review 05 JUL 2006"]
    text = "\n".join(
        [
            "Message Text",
            "",
            "",
            *lines,
            "",
            "Message Attributes",
            "",
            "",
            *(f"{key}: {value}" for key, value in known.items()),
            *marks,
            "",
        ]
    )
    return Truth(
        file=f"{index:04d}.txt",
        text=text,
        id=short(sent.year, post, serial),
        date=f"{sent:%Y-%m-%dT%H:%M}",
        sender=origin,
        level=level,
        tags=tags,
        references=ids,
        subject=subject,
        paragraphs=tuple(range(1, len(paragraphs) + 1)),
        words=[word for each in paragraphs for word in words(each)],
    )


def foia(dice: Dice, index: int) -> Truth:
    """The FOIA reading room: stamps on every page, excisions with their reasons."""
    sent = dice.when(1985, 2009)
    post, line, origin, *_ = dice.choice(POSTS)
    serial = dice.randint(101, 9_999)
    level, spaced = dice.choice(LEVELS[:2])
    tags = tuple(
        dice.sample(("PREL", "PGOV", "ECON", "ETRD", "PTER", "SENV", "IT", "FR", "EUN"), dice.randint(1, 5))
    )
    subject = dice.choice(SUBJECTS)
    ref, ids = references(dice, sent.year, post)
    paragraphs = dice.paragraphs(capitals=True)
    case, document = dice.randint(1, 99_999), dice.randint(1_000_000, 9_999_999)
    numbers = f"Case No. F-2012-{case:05d} Doc No. C0{document} Date: 01/02/2014"
    stamp = f"UNCLASSIFIED U.S. Department of State {numbers}"
    release = dice.choice(("RELEASE IN PART", "RELEASED IN PART", "RELEASE IN FULL"))
    codes = ["B1,1.4(B),1.4(D)"] if "PART" in release else []
    cut = post[:6].strip()

    def banner(page: int) -> list[str]:
        return [
            stamp,
            "",
            stamp,
            " " * 29 + level,
            "",
            f"PAGE {page:02d}        {cut}  {serial:05d}  01 OF 02  {sent:%d%H%M}Z",
        ]

    lines = [
        stamp,
        "",
        *(" " * 58 + each for each in [release, *codes]),
        "",
        f"{level}    PTQ{dice.randint(1000, 9999)}",
        "",
    ]
    lines += [
        f"PAGE 01        {cut}  {serial:05d}  01 OF 02  {sent:%d%H%M}Z",
        "ACTION EUR-00",
        "",
        "INFO  LOG-00   ACQ-00   AID-00   L-00",
        "      INR-00   NSAE-00  SS-00    /001W",
        f"                  ------------------AB1234  {sent:%d%H%M}Z /38",
    ]
    lines += [
        f"P {sent:%d%H%M}Z {MONTHS[sent.month - 1]} {sent:%y}",
        f"FM {line}",
        "TO SECSTATE WASHDC PRIORITY 4321",
        "INFO AMEMBASSY BERN",
        "",
        f"{spaced} SECTION 01 OF 02 {post} {serial:06d}",
        "",
    ]
    lines += [
        f"E.O. 12958: DECL: 03/12/{(sent.year + 10) % 100:02d}",
        f"TAGS: {', '.join(tags)}",
        f"SUBJECT: {subject}",
        "",
        *([ref, ""] if ref else []),
    ]
    body: list[str] = []
    kept: list[str] = []
    for number, text in enumerate(paragraphs, 1):
        if codes and dice.chance(0.2):
            body += [f"{number}." + " " * 50 + "B1", " " * 53 + "1.4(D)", ""]
        else:
            body += [*wrapped(f"{number}. {text}", 64), ""]
            kept += words(text)
    lines += paged(dice, body, banner, 1)
    lines += [
        dice.choice(SIGNERS),
        "",
        " " * 29 + level,
        "",
        "<< END OF DOCUMENT >>",
        "",
        "REVIEW AUTHORITY: Jane Sample, Senior Reviewer",
        stamp,
    ]
    return Truth(
        file=f"{index:04d}.txt",
        text="\n".join(lines),
        id=short(sent.year, post, serial),
        date=f"{sent:%Y-%m-%dT%H:%M}",
        sender=origin,
        level=level,
        tags=tags,
        references=ids,
        subject=subject,
        paragraphs=tuple(range(1, len(paragraphs) + 1)),
        words=kept,
    )


def ours(dice: Dice, index: int) -> Truth:
    """2003-2010 with the oddities of copies: labels misspelt, small letters, margins, odd references."""
    sent = dice.when(2003, 2009)
    post, line, origin, *_ = dice.choice(POSTS)
    serial = dice.randint(101, 4_999)
    level, spaced = dice.choice(LEVELS)
    tags = tuple(
        dice.sample(
            ("PREL", "PGOV", "ECON", "ETRD", "PTER", "SENV", "IT", "FR", "EUN", "KPAO"), dice.randint(2, 5)
        )
    )
    subject = dice.choice(SUBJECTS)
    ref, ids = references(dice, sent.year, post)
    paragraphs = dice.paragraphs(capitals=False)
    label = dice.choice(("TAGS:", "TAGS:", "TAS:", "TABS:", "TAGES:", "TAGS,", "TAGS;", "TGAS:"))
    named = dice.choice(("SUBJECT:", "SUBJECT:", "SUBJ:", "SUBJECT", "SUBEJCT:"))
    header = [f"{label} {', '.join(tags)}", f"{named} {subject}", "", *([ref, ""] if ref else [])]
    if dice.chance(0.15):
        header = [
            f"tags: {', '.join(tags)}".lower(),
            f"Subject: {subject.lower()}",
            "",
            *([ref.lower(), ""] if ref else []),
        ]
    lines = [
        "VZCZCXRO1234",
        "RR RUEHXX",
        f"DE RUEHRO #{serial:04d} 0720915",
        "ZNR UUUUU ZZH",
        f"R {sent:%d%H%M}Z {MONTHS[sent.month - 1]} {sent:%y}",
        f"FM {line}",
        "TO RUEHC/SECSTATE WASHDC 1234",
        "",
        f"{spaced} {post} {serial:06d}",
        "",
        "SIPDIS",
        "",
        "E.O. 12958: N/A",
        *header,
    ]
    lines += [*message(paragraphs, 74), dice.choice(SIGNERS)]
    margin = " " * dice.choice((0, 0, 0, 5, 10))
    ends = dice.choice(("\n", "\n", "\r\n"))
    return Truth(
        file=f"{index:04d}.txt",
        text=ends.join(f"{margin}{each}" if each else "" for each in lines),
        id=short(sent.year, post, serial),
        date=f"{sent:%Y-%m-%dT%H:%M}",
        sender=origin,
        level=level,
        tags=tags,
        references=ids,
        subject=subject,
        paragraphs=tuple(range(1, len(paragraphs) + 1)),
        words=[word for each in paragraphs for word in words(each)],
    )
