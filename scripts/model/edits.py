"""Edits of a source, in order and without overlap: undoing them, and finding where a place came from."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from scripts.model.policy import Edit


def placed_starts(edits: Sequence[Edit]) -> list[int]:
    """Return where each edit begins in the edited text."""
    return placed_spans(edits)[0]


def placed_spans(edits: Sequence[Edit]) -> tuple[list[int], list[int]]:
    """Return where each edit begins in the edited text, and where each ends."""
    starts, ends, growth = [], [], 0
    for start, _, before, after, _, _ in edits:
        place, length = start + growth, len(after)
        starts.append(place)
        ends.append(place + length)
        growth += length - len(before)
    return starts, ends


def undo(text: str, edits: Sequence[Edit]) -> str:
    """Return the source that the edited text came from.

    >>> from scripts.model.vocabulary import Rule
    >>> undo("a，b", [Edit(1, 2, ",", "，", Rule.PUNCTUATION)])
    'a,b'
    """
    pieces: list[str] = []
    place, end_before = 0, 0
    for start, end, before, after, _, _ in edits:
        kept = place + start - end_before  # what stands between two edits is as long in the source as in the text
        pieces += (text[place:kept], before)
        place, end_before = kept + len(after), end
    return "".join(pieces) + text[place:]


class Alignment:
    """Which place of the source a place of the edited text came from."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.starts = placed_starts(edits)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest span of the source that holds all that `text[start:end]` came from."""
        return self.source_place(start, from_left=True), self.source_place(end, from_left=False)

    def source_place(self, place: int, *, from_left: bool) -> int:
        """Return a place of the source; inside an edit, the edit's start (from the left) or its end."""
        # seen from the right, what begins exactly here is not yet part of the span
        index = (bisect_right if from_left else bisect_left)(self.starts, place) - 1
        if index < 0:
            return place
        edit, start = self.edits[index], self.starts[index]
        end = start + len(edit.after)
        if place >= end:
            return place - end + edit.end
        return edit.start if from_left else edit.end
