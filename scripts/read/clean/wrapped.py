"""Lines that are broken inside a sentence → joined; a line that ends where a paragraph, a heading or a cell does stays.

1. A text as a printed page has it, each paragraph broken into lines of about the same length: known by how many of its
   lines end inside a sentence. There all line ends go but those behind a full stop, a heading, a name, a cell, and
   before a number; and a number is none if it is half a word: 统 / 一、可持续发展.
2. Any other text: only line ends that nothing but a broken line has (`broken_lines.py`).
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from scripts.read.clean.broken_lines import STOPS, Break, begins, is_half_word, is_prose, is_sure
from scripts.read.clean.draft import Change
from scripts.read.clean.head_labels import TITLE_LIKE_PATTERN
from scripts.read.structure.lines import is_labelled

FEWEST_BREAKS, BREAK_SHARE = 2, 0.4
"""A text is broken into lines where so many of them, and so much of those of prose, end inside a sentence."""
LONGEST_USUAL, LONGER, LONGER_SHARE = 100, 1.6, 0.1
"""Such lines are no longer; and of all lines only so many are so much longer than they."""
FEWEST_EVEN, EVEN, EVEN_SHARE = 8, 0.15, 0.1
"""Where there are so many, most of them as long as the others but for so much, so few of all lines are enough."""
FEWEST_FULL, SHORTEST_FULL, FULL, MOST_FULL = 3, 20, 0.12, 0.9
"""Or so many lines of at least so many characters, each below the longest by no more than so much, most of those that
end inside a sentence: the width of a page."""
FULL_SHARE, HEADING_SHARE, FRAGMENT_SHARE = 0.8, 0.92, 0.6
"""A line is full that has so much of the usual length; one that begins with a number, and may be a heading, if more."""
# 落实责任。（市水务局负责）: a sentence ends so, too
ENDED_PATTERN = re.compile("。[（(][^（()）]{1,200}[)）]$|(?:负责|牵头|配合|参加|删除)[)）]$")
# 某次会议通过 / 2019年5月31日: the next step of a law's making
PASSED_PATTERN, DATE_PATTERN = re.compile("(?:通过|批准|公布|发布|修正|修订|施行)$"), re.compile(r"\d{4}年\d{1,2}月")
ARTICLE_PATTERN = re.compile(r"第[ \u3000]?[一二三四五六七八九十百千零〇\d]+[ \u3000]?[条條]")
# 1 合格率 % 95 97
ROW_PATTERN = re.compile(r"\S+(?:[ \u00a0\u3000\t]+\S+){3}")


class Paragraph(NamedTuple):
    """What is known of the lines that are joined so far."""

    lines: int = 0
    is_numbered: bool = False
    """Whether it begins with a number: until its first full stop it may be a heading."""
    has_stop: bool = False

    def with_line(self, text: str, place: Break) -> "Paragraph":
        """Return it with the line above a line end."""
        is_numbered = self.is_numbered if self.lines else may_be_heading(text[place.start : place.end])
        return Paragraph(self.lines + 1, is_numbered, self.has_stop or text.find("。", place.start, place.end) >= 0)

    @property
    def is_heading(self) -> bool:
        """Whether it may be a heading."""
        return self.is_numbered and not self.has_stop


def join_wrapped_lines(text: str) -> Iterator[Change]:
    """Yield the removal of each line end inside a sentence; between two words in Latin letters a blank takes its place.

    …支持轨道客车、自主品牌汽 / 车、换热器… → …自主品牌汽车、换热器…
    """
    length = usual_length(text)
    for place in broken_in_lines(text, length) if length else broken_anywhere(text):
        yield Change(place.end, place.end + 1, glue(text[place.end - 1], text[place.end + 1]))


def broken_anywhere(text: str) -> Iterator[Break]:
    """Yield the line ends of any text that only a broken line has."""
    lines = 0
    for place in breaks(text):
        lines += 1
        if is_sure(text, place, lines):
            yield place
        else:
            lines = 0


def broken_in_lines(text: str, length: float) -> Iterator[Break]:
    """Yield the line ends inside sentences of a text whose lines are broken at about this length."""
    paragraph = Paragraph()
    for place in breaks(text):
        paragraph = paragraph.with_line(text, place)
        if is_sure(text, place, paragraph.lines) or is_inside(text, place, paragraph, length):
            yield place
        else:
            paragraph = Paragraph()


def breaks(text: str) -> Iterator[Break]:
    """Yield every line end that stands between two lines that are not empty."""
    start, end = 0, text.find("\n")
    while end >= 0:
        stop = text.find("\n", end + 1)
        stop = stop if stop >= 0 else len(text)
        if start < end and end + 1 < stop:
            yield Break(start, end, stop)
        start, end = end + 1, stop if stop < len(text) else -1


def usual_length(text: str) -> float:
    """Return how long the lines of a text are that is broken into such; 0 for one that is not."""
    lengths, full = array("i"), array("i")
    ended = 0
    for place in breaks(text):
        if text[place.end - 1] in STOPS:
            ended += 1
        elif not begins(text, place):
            if is_prose(text, place.start, place.end) and is_of_sentence(text, place):
                lengths.append(place.end - place.start)
            if text[place.stop - 1] in STOPS:
                full.append(place.end - place.start)
    return length_of_prose(text, lengths, ended) or width_of_page(text, full)


def width_of_page(text: str, lengths: Sequence[int]) -> float:
    """Return the length at which long lines stop inside a sentence, whatever stands there; 0 where there is none."""
    long = [length for length in lengths if length >= SHORTEST_FULL]
    width = max(long, default=0)
    even = sum(length >= (1 - FULL) * width for length in long)
    if even < max(FEWEST_FULL, MOST_FULL * len(long)) or width > LONGEST_USUAL:
        return 0
    longer = sum(place.end - place.start > (1 + FULL) * width for place in breaks(text))
    return width if longer <= LONGER_SHARE * even else 0


def length_of_prose(text: str, lengths: Sequence[int], ended: int) -> float:
    """Return the usual length of the lines of prose that end inside a sentence; 0 where these are few or uneven."""
    if len(lengths) < FEWEST_BREAKS:
        return 0
    usual, all_lines = median(lengths), len(lengths) + ended
    longer = sum(place.end - place.start > LONGER * usual for place in breaks(text))
    if usual > LONGEST_USUAL or longer > max(LONGER_SHARE * all_lines, 1):
        return 0
    even = sum(abs(length - usual) <= EVEN * usual for length in lengths)
    is_even = len(lengths) >= FEWEST_EVEN and even >= FULL_SHARE * len(lengths)
    return usual if len(lengths) >= (EVEN_SHARE if is_even else BREAK_SHARE) * all_lines else 0


def is_of_sentence(text: str, place: Break) -> bool:
    """Whether the line below may go on with the sentence of the one above, which is no heading with a comma in it."""
    if not is_prose(text, place.end + 1, place.stop):
        return False
    return "。" in text[place.start : place.end] or not may_be_heading(text[place.start : place.end])


def may_be_heading(line: str) -> bool:
    """Whether a line begins with a number that a heading may have: that of an article stands before its text."""
    return is_labelled(line) and not ARTICLE_PATTERN.match(line)


def is_inside(text: str, place: Break, paragraph: Paragraph, length: float) -> bool:
    """Whether a sentence goes on below, in a text whose lines are broken at about this length."""
    start, end, stop = place
    above, below = text[start:end], text[end + 1 : stop]
    if is_ended(above, below) or begins(text, place):
        return False
    if is_half_word(text, place):
        return True
    is_full = len(above) >= (HEADING_SHARE if paragraph.is_heading else FULL_SHARE) * length
    if is_prose(text, start, end) or paragraph.lines > 1:
        return is_full or (paragraph.has_stop and is_prose(text, end + 1, stop))
    if not is_full or TITLE_LIKE_PATTERN.search(above):
        return False
    if paragraph.is_heading:  # （四）参加志 / 愿服务；, and no heading above its text
        return len(below) < FRAGMENT_SHARE * length and below[-1] in STOPS
    return below[-1] in STOPS or is_prose(text, end + 1, stop) or len(below) >= FULL_SHARE * length


def is_ended(above: str, below: str) -> bool:
    """Whether a line ends as a sentence, a row of a table, or a step of a law's making does."""
    if above[-1] in STOPS or ENDED_PATTERN.search(above) or ROW_PATTERN.fullmatch(above):
        return True
    return PASSED_PATTERN.search(above) is not None and DATE_PATTERN.match(below) is not None


def glue(last: str, first: str) -> str:
    """Return what takes the place of a line end: a blank between two words in Latin letters."""
    return " " if last.isascii() and last.isalpha() and first.isascii() and first.isalpha() else ""
