"""Traditional characters that a machine made from Simplified ones → the Simplified ones.

Such texts were converted character by character (關於 beside 制造, 規范), so they go back character by character:
OpenCC's table, and one character that it rightly leaves alone because both scripts have it, 著.
"""

from collections.abc import Iterator
from heapq import merge

from scripts.model.vocabulary import Script
from scripts.read.clean.draft import Change
from scripts.text.characters import PARTICLE_PATTERN, count_han, find_traditional

HANT_SHARE = 0.1
"""Share of Traditional among all Han characters from which on a text is taken for Traditional (the two of the
corpus have 0.33 and 0.34, the other three 0)."""


def find_script(text: str) -> Script:
    """Return the script in which most of a text is written."""
    changed = sum(1 for _ in find_traditional(text))
    return Script.HANT if changed and changed > HANT_SHARE * count_han(text) else Script.HANS


def simplify(text: str) -> Iterator[Change]:
    """Yield the changes that make a Traditional text Simplified; none for a Simplified one.

    關於 → 关于, 著力 → 着力; 顯著 → 显著.
    """
    if find_script(text) is Script.HANS:
        return
    particles = ((match.start(), "着") for match in PARTICLE_PATTERN.finditer(text))
    for place, plain in merge(find_traditional(text), particles):
        yield Change(place, place + 1, plain)
