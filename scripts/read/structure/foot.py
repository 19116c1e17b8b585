"""The foot of a document: who signs, when, to whom it goes, and where its lines begin.

某市人民政府
2020年1月2日
（此件公开发布）
抄送：市委各部门。
"""

import re
from collections.abc import Sequence

from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.bodies import is_body
from scripts.read.structure.printed import Printed

DIGIT = "[0-9０-９〇○Ｏ零一二三四五六七八九]"
SMALL = r"[0-9０-９一二三四五六七八九十]{1,3}"
# 2020年1月2日, 二〇〇四年十一月四日, 2026年 4月 20日, 中华民国109年1月2日
DAY = rf"(?:(?:中华民国|公元)?\s?{DIGIT}{{2,4}}\s?年\s?{SMALL}\s?月(?:\s?{SMALL}\s?日)?)"
DAY_PATTERN = re.compile(rf"[（(]?{DAY}[)）]?")
# 某市人民政府 2020年1月2日
SIGNED_DAY_PATTERN = re.compile(rf"(?P<body>\S.{{1,60}}?)\s*{DAY}")
# （此件公开发布）, 公开方式：主动公开, （联系人：…）
NOTE_PATTERN = re.compile(
    r"[（(](?:此件|本文|此文|公开|主动公开|依申请公开|不予公开|联系|发至|附件|本件|信息公开)[^（()）]{0,60}[)）]"
    r"|(?:信息)?公开(?:方式|属性|选项|类别|形式|范围)[：:].{0,30}|(?:联系人|联系电话|联系方式|联系单位)[：:].{0,60}"
)
# 抄送：…, 某市人民政府办公室 2020年1月2日印发, 主题词：…
DISTRIBUTION_PATTERN = re.compile(
    rf"(?:抄\s*[送报]|主\s*送|分\s*送|发\s*送|主\s*题\s*词|校\s*对|打\s*[印字]|印\s*发\s*机\s*关)\s*[：:].*|.{{0,50}}{DAY}\s*印\s*发?"
    r"|[（(]?共\s*印\s*\d+\s*份[)）]?"
)
# 总理　李克强, 市长 某某
PERSON_PATTERN = re.compile(
    r"(?:代\s*)?(?:总\s*理|主\s*席|省\s*长|市\s*长|区\s*长|县\s*长|州\s*长|部\s*长|主\s*任|局\s*长|署\s*长|行\s*长|院\s*长|会\s*长|委员长)"
    r"[\s：:]{1,4}[\u4e00-\u9fff·]{1,4}\s?[\u4e00-\u9fff·]{0,8}|[\u4e00-\u9fff]{2,12}(?:主席|省长|市长|部长|主任|局长|州长)\s{1,4}[\u4e00-\u9fff·]{2,8}"
)
FOOT_LENGTH, MOST_SIGNERS, MOST_LINES, PAGE_LINES, BULLET_LENGTH = 80, 60, 12, 200, 12
"""A signer's line is no longer; so many bodies sign; so many lines of another form may stand behind a foot, and behind
one that is signed and dated; an item of a page's list is no longer."""
# 序号, 12, 98.5%, √
CELL_PATTERN = re.compile(r"序号|备注|合计|[-+]?[\d.,]+[%％]?|√|—+")
SIGNER_PATTERN = re.compile(r"[^，。；：！？:;|\d]{2,30}")
DAY_ENDS = tuple("日月)）")
SENTENCE_ENDS = tuple("。；：）)！”")


def name_foot(words: str) -> BlockKind | None:
    """Return what a line of a foot is; None where it is none by itself."""
    if len(words) > FOOT_LENGTH and not DISTRIBUTION_PATTERN.fullmatch(words):
        return None
    if DAY_PATTERN.fullmatch(words):
        return BlockKind.DATE
    if NOTE_PATTERN.fullmatch(words) or DISTRIBUTION_PATTERN.fullmatch(words):
        return BlockKind.PARAGRAPH
    signed = SIGNED_DAY_PATTERN.fullmatch(words)
    is_signature = (signed and is_body(signed["body"])) or PERSON_PATTERN.fullmatch(words) or is_body(words)
    return BlockKind.SIGNATURE if is_signature else None


