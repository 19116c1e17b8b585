"""The bytes of a file that a translator's tool wrote → its tree, read with care: nothing is expanded or fetched."""

from typing import Any

from lxml import etree

from scripts.problems import CorpusError
from scripts.read.corpus.record import shorten

MOST_BYTES = 20_000_000
"""Twenty times and more what the longest policy makes."""
RULE = "exchange"
ANNOTATIONS = frozenset(("mrk", "sm", "em"))
"""Elements within a text that only say something of it."""
Element = Any


class InlineCodeError(Exception):
    """A text holds an element that stands for something that is no text."""


def read_tree(data: bytes, name: str) -> Element:
    """Return the root of a file; raise CorpusError where it is no XML, too large, or declares entities."""
    if len(data) > MOST_BYTES:
        raise CorpusError(name, f"has more than {MOST_BYTES:,} bytes, the most that is read; export less", 0, "size")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"is no well-formed XML ({shorten(str(error.msg))}); export it from the tool again"
        raise CorpusError(name, message, error.lineno or 0, RULE) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise CorpusError(name, "declares entities, as no translator's tool does; take them out", 0, RULE)
    return root


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: Element, *names: str) -> list[Element]:
    """Return the children of an element with these names that are of its own namespace."""
    space = etree.QName(element).namespace
    return [
        child
        for child in element
        if isinstance(child.tag, str) and etree.QName(child).namespace == space and local_name(child) in names
    ]


def words_of(element: Element) -> str:
    """Return the text of an element on one line; raise InlineCodeError where something stands in it that is none."""
    for child in element.iterdescendants():
        if local_name(child) not in ANNOTATIONS:
            raise InlineCodeError(local_name(child) or "an entity")
    return " ".join("".join(element.itertext()).split())


def same_words(left: str, right: str) -> bool:
    """Whether two Chinese texts are the same, whatever blanks a tool put in or took out."""
    return "".join(left.split()) == "".join(right.split())
