"""Names, attributes and text → XML as text, in which nothing stands between elements but what is put there."""

import re
from collections.abc import Iterable, Mapping

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.text.characters import CHINESE_PATTERN, HAN_PATTERN

NOT_XML_PATTERN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold, however it is written."""
UNKNOWN = "\ufffd"
"""What stands for it."""
TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
VALUE = (*TEXT, ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))
SPECIAL_PATTERN = re.compile('[&<>"\r\n\t]')
"""What is written otherwise somewhere; most words and values have nothing of it."""


def escape(text: str, signs: tuple[tuple[str, str], ...] = TEXT) -> str:
    """Return text as the inside of an element, or, with the signs of a value, as an attribute's.

    >>> escape("A&B < 5%"), escape('"A"', VALUE)
    ('A&amp;B &lt; 5%', '&quot;A&quot;')
    """
    if SPECIAL_PATTERN.search(text):  # hardly ever
        for sign, written in signs:
            text = text.replace(sign, written)
    return text


def document(root: str) -> str:
    """Return a finished root element as a file, without what no file can hold."""
    return NOT_XML_PATTERN.sub(UNKNOWN, f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n')


def element(name: str, content: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return an element with finished content; attributes without a value are left out.

    >>> element("p", "甲", {"eId": "p_1", "status": ""}), element("eol")
    ('<p eId="p_1">甲</p>', '<eol/>')
    """
    pairs = (f' {key}="{escape(value, VALUE)}"' for key, value in (attributes or {}).items() if value)
    start = name + "".join(pairs)
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def lines(elements: Iterable[str]) -> str:
    """Return elements, each on a line of its own, as the content of an element that holds no text."""
    return "".join(f"\n{each}" for each in elements) + "\n"


def translated(text: str) -> str:
    """Return words of a translation as the inside of an element: Chinese ones in them say what they are.

    >>> translated("co-governance (共治)")
    'co-governance (<span xml:lang="zh-Hans">共治</span>)'
    """
    if not HAN_PATTERN.search(text):
        return escape(text)
    pieces = enumerate(CHINESE_PATTERN.split(text))
    chinese = {"xml:lang": LANGUAGES[ORIGINAL].tag}
    return "".join(element("span", escape(words), chinese) if index % 2 else escape(words) for index, words in pieces)
