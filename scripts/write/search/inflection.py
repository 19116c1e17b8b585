"""An English word → what all its inflected forms have in common, for the index of a search server.

`docs/assets/javascripts/search/inflection.js` does the same to what is typed, and says by which steps; the tests
compare the two on every word of the archive.
"""

import re
from functools import cache

IRREGULAR_FORMS = """
    analyses:analysis bases:basis criteria:criterion indices:index children:child men:man women:woman built:build
    made:make taken:take took:take given:give gave:give led:lead held:hold kept:keep sold:sell bought:buy brought:bring
    grew:grow grown:grow began:begin begun:begin broken:break chosen:choose drawn:draw driven:drive drove:drive
    known:know laid:lay met:meet paid:pay ran:run seen:see sent:send shown:show spent:spend spoken:speak taught:teach
    thought:think undertaken:undertake undertook:undertake won:win written:write wrote:write found:find became:become
    overcame:overcome better:good best:good lives:life halves:half thus:thus series:series species:species news:news
"""
IRREGULAR_WORDS = dict(pair.split(":") for pair in IRREGULAR_FORMS.split())
SPELLING_PATTERNS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"is(ation|ations|e|ed|es|er|ers|ing|able)$", r"iz\1"),  # organisation, not: basis
        (r"([a-z]{2})ys(e|ed|es|er|ers|ing)$", r"\1yz\2"),  # analyse, not: days
        (r"([a-z]{2}[^aeiou]|avi)our(s|ed|ing|able|ite|al)?$", r"\1or\2"),  # labour, not: four
        (r"([a-z]{2})tre(s|d)?$", r"\1ter\2"),  # centre, not: tree
        (r"(def|off|lic|pret)ence(s|d)?$", r"\1ense\2"),  # licence, not: science
        (r"(lic|def|pract)i?enc(e|es|ed|ing)$", r"\1ens\2"),  # licencing, not: fencing
        (r"(gram)me(s)?$", r"\1\2"),  # programme, not: theme
        (r"([ao]log)ue(s)?$", r"\1\2"),  # catalogue, not: league
        (r"(fulfi|insta|enro)ll?ment(s)?$", r"\1lment\2"),  # enrollment, not: allotment
    )
)
"""British spellings, and what they are in American; the first that fits is taken."""
SHORTEST_SPELT = 5
SHORTEST_INFLECTED = 4


@cache
def base(word: str) -> str:
    """Return what the forms of a word have in common.

    >>> base("policies"), base("policy"), base("organised")
    ('polici', 'polici', 'organiz')
    """
    irregular = IRREGULAR_WORDS.get(word)
    if irregular is None:
        return strip_endings(american(word))
    return word if irregular == word else base(irregular)


def american(word: str) -> str:
    """Return a word in American spelling, where it has two."""
    if len(word) >= SHORTEST_SPELT:
        for pattern, replacement in SPELLING_PATTERNS:
            if pattern.search(word):
                return pattern.sub(replacement, word, count=1)
    return word


def is_vowel(word: str, place: int) -> bool:
    """Whether a letter is a vowel; y is one behind a consonant."""
    return word[place] in "aeiou" or (word[place] == "y" and place > 0 and word[place - 1] not in "aeiou")


def has_vowel(word: str) -> bool:
    """Whether a word has a vowel."""
    return any(is_vowel(word, place) for place in range(len(word)))


def measure(word: str) -> int:
    """Return how many times a vowel is followed by a consonant."""
    return sum(is_vowel(word, place - 1) and not is_vowel(word, place) for place in range(1, len(word)))


def is_short(word: str) -> bool:
    """Whether a word ends in consonant, vowel, consonant, the last no w, x or y."""
    last = len(word) - 1
    if last < 2 or is_vowel(word, last) or word[last] in "wxy":
        return False
    return is_vowel(word, last - 1) and not is_vowel(word, last - 2)


def mend_stem(stem: str) -> str:
    """Return a verb's stem after its -ed or -ing was taken off: hop|ed → hope."""
    if len(stem) < 3 or stem.endswith(("at", "bl", "iz")):
        return f"{stem}e"
    if stem[-1] == stem[-2] and stem[-1] not in "aeioulsz":
        return stem[:-1]
    return f"{stem}e" if measure(stem) == 1 and is_short(stem) else stem


def strip_endings(word: str) -> str:
    """Return a word without its inflection."""
    if len(word) < SHORTEST_INFLECTED or re.search("[0-9]", word):
        return word
    word = strip_verb(strip_plural(word))
    if word[-1] == "y" and len(word) > 1 and word[-2] not in "aeiou" and has_vowel(word[:-1]):
        word = f"{word[:-1]}i"
    return strip_last(word)


def strip_plural(word: str) -> str:
    """Return a word without the ending of the plural."""
    if word.endswith(("sses", "ies", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word[-1] == "s" and word[-2] not in "su" and not word.endswith("is") else word


def strip_verb(word: str) -> str:
    """Return a word without -ed or -ing."""
    if word.endswith("eed"):
        return word[:-1] if measure(word[:-3]) else word
    if word.endswith("ied"):
        return word[: -2 if len(word) > SHORTEST_INFLECTED else -1]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and has_vowel(word.removesuffix(ending)):
            return mend_stem(word.removesuffix(ending))
    return word


def strip_last(word: str) -> str:
    """Return a word without a last e that is not sounded, and with one l for two."""
    stem = word[:-1]
    if word.endswith("e") and len(word) >= SHORTEST_INFLECTED:
        count = measure(stem)
        if count > 1 or (count == 1 and not is_short(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and measure(word) > 1 else word
