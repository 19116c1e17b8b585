"""The elements of HTML → what a browser makes of each: whether it is shown, ends a line, or holds what is no text."""

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from scripts.model.vocabulary import Leaving

Tree = etree._Element
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav"),
        *("ol", "optgroup", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul", "xmp"),
    )
)
"""What begins and ends a line."""
LISTS = frozenset(("ol", "ul", "menu", "dir"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
KEPT = frozenset(("pre", "listing", "xmp", "plaintext"))
"""Of these the lines are as in the page's source."""
NOT_TEXT = frozenset(
    (
        *("script", "style", "noscript", "noframes", "noembed", "rp", "rt", "rtc", "datalist", "param", "source"),
        *("track", "col", "colgroup", "base", "link", "meta", "title", "area", "map", "annotation", "annotation-xml"),
        *("canvas", "template"),
    )
)
"""Of which nothing is shown, or nothing in the line."""
COUNTED = {
    **dict.fromkeys(("input", "select", "textarea", "button", "meter", "progress", "keygen"), Leaving.FORM),
    **dict.fromkeys(("iframe", "frame", "object", "embed", "applet", "video", "audio"), Leaving.EMBEDDED),
    "svg": Leaving.DRAWING,
    "img": Leaving.PICTURE,
    "del": Leaving.DELETED,
}
"""What is counted, and not read."""
# display: none, visibility:hidden
HIDDEN_PATTERN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
DISPLAY_PATTERN = re.compile(r"(?:^|;)\s*display\s*:\s*([\w-]+)", re.IGNORECASE)
KEPT_PATTERN = re.compile(
    r"(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(pre|pre-wrap|pre-line|break-spaces)\b", re.IGNORECASE
)
BLOCK_DISPLAYS = frozenset(("block", "flex", "grid", "table", "list-item", "table-row", "table-caption", "flow-root"))
INLINE_DISPLAYS = frozenset(("inline", "inline-block", "inline-flex", "contents"))
# width="16", width: 1px
SIZE_PATTERN = re.compile(r"(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*(\d+(?:\.\d+)?)\s*px", re.IGNORECASE)
LONGEST_NAME = 80
TINY = 60
"""A picture that is lower or narrower, in pixels, is a sign or a button."""
# /images/print.gif, W020190116538723012345.jpg
SIGN_PATTERN = re.compile("logo|icon|qr|ewm|print|share|spacer|blank|arrow|dot|btn|button", re.IGNORECASE)
# P020190116.doc, 附件1.pdf?x=1
FILE_PATTERN = re.compile(
    r"\.(?:docx?|pdf|xlsx?|wps|et|ofd|rtf|odt|ods|pptx?|zip|rar|7z|csv|txt|ceb)(?:[?#].*)?$", re.IGNORECASE
)


class Style(NamedTuple):
    """What a `style` attribute says of how an element is shown."""

    is_hidden: bool
    display: str
    """Nothing where it does not say."""
    keeps_lines: bool


PLAIN = Style(is_hidden=False, display="", keeps_lines=False)


@lru_cache(maxsize=1 << 10)
def read_style(style: str) -> Style:
    """Return what a `style` attribute says; pages repeat a few of them for every paragraph."""
    if not style:
        return PLAIN
    match = DISPLAY_PATTERN.search(style)
    display = match[1].lower() if match else ""
    return Style(HIDDEN_PATTERN.search(style) is not None, display, KEPT_PATTERN.search(style) is not None)


def is_hidden(element: Tree, tag: str, style: Style) -> bool:
    """Whether a browser shows nothing of an element because its own attributes say so."""
    if tag in ("html", "body"):  # which a script shows once the page is loaded
        return False
    if element.get("hidden") is not None:
        return True
    return style.is_hidden or (tag == "dialog" and element.get("open") is None)


def is_block(tag: str, style: Style) -> bool:
    """Whether an element begins and ends a line."""
    if not style.display:
        return tag in BLOCKS
    return style.display in BLOCK_DISPLAYS or (tag in BLOCKS and style.display not in INLINE_DISPLAYS)


def keeps_lines(tag: str, style: Style) -> bool:
    """Whether the lines of an element are as in the page's source."""
    return tag in KEPT or style.keeps_lines


def is_large(picture: Tree) -> bool:
    """Whether a picture may hold a page or a table: nothing says that it is small, or a sign of the site."""
    sizes = [float(size) for size in SIZE_PATTERN.findall(picture.get("style", ""))]
    sizes += [float(size) for name in ("width", "height") if (size := picture.get(name, "").rstrip("px ")).isdecimal()]
    return all(size >= TINY for size in sizes) and not SIGN_PATTERN.search(file_name(picture.get("src", "")))


def file_name(address: str) -> str:
    """Return the name of the file to which an address leads."""
    return address.partition("?")[0].rsplit("/", 1)[-1][-LONGEST_NAME:]


def is_file(name: str) -> bool:
    """Whether a name is that of a file with a document in it."""
    return FILE_PATTERN.search(name) is not None


def has_words(element: Tree) -> bool:
    """Whether an element holds any words."""
    return any(text.strip() for text in element.itertext(etree.Element))
