"""What a page's style sheets and its `style` attributes say → what of it bears on the text that is shown.

Only selectors of one element are read (`ol`, `.num`, `#zoom`, `ol.num > li`, `.num li`): they decide how lists are
numbered and what is printed before a line. Nothing is hidden because of a style sheet: the text of it stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

Tree = etree._Element
Declarations = dict[str, str]
COMMENT_PATTERN = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
# ol.num > li, .num li::before { list-style-type: cjk-decimal }
RULE_PATTERN = re.compile(r"([^{}@;]{1,2000})\{([^{}]{0,4000})\}")
# @media print {, @font-face {
AT_PATTERN = re.compile(r"@(?P<name>[\w-]+)(?P<rest>[^{};]{0,500})[{;]")
DECLARATION_PATTERN = re.compile(r"([\w-]{1,60})\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')*)")
# ol.num, #zoom, li
SIMPLE_PATTERN = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
PART_PATTERN = re.compile(r"([.#])([\w-]+)")
COMBINATOR_PATTERN = re.compile(r"\s*>\s*|\s+")
BEFORE_PATTERN = re.compile(r"::?before$", re.IGNORECASE)
OF_TEXT = frozenset(("list-style", "list-style-type", "counter-reset", "counter-increment", "content", "display"))
MOST_RULES = 5_000
LONGEST_SELECTOR = 3
"""Selectors of more elements are left aside."""


class Simple(NamedTuple):
    """An element as a selector names it."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    is_child: bool = False
    """Whether what stands left of it in the selector is its parent, and not any element around it."""

    def fits(self, element: Tree) -> bool:
        """Whether an element is one of these."""
        return (
            (not self.tag or self.tag == element.tag)
            and self.classes <= {*element.get("class", "").split()}
            and self.ids <= {element.get("id", "")}
        )


class Rule(NamedTuple):
    """A selector with what it declares."""

    selector: tuple[Simple, ...]
    """From the element itself outwards."""
    weight: tuple[int, int, int]
    declared: Declarations

    def fits(self, element: Tree) -> bool:
        """Whether an element is meant."""
        return fits(self.selector, element)


@dataclass(slots=True)
class Sheet:
    """The rules of a page that bear on its text, for elements and for what is printed before them."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    """By a word that an element must have: its `.class`, `#id` or tag; `*` for any."""
    before: dict[str, list[Rule]] = field(default_factory=dict)

    def styles(self, element: Tree, *, is_before: bool = False) -> Declarations:
        """Return what holds for an element, or for what is printed before it."""
        table = self.before if is_before else self.rules
        if not table:
            return {}
        words = ["*", str(element.tag), f"#{element.get('id', '')}"]
        words += [f".{name}" for name in element.get("class", "").split()]
        rules = [rule for word in words for rule in table.get(word, ()) if rule.fits(element)]
        return {name: value for rule in sorted(rules, key=weight_of) for name, value in rule.declared.items()}


def weight_of(rule: Rule) -> tuple[int, int, int]:
    """Return how much a rule weighs against others."""
    return rule.weight


def fits(selector: tuple[Simple, ...], element: Tree) -> bool:
    """Whether an element is meant by a selector."""
    if not selector[0].fits(element):
        return False
    if len(selector) == 1:
        return True
    parent = element.getparent()
    while parent is not None:
        if fits(selector[1:], parent):
            return True
        if selector[0].is_child:
            return False
        parent = parent.getparent()
    return False


def read_sheet(root: Tree) -> Sheet:
    """Return the rules of a page's own style sheets."""
    sheet = Sheet()
    texts = (element.text or "" for element in root.iter("style") if "print" not in element.get("media", ""))
    for number, (selectors, body) in enumerate(rules_of("\n".join(texts))):
        declared = read_declarations(body)
        if number >= MOST_RULES or not declared:
            continue
        for selector in selectors.split(","):
            words = selector.strip()
            table = sheet.before if BEFORE_PATTERN.search(words) else sheet.rules
            parts = read_selector(BEFORE_PATTERN.sub("", words))
            if parts:
                table.setdefault(key_of(parts[0]), []).append(Rule(parts, weigh(parts), declared))
    return sheet


def rules_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield each rule's selectors and its body; those for print alone are left out."""
    text = COMMENT_PATTERN.sub(" ", text)
    place = 0
    while match := AT_PATTERN.search(text, place):
        yield from (rule.groups() for rule in RULE_PATTERN.finditer(text, place, match.start()))  # type: ignore[misc]
        place = match.end()
        is_shown = match["name"] == "media" and ("screen" in match["rest"] or "print" not in match["rest"])
        if match[0].endswith("{") and not is_shown:
            place = end_of_group(text, place)
    yield from (rule.groups() for rule in RULE_PATTERN.finditer(text, place))  # type: ignore[misc]


def end_of_group(text: str, place: int) -> int:
    """Return the place behind the brace that closes the one before a place."""
    depth = 1
    for match in re.compile("[{}]").finditer(text, place):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return len(text)


def read_declarations(body: str) -> Declarations:
    """Return what a rule or a `style` attribute declares that bears on the text.

    >>> read_declarations("color: red; LIST-STYLE: none inside")
    {'list-style': 'none inside'}
    """
    pairs = ((name.lower(), value.strip()) for name, value in DECLARATION_PATTERN.findall(body))
    return {name: value for name, value in pairs if name in OF_TEXT}


def read_selector(words: str) -> tuple[Simple, ...]:
    """Return the elements that a selector names, from the innermost outwards; none where it is of another kind."""
    parts = COMBINATOR_PATTERN.split(words.strip())
    signs = [sign.strip() for sign in COMBINATOR_PATTERN.findall(words.strip())]
    matches = [SIMPLE_PATTERN.fullmatch(part) for part in parts]
    if len(parts) > LONGEST_SELECTOR or not all(match and match[0] for match in matches):
        return ()
    return tuple(
        simple_of(match, is_child=bool(sign))
        for match, sign in zip(matches[::-1], ["", *signs][::-1], strict=True)
        if match
    )


def simple_of(match: "re.Match[str]", *, is_child: bool) -> Simple:
    """Return an element as a part of a selector names it."""
    words: dict[str, set[str]] = {".": set(), "#": set()}
    for sign, name in PART_PATTERN.findall(match["rest"]):
        words[sign].add(name)
    tag = (match["tag"] or "").lower().replace("*", "")
    return Simple(tag, frozenset(words["."]), frozenset(words["#"]), is_child)


def key_of(simple: Simple) -> str:
    """Return a word without which no element is meant."""
    names = [f"#{name}" for name in simple.ids] or sorted(f".{name}" for name in simple.classes)
    return min(names) if names else simple.tag or "*"


def weigh(parts: tuple[Simple, ...]) -> tuple[int, int, int]:
    """Return how much a selector weighs: its ids, its classes, its tags."""
    return (
        sum(len(part.ids) for part in parts),
        sum(len(part.classes) for part in parts),
        sum(bool(part.tag) for part in parts),
    )
