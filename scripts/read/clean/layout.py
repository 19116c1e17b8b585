"""What only laid a page out → nothing: control characters, indents, blank lines, stray spaces."""

import re
from collections.abc import Iterator
from functools import lru_cache

from scripts.read.clean.draft import Change
from scripts.text.characters import CJK_PATTERN, HAN, HAN_PATTERN, CharacterClass

SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

LINE_ENDS = "\r\v\f\x85\u2028\u2029"
NEWLINE_PATTERN = re.compile(rf"\r\n?|[{LINE_ENDS[1:]}]")
# BOM, NUL, escape, zero-width space, direction marks, non-characters, tags; not tab and line ends
CONTROLS = CharacterClass(
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufe03-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e00ff"
)
# "  \n\n    " between two lines; an indent at the start; whatever trails at the end
BLANKS, BARE_SPACES = CharacterClass(SPACES + "\n"), CharacterClass(SPACES)
# 目  录, 前  言; not 北京 上海
LETTERSPACED_PATTERN = re.compile(rf"[{HAN}](?:[{SPACES}]+[{HAN}])+")

SPACE_SET = frozenset(" \t\u00a0\u3000\u2002\u2003")
# 第一章 总  则, 第 一 章 总则
CHAPTER_PATTERN = re.compile(
    rf"(?P<label>第[{SPACES}]{{0,3}}[一二三四五六七八九十百\d]+"
    rf"(?:[{SPACES}][一二三四五六七八九十百]){{0,4}}"
    rf"[{SPACES}]{{0,3}}[编章节条條])[{SPACES}]+"
)
# 质 量 提 升, each pair of characters apart; 质量 提升
APART_PATTERN = re.compile(rf"[{HAN}][{SPACES}]{{1,2}}(?=[{HAN}])")
TOGETHER_PATTERN = re.compile(rf"[{HAN}](?=[{HAN}])")
NO_PARTS: tuple[range, ...] = ()
FEWEST_APART, APART_SHARE = 6, 4
"""So many pairs of a line are apart, and so many times more than stand together, where a page sets all apart."""

GAP = 3
"""From so many spaces on, a run sets two things apart and stays as one space: 市委〔2018〕27号   2018年12月10日."""


def drop_controls(text: str) -> Iterator[Change]:
    """Yield the removal of control and invisible formatting characters, the byte order mark among them."""
    for start, end in CONTROLS.find_runs(text):
        yield Change(start, end, "")


def restore_newlines(text: str) -> Iterator[Change]:
    """Yield a line feed for every other line end."""
    for match in NEWLINE_PATTERN.finditer(text) if any(end in text for end in LINE_ENDS) else ():
        yield Change(match.start(), match.end(), "\n")


def drop_layout(text: str) -> Iterator[Change]:
    """Yield the removal of indents, trailing spaces and blank lines; one line feed stays between two lines."""
    length = len(text)
    for start, end in BLANKS.find_runs(text):
        if start == 0 or end == length:
            yield Change(start, end, "")
        elif end - start == 1:
            continue  # a plain line end, or a space inside a line
        elif "\n" in text[start:end]:
            yield Change(start, end, "\n")


def tidy_spaces(text: str) -> Iterator[Change]:
    """Yield the removal of spaces that Chinese does not write; a space between two words stays, as a plain one.

    提名奖 4个 → 提名奖4个, 前  言 → 前言; “山海情怀 品质烟台” stays.
    """
    line_end, parts = -1, NO_PARTS
    for start, end in BARE_SPACES.find_runs(text):
        if line_end < end:
            line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
            line_end = line_end if line_end >= 0 else len(text)
            parts = letterspaced(text, line_start, line_end)
        if any(start in part for part in parts):
            yield Change(start, end, "")
        elif end - start >= GAP:
            yield Change(start, end, " ")
        else:
            yield Change(start, end, "" if is_stray(text[start - 1 : start], text[end : end + 1]) else " ")


def letterspaced(text: str, start: int, end: int) -> tuple[range, ...]:
    """Return the parts of a line whose characters are set apart by blanks that are no part of it.

    目  录; 第一章 总  则, behind its number; 第 一 章 总则, in it; a line of a page on which all are.
    """
    if text[start + 1 : start + 2] in SPACE_SET and LETTERSPACED_PATTERN.fullmatch(text, start, end):
        return (range(start, end),)
    if text.startswith("第", start) and (chapter := CHAPTER_PATTERN.match(text, start, end)):
        has_title = LETTERSPACED_PATTERN.fullmatch(text, chapter.end(), end)
        return range(start, chapter.end("label")), range(chapter.end(), end if has_title else chapter.end())
    apart = sum(1 for _ in APART_PATTERN.finditer(text, start, end))
    if apart >= FEWEST_APART and apart >= APART_SHARE * sum(1 for _ in TOGETHER_PATTERN.finditer(text, start, end)):
        return (range(start, end),)
    return ()


@lru_cache(maxsize=1 << 14)
def is_stray(left: str, right: str) -> bool:
    """Whether a space touches Chinese on one side and does not stand between two Han characters."""
    if HAN_PATTERN.match(left) and HAN_PATTERN.match(right):
        return False
    return bool(CJK_PATTERN.match(left) or CJK_PATTERN.match(right))
