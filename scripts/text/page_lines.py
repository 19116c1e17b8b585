"""A line → what it is of a web page: a row of its buttons, a line that only a page has, one that may be a page's.

The tables name what sites of offices print around a document. A line is a page's own where nothing of a document looks
like it; what a document may have too (a date, a body's name) is told by what stands around it, in the modules beside.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from scripts.text.lines import TextLines
from scripts.text.page_words import BUTTONS, WORDS

LONGEST_FIRST = sorted((*BUTTONS, *WORDS), key=len, reverse=True)
# 【返回顶部】【关闭窗口】, 网站地图 | 联系我们, 大 中 小; nothing is tried twice
WIDGET_PATTERN = re.compile(rf"(?>(?:{'|'.join(map(re.escape, LONGEST_FIRST))}|[\W_])++)")
BAR_PATTERN = re.compile(r"[ \u00a0\u3000]*[|｜丨][ \u00a0\u3000]*")
FEWEST_ENTRIES, FEWEST_LETTERS = 3, 4
BUTTON_PATTERN = re.compile("|".join(map(re.escape, BUTTONS)))

CLOCK = r"\d{1,2}[:：]\d\d(?::\d\d)?"
DAY = rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:[ \u00a0\t]*{CLOCK})?"
BARE_PATTERN = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|https?://\S+")
TIME = rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}[ \u00a0\t]*{CLOCK}"
SOURCE = "(?:文章|信息|稿件|新闻|内容)?(?:来源|出处)"
COUNTER = "(?:浏览|点击|阅读|访问)(?:次数|量|数|人次)"
READING = "^【(?:文字|图文|图片|图解|视频|音频|动漫|一图|专家|媒体|部门|政策)?(?:解读|读懂)】"
CRUMB, STEP = r"[^\s>»›＞。，]{1,24}", r"[ \u00a0]*[>»›＞][ \u00a0]*"
SITE_WAY = r"^\S*网[ \u00a0]*>|[^ \u00a0]网[ \u00a0]*>|^首页[ \u00a0]*[>»›＞]"
# What stands above a document on a page, each with an example; none may match a sentence of a policy.
HEAD_PATTERN = re.compile(
    rf"^[【\[（(]?{SOURCE}[】\]）)]?[:：]|(?:文章|信息|稿件)来源[:：]"  # 来源:      …信息来源：某局
    rf"|{COUNTER}[ \u00a0]*[:：]"  # 浏览量:          时间:2021-03-20 11:44:54
    rf"|^[【\[（(]?(?:发布|更新|发表|发稿|录入|上传)(?:时间|日期)[】\]）)]?[:：]"  # 发布日期：2020-01-02
    rf"|^(?:时间|日期)[:：][ \u00a0]*(?:{DAY}.*)?$"  # 时间:2018-09-10 16:50; not 时间：5月1日
    rf"|^{DAY}[ \u00a0\t]*(?:$|{SOURCE}|{COUNTER}|[|｜])|^{TIME}[ \u00a0\t]+\S{{2,20}}$"  # 2018-09-10 16:50 某报
    rf"|^\d{{4}}年\d{{1,2}}月\d{{1,2}}日[ \u00a0]*\d{{1,2}}[:：时]\d\d"  # 2026年2月10日 07时41分
    r"|^[【\[（(]?(?:浏览|打印)?字[体号](?:大小)?[ \u00a0]*[:：]"  # 字体:【    】 打印
    r"|^(?:政策|图文|相关)?解读[:：]|^一图读懂[:：]|^点击查看"  # 政策解读:图解版>>>
    rf"|^(?:作者|供稿|摄影|编辑)[:：]|^视力保护色|{READING}"
    rf"|{SITE_WAY}|^首页[ \u00a0]*[:：]|位置(?:是)?[ \u00a0]*[:：][ \u00a0]*(?:首页|$|{CRUMB}{STEP})"  # 水母网> 专题
    rf"|^{CRUMB}(?:{STEP}{CRUMB}){{2,}}{STEP}?$"
    r"|^【?法宝引证码】?|^(?:本文|原文|文章)(?:链接|网址|地址)[ \u00a0]*[:：]?|^https?://\S+$"  # 原文链接：https://…
    r"|^搜索热词|^热搜词|^热门搜索|网站支持IPV6"
    r"|^点击(?:上方)?蓝字|^收录于|^发表于\S{2,4}$|^(?:格式|页数|上传者|上传人)[:：]"  # an account's page, a library's
)
CRUMBS_PATTERN = re.compile(
    rf"(?:当前|所在|现在|您的|你的)的?位置(?:是)?[ \u00a0]*[:：]|{SITE_WAY}|^{CRUMB}(?:{STEP}{CRUMB}){{2,}}{STEP}?$"
)
"""The way to the page: what stands above it is its menu."""
# What stands below a document on a page: with the first such line the page goes on.
FOOT_PATTERN = re.compile(
    rf"^[【\[（(]?责任编辑[】\]）)]?(?:[:：]|$)"
    rf"|^{COUNTER}[ \u00a0]*[:：][ \u00a0-]*\d{{0,9}}[ \u00a0]*次?[ \u00a0]*(?:分享)?$"
    r"|^版权声明|^网友评论|^本文(?:链接|网址|关键词)|^(?:上|下)一篇"
    r"|^[】》·• ]*(?:相关|关联|延伸)(?:报道|稿件|文档|链接|阅读|新闻|信息|文章|附件|解读|文件|政策|推荐)[:： ]*$"
    rf"|^(?:附件|文件|文档|全文)下载[:： ]*$|^(?:最新|网友|我要)评论|{READING}"
    r"|^(?:长按|识别|扫描)[^。]{0,12}二维码|^阅读原文|^预览时标签|点个“?在看"
    r"|^(?:热点|推荐|最新|热门)(?:新闻|阅读|文章|推荐|资讯)[:： ]*$|^扫描二维码"
    r"|^.{0,6}扫一扫.{0,12}$|^分享到|^打印本页|点击图片进入"
    r"|^您是第|位访客|^(?:首页)?访问量[:：]|^(?:政策解读|一图读懂|图解)[:：][ \u00a0]*https?:"
)
# Whose page it is, with its permits: whatever else the line has, and however long it is
OWNER_PATTERN = re.compile(
    r"版权所有|保留所有权利|All Rights Reserved|^Copyright|©|ICP备|公网安备|网站标识码|公安部?备案号[:：]"
    r"|(?:信息服务|电信|视听|出版|广告经营)[^，。]{0,8}许可证[:：号][ \u00a0]*\S",
    re.IGNORECASE,
)
EDITOR_PATTERN = re.compile(r"^[（(\[]?(?:[编责][ \u3000]*[辑编]|校对)[ \u3000]*[:：]")
# What may belong to either, a document or its page: the page's where it stands right above such a line
BESIDE_PATTERN = re.compile(
    r"^[（(\[]?(?:[编责][ \u3000]*[辑编]|校对|记者|作者|录入|发布人)[ \u3000]*[:：]|微信公众号$"
    r"|^[·•▪◆>].{6,60}[ \u00a0\t\[（(]*\d{4}-\d\d-\d\d[\]）)]?$"  # ·某市关于水库的通知 2020-01-02
)
# The same right above those that say whose page it is; the first row has what such lines begin with
HOST_PATTERN = re.compile(r"^(?:主办|承办|协办|主管|建设|运维|技术支持|运行维护)(?:单位)?[ \u00a0]*[:：]")
ADDRESS_PATTERN = re.compile(r"^(?:单位|联系|办公)?地址[:：]|^(?:联系|值班)?电话[:：]|^(?:邮政编码|邮编)[:：]")
# 凡本网注明…，转载请注明来源。
NOTICE_PATTERN = re.compile(
    r"^(?:版权|免责|特别|郑重)?声明[:：]|^(?:\d[、.．][ \u3000]?)?(?:凡|本网|本站|如有|建议使用|您|互联网|违法和不良)"
    r"[^。]{0,80}(?:本网|本站|网站|转载|浏览器|分辨率|举报|侵权|版权)"
)
# Before any other look at a line: no line of a page's foot is without one of these words
HINT_PATTERN = re.compile(
    "|".join(map(re.escape, BUTTONS)) + "|责任编辑|二维码|阅读原文|预览时|在看|下载|关联|延伸"
    "|浏览|点击|阅读|访问|版权|评论|本文|一篇|相关|热点|推荐|最新|热门|扫一扫|您是第|访客|解读|读懂|图解"
    "|所有权利|[Rr][Ii][Gg][Hh][Tt]|©|备案|ICP备|公网安备|网站标识码|许可证",
)
# Between two lines of a document these alone go, for nothing of a document is like them
INNER_PATTERN = re.compile("扫一扫|返回顶部|回到顶部|关闭窗口|关闭本页|打印本页|分享到")
PAGE_LENGTH, OWNER_LENGTH = 80, 300
"""No line of a page is longer; and none that says whose page it is."""
SENTENCE_LENGTH = 40
"""A line at least so long that holds a full stop is the document's."""
# 一、 （一） 第一条 第二章 1.  专栏1
NUMBERED_PATTERN = re.compile(
    r"[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百]+[)）]|专栏\d"
    r"|第[ \u3000]?[一二三四五六七八九十百千零〇\d]+[ \u3000]?[编章节条條]|\d{1,3}[.．、][^\d\s]"
)


