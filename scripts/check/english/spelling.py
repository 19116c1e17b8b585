"""Every word of the English is one: of the list, of the house's spelling, a listed name, or the Chinese spelt out."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scripts.check.english.tables import read_table
from scripts.text.pinyin import readings, spell

LIST = Path(__file__).with_name("words.txt")
PLACE = "scripts/check/english/words.txt"
KINDS = ("name", "abbreviation")
# People's, Jinan, enterprises
WORD_PATTERN = re.compile(r"(?<![A-Za-z0-9.@/'’])[A-Za-z]+(?:'[a-z]+)?(?![@/]|\.[a-z])")
# the house writes -ize and otherwise as in Britain: standardisation, center, labor are not its spelling
SPELLING_PATTERN = re.compile(
    r"\b\w+isations?\b|\b(?:standard|organ|modern|optim|recogn|special|popular|real|util|international|digital|industrial|"
    r"commercial|emphas|priorit|minim|maxim|revital|mobil|formal|summar|central|stabil|urban|market|harmon|author|final|"
    r"local|national|normal|regular|rational|incentiv|energ|character|material|capital|equal|general|global)is(?:e[sd]?|ing)\b|"
    r"\b(?:center(?:s|ed)?|labor|color|favor|behavior|defense|fiber|program|programs|traveler|fulfill|enrollment|catalog|"
    r"license(?=s? (?:is|are|was|of|for|and))|analyze|meter|liter|theater|neighbor\w*|honor\w*|harbor\w*|endeavor\w*|"
    r"aluminum|gray|plow|skillful|modeling|leveled|labeled|canceled|fueled|signaling|catalyze|skeptic\w*|tire|aging)\b",
    re.IGNORECASE,
)
# organise, digitisation; not supervise, exercise, enterprise
ISE_PATTERN = re.compile(r"\b[A-Za-z]{3,}is(?:e[sdr]?s?|ing|ations?|ational)\b")
ISE_ROOTS = re.compile(
    r"(?:adv|rev|dev|superv|telev|improv|exerc|exc|prec|conc|circumc|inc|pract|prom|compr|surpr|comprom|enterpr|expert|"
    r"advert|franch|merchand|ra|pra|appra|ar|upr|sunr|no|po|cru|bru|disgu|prem|treat|parad|dem|desp|chast|l[ei]kew|otherw|"
    r"clockw|w|r|ra|mayonna|adv|apprais|cerv|v|promis|rais|nois|wis|pris|bas|crisp|emprise|repr|mort|dis|miss?|adm|"
    r"comm|perm|rem|transm|subm|em|om|pos|deris|div|prev|prov|telev)is",
    re.IGNORECASE,
)
OFFICIAL_SPELLINGS = ("863 Program",)
"""Names whose official English is spelt otherwise."""


class Names(NamedTuple):
    """What `names.tsv` lists."""

    words: frozenset[str]
    """Names, and words of names, in small letters."""
    abbreviations: frozenset[str]
    """As they are written."""
    short: dict[str, str]
    """What a character or a short form of Chinese names, where that is not how it is read."""


@cache
def names() -> Names:
    """Return the names that are no words of the list."""
    rows = read_table("names.tsv")
    listed = {kind: frozenset(word for row in rows if row[0] == kind for word in row[1].split()) for kind in KINDS}
    return Names(listed["name"], listed["abbreviation"], {row[1]: row[2] for row in rows if row[0] == "short"})


@cache
def words() -> frozenset[str]:
    """Return the words of the list, and with -ise those that it has with -ize."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def pinyin_pattern() -> re.Pattern[str]:
    """Return the pattern of what syllables of Chinese make up."""
    syllables = sorted(set(readings().values()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(syllables)})+(?:'?(?:{'|'.join(syllables)}))*")


def check_house_spelling(english: str) -> Iterator[str]:
    """Yield the words that the house spells otherwise: with -ize, and else as in Britain."""
    for name in OFFICIAL_SPELLINGS:
        english = english.replace(name, "")
    found = {match.start(): match for match in SPELLING_PATTERN.finditer(english)}
    for match in ISE_PATTERN.finditer(english):
        if not ISE_ROOTS.match(match[0]):
            found.setdefault(match.start(), match)
    for match in found.values():
        yield f"{match[0]!r} is not the spelling of this house; write -ize, and otherwise as in Britain"


def check_words(english: str, chinese: str, places: str = "") -> Iterator[str]:
    """Yield the words that are none; names spelt out of Chinese have to stand in the Chinese, or among `places`."""
    spelt = ""
    for match in WORD_PATTERN.finditer(english):
        word = match[0].removesuffix("'s").removesuffix("'")
        if is_word(word) or word in places.split():
            continue
        if word[0].isupper() and pinyin_pattern().fullmatch(word.lower()):
            spelt = spelt or f" {spell(chinese)} ".replace("v", "u")
            if has_syllables(spelt, word.lower().replace("'", "")) or is_short_for(word, chinese):
                continue
            yield f"{word} is no name that the Chinese has; spell it as the Chinese is read"
        else:
            yield f"{word!r} is not in the list of words; mend it, or add it at the end of {PLACE}"


def has_syllables(spelt: str, word: str) -> bool:
    """Whether syllables that follow each other make up a word, from the beginning of one to the end of another.

    >>> has_syllables(" ji nan shi ", "jinan"), has_syllables(" ji nan shi ", "jina")
    (True, False)
    """
    return re.search(" " + " ?".join(word) + " ", spelt) is not None


def is_short_for(word: str, chinese: str) -> bool:
    """Whether the Chinese has a short form of a name."""
    return any(form in chinese and word in name.split() for form, name in names().short.items())


@cache
def is_word(word: str) -> bool:
    """Whether the list has a word, or it is a listed name or abbreviation."""
    small = word.lower()
    if word in names().abbreviations or small in names().words or len(word) == 1:
        return True
    if word.isupper() and len(word) > 1 and word not in names().abbreviations:
        return small in words() and len(word) > 5
    return small in words() or small.replace("iz", "is").replace("yz", "ys") in words()
