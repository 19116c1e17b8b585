"""Policies → an EPUB 3: a book of one policy or of all, with nested contents, and notes that open where they stand.

A chapter is a part of a policy; notes and terms stand at the end of the chapter in which they are marked, so that every
reader of books can show them beside the text. Valid by EPUBCheck (tests/test_epub.py).
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree, html

from scripts.carry.article import LABELS_WITH_ID, Article, lang_at, words_of, words_of_label
from scripts.carry.epub_package import CONTAINER, EPUB, FOLDER, XHTML, Book, Entry, render_navigation, render_package

MIMETYPE = "mimetype"
"""The file that stands first, uncompressed, by which programs know a book."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOTE_REFERENCES = ("doc-noteref", "doc-glossref")
ONLY_ON_SCREEN = "policy-address", "policy-actions", "part-links", "policy-parallel", "policy-all-addresses"
"""Classes of what a book does not need: it has contents of its own, and every reader shows the way back from a note."""
HEADINGS_WITH_ID = "descendant-or-self::*[self::h2 or self::h3 or self::h4][@id]"
HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
STYLE = """body { line-height: 1.7; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.4; page-break-after: avoid; break-after: avoid; }
.policy-title, .policy-number, .policy-date, .policy-heading { text-align: center; }
.policy-signature { text-align: right; }
.policy-facts dt, .policy-label { font-weight: bold; }
.policy-note { white-space: pre-line; }
.policy-links, .policy-condition, .page-term, .policy-note { font-size: 0.9em; }
.policy-term, .policy-citation, .policy-figure { color: inherit; }
.policy-emended, .policy-doubtful, .policy-translated { color: inherit; }
table { border-collapse: collapse; }
th, td { padding: 0.2em 0.4em; border: 1px solid; text-align: left; vertical-align: top; }
"""


class Part(NamedTuple):
    """A chapter as it stands on a page."""

    name: str
    """Of its file, without what comes before and after."""
    elements: list[html.HtmlElement]
    text_lang: str
    """The language of the policy's text in it; empty where it holds none."""


@dataclass(slots=True)
class Chapters:
    """The files of a policy's chapters, and what the book's contents say of them."""

    lang: str
    files: dict[str, bytes] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def render_epub(book: Book) -> list[tuple[str, bytes]]:
    """Return the files of a book in the order in which they stand in the zip; the first is stored as it is."""
    chapters = Chapters(book.lang)
    for number, article in enumerate(book.articles, 1):
        add_chapters(chapters, article, f"p{number}-" if len(book.articles) > 1 else "", len(book.articles) > 1)
    files = {
        "package.opf": render_package(book, list(chapters.files)).encode("utf-8"),
        "nav.xhtml": render_navigation(book, chapters.entries).encode("utf-8"),
        "style.css": STYLE.encode(),
        **chapters.files,
    }
    return [
        (MIMETYPE, b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.encode()),
        *((f"{FOLDER}/{name}", data) for name, data in files.items()),
    ]


def add_chapters(chapters: Chapters, article: Article, prefix: str, is_one_of_many: bool) -> None:
    """Add the chapters of a policy; in a book of many, its title stands above them in the contents."""
    body = deepcopy(article.body)
    for element in body.xpath(" | ".join(f".//*[contains(@class, '{name}')]" for name in ONLY_ON_SCREEN)):
        element.drop_tree()
    for fold in body.xpath(".//aside[@class='policy-links']//details"):
        fold[0].drop_tree()
        fold.drop_tag()
    entries = {element.get("id"): element for element in body.xpath(".//*[@class='policy-note' or @class='page-term']")}
    parts = list(split(body))
    place: dict[str, str] = {}
    for part in parts:
        gather(part, entries, place, f"{prefix}{part.name}.xhtml")
    parts[-1].elements.extend(entries.values())  # what nothing marks
    parts = [part for part in parts if any(element.tag not in HEADINGS for element in part.elements)]
    added = int(is_one_of_many)
    chapters.entries.append(Entry(1, f"{prefix}front.xhtml", article.title, article.lang))
    for part in parts:
        file = f"{prefix}{part.name}.xhtml"
        chapters.files[file] = render_chapter(part, article, place)
        for level, anchor, words in ways_into(part):
            chapters.entries.append(Entry(level + added, f"{file}#{anchor}", words, part.text_lang or article.lang))


