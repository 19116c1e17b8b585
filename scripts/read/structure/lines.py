"""The lines of a text, each with the name of what it begins: a part, an item, a subitem, a dash, a box, or a paragraph.

A run-in heading (（一）指导思想。以习近平…) gives its first sentence as the title and leaves the rest as text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from scripts.model.kinds import KINDS
from scripts.model.vocabulary import SectionKind
from scripts.text.lines import TextLines
from scripts.text.numerals import parse_numeral

TITLE_LENGTH = 40
"""A first sentence up to this long is a heading; the longest of the corpus has 33 characters, the shortest sentence
that is none has 46."""

LINE_RULES = tuple((row, row.line.pattern) for row in KINDS.values() if row.line)
"""The first whose pattern matches names the line."""
LABEL_PATTERN = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for _, pattern in LINE_RULES))
"""All of them at once, without their groups: most lines match none and need no closer look."""
FIRST_SENTENCE_PATTERN = re.compile(r"[^。\n]*")


class Line(NamedTuple):
    """A line of the text, named."""

    kind: SectionKind | None
    """None for a line that begins with no label."""
    start: int
    end: int
    label: str = ""
    number: int = 0
    """The printed number; 0 where none is printed."""
    title: str = ""
    heading_end: int = 0
    """Where the heading ends, its full stop included; where there is no title, where the label ends."""
    body_start: int = 0
    """Where the text after the heading begins; equal to `end` where the line is a heading alone."""

    @property
    def is_heading_only(self) -> bool:
        """Whether nothing follows the heading on its line."""
        return self.body_start == self.end


def is_labelled(line: str) -> bool:
    """Whether a line begins with a number, a dash or the name of a box."""
    return LABEL_PATTERN.match(line) is not None


def read_lines(text: str) -> Iterator[Line]:
    """Return the lines of a text, in their order; together with the line ends between them they are the text."""
    return iter(NamedLines(text))


def read_line(text: str, start: int, end: int) -> Line:
    """Return the line at this span with its name, where it has one."""
    has_label = LABEL_PATTERN.match(text, start, end)
    return name_line(text, start, end) if has_label else Line(None, start, end, "", 0, "", start, start)


class NamedLines(Sequence[Line]):
    """The lines of a text with their names, each named when it is asked for."""

    __slots__ = ("lines",)

    def __init__(self, text: str) -> None:
        self.lines = TextLines(text)

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        return read_line(self.lines.text, self.lines.starts[index], self.lines.starts[index + 1] - 1)


def name_line(text: str, start: int, end: int) -> Line:
    """Return the line at this span with its name.

    （一）指导思想。以习近平… → ITEM, label （一）, title 指导思想, and the rest from 以.
    """
    for row, pattern in LINE_RULES:
        match = pattern.match(text, start, end)
        if not match:
            continue
        number = read_number(match["number"])
        if number is None:
            continue
        sentence = FIRST_SENTENCE_PATTERN.match(text, match.end(), end)
        stop = sentence.end() if sentence else match.end()
        has_title = row.has_title and 0 < stop - match.end() <= TITLE_LENGTH
        heading_end = min(stop + 1, end) if has_title else match.end("label")
        return Line(
            row.name,
            start,
            end,
            match["label"],
            number,
            text[match.end() : stop] if has_title else "",
            heading_end,
            heading_end if has_title else min(match.end(), end),
        )
    return Line(None, start, end, "", 0, "", start, start)


def read_number(written: str) -> int | None:
    """Return a printed number, in digits or Chinese numerals; 0 where none is printed, None where it is malformed."""
    if not written:
        return 0
    return int(written) if written.isascii() else parse_numeral(written)
