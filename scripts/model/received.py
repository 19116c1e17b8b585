"""A policy's source, cut where its edited text is: for each heading and block the pieces from which it came."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scripts.model.edits import placed_starts
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Edit, Policy
from scripts.model.vocabulary import Rule

LEFT_OUT = (Rule.LEFT_OUT, Rule.WEB_PAGE, Rule.CONTENTS)
"""Rules that leave out whole passages, which stand between those of the text."""


class Piece(NamedTuple):
    """A part of the source and what became of it."""

    before: str
    after: str
    edit: Edit | None
    """The change; None where the source was kept."""


class Row(NamedTuple):
    """What stands in the source for one heading or block, or a passage that is left out."""

    anchor: str
    start: int
    """Where it begins in the edited text."""
    pieces: list[Piece]
    left_out: Rule | None = None


def received_rows(policy: Policy) -> Iterator[Row]:
    """Yield the rows in the order of the source; their pieces joined are the source, and the edited text."""
    spans = list(PlaceFinder(policy).spans())
    starts = [0, *(start for (start, _), _ in spans[1:])]
    waiting = list(pieces_of(policy, starts))[::-1]  # the next one last
    for (_, anchor), start, end in zip(spans, starts, [*starts[1:], len(policy.text) + 1], strict=True):
        own: list[Piece] = []
        while waiting and waiting[-1].place < end:
            own.append(waiting.pop().piece)
        yield from cut(Row(anchor, start, own))


class Placed(NamedTuple):
    """A piece, and where in the edited text it begins."""

    place: int
    piece: Piece


def pieces_of(policy: Policy, starts: list[int]) -> Iterator[Placed]:
    """Yield the pieces of a source in order, what was kept cut at the places where a row starts."""
    place = 0
    for edit, edited in zip(policy.edits, placed_starts(policy.edits), strict=True):
        yield from kept(policy, place, edited, starts)
        yield Placed(edited, Piece(edit.before, edit.after, edit))
        place = edited + len(edit.after)
    yield from kept(policy, place, len(policy.text), starts)


def kept(policy: Policy, start: int, end: int, starts: list[int]) -> Iterator[Placed]:
    """Yield a span of the edited text that stands in the source as it is, cut at the starts of rows."""
    inner = starts[bisect_right(starts, start) : bisect_left(starts, end)]
    for begin, stop in pairwise([start, *inner, end]):
        words = policy.text[begin:stop]
        if words:
            yield Placed(begin, Piece(words, words, None))


def cut(row: Row) -> Iterator[Row]:
    """Yield a row, and before and behind it what was left out there, each passage as a row of its own."""
    worded = [index for index, piece in enumerate(row.pieces) if piece.after.strip()] or [0]
    outs = [index for index, piece in enumerate(row.pieces) if piece.edit and piece.edit.rule in LEFT_OUT]
    before = [index + 1 for index in outs if index < worded[0]]
    behind = [index for index in outs if index > worded[-1]]
    edges = [0, *before], [*behind, len(row.pieces)]
    for begin, end in pairwise(edges[0]):
        yield left_out(row, begin, end)
    skipped = sum(len(piece.after) for piece in row.pieces[: edges[0][-1]])
    yield Row(row.anchor, row.start + skipped, row.pieces[edges[0][-1] : edges[1][0]])
    for begin, end in pairwise(edges[1]):
        yield left_out(row, begin, end)


def left_out(row: Row, begin: int, end: int) -> Row:
    """Return a passage that was left out, with the blanks beside it."""
    pieces = row.pieces[begin:end]
    rules = [piece.edit.rule for piece in pieces if piece.edit and piece.edit.rule in LEFT_OUT]
    return Row(row.anchor, row.start, pieces, rules[0])
