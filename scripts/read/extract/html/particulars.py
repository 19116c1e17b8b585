"""A page's table of particulars, in cells or in lines → a line of a label and its value each.

索 引 号：| 0001/2031-1 | 发文机关：| 某市人民政府   →   索引号：0001/2031-1, 发文机关：某市人民政府
"""

import re
from collections.abc import Sequence

from lxml import etree

from scripts.read.clean.head_labels import FEWEST, label_of
from scripts.read.extract.html.lines import Line

Tree = etree._Element
BLANKS_PATTERN = re.compile(r"\s+")
ENDS = ("：", ":", "】", "]")
LONGEST_VALUE = 200


def is_label(text: str) -> bool:
    """Whether a text is, or begins with, a label of particulars, with or without its colon."""
    return label_in(text) is not None or label_in(f"{text}：") is not None


def label_in(text: str) -> tuple[str, str] | None:
    """Return the label that a line begins with and what follows it, whatever blanks are in it; None without one."""
    return label_of(BLANKS_PATTERN.sub("", text[: LONGEST_VALUE * 2]))


def labelled(cells: Sequence[list[Line]]) -> list[Line]:
    """Return the lines of cells that are labels and values; none where they are no table of particulars."""
    if any(len(lines) > 1 or line.table for lines in cells for line in lines):
        return []
    texts = [lines[0].text if lines else "" for lines in cells]
    labels = [number for number, text in enumerate(texts) if is_label(text)]
    if len(labels) < FEWEST:
        return []
    joined = [line for lines in cells[: labels[0]] for line in lines]
    for number, after in zip(labels, [*labels[1:], len(cells)], strict=True):
        joined.append(join([line for lines in cells[number:after] for line in lines]))
    return joined


def pair(lines: list[Line]) -> list[Line]:
    """Return lines in which a bare label has its value, where the two alone stand in an element of the page."""
    paired: list[Line] = []
    place = 0
    while place < len(lines):
        own = lines[place : place + 2]
        if is_pair(lines, place):
            around = common(own[0].element, own[1].element)
            own[0].element = own[0].element if around is None else around
            paired.append(join(own))
            place += 2
        else:
            paired.append(own[0])
            place += 1
    return paired


def is_pair(lines: list[Line], place: int) -> bool:
    """Whether a line is a bare label, and the next its value."""
    if place + 1 >= len(lines) or lines[place].table or lines[place + 1].table:
        return False
    line, value = lines[place], lines[place + 1]
    found = label_in(line.text)
    if (
        not found
        or not line.text.endswith(ENDS)
        or found[1]
        or not value.text
        or len(value.text) > LONGEST_VALUE
        or label_in(value.text)
    ):
        return False
    around = common(line.element, value.element)
    beside = [*lines[max(place - 1, 0) : place], *lines[place + 2 : place + 3]]
    return around is not None and not any(is_within(each.element, around) for each in beside)


def common(one: Tree, other: Tree) -> Tree | None:
    """Return the innermost element that holds both."""
    around = {one, *one.iterancestors()}
    return next((element for element in (other, *other.iterancestors()) if element in around), None)


def is_within(element: Tree, around: Tree) -> bool:
    """Whether an element stands in another, or is it."""
    return element is around or around in element.iterancestors()


def join(lines: list[Line]) -> Line:
    """Return a label's line with the values behind it."""
    first, label, value = lines[0], lines[0].text, " ".join(line.text for line in lines[1:])
    first.text = f"{label}{value}" if label.endswith(ENDS) or not value else f"{label}：{value}"
    first.linked = sum(line.linked for line in lines)
    first.files = [file for line in lines for file in line.files]
    first.doubts = [doubt for line in lines for doubt in line.doubts]
    first.seen = [element for line in lines for element in line.seen]
    return first
