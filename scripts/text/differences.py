"""Two texts → what one has and the other has not, in words of a language with blanks, in characters of Chinese."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

# city's, Standardization, 2025, a run of blanks, any other character by itself
TOKEN_PATTERN = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'-][A-Za-zÀ-ÿ]+)*|[0-9]+|\s+|.", re.DOTALL)

LEAST = 0.3
"""Texts that have less in common than this share of their words are another text altogether."""


class Side(StrEnum):
    """Which of the texts has a piece."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


class Piece(NamedTuple):
    """A run of words."""

    side: Side
    words: str


def find_differences(before: str, after: str) -> list[Piece]:
    """Return the pieces of both texts in order; what is gone stands before what came in its place.

    >>> [piece.words for piece in find_differences("a quality city", "a strong city")]
    ['a ', 'quality', 'strong', ' city']
    """
    old, new = TOKEN_PATTERN.findall(before), TOKEN_PATTERN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST:
        return list(joined([Piece(Side.BEFORE, before), Piece(Side.AFTER, after)]))
    pieces: list[Piece] = []
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece(Side.BOTH, "".join(old[i:j])))
        else:
            pieces += (Piece(Side.BEFORE, "".join(old[i:j])), Piece(Side.AFTER, "".join(new[m:n])))
    return list(joined(pieces))


def joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those between which nothing but a blank is common as one, and without empty ones."""
    waiting = {Side.BEFORE: "", Side.AFTER: ""}
    for index, piece in enumerate(pieces):
        if piece.side is not Side.BOTH:
            waiting[piece.side] += piece.words
        elif piece.words.isspace() and any(waiting.values()) and index + 1 < len(pieces):
            waiting = {side: words + piece.words for side, words in waiting.items()}
        else:
            yield from (Piece(side, words) for side, words in waiting.items() if words)
            waiting = dict.fromkeys(waiting, "")
            yield piece
    yield from (Piece(side, words) for side, words in waiting.items() if words)


def first_difference(before: str, after: str) -> int:
    """Return where two texts begin to differ.

    >>> first_difference("质量强市", "质量强区")
    3
    """
    shorter = min(len(before), len(after))
    return next((place for place in range(shorter) if before[place] != after[place]), shorter)
