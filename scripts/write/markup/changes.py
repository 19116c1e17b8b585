"""Words that are marked as deleted or added, `[质量]{del}` and `[数量]{ins}` → elements that say so, to the ear too."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from scripts.write.markup.surroundings import Surroundings
from scripts.write.words.strings import say

HISTORY = "/history/index.md"
"""How the paths of the pages end that have such marks."""
CHANGES = {"del": "change-del", "ins": "change-ins"}
"""The marks, each with the key of what is said of it."""


class ChangeMarker(Treeprocessor):
    """Makes the marks of a page elements, each with words before it that the eye does not need."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Mark the changes of a page."""
        for element in list(root.iter("span")):
            for tag, key in CHANGES.items():
                if tag in element.attrib:
                    del element.attrib[tag]
                    element.tag = tag
                    self.say_before(element, say(key, self.page.language))

    def say_before(self, element: Element, words: str) -> None:
        """Put words of the page's own language before those of an element."""
        said = Element("span", {"class": "change-said", "lang": self.page.tag})
        said.text, said.tail, element.text = words, element.text, None
        element.insert(0, said)
