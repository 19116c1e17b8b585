"""The frames of a saved page that are in the same file → their content, in the place of the frame."""

from collections.abc import Callable
from contextlib import suppress

from lxml import etree

from scripts.problems import CorpusError
from scripts.read.extract.html.tree import parse_page

Tree = etree._Element
MOST = 50
"""A page with more frames than these keeps the others as frames."""
DEEPEST = 3
"""So many frames are read within one another."""
Framed = Callable[[Tree], str]
"""What gives the text of the page in a frame; nothing where the file does not have it."""


def written_out(frame: Tree) -> str:
    """Return the text of a frame that stands in its own attribute."""
    return frame.get("srcdoc", "")


def put_frames(root: Tree, framed: Framed, path: str) -> list[Tree]:
    """Put the content of frames in their places; return the elements that now hold it."""
    placed: list[Tree] = []
    new = [root]
    for _ in range(DEEPEST):
        frames = [frame for tree in new for frame in [*tree.iter("iframe", "frame")]]
        new = []
        for frame in frames[: MOST - len(placed)]:
            with suppress(CorpusError):  # what is no page stays a frame
                text = framed(frame)
                if text.strip():
                    new.append(put_frame(frame, parse_page(text, path)))
        placed += new
    return placed


def put_frame(frame: Tree, page: Tree) -> Tree:
    """Turn a frame into an element that holds its page; return it."""
    hidden = frame.get("style", "")
    tail = frame.tail
    frame.clear()
    frame.tag, frame.tail = "div", tail
    if hidden:
        frame.set("style", hidden)
    for child in list(page):
        frame.append(child)
    return frame
