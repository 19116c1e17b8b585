"""The names of elements and attributes in a DOCX file's parts → short ones, the same in both editions of the standard.

`{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p` and its strict twin are both `w:p`.
"""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

OOXML, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
MICROSOFT = "http://schemas.microsoft.com/office/word/"
NAMESPACES = {
    f"{OOXML}wordprocessingml/2006/main": "w",
    f"{STRICT}wordprocessingml/main": "w",
    f"{OOXML}officeDocument/2006/relationships": "r",
    f"{STRICT}officeDocument/relationships": "r",
    f"{OOXML}package/2006/relationships": "rel",
    f"{OOXML}officeDocument/2006/math": "m",
    f"{STRICT}officeDocument/math": "m",
    f"{OOXML}markup-compatibility/2006": "mc",
    f"{OOXML}drawingml/2006/main": "a",
    f"{STRICT}drawingml/main": "a",
    f"{OOXML}drawingml/2006/picture": "pic",
    f"{STRICT}drawingml/picture": "pic",
    f"{OOXML}drawingml/2006/wordprocessingDrawing": "wp",
    f"{STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{MICROSOFT}2010/wordprocessingShape": "wps",
    f"{MICROSOFT}2010/wordprocessingGroup": "wpg",
    f"{MICROSOFT}2010/wordprocessingCanvas": "wpc",
    f"{MICROSOFT}2010/wordml": "w14",
    f"{MICROSOFT}2012/wordml": "w15",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
UNDERSTOOD = frozenset(
    {
        *NAMESPACES,
        f"{MICROSOFT}2010/wordprocessingDrawing",
        f"{MICROSOFT}2012/wordprocessingDrawing",
        f"{OOXML}drawingml/2006/lockedCanvas",
    }
)
"""What a file may demand of its reader for one of several ways in which it says the same."""
OFF = frozenset({"0", "false", "off", "none"})


class ShortNames(dict[object, str]):
    """The short name of each name that was asked for; empty for what is not read, a comment among it."""

    def __missing__(self, name: object) -> str:
        namespace, _, local = name[1:].rpartition("}") if isinstance(name, str) else ("", "", "")
        prefix = NAMESPACES.get(namespace)
        self[name] = f"{prefix}:{local}" if prefix else ""
        return self[name]


SHORT = ShortNames()
SPELLINGS: dict[str, tuple[str, ...]] = {}
"""The full names of each short one that was asked for."""


def name_of(element: Element) -> str:
    """Return the short name of an element; empty for a comment and for what is not read."""
    return SHORT[element.tag]


def named(element: Element | None) -> dict[str, Element]:
    """Return the children of an element by their short names, of each name the first."""
    found: dict[str, Element] = {}
    for inner in () if element is None else element.iterchildren():
        found.setdefault(SHORT[inner.tag], inner)
    return found


def spellings(short: str) -> tuple[str, ...]:
    """Return the full names that a short one stands for."""
    if short not in SPELLINGS:
        prefix, _, local = short.partition(":")
        SPELLINGS[short] = tuple(f"{{{uri}}}{local}" for uri, own in NAMESPACES.items() if own == prefix)
    return SPELLINGS[short]


def attribute(element: Element, short: str) -> str | None:
    """Return an attribute, in whichever edition's spelling, None where it is not there."""
    for name in spellings(short):
        value = element.get(name)
        if value is not None:
            return value
    return None


def child(element: Element | None, short: str) -> Element | None:
    """Return the first child of this name, None where there is none."""
    if element is not None:
        for inner in element.iterchildren():
            if SHORT[inner.tag] == short:
                return inner
    return None


def children(element: Element | None, short: str) -> Iterator[Element]:
    """Yield the children of this name."""
    if element is not None:
        yield from element.iterchildren(*spellings(short))


def descendants(element: Element | None, short: str) -> Iterator[Element]:
    """Yield what is of this name at any depth."""
    if element is not None:
        yield from element.iter(*spellings(short))


def value(element: Element | None) -> str | None:
    """Return the `w:val` of an element, None where it or the element is missing."""
    return None if element is None else attribute(element, "w:val")


def value_of(element: Element | None, *path: str) -> str | None:
    """Return the `w:val` of what stands at the end of a path of children, None where something on it is missing.

    `value_of(paragraph, "w:pPr", "w:pStyle")` is the id of its style.
    """
    for short in path:
        element = child(element, short)
    return value(element)


def whole_number(text: str | None) -> int | None:
    """Return a whole number, None where the text is none that a document has."""
    try:
        return int(text) if text is not None and len(text) <= 9 else None
    except ValueError:
        return None


def number_of(element: Element | None, *path: str) -> int | None:
    """Return the whole number at the end of a path of children, None where there is none."""
    return whole_number(value_of(element, *path))


def is_on(element: Element | None) -> bool | None:
    """Return whether a property is on, None where it is not there: an element without a value is on."""
    if element is None:
        return None
    return (attribute(element, "w:val") or "on").lower() not in OFF


def switch(element: Element | None, short: str) -> bool | None:
    """Return whether a property among the children is on, None where nothing is said."""
    return is_on(child(element, short))
