"""The lines of a text, each with the name of what it begins: an article, a part, an item, a box, or a paragraph.

A run-in heading (（一）指导思想。以习近平…) gives its first sentence as the title and leaves the rest as text.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple, overload

from scripts.model.kinds import KINDS, Kind
from scripts.model.vocabulary import SectionKind
from scripts.read.structure.labels import SHAPELESS, read_number, style_of
from scripts.text.lines import TextLines

TITLE_LENGTH = 40
"""A first sentence up to this long is a heading; the longest of the corpus has 33 characters, the shortest sentence
that is none has 46."""
MARKS_OF_TEXT = "；;"
"""What has one of them is a sentence, or a member of one: 查坝；查闸。"""
OPEN_ENDS = ("，", ",", "、")

LINE_RULES = tuple((row, row.line.pattern) for row in KINDS.values() if row.line)
"""The first whose pattern matches names the line."""
FIRST_SENTENCE_PATTERN = re.compile(r"[^。\n]*")


def join_patterns(patterns: Sequence[re.Pattern[str]]) -> re.Pattern[str]:
    """Return one pattern that matches where any of these does, without their groups."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern in patterns))


LABEL_PATTERN = join_patterns([pattern for _, pattern in LINE_RULES])
"""All of them at once: most lines match none and need no closer look."""
LABELLED_RULES = (
    *(pattern for row, pattern in LINE_RULES if row.name not in (SectionKind.DASH, SectionKind.SUBPOINT)),
    re.compile("——"),
)
"""What begins a line of a document and hardly one of the page around it."""
LABELLED_PATTERN = join_patterns(LABELLED_RULES)


class Line(NamedTuple):
    """A line of the text, named."""

    kind: SectionKind | None
    """The kind whose form the number has, which may stand deeper in a list; None for a line that has no label."""
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
    insert: int = 0
    """The second number of 第十四条之一; 0 where there is none."""
    style: str = ""
    """What the label looks like without its number; lists with different styles are different lists."""
    is_sure: bool = True
    """Whether it is a label by itself, and not only where it continues those before it."""
    is_settled: bool = False
    """Whether it is known what it is, whatever it says: a cell of a table, or text by the editors' word."""

    @property
    def is_heading_only(self) -> bool:
        """Whether nothing follows the heading on its line."""
        return self.body_start == self.end


def is_labelled(line: str) -> bool:
    """Whether a line begins with a number, a dash or the name of a box."""
    return LABELLED_PATTERN.match(line) is not None


def read_lines(text: str) -> Iterator[Line]:
    """Return the lines of a text, in their order; together with the line ends between them they are the text."""
    return iter(NamedLines(text))


def read_line(text: str, start: int, end: int) -> Line:
    """Return the line at this span with its name, where it has one."""
    has_label = LABEL_PATTERN.match(text, start, end)
    return name_line(text, start, end) if has_label else bare_line(start, end)


def bare_line(start: int, end: int) -> Line:
    """Return a line without a label."""
    return Line(None, start, end, "", 0, "", start, start)


NEAR = 16
"""So many named lines are kept at most."""


class NamedLines(Sequence[Line]):
    """The lines of a text with their names, each named when it is asked for."""

    __slots__ = ("lines", "near", "settled")

    def __init__(self, text: str, settled: Container[int] = ()) -> None:
        self.lines = TextLines(text)
        self.settled = settled
        """Where the lines begin that are known to be cells or text."""
        self.near: dict[int, Line] = {}
        """Some of those named last: readers look at a line, at its neighbours, and at it again."""

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        line = self.near.get(index)
        if line is None:
            if len(self.near) >= NEAR:
                self.near.clear()
            start, end = self.lines.starts[index], self.lines.starts[index + 1] - 1
            bare = bare_line(start, end)._replace(is_settled=True) if start in self.settled else None
            line = bare or read_line(self.lines.text, start, end)
            self.near[index] = line
        return line


def name_line(text: str, start: int, end: int) -> Line:
    """Return the line at this span with its name.

    （一）指导思想。以习近平… → ITEM, label （一）, title 指导思想, and the rest from 以.
    """
    for row, pattern in LINE_RULES:
        match = pattern.match(text, start, end)
        if match:
            found = match.groupdict()
            number = read_number(found["number"] or found.get("sign") or "")
            insert = read_number(found.get("insert") or found.get("digits") or "")
            if number is not None and insert is not None:
                return labelled_line(row, text, match, end)._replace(
                    number=number,
                    insert=insert,
                    style=style_of(match["label"]) if row.is_listed else SHAPELESS,
                    is_sure=found.get("unsure") is None,
                )
    return bare_line(start, end)


def labelled_line(row: Kind, text: str, match: re.Match[str], end: int) -> Line:
    """Return a line with its label, and its title where it has one."""
    start, label = match.start(), match["label"]
    if "title" in match.groupdict():  # in brackets, or not at all
        heading_end = match.end("title") + 1 if match["title"] else match.end("label")
        return Line(row.name, start, end, label, 0, match["title"] or "", heading_end, match.end())
    sentence = FIRST_SENTENCE_PATTERN.match(text, match.end(), end)
    stop = sentence.end() if sentence else match.end()
    if not row.has_title or not is_title(text[match.end() : stop], stop == end):
        return untitled_line(row, start, end, label, min(match.end(), end))
    heading_end = min(stop + 1, end)
    return Line(row.name, start, end, label, 0, text[match.end() : stop], heading_end, heading_end)


def untitled_line(row: Kind, start: int, end: int, label: str, body_start: int) -> Line:
    """Return a line of which only the number is the heading."""
    return Line(row.name, start, end, label, 0, "", start + len(label), body_start)


def is_title(sentence: str, is_whole_line: bool) -> bool:
    """Whether the first sentence of a line is a heading: short, and not a member of a longer sentence or quotation."""
    if not 0 < len(sentence) <= TITLE_LENGTH or any(mark in sentence for mark in MARKS_OF_TEXT):
        return False
    if sentence.count("“") > sentence.count("”"):
        return False
    return not (is_whole_line and sentence.endswith(OPEN_ENDS))


def span_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the span of these lines in their text."""
    return (lines[0].start, lines[-1].end) if lines else (0, 0)
