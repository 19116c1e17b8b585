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
        for inline in self.inlines[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if inline.end <= end:
                words = escape(self.text[inline.start : inline.end])
                pieces += [escape(self.text[place : inline.start]), self.draw(inline, words)]
                place = inline.end
        return "".join(pieces) + escape(self.text[place:end])
