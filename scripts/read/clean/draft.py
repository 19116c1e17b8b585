"""A text on its way from the source to its clean form: the current text, and the edits that led to it.

Each step states its changes in the text that it saw; `Draft.apply` restates them in the source. Where a change
touches what an earlier one made, the two become one edit, which bears the later rule: so edits never overlap, and
undoing them all gives the source back.
"""

import io
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scripts.model.edits import RULES, Edits
from scripts.model.policy import Edit
from scripts.model.vocabulary import Rule


class Change(NamedTuple):
    """A replacement of `text[start:end]`, in the text that the step was given."""

    start: int
    end: int
    after: str
    emendation: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The text so far and its edits, in the order of the source and without overlap."""

    source: str
    text: str
    edits: Sequence[Edit] = ()

    def apply(self, rule: Rule, changes: Iterable[Change]) -> "Draft":
        """Return the draft with the changes made; they come in order and without overlap.

        >>> draft = Draft("a,b", "a,b").apply(Rule.PUNCTUATION, [Change(1, 2, "，")])
        >>> draft.text, draft.apply(Rule.EMENDATION, [Change(0, 3, "c")]).edits[0].before
        ('a，b', 'a,b')
        """
        text, made, written = self.text, Edits(self.text, ""), io.StringIO()
        place, length = 0, len(text)
        for start, end, after, emendation in changes:
            if text[start:end] == after:
                continue
            if not place <= start <= end <= length:
                raise ValueError(f"{rule}: the change at {start} overlaps the one before it or leaves the text")
            written.write(text[place:start])
            made.add(start, end, written.tell(), rule, emendation)
            written.write(after)
            place = end
        if not made:
            return self
        written.write(text[place:])
        made.text = written.getvalue()
        written.close()
        return Draft(self.source, made.text, merge_edits(self.edits, made) if isinstance(self.edits, Edits) else made)


class Merger:
    """Puts the edits of a draft and the changes of its text together, restated in the source, in its order."""

    def __init__(self, edits: Edits, changes: Edits) -> None:
        self.edits, self.changes = edits, changes
        self.ends = array("i", edits.place_ends())
        """Where each edit ends in the draft's text; where it begins there, it knows."""
        self.merged = Edits(edits.source, changes.text)
        self.edit, self.change = 0, 0
        """The edit and the change that come next."""
        self.to_source = 0
        """What to add to a place in the draft's text to get its place in the source."""

    def to_text(self) -> int:
        """Return what to add to a place in the draft's text, before the next change, to get that in the new text."""
        changes = self.changes
        if self.change == len(changes):
            return len(changes.text) - len(changes.source)
        return changes.places[self.change] - changes.starts[self.change]

    def keep(self, after: int) -> None:
        """Take the edits before this one as they are."""
        if after > self.edit:
            self.merged.take(self.edits, self.edit, after, self.to_text())
            self.edit, self.to_source = after, self.edits.ends[after - 1] - self.ends[after - 1]

    def touches(self, low: int, high: int) -> bool:
        """Whether the next edit touches this span of the draft's text."""
        if self.edit == len(self.ends):
            return False
        start = self.edits.places[self.edit]
        return start < high or start == high == low

    def merge(self) -> Edits:
        """Return them all."""
        starts, ends = self.edits.places, self.ends
        while self.change < len(self.changes):
            low, high = self.changes.starts[self.change], self.changes.ends[self.change]
            self.keep(bisect_left(ends, low, self.edit))  # what ends before the change stays as it is
            while self.edit < len(ends) and ends[self.edit] == low:
                if starts[self.edit] == low == high:
                    break
                self.keep(self.edit + 1)
            self.join(low, high)
        self.keep(len(ends))
        return self.merged

    def join(self, low: int, high: int) -> None:
        """Add the next change, and with it every edit and change that touches what is already together."""
        edits, changes, first, source_shift, text_shift = (
            self.edits,
            self.changes,
            self.change,
            self.to_source,
            self.to_text(),
        )
        self.change += 1
        is_alone = True
        while True:
            if self.touches(low, high):
                is_alone = False
                low, high = min(low, edits.places[self.edit]), max(high, self.ends[self.edit])
                self.to_source = edits.ends[self.edit] - self.ends[self.edit]
                self.edit += 1
            elif not is_alone and self.change < len(changes) and changes.starts[self.change] < high:
                high = max(high, changes.ends[self.change])
                self.change += 1
            else:
                break
        start, end, place = low + source_shift, high + self.to_source, low + text_shift
        if is_alone or edits.source[start:end] != changes.text[place : high + self.to_text()]:
            names = (changes.emendations.get(index) for index in range(first, self.change))
            name = next((name for name in names if name is not None), None) if changes.emendations else None
            self.merged.add(start, end, place, RULES[changes.rules[first]], name)


def merge_edits(edits: Edits, changes: Edits) -> Edits:
    """Return the edits that led from a source to a text, and the changes of that text, as edits of the source."""
    return Merger(edits, changes).merge()
