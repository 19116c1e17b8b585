"""Lines that begin with what looks like a number of a heading, for those that no rule took for one."""

import re

from scripts.model.list_kinds import REFERRING

HAN = "[一二三四五六七八九十百千零〇]+"
# 第三章, 第三条; 三、; （三）, （3）, 3）; 3., 3、; 3.1 检查; ③ ㈢ ⑶ ⒊ Ⅲ; C. Not: 第三条规定的, 3.5万亩, 98%, 2018年
LOOKS_PATTERN = re.compile(
    rf"第\s?(?:{HAN}|[0-9]+)\s?(?:[编編篇章节節条條]|部分)(?=\s|$)"
    rf"|{HAN}[、.．](?![一二三四五六七八九十]+[、级类])"
    rf"|[（(]\s?(?:{HAN}|[0-9]{{1,2}}|[A-Za-z])\s?[）)](?!{REFERRING}|项)"
    r"|1[0-9]{2}[.．、](?=[\u4e00-\u9fff“《])"
    r"|[1-9１-９][0-9０-９]?[.．﹒。)）、](?!\s*(?!(?:19|20)[0-9]{2}年)[0-9])"
    r"|[1-9][0-9]?(?:[.．][1-9][0-9]?){1,4}[ \t\u3000]+(?=[\u4e00-\u9fff])"
    r"|[①-⑳❶-❿㈠-㈩⑴-⒛Ⅰ-Ⅻ]|[A-Z][.．、](?=[\u4e00-\u9fff])|专栏\s?[0-9]"
)


def looks_labelled(text: str, start: int, end: int) -> bool:
    """Whether the line at this span begins with what looks like a number of a heading."""
    return LOOKS_PATTERN.match(text, start, end) is not None
