"""Edits of a source, in order and without overlap: kept as numbers, undone, and traced back from text to source."""

import io
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from scripts.model.policy import Edit
from scripts.model.vocabulary import Rule

RULES = tuple(Rule)


class Edits(Sequence[Edit]):
    """The edits that led from a source to a text, kept as numbers: an edit is made of both when it is asked for.

    So what a change costs does not depend on Python's values, of which there would be a dozen for each.
    """

    __slots__ = ("emendations", "ends", "places", "rules", "source", "starts", "text")

    def __init__(self, source: str, text: str) -> None:
        self.source, self.text = source, text
        self.starts, self.ends = array("i"), array("i")
        """Of each edit, its span of the source."""
        self.places = array("i")
        """Where each begins in the text; between two edits the source is kept, which tells where one ends."""
        self.rules = bytearray()
        """Of each, the place of its rule among all rules."""
        self.emendations: dict[int, int] = {}
        """Of those that an editor made, by their place: the emendation."""

    def add(self, start: int, end: int, place: int, rule: Rule, emendation: int | None = None) -> None:
        """Add the edit that follows."""
        if emendation is not None:
            self.emendations[len(self.starts)] = emendation
        self.starts.append(start)
        self.ends.append(end)
        self.places.append(place)
        self.rules.append(RULES.index(rule))

    def take(self, other: "Edits", first: int, after: int, shift: int) -> None:
        """Add edits of another row as they are, so much farther on in the text."""
        own = len(self.starts) - first
        self.emendations |= {index + own: name for index, name in other.emendations.items() if first <= index < after}
        self.starts += other.starts[first:after]
        self.ends += other.ends[first:after]
        places = other.places[first:after]
        self.places += array("i", (place + shift for place in places)) if shift else places
        self.rules += other.rules[first:after]

    def place_ends(self) -> Iterator[int]:
        """Yield where each edit ends in the text."""
        following = chain(zip(islice(self.starts, 1, None), islice(self.places, 1, None), strict=True),
                          [(len(self.source), len(self.text))])  # fmt: skip
        for end, (start, place) in zip(self.ends, following, strict=False):
            yield place - (start - end)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Edit]:
        source, text, emendations = self.source, self.text, self.emendations
        rows = zip(self.starts, self.ends, self.places, self.place_ends(), self.rules, strict=True)
        for index, (start, end, place, after, rule) in enumerate(rows):
            yield Edit(start, end, source[start:end], text[place:after], RULES[rule], emendations.get(index))

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Edit]: ...
    def __getitem__(self, index: int | slice) -> Edit | Sequence[Edit]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        index = range(len(self))[index]
        start, end, place = self.starts[index], self.ends[index], self.places[index]
        is_last = index + 1 == len(self)
        next_start, next_place = (
            (len(self.source), len(self.text)) if is_last else (self.starts[index + 1], self.places[index + 1])
        )
        after = self.text[place : next_place - (next_start - end)]
        rule = RULES[self.rules[index]]
        return Edit(start, end, self.source[start:end], after, rule, self.emendations.get(index))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    def __hash__(self) -> int:
        return hash((len(self), self.source, self.text))


def placed_starts(edits: Sequence[Edit]) -> Sequence[int]:
    """Return where each edit begins in the edited text."""
    if isinstance(edits, Edits):
        return edits.places
    starts, growth = array("i"), 0
    for edit in edits:
        starts.append(edit.start + growth)
        growth += len(edit.after) - len(edit.before)
    return starts


def undo(text: str, edits: Sequence[Edit]) -> str:
    """Return the source that the edited text came from.

    >>> from scripts.model.vocabulary import Rule
    >>> undo("a，b", [Edit(1, 2, ",", "，", Rule.PUNCTUATION)])
    'a,b'
    """
    source = io.StringIO()
    source.writelines(undone(text, edits))
    return source.getvalue()


def undone(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    """Yield the source that the edited text came from, in pieces."""
    place, end_before = 0, 0
    for start, end, before, after, _, _ in edits:
        kept = place + start - end_before  # what stands between two edits is as long in the source as in the text
        yield text[place:kept]
        yield before
        place, end_before = kept + len(after), end
    yield text[place:]


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


class TextPlaces:
    """Which place of the edited text a place of the source became."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.starts = edits.starts if isinstance(edits, Edits) else array("i", (edit.start for edit in edits))
        self.places = placed_starts(edits)

    def text_place(self, place: int) -> int:
        """Return a place of the text; of what an edit replaced, where the edit begins."""
        index = bisect_right(self.starts, place) - 1
        if index < 0:
            return place
        edit, start = self.edits[index], self.places[index]
        return start if place < edit.end else start + len(edit.after) + place - edit.end


def marked_headings(edits: Sequence[Edit]) -> Iterator[int]:
    """Yield where in the edited text the lines begin that the source marked as headings: # 检查."""
    placed = zip(placed_starts(edits), edits, strict=True)
    return (place for place, (_, _, before, _, rule, _) in placed if rule is Rule.MARKUP and before.startswith("#"))


def replaced_places(edits: Sequence[Edit], before: str) -> Iterator[int]:
    """Yield where in the edited text something stands that replaced exactly this.

    >>> from scripts.model.vocabulary import Rule
    >>> [*replaced_places([Edit(1, 2, ",", "，", Rule.PUNCTUATION), Edit(3, 4, "⏎", " ", Rule.CELL)], "⏎")]
    [3]
    """
    return (place for place, edit in zip(placed_starts(edits), edits, strict=True) if edit.before == before)
