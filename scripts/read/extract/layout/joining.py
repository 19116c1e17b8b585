"""Two lines of one paragraph → their text as one: a blank only where words meet, no numbers fused."""

import re
from enum import Enum, auto

LETTER_PATTERN = re.compile(r"[0-9A-Za-zÀ-ɏΑ-ωА-я]")
DIGIT_PATTERN = re.compile(r"[0-9]")
# https://example.gov.cn/a/b, or as long as no word is
ADDRESS_PATTERN = re.compile(r"(?:://|www\.)[!-~]*$|[!-~]{30}$")
NUMBERS_MEET = "two numbers meet where a line ends; look whether they are one, and mend it by an emendation"


class Ending(Enum):
    """How a line of a paragraph ends."""

    SHORT = auto()  # before its column does
    FULL = auto()
    ANYWHERE = auto()  # full, in a text whose lines end in words and numbers too


def join_texts(text: str, following: str, ending: Ending) -> str:
    """Return a line's text and the one that goes on with it.

    >>> join_texts("合格率达到95", "%以上", Ending.FULL), join_texts("GB/T 19001-", "2016", Ending.FULL)
    ('合格率达到95%以上', 'GB/T 19001-2016')
    """
    return f"{text}{' ' * needs_blank(text, following, ending)}{following}"


def needs_blank(text: str, following: str, ending: Ending) -> bool:
    """Whether a blank stood where a line ends."""
    if ending is Ending.ANYWHERE or not (LETTER_PATTERN.match(following) and LETTER_PATTERN.match(text[-1:])):
        return False
    return not ADDRESS_PATTERN.search(text) and (ending is Ending.SHORT or not numbers_meet(text, following))


def numbers_meet(text: str, following: str) -> bool:
    """Whether a line ends with a digit and the next begins with one."""
    return bool(DIGIT_PATTERN.match(following) and DIGIT_PATTERN.match(text[-1:]))


def doubt_of_join(text: str, following: str, ending: Ending) -> str:
    """Return what is unsure of two lines' being joined, or nothing."""
    is_unsure = numbers_meet(text, following) and needs_blank(text, following, ending)
    return NUMBERS_MEET if is_unsure else ""
