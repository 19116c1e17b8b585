"""The signs of fields, as they come → what of a field is shown: its result, or what a field without one draws.

A field is its instruction and its result, and may hold others in both, over several paragraphs.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.model.vocabulary import Leaving
from scripts.read.extract.docx.names import Element, attribute, child, descendants, switch
from scripts.read.extract.docx.symbols import read_symbol

TICKED, UNTICKED = "☑", "□"
FRACTION_SLASH = "/"
# EQ \o\ac(○,21): a character in a circle
ENCLOSED_PATTERN = re.compile(
    r"\\o\s*(?:\\a[clr]\s*)?\((?P<sign>[○〇◯△□◇]),\s*(?P<text>[^(),\\]{1,4})\)", re.IGNORECASE
)
# EQ \f(1,2): a fraction
FRACTION_PATTERN = re.compile(r"\\f\s*\((?P<above>[^(),\\]*),(?P<below>[^(),\\]*)\)", re.IGNORECASE)
# \* jc2, \* "Font:宋体", \s\up 6: what only says how it looks
SWITCH_PATTERN = re.compile(r"""\\\*\s*(?:"[^"]*"|\S+)|\\[a-z]+\s?(?:-?\d+)?""", re.IGNORECASE)
# SYMBOL 252 \f "Wingdings"
SYMBOL_PATTERN = re.compile(
    r"""^SYMBOL\s+(?P<code>\d{1,5}|0x[0-9A-F]{1,4})\b(?:.*\\f\s+"?(?P<font>[^"\\]+))?""", re.IGNORECASE
)
CIRCLED_PATTERN = re.compile(r"[1-9][0-9]?")
CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
"""From 1 to 50."""
FORMULA_DOUBT = "shows a formula field, of which only the characters are read; compare it with the document"
NUMBER_DOUBT = (
    "has a number that a field counts, and stands without it; look it up in Word and put it in by an emendation"
)
SYMBOL_DOUBT = (
    "has a sign that its font alone names, and � stands for it; look at the document and put it in by an emendation"
)


class Shown(NamedTuple):
    """What a field shows that has no result of its own."""

    text: str = ""
    doubt: str = ""
    left_out: Leaving | None = None


@dataclass(slots=True)
class Field:
    """A field that has begun."""

    form: Element | None
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that have begun and not ended."""

    loose: frozenset[Element] | set[Element]
    """Signs without their counterpart, which count for nothing."""
    open: list[Field] = field(default_factory=list)
    waiting: int = 0
    """Of how many the result has not begun."""

    def sign(self, element: Element) -> Shown:
        """Take a field's beginning, the sign before its result, or its end; return what is shown at the end."""
        kind = attribute(element, "w:fldCharType")
        if element in self.loose:
            return Shown()
        if kind == "begin":
            self.open.append(Field(child(element, "w:ffData")))
            self.waiting += 1
        elif kind == "separate" and self.open and not self.open[-1].has_result:
            self.open[-1].has_result = True
            self.waiting -= 1
        elif kind == "end" and self.open:
            return self.end(self.open.pop())
        return Shown()

    def end(self, ended: Field) -> Shown:
        """Return what a field shows that has ended."""
        if ended.has_result:
            return Shown(left_out=Leaving.FORM) if ended.form is not None and not self.waiting else Shown()
        self.waiting -= 1
        return Shown() if self.waiting else show(" ".join("".join(ended.instruction).split()), ended.form)

    def instruct(self, text: str) -> None:
        """Add to the instruction of the field that has begun last."""
        if self.open and not self.open[-1].has_result:
            self.open[-1].instruction.append(text)


def find_loose(root: Element) -> set[Element]:
    """Return the signs of a part that have no counterpart: beginnings without an end, and ends without a beginning."""
    loose: set[Element] = set()
    begun: list[Element] = []
    for element in descendants(root, "w:fldChar"):
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            begun.append(element)
        elif kind == "end" and begun:
            begun.pop()
        elif kind == "end":
            loose.add(element)
    return loose | set(begun)


def show(instruction: str, form: Element | None) -> Shown:
    r"""Return what a field shows that has only an instruction.

    >>> show(r"EQ \o\ac(○,21)", None).text, show("PAGE", None).text
    ('㉑', '')
    """
    name = instruction.partition(" ")[0].upper()
    if name == "EQ":
        return show_formula(instruction[2:])
    if name == "SYMBOL":
        return show_symbol(instruction)
    if name in {"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"}:
        return Shown("", NUMBER_DOUBT, Leaving.NUMBER)
    if name == "FORMCHECKBOX":
        box = child(form, "w:checkBox")
        is_ticked = switch(box, "w:checked")
        is_ticked = switch(box, "w:default") if is_ticked is None else is_ticked
        return Shown(TICKED if is_ticked else UNTICKED, "", Leaving.FORM)
    is_form = name in {"MACROBUTTON", "FORMTEXT", "FORMDROPDOWN", "GOTOBUTTON"}
    return Shown("", "", Leaving.FORM if is_form else None)


def show_formula(instruction: str) -> Shown:
    """Return the characters of a formula field; one enclosed in a circle is one character where there is such a one."""
    enclosed = ENCLOSED_PATTERN.fullmatch(instruction.strip())
    if enclosed:
        return Shown(enclose(enclosed["text"].strip()))
    drawn = FRACTION_PATTERN.sub(rf"\g<above>{FRACTION_SLASH}\g<below>", instruction)
    drawn = SWITCH_PATTERN.sub("", drawn)
    return Shown("".join(char for char in drawn if char not in "(),\\ "), FORMULA_DOUBT)


def enclose(text: str) -> str:
    """Return a number as it stands in a circle, anything else as it is."""
    text = unicodedata.normalize("NFKC", text)
    number = int(text) if CIRCLED_PATTERN.fullmatch(text) else 0
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else text


def show_symbol(instruction: str) -> Shown:
    """Return the sign that a field names by its place in a font."""
    found = SYMBOL_PATTERN.match(instruction)
    char = read_symbol(found["font"] or "Symbol", int(found["code"], 0)) if found else None
    return Shown(char) if char else Shown("\ufffd", SYMBOL_DOUBT, Leaving.GLYPH)
