"""Offsets in a policy's text → the anchors that stand there."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

import numpy as np

from scripts.model.policy import Policy


class PlaceFinder:
    """Finds the heading or block that holds a place of the text.

    Places are kept as numbers and anchors in one run of letters: of a long text they are as many as its lines.
    """

    def __init__(self, policy: Policy) -> None:
        spans, self.names, name_ends = array("i"), bytearray(), array("i", [0])
        for anchor, start, end in headings_and_blocks(policy):
            spans.extend((start, end))
            self.names += anchor.encode()
            name_ends.append(len(self.names))
        rows = np.array(spans, np.int32).reshape(-1, 2)
        order = np.lexsort((rows[:, 1], rows[:, 0]))
        rows = rows[order]
        is_last = np.ones(len(rows), bool)
        is_last[:-1] = (rows[1:] != rows[:-1]).any(axis=1)  # of those with one span the last is found
        rows, edges = rows[is_last], np.array(name_ends, np.int32)
        self.starts, self.ends = as_array(rows[:, 0]), as_array(rows[:, 1])
        self.name_starts, self.name_ends = as_array(edges[:-1][order][is_last]), as_array(edges[1:][order][is_last])

    def spans(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield every span with its anchor, in the order of the text."""
        return (
            ((start, end), self.name(index))
            for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
        )

    def span_near(self, place: int) -> tuple[int, int]:
        """Return the span of the last heading or block that begins at or before the place; else of the first."""
        index = max(bisect_right(self.starts, place) - 1, 0)
        return self.starts[index], self.ends[index]

    def anchor_near(self, place: int) -> str:
        """Return the anchor of the last heading or block that begins at or before the place; else the first."""
        return self.name(max(bisect_right(self.starts, place) - 1, 0)) if self.starts else ""

    def name(self, index: int) -> str:
        """Return the anchor of a span by its place among all."""
        return self.names[self.name_starts[index] : self.name_ends[index]].decode()


def as_array(values: "np.ndarray[tuple[int], np.dtype[np.int32]]") -> "array[int]":
    """Return numbers as Python looks them up."""
    return array("i", values.tobytes())


def headings_and_blocks(policy: Policy) -> Iterator[tuple[str, int, int]]:
    """Yield the anchor and the span of every heading and block."""
    for section in policy.walk():
        if section.start < section.heading_end:
            yield section.anchor, section.start, section.heading_end
        for anchor, _, start, end, *_ in section.blocks:
            yield anchor, start, end


def note_ids(policy: Policy) -> dict[int, str]:
    """Return the id of each note, by its index: the anchor of its place and its number there."""
    finder, counts = PlaceFinder(policy), Counter[str]()
    ids = {}
    for note in policy.notes:
        place = finder.anchor_near(note.start)
        counts[place] += 1
        ids[note.index] = f"{place}-{counts[place]}"
    return ids
