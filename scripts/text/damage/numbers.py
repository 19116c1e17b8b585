"""Numbers that lost a dot or a hyphen → what they were, where the words around say so.

工业40 is 工业4.0 where another text has that and nothing else behind the word; a nine-digit standard is a number and a
year. In a text that lost such a dot, a growth of 88% beside much smaller ones is 8.8%, perhaps.
"""

import re
from collections.abc import Iterator

from scripts.text.characters import HAN
from scripts.text.damage.finding import DOT, DOUBTFUL_DOT, HYPHEN, Finding
from scripts.text.damage.words import Words

# 工业4.0: a word and a number with a dot
NAMED_PATTERN = re.compile(rf"(?P<name>[{HAN}]{{2}})(?P<first>\d)\.(?P<rest>\d{{1,2}})(?![\d.%％])")
GROWTH_PATTERN = re.compile(r"(?P<name>增长|增幅|增速|提高|下降|降低)(?P<number>\d{1,3}(?:\.\d+)?)(?=[%％])")
RATIO_PATTERN = re.compile(r"(?<![\d∶:：])(?P<number>\d{2})(?=[∶:：]1(?!\d))")
# GB/T 190012016, DB37/T 12342018
STANDARD_PATTERN = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{2,4}(?:\d{2})?(?:/[A-Z]{1,2})?) ?(?P<number>\d{4,5}?)(?=(?:19|20)\d\d(?!\d))"
)
# 20212025年
YEARS_PATTERN = re.compile(r"(?<!\d)(?P<number>(?:19|20)\d\d)(?=(?:19|20)\d\d年)")
LARGE_GROWTH = 50
LIKELY = 6.0


def find_dots(text: str, words: Words) -> Iterator[Finding]:
    """Yield the numbers that lost a dot, with the dot.

    >>> [found.after for found in find_dots("对接工业40，", Words((), ("迈向工业4.0的",)))]
    ['4.0']
    """
    found = list(find_named(text, words))
    yield from found
    if found:  # a text that loses dots
        small = [match for match in GROWTH_PATTERN.finditer(text) if int(match["number"]) < LARGE_GROWTH]
        for match in GROWTH_PATTERN.finditer(text):
            if small and int(match["number"]) >= LARGE_GROWTH:
                yield Finding(*match.span("number"), dotted(match["number"]), DOUBTFUL_DOT, LIKELY / 2, match[0])
        for match in RATIO_PATTERN.finditer(text):
            yield Finding(*match.span("number"), dotted(match["number"]), DOUBTFUL_DOT, LIKELY / 2, match[0])


def find_named(text: str, words: Words) -> Iterator[Finding]:
    """Yield the numbers behind a word that has one number in all texts, the same with a dot."""
    named = {match[0]: match for known in words.texts for match in NAMED_PATTERN.finditer(known)}
    for right, known in sorted(named.items()):
        name, number = known["name"], known["first"] + known["rest"]
        if name + number in text and not has_others(words, name, right):
            for match in re.finditer(rf"{name}({number})(?![\d.%％])", text):
                yield Finding(*match.span(1), dotted(number), DOT, LIKELY, right)


def has_others(words: Words, name: str, right: str) -> bool:
    """Whether other numbers stand behind a word of the texts than this one, with its dot or without."""
    pattern = re.compile(rf"{name}\d+(?:\.\d+)?")
    return any(
        match[0] not in (right, right.replace(".", "")) for text in words.texts for match in pattern.finditer(text)
    )


def dotted(number: str) -> str:
    """Return a number with a dot behind its first digit."""
    return f"{number[0]}.{number[1:]}"


def find_hyphens(text: str, _: Words) -> Iterator[Finding]:
    """Yield the standards and the spans of years whose two numbers stand together.

    >>> [found.after for found in find_hyphens("GB/T 190012016和20212025年", Words((), ()))]
    ['19001-', '2021-']
    """
    for pattern in (STANDARD_PATTERN, YEARS_PATTERN):
        for match in pattern.finditer(text):
            second = text[match.end() : match.end() + 4]
            if pattern is STANDARD_PATTERN or match["number"] < second:
                yield Finding(
                    *match.span("number"), f"{match['number']}-", HYPHEN, LIKELY, f"{match['number']}-{second}"
                )
