"""The heads and feet of a DOCX file's sections → those that say more than the page's number, each once.

They stand in parts of their own, to which sections refer; one that no page shows is counted as hidden.
"""

import re
from collections.abc import Iterator

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Paragraph, Place
from scripts.read.extract.docx.counting import Counting
from scripts.read.extract.docx.fields import Fields, find_loose
from scripts.read.extract.docx.names import Element, attribute, children, descendants, switch
from scripts.read.extract.docx.parts import Parts
from scripts.read.extract.docx.reading import Reading
from scripts.read.extract.docx.story import BETWEEN_CELLS, Story, flat

HEAD, FOOT = "w:headerReference", "w:footerReference"
# — 1 —, 第1页 共12页, Page 1 of 12, - ii -; not 附件1
PAGE_NUMBER_PATTERN = re.compile(
    r"(?:[\s\d\-—–－─·•.．…/／|~～,，()（）第页頁共IVX一二三四五六七八九十]|page|of)*", re.IGNORECASE
)

# what differs from page to page in 某市某局 第12页 共30页
FIGURES_PATTERN = re.compile(r"\d+|\b[ivx]+\b", re.IGNORECASE)


def read_margins(parts: Parts, reading: Reading, side: str) -> Iterator[Paragraph]:
    """Yield what the heads, or the feet, say of all sections, each once, in the order of the sections."""
    shown: dict[str, bool] = {}
    for target, is_shown in references(parts, side):
        shown[target] = shown.get(target, False) or is_shown
    said = set[str]()
    for target, is_shown in shown.items():
        root = parts.package.xml(target)
        if is_shown:
            yield from read_margin(root, reading, said)
        else:
            reading.leave(Leaving.HIDDEN, bool(words_of(root)))


def references(parts: Parts, side: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts to which the sections refer, and whether the pages of such a section show them."""
    has_even = bool(switch(parts.xml("settings"), "w:evenAndOddHeaders"))
    for section in descendants(parts.root, "w:sectPr"):
        shown = {"first": bool(switch(section, "w:titlePg")), "even": has_even}
        for reference in children(section, side):
            relation = parts.by_id.get(attribute(reference, "r:id") or "")
            if relation is not None and relation.target:
                yield relation.target, shown.get(attribute(reference, "w:type") or "", True)


def read_margin(root: Element | None, reading: Reading, said: set[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a head or a foot that no other has said, unless they only number the page."""
    if root is None:
        return
    loose = find_loose(root)
    reading.loose |= loose
    story = Story(reading, Counting(reading.lists), Fields(loose), depth=1)
    texts = [text.strip() for block in story.blocks(root) for text in flat(block)]
    text = BETWEEN_CELLS.join(filter(None, texts))
    if not text:
        return
    reading.leave(Leaving.RUNNING)
    without_number = FIGURES_PATTERN.sub("", text)
    if PAGE_NUMBER_PATTERN.fullmatch(text) or without_number in said:
        return
    said.add(without_number)
    yield Paragraph(text, Place.MARGIN)


def words_of(root: Element | None) -> str:
    """Return all words of a part."""
    return "".join(text.text or "" for text in descendants(root, "w:t")).strip()
