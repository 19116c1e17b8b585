"""The runs of a line → its text: blanks where gaps are wide, none where letters are only spaced."""

import re
from collections.abc import Sequence
from itertools import pairwise

from scripts.read.extract.layout.page import Run
from scripts.text.characters import CJK, HAN_PATTERN

WORD_GAP = 0.18
"""Between two Latin words at least so much of a character's size is free."""
GAP, WIDE_GAP = 0.5, 1.7
"""Between others a gap so wide is a blank, and one so wide two: it may part the cells of a table without lines."""
TIGHT = 3
"""The characters of a line are tight where its runs have so many each."""
SPREAD, EVEN = 2.5, 0.7
"""The letters of a heading that is spread over its line are at most so far apart, and so evenly."""
LATIN_PATTERN = re.compile(r"[0-9A-Za-z]")
# 某 市 人 民 政 府 文 件; not 是 否
SPREAD_PATTERN = re.compile(rf"[{CJK}](?: +[{CJK}])+")
# 某 市 人 民 政 府 文件〔2025〕: a part of a line that is spread
SPREAD_PART_PATTERN = re.compile(rf"(?<!\S)[{CJK}](?: [{CJK}]){{3,}}(?!\S)")
BLANKS_PATTERN = re.compile("[ \u00a0]+")
BLANK_RUN_PATTERN = re.compile("[ \u00a0]{3,}")


def join_runs(runs: Sequence[Run]) -> str:
    """Return the text of a line, of its runs from left to right."""
    joined = "".join(pieces_of(runs)) if len(runs) > 1 else runs[0].text
    text = joined.strip(" \u00a0\u3000")
    if " " not in text and "\u00a0" not in text:
        return text
    text = BLANK_RUN_PATTERN.sub("  ", text)
    if SPREAD_PATTERN.fullmatch(text) and is_evenly_spread(runs):
        return BLANKS_PATTERN.sub("", text)
    return SPREAD_PART_PATTERN.sub(lambda part: part[0].replace(" ", ""), text)


def pieces_of(runs: Sequence[Run]) -> list[str]:
    """Return the texts of runs, with the blanks between them."""
    pieces = [runs[0].text]
    is_tight = sum(len(run.text) for run in runs) > TIGHT * len(runs)
    for run, following in pairwise(runs):
        pieces += [gap_text(run, following, is_tight=is_tight), following.text]
    return pieces


def gap_text(run: Run, following: Run, *, is_tight: bool) -> str:
    """Return the blanks that the gap between two runs stands for, where neither has some there itself.

    `is_tight`: nearly all characters of the line touch.
    """
    if run.text[-1:].isspace() or following.text[:1].isspace():
        return ""
    gap = gap_between(run, following)
    if gap > WIDE_GAP:
        return "  "
    last, first = run.text[-1:], following.text[:1]
    is_level = abs(run.y1 - following.y1) < WORD_GAP * max(run.size, following.size)
    kinds = (LATIN_PATTERN, HAN_PATTERN) if is_tight else (LATIN_PATTERN,)
    are_alike = is_level and any(kind.match(last) and kind.match(first) for kind in kinds)
    return " " * (gap > (WORD_GAP if are_alike else GAP))


def gap_between(run: Run, following: Run) -> float:
    """Return how far apart two runs are, in characters."""
    return (following.x0 - run.x1) / max(run.size, following.size, 0.1)


def is_evenly_spread(runs: Sequence[Run]) -> bool:
    """Whether the letters of a line are equally far apart, as those of a heading are and those of cells are not."""
    gaps = [gap_between(run, following) for run, following in pairwise(runs)]
    return not gaps or (max(gaps) < SPREAD and max(gaps) - min(gaps) < EVEN)
