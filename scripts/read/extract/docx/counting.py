"""The lists of a DOCX file and its numbered paragraphs, one after the other → the label of each: 第五条.

1. The lists over one definition count on together, unless one says with which number it begins; that holds once.
2. A number of a level begins the deeper levels anew, but those that say otherwise.
3. A level above that has not been numbered yet is taken to have begun: after 1.1 comes 2.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.read.extract.docx.number_formats import write_number
from scripts.read.extract.docx.numbering import LEVELS, PLACE_PATTERN, Level, NumberedList
from scripts.read.extract.docx.symbols import is_private, is_symbol_font

BULLET = "•"
"""What stands for a bullet that a font of symbols or a picture draws."""
DRAWN_FONTS = ("courier new",)
"""Fonts whose letters Word takes for bullets: the o of its second level."""
WIDE_BLANK = "\u3000"
DIVISIONS = tuple("编編篇章节節条條款")


class Label(NamedTuple):
    """What stands before a numbered paragraph."""

    text: str = ""
    is_apart: bool = True
    """Whether the program leaves room between it and the text."""
    doubt: str = ""

    @property
    def is_unknown(self) -> bool:
        """Whether there is a number that cannot be told."""
        return bool(self.doubt)


@dataclass(slots=True)
class Counting:
    """How far each list is counted."""

    lists: dict[str, NumberedList]
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    """For each definition the last number of every level; None where it begins anew."""
    begun: set[tuple[str, int]] = field(default_factory=set)
    """The lists that have begun a level anew, each with the level: one does so once."""

    def label(self, name: str, place: int) -> Label:
        """Count a paragraph of a list at a level, and return its label; nothing where there is no such list."""
        own = self.lists.get(name)
        if own is None:
            return Label()
        numbers = self.counters.setdefault(own.definition, [None] * LEVELS)
        if place in own.starts and (name, place) not in self.begun:
            self.begun.add((name, place))
            numbers[place] = None
        last = numbers[place]
        numbers[place] = own.levels[place].start if last is None else last + 1
        for above in range(place):
            if numbers[above] is None:
                numbers[above] = own.levels[above].start
        for deeper in range(place + 1, LEVELS):
            if begins_anew(own.levels[deeper], place, deeper):
                numbers[deeper] = None
        return draw_label(own, place, numbers)


def begins_anew(level: Level, above: int, place: int) -> bool:
    """Whether a level begins anew after a number of a level above it."""
    if level.restart is None or level.restart > place:
        return True
    return above < level.restart


def draw_label(own: NumberedList, place: int, numbers: list[int | None]) -> Label:
    """Return a label as the pattern of its level draws it."""
    level = own.levels[place]
    is_apart = level.suffix != "nothing"
    if level.is_hidden:
        return Label()
    if level.format == "bullet" or level.is_picture:
        return Label(draw_bullet(level), is_apart)
    drawn = ""
    for index, piece in enumerate(PLACE_PATTERN.split(level.pattern)):
        if index % 2 == 0:
            drawn += piece
            continue
        shown = int(piece) - 1
        number = draw_number(own.levels[shown], numbers[shown], is_legal=level.is_legal) if shown <= place else ""
        if number is None:
            return Label(doubt=unknown_format(own.levels[shown].format))
        drawn += number
    return Label(drawn, is_apart)


def draw_number(level: Level, number: int | None, *, is_legal: bool) -> str | None:
    """Return the number of a level, as it stands in a label; None where its format is not known."""
    shown = level.start if number is None else number
    if level.format in {"none", "bullet"}:
        return ""
    if is_legal:
        return str(shown)
    if level.format == "custom" and level.width:
        return str(shown).zfill(level.width)
    return write_number(shown, level.format)


def unknown_format(name: str) -> str:
    """Return what the editor must do where a number is not known."""
    return (
        f"has an automatic number in the format {name[:40]!r}, which is not known, and stands without it; "
        "look the number up in Word and put it in by an emendation"
    )


def draw_bullet(level: Level) -> str:
    """Return a bullet as text."""
    sign = level.pattern.strip()
    is_sign = len(sign) == 1 and (is_symbol_font(level.fonts) or is_letter_bullet(sign, level.fonts))
    is_drawn = is_sign or any(map(is_private, sign))
    return BULLET if is_drawn or (level.is_picture and not sign) else sign


def is_letter_bullet(sign: str, fonts: str) -> bool:
    """Whether a letter is drawn as a bullet: the o of Courier New."""
    return sign == "o" and any(font in fonts for font in DRAWN_FONTS)


def join_label(label: Label, text: str) -> str:
    """Return a paragraph with its label, set apart where the two would run together.

    >>> join_label(Label("一、"), "总体要求"), join_label(Label("1."), "5G网络"), join_label(Label("第一条"), "为了")
    ('一、总体要求', '1. 5G网络', '第一条\u3000为了')
    """
    text = text.lstrip(" ") if label.text else text
    if not label.text or not text or not label.is_apart or text[0].isspace():
        return label.text + text
    if label.text.startswith("第") and label.text.endswith(DIVISIONS):
        return label.text + WIDE_BLANK + text
    is_number = label.text[-1] == "." and label.text[-2:-1].isdecimal() and text[0].isdecimal()
    runs_on = is_letter(label.text[-1]) and is_letter(text[0])
    return label.text + (" " if runs_on or is_number else "") + text


def is_letter(char: str) -> bool:
    """Whether a character is a letter of the Latin alphabet or a figure."""
    return char.isascii() and char.isalnum()
