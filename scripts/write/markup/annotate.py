"""Inlines of a text → inline Markdown that without its markup is the text."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from scripts.link.inlines import Inline
from scripts.write.markup.markdown import escape

Draw = Callable[[Inline, str], str]
"""How an inline is drawn around words that are already Markdown."""


class Annotator:
    """Draws the inlines of one text, which do not overlap and stand in its order."""

    def __init__(self, text: str, inlines: Sequence[Inline], draw: Draw) -> None:
        self.text, self.inlines, self.draw = text, inlines, draw
        self.starts = [inline.start for inline in inlines]

    def annotate(self, start: int, end: int) -> str:
        """Return `text[start:end]` as inline Markdown with those inlines drawn that lie in it."""
        pieces, place = [], start
        for inline in self.inlines_in(start, end):
            if inline.end <= end:
                words = escape(self.text[inline.start : inline.end])
                pieces += [escape(self.text[place : inline.start]), self.draw(inline, words)]
                place = inline.end
        return "".join(pieces) + escape(self.text[place:end])

    def annotate_lines(self, start: int, end: int, breaks: Sequence[int]) -> str:
        """Return the same, with a new line behind each of these blanks that stands in it and in no inline."""
        pieces = []
        for blank in breaks[bisect_left(breaks, start) : bisect_left(breaks, end)]:
            if not any(inline.start <= blank < inline.end - 1 for inline in self.inlines_in(start, end)):
                pieces.append(self.annotate(start, blank + 1))
                start = blank + 1
        return "<br>".join([*pieces, self.annotate(start, end)])

    def inlines_in(self, start: int, end: int) -> Sequence[Inline]:
        """Return the inlines that begin in a span."""
        return self.inlines[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
