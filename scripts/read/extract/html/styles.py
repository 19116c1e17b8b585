"""A page's style sheets and its `style` attributes → what they say of its lists, and of words printed before lines.

Only selectors of one element, or of one within another, are read (`ol`, `.num`, `#zoom`, `ol.num > li`, `.num li`).
Nothing is hidden because of a style sheet: it may be overruled by one that is not in the file, and the text stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

Tree = etree._Element
Declarations = dict[str, str]
COMMENT_PATTERN = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
BRACE_PATTERN = re.compile("[{}]")
# list-style-type: cjk-decimal; content: "第" counter(n) "条"
DECLARATION_PATTERN = re.compile(r"([\w-]{1,60})\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')*+)")
# ol.num, #zoom, li
SIMPLE_PATTERN = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
PART_PATTERN = re.compile(r"([.#])([\w-]+)")
BEFORE_PATTERN = re.compile(r"::?before$", re.IGNORECASE)
OF_LISTS = frozenset(("list-style", "list-style-type", "counter-reset", "counter-increment"))
OF_TEXT = OF_LISTS | {"content", "display"}
HINTS = ("list-style", "counter", "content", "list-item")
"""Without one of these words a style has nothing to say of the text."""
LONGEST, LONGEST_SELECTOR = 2_000, 200
"""So many characters of a rule's body, and of a selector, are read."""
MOST_RULES, MOST_LEVELS, MOST_STEPS = 1_000, 12, 500_000
"""So many rules are read, so many elements are looked at outwards, and so often is one compared with a selector; what
asks for more is no page of an office, and its lists are numbered by their attributes alone."""


class Simple(NamedTuple):
    """An element as a selector names it."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: Tree) -> bool:
        """Whether an element is one of these."""
        return (
            (not self.tag or self.tag == element.tag)
            and self.classes <= {*element.get("class", "").split()}
            and self.ids <= {element.get("id", "")}
        )


class Rule(NamedTuple):
    """A selector with what it declares."""

    own: Simple
    around: Simple | None
    """The element in which it must stand."""
    is_child: bool
    """Whether it must stand right in it."""
    weight: tuple[int, int, int]
    """How many ids, classes and tags its selector names: what weighs more holds."""
    declared: Declarations


@dataclass(slots=True)
class Sheet:
    """The rules of a page that bear on its text, for elements and for what is printed before them."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    """By a word that an element must have: its `.class`, `#id` or tag; `*` for any."""
    before: dict[str, list[Rule]] = field(default_factory=dict)
    steps: int = 0

    def styles(self, element: Tree, *, is_before: bool = False) -> Declarations:
        """Return what holds for an element, or for what is printed before it."""
        table = self.before if is_before else self.rules
        if not table or self.steps > MOST_STEPS:
            return {}
        words = ["*", str(element.tag), f"#{element.get('id', '')}"]
        words += [f".{name}" for name in element.get("class", "").split()]
        rules = [rule for word in words for rule in table.get(word, ()) if self.fits(rule, element)]
        rules.sort(key=lambda rule: rule.weight)
        return {name: value for rule in rules for name, value in rule.declared.items()}

    def fits(self, rule: Rule, element: Tree) -> bool:
        """Whether a rule means an element."""
        self.steps += 1
        if not rule.own.fits(element):
            return False
        if rule.around is None:
            return True
        parent = element.getparent()
        for _ in range(1 if rule.is_child else MOST_LEVELS):
            if parent is None:
                break
            self.steps += 1
            if rule.around.fits(parent):
                return True
            parent = parent.getparent()
        return False

    def add(self, selector: str, declared: Declarations) -> None:
        """Add a rule for a selector, where it is of a kind that is read."""
        table = self.before if BEFORE_PATTERN.search(selector) else self.rules
        rule = read_rule(BEFORE_PATTERN.sub("", selector), declared)
        if rule:
            table.setdefault(key_of(rule.own), []).append(rule)


def read_sheet(root: Tree) -> Sheet:
    """Return the rules of a page's own style sheets."""
    sheet, number = Sheet(), 0
    texts = (element.text or "" for element in root.iter("style") if "print" not in element.get("media", ""))
    for selectors, body in rules_of("\n".join(texts)):
        declared = read_declarations(body)
        if OF_LISTS.isdisjoint(declared) and not says_words(declared):
            continue
        for selector in selectors.split(","):
            number += 1
            if number <= MOST_RULES:
                sheet.add(selector.strip()[:LONGEST_SELECTOR], declared)
    return sheet


def says_words(declared: Declarations) -> bool:
    """Whether a rule prints words before an element, and not a sign of an icons' font."""
    words = declared.get("content", "")
    return "counter" in words or any(
        char.isalnum() for char in re.sub(r"\\[0-9a-fA-F]+", "", words) if words[:1] in "\"'"
    )


def rules_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield each rule's selectors and its body; those for print alone are left out."""
    text = COMMENT_PATTERN.sub(" ", text)
    heads: list[str] = []
    last = 0
    for brace in BRACE_PATTERN.finditer(text):
        piece, last = text[last : brace.start()], brace.end()
        if brace[0] == "{":
            heads.append(piece.rpartition(";")[2].strip())
        elif heads:
            head = heads.pop()
            if not head.startswith("@") and not any(map(is_print, heads)) and any(hint in piece for hint in HINTS):
                yield head, piece[:LONGEST]


def is_print(head: str) -> bool:
    """Whether a group of rules is for print alone: `@media print`."""
    return head.startswith("@media") and "print" in head and "screen" not in head


def read_declarations(body: str) -> Declarations:
    """Return what a rule or a `style` attribute declares that bears on the text.

    >>> read_declarations("color: red; LIST-STYLE: none inside")
    {'list-style': 'none inside'}
    """
    if not body or not any(hint in body.lower() for hint in HINTS):
        return {}
    pairs = ((name.lower(), value.strip()) for name, value in DECLARATION_PATTERN.findall(body[:LONGEST]))
    return {name: value for name, value in pairs if name in OF_TEXT}


def read_rule(selector: str, declared: Declarations) -> Rule | None:
    """Return the rule of a selector of one element, or of one within another; None for any other."""
    *outer, own = [SIMPLE_PATTERN.fullmatch(part) for part in selector.replace(">", " ").split()] or [None]
    if own is None or not own[0] or len(outer) > 1 or not all(match and match[0] for match in outer):
        return None
    parts = [simple_of(own), *(simple_of(match) for match in outer if match)]
    weight = (
        sum(len(part.ids) for part in parts),
        sum(len(part.classes) for part in parts),
        sum(bool(part.tag) for part in parts),
    )
    return Rule(parts[0], parts[1] if outer else None, ">" in selector, weight, declared)


def simple_of(match: "re.Match[str]") -> Simple:
    """Return an element as a part of a selector names it."""
    words: dict[str, set[str]] = {".": set(), "#": set()}
    for sign, name in PART_PATTERN.findall(match["rest"]):
        words[sign].add(name)
    return Simple((match["tag"] or "").lower().replace("*", ""), frozenset(words["."]), frozenset(words["#"]))


def key_of(simple: Simple) -> str:
    """Return a word without which no element is meant."""
    names = [f"#{name}" for name in simple.ids] or [f".{name}" for name in simple.classes]
    return min(names) if names else simple.tag or "*"
