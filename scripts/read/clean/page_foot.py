"""The lines of a page below its document → where they begin, and what of it stands among the document's lines.

The page goes on with the first line that only a page has, behind all that only a document has; what may belong to
either goes with it where it stands right above. So a document's signature, date and annexes stay, whatever they say.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from scripts.text import page_lines
from scripts.text.lines import TextLines
from scripts.text.page_lines import HINT_PATTERN, is_foot_line

NEAR = 3
"""One short button is the page's where so near below it is a line that only a page has."""
MOST_UNKNOWN = 12
"""For each line that only a page has there are at most so many of any kind behind its first."""
ANNEX_LENGTH = 8
"""A line so short that begins with 附件 is the head of an annex, and no link to a file."""
FIRST_CHARACTERS = frozenset("0123456789一二三四五六七八九十百〇○零（(第专附")
"""With one of these begins every line that is numbered, the head of an annex, and a date."""
# 2031年1月2日, 二〇三一年一月二日, below a signature: a page prints its dates in figures, or with the time
DATE_PATTERN = re.compile(
    r"(?:\d{4}|[一二三四五六七八九〇○零]{4}) ?年 ?[\d一二三四五六七八九十]{1,2} ?月 ?[\d一二三四五六七八九十]{1,3} ?日"
)
# 1.某表.docx, in a list of files, or of pages
SHORT_ITEM_PATTERN = re.compile(r"\d{1,3}[.．、][^。；]{1,40}")
REPEATED_LINES = 40
"""So many sentences below the page's first line are looked for above it: a page may say again what its text says."""


def foot_line(lines: TextLines) -> int:
    """Return the index of the first line of the page below its document; the number of lines where there is none."""
    end = last_of_document(lines)
    rows = [i for i in rows_with(lines, HINT_PATTERN, lines.starts[end + 1]) if is_foot_line(lines[i])]
    first = next((i for i in rows if begins_foot(lines, i)), len(lines))
    if len(lines) - first > MOST_UNKNOWN * sum(1 for i in rows if i >= first):
        return len(lines)
    while first - 1 > end and is_beside(lines[first - 1], lines[first : first + 1]):
        first -= 1
    return host_line(lines, first, end)


def rows_with(lines: TextLines, pattern: re.Pattern[str], start: int) -> Iterator[int]:
    """Yield the indices of the lines, from a place of their text on, in which a pattern is found."""
    while match := pattern.search(lines.text, start):
        index = bisect_right(lines.starts, match.start()) - 1
        yield index
        start = lines.starts[index + 1]


def begins_foot(lines: Sequence[str], index: int) -> bool:
    """Whether a page may go on with its line here: one short button by itself may be a cell of a document's table."""
    if not page_lines.is_short_button(lines[index]):
        return True
    following = lines[index + 1 : index + 1 + NEAR]
    return any(is_foot_line(line) and not page_lines.is_short_button(line) for line in following)


def is_beside(line: str, below: Sequence[str]) -> bool:
    """Whether a line may be the page's where it stands right above one that is; 来源：某处 only above its editor."""
    if len(line) > page_lines.PAGE_LENGTH or "。" in line:
        return False
    if line.startswith("来源"):
        return any(map(page_lines.EDITOR_PATTERN.search, below))
    return page_lines.is_button(line) or bool(page_lines.BESIDE_PATTERN.search(line))


def host_line(lines: Sequence[str], first: int, end: int) -> int:
    """Return where the lines begin that name a site's host above its permits, with addresses between them."""
    if first == len(lines) or not page_lines.is_owner(lines[first]):
        return first
    place = first
    while place - 1 > end and len(lines[place - 1]) <= page_lines.OWNER_LENGTH:
        if page_lines.HOST_PATTERN.search(lines[place - 1]):
            first = place - 1
        elif not page_lines.ADDRESS_PATTERN.search(lines[place - 1]):
            break
        place -= 1
    return first


def last_of_document(lines: TextLines) -> int:
    """Return the index of the last line that only a document has; -1 where there is none."""
    looked_up = 0
    for index in reversed(range(len(lines))):
        start, end = lines.starts[index], lines.starts[index + 1] - 1
        if end - start < page_lines.SENTENCE_LENGTH and lines.text[start : start + 1] not in FIRST_CHARACTERS:
            continue
        line = lines[index]
        if not is_of_document(line):
            continue
        if looked_up < REPEATED_LINES and "。" in line and not page_lines.NUMBERED_PATTERN.match(line):
            looked_up += 1
            words = line[line.find("：") + 1 :]
            if lines.text.find(words) < lines.text.rfind(words):
                continue
        return index
    return -1


def is_of_document(line: str) -> bool:
    """Whether a line below the first of a page's foot says that the document goes on."""
    if SHORT_ITEM_PATTERN.fullmatch(line):
        return False
    if page_lines.is_body(line):
        return not page_lines.NOTICE_PATTERN.search(line) and not line.startswith("©")
    if DATE_PATTERN.fullmatch(line):
        return True
    return line.startswith("附件") and len(line) <= ANNEX_LENGTH and "下载" not in line


def inner_lines(lines: TextLines, start: int, end: int) -> Iterator[int]:
    """Yield the lines of buttons alone that a page has set between those of its document."""
    for index in rows_with(lines, page_lines.INNER_PATTERN, lines.starts[start]):
        if index >= end:
            return
        if page_lines.is_button(lines[index]):
            yield index
