"""Where one document of a text ends and another begins: a notice, what it issues, and what is attached to either.

1. A line that prints nothing but 附件1 (附件, 附：) begins an annex, and so does one with a title behind it, unless it
   is the list of annexes below a document's text: 附件：1.任务清单.
2. A title below the foot of a document begins another, and one below which the numbers of parts begin anew.
3. What stands before all of them is the text itself. If it has no parts of its own, a single document that no line 附件
   begins is its main text, and stands with the notice that issues it. All others are annexes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from scripts.model.kinds import KINDS
from scripts.model.vocabulary import BlockKind
from scripts.read.structure.annexes import (
    BARE_PATTERN,
    MARKS,
    TITLED_PATTERN,
    annex_title,
    is_list,
    list_end,
    number_of,
)
from scripts.read.structure.foot import DAY_ENDS, SENTENCE_ENDS, find_foot, is_day, name_feet, name_foot
from scripts.read.structure.lines import Line
from scripts.read.structure.printed import Printed
from scripts.read.structure.titles import Span, find_title, is_attached, title_at, title_from

TITLE_DISTANCE = 12
"""So far above the first number of a document its title may stand: an introduction and a date are between them."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document among the lines of a text: its first line, and the one after its last."""

    first: int
    after: int
    number: int = 0
    """Of an annex; 0 for the text itself."""
    label: str = ""
    """Of an annex, as printed: 附件1; empty where none is."""
    body: int = 0
    """Where its heading ends: the line after the mark and the title."""
    closing: int = 0
    """Where what closes it begins: the list of its annexes, who signs, when; `after` where nothing does."""
    known: dict[int, BlockKind] = field(default_factory=dict)
    """Which lines print a title, of the text or of the main text that it issues, and which a list of annexes."""


@dataclass(slots=True)
class Boundary:
    """The beginning of a document: its first line, its heading, and whether a line 附件 begins it."""

    first: int
    body: int
    label: str = ""
    number: int = 0
    title: Span = (0, 0)

    @property
    def is_marked(self) -> bool:
        """Whether it is printed as an annex."""
        return bool(self.label)


@dataclass(slots=True)
class Search:
    """Finds where documents begin, line by line."""

    printed: Printed
    boundaries: list[Boundary] = field(default_factory=list)
    lists: list[Span] = field(default_factory=list)
    """Of lines: each list of annexes."""
    seen: set[str] = field(default_factory=set)
    """The kinds of parts that the present document has."""
    first_has_parts: bool = False

    def read(self) -> None:
        """Go through the lines once."""
        index, lines, text = 0, self.printed.lines, self.printed.text
        while index < len(lines):
            line = lines[index]
            if line.is_settled:
                index += 1
            elif line.kind is not None:
                index = max(index, self.restart(index, line)) + 1
            elif text.startswith(MARKS, line.start) and (end := self.mark(index)):
                index = end
            elif text.endswith(DAY_ENDS, line.start, line.end):  # most lines end otherwise
                index = self.follow(index) or index + 1
            else:
                index += 1

    def without_main(self) -> tuple[list[Boundary], Boundary | None]:
        """Return where annexes begin, and where the main text of a notice does that has no parts of its own."""
        unmarked = [boundary for boundary in self.boundaries if not boundary.is_marked]
        is_main = len(unmarked) == 1 and not self.first_has_parts and self.boundaries[0] is unmarked[0]
        return (self.boundaries[1:], unmarked[0]) if is_main else (self.boundaries, None)

    def begin(self, boundary: Boundary) -> None:
        """Begin another document."""
        self.boundaries.append(boundary)
        self.seen.clear()

    def last(self) -> int:
        """Return the first line that belongs to the text of the present document."""
        return self.boundaries[-1].body if self.boundaries else 0

    def mark(self, index: int) -> int:
        """Return the line after a heading 附件 or after a list of annexes that begins here; 0 where neither does."""
        words = self.printed[index]
        bare, titled = BARE_PATTERN.fullmatch(words), TITLED_PATTERN.fullmatch(words)
        if not bare and not titled:
            return 0
        end = list_end(self.printed, index)
        if is_list(self.printed, index, end):
            self.lists.append((index, end))
            return end
        if index in (0, len(self.printed) - 1):
            return 0  # the text is all that stands below the line, or nothing does
        if bare:
            title = annex_title(self.printed, index + 1)
            self.begin(Boundary(index, max(title[1], index + 1), words, number_of(bare), title))
        elif titled:
            self.begin(Boundary(index, index + 1, titled["label"].strip(), number_of(titled), (index, index + 1)))
        return self.last()

    def follow(self, index: int) -> int:
        """Return the line after a title that begins another document below this date; 0 where none does."""
        if not is_day(self.printed, index) or not self.has_text(index) or not name_foot(self.printed[index - 1]):
            return 0
        after = index + 1
        while after < len(self.printed) and not self.printed.is_labelled(after) and name_foot(self.printed[after]):
            after += 1
        is_marked = after < len(self.printed) and self.printed[after].startswith(MARKS)
        title = None if is_marked else title_from(self.printed, after)
        if not title or not is_attached(self.printed, title) or title[1] == len(self.printed):
            return 0
        self.begin(Boundary(title[0], title[1], title=title))
        return title[1]

    def has_text(self, index: int) -> bool:
        """Whether anything but a head stands in the present document before this line."""
        first = self.last()
        return index - first > 1 and any(
            self.printed[i].endswith(("。", "：", "；")) for i in range(max(first, index - 20), index)
        )

    def restart(self, index: int, line: Line) -> int:
        """Begin another document where this number begins anew below a title; return the line."""
        if line.kind is None or not KINDS[line.kind].begins_text:
            return index
        if line.number == 1 and line.is_sure and line.kind in self.seen:
            title = self.title_above(index)
            if title:
                self.begin(Boundary(title[0], title[1], title=title))
        self.seen.add(line.kind)
        self.first_has_parts = self.first_has_parts or not self.boundaries
        return index

    def title_above(self, index: int) -> Span | None:
        """Return the title nearest above this line, below the last label."""
        first = index
        while first > self.last() and index - first < TITLE_DISTANCE and not self.printed.is_labelled(first - 1):
            first -= 1
        for start in range(index - 1, first - 1, -1):
            begins = start == first or self.printed[start - 1].endswith(SENTENCE_ENDS)
            title = title_from(self.printed, start) if begins else title_at(self.printed, first, start, index)
            if title and title[1] <= index and is_attached(self.printed, title):
                return title
        return None


