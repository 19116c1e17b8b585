"""What all marks of a kind share, added to a rendered page: class, role, the sign beside a heading that cites it.

A mark's kind is seen from where it leads. Words of the other language get their own (foreign.py). A paragraph's sign
is made once a reader wants it (docs/assets/javascripts/page/signs.js); written out, these are a tenth of a page.
"""

import re
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from scripts.model.languages import ORIGINAL
from scripts.write.markup.around import keep_titles_whole, keep_whole, link_parts, name_for_contents
from scripts.write.markup.foreign import explain_drafts, tag_foreign
from scripts.write.markup.forms import ABOVE, COLONS, SHORT_CLASSES
from scripts.write.markup.paths import remember_paths
from scripts.write.markup.placed_names import name_cells, name_label, name_places
from scripts.write.markup.surroundings import Surroundings
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, say

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
EDITS = "/edits/index.md"
"""How the paths of the pages end whose tables name places by their addresses; readers see what people call them."""
LISTED = 4
"""The last level of headings that stand in the contents; deeper ones run into their text."""
ANNEX = "annex"
"""The class of a reference to an annex, whose address is like that of a term."""
NOTE_PATTERN = re.compile(r"#(?P<kind>note|translation|spot|translated)-(?P<key>.+)")
# ../jilin-2018/index.md: where a citation of a policy of the archive leads
CITED_PATTERN = re.compile(r"(?:\.\./)+(?:documents/|policies/[\w-]+/index\.md$)")
FIGURE_PATTERN = re.compile(r"(?:\.\./)+indicators/")


