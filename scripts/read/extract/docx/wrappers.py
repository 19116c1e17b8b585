"""An element → what stands in it, through what only wraps it: a content control, a smart tag, an inserted passage.

Of what a file says in several ways (`mc:AlternateContent`) the first that is understood counts, as in Word.
"""

from collections import Counter
from collections.abc import Iterator

from scripts.model.vocabulary import Leaving
from scripts.read.extract.docx.names import UNDERSTOOD, Element, child, children, name_of, switch

WRAPPERS = frozenset({"w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:sdtContent", "w:dir", "w:bdo"})


def through(parent: Element, wanted: frozenset[str], left_out: Counter[Leaving]) -> Iterator[Element]:
    """Yield the children with one of these names, in order, wherever wrappers hold them; count what is left out."""
    waiting = [parent.iterchildren()]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        name = name_of(element)
        if name in wanted:
            yield element
        elif name in WRAPPERS:
            waiting.append(element.iterchildren())
        elif name == "mc:AlternateContent":
            branch = branch_of(element)
            waiting += [] if branch is None else [branch.iterchildren()]
        elif name == "w:sdt":
            content = content_of(element, left_out)
            waiting += [] if content is None else [content.iterchildren()]


def branch_of(element: Element) -> Element | None:
    """Return the way of saying a thing that counts, None where none is understood."""
    for choice in children(element, "mc:Choice"):
        needs = choice.get("Requires", "").split()
        if all(choice.nsmap.get(prefix) in UNDERSTOOD for prefix in needs):
            return choice
    return child(element, "mc:Fallback")


def content_of(control: Element, left_out: Counter[Leaving]) -> Element | None:
    """Return what a content control holds; None, counted as a form, where that only says what to fill in."""
    if switch(child(control, "w:sdtPr"), "w:showingPlcHdr"):
        left_out[Leaving.FORM] += 1
        return None
    return child(control, "w:sdtContent")
