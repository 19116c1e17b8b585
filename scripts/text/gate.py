"""The gate that every text of the corpus passes: the characters that may not stand in it, with what to do about each.

A text has what readers see, and nothing besides: no control, no blank but the two that are usual, nothing invisible,
nothing that turns the reading around, nothing that another computer may not have, no letter that only looks like one.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from scripts.text.characters import CJK_PUNCTUATION, HAN
from scripts.text.look_alikes import find_look_alikes

CONTROL_NAMES = (
    *("NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE"),
    *("BELL", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN"),
    *("SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE"),
    *("DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL"),
    *("END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR"),
    "UNIT SEPARATOR",
)
"""What Unicode calls the first control characters, which have no names in its list of characters."""
LABELS = {"Cc": "control", "Co": "private-use", "Cs": "surrogate", "Cn": "no-character"}
"""How Unicode labels characters without a name, by their category."""
# what no reader's text is suspected of: a text of these alone passes at once
PLAIN_PATTERN = re.compile(f"[ -~{HAN}{re.escape(CJK_PUNCTUATION)}\u3000\u3007％－～＋＝／]*+")
NON_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
FORBIDDEN = (
    ("\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f", "a control character", "drop it"),
    ("\t", "a tab", "write a blank"),
    ("\n\r\x85\u2028\u2029", "a line break", "write the text on one line"),
    ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", "which changes the direction of what follows", "drop it"),
    ("\u00a0\u1680\u2000-\u200a\u202f\u205f", "a blank unlike others", "write a common blank"),
    (
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
        "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
        "which nobody sees",
        "drop it",
    ),
    (f"\ufdd0-\ufdef{NON_CHARACTERS}", "no character", "drop it"),
    ("\ud800-\udfff", "half a character", "write the whole one"),
    ("\ufffc\ufffd", "which stands for what was lost", "write what was there"),
    (
        "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "which every computer shows otherwise",
        "write the character that is meant",
    ),
    ("\U00040000-\U000dfffd", "no character yet", "drop it"),
)
"""Members of each class as a pattern has them, what they are, and what to do about them."""
LINE_BREAKS = "\n\r\x85\u2028\u2029"
DAMAGED = "\ufffd\ue000-\uf8ff"
"""What a text holds where its copy is torn: the words that quote such a place have it too."""
# 葛󠄀: a selector that chooses a printed form of the Han character before it; not a️ 质︎
SELECTOR_PATTERN = re.compile(f"(?<![{HAN}\uf900-\ufad9])[\ufe00-\ufe02\U000e0100-\U000e01ef]|[\ufe03-\ufe0f]")
# à with two marks more; a mark that stands upon nothing
MARKS_PATTERN = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
FORBIDDEN_PATTERN = re.compile("[" + "".join(members for members, _, _ in FORBIDDEN) + "]")
CLASSES = tuple((re.compile(f"[{members}]"), what, remedy) for members, what, remedy in FORBIDDEN)


class Fault(NamedTuple):
    """A character that may not stand where it does."""

    place: int
    """Code point of the text, from 0."""
    message: str
    """Continues the name of what holds it: `holds U+200B ZERO WIDTH SPACE, which nobody sees; drop it`."""


def find_faults(text: str, permitted: str = "") -> Iterator[Fault]:
    r"""Yield the first of every kind of character that may not stand in a text of readers, in no order.

    >>> [fault.message for fault in find_faults("质\u200b量")]
    ['holds U+200B ZERO WIDTH SPACE, which nobody sees; drop it']
    """
    if PLAIN_PATTERN.fullmatch(text):
        return
    seen = set[int]()
    looks = (Fault(place, message) for place, message in find_look_alikes(text))
    for fault in chain(find_forbidden(text, permitted), looks, find_not_composed(text)):
        if fault.place not in seen:
            seen.add(fault.place)
            yield fault


def find_forbidden(text: str, permitted: str = "") -> Iterator[Fault]:
    """Yield the first of every character that stands in no text at all, whoever wrote it; quoted words are such too."""
    if PLAIN_PATTERN.fullmatch(text):
        return
    seen = set[str]()
    for match in FORBIDDEN_PATTERN.finditer(text):
        if match[0] not in seen and not (permitted and re.match(f"[{permitted}]", match[0])):
            seen.add(match[0])
            what, remedy = next((what, remedy) for members, what, remedy in CLASSES if members.match(match[0]))
            yield Fault(match.start(), f"holds {name_of(match[0])}, {what}; {remedy}")
    if selector := SELECTOR_PATTERN.search(text):
        message = f"holds {name_of(selector[0])}, which chooses among forms that nothing before it has; drop it"
        yield Fault(selector.start(), message)


def find_not_composed(text: str) -> Iterator[Fault]:
    """Yield the first place that is not in the form in which equal texts have equal characters (NFC)."""
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        place = next((i for i, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
        message = f"holds {name_of(text[place])}, which Unicode (NFC) writes otherwise here; write {composed[place]!r}"
        yield Fault(place, message)
    for match in MARKS_PATTERN.finditer(composed):
        is_upon_nothing = match.start() == 0 or not composed[match.start() - 1].isalpha()
        if len(match[0]) > 2 or is_upon_nothing:
            message = f"holds {name_of(match[0][0])} in a pile, or upon no letter; drop what is too much"
            yield Fault(match.start(), message)
            break


def find_outer_blanks(text: str) -> Iterator[Fault]:
    """Yield the blank with which a text begins or ends."""
    if text != text.strip():
        place = len(text) - 1 if text == text.lstrip() else 0
        yield Fault(place, "begins or ends with a blank; drop it")


def name_of(char: str) -> str:
    r"""Return a character's number and Unicode name.

    >>> name_of("\u202e"), name_of("\x1b")
    ('U+202E RIGHT-TO-LEFT OVERRIDE', 'U+001B ESCAPE')
    """
    point = ord(char)
    label = f"<{LABELS.get(unicodedata.category(char), 'reserved')}-{point:04X}>"
    name = CONTROL_NAMES[point] if point < len(CONTROL_NAMES) else unicodedata.name(char, label)
    return f"U+{point:04X} {name}"
