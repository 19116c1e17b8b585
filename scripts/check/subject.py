"""A policy under check: problems are found in its clean text and reported at the line of its source."""

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import chain

from scripts.model.edits import Alignment
from scripts.model.policy import Policy
from scripts.problems import Problem

LINE_END_PATTERN = re.compile(r"\r\n?|\n")


class Subject:
    """A policy, the path of its source as problems name it, and the way back from text to source."""

    def __init__(self, policy: Policy, path: str) -> None:
        self.policy, self.path = policy, path
        self.note_starts = [note.start for note in policy.notes]

    @cached_property
    def alignment(self) -> Alignment:
        """Return the way from the text to its source; most policies have no problem that needs it."""
        return Alignment(self.policy.edits)

    @cached_property
    def line_starts(self) -> "array[int]":
        """Return where the lines of the source begin; as numbers, for there may be as many as characters."""
        ends = (match.end() for match in LINE_END_PATTERN.finditer(self.policy.source.text))
        return array("i", chain((0,), ends))

    def problem(self, place: int, rule: str, message: str) -> Problem:
        """Return the problem at this place of the clean text."""
        start = self.alignment.source_span(place, place + 1)[0]
        line = bisect_right(self.line_starts, start)
        first = self.line_starts[line - 1]
        ended = LINE_END_PATTERN.search(self.policy.source.text, start, start + 100)
        low = max(first, start - 100)  # a line may be as long as the file
        excerpt = self.policy.source.text[low : ended.start() if ended else start + 100]
        return Problem(self.path, line, rule, message, excerpt, start - low)

    def is_noted(self, place: int) -> bool:
        """Whether the editors have a note on this place: then they know of it."""
        index = bisect_right(self.note_starts, place) - 1  # notes stand in the order of the text, without overlap
        return index >= 0 and place < max(self.policy.notes[index].end, self.note_starts[index] + 1)
