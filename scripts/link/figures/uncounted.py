"""Numbers that count nothing, told by what stands close around them: dates, addresses, formulae, pages, names of files.

What is looked at on either side has a fixed length, so that a long line costs no more for each number.
"""

import re

BEFORE, AFTER, ADDRESS = 12, 40, 300
"""So many characters before a number, behind it, and of a web address before it are looked at."""
# ×100%, 40*4, =160, ........26, 9:, 07时, 东经, 半径, （共, GB
BEFORE_PATTERN = re.compile(
    r"(?:[×÷*＊=＝√≈^]|[.·．…]{3,}|…{2}|\d[:：时点]|[东西]经|[南北]纬|[半直]径|（共|GB|GB/T|ISO|IEC|[A-Z]{2}/T)\s*$"
)
# -04-29, :22, ×, 毫米×, =, °, .doc, 3.0版, 4代
AFTER_PATTERN = re.compile(
    r"(?:[毫厘千]?米)?\s*[×÷*＊=＝^]|/\d|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|[:：]\d\d(?!\d)|[°′″º]|版(?!面|权)|代(?!表|理)|号线|[-－]\d{7,8}"
    r"|[^，。；：！？\s]{0,32}\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|wps|et|ofd|jpe?g|png|html?|aspx?|jsp|php)(?![a-z])"
)
ADDRESS_SIGNS = ("://", "www.", "@")
"""What every web address, or one for mail, has before its letters, digits and signs."""
BARE_YEAR_PATTERN = re.compile(r"(?:19|20)\d\d")
# 24小时开放, 15分钟社区生活圈: names of services, whatever is counted
NAMED_TIME_PATTERN = re.compile("(?:24|二十四)小时(?![以之]?[内前])|[0-9]{1,2}(?:分钟|公里)[^，。；、0-9]{0,8}圈")
LONGEST_BARE = 6
"""A number without a unit that has more digits is one to dial, or that of a certificate or an account."""


def counts_nothing(text: str, match: re.Match[str], span: tuple[int, int], *, is_bare: bool) -> bool:
    """Whether a number is part of something else.

    `span` is that of the clause; a bare number has neither a unit nor 万.
    """
    start, end = match.span()
    before = text[max(span[0], start - BEFORE) : start]
    if BEFORE_PATTERN.search(before) or AFTER_PATTERN.match(text, end, min(span[1], end + AFTER)):
        return True
    if NAMED_TIME_PATTERN.match(text, start, min(span[1], end + AFTER)):
        return True
    if is_bare and (BARE_YEAR_PATTERN.fullmatch(match["low"]) or len(match["low"]) > LONGEST_BARE):
        return True
    return before[-1:].isascii() and is_in_address(text[max(span[0], start - ADDRESS) : start])


def is_in_address(before: str) -> bool:
    """Whether letters and signs without a blank before a number begin a web address, or one for mail.

    >>> is_in_address("见https://example.org/a%"), is_in_address("占比+")
    (True, False)
    """
    place = max(map(before.rfind, ADDRESS_SIGNS))
    words = before[place:] if place >= 0 else ""
    return bool(words) and words.isascii() and not any(map(str.isspace, words))
