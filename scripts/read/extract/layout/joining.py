"""Two lines of one paragraph → their text as one: a blank only where words meet, no numbers fused."""

import re

LETTER_PATTERN = re.compile(r"[0-9A-Za-zÀ-ɏΑ-ωА-я]")
DIGIT_PATTERN = re.compile(r"[0-9]")
NUMBERS_MEET = "two numbers meet where a line ends; look whether they are one, and mend it by an emendation"


def join_texts(text: str, following: str, *, is_full: bool) -> str:
    """Return a line's text and the one that goes on with it; `is_full`: the line is as long as any.

    >>> join_texts("合格率达到95", "%以上", is_full=True), join_texts("GB/T 19001-", "2016", is_full=True)
    ('合格率达到95%以上', 'GB/T 19001-2016')
    """
    return f"{text}{' ' * needs_blank(text, following, is_full=is_full)}{following}"


def needs_blank(text: str, following: str, *, is_full: bool) -> bool:
    """Whether a blank stood where a line ends."""
    last, first = text[-1:], following[:1]
    if DIGIT_PATTERN.match(last) and DIGIT_PATTERN.match(first):
        return not is_full
    return bool(LETTER_PATTERN.match(last) and LETTER_PATTERN.match(first))


def doubt_of_join(text: str, following: str, *, is_full: bool) -> str:
    """Return what is unsure of two lines' being joined, or nothing."""
    meet = DIGIT_PATTERN.match(text[-1:]) and DIGIT_PATTERN.match(following[:1])
    return NUMBERS_MEET if meet and not is_full else ""
