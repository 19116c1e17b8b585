"""The lines that print the title of a document, where it has several lines too; and what kind of document it names.

A line that ends with the name of such a document (通知, 条例, 规划（2021—2025年）) ends a title. What stands above it
belongs to the title where it begins what the line continues: 某省关于加快水库建设和 / 灌区改造的指导意见; what
follows it, where it needs that: 关于印发《…办法》 / 的通知. What is uncertain is left out.
"""

import re

from scripts.model.vocabulary import BlockKind
from scripts.read.structure.bodies import is_body
from scripts.read.structure.head import name_block
from scripts.read.structure.printed import Printed

Span = tuple[int, int]
"""Of lines: the first, and the one after the last."""

PLANS = (
    *("规划", "意见", "方案", "办法", "计划", "纲要", "决定", "细则", "规定", "条例", "准则", "规则", "章程", "预案"),
    *("标准", "制度", "规范", "规程", "通则", "指南", "指引", "守则", "公约", "清单", "名单", "目录", "要点", "措施"),
    *("行动", "政策", "框架", "法典", "法", "修正案", "解释", "规例", "附例"),
)
"""What is issued by a notice, or stands for itself."""
LETTERS = (
    *(
        "通知",
        "报告",
        "批复",
        "通报",
        "公告",
        "通告",
        "令",
        "议案",
        "公报",
        "决议",
        "纪要",
        "请示",
        "答复",
        "函",
        "解释",
    ),
    *(
        "修正案",
        "建议",
        "倡议书",
        "宣言",
        "声明",
        "协议",
        "总则",
        "分则",
        "编",
        "建议书",
        "白皮书",
        "表",
        "说明",
        "安排",
    ),
    *("解答",),
)
VAGUE = ("措施", "要点", "行动", "政策", "标准", "目录", "清单", "意见", "制度", "计划", "规划", "法")
"""With which headings end too: a title of theirs has at least `SHORTEST_VAGUE` characters."""
SHORTEST_VAGUE = 9
KINDS_OF_DOCUMENTS = tuple(sorted((*PLANS, *LETTERS), key=len, reverse=True))
# （试行）, （2021—2025年）, （一）, (修订草案征求意见稿)
BRACKETED = r"(?:[（(〔\[][^（()）\n]{1,30}[)）〕\]])*"
TITLE_END_PATTERN = re.compile(rf"(?P<kind>{'|'.join(KINDS_OF_DOCUMENTS)})[》”]?{BRACKETED}$")
PIECE_LENGTH, TITLE_LENGTH, MOST_LINES = 60, 160, 5
HEAD_LINES = 300
"""No document has so many lines above its title, the page's among them."""
FIRST_LENGTH, LONE_LENGTH = 3, 6
"""A line that ends a title has at least so many characters: where it stands first, and elsewhere."""
# 中华人民共和国国务院令, 某省人民政府令第12号, 某部公告: what stands above the number of an order
ORDER_PATTERN = re.compile(
    r"(?P<body>(?!关于)(?:(?!关于)[\u4e00-\u9fff]){1,29}(?!的)[\u4e00-\u9fff])(?:令|公告)\s*"
    r"(?P<number>(?:[（(]?(?:\d{4}年)?第\s*[\d一二三四五六七八九十百零〇]{1,6}\s*号[)）]?)?)"
)
# a sentence, a label with a colon, a web address, a row of dots, 2020年4月24日某市人民代表大会常务委员会…通过
NO_TITLE_PATTERN = re.compile(
    r"^[（(]?\d{4}年\d{1,2}月\d{1,2}日(?!起).*(?:通过|批准|公布|发布|修正|修订|修改|施行)[）)]?$"
    r"|[。；：:;！!？?|│<>＞…=]|\.\.|https?|[.．]\s*$|^[\d\s.,%（(]+$|^(?:第[一二三四五六七八九十百\d]+[章节条编部篇]|目\s*录)"
)
# …的指导意见, 关于…若干措施
COMPLETE_PATTERN = re.compile(
    rf"(?:的[^的\n]{{0,10}}?|若干[^的\n]{{0,6}}?)(?:{'|'.join(KINDS_OF_DOCUMENTS)})[》”]?{BRACKETED}$"
)
# what cannot begin a title, and so continues the line above
CONTINUING_PATTERN = re.compile(r"^(?:的|和|及|与|等|或|、|》|”|[（(〔])")
ABOUT, COLONS = "关于", ("：", ":")
BODILESS_PATTERN = re.compile(f"{ABOUT}|印发|转发|批转")
OPENING_PATTERN = re.compile(r"关于(?!我们|本站|本网|网站).|印发|转发|批转")


def is_piece(words: str) -> bool:
    """Whether a line can be one of a title's: short, or long and complete; no sentence, no label."""
    is_whole = len(words) <= TITLE_LENGTH and ABOUT in words and COMPLETE_PATTERN.search(words)
    return (
        (0 < len(words) <= PIECE_LENGTH or bool(is_whole))
        and not NO_TITLE_PATTERN.search(words)
        and not ORDER_PATTERN.fullmatch(words)
    )