def is_widget(line: str) -> bool:
    """Whether a line has nothing but the words of buttons and menus, and signs; or is a row of entries, most such."""
    if len(line) > PAGE_LENGTH:
        return False
    if WIDGET_PATTERN.fullmatch(line):
        return True
    entries = [entry for entry in BAR_PATTERN.split(line) if entry]
    return len(entries) >= FEWEST_ENTRIES and 2 * sum(map(is_button, entries)) >= len(entries)


def is_button(line: str) -> bool:
    """Whether it has one that no document has in a line of its own."""
    return is_widget(line) and BUTTON_PATTERN.search(line) is not None


def is_head_line(line: str) -> bool:
    """Whether only a page has such a line above its document."""
    return is_button(line) or (len(line) <= PAGE_LENGTH and "。" not in line and bool(HEAD_PATTERN.search(line)))


def is_bare(line: str) -> bool:
    """Whether a line is a date in figures or an address alone, as a page prints it, and as a document may."""
    return BARE_PATTERN.fullmatch(line) is not None


def is_owner(line: str) -> bool:
    """Whether a line says whose page it is."""
    return len(line) <= OWNER_LENGTH and OWNER_PATTERN.search(line) is not None


def is_short_button(line: str) -> bool:
    """Whether a line is one short button, as a cell of a document's table might be."""
    return len(line) < FEWEST_LETTERS and line in BUTTONS


def is_foot_line(line: str) -> bool:
    """Whether only a page has such a line below its document."""
    if len(line) <= PAGE_LENGTH and "。" not in line and (FOOT_PATTERN.search(line) or is_button(line)):
        return True
    return is_owner(line)


def is_body(line: str) -> bool:
    """Whether the document has begun at the latest with this line, and has not ended before it.

    A line that begins with a dash may be the second of its title: ——在某会议上.
    """
    return NUMBERED_PATTERN.match(line) is not None or (len(line) >= SENTENCE_LENGTH and "。" in line)


def find_left(lines: TextLines) -> Iterator[int]:
    """Yield the indices of the lines of a text that look like a page's and like nothing of a document's."""
    start = 0
    while match := HINT_PATTERN.search(lines.text, start):
        index = bisect_right(lines.starts, match.start()) - 1
        line = lines[index]
        if is_foot_line(line) and "。" not in line and not is_short_button(line) and not NUMBERED_PATTERN.match(line):
            yield index
        start = lines.starts[index + 1]
