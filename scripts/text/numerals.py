"""Chinese numerals and integers, each other's inverse from 0 to 9,999 (一 ↔ 1, 二十三 ↔ 23, 一百零五 ↔ 105)."""

from functools import lru_cache

DIGITS = "零一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000}
MAGNITUDES = {
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
"""What follows a number in digits and multiplies it: 1.86万, 350亿."""


@lru_cache(maxsize=1 << 12)
def parse_numeral(text: str) -> int | None:
    """Return the number that a Chinese numeral below 10,000 writes, or None where it is not well formed.

    >>> parse_numeral("十二"), parse_numeral("一百零五"), parse_numeral("二二")
    (12, 105, None)
    """
    total, digit = 0, 0
    for char in text.replace("〇", "零"):
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        elif char in DIGITS:
            digit = DIGITS.index(char)
        else:
            return None
    total += digit
    canonical = format_numeral(total) if total < 10_000 else None
    return total if canonical == text.replace("〇", "零") else None


def format_numeral(number: int) -> str:
    """Return the Chinese numeral of a number from 0 to 9,999.

    >>> format_numeral(10), format_numeral(21), format_numeral(1005)
    ('十', '二十一', '一千零五')
    """
    if not 0 <= number < 10_000:
        raise ValueError(f"no numeral for {number}: 0 to 9,999 are written")
    written, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + unit
            gap = False
        else:
            gap = bool(written)
    if written.startswith("一十"):
        written = written[1:]
    return written or DIGITS[0]
