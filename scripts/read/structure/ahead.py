"""What is still to come in a text: the labels behind a line, by what they look like; few texts have to be asked."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from scripts.model.kinds import KINDS
from scripts.model.vocabulary import SectionKind
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


def contents_end(text: str, lines: Sequence[Line], index: int) -> int:
    """Return where a table of contents ends that begins with this line; 0 where none does.

    It is one where the line stands again behind lines that could all be headings, or where divisions follow one
    another, three or more of one kind, and one of them stands again.
    """
    line, limit = lines[index], lines[len(lines) - 1].end + 1
    again = text.find(f"\n{text[line.start : line.end]}\n", line.end, limit)
    between = text[line.end : again]
    if again >= 0 and "。" not in between and max(map(len, between.split("\n"))) <= LONGEST_HEADING:
        return again + 1 if line.is_heading_only else 0
    end, row, kinds = line.start, [], Counter[SectionKind | None]()
    while index < len(lines) and is_division(lines[index]):
        row.append(text[lines[index].start : lines[index].end])
        kinds[lines[index].kind] += 1
        end, index = lines[index].end, index + 1
    stands_again = any(text.find(f"\n{heading}\n", end, limit) >= 0 for heading in row[:MOST_ASKED] + row[-MOST_ASKED:])
    return end + 1 if stands_again and max(kinds.values()) >= FEWEST_IN_ROW else 0


def is_division(line: Line) -> bool:
    """Whether a line is the heading of a division of a law, and nothing else."""
    return bool(line.kind and KINDS[line.kind].begins_anew) and line.is_heading_only


FEWEST_IN_ROW = 3
MOST_ASKED = 5
"""So many of the headings are looked for, from either end."""
LONGEST_HEADING = 60
"""So long at most is a line of a table of contents."""