class Dresser(Treeprocessor):
    """Adds to a page what its Markdown leaves unsaid."""

    def __init__(self, md: Markdown, page: Surroundings) -> None:
        super().__init__(md)
        self.page = page
        self.has_notes_page = False
        """Whether the notes that the present text marks stand on a page of their own, and their addresses here."""

    def run(self, root: Element) -> None:
        """Dress the page."""
        self.resolve_links(root)
        keep_titles_whole(root)
        for element in root.iter():
            if element.keys():
                spell_out(element)
        if self.page.is_home:
            tag_foreign(root, self.page.tag)
        if not self.page.is_generated:
            return
        for link in root.iter("a"):
            self.place_link(link)
        explain_drafts(root, self.page.language)
        self.name_tables(root)
        if self.page.path.endswith(EDITS):
            name_places(root, self.page.language)
        for title in root.iter("h1"):
            title.set("id", title.get("id", "title"))
            keep_whole(title)
        self.dress_texts(root)
        tag_foreign(root, self.page.tag)

    def dress_texts(self, root: Element) -> None:
        """Dress the text of a policy, in one language or in both."""
        for text in root.iter("div"):
            if text.get("class") == "policy-text":
                self.has_notes_page = self.page.language is not ORIGINAL
                self.dress_text(text)
            elif text.get("class") == "parallel":
                self.dress_pairs(text)

    def resolve_links(self, root: Element) -> None:
        """Give each link the address that MkDocs wants."""
        if "relpath" in self.md.treeprocessors:  # of MkDocs, which adds it behind all extensions
            remember_paths(self.md.treeprocessors["relpath"])
        resolve = cache(self.page.resolve)
        for link in root.iter("a"):
            link.set("href", resolve(link.get("href", "")))

    def place_link(self, link: Element) -> None:
        """Say of a link in the notes what it leads to."""
        match = NOTE_PATTERN.fullmatch(link.get("href", "").removeprefix("../index.md"))
        if match and match["kind"] in ("spot", "translated"):
            link.attrib.update({"role": "doc-backlink", "class": "policy-note-place"})

    def name_tables(self, root: Element) -> None:
        """Call each table after the heading above it, where it has no name of its own."""
        heading = title = ""
        for element in root.iter():
            if element.tag in HEADINGS:
                heading = "".join(element.itertext())
                title = heading if element.tag == "h1" else title
            elif element.get("aria-label") == ABOVE:
                element.set("aria-label", heading)
            elif element.get("aria-label") in COLONS:
                element.set("aria-label", title + COLONS[element.get("aria-label", "")] + heading)

    def dress_text(self, text: Element) -> None:
        """Dress a policy's text: its tables, its marks, its addresses, the ways on."""
        heading = ""
        for element in list(text.iter())[1:]:
            if element.tag == "table":
                name_cells(element, element.get("id") or heading)
            elif element.tag == "p":
                name_label(element)
            heading = element.get("id", "") if element.tag in HEADINGS else heading
        for element in list(text.iter())[1:]:
            self.mark_links(element)
        self.place_terms(text)
        self.add_signs(text)
        link_parts(text, self.page)

    def place_terms(self, text: Element) -> None:
        """Let the first mark of each term bear the address that the term has on this page."""
        placed = set[str]()
        for mark in text.iter("a"):
            name = mark.get("href", "").rpartition("/terms/")[2].partition("/")[0]
            if mark.get("class") == "policy-term" and name not in placed:
                placed.add(name)
                mark.set("id", f"term-{name}")

    def add_signs(self, parent: Element) -> None:
        """Put behind each heading, and not into it, the sign that cites it: what it says is no part of the heading."""
        for element in list(parent):
            self.add_signs(element)
        for place, element in reversed(list(enumerate(parent))):
            if element.tag in HEADINGS and element.get("id") and int(element.tag[1]) <= LISTED:
                name_for_contents(element)
                parent.insert(place + 1, self.sign(element.get("id", "")))
            elif parent.get("class") == "policy-box" and place == 0:
                continue  # the title of a box has a line of its own
            elif element.tag in HEADINGS and [follower.tag for follower in parent[place + 1 : place + 2]] == ["p"]:
                element.set("class", "run-in")

    def dress_pairs(self, pairs: Element) -> None:
        """Dress the page in two columns."""
        for row in pairs:
            for side in row:
                self.mark_links(side)
            self.add_address(row[-1], row.get("id", ""))
            row[-1][-1].set("lang", self.page.tag)  # it speaks as the page does, whatever stands before it

    def mark_links(self, parent: Element) -> None:
        """Dress the marks that stand right below an element."""
        for index, link in enumerate(parent):
            if link.tag != "a":
                continue
            address = link.get("href", "")
            values = self.mark(address, link.get("class", ""))
            link.attrib.update(values)
            is_sign = link.text == say("note-sign", self.page.language) and self.page.language is not ORIGINAL
            if "policy-translated" in values.get("class", "") or (is_sign and "id" in values):
                raise_sign(parent, index, self.page)
            if values.get("role") == "doc-noteref" and self.has_notes_page:
                link.set("href", f"notes/index.md{address}")
                bear_note(parent, index, address.removeprefix("#"))

    def mark(self, address: str, classes: str) -> dict[str, str]:
        """Return what a mark that leads to an address bears."""
        match = NOTE_PATTERN.fullmatch(address)
        if match is None and address.startswith("#") and classes != ANNEX:
            href = self.page.resolve(f"terms/{address[1:]}")
            return {"class": "policy-term", "role": "doc-glossref", "href": href}
        if match and match["kind"] == "note":
            state = f"policy-{classes or 'emended'}"
            return {"class": state, "role": "doc-noteref", "id": f"spot-{match['key']}"}
        if match and match["kind"] == "translation":
            identity = f"translated-{match['key']}"
            return {"class": "policy-translated", "role": "doc-noteref", "id": identity}
        if classes == ANNEX or CITED_PATTERN.match(address):
            return {"class": "policy-citation"}
        if FIGURE_PATTERN.match(address):
            return {"class": "policy-figure"}
        return {}

    def add_address(self, element: Element, anchor: str) -> None:
        """Add the sign that cites a place to its end."""
        element.append(self.sign(anchor))

    def sign(self, anchor: str) -> Element:
        """Return the sign that cites a place, which is called as people call it."""
        name = say("copy-address-of", self.page.language, place=place_label(anchor, self.page.language))
        return Element("a", {"href": f"#{anchor}", "class": "policy-address", "aria-label": name})


def spell_out(element: Element) -> None:
    """Give an element the classes and the language that its Markdown names in short."""
    if classes := element.get("class"):
        element.set("class", " ".join(SHORT_CLASSES.get(name, name) for name in classes.split()))
    for language, tag in LANG_TAGS.items():
        if language in element.attrib:
            del element.attrib[language]
            element.set("lang", tag)


def raise_sign(parent: Element, index: int, page: Surroundings) -> None:
    """Raise a sign above the line."""
    sign = parent[index]
    raised = Element("sup")
    raised.tail, sign.tail = sign.tail, None
    parent[index] = raised
    is_other = page.language is ORIGINAL
    (SubElement(raised, "span", {"lang": page.tag}) if is_other else raised).append(sign)


def bear_note(parent: Element, index: int, identity: str) -> None:
    """Let what raises a sign, or an element around it, bear the address of a note that stands on another page."""
    if parent[index].tag == "a":
        sign = parent[index]
        around = Element("span")
        around.tail, sign.tail = sign.tail, None
        parent[index] = around
        around.append(sign)
    parent[index].set("id", identity)
