"""Where lines of a clean text begin of which the editors say what they are → how far that reaches in its documents."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from scripts.read.structure.documents import Document
from scripts.read.structure.lines import Line


class SaidLines(NamedTuple):
    """Where these lines begin, in the order of the text."""

    texts: Sequence[int] = ()
    """Those that are paragraphs of what stands above them, whatever they look like."""
    closings: Sequence[int] = ()
    """Those with which a document closes."""

    def has_text(self, start: int, end: int) -> bool:
        """Whether a line that is text begins in this span."""
        return bool(within(self.texts, start, end))

    def of(self, lines: Sequence[Line], document: Document) -> "SaidLines":
        """Return what is said of the lines of a document, its heading aside."""
        if not (self.texts or self.closings) or document.body == document.after:
            return NOTHING_SAID
        span = lines[document.body].start, lines[document.after - 1].end + 1
        return SaidLines(within(self.texts, *span), within(self.closings, *span))

    def closing(self, lines: Sequence[Line], document: Document, found: int) -> int:
        """Return the line with which a document closes: that of which it is said, else the one found, or below text."""

        def place(start: int) -> int:
            return bisect_left(lines, start, document.body, document.after, key=attrgetter("start"))

        if self.closings:
            return place(self.closings[0])
        return max(found, place(self.texts[-1]) + 1) if self.texts else found


def within(starts: Sequence[int], first: int, after: int) -> Sequence[int]:
    """Return those of some places that stand in a span."""
    return starts[bisect_left(starts, first) : bisect_left(starts, after)]


NOTHING_SAID = SaidLines()