def kind_of_document(title: str) -> str | None:
    """Return what a document is by the end of its title; None where that says nothing.

    >>> kind_of_document("某市水库管理办法（试行）"), kind_of_document("某市关于水库的实施意见")
    ('办法', '意见')
    """
    match = TITLE_END_PATTERN.search(title)
    return match["kind"] if match else None


def find_title(printed: Printed, first: int, after: int) -> Span | None:
    """Return the lines of the title that comes before a label and a sentence; None where there is none.

    Of several, the first that says of itself what it is about, a notice's before that of what it issues.
    """
    found: Span | None = None
    index, after = first, min(after, first + HEAD_LINES)
    while index < after and not printed.is_labelled(index) and not printed.is_sentence(index):
        own = printed[index]
        if own.endswith(COLONS) and name_block(own) is BlockKind.SALUTATION:
            break
        span = title_at(printed, first if found is None else found[1], index, after)
        if span and COMPLETE_PATTERN.search(join(printed, span)) and ABOUT in join(printed, span):
            return span
        found = found or span
        index = span[1] if span else index + 1
    return found


def title_at(printed: Printed, first: int, index: int, after: int) -> Span | None:
    """Return the lines of the title that ends on this line or goes on below it; None where none does."""
    if not is_piece(printed[index]) or not ends_title(printed[index]):
        return None
    start = above(printed, first, index)
    span = start, below(printed, start, index + 1, after)
    return span if len(join(printed, span)) >= (FIRST_LENGTH if start == first else LONE_LENGTH) else None


def title_from(printed: Printed, first: int) -> Span | None:
    """Return the lines of the title that begins on this line, where one must stand: below a foot, below a line 附件."""
    after = min(first + MOST_LINES, len(printed))
    for index in range(first, after):
        words = printed[index]
        if printed.is_labelled(index) or not is_piece(words) or len(words) < FIRST_LENGTH:
            return None
        if ends_title(words):
            stop = below(printed, first, index + 1, min(index + MOST_LINES, len(printed)))
            return (first, stop) if len(join(printed, (first, stop))) <= TITLE_LENGTH else None
    return None


def join(printed: Printed, span: Span) -> str:
    """Return the words of a title on one line."""
    return "".join(map(printed.__getitem__, range(*span)))


def is_attached(printed: Printed, span: Span) -> bool:
    """Whether these lines are the title of what a notice issues, and not a heading that ends with the same word."""
    words = join(printed, span)
    kind = kind_of_document(words)
    shortest = SHORTEST_VAGUE if kind in VAGUE else LONE_LENGTH
    is_about = ABOUT in words and COMPLETE_PATTERN.search(words) is not None
    return is_about or (kind in PLANS and len(words) >= shortest and "，" not in words)


def ends_title(words: str) -> bool:
    """Whether a title can end here, all its brackets closed."""
    return TITLE_END_PATTERN.search(words) is not None


def above(printed: Printed, first: int, index: int) -> int:
    """Return the first line of a title that ends on the line at this index or further below."""
    start = opening(printed, first, index)
    if BODILESS_PATTERN.match(join(printed, (start, index + 1))):
        while start > first and index - start < MOST_LINES + 2 and is_body(printed[start - 1]):
            start -= 1
    return start


def opening(printed: Printed, first: int, index: int) -> int:
    """Return the line on which a title says what it is about; without one, that on which it begins."""
    if OPENING_PATTERN.search(printed[index]) and not CONTINUING_PATTERN.match(printed[index]):
        return index
    length = len(printed[index])
    for upper in range(index - 1, max(first, index - MOST_LINES) - 1, -1):
        words = printed[upper]
        length += len(words)
        if not is_piece(words) or length > TITLE_LENGTH or COMPLETE_PATTERN.search(words):
            break
        if OPENING_PATTERN.search(words):
            return upper
    upper = index - 1
    is_begun = upper == first and not is_body(printed[upper]) and not ends_title(printed[upper])
    return upper if is_begun and is_piece(printed[upper]) and len(printed[upper]) >= LONE_LENGTH else index


def below(printed: Printed, start: int, stop: int, after: int) -> int:
    """Return the line behind a title of which the lines from `start` to `stop` are known."""
    whole = join(printed, (start, stop))
    while stop < min(after, start + MOST_LINES + 2):
        piece = printed[stop]
        if not is_piece(piece) or len(whole + piece) > TITLE_LENGTH or not goes_on(whole, piece):
            break
        whole, stop = whole + piece, stop + 1
    return stop


def goes_on(whole: str, piece: str) -> bool:
    """Whether a title needs the line that follows it."""
    if re.fullmatch(BRACKETED, piece):
        return re.search(r"[试暂修订稿]|\d{4}\D+\d{4}|^[（(][一二三四五六七八九十]+[)）]$", piece) is not None
    if piece.startswith("的") or whole.count("《") > whole.count("》"):
        return True
    is_open = OPENING_PATTERN.search(whole) is not None and not COMPLETE_PATTERN.search(whole)
    return is_open and ABOUT not in piece and COMPLETE_PATTERN.search(piece) is not None
