"""A paragraph → the words in quotation marks that it holds: the outermost marks, none within a title."""

import re
from collections.abc import Iterable, Iterator

from scripts.text.spans import Span
from scripts.verify.match.letters import fold_words
from scripts.verify.match.quotation import LONGEST

CLOSERS = {"“": "”", "「": "」", "『": "』", "«": "»", '"': '"', "＂": "＂"}
TITLE_PATTERN = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
MASKED = "\1"
HAN_ENOUGH, LETTERS_ENOUGH = 6, 15
"""Words of so many characters are a quotation; fewer may be a term in quotation marks."""


def find_quotations(text: str, titles: Iterable[str]) -> list[Span]:
    """Return where the words in quotation marks stand, marks not counted; those of titles are left out.

    >>> find_quotations("《“双随机”办法》说：“甲‘乙’丙”。", [])
    [(12, 17)]
    """
    masked = TITLE_PATTERN.sub(lambda match: MASKED * len(match[0]), text)
    for title in titles:
        masked = mask_title(masked, title)
    return [(start, end) for start, end in enclosed(masked) if fold_words(masked[start:end].replace(MASKED, ""))]


def mask_title(text: str, title: str) -> str:
    """Return a text without a title, as long as it was; blanks and quotation marks in it may be others."""
    words = [re.escape(char) if fold_words(char) else r"\W" for char in title if not char.isspace()]
    return re.sub(r"\s*".join(words), lambda match: MASKED * len(match[0]), text) if words else text


def enclosed(text: str) -> Iterator[Span]:
    """Yield what stands within the outermost quotation marks."""
    place = 0
    while place < len(text):
        closer = CLOSERS.get(text[place])
        end = find_closer(text, place, closer) if closer else None
        if end is None:
            place += 1
        else:
            yield place + 1, end
            place = end + 1


def find_closer(text: str, place: int, closer: str) -> int | None:
    """Return where the mark that is opened at a place is closed; None where it is not."""
    opener, depth = text[place], 0
    if closer not in text[place + 1 : place + LONGEST]:
        return None
    for at in range(place, min(len(text), place + LONGEST)):
        if text[at] == closer and (closer != opener or at > place):
            depth -= 1
            if closer == opener or depth == 0:
                return at
        elif text[at] == opener:
            depth += 1
    return None


def is_long(words: str) -> bool:
    """Whether words in quotation marks are a quotation, and no term.

    >>> is_long("放管服"), is_long("推动高质量发展"), is_long("new normal")
    (False, True, False)
    """
    folded = fold_words(words)
    return len(folded) >= (LETTERS_ENOUGH if folded.isascii() else HAN_ENOUGH)
