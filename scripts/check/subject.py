"""A policy under check: problems are found in its clean text and reported at the line of its source."""

import re
from bisect import bisect_right
from functools import cached_property

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
    def line_ends(self) -> list[tuple[int, int]]:
        """Return where the lines of the source end and the next ones begin."""
        return [match.span() for match in LINE_END_PATTERN.finditer(self.policy.source.text)]

    @cached_property
    def line_starts(self) -> list[int]:
        """Return where the lines of the source begin."""
        return [0, *(end for _, end in self.line_ends)]

    def problem(self, place: int, rule: str, message: str) -> Problem:
        """Return the problem at this place of the clean text."""
        start = self.alignment.source_span(place, place + 1)[0]
        line = bisect_right(self.line_starts, start)
        first = self.line_starts[line - 1]
        last = self.line_ends[line - 1][0] if line <= len(self.line_ends) else len(self.policy.source.text)
        low = max(first, start - 100)  # a line may be as long as the file
        excerpt = self.policy.source.text[low : min(last, start + 100)]
        return Problem(self.path, line, rule, message, excerpt, start - low)

    def is_noted(self, place: int) -> bool:
        """Whether the editors have a note on this place: then they know of it."""
        index = bisect_right(self.note_starts, place) - 1  # notes stand in the order of the text, without overlap
        return index >= 0 and place < max(self.policy.notes[index].end, self.note_starts[index] + 1)
