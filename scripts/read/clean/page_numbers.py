"""The numbers of a printed text's pages, and what else stands on every page beside them → nothing.

1. A number between dashes (— 1 —) or with its words (第2页 共12页), on a line of its own or at an end of one.
2. A number that a label follows at once: 13二、维修.
3. A bare number on its own line, next in order to such a one; or in the middle of a sentence, where all lines are as
   long as the page is wide; or one of a row that rises by one, with about as much text between as a page has.
4. A short line that stands beside three such numbers at least: the running head.

A bare number of which none of this holds may be a cell of a table, and stays.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from scripts.read.clean.broken_lines import STOPS, Break, begins
from scripts.read.clean.draft import Change
from scripts.read.clean.wrapped import FULL_SHARE, usual_length
from scripts.text.characters import HAN_PATTERN
from scripts.text.lines import TextLines
from scripts.text.page_lines import is_body

BLANK = r"[ \u00a0\u3000]"
DASHES = r"(?:[—–―－─]{1,2}|[—–―－─-]{2})"
# — 1 —, －12－, 第2页 共12页: also at an end of a line; not -1-, which may be a list's
EDGE = (
    rf"{DASHES}{BLANK}?(?P<dashed>\d{{1,4}}){BLANK}?{DASHES}"
    rf"|第{BLANK}?(?P<said>\d{{1,4}}){BLANK}?页[ \u00a0，,/／]{{0,4}}共{BLANK}?\d{{1,4}}{BLANK}?页"
)
# 第2页, Page 3 of 12, on a line of its own; not 第3页第2行中的…
ALONE = rf"第{BLANK}?(?P<page>\d{{1,4}}){BLANK}?页|[Pp]age{BLANK}(?P<english>\d{{1,4}}){BLANK}of{BLANK}\d{{1,4}}"
NUMERAL = "[一二三四五六七八九十]{1,3}"
LABEL = rf"(?:{NUMERAL}、|（{NUMERAL}）|\({NUMERAL}\)|第[一二三四五六七八九十百]{{1,4}}[编章节])"
NUMBER_PATTERN = re.compile(
    rf"^(?:(?:{EDGE})(?:$|(?=[^\d\n年]))|(?:{ALONE})$|(?P<glued>\d{{1,3}})(?={LABEL})"
    rf"|{BLANK}?(?P<bare>\d{{1,4}})$|-{BLANK}?(?P<hyphened>\d{{1,4}}){BLANK}?-$)",
    re.MULTILINE,
)
END_PATTERN = re.compile(rf"(?<=[^\d\n—–－-]){BLANK}{{0,4}}(?:{EDGE})$")
END_MARK_PATTERN = re.compile("[—–―－─页-]$", re.MULTILINE)
"""With one of these ends every line that ends with a page's number."""
END_LENGTH = 30
ROWS = (("dashed",), ("said", "page"), ("english",), ("glued", "bare", "hyphened"))
"""The ways of printing that may stand in one row."""
SURE_NAMES = ("dashed", "said", "page", "english", "glued")
FEWEST_PAGES = 3
PAGE_LENGTH = 250
"""So many characters a page has at least."""
REGULAR_SHARE, SHORTEST, LONGEST = 0.7, 0.5, 1.7
"""So many of the pages are so long, compared with the one in the middle."""
HEAD_LENGTH = 40
# 附件, 序号 指标 单位, a sentence: what comes again beside page numbers, and is no running head
OTHER_PATTERN = re.compile(r"^附|^续?表|[。；：，]|\S+(?:[ \u00a0\u3000\t]+\S+){2}")


class PageNumber(NamedTuple):
    """What may be the number of a page."""

    start: int
    end: int
    number: int
    name: str
    """How it is printed."""


def drop_page_numbers(text: str) -> Iterator[Change]:
    """Yield the removal of page numbers, each with its line where nothing else stands there, and of running heads."""
    found = sorted(PageNumber(*match.span(), int(match[name]), name) for match, name in named_matches(text))
    usual = usual_length(text) if any(number.name == "bare" for number in found) else 0
    kept = [number for names in ROWS for number in certain_numbers(text, [n for n in found if n.name in names], usual)]
    if not kept:
        return
    lines = TextLines(text)
    heads = set(running_heads(lines, kept))
    spans = [whole_line(text, number.start, number.end) for number in kept]
    spans += [(lines.starts[index], lines.starts[index + 1]) for index in heads]
    for start, end in joined(sorted(spans)):
        is_last = end >= len(text) and text[start - 1 : start] == "\n"
        yield Change(start - is_last, min(end, len(text)), "")


def joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, those that touch or overlap as one."""
    begin, end = -1, -1
    for start, stop in spans:
        if start > end:
            if end >= 0:
                yield begin, end
            begin = start
        end = max(end, stop)
    if end >= 0:
        yield begin, end


def named_matches(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield all that looks like a page's number, with how it is printed."""
    for match in NUMBER_PATTERN.finditer(text):
        if match.lastgroup:
            yield match, match.lastgroup
    for mark in END_MARK_PATTERN.finditer(text):
        at_end = END_PATTERN.search(text, max(mark.end() - END_LENGTH, 0), mark.end())
        if at_end and at_end.lastgroup:
            yield at_end, at_end.lastgroup


def certain_numbers(text: str, found: Sequence[PageNumber], usual: float) -> list[PageNumber]:
    """Return those that are sure, those next to them in order, and those of a regular row."""
    kept = {i for i, n in enumerate(found) if n.name in SURE_NAMES or (usual and interrupts(text, n, usual))}
    for step in (1, -1):
        for place in range(len(found))[::step]:
            before = place - step
            if before in kept and follows(found[place], found[before], step):
                kept.add(place)
    kept.update(regular_row(found))
    return [found[i] for i in sorted(kept)]


def follows(number: PageNumber, other: PageNumber, step: int) -> bool:
    """Whether a number is the next, or the one before, and a page away: nearer only where the other is sure."""
    is_near = abs(number.start - other.start) < PAGE_LENGTH and other.name not in SURE_NAMES
    return number.number == other.number + step and not is_near


def interrupts(text: str, number: PageNumber, usual: float) -> bool:
    """Whether a bare number stands alone in a sentence, in a text whose lines are as long as the page is wide."""
    stop = text.find("\n", number.end + 1)
    start = text.rfind("\n", 0, max(number.start - 1, 0)) + 1
    above = text[start : max(number.start - 1, 0)]
    if number.name != "bare" or len(above) < FULL_SHARE * usual or above[-1] in STOPS:
        return False
    place = Break(start, number.end, stop if stop >= 0 else len(text))
    return HAN_PATTERN.match(text, number.end + 1) is not None and not begins(text, place)


def regular_row(found: Sequence[PageNumber]) -> Iterator[int]:
    """Yield the places of numbers that rise by one and have a page's text between them."""
    row: list[int] = []
    for place in range(len(found) + 1):
        if place < len(found) and row and found[place].number == found[row[-1]].number + 1:
            row.append(place)
            continue
        if is_regular([found[i].start for i in row]):
            yield from row
        row = [place]


def is_regular(starts: Sequence[int]) -> bool:
    """Whether pages of about the same length may begin at these places."""
    gaps = [b - a for a, b in pairwise(starts)]
    if len(starts) < FEWEST_PAGES or min(gaps) < PAGE_LENGTH:
        return False
    middle = median(gaps)
    return sum(SHORTEST * middle <= gap <= LONGEST * middle for gap in gaps) >= REGULAR_SHARE * len(gaps)


def whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with the line end behind it, where nothing else stands on its line."""
    is_whole = (start == 0 or text[start - 1] == "\n") and text[end : end + 1] in ("\n", "")
    return (start, end + 1) if is_whole else (start, end)


def running_heads(lines: TextLines, numbers: Sequence[PageNumber]) -> Iterator[int]:
    """Yield the indices of short lines that stand beside many page numbers; no heads of annexes, no rows of a table."""
    own = {bisect_right(lines.starts, number.start) - 1 for number in numbers}
    beside = {i for index in own for i in (index - 1, index + 1) if 0 <= i < len(lines) and i not in own}
    words = {i: lines[i] for i in sorted(beside) if lines.starts[i + 1] - lines.starts[i] <= HEAD_LENGTH}
    counts = Counter(words.values())
    for index, line in words.items():
        if counts[line] >= FEWEST_PAGES and not OTHER_PATTERN.search(line) and not is_body(line):
            yield index
