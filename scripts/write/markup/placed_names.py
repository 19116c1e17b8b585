"""Ids and names that parts of a rendered page get from where they stand: links to places, cells, run-in labels."""

import re
from xml.etree.ElementTree import Element

from scripts.model.vocabulary import Language
from scripts.write.markup.around import take_blank
from scripts.write.words.place_labels import place_label


def name_places(root: Element, language: Language) -> None:
    """Let each link that is written as the address of a place say what people call it."""
    for link in root.iter("a"):
        anchor = link.get("href", "").partition("#")[2]
        if anchor and link.text == anchor:
            link.text = place_label(anchor, language)


def name_cells(table: Element, anchor: str) -> None:
    """Give a text's table its class, and its rows and cells the ids that follow from its own."""
    table.set("class", "policy-table")
    for number, cell in enumerate(table.findall("thead/tr/th"), 1):
        cell.set("id", f"{anchor}-p{number}")
    for number, row in enumerate(table.findall("tbody/tr"), 1):
        own = row.get("id") or f"{anchor}-r{number}"
        row.set("id", own)
        for place, cell in enumerate(row, 1):
            cell.set("id", f"{own}-p{place}")


def name_label(paragraph: Element) -> None:
    """Make the number that opens a paragraph, in bold, the address of the section that has no other heading."""
    first = next((child for child in paragraph if child.tag != "span"), None)
    if first is None or first.tag != "strong" or paragraph.text:
        return
    anchor = paragraph.get("id", "")
    first.tag = "span"
    first.attrib.update({"class": "policy-label", "id": re.sub(r"-p\d+$", "", anchor)})
    take_blank(first)
    if not re.search(r"-p\d+$", anchor):  # a section without a paragraph
        paragraph.attrib.pop("id", None)
