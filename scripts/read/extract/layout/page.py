"""A printed page as a reader of a kind of file hands it over: what is written where, and the lines that are drawn.

All lengths are points, 72 an inch; the origin is the upper left corner, and y grows downwards.
"""

from typing import NamedTuple

DESCENT = 0.14
"""So much of a character's size is below the line that it stands on."""


class Run(NamedTuple):
    """Characters that stand side by side, with no gap between them that means anything."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    """Its box: as wide as the characters are set, from 0.86 of their size above their line to 0.14 below it."""
    size: float
    """Of the characters; where the box is much higher, they stand one below the other."""


class Ruling(NamedTuple):
    """A line that is drawn across or down the page, or a bar as thin as one."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(NamedTuple):
    """A page as it is read: turned so that its lines run from left to right."""

    width: float
    height: float
    runs: list[Run]
    """In any order."""
    rulings: list[Ruling]
    margins: tuple[str, ...] = ()
    """What is known to be no text of the document: a watermark, what a template prints on every page."""
    doubt: str = ""
    """What the editor must look at on this page: a clause that says what is unsure and what to do."""
