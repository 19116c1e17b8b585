"""English words without their inflection, and phrases found by these."""

import re
from functools import lru_cache

# what stands in brackets
BRACKET_PATTERN = re.compile(r"\([^()]*\)")
WORD_PATTERN = re.compile(r"[A-Za-z0-9+]+")
COMMON_WORDS = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "for",
        "to",
        "in",
        "on",
        "with",
        "by",
        "from",
        "at",
        "as",
        "its",
        "that",
        "is",
        "are",
    )
)
SLACK = 3
"""So many other words may stand among those of a term."""


def is_present(form: str, words: list[str]) -> bool:
    """Whether nearly all words of a form stand close together; what stands in its brackets only explains."""
    wanted = set(stems(BRACKET_PATTERN.sub("", form)))
    enough = len(wanted) - len(wanted) // 4
    width = len(wanted) + SLACK
    return any(len(wanted & set(words[i : i + width])) >= enough for i in range(max(1, len(words) - width + 1)))


def stems(text: str) -> list[str]:
    """Return the words of a text without their inflection, common words left out.

    >>> stems("Strengthening the supervised standards")
    ['strengthen', 'supervis', 'standard']
    """
    words = (word.lower() for word in WORD_PATTERN.findall(text))
    return [stem(word) for word in words if word not in COMMON_WORDS]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word without the ends that inflection and derivation give it."""
    if word.endswith("ies") and len(word) > 4:
        word = word.removesuffix("ies") + "y"
    for end in ("ization", "ational", "ations", "ation", "izing", "ized", "izes", "ize", "ings", "ing", "ies", "ied"):
        if word.endswith(end) and len(word) > len(end) + 3:
            return word.removesuffix(end)
    for end in ("ions", "ion", "ers", "ed", "es", "er", "ly", "al", "e", "s", "y"):
        if word.endswith(end) and len(word) > len(end) + 3:
            return word.removesuffix(end)
    return word
