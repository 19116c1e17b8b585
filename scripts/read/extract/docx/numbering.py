"""The numbering part of a DOCX file → its lists: how each level is numbered, and where a list begins anew.

A list (`w:num`) has the levels of its definition (`w:abstractNum`), which may be that of a numbering style, and may
replace a level or the number with which one begins.
"""

import re
from dataclasses import dataclass, field, replace

from scripts.read.extract.docx.names import (
    Element,
    attribute,
    child,
    children,
    descendants,
    number_of,
    switch,
    value_of,
    whole_number,
)
from scripts.read.extract.docx.styles import Styles

LEVELS = 9
# 001, 002, 003, ...: a format of one's own, figures of a fixed width; not 一, 十, 百
PADDED_PATTERN = re.compile(r"^(?P<first>0*1)(?=,)")
PLACE_PATTERN = re.compile(r"%([1-9])")
"""Where the number of a level stands in the pattern of a label: 第%1条, %1.%2."""
NO_STYLE: Styles = Styles()


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    width: int = 0
    """So many figures at least where the format is `custom`; 0 where that is not known."""
    pattern: str = ""
    """The label, with %1 for the number of the first level: `第%1条`."""
    suffix: str = "tab"
    """What stands between label and text: `tab`, `space`, `nothing`."""
    restart: int | None = None
    """After which level, from 1, it begins anew; 0 for none, None for any above it."""
    is_legal: bool = False
    """Whether the numbers of all levels are plain figures in it."""
    is_hidden: bool = False
    style: str | None = None
    """The paragraph style that is bound to it."""
    fonts: str = ""
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list, as paragraphs name it."""

    definition: str
    """What it shares its counters with."""
    levels: tuple[Level, ...]
    starts: frozenset[int] = frozenset()
    """The levels that begin anew where the list first has them."""

    def level_of(self, style: str) -> int | None:
        """Return the level to which a paragraph style is bound."""
        return next((place for place, level in enumerate(self.levels) if level.style == style), None)


@dataclass(slots=True)
class Definitions:
    """The definitions of a file, by their ids."""

    abstract: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)
    by_style: dict[str, Element] = field(default_factory=dict)
    """By the numbering style that each is."""
    levels: dict[str, list[Level]] = field(default_factory=dict)
    """Those of each definition that has been read."""


def read_numbering(root: Element | None, styles: Styles) -> dict[str, NumberedList]:
    """Return the lists of a part, by their ids; none where there is no such part."""
    found = Definitions()
    for element in children(root, "w:abstractNum"):
        found.abstract[attribute(element, "w:abstractNumId") or ""] = element
        style = value_of(element, "w:styleLink")
        if style:
            found.by_style[style] = element
    found.lists = {attribute(element, "w:numId") or "": element for element in children(root, "w:num")}
    return {name: read_list(element, found, styles) for name, element in found.lists.items() if name}


def read_list(element: Element, found: Definitions, styles: Styles) -> NumberedList:
    """Return one list."""
    definition = value_of(element, "w:abstractNumId") or ""
    if definition not in found.levels:
        found.levels[definition] = [Level()] * LEVELS
        for level in children(levels_of(definition, found, styles), "w:lvl"):
            place_level(found.levels[definition], attribute(level, "w:ilvl"), level)
    levels, starts = [*found.levels[definition]], set[int]()
    for override in children(element, "w:lvlOverride"):
        place = attribute(override, "w:ilvl")
        own = child(override, "w:lvl")
        if own is not None:
            place_level(levels, place, own)
        start, number = number_of(override, "w:startOverride"), whole_number(place)
        if start is not None and number is not None and 0 <= number < LEVELS:
            starts.add(number)
            levels[number] = replace(levels[number], start=start)
    return NumberedList(definition, tuple(levels), frozenset(starts))


def levels_of(definition: str, found: Definitions, styles: Styles) -> Element | None:
    """Return what holds the levels of a definition: itself, or that of the numbering style which it names."""
    element = found.abstract.get(definition)
    style = value_of(element, "w:numStyleLink")
    if element is None or style is None or child(element, "w:lvl") is not None:
        return element
    if style in found.by_style:
        return found.by_style[style]
    numbered = next((own.num_id for own in styles.chain(style) if own.num_id), "")
    return found.abstract.get(value_of(found.lists.get(numbered), "w:abstractNumId") or "")


def place_level(levels: list[Level], place: str | None, element: Element) -> None:
    """Put a level at its place."""
    number = whole_number(place)
    if number is not None and 0 <= number < LEVELS:
        levels[number] = read_level(element)


def read_level(element: Element) -> Level:
    """Return one level."""
    start, (numbering_format, width) = number_of(element, "w:start"), read_format(element)
    return Level(
        start=0 if start is None else start,
        format=numbering_format,
        width=width,
        pattern=read_pattern(element),
        suffix=value_of(element, "w:suff") or "tab",
        restart=number_of(element, "w:lvlRestart"),
        is_legal=bool(switch(element, "w:isLgl")),
        is_hidden=NO_STYLE.is_hidden(child(element, "w:rPr"), None),
        style=value_of(element, "w:pStyle"),
        fonts=" ".join(map(str, fonts_of(child(element, "w:rPr")))).lower(),
        is_picture=child(element, "w:lvlPicBulletId") is not None,
    )


def read_format(element: Element) -> tuple[str, int]:
    """Return the format of a level, and how wide its numbers are where it is one of the file's own.

    Word writes its own format as a choice, with a plain one to fall back on; the choice is what it shows.
    """
    for found in descendants(element, "w:numFmt"):
        numbering_format = attribute(found, "w:val") or "decimal"
        padded = PADDED_PATTERN.match(attribute(found, "w:format") or "")
        return numbering_format, len(padded["first"]) if padded else 0
    return "decimal", 0


def read_pattern(element: Element) -> str:
    """Return the pattern of a level's label; empty where it has none."""
    text = child(element, "w:lvlText")
    if text is None or attribute(text, "w:null") in {"1", "true", "on"}:
        return ""
    return attribute(text, "w:val") or ""


def fonts_of(run_properties: Element | None) -> list[str]:
    """Return the fonts that a run names."""
    fonts = child(run_properties, "w:rFonts")
    names = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
    return [] if fonts is None else [font for name in names if (font := attribute(fonts, name))]
