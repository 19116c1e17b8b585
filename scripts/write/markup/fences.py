"""`/// text` … `///`: a block around blocks. What a fence of this name always bears is added here."""

import html
import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from scripts.model.vocabulary import Language
from scripts.write.markup.dot_plot import draw_picture
from scripts.write.markup.forms import FENCES, SUMMARIES, TAGS, Fence, read_flags
from scripts.write.markup.picture_lines import read_picture
from scripts.write.markup.surroundings import Surroundings
from scripts.write.words.strings import LANG_TAGS, say

# /// text {zh}
OPENING_PATTERN = re.compile(r"\n*/// (?P<name>[a-z]+)(?: \{(?P<flags>[^{}\n]*)\})?[ ]*(?:\n|$)")
PICTURE_PATTERN = re.compile(r"\n*/// picture ?(?P<title>[^\n]*)\n(?P<lines>.+)\n///\n*", re.DOTALL)
IDENTITY_PATTERN = re.compile(r"\n\{#(?P<anchor>[\w-]+)\}\s*$")
BOLD_PATTERN = re.compile(r"\*\*(?P<words>[^*]*)\*\*")
HEADING_PATTERN = re.compile(r"#{2,3} ")


class FenceProcessor(BlockProcessor):
    """Makes an element of a fence and what is in it."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: Element, block: str) -> bool:
        """Whether a block opens a fence."""
        match = OPENING_PATTERN.match(block)
        return match is not None and (match["name"] in FENCES or match["name"] in TAGS)

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Add the element; without a closing line there is none."""
        match = OPENING_PATTERN.match(blocks[0])
        length = find_end(blocks)
        if not match or not length:
            return False
        name = match["name"]
        inner = [blocks[0][match.end() :], *blocks[1:length]]
        del blocks[: length + 1]
        element = self.make(parent, name, read_flags(match["flags"] or ""))
        self.fill(element, name, [block for block in inner if block.strip()])
        return True

    def make(self, parent: Element, name: str, values: dict[str, str]) -> Element:
        """Return the element of a fence, without what is in it."""
        fence = FENCES.get(name, Fence(name, ""))
        element = SubElement(parent, fence.tag)
        if fence.has_language:
            values = {"lang": self.page.tag} | values
        if fence.classes:
            element.set("class", fence.classes)
        if name in SUMMARIES:
            SubElement(element, "summary").text = say(SUMMARIES[name], self.page.language)
            element = SubElement(element, "div", {"lang": self.page.tag})
        for key, value in values.items():
            element.set(key, value)
        return element

    def fill(self, element: Element, name: str, blocks: list[str]) -> None:
        """Parse what is in a fence."""
        if name == "summary":  # which holds words, and no paragraph
            element.text = " ".join(block.strip() for block in blocks)
            return
        if name == "parallel":
            for left, right in zip(blocks[::2], blocks[1::2], strict=False):
                self.pair(element, left, right)
            return
        self.parser.parseBlocks(element, blocks)

    def pair(self, parent: Element, left: str, right: str) -> None:
        """Add a row of the page in two columns: the Chinese, then the English with the id of both under it."""
        match = IDENTITY_PATTERN.search(right)
        anchor = match["anchor"] if match else ""
        bold = BOLD_PATTERN.fullmatch(left.strip())
        is_heading = bool(bold or HEADING_PATTERN.match(left) or HEADING_PATTERN.match(right))
        classes = "parallel-row" + (" parallel-heading" if is_heading else "")
        row = SubElement(parent, "div", {"class": classes, "id": anchor})
        words = right[: match.start()] if match else right
        missing = words.removeprefix("## ").removeprefix("### ") == say("untranslated-both", self.page.language)
        tag = self.page.tag if missing else LANG_TAGS[Language.EN]
        sides = (
            ("parallel-zh", parent.get("lang", LANG_TAGS[Language.ZH]), bold["words"] if bold else left),
            ("parallel-en", tag, words),
        )
        for side, lang, text in sides:
            identity = f" {{#{anchor}-{self.page.language}}}" if HEADING_PATTERN.match(text) else ""
            self.parser.parseBlocks(row, [text + identity])
            row[-1].attrib.update({"class": side, "lang": lang})


class PictureProcessor(BlockProcessor):
    """Draws the picture of figures that a fence lists, a line each."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.md, self.page = md, page

    def test(self, _: Element, block: str) -> bool:
        """Whether a block lists figures for a picture."""
        return bool(PICTURE_PATTERN.fullmatch(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the picture."""
        match = PICTURE_PATTERN.fullmatch(blocks.pop(0))
        if match:
            heading = parent.find("h1")
            title = html.unescape(match["title"]) or (heading.text if heading is not None else "") or ""
            picture = draw_picture(read_picture(title, match["lines"].split("\n")), self.page.language)
            SubElement(parent, "p").text = self.md.htmlStash.store(picture)


def find_end(blocks: list[str]) -> int:
    """Return the place of the block that closes the fence which the first one opens; 0 where there is none."""
    depth = 0
    for index, block in enumerate(blocks):
        if block.strip() == "///":
            depth -= 1
        elif OPENING_PATTERN.match(block):
            depth += 1
        if depth == 0:
            return index
    return 0
