"""Letters that look like others: in a Latin word those of another alphabet, and the doubles of Han characters.

`qu\u0430lity` with a Cyrillic letter reads as quality, and no search finds it. What is right stays: α and β, Ω, 5 μm,
PM2.5, 类 of grade Ⅲ, a Greek or Cyrillic word by itself.
"""

import re
import unicodedata
from collections.abc import Iterator

from scripts.text.radicals import double_of

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
HAN_DOUBLES = "\u2e80-\u2fdf\uf900-\ufad9\U0002f800-\U0002fa1f"
EAST_ASIAN = (
    "\u2e80-\u312f\u3131-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U00016fe0-\U00018aff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
# a run of letters and digits that is not of East Asian scripts: quality, PM2, Ω, 5G, ＩＳＯ
WORD_PATTERN = re.compile(rf"[^\W_{EAST_ASIAN}]+")
LATIN_PATTERN = re.compile(f"[{LATIN}]")
FOREIGN_PATTERN = re.compile(f"[^0-9{LATIN}]")
HAN_DOUBLE_PATTERN = re.compile(f"[{HAN_DOUBLES}]")
# Ⅱ ２ ² ª: signs that stand for Latin letters or digits, and may stand by themselves or behind a number
SIGNS = "²³¹⁰-ⁿ₀-ₜªº"
UNITS = "µμαβγδθλπσφωΩΔΣΦ"
"""Greek letters that units and names of substances have at an end: μm, kΩ, TNFα."""
LONGEST_UNIT = 6
# "\u0441\u043e\u0440\u0443" looks like copy: a word in which every letter is the double of a Latin one
CYRILLIC_DOUBLES = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412"
    "\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
)
GREEK_DOUBLES = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03b9"
DOUBLE_WORD_PATTERN = re.compile(f"[{CYRILLIC_DOUBLES}]{{2,}}|[{GREEK_DOUBLES}]{{2,}}")


def find_look_alikes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of every letter that is not the one that it looks like, with what to do about it.

    >>> [place for place, _ in find_look_alikes("5 μm，PM2.5，qu\u0430lity")]
    [13]
    """
    for match in WORD_PATTERN.finditer(text):
        if not match[0].isascii() and (offset := find_foreign(match[0])) is not None:
            char = match[0][offset]
            name = unicodedata.name(char, "NAMELESS")
            message = f"holds U+{ord(char):04X} {name} in the word {match[0]!r}; write the letter that is meant"
            yield match.start() + offset, message
    for match in HAN_DOUBLE_PATTERN.finditer(text):
        plain = double_of(match[0])
        if plain != match[0]:
            yield match.start(), f"holds U+{ord(match[0]):04X} {unicodedata.name(match[0])}; write {plain!r}"


def find_foreign(word: str) -> int | None:
    """Return the place in a word of the first letter that does not belong to it, or None."""
    if DOUBLE_WORD_PATTERN.fullmatch(word):
        return 0
    if not any(char.isascii() or LATIN_PATTERN.match(char) for char in word):
        return None
    for match in FOREIGN_PATTERN.finditer(word):
        if not is_at_home(word, match.start()):
            return match.start()
    return None


def is_at_home(word: str, place: int) -> bool:
    """Whether a sign, or a Greek letter of a unit or substance, may stand at this place of a Latin word."""
    char = word[place]
    if re.match(f"[{SIGNS}]", char) or unicodedata.category(char).startswith("M"):
        return True
    return char in UNITS and place in (0, len(word) - 1) and len(word) <= LONGEST_UNIT
