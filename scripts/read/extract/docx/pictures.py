"""A drawing, a picture or an embedded object → its text boxes, what else is to be counted, and a doubt about words."""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.model.vocabulary import Leaving
from scripts.read.extract.docx.names import Element, children, descendants, name_of

DIAGRAM_DOUBT = "stands by a diagram, of which no words are read; look whether it has any, and put them in"
OBJECT_DOUBT = "stands by an embedded file, which is not read; look whether it is a table or a formula, and put it in"
WORDS_DOUBT = "stands by a drawing with words that are not read; look at it, and put them in"
WHOLE_OBJECTS = ("chart", "diagram")
"""How the kind of a drawing ends whose words stand in a part of their own."""


class Found(NamedTuple):
    """What a drawing holds."""

    boxes: list[Element]
    """Text boxes, without those inside of one."""
    words: list[str]
    """What is drawn as letters."""
    left_out: list[Leaving]
    doubt: str = ""


def read_drawing(element: Element) -> Found:
    """Return what a drawing of the newer kind holds (`w:drawing`)."""
    boxes = list(outer_boxes(element))
    kinds = [data.get("uri", "").rstrip("/").lower() for data in descendants(element, "a:graphicData")]
    if any(kind.endswith(WHOLE_OBJECTS) for kind in kinds):
        return Found(boxes, [], [Leaving.DRAWING], DIAGRAM_DOUBT)
    pictures = sum(1 for _ in descendants(element, "pic:pic"))
    left_out = [Leaving.PICTURE] * pictures or [Leaving.DRAWING] * (not boxes)
    has_words = any((text.text or "").strip() for text in descendants(element, "a:t"))
    return Found(boxes, [], left_out, WORDS_DOUBT if has_words else "")


def read_old_drawing(element: Element) -> Found:
    """Return what a drawing of the older kind holds (`w:pict`, `w:object`)."""
    boxes = list(outer_boxes(element))
    words = [text for path in descendants(element, "v:textpath") if (text := path.get("string", "").strip())]
    objects = sum(1 for _ in descendants(element, "o:OLEObject"))
    forms = sum(1 for _ in descendants(element, "w:control"))
    if objects or forms:
        left_out = [Leaving.EMBEDDED] * objects + [Leaving.FORM] * forms
        return Found(boxes, words, left_out, OBJECT_DOUBT if objects else "")
    pictures = sum(1 for _ in descendants(element, "v:imagedata"))
    return Found(boxes, words, [Leaving.PICTURE] * pictures or [Leaving.DRAWING] * (not boxes and not words))


def outer_boxes(element: Element) -> Iterator[Element]:
    """Yield the contents of text boxes that stand in no other, and in no second way of saying the same."""
    waiting = [element.iterchildren()]
    while waiting:
        inner = next(waiting[-1], None)
        if inner is None:
            waiting.pop()
        elif name_of(inner) == "w:txbxContent":
            yield inner
        elif name_of(inner) != "mc:Fallback" or not list(children(inner.getparent(), "mc:Choice")):
            waiting.append(inner.iterchildren())
