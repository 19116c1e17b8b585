"""The lines of a document in its page → what an editor must look at: files that they link, what stands beside them.

A picture or a frame that may hold a page or a table is noted with the line of the document below it, else above it.
"""

from dataclasses import dataclass

from lxml import etree

from scripts.read.extract.blocks import Place
from scripts.read.extract.html.address import join_address
from scripts.read.extract.html.elements import file_name
from scripts.read.extract.html.encoding import LOST
from scripts.read.extract.html.lines import Line
from scripts.read.extract.html.particulars import common, is_within

Tree = etree._Element
FILE_DOUBT = "links a file ({address}); if its text does not stand in this page, fetch it and convert it too"
PICTURE_DOUBT = "stands {where} a picture ({name}) that may hold a page or a table; look at it, and type what it says"
FRAME_DOUBT = "stands {where} a frame with another page or file in it ({name}); look at it, and add what it holds"
OWN_FRAME_DOUBT = "begins what stands in a frame of the page; see whether it belongs to the document"
LOST_DOUBT = "has {count} characters that the file does not give{where}; fetch it again, or mend them by emendations"


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known of the whole page."""

    address: str
    lost: str
    """Which bytes of the file are bad; nothing where none is."""
    frames: frozenset[Tree]
    """The elements that hold the content of frames."""


def note_doubts(placed: list[tuple[Line, Place]], notes: Notes) -> None:
    """Note of the document's lines what files they link, what they miss, and what stands beside them."""
    above: Line | None = None
    begun: set[Tree] = set()
    for line, place in placed:
        is_own = place is Place.DOCUMENT and bool(line.words())
        if is_own:
            line.doubts += own_doubts(line, notes, begun)
        target = line if is_own else above
        if target is not None:
            seen = [element for element in line.seen if is_own or is_nearer(element, target, line)]
            target.doubts += [seen_doubt(element, "below" if is_own else "above") for element in seen]
        above = line if is_own else None


def is_nearer(seen: Tree, above: Line, below: Line) -> bool:
    """Whether a picture between two lines belongs to the one above it: the other stands farther out."""
    around = common(seen, above.element)
    return around is not None and not is_within(below.element, around)


def own_doubts(line: Line, notes: Notes, begun: set[Tree]) -> list[str]:
    """Return what is unsure of a line itself; `begun` are the frames of which a line has come."""
    doubts = [FILE_DOUBT.format(address=join_address(notes.address, file)) for file in line.files]
    if LOST in line.words():
        where = f" (bytes that are none of its encoding: {notes.lost})" if notes.lost else ""
        doubts.append(LOST_DOUBT.format(count=line.words().count(LOST), where=where))
    if notes.frames:
        new = notes.frames.intersection([line.element, *line.element.iterancestors()]) - begun
        begun |= new
        doubts += [OWN_FRAME_DOUBT] * bool(new)
    return doubts


def seen_doubt(element: Tree, where: str) -> str:
    """Return what is unsure about a picture or a frame beside a line."""
    name = file_name(element.get("src") or element.get("data") or "")
    form = PICTURE_DOUBT if element.tag == "img" else FRAME_DOUBT
    return form.format(where=where, name=name or "without a name")
