"""A text that nobody described yet → what it says of itself: title, who issued it, number, dates, kind, period, bases.

Where the page prints a table of particulars above the document, what that says of title, number, body and day of issue
decides. Else the head and the foot of the first document do. What a page says of the day on which it showed the text is
no day of issue.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scripts.model.policy import Block, Policy
from scripts.model.said import Found, Said, Where
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.adoption import date_of, find_acts, issuers_of, start_of_force
from scripts.read.structure.dates import DATE_PATTERN, read_date
from scripts.read.structure.head_table import Field, HeadTable, read_head_table
from scripts.read.structure.issuers import named_in_table, named_in_title, reporters, signers
from scripts.read.structure.lines import NamedLines
from scripts.read.structure.numbers import find_number
from scripts.read.structure.parts import Parts, find_order, parts_of, signed, signs
from scripts.read.structure.printed import Printed
from scripts.read.structure.terms import find_bases, find_in_force, find_period, find_validity
from scripts.read.structure.titles import TITLE_END_PATTERN, find_title, join
from scripts.text import particulars

Span = tuple[int, int]
FIRST_DATE_PATTERN = re.compile(rf"[—-]*\s*{DATE_PATTERN.pattern}\s?在[^，。]{{4,60}}(?:会议|大会)")
PRINTED_PATTERN = re.compile("日\\s?印发")
TAG_PATTERN = re.compile(r"<[^<>]*>|&nbsp;")
MOST_PRINTS = 4
"""So often a page prints the title of its document."""
PAGE_LINES = 20_000
"""So many lines of a page, its scripts among them, can stand above its table."""
PAGE_PATTERN = re.compile(r"<(?:!doctype|html|head|body|table|div|p|td)\b", re.IGNORECASE)


def guess_metadata(policy: Policy) -> Said:
    """Return what a text says of itself; what is not printed is left out."""
    text, parts = policy.text, parts_of(policy)
    table = find_table(policy.source.text) or HeadTable((), 0, 0)
    title_span = find_title_span(policy, parts)
    title = choose_title(tabled(table, *particulars.TITLES), named(text, title_span) if title_span else None)
    head = [(block.start, block.end) for block in parts.head]
    acts = find_acts(text, head)
    number = tabled_number(table) or find_number(text, head)
    date = find_date(text, parts, table) or date_of(acts)
    kind_span = title_span or ((title.start, title.end) if title and title.where is Where.TEXT else None)
    issued = named_in_title(text, *title_span) if title_span else ()
    issued = issued or (reporters(text, title.value, head) if title else ())
    return Said(
        title=title,
        issuers=find_issuers(text, parts, table, issued) or issuers_of(acts),
        number=number,
        date=date,
        kind=find_kind(text, kind_span),
        in_force=day_in(table, particulars.FIRST_DAYS)
        or start_of_force(acts)
        or find_in_force(text, date.value if date else None),
        validity=find_validity(text),
        period=find_period(text, title_span),
        implements=find_bases(text, ((block.start, block.end) for block in parts.first)),
    )


def find_table(source: str) -> HeadTable | None:
    """Return the table of particulars in a source; of a web page, the tags count as blank lines of their length."""
    if not PAGE_PATTERN.search(source, 0, 5000):
        return read_head_table(source)
    return read_head_table(TAG_PATTERN.sub(lambda tag: "\n" + " " * (len(tag[0]) - 1), source), PAGE_LINES)


def choose_title(tabled_title: Found | None, printed: Found | None) -> Found | None:
    """Return the title that the table gives; where the text prints the same, as it stands there."""
    is_same = tabled_title and printed and squeeze(tabled_title.value) == squeeze(printed.value)
    return printed if is_same or not tabled_title else tabled_title


def squeeze(words: str) -> str:
    """Return words without blanks."""
    return "".join(words.split())


def find_title_span(policy: Policy, parts: Parts) -> Span | None:
    """Return the span of the first document's title, which may have several lines."""
    printed = Printed(policy.text, NamedLines(policy.text))
    title = last_print(printed, find_title(printed, 0, len(printed)))
    if title:
        return printed.lines[title[0]].start, printed.lines[title[1] - 1].end
    order = find_order(policy.text, parts)
    if not order:
        return None
    preamble = next(section for section in policy.sections if section.kind is SectionKind.PREAMBLE)
    titles = [block for block in preamble.blocks if block.kind is BlockKind.TITLE and block != order]
    last = titles[0] if titles else order
    for block in titles[1:]:
        last = block if block.start == last.end + 1 else last
    return (titles[0] if titles else order).start, last.end


