"""The lines of one column → its paragraphs: told by their indents, by how full their lines are, and by the space above.

1. A line that stands deeper than the column's edge begins a paragraph, unless it hangs below the words after a label.
2. So does one that would have found room, with its first word, on the line above.
3. So does one of other size, and one with more space above than lines of a paragraph have.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scripts.read.extract.layout.joining import Ending, doubt_of_join, join_texts
from scripts.read.extract.layout.lines import Line
from scripts.text.characters import HAN_PATTERN
from scripts.text.numerals import parse_numeral

INDENT = 0.7
"""A line that begins so many characters to the right of the edge is indented."""
ROOM, RAGGED = 0.4, 0.2
"""So much more than the first word needs must be free above; a line ends where the column does, but for so much."""
SAME_SIZE = 0.15
"""The sizes of a paragraph's lines differ by less."""
SPACE = 1.3
"""So many times the usual distance of lines parts paragraphs."""
EVEN, USUAL, FEWEST_EVEN = 1.08, 0.15, 2
"""Distances that differ by less are one; the usual one is the smallest that so many have, and so many at least."""
STACKED, HIGHEST = 3, 5.0
"""So many characters at least stand one below the other in a title that does, and so far apart, for their size."""
NO_ROOM = 0.75
"""A line is full where less room is left: no digit or letter would have stood there."""
HALF_WIDTH = 0.55
"""So much of its size an ASCII character is wide."""
FAR, LOWEST = 2.2, 0.9
"""So many times its size, at most and at least, is a line of a paragraph below the other."""
CLOSING = "，。、；：！？）》〉”’】〕」』％%,.;:!?)"
OPENING = "（《〈“‘【〔「『("
# 一、, （二）, 3., （4）, b), ——, 第五条, ①, 注2：, 轴距：: what a hanging line is set below the words after
LABEL_PATTERN = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]|[a-z][)）]|[①-⑳●•◆■□◇※·▪*-]|—{1,2}"
    r"|第[一二三四五六七八九十百零\d]{1,9}[编章节条款项])[ \u3000]*"
)
NUMERAL_PATTERN = re.compile(r"[一二三四五六七八九十百]+|\d+")  # 十二, 12
NOTE_PATTERN = re.compile(r"[^，。；：:]{1,6}[：:][ \u3000]*")
# 第一章 总则…………3: an entry of a table of contents
LEADER_PATTERN = re.compile(r"(?:…{2}|\.{4}|·{4}|．{4}|(?:[.·] ){4}).*[\divxⅠ-ⅻ]\W*$")
LEADERS = ("……", "....", "····", "．．．．", ". ", "· ")
"""Without any of these a line has no such dots."""
STOPS = "。；：！？"
# 95%以上, 在“三农”: what of a line's beginning cannot be parted: a word of ASCII or one character, with the marks at it
WORD = "(?:[!-~]+|.)"
UNIT_PATTERN = re.compile(rf"[{re.escape(OPENING)}]*{WORD}(?:[“”‘’]{WORD}?|[{re.escape(CLOSING)}]+[0-9A-Za-z.%]*)*")


class Frame(NamedTuple):
    """From where to where the lines of a column run."""

    x0: float
    x1: float
    breaks_words: bool = False
    """Whether its lines end anywhere, in words and numbers too."""
    step: float = 0.0
    """How far below one another its lines usually stand; 0 where that is not known."""


class Text(NamedTuple):
    """A paragraph with its lines."""

    text: str
    lines: tuple[Line, ...]
    doubt: str = ""


def find_paragraphs(lines: Sequence[Line], frame: Frame) -> Iterator[Text]:
    """Yield the paragraphs of a column's lines."""
    begun: list[Line] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if begun and not goes_on(begun, line, after, frame):
            yield join_lines(begun, frame)
            begun = []
        begun.append(line)
    if begun:
        yield join_lines(begun, frame)


def join_lines(lines: Sequence[Line], frame: Frame) -> Text:
    """Return lines as one paragraph."""
    text, doubt = lines[0].text, ""
    for above, line in pairwise(lines):
        ending = find_ending(above, frame)
        doubt = doubt or doubt_of_join(text, line.text, ending)
        text = join_texts(text, line.text, ending)
    return Text(text, tuple(lines), doubt)


def goes_on(begun: Sequence[Line], line: Line, after: Line | None, frame: Frame) -> bool:
    """Whether a line goes on with the paragraph of which these lines are the last."""
    if len(line.text) == 1 and is_stacked([*begun, line], after):
        return True
    return is_near(begun[-1], line, frame) and may_follow(begun, line, after, frame)


def is_stacked(lines: Sequence[Line], after: Line | None) -> bool:
    """Whether lines are the characters of a title that stand one below the other, three of them at least."""
    if after is not None and len(lines) < STACKED:
        lines = [*lines, after]
    first = lines[0]
    near = first.size / 2
    is_row = all(HAN_PATTERN.fullmatch(line.text) and abs(line.x0 - first.x0) < near for line in lines)
    return is_row and len(lines) >= STACKED and lines[-1].base - lines[-2].base < HIGHEST * first.size


