"""The numbers that offices print at the beginning of a line, by kind; written without a look at the rules that read them."""

import re

HAN = "〇零一二三四五六七八九十百千两"
BLANK = r"[ \t\u00a0\u3000]"
MARKS = re.compile(rf"(?:{BLANK}|[#>*|])+")
"""What stands before a line's words in copies: indents, and the signs of Markdown and of tables."""


def ordinal(unit: str) -> str:
    """Return the pattern of 第三章, 第 3 条, 第三条之一, not of 第三章的 in a sentence."""
    return rf"第{BLANK}*(?:[{HAN}]+|\d+){BLANK}*{unit}(?:之[{HAN}]+)?(?={BLANK}|[\u4e00-\u9fff【（(：:]|$)(?![的规所之至和、])"


FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("第…编", ordinal("[编編篇]")),
        ("第…章", ordinal("章")),
        ("第…节", ordinal("[节節]")),
        ("第…条", ordinal("[条條]")),
        ("一、", rf"[{HAN}]+、(?![{HAN}]+[、级類类])"),
        ("（一）", rf"[（(]{BLANK}*[{HAN}]+{BLANK}*[）)]"),
        ("㈠", "[㈠-㈩]"),
        (
            "1.1",
            r"\d{1,2}(?:[.．]\d{1,2}){1,4}[.．]?(?:[ \t\u00a0\u3000]|(?=[\u4e00-\u9fff])(?![万亿个元倍年月%％吨米公千百多余左至]))",
        ),
        ("1.", r"\d{1,2}[.．﹒](?![0-9０-９])"),
        ("1、", r"\d{1,2}、(?!\d)"),
        ("（1）", rf"[（(]{BLANK}*\d{{1,2}}{BLANK}*[）)]"),
        ("1）", r"\d{1,2}[）)]"),
        ("①", "[①-⑳]"),
        ("A.", r"[A-Z][.．、](?![A-Za-z])"),
        ("——", rf"(?:——|--|﹣﹣|—(?!—))(?!{BLANK}*[{HAN}\d]{{4}}年)"),  # ——2031年1月5日在某会议上 is a subtitle
        ("专栏", rf"专栏{BLANK}*(?:\d+|[{HAN}]+)"),
        ("附件", rf"附{BLANK}*件{BLANK}*(?:\d+|[{HAN}]+)?{BLANK}*[：:]?{BLANK}*$"),
    )
)
"""The first that matches names the line."""


def find_form(line: str) -> str | None:
    """Return the name of the number with which a line begins, or None.

    >>> find_form("　　第三条　为了"), find_form("第三条规定的"), find_form("1.5万元")
    ('第…条', None, None)
    """
    start = match.end() if (match := MARKS.match(line)) else 0
    return next((name for name, pattern in FORMS if pattern.match(line, start)), None)
