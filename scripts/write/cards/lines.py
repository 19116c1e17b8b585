"""Words → lines that fit a width: as few as possible, all about as long, broken where their language breaks them."""

import re
from collections.abc import Callable

# “品质品牌”, a run of Latin letters and digits, or one other character; what closes stays with what is before it, what
# opens with what follows: “十四五”, 质, 量》， and 2018—2020
UNIT_PATTERN = re.compile(
    r"(?:“[^“”]{1,8}”|[“‘（《〈【〔「『(]*(?:[A-Za-z0-9][A-Za-z0-9.,'’%—–-]*[A-Za-z0-9%]|[^\s]))"
    r"[”’）》〉】〕」』)，。、；：？！…,.;:?!%]*\s*"
)
WORD_PATTERN = re.compile(r"\S+\s*")
# 中共杭州市委 杭州市人民政府: a blank among Chinese is the end of a line
END_PATTERN = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
Measure = Callable[[str], float]
"""Returns how long a text is when drawn."""
Unit = tuple[str, float]
"""What is not broken, and how long it is."""


def break_lines(text: str, width: int, measure: Measure, *, by_words: bool) -> list[str]:
    """Return the lines of a text; where one unit is longer than the width, its line is too."""
    pattern = WORD_PATTERN if by_words else UNIT_PATTERN
    parts = [[(unit, measure(unit)) for unit in pattern.findall(part)] for part in END_PATTERN.split(text)]
    least = sum(len(fill(units, width)) for units in parts)
    low, high = 0, width  # the least width that needs no more lines makes them even
    while high - low > 1:
        middle = (low + high) // 2
        if sum(len(fill(units, middle)) for units in parts) > least:
            low = middle
        else:
            high = middle
    return [line.rstrip() for units in parts for line in fill(units, high)]


def fill(units: list[Unit], width: int) -> list[str]:
    """Return lines, each filled as far as it goes."""
    lines, length = list[str](), 0.0
    for unit, own in units:
        length += own
        if lines and length <= width:
            lines[-1] += unit
        else:
            lines.append(unit)
            length = own
    return lines