def may_follow(begun: Sequence[Line], line: Line, after: Line | None, frame: Frame) -> bool:
    """Whether a line may go on with a paragraph, wherever it stands below it."""
    above = begun[-1]
    if abs(above.size - line.size) > SAME_SIZE * max(above.size, line.size) or has_room(above, line, frame):
        return False
    if has_leader(above.text) or ("  " in above.text and not is_long(above, frame)):
        return False
    depth = (line.x0 - frame.x0) / line.size
    if depth > INDENT:
        return hangs(begun, line, after, frame)
    if begun[0].x0 - frame.x0 > INDENT * line.size or not begins_item(line):
        return True
    return not (ends_sentence(above) or is_next_label(begun[0], line))


def has_leader(text: str) -> bool:
    """Whether a line is an entry of a table of contents: dots, and the number of a page."""
    return any(dots in text for dots in LEADERS) and LEADER_PATTERN.search(text) is not None


def is_near(above: Line, line: Line, frame: Frame) -> bool:
    """Whether a line stands no farther below another than lines of a paragraph do."""
    distance = line.base - above.base
    most = SPACE * frame.step if frame.step else FAR * line.size
    return distance < max(most, line.size)


def has_room(above: Line, line: Line, frame: Frame) -> bool:
    """Whether the first word of a line would have stood on the one above."""
    return frame.x1 - above.x1 > first_width(line) + ROOM * line.size


def first_width(line: Line) -> float:
    """Return how wide that is with which a line begins and that cannot be parted."""
    unit = UNIT_PATTERN.match(line.text)
    return sum(HALF_WIDTH if char < "\x7f" else 1.0 for char in (unit[0] if unit else "")) * line.size


def hangs(begun: Sequence[Line], line: Line, after: Line | None, frame: Frame) -> bool:
    """Whether an indented line goes on with a paragraph that is itself indented, or hangs below its label."""
    above, first = begun[-1], begun[0]
    near = INDENT * line.size
    if begins_item(line):
        return False
    if len(begun) > 1 and abs(above.x0 - line.x0) < near and above.x0 - frame.x0 > near:
        return True
    if after is not None and after.x0 < line.x0 - near and is_near(line, after, frame) and is_long(line, frame):
        return False
    label = LABEL_PATTERN.match(first.text) or NOTE_PATTERN.match(first.text)
    below = first.x0 + label_width(label[0]) * first.size if label else first.x0
    is_block = after is not None and abs(after.x0 - line.x0) < near and not has_room(line, after, frame)
    return abs(line.x0 - below) < near and (label is not None or is_block)


def label_width(label: str) -> float:
    """Return how wide a label is, in characters."""
    return sum(HALF_WIDTH if char < "\x7f" else 1.0 for char in label)


def begins_item(line: Line) -> bool:
    """Whether a line begins with a label."""
    return LABEL_PATTERN.match(line.text) is not None


def is_next_label(first: Line, line: Line) -> bool:
    """Whether a line begins with the label that comes after the one of another line."""
    labels = [LABEL_PATTERN.match(each.text) for each in (first, line)]
    shapes = [NUMERAL_PATTERN.split(label[0].strip()) if label else [] for label in labels]
    numbers = [NUMERAL_PATTERN.search(label[0]) if label else None for label in labels]
    if shapes[0] != shapes[1] or not (numbers[0] and numbers[1]):
        return False
    return value_of(numbers[1][0]) == value_of(numbers[0][0]) + 1


def value_of(numeral: str) -> int:
    """Return the number that a numeral of a label stands for."""
    return int(numeral) if numeral.isdecimal() else parse_numeral(numeral) or 0


def ends_sentence(line: Line) -> bool:
    """Whether a line ends where a sentence does."""
    return line.text[-1:] in STOPS


def find_ending(line: Line, frame: Frame) -> Ending:
    """Return how a line of a paragraph ends."""
    if frame.x1 - line.x1 > NO_ROOM * line.size:
        return Ending.SHORT
    return Ending.ANYWHERE if frame.breaks_words else Ending.FULL


def is_long(line: Line, frame: Frame) -> bool:
    """Whether a line runs to the column's edge, but for a character or two."""
    return frame.x1 - line.x1 < 2 * line.size


def find_step(lines: Sequence[Line]) -> float:
    """Return how far below one another the lines of a column usually stand; 0 where there are none to tell by."""
    places = [(line.base, line.size) for line in lines]
    distances = sorted(
        below - base
        for (base, size), (below, other) in pairwise(places)
        if abs(size - other) < SAME_SIZE * size and LOWEST * size < below - base < FAR * size
    )
    for distance in distances:
        near = bisect_right(distances, EVEN * distance) - bisect_left(distances, distance)
        if near >= max(FEWEST_EVEN, USUAL * len(distances)):
            return distance
    return distances[0] if distances else 0.0


def find_frame(lines: Sequence[Line]) -> Frame:
    """Return from where to where the lines of a column run, as most of its long lines show it; at least one line."""
    widest = max(line.x1 - line.x0 for line in lines)
    long = [line for line in lines if line.x1 - line.x0 > widest / 2]
    x0 = usual_end([-line.x0 for line in long], long[0].size)
    inner = [line for line in long if line.text[-1:] not in CLOSING] or long
    return Frame(-x0, usual_end([line.x1 for line in inner], long[0].size), step=find_step(lines))


def usual_end(ends: list[float], size: float) -> float:
    """Return the farthest end that more than one of them reaches, the farthest where none does."""
    ordered = sorted(ends, reverse=True)
    for end, following in pairwise(ordered):
        if end - following < RAGGED * size:
            return end
    return ordered[0]
