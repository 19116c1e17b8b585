"""A text on its way from the source to its clean form: the current text, and the edits that led to it.

Each step states its changes in the text that it saw; `Draft.apply` restates them in the source. Where a change
touches what an earlier one made, the two become one edit, which bears the later rule: so edits never overlap, and
undoing them all gives the source back.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scripts.model.edits import placed_spans
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
    edits: tuple[Edit, ...] = ()

    def apply(self, rule: Rule, changes: Iterable[Change]) -> "Draft":
        """Return the draft with the changes made; they come in order and without overlap.

        >>> draft = Draft("a,b", "a,b").apply(Rule.PUNCTUATION, [Change(1, 2, "，")])
        >>> draft.text, draft.apply(Rule.EMENDATION, [Change(0, 3, "c")]).edits[0].before
        ('a，b', 'a,b')
        """
        text, made = self.text, []
        pieces: list[str] = []
        place, length = 0, len(text)
        for start, end, after, emendation in changes:
            before = text[start:end]
            if before == after:
                continue
            if not place <= start <= end <= length:
                raise ValueError(f"{rule}: the change at {start} overlaps the one before it or leaves the text")
            made.append(Edit(start, end, before, after, rule, emendation))
            pieces += (text[place:start], after)
            place = end
        if not made:
            return self
        pieces.append(text[place:])
        return Draft(self.source, "".join(pieces), tuple(merge_edits(self, made) if self.edits else made))


def merge_edits(draft: Draft, changes: Sequence[Edit]) -> list[Edit]:
    """Return the edits of the draft and the new changes of its text together, restated in the source, in its order."""
    edits, (starts, ends) = draft.edits, placed_spans(draft.edits)
    merged: list[Edit] = []
    e, c, shift = 0, 0, 0  # shift: what to add to a place in the text to get its place in the source
    while c < len(changes):
        low, high, before, after, rule, emendation = changes[c]
        far = bisect_left(ends, low, e)
        if far > e:  # what ends before the change stays as it is
            merged += edits[e:far]
            e, shift = far, edits[far - 1].end - ends[far - 1]
        while e < len(edits) and ends[e] == low and not starts[e] == ends[e] == high:
            merged.append(edits[e])
            e, shift = e + 1, edits[e].end - ends[e]
        c += 1
        if e == len(edits) or not (starts[e] < high or starts[e] == high == low):  # it touches no edit
            merged.append(Edit(low + shift, high + shift, before, after, rule, emendation))
            continue
        group, shift_before = [changes[c - 1]], shift
        while True:  # take in every edit and change that touches what is already together
            if e < len(edits) and (starts[e] < high or starts[e] == high == low):
                low, high = min(low, starts[e]), max(high, ends[e])
                shift = edits[e].end - ends[e]
                e += 1
            elif c < len(changes) and changes[c].start < high:
                group.append(changes[c])
                high = max(high, changes[c].end)
                c += 1
            else:
                break
        start, end = low + shift_before, high + shift
        before, after = draft.source[start:end], replace(draft.text, low, high, group)
        if before != after:
            emendation = next((change.emendation for change in group if change.emendation is not None), None)
            merged.append(Edit(start, end, before, after, rule, emendation))
    return [*merged, *edits[e:]]


def replace(text: str, low: int, high: int, changes: Sequence[Edit]) -> str:
    """Return `text[low:high]` with the changes made."""
    pieces = []
    for change in changes:
        pieces += [text[low : change.start], change.after]
        low = change.end
    return "".join(pieces) + text[low:high]