def ways_into(part: Part) -> Iterator[tuple[int, str, str]]:
    """Yield the level, the id and the words of a chapter's headings; of a law without any, those of its articles."""
    found = [*(heading for element in part.elements for heading in element.xpath(HEADINGS_WITH_ID))]
    for heading in found:
        yield HEADINGS[heading.tag] - 1, heading.get("id"), words_of(heading)
    for element in part.elements if part.text_lang and not found else ():
        for label in element.xpath(LABELS_WITH_ID):
            yield 1, label.get("id"), words_of_label(label)


def split(body: html.HtmlElement) -> Iterator[Part]:
    """Yield the chapters of a policy: what stands before its text, its parts, and each section that the editors add."""
    front: list[html.HtmlElement] = []
    name, elements, lang = "front", front, ""
    for child in list(body):
        if child.get("class") == "policy-text":
            yield Part(name, elements, lang)
            text_lang, name, elements = lang_at(child, ""), "before", []
            for block in list(child):
                if block.tag == "h2":
                    yield Part(name, elements, text_lang)
                    name, elements = block.get("id") or f"part-{len(elements)}", []
                elements.append(block)
            yield Part(name, elements, text_lang)
            name, elements = "after", []
        elif child.tag == "h2":
            yield Part(name, elements, "")
            name, elements = child.get("id") or "more", [child]
        elif child.get("class") not in {"policy-note", "page-terms"}:
            elements.append(child)
    yield Part(name, elements, "")


def gather(part: Part, entries: dict[str | None, html.HtmlElement], place: dict[str, str], file: str) -> None:
    """Put the notes and terms that a chapter marks at its end, and note in which file every id stands."""
    marks = [mark for element in part.elements for mark in element.iter("a") if mark.get("role") in NOTE_REFERENCES]
    for mark in marks:
        entry = entries.pop((mark.get("href") or "").removeprefix("#"), None)
        if entry is not None:
            part.elements.append(entry)
    for element in part.elements:
        place.update((str(own), file) for own in element.xpath("descendant-or-self::*/@id"))


def render_chapter(part: Part, article: Article, place: dict[str, str]) -> bytes:
    """Return a chapter as XHTML."""
    root = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML, "epub": EPUB})
    set_lang(root, article.lang)
    head = etree.SubElement(root, f"{{{XHTML}}}head")
    heading = next((e for element in part.elements for e in element.iter("h1", "h2")), None)
    title = words_of(heading) if heading is not None else article.title
    etree.SubElement(head, f"{{{XHTML}}}title").text = title
    etree.SubElement(head, f"{{{XHTML}}}link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
    body = etree.SubElement(root, f"{{{XHTML}}}body")
    text = etree.SubElement(body, f"{{{XHTML}}}section")
    if part.text_lang:
        set_lang(text, part.text_lang)
    for element in part.elements:
        is_entry = element.get("class") in {"policy-note", "page-term"}
        copy = to_xhtml(enclose(element) if is_entry else element, body if is_entry else text, place)
        if is_entry:
            copy.tag = f"{{{XHTML}}}aside"
            copy.set(f"{{{EPUB}}}type", "footnote")
            copy.set("role", "doc-footnote")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' + etree.tostring(root, encoding="utf-8") + b"\n"


def enclose(entry: html.HtmlElement) -> html.HtmlElement:
    """Return an entry whose words stand in an element of their own; a note is a paragraph on its page."""
    if entry.tag != "p":
        return entry
    note = html.Element("div", {"id": entry.get("id", ""), "class": entry.get("class", "")})
    note.append(entry)
    entry.attrib.clear()
    return note


def to_xhtml(element: html.HtmlElement, parent: etree._Element, place: dict[str, str]) -> etree._Element:
    """Add an element and all in it to a chapter, and return the copy."""
    copy = etree.SubElement(parent, f"{{{XHTML}}}{element.tag!s}")
    copy.text, copy.tail = element.text, element.tail
    for name, value in element.attrib.items():
        if name == "lang":
            set_lang(copy, value)
        elif name not in {"tabindex", "title", "aria-label"}:
            copy.set(name, value)
    link = element.get("href", "")
    if link.startswith("#"):
        target = link[1:]
        copy.set("href", f"{place[target]}{link}") if target in place else copy.attrib.pop("href")
    if element.get("role") in NOTE_REFERENCES:
        copy.set(f"{{{EPUB}}}type", "noteref")
        copy.set("role", "doc-noteref")
    for child in element:
        to_xhtml(child, copy, place)
    return copy


def set_lang(element: etree._Element, lang: str) -> None:
    """Say in both ways which language an element is in."""
    element.set("lang", lang)
    element.set(XML_LANG, lang)
