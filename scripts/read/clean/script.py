"""Traditional characters of a text that was Simplified → the Simplified ones; what was written Traditional stays so.

Such texts were turned Traditional by machine, by characters (關於 beside 制造, 規範) or by words, so they go back as
the words around decide (`scripts/text/readings.py`). What is not certain stays as it is, and `check` says what it
could be.
"""

from collections.abc import Iterator

from scripts.model.policy import Source
from scripts.model.vocabulary import Script
from scripts.read.clean.draft import Change
from scripts.text.characters import count_han, count_traditional
from scripts.text.origin import find_origin
from scripts.text.readings import find_readings

HANT_SHARE = 0.1
"""Share of Traditional among all Han characters from which on a text is taken for Traditional (the two of the
corpus have 0.33 and 0.34, the other three 0)."""


def find_script(text: str) -> Script:
    """Return the script in which most of a text is written."""
    changed = count_traditional(text)
    return Script.HANT if changed and changed > HANT_SHARE * count_han(text) else Script.HANS


def settle_script(source: Source, said: Script | None) -> Script:
    """Return the script in which a text is to be read: as the editors say, else as it was written.

    A Traditional text stays so if that is likely; `check` asks the editors where nothing is sure.
    """
    if source.script is Script.HANS:
        return Script.HANS
    if said:
        return said
    return Script.HANT if find_origin(source.text).is_original else Script.HANS


def simplify(text: str) -> Iterator[Change]:
    """Yield the changes that make a text Simplified that is mostly Traditional; none for another one.

    關於 → 关于, 著力 → 着力; 顯著 → 显著, 乾隆 → 乾隆.
    """
    if find_script(text) is Script.HANS:
        return
    for place, written, _ in find_readings(text):
        yield Change(place, place + 1, written)