def find_documents(text: str, lines: Sequence[Line]) -> Iterator[Document]:
    """Yield the documents of a text, in their order; together they have all its lines."""
    printed = Printed(text, lines)
    search = Search(printed)
    search.read()
    boundaries, main = search.without_main()
    starts = [start for start, _ in search.lists]
    number = 0
    for own, following in pairwise([Boundary(0, 0), *boundaries, Boundary(len(lines), len(lines))]):
        is_annex = bool(own.first or own.label)
        if is_annex:
            number = own.number if own.number > number else number + 1
        lists = search.lists[bisect_left(starts, own.first) : bisect_left(starts, following.first)]
        known = {index: BlockKind.PARAGRAPH for span in lists for index in range(*span)}
        if not is_annex:
            known |= head_lines(printed, following.first, main)
        body = main.body if main and not is_annex else own.body
        closing = find_closing(printed, body, following.first, lists)
        yield Document(own.first, following.first, number, own.label, own.body, closing, known)


def below_cells(lines: Sequence[Line], document: Document, cell_starts: Sequence[int]) -> int:
    """Return where what closes a document begins: below the cells of a table at its end."""
    closing, after = document.closing, document.after
    place = bisect_left(cell_starts, lines[after - 1].end) - 1 if closing < after else -1
    if place < 0 or cell_starts[place] < lines[closing].start:
        return closing
    return bisect_left(lines, cell_starts[place], closing, after, key=attrgetter("start")) + 1


def head_lines(printed: Printed, after: int, main: Boundary | None) -> dict[int, BlockKind]:
    """Return what the lines of a title are, and, of a notice, who signs it and the title of the main text it issues."""
    title = find_title(printed, 0, main.first if main else after) or (0, 0)
    known = dict.fromkeys(range(*title), BlockKind.TITLE)
    if main:
        foot = range(find_foot(printed, title[1], main.first), main.first)
        known |= dict(zip(foot, name_feet([printed[index] for index in foot]), strict=True))
        known |= dict.fromkeys(range(*main.title), BlockKind.TITLE)
    return known


def find_closing(printed: Printed, first: int, after: int, lists: Sequence[Span]) -> int:
    """Return the line with which the closing of a document begins: the list of its annexes, or its foot."""
    foot = find_foot(printed, first, after)
    start = next((start for start, end in lists if end == foot and start > first), foot)
    return start if start > first else after
