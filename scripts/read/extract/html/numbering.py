"""The lists of a page → the numbers that a browser prints before their items, which no text of the page holds.

`<ol>` with its start, its direction and its form, by attribute or by style; `value` of an item; what counters and words
a style sheet puts before an element. An item of a list without numbers (`<ul>`) gets no sign: its dot says nothing
that the line does not, and the document's own dashes are printed in its text.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from scripts.read.extract.html.forms import NO_NUMBER, OWN_FORMS, TYPES, figure, label
from scripts.read.extract.html.styles import Declarations, Sheet, read_declarations

Tree = etree._Element
STYLE_WORD_PATTERN = re.compile(r"[a-z-]+|\"[^\"]*\"|'[^']*'", re.IGNORECASE)
# url(dot.gif), var(--dot)
ADDRESS_PATTERN = re.compile(r"(?:url|var)\([^)]*\)")
NO_FORMS = frozenset(("inside", "outside", "url", "initial", "inherit", "unset", "revert", "important", "var"))
"""What stands in such a style and is no form of numbers."""
# 1.落实责任, （一）检查, 第一条, ①: an item that prints its own number
NUMBERED_PATTERN = re.compile(
    r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})[）)、.．]|第[一二三四五六七八九十百\d]+[条章节]|[①-⑳])"
)
# counter(num, cjk-decimal), counters(num, "."), "、"
CONTENT_PATTERN = re.compile(
    r"counters?\(\s*(?P<name>[\w-]+)\s*(?:,\s*[\"'](?P<between>[^\"']*)[\"']\s*)?(?:,\s*(?P<form>[\w-]+)\s*)?\)"
    r"|\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
)
ESCAPE_PATTERN = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
COUNTER_PATTERN = re.compile(r"([a-zA-Z_][\w-]*)(?:\s+(-?\d{1,6}))?")
LONGEST = 60
"""So many characters may be printed before an element."""


@dataclass(slots=True)
class Numbered:
    """A list while its items are read."""

    number: int
    """That of the next item."""
    step: int
    form: str


@dataclass(slots=True)
class Counted:
    """A counter of a style sheet."""

    scope: Tree | None
    """The element with which it ends: the one around that where it began."""
    value: int


@dataclass(slots=True)
class Numbering:
    """What is printed before the elements of a page, while they are read in its order."""

    sheet: Sheet
    lists: list[Numbered] = field(default_factory=list)
    counters: dict[str, list[Counted]] = field(default_factory=dict)
    """Of each counter the values that are in force, the innermost last."""
    unknown: str = ""
    """The form of the last item's number, where nobody here knows it."""
    begun: dict[Tree, list[str]] = field(default_factory=dict)
    """The counters that end with an element."""

    def open_list(self, element: Tree) -> None:
        """Begin a list."""
        start, step = read_whole(element.get("start")), 1
        if element.tag == "ol" and element.get("reversed") is not None:
            step = -1
            start = sum(1 for child in element if child.tag == "li") if start is None else start
        self.lists.append(Numbered(1 if start is None else start, step, self.form_of(element)))

    def close_list(self) -> None:
        """End the innermost list."""
        if self.lists:
            self.lists.pop()

    def form_of(self, element: Tree) -> str:
        """Return how a list's items are numbered, `none` where they are not."""
        own = self.declared(element)
        if own:
            return own
        kind = element.get("type", "")
        return TYPES.get(kind, "decimal") if element.tag == "ol" else "none"

    def declared(self, element: Tree) -> str:
        """Return the form that styles declare for a list or an item; nothing where they do not."""
        styles = self.sheet.styles(element) | read_declarations(element.get("style", ""))
        said = ADDRESS_PATTERN.sub("", styles.get("list-style-type", styles.get("list-style", "")))
        words = STYLE_WORD_PATTERN.findall(said)
        forms = [word.lower() for word in words if word.lower() not in NO_FORMS]
        is_item = element.tag == "li" and styles.get("display", "list-item") not in ("list-item", "")
        return "none" if is_item else (forms[0] if forms else "")

    def item(self, element: Tree) -> str:
        """Return what is printed before an item, and count on."""
        own = self.lists[-1] if self.lists else Numbered(1, 1, "none")
        value = read_whole(element.get("value"))
        number = own.number if value is None else value
        own.number = number + own.step
        form = self.declared(element) or TYPES.get(element.get("type", ""), "") or own.form
        self.unknown = "" if form[:1] in "\"'" or form in OWN_FORMS | NO_NUMBER else form
        return "" if self.unknown else label(number, form)

    def before(self, element: Tree) -> str:
        """Return the words and counters that a style sheet prints before an element, and count on."""
        if not self.sheet.before:
            return ""
        styles = self.sheet.styles(element) | read_declarations(element.get("style", ""))
        printed = self.sheet.styles(element, is_before=True)
        for name, start in counters_in(styles.get("counter-reset", ""), 0):
            self.begin(name, start, element.getparent())
        for declared in (styles, printed):
            for name, step in counters_in(declared.get("counter-increment", ""), 1):
                self.counters.setdefault(name, [Counted(None, 0)])[-1].value += step
        return self.content(printed)

    def begin(self, name: str, start: int, scope: Tree | None) -> None:
        """Begin a counter, or begin it anew where an element beside did."""
        values = self.counters.setdefault(name, [])
        if values and values[-1].scope is scope:
            values[-1].value = start
            return
        values.append(Counted(scope, start))
        if scope is not None:
            self.begun.setdefault(scope, []).append(name)

    def after(self, element: Tree) -> None:
        """End the counters that began in an element."""
        for name in self.begun.pop(element, ()) if self.begun else ():
            self.counters[name].pop()

    def content(self, styles: Declarations) -> str:
        """Return what a `content` prints; nothing where it is words of no alphabet."""
        printed = []
        for match in CONTENT_PATTERN.finditer(styles.get("content", "")):
            if match["name"]:
                values = [counted.value for counted in self.counters.get(match["name"], ())] or [0]
                values = values if match["between"] is not None else values[-1:]
                printed.append((match["between"] or "").join(figure(v, match["form"] or "decimal") for v in values))
            else:
                printed.append(ESCAPE_PATTERN.sub(unescape, match["double"] or match["single"] or ""))
        words = "".join(printed)
        return words[:LONGEST] if any(char.isalnum() for char in words) else ""


def unescape(match: "re.Match[str]") -> str:
    r"""Return the character of an escape in a style sheet: \3001 → 、."""
    code = int(match[1], 16) if match[1] else ord(match[2])
    return chr(code) if 0 < code < 0xD800 else "\ufffd"


def counters_in(words: str, default: int) -> list[tuple[str, int]]:
    """Return the counters that a declaration names, each with its number."""
    return [
        (name, int(number) if number else default) for name, number in COUNTER_PATTERN.findall(words) if name != "none"
    ]


def read_whole(text: str | None) -> int | None:
    """Return the whole number of an attribute, as browsers read it; None where it is none."""
    match = re.match(r"\s*([+-]?\d{1,9})", text or "")
    return int(match[1]) if match else None
