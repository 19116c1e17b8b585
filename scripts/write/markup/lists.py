"""`/// entries` … `///`: a list of names → a list that readers filter as they type, order otherwise, and jump about in.

Between its lines stand headings, each with the entries below it, a line each; what stands under an entry without a
link folds away in it:

    - [质量强市](quality-city/) | city strong in quality | 29/5 | zhi liang qiang shi {#term-quality-city}

The name, the name in the other language, how often and in how many policies, what else it is found by, its text.
The tools above the list are for scripts alone (docs/assets/javascripts/page/lists.js); without them it is complete.
"""

import html
import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from scripts.model.languages import OTHER
from scripts.text.folding import simplified
from scripts.write.markup.fences import find_end
from scripts.write.markup.forms import read_flags
from scripts.write.markup.surroundings import Surroundings
from scripts.write.words.strings import LANG_TAGS, say

# /// entries {orders="letter use"}
OPENING_PATTERN = re.compile(r"\n*/// entries \{(?P<flags>[^{}\n]*)\}[ ]*(?:\n|$)")
# ## A {#letter-a}
HEADING_PATTERN = re.compile(r"## (?P<words>.*) \{#(?P<id>[\w-]+)\}")
IDENTITY_PATTERN = re.compile(r" \{#(?P<id>[\w-]+)\}$")
ORDERS = {
    "letter": "list-by-letter",
    "topic": "list-by-topic",
    "place": "list-by-place",
    "date": "list-by-date",
    "use": "list-by-use",
    "mentions": "list-by-mentions",
    "shared": "list-by-shared",
    "cited": "list-by-cited",
}
"""How a list can be ordered, by the key of its words: its own comes first; all from `use` on go by its numbers."""


class EntriesProcessor(BlockProcessor):
    """Makes a list of entries with its tools."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, _: Element, block: str) -> bool:
        """Whether a block opens a list."""
        return self.page.is_generated and bool(OPENING_PATTERN.match(block))

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Add the list; without a closing line there is none."""
        match = OPENING_PATTERN.match(blocks[0])
        length = find_end(blocks)
        if not match or not length:
            return False
        inner = [block.strip("\n") for block in (blocks[0][match.end() :], *blocks[1:length]) if block.strip()]
        del blocks[: length + 1]
        flags = read_flags(match["flags"])
        around = SubElement(parent, "div", {"class": "list", "data-traditional": traditional_in("".join(inner))})
        total = sum(line.startswith("- ") for block in inner for line in block.split("\n"))
        self.add_tools(around, total)
        orders = self.add_orders(around, flags["orders"].split())
        if "meanings" in flags:
            around.set("data-meanings", flags["meanings"])
            label = SubElement(orders, "label", {"class": "list-meanings"})
            SubElement(label, "input", {"type": "checkbox"})
            SubElement(label, "span").text = self.say("list-meanings")
        self.add_jumps(around, inner)
        groups = SubElement(around, "div", {"class": "list-groups"})
        for block in inner:
            self.add_block(groups, block)
        return True

    def say(self, key: str, **values: object) -> str:
        """Return words in the page's language."""
        return say(key, self.page.language, **values)

    def add_tools(self, parent: Element, total: int) -> None:
        """Add the field that filters, the line that counts, and what is offered while a filter is set."""
        tools = SubElement(parent, "div", {"class": "list-tools", "role": "search"})
        label = SubElement(tools, "label", {"class": "list-filter"})
        SubElement(label, "span").text = self.say("list-filter")
        hint = {"placeholder": self.say("list-hint"), "autocomplete": "off", "spellcheck": "false", "maxlength": "1000"}
        SubElement(label, "input", {"type": "search", **hint})
        words = {
            "data-found": self.say("list-found", n=total, found="{found}"),
            "data-none": self.say("list-none", n=total),
        }
        count = SubElement(tools, "p", {"class": "list-count", "role": "status", **words})
        count.text = self.say("list-total", n=total)
        clear = SubElement(tools, "button", {"type": "button", "class": "action filter-clear"})
        clear.text = self.say("list-clear")
        search = {"class": "list-further", "href": f"{self.page.up}search/index.md", "hidden": "hidden"}
        SubElement(tools, "a", search).text = self.say("list-further")

    def add_orders(self, parent: Element, orders: list[str]) -> Element:
        """Add the choice among the ways in which the list is ordered, and return it."""
        field = SubElement(parent, "fieldset", {"class": "list-orders"})
        SubElement(field, "legend").text = self.say("list-order")
        for order in orders:
            label = SubElement(field, "label")
            checked = {"checked": "checked"} if order == orders[0] else {}
            SubElement(label, "input", {"type": "radio", "name": "order", "value": order, **checked})
            SubElement(label, "span").text = self.say(ORDERS[order])
        return field

    def add_jumps(self, parent: Element, blocks: list[str]) -> None:
        """Add the way to each heading; the place for it also where there is none yet."""
        jumps = SubElement(parent, "nav", {"class": "list-jump", "aria-label": self.say("list-jump")})
        for match in filter(None, map(HEADING_PATTERN.fullmatch, blocks)):
            SubElement(jumps, "a", {"href": f"#{match['id']}"}).text = match["words"]

    def add_block(self, parent: Element, block: str) -> None:
        """Add a heading, entries, or what folds away in the entry before."""
        if block.startswith("- "):
            last = self.lastChild(parent)
            entries = last if last is not None and last.tag == "ul" else SubElement(parent, "ul", {"class": "entries"})
            for line in block.split("\n"):
                self.add_entry(entries, line.removeprefix("- "))
        elif block.startswith("#") or not len(parent):
            self.parser.parseBlocks(parent, [block])
        else:
            self.parser.parseBlocks(parent[-1][-1][0][-1], [block])

    def add_entry(self, parent: Element, line: str) -> None:
        """Add an entry; its element is of the other language, whose name stands right in it."""
        match = IDENTITY_PATTERN.search(line)
        name, other, numbers, key, *text = (IDENTITY_PATTERN.sub("", line) + " ").split(" | ")
        use, _, spread = numbers.strip().partition("/")
        known = {"id": match["id"] if match else "", "data-use": use, "data-in": spread}
        known |= {"data-key": html.unescape(key.strip()), "lang": LANG_TAGS[OTHER[self.page.language]]}
        entry = SubElement(parent, "li", {flag: value for flag, value in known.items() if value})
        own = str(self.page.language)
        place, words = entry, f"{name}{{{own}}} {other}"
        if not name.startswith("["):
            fold = SubElement(entry, "details", {"class": "fold"})
            place, words = SubElement(fold, "summary"), f"[{name}]{{.entry-name {own}}} {other}"
            SubElement(fold, "div", {"lang": self.page.tag})
        place.text = words.strip()
        if text and text[0].strip():
            SubElement(place, "span", {"class": "entry-text", "lang": self.page.tag}).text = text[0].strip()


def traditional_in(text: str) -> str:
    """Return each Traditional character whose Simplified form a text has, with that form behind it."""
    used = set(text)
    return "".join(f"{char}{plain}" for char, plain in sorted(simplified().items()) if plain in used)