def last_print(printed: Printed, title: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the lines on which a title is printed for the last time: the document's own, below that of its page."""
    for _ in range(MOST_PRINTS):
        again = find_title(printed, title[1], len(printed)) if title else None
        if not title or not again or not squeeze(join(printed, again)).endswith(squeeze(join(printed, title))):
            break
        title = again
    return title


def named(text: str, span: Span) -> Found:
    """Return a title on one line."""
    return Found("".join(line.strip() for line in text[slice(*span)].split("\n")), *span)


def tabled(table: HeadTable, *labels: str) -> Found | None:
    """Return what the table of particulars says under the first of these labels that has a value."""
    field = table.first(*labels)
    is_said = field and re.search(r"[\d\u4e00-\u9fff]{2}", field.value)
    return Found(field.value, field.start, field.end, Where.SOURCE) if field and is_said else None


def tabled_number(table: HeadTable) -> Found | None:
    """Return the number that the table of particulars gives, without blanks."""
    found = tabled(table, *particulars.NUMBERS, *particulars.FILE_CODES)
    return replace(found, value=squeeze(found.value)) if found else None


def day_in(table: HeadTable, labels: tuple[str, ...]) -> Found | None:
    """Return the day that the table of particulars gives under the first of these labels."""
    field: Field | None = table.first(*labels)
    value = read_date(field.value) if field else None
    return Found(value, field.start, field.end, Where.SOURCE) if field and value else None


def find_date(text: str, parts: Parts, table: HeadTable) -> Found | None:
    """Return the day of issue: as the table says, as the notice is signed, below the number, as the text is signed."""
    tabled_day = day_in(table, particulars.DAYS)
    if tabled_day:
        return tabled_day
    numbers = [block for block in parts.head if block.kind is BlockKind.NUMBER]
    dates = [block for block in parts.head if block.kind is BlockKind.DATE]
    for block in (*parts.notice_foot, *numbers, *parts.foot, *dates):
        if block.kind is BlockKind.PARAGRAPH:
            continue
        match = DATE_PATTERN.search(text, block.start, block.end)
        value = read_date(match[0]) if match else None
        if match and value and (block.kind is not BlockKind.NUMBER or "-" in value):
            return Found(value, match.start(), match.end())
    for block in (*parts.head, *parts.foot):
        if FIRST_DATE_PATTERN.match(text, block.start, block.end):
            match = DATE_PATTERN.search(text, block.start, block.end)
            return Found(read_date(match[0]) or "", match.start(), match.end()) if match else None
    return printing_date(text, parts)


def printing_date(text: str, parts: Parts) -> Found | None:
    """Return the day on which the document was printed, as the last line of its foot says."""
    for block in parts.foot:
        match = DATE_PATTERN.search(text, block.start, block.end)
        if match and text.startswith("印", match.end()):
            return Found(read_date(match[0]) or "", match.start(), match.end())
    return None


def find_issuers(text: str, parts: Parts, table: HeadTable, in_title: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the bodies that issued the text: as the table says, as notice or text are signed, as the title says."""
    field = table.first(*particulars.BODIES)
    if field:
        return named_in_table(field.value, field.start)
    feet = parts.notice_foot, signed(text, parts.foot), unprinted(text, parts.foot), signed(text, parts.head)
    for foot in feet:
        own = signers(text, [(block.start, block.end) for block in foot if signs(text, block)])
        if own:
            has_all = {each.value for each in own} < {each.value for each in in_title}
            return in_title if has_all else own
    order = find_order(text, parts)
    if order and not in_title:
        return named_in_title(text, order.start, order.end)
    publisher = table.first(*particulars.PUBLISHERS, *particulars.OTHER_PUBLISHERS)
    return in_title or (named_in_table(publisher.value, publisher.start) if publisher else ())


def unprinted(text: str, foot: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a foot that names no office which only had the document printed: 某办公室 / …印发."""
    is_printed = any(PRINTED_PATTERN.search(text, block.start, block.end) for block in foot)
    return () if is_printed else tuple(foot)


def find_kind(text: str, title: Span | None) -> Found | None:
    """Return what a title says that the document is."""
    match = TITLE_END_PATTERN.search(text, *title) if title else None
    return Found(match["kind"], match.start("kind"), match.end("kind")) if match else None
