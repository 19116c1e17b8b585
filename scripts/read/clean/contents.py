"""A table of contents that repeats the body's headings → nothing.

It begins with 目录, on its own line or, letterspaced, at the end of one; or with entries that end in dots and a page
number, of which no document has two one after the other. An entry may go on on the next line. Or it begins with the
first heading of all, where nothing but headings stands between that and itself again.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from scripts.read.clean.draft import Change
from scripts.text.lines import TextLines

CONTENTS_PATTERN = re.compile(r"^目[^\S\n]*[录次]$|(?<=[^\n])目[ \u00a0\u3000]+[录次]$", re.MULTILINE)
# 一、检查 ........ 3
DOTTED_PATTERN = re.compile(
    r"^[^\n]{0,200}?[^\s.·…．‥][ \u00a0\t]*(?:[.·．‥…][ \u00a0]?){4,400}[ \u00a0\t]*\d{1,4}$", re.MULTILINE
)
DOTS_PATTERN = re.compile(r"[.·．‥…][ \u00a0]?[.·．‥…][ \u00a0]?[.·．‥…][ \u00a0]?[.·．‥…]")
# 一、总体要求……3, read from its end: the page number and the dots before it
LEADER_PATTERN = re.compile(r"[)）]?\d*[(（]?[\s.·…．‥]*")
# 第一章 总则, with nothing but headings below it until it comes again
FIRST_HEADING_PATTERN = re.compile(r"^(?:第[一1][编章]|一、)[^\n]{1,60}$", re.MULTILINE)
HEADING_PATTERN = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[编章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^。]+"
)
FEWEST_ENTRIES = 3
SPACE_PATTERN = re.compile(r"\s+")
REPEATED_SHARE, DOTTED_SHARE = 0.9, 0.5
"""So much of a list must come again below, in its order, for it to be a table of contents; less if it has dots."""
CONTENTS_LENGTH = 500
"""No table of contents has more lines."""


def drop_contents(text: str) -> Iterator[Change]:
    """Yield the removal of a table of contents: the line 目录 and the headings after it that come again below."""
    found = CONTENTS_PATTERN.search(text)
    dots = DOTS_PATTERN.search(text)
    dotted = DOTTED_PATTERN.search(text, text.rfind("\n", 0, dots.start()) + 1) if dots else None
    if dotted and not (found and found.start() < dotted.start()):
        found = None
    if not found and not dotted:
        yield from drop_unnamed(text)
        return
    start = found.end() + 1 if found else dotted.start() if dotted else 0
    if start >= len(text):
        return
    lines = TextLines(text[start:])
    rows = [SPACE_PATTERN.sub("", line) for line in islice(lines, CONTENTS_LENGTH)]
    is_dotted = dotted is not None and len([row for row in rows if without_leader(row) != row]) > 1
    body = body_line(rows, is_dotted=is_dotted)
    if body is None or not (found or is_dotted):
        return
    share = DOTTED_SHARE if is_dotted else REPEATED_SHARE
    if is_repeated(list(entries(rows[:body], is_dotted=is_dotted)), lines, body, share):
        begin = found.start() if found else start
        is_glued = begin > 0 and text[begin - 1] != "\n"  # then the line end before the body stays
        yield Change(begin, start + lines.starts[body] - is_glued, "")


def drop_unnamed(text: str) -> Iterator[Change]:
    """Yield the removal of the headings that stand one below the other and come again, all of them, in their order."""
    first = FIRST_HEADING_PATTERN.search(text)
    if not first:
        return
    lines = TextLines(text[first.start() :])
    rows = [SPACE_PATTERN.sub("", line) for line in islice(lines, CONTENTS_LENGTH)]
    headings = list(takewhile(HEADING_PATTERN.fullmatch, rows))
    body = headings.index(rows[0], 1) if rows[0] in headings[1:] else 0
    if body >= FEWEST_ENTRIES and is_repeated(rows[:body], lines, body, 1):
        yield Change(first.start(), first.start() + lines.starts[body], "")


def body_line(rows: Sequence[str], *, is_dotted: bool) -> int | None:
    """Return the index of the row in which the first entry comes again, the first heading of the body."""
    heading = next(entries(rows, is_dotted=is_dotted), "")
    for index in range(1, len(rows)):
        row = rows[index]
        if row.startswith(heading) and not (is_dotted and without_leader(row) != row):
            return index
    return None


def entries(rows: Sequence[str], *, is_dotted: bool) -> Iterator[str]:
    """Yield the entries of the rows, without dots and page numbers; where there are such, one may have two rows."""
    begun = ""
    for row in rows:
        entry = without_leader(row)
        if is_dotted and entry == row and not begun and row:
            begun = row
            continue
        yield begun + entry
        begun = ""
    if begun:
        yield begun


def without_leader(entry: str) -> str:
    """Return an entry without its dots and page number.

    >>> without_leader("一、总体要求……3")
    '一、总体要求'
    """
    leader = LEADER_PATTERN.match(entry[::-1])  # from its end, for a long row of dots to be read once
    return entry[: len(entry) - leader.end()] if leader else entry


def is_repeated(entries: Sequence[str], lines: Sequence[str], place: int, share: float) -> bool:
    """Whether at least this share of the entries begin lines from this place on, in the same order."""
    missed = 0
    for entry in entries:
        places = range(place, len(lines)) if entry else ()
        match = next((i for i in places if SPACE_PATTERN.sub("", lines[i]).startswith(entry)), None)
        if match is not None:
            place = match + 1
        else:
            missed += 1
            if len(entries) - missed < share * len(entries):
                return False
    return bool(entries)
