"""What is still to come in a text: the labels behind a line, by what they look like; few texts have to be asked."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from scripts.model.kinds import KINDS
from scripts.read.structure.lines import Line


class Ahead:
    """The labels of the lines of a text, in their order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.nested: set[tuple[str, str]] = set()
        """Styles of which one was found to stand above the other, though it mostly stands below: 1. and （一）."""

    @cached_property
    def labels(self) -> dict[str, tuple["array[int]", "array[int]"]]:
        """Return of each style in which lists are numbered the lines on which it stands, and their numbers."""
        labels: dict[str, tuple[array[int], array[int]]] = {}
        for index, line in enumerate(self.lines):
            if line.style and line.is_sure:
                places, numbers = labels.setdefault(line.style, (array("i"), array("i")))
                places.append(index)
                numbers.append(line.number)
        return labels

    @cached_property
    def has_beginning(self) -> bool:
        """Return whether a line of the text is of a kind with which documents begin, and sure to be."""
        return any(line.kind and KINDS[line.kind].begins_text and line.is_sure for line in self.lines)

    def next_number(self, style: str, index: int) -> int:
        """Return the number of the next label of this style behind the line with this index; 0 where there is none."""
        places, numbers = self.labels.get(style, (array("i"), array("i")))
        place = bisect_right(places, index)
        return numbers[place] if place < len(places) else 0


def contents_end(text: str, line: Line) -> int:
    """Return where the second of two like headings begins, where all lines between them are a table of contents.

    Else return 0. Headings in a row are one: the first of them stands again where the text begins.
    """
    heading = text[line.start : line.end]
    again = text.find(f"\n{heading}\n", line.end)
    if again < 0 or not line.is_heading_only:
        return 0
    between = text[line.end : again]
    longest = max(map(len, between.split("\n")))
    return again + 1 if "。" not in between and longest <= LONGEST_HEADING else 0


LONGEST_HEADING = 60
"""So long at most is a line of a table of contents."""
