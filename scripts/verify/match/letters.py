"""Words as they are compared: folded, as the search folds them, or with only blanks and quotation marks evened out.

Two texts that fold to the same have the same words; two that are the same when evened out are so letter for letter.
Quotation marks do not count there, for a quotation within quotation marks changes its own: “放管服” becomes ‘放管服’.
"""

import re
import unicodedata

from scripts.text.characters import CJK
from scripts.text.folding import FOLDS, OTHER_READINGS, POINT_PATTERN, fold

READINGS = str.maketrans(OTHER_READINGS)
# a line's end within Chinese stands for nothing, elsewhere for a blank
LINE_END_PATTERN = re.compile(rf"(?<=[{CJK}])[^\S\n]*\n\s*|[^\S\n]*\n\s*(?=[{CJK}])")
BLANK_PATTERN = re.compile(r"\s+")
MARKS = str.maketrans(dict.fromkeys("“”‘’「」『』＂＇'«»„‟", '"'))
BULLET_PATTERN = re.compile("\u00ad|\u200b|\u2060|\ufeff")


def fold_words(text: str) -> str:
    """Return a text as words are compared: folded, and 著力 read as 着力.

    >>> fold_words("著力“質 量”，８.８％")
    '着力质量8.8%'
    """
    return fold(text).translate(READINGS)


def fold_places(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each of its characters the place in the text from which it comes.

    >>> fold_places("（一）质 量")
    ('一质量', [1, 3, 5])
    """
    points = {match.start() for match in POINT_PATTERN.finditer(text)}
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = "." if place in points else FOLDS[ord(char)]
        folded.append(plain)
        places += [place] * len(plain)
    return "".join(folded).translate(READINGS), places


def even(text: str) -> str:
    r"""Return a text with its line ends, blanks and quotation marks evened out.

    >>> even("推进‘放管服’\n改革，the  same")
    '推进"放管服"改革，the same'
    """
    plain = BULLET_PATTERN.sub("", unicodedata.normalize("NFC", text))
    return BLANK_PATTERN.sub(" ", LINE_END_PATTERN.sub("", plain)).strip().translate(MARKS)
