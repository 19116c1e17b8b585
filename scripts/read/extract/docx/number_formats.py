"""A number and the name of a format (`w:numFmt`) → the number as Word prints it: 11 → 十一, XI, k, ⑪.

The formats are those of ISO/IEC 29500-1, 17.18.59, that documents of the mainland and of Taiwan use. Past the end of a
format's own signs stands the plain number, as in Word: after ⑳ comes 21, after 癸 comes 11. Word prints 一百〇一 where
people write 一百零一.
"""

from collections.abc import Callable
from typing import NamedTuple

MOST = 99_999
"""The largest number that is written; none of a document's lists is longer."""
LETTERS, MOST_LETTERS = 26, 30
"""The letters of the alphabet, and how many times one may stand in a number, as in Word."""
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Numerals(NamedTuple):
    """A way to write numbers with ten digits and signs for the powers of ten."""

    digits: str
    """From nought to nine."""
    units: str
    """Of ten, a hundred, a thousand, ten thousand."""
    says_one: bool = True
    """Whether 一 stands before a hundred and a thousand: 一百, and not 百."""
    says_nought: bool = True
    """Whether nought stands for a gap: 一百〇一."""
    opens_with_one: bool = False
    """Whether it does before the ten that begins a number: 壹拾, and not 十."""


MAINLAND = Numerals("〇一二三四五六七八九", "十百千万")
TAIWAN = Numerals("零一二三四五六七八九", "十百千萬")
JAPAN = Numerals("〇一二三四五六七八九", "十百千万", says_one=False, says_nought=False)
MAINLAND_LEGAL = Numerals("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", opens_with_one=True)
TAIWAN_LEGAL = Numerals("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", opens_with_one=True)
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
IDEOGRAPHS, ROUND_DIGITS, WIDE = "〇一二三四五六七八九", "○一二三四五六七八九", "０１２３４５６７８９"


def in_letters(number: int) -> str:
    """Return the letter of a number, after z each twice: a … z, aa, bb."""
    times, letter = divmod(number - 1, LETTERS)
    return chr(ord("a") + letter) * (times + 1) if times < MOST_LETTERS else str(number)


def in_roman(number: int) -> str:
    """Return a number in small Roman figures."""
    written = ""
    for size, sign in ROMAN:
        written += sign * (number // size)
        number %= size
    return written


def in_digits(digits: str) -> Callable[[int], str]:
    """Return how a number is written digit by digit: 一〇三."""
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def in_tens(digits: str) -> Callable[[int], str]:
    """Return how a number is written with 十 up to 99, and digit by digit from 100 on: 九十九, 一○○."""
    by_digit, below_hundred = in_digits(digits), in_numerals(MAINLAND)
    return lambda number: below_hundred(number) if number < 100 else by_digit(number)


def in_numerals(numerals: Numerals) -> Callable[[int], str]:
    """Return how a number is written with these numerals."""

    def write(number: int) -> str:
        above, rest = divmod(number, 10_000)
        if not above:
            return write_thousands(rest, numerals)
        gap = numerals.digits[0] if numerals.says_nought and 0 < rest < 1000 else ""
        tail = write_thousands(rest, numerals, is_inside=True) if rest else ""
        return write_thousands(above, numerals) + numerals.units[3] + gap + tail

    return write


def write_thousands(number: int, numerals: Numerals, *, is_inside: bool = False) -> str:
    """Return a number below ten thousand; inside a larger one its ten says 一 too."""
    written, is_gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            is_gap = bool(written)
            continue
        opens = power == 1 and not written and not is_inside and not numerals.opens_with_one
        is_silent = power > 0 and digit == 1 and (opens or not numerals.says_one)
        written += numerals.digits[0] if is_gap and numerals.says_nought else ""
        written += ("" if is_silent else numerals.digits[digit]) + (numerals.units[power - 1] if power else "")
        is_gap = False
    return written or numerals.digits[0]


def from_signs(signs: str) -> Callable[[int], str]:
    """Return how a number is written by a row of signs, and past its end in plain figures."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def run_of(first: str, count: int) -> str:
    """Return so many characters from this one on, in the order of Unicode."""
    return "".join(chr(ord(first) + place) for place in range(count))


def with_ending(number: int) -> str:
    """Return an English ordinal: 1st, 12th, 23rd."""
    tens, ones = divmod(number % 100, 10)
    ending = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
    return f"{number}{ending}"


def in_cycle(number: int) -> str:
    """Return the name of a year in the cycle of sixty: 甲子."""
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12] if number <= 60 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": in_digits(WIDE),
    "decimalFullWidth2": in_digits(WIDE),
    "decimalEnclosedCircle": from_signs(run_of("①", 20)),
    "decimalEnclosedCircleChinese": from_signs(run_of("①", 10)),
    "decimalEnclosedFullstop": from_signs(run_of("⒈", 20)),
    "decimalEnclosedParen": from_signs(run_of("⑴", 20)),
    "upperLetter": lambda number: in_letters(number).upper(),
    "lowerLetter": in_letters,
    "upperRoman": lambda number: in_roman(number).upper(),
    "lowerRoman": in_roman,
    "chineseCounting": in_tens(ROUND_DIGITS),
    "chineseCountingThousand": in_numerals(MAINLAND),
    "chineseLegalSimplified": in_numerals(MAINLAND_LEGAL),
    "ideographDigital": in_digits(IDEOGRAPHS),
    "japaneseCounting": in_numerals(JAPAN),
    "japaneseDigitalTenThousand": in_digits(IDEOGRAPHS),
    "taiwaneseCounting": in_tens(ROUND_DIGITS),
    "taiwaneseCountingThousand": in_numerals(TAIWAN),
    "taiwaneseDigital": in_digits(ROUND_DIGITS),
    "ideographTraditional": from_signs(STEMS),
    "ideographZodiac": from_signs(BRANCHES),
    "ideographZodiacTraditional": in_cycle,
    "ideographLegalTraditional": in_numerals(TAIWAN_LEGAL),
    "ideographEnclosedCircle": from_signs(run_of("㊀", 10)),
    "numberInDash": "- {} -".format,
    "ordinal": with_ending,
    "hex": "{:X}".format,
}

DIGITAL = frozenset(
    {"decimalZero", "decimalFullWidth", "decimalFullWidth2", "numberInDash", "ideographDigital", "taiwaneseDigital"}
)
"""Those that have a sign of their own for nought."""


def write_number(number: int, numbering_format: str) -> str | None:
    """Return a number as a format prints it; None where the format, or so large a number in it, is not known.

    >>> write_number(101, "chineseCountingThousand"), write_number(101, "chineseCounting"), write_number(1, "aiueo")
    ('一百〇一', '一○一', None)
    """
    write = FORMATS.get(numbering_format)
    if write is None or not 0 <= number <= MOST:
        return None
    return write(number) if number or numbering_format in DIGITAL else "0"
