"""The numbers that a Chinese text and its English hold, as values: 1.86万 and 18,600 are the same."""

import re
from decimal import Decimal

from scripts.text.numerals import MAGNITUDES, parse_numeral

# 1.86万, 3—10万, 350亿, 1,000
CHINESE_PATTERN = re.compile(
    r"(?P<low>\d[\d,]*(?:\.\d+)?)(?:[—～~-](?P<high>\d[\d,]*(?:\.\d+)?))?(?P<size>万亿|[十百千]?[万亿]|百|千)?"
)
# 十九, 一百, 两, 千亿, 万
NUMERAL_PATTERN = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
MU_PATTERN = re.compile(r"(\d[\d,]*(?:\.\d+)?)(万)?亩")
# 18,600, 35 billion, 8.8
ENGLISH_PATTERN = re.compile(
    r"(?P<value>\d[\d,]*(?:\.\d+)?)(?:[ -](?P<size>thousand|million|billion|trillion)\b)?", re.IGNORECASE
)
ENGLISH_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
MORE_WORDS = {
    "once": 1,
    "twice": 2,
    "both": 2,
    "single": 1,
    "half": 50,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
}
WORD_VALUES = {word: Decimal(value) for value, word in enumerate(WORDS)} | {
    word: Decimal(value) for word, value in MORE_WORDS.items()
}
# five million, ten thousand, twenty billion
SIZED_PATTERN = re.compile(
    rf"\b({'|'.join((*WORDS, *MORE_WORDS))})[ -](hundred|thousand|million|billion)\b", re.IGNORECASE
)
# 三个月, 两年内; not 六个月 and 十二个月, half a year and a year
TERM_PATTERN = re.compile(
    "(?<![第零〇一二三四五六七八九十百])([两二三四五七八九]|十[一三四五六七八九]?)(?=个月|个工作日|[年天日周]内|个?小时内)"
)
# 20世纪60年代
DECADE_PATTERN = re.compile(r"(\d\d)世纪(\d0)年代")
# 工业和信息化部等十六部门: the ministry and 15 others
BODIES_PATTERN = re.compile("等([二三四五六七八九十]+)(?:个)?部门")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# 十三五: the 13th Five-Year Plan, 2016–2020
PLAN_PATTERN = re.compile("十(?P<number>[一二三四五])五")
# 3·15, 315: 15 March
DAY_PATTERN = re.compile(r"3·?15(?!\d)")
NAMED = frozenset(map(Decimal, (19, 21)))
"""Numbers that English names have and Chinese ones have not: COVID-19, 21st century."""


def chinese_numbers(text: str) -> tuple[set[Decimal], set[Decimal]]:
    """Return the numbers in digits and those that count months or days, which the English must have; and others it may.

    >>> required, allowed = chinese_numbers("到2020年，建设十大园区1.86万亩")
    >>> sorted(map(str, required)), Decimal(10) in allowed
    (['18600', '2020'], True)
    """
    required = {Decimal(parse_numeral(match[1].replace("两", "二")) or 0) for match in TERM_PATTERN.finditer(text)}
    allowed: set[Decimal] = set(NAMED)
    for match in CHINESE_PATTERN.finditer(text):
        size = MAGNITUDES.get(match["size"] or "", 1)
        for written in (match["low"], match["high"]):
            if written:
                required.add(clean(Decimal(written.replace(",", "")) * size))
    for match in NUMERAL_PATTERN.finditer(text):
        allowed |= numeral_values(match[0])
    for match in PLAN_PATTERN.finditer(text):
        plan = 10 + "零一二三四五".index(match["number"])
        last = 2005 + 5 * (plan - 10)
        allowed |= {Decimal(plan), *(Decimal(year) for year in range(last - 4, last + 1))}
    for match in DECADE_PATTERN.finditer(text):
        required -= {Decimal(match[1]), Decimal(match[2])}
        required.add(Decimal((int(match[1]) - 1) * 100 + int(match[2])))
    for match in BODIES_PATTERN.finditer(text):
        allowed |= {value - 1 for value in numeral_values(match[1])}
    if DAY_PATTERN.search(text):
        required.discard(Decimal(315))
        allowed |= {Decimal(3), Decimal(15), Decimal(315)}
    for match in MU_PATTERN.finditer(text):  # English may give hectares beside mu
        mu = Decimal(match[1].replace(",", "")) * (10**4 if match[2] else 1)
        hectares = mu / 15
        allowed |= {clean(hectares.quantize(Decimal(1))), clean(hectares.quantize(Decimal("0.1")))}
        allowed.add(clean(Decimal(round(hectares, -1))))
        allowed.add(clean(Decimal(round(hectares, -2))))
    return required, allowed


def numeral_values(written: str) -> set[Decimal]:
    """Return what a Chinese numeral may stand for: as a number, digit by digit, and its sizes alone.

    >>> sorted(map(int, numeral_values("千亿")))
    [1000, 100000000, 100000000000]
    """
    values: set[Decimal] = set()
    normal = written.replace("两", "二").replace("〇", "零")
    number = parse_numeral(normal)
    if number is not None:
        values.add(Decimal(number))
    if all(char in "零一二三四五六七八九" for char in normal):
        values.add(Decimal("".join(str("零一二三四五六七八九".index(char)) for char in normal)))
    if normal in MAGNITUDES:
        values.add(Decimal(MAGNITUDES[normal]))
    values |= {Decimal(MAGNITUDES[char]) for char in normal if char in MAGNITUDES}
    return values | {Decimal("零一二三四五六七八九十".index(char)) for char in normal if char in "一二三四五六七八九十"}


def english_numbers(text: str) -> tuple[set[Decimal], set[Decimal]]:
    """Return the numbers written in digits, and those written in words.

    >>> written, words = english_numbers("RMB 35 billion in two of 1,200 towns by July 2020")
    >>> sorted(map(str, written)), sorted(map(int, words))
    (['1200', '2020', '35000000000'], [2, 7])
    """
    written: set[Decimal] = set()
    for match in ENGLISH_PATTERN.finditer(text):
        size = ENGLISH_SIZES.get((match["size"] or "").lower(), 1)
        written.add(clean(Decimal(match["value"].replace(",", "")) * size))
    words = {WORD_VALUES[word] for word in re.findall("[a-z]+", text.lower()) if word in WORD_VALUES}
    for match in SIZED_PATTERN.finditer(text):
        words.add(WORD_VALUES[match[1].lower()] * (ENGLISH_SIZES | {"hundred": 100})[match[2].lower()])
    words |= {Decimal(MONTHS.index(word) + 1) for word in re.findall("[a-z]+", text.lower()) if word in MONTHS}
    return written, words


def clean(value: Decimal) -> Decimal:
    """Return a number without an exponent and without zeros at its end."""
    return Decimal(format(value.normalize(), "f"))
