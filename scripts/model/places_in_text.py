"""Offsets in a policy's text → the anchors that stand there."""

from bisect import bisect_right
from collections import Counter

from scripts.model.policy import Policy


class PlaceFinder:
    """Finds the heading or block that holds a place of the text."""

    def __init__(self, policy: Policy) -> None:
        spans = {(s.start, s.heading_end): s.anchor for s in policy.walk() if s.start < s.heading_end}
        spans |= {(start, end): anchor for anchor, _, start, end, _ in policy.blocks()}
        self.spans = sorted(spans.items())
        self.starts = [start for (start, _), _ in self.spans]

    def span_near(self, place: int) -> tuple[int, int]:
        """Return the span of the last heading or block that begins at or before the place; else of the first."""
        return self.spans[max(bisect_right(self.starts, place) - 1, 0)][0]

    def anchor_near(self, place: int) -> str:
        """Return the anchor of the last heading or block that begins at or before the place; else the first."""
        return self.spans[max(bisect_right(self.starts, place) - 1, 0)][1] if self.spans else ""


def note_ids(policy: Policy) -> dict[int, str]:
    """Return the id of each note, by its index: the anchor of its place and its number there."""
    finder, counts = PlaceFinder(policy), Counter[str]()
    ids = {}
    for note in policy.notes:
        place = finder.anchor_near(note.start)
        counts[place] += 1
        ids[note.index] = f"{place}-{counts[place]}"
    return ids