def name_feet(lines: Sequence[str]) -> Sequence[BlockKind]:
    """Return what each line of a foot is; what stands above a date, or above a body that signs there, signs too."""
    kinds = [name_foot(words) for words in lines]
    is_above = False
    for index in reversed(range(len(lines))):
        if is_above and not kinds[index] and SIGNER_PATTERN.fullmatch(lines[index]):
            kinds[index] = BlockKind.SIGNATURE
        is_above = kinds[index] is BlockKind.DATE or (is_above and kinds[index] is BlockKind.SIGNATURE)
    return [kind or BlockKind.PARAGRAPH for kind in kinds]


def is_day(printed: Printed, index: int) -> bool:
    """Whether a date stands alone on this line, or a signature and its date."""
    words = printed[index]
    if not words.endswith(DAY_ENDS):
        return False
    signed = SIGNED_DAY_PATTERN.fullmatch(words) if len(words) <= FOOT_LENGTH else None
    return DAY_PATTERN.fullmatch(words) is not None or (signed is not None and is_body(signed["body"]))


def find_foot(printed: Printed, first: int, after: int) -> int:
    """Return the first line of the foot with which these lines end; `after` where they end with none."""
    last = last_of_foot(printed, first, after)
    return after if last is None else first_of_foot(printed, first, last)


def last_of_foot(printed: Printed, first: int, after: int) -> int | None:
    """Return the last line that has the form of a foot's; behind it stand few others, no label and no sentence.

    Behind a date that a body signs there may be more: what the page lists below the document.
    """
    for index in range(after - 1, max(first, after - PAGE_LINES - 1), -1):
        if after - index <= MOST_LINES and not printed.lines[index].is_settled:
            if ends_foot(printed, index, index == after - 1):
                return index
        elif is_day(printed, index) and is_body(printed[index - 1]):
            return index
        if not can_follow(printed, index):
            return None
    return None


def ends_foot(printed: Printed, index: int, is_last: bool) -> bool:
    """Whether a line can be the last of a foot: a body alone only where nothing follows, below a sentence's end."""
    kind = name_foot(printed[index])
    if kind is BlockKind.SIGNATURE:
        return is_last and printed[index - 1].endswith(SENTENCE_ENDS)
    return kind is not None


def can_follow(printed: Printed, index: int) -> bool:
    """Whether a line may stand behind a foot: no sentence, no label but a bullet of a page's list, no table's cell."""
    words = printed[index]
    is_bullet = printed.lines[index].kind is SectionKind.DASH and len(words) <= BULLET_LENGTH
    return (
        (is_bullet or not printed.is_labelled(index)) and not words.endswith("。") and not CELL_PATTERN.fullmatch(words)
    )


def first_of_foot(printed: Printed, first: int, last: int) -> int:
    """Return the first line of the foot that has this line, whichever it is."""
    start = last
    for index in range(last - 1, max(first, last - MOST_SIGNERS), -1):
        if printed.is_labelled(index):
            break
        kind = name_foot(printed[index])
        if kind is BlockKind.SIGNATURE and not is_near_day(printed, index):
            break
        if not kind and not is_signer(printed, index):
            break
        start = index
    return start


def is_near_day(printed: Printed, index: int) -> bool:
    """Whether a body's name signs: above a date or another body's, or else below the end of a sentence."""
    below, above = name_foot(printed[index + 1]), printed[index - 1]
    return below is not BlockKind.PARAGRAPH or above.endswith(SENTENCE_ENDS) or name_foot(above) is not None


def is_signer(printed: Printed, index: int) -> bool:
    """Whether a line signs because of where it stands: above a date or above who signs, below the end of a sentence."""
    if not SIGNER_PATTERN.fullmatch(printed[index]) or not index:
        return False
    below = next((name_foot(printed[i]) for i in (index + 1,) if i < len(printed)), None)
    is_below_end = printed[index - 1].endswith(SENTENCE_ENDS) or printed.is_labelled(index - 1)
    return below is BlockKind.DATE or (below is BlockKind.SIGNATURE and is_below_end)
