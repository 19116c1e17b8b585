"""The tree of a web page → its lines and tables as a browser shows them, each with the element in which it stands.

One walk, in the order of the page, without recursion. A line ends where an element that is a block begins or ends, and
at `<br>`. What a page holds besides words that are shown is counted, and put in no line.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Table

Tree = etree._Element
BLANKS: Final = " \t\n\r\f"
BLANKS_PATTERN = re.compile(r"[ \t\n\r\f]+")
LINE_END_PATTERN = re.compile(r"\r\n?|\n|\f")
# 质量⏎提升, a line end in the page's source between two wide characters: Firefox shows nothing, Chromium a blank
WIDE_PATTERN = re.compile("[\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
INDENT = " \u00a0\u3000"
NARROW_PATTERN = re.compile("[\u1680\u2000-\u200a\u202f\u205f]")
"""Blanks of other widths, with which pages set letters apart; the archive's steps know the plain ones."""
MOST_NAMED = 3
LOST = "\ufffd"


@dataclass(slots=True, eq=False)
class Line:
    """A line of a page, or a table."""

    element: Tree
    """The innermost element that holds all of it."""
    text: str = ""
    table: Table | None = None
    linked: int = 0
    """So many of its characters are links."""
    files: list[str] = field(default_factory=list)
    """The addresses of the files that it links."""
    doubts: list[str] = field(default_factory=list)
    seen: list[Tree] = field(default_factory=list)
    """The pictures and frames above it that may hold text, since the last line."""
    is_heading: bool = False

    def words(self) -> str:
        """Return its words, a table's one after the other."""
        if self.table is None:
            return self.text
        return " ".join(text for row in self.table.rows for cell in row for text in cell.paragraphs)


@dataclass(slots=True)
class Writing:
    """The line that is being written."""

    pieces: list[str] = field(default_factory=list)
    blank: str = ""
    """The blanks before what comes next, of which a browser shows one, or none."""
    linked: int = 0
    files: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    label: str = ""
    """The number that stands before the line that comes."""

    def add(self, text: str) -> int:
        """Add text with its blanks collapsed; return how many characters it has come to."""
        if not text:
            return 0
        core = text.strip(BLANKS)
        if not core:
            self.blank += text
            return 0
        self.blank += text[: len(text) - len(text.lstrip(BLANKS))]
        if self.blank and self.pieces:
            self.pieces.append(blank_between(self.blank, self.pieces[-1][-1], core[0]))
        if any(blank in core for blank in BLANKS):
            core = BLANKS_PATTERN.sub(collapse, core)
        self.pieces.append(core)
        self.blank = text[len(text.rstrip(BLANKS)) :]
        return len(core)

    def add_kept(self, text: str) -> int:
        """Add text with its blanks as they are."""
        if text:
            if self.blank and self.pieces:
                self.pieces.append(" ")
            self.blank = ""
            self.pieces.append(text)
        return len(text)

    def text(self) -> str:
        """Return what is written, without the indent before it."""
        return NARROW_PATTERN.sub(" ", "".join(self.pieces)).strip(INDENT)


def collapse(match: "re.Match[str]") -> str:
    """Return what a browser shows of blanks inside a text."""
    return blank_between(match[0], match.string[match.start() - 1], match.string[match.end()])


def blank_between(blank: str, left: str, right: str) -> str:
    """Return one blank; none where a line of the page's source ends between two wide characters."""
    is_joined = "\n" in blank and WIDE_PATTERN.match(left) and WIDE_PATTERN.match(right)
    return "" if is_joined else " "


@dataclass(slots=True)
class Page:
    """The lines of a page, or of a cell, while they are read."""

    left_out: Counter[Leaving]
    lines: list[Line] = field(default_factory=list)
    writing: Writing = field(default_factory=Writing)
    seen: list[Tree] = field(default_factory=list)

    def end_line(self, element: Tree, *, is_heading: bool = False) -> None:
        """End the line that is written, if there is any."""
        writing = self.writing
        if not writing.pieces:
            writing.blank = ""
            return
        text = writing.text()
        if not text:
            self.writing = Writing(label=writing.label, doubts=writing.doubts)
            return
        line = Line(element, f"{writing.label}{text}", linked=writing.linked, files=writing.files)
        line.doubts, line.is_heading = writing.doubts, is_heading
        self.add(line)
        self.writing = Writing()

    def add(self, line: Line) -> None:
        """Add a line, with what stands above it."""
        line.seen, self.seen = [*self.seen, *line.seen], []
        self.lines.append(line)

    def add_kept(self, text: str, element: Tree) -> int:
        """Add text of which the page's lines are lines of its own."""
        first, *others = LINE_END_PATTERN.split(text)
        count = self.writing.add_kept(first)
        for other in others:
            self.end_line(element)
            count += self.writing.add_kept(other)
        return count
