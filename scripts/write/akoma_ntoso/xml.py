"""Names, attributes and text → XML as text, in which nothing stands between elements but what is put there."""

import re
from collections.abc import Iterable, Mapping

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.text.characters import CHINESE_PATTERN, HAN_PATTERN

NOT_XML_PATTERN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold, however it is written."""
UNKNOWN = "\ufffd"
"""What stands for it."""
TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
VALUE = TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def escape(text: str) -> str:
    """Return text as the inside of an element.

    >>> escape("A&B < 5%")
    'A&amp;B &lt; 5%'
    """
    return NOT_XML_PATTERN.sub(UNKNOWN, text).translate(TEXT)


def escape_value(text: str) -> str:
    """Return text as the value of an attribute, between double quotation marks."""
    return NOT_XML_PATTERN.sub(UNKNOWN, text).translate(VALUE)


def element(name: str, content: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return an element with finished content; attributes without a value are left out.

    >>> element("p", "甲", {"eId": "p_1", "status": ""}), element("eol")
    ('<p eId="p_1">甲</p>', '<eol/>')
    """
    pairs = (f' {key}="{escape_value(value)}"' for key, value in (attributes or {}).items() if value)
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
