"""What follows the last part of a document and speaks for the whole of it → out of its last item, into its closing."""

import re

from scripts.model.tree import KIND_ROWS, NONE, SECTION_KINDS, Number, Tree
from scripts.model.vocabulary import SectionKind
from scripts.read.structure.head import name_block
from scripts.read.structure.said_lines import SaidLines

KINDS_OF_TEXTS = "意见|方案|通知|规划|计划|纲要|办法|决定|细则|规定|行动|措施"
# 各区县和有关部门要…, 全省各级党委、政府要按照实施意见…, 本意见自发布之日起施行; not 专人由各区选派
FOR_ALL_PATTERN = re.compile(
    r"各(?:地|级|区|县|市|省|镇|乡|街道|部门|单位|有关|相关|成员)|全[省市区县州国](?:各|上下)|[省市区县州](?:级|直|各|有关)"
    rf"|有关(?:部门|单位)|附件|(?:上述|以上|此前)[^。]{{0,20}}(?:{KINDS_OF_TEXTS}|政策)"
    rf"|[^。]{{0,60}}(?:本|实施|此)(?:实施)?(?:{KINDS_OF_TEXTS})"
)
# 以上意见如无不妥，请批转各地执行; 特此通知。; 本方案自印发之日起施行; 各位代表！…让我们…: how documents end
FORMULA_PATTERN = re.compile(
    rf"(?:以上|上述)[^。]{{0,12}}(?:{KINDS_OF_TEXTS}|报告|请示|建议)[^。]{{0,12}}(?:不妥|妥否|当否|可行|请(?:批转|审议|审批|审示|批示))"
    r"|特此(?:通知|通告|公告|报告|函告|函复|批复|请示|说明)|[妥当]否，请"
    rf"|(?:本|此)(?:实施)?(?:{KINDS_OF_TEXTS})[^。；]{{0,12}}自[^。；]{{1,24}}起(?:施行|实施|执行|试行|生效)"
    r"|各位(?:代表|委员|同志)[！，：][^\n]{0,400}?让我们"
)
# （五）附则。, （三）施行日期。: under these the same words are the item's own
OWN_TITLE_PATTERN = re.compile("附则|施行|实施时间|期限|有效期|日期|其他|解释")
# 按照上表分工, 注：表中…: a sentence of the table's
OF_TABLE_PATTERN = re.compile("[上下前本]表|表[中内格]|注[：:]|说明[：:]")
TABLES = (SectionKind.TABLE, SectionKind.ROW)


def split_closing(tree: Tree, document: int, first_section: int, said: SaidLines) -> int:
    """Move what follows the last part of a document out of its last item; return the closing's place, or NONE.

    Not where the editors call any of it text of the item.
    """
    extra = speaks_for_all(tree, document, first_section) or closes_by_words(tree, first_section)
    if not extra or said.has_text(tree.block_starts[extra], len(tree.text)):
        return NONE
    start = tree.block_starts[extra]
    closing = tree.add_section(SectionKind.CLOSING, document, Number(0), start, start)
    tree.scopes[closing] = document
    for block in range(extra, len(tree.owners)):
        kind = name_block(tree.text[tree.block_starts[block] : tree.block_ends[block]])
        tree.move(block, closing, kind)
    return closing


def speaks_for_all(tree: Tree, document: int, first_section: int) -> int:
    """Return the block with which the end of the last part speaks for the whole document; 0 where none does.

    Where every item before it has one paragraph, and the second of the last one turns to all who are addressed:
    各区县和有关部门要认真落实本实施方案精神…
    """
    places = reversed(range(first_section, len(tree.kinds)))
    part = next((place for place in places if tree.parents[place] == document), NONE)
    if part == NONE or SECTION_KINDS[tree.kinds[part]] is not SectionKind.PART:
        return 0
    extra = after_first(tree, part)
    return extra if extra and FOR_ALL_PATTERN.match(tree.text, tree.block_starts[extra], tree.block_ends[extra]) else 0


def closes_by_words(tree: Tree, first_section: int) -> int:
    """Return the block, among those with which a document's last list ends, whose words close it; 0 where none's do.

    Words with which documents end do so below any paragraph of an item; below a table, whatever turns to all does.
    """
    last = len(tree.owners) - 1
    owner = tree.owners[last] if last > 0 else NONE
    if owner < first_section or not is_list(tree, owner):
        return 0
    first = last
    while first and tree.owners[first - 1] == owner:
        first -= 1
    is_below_table = bool(first) and SECTION_KINDS[tree.kinds[tree.owners[first - 1]]] in TABLES
    if is_below_table and turns_from_table(tree.text, tree.block_starts[first], tree.block_ends[first]):
        return first
    spans = ((block, tree.block_starts[block], tree.block_ends[block]) for block in range(first + 1, last + 1))
    return next((block for block, *span in spans if FORMULA_PATTERN.match(tree.text, *span)), 0)


def is_list(tree: Tree, section: int) -> bool:
    """Whether a section is one of a list, outside of articles, and does not itself speak of how the document ends."""
    title = slice(*tree.titles[2 * section : 2 * section + 2])
    if not KIND_ROWS[tree.kinds[section]].is_listed or OWN_TITLE_PATTERN.search(tree.text[title]):
        return False
    while section != NONE and SECTION_KINDS[tree.kinds[section]] is not SectionKind.ARTICLE:
        section = tree.parents[section]
    return section == NONE


def turns_from_table(text: str, start: int, end: int) -> bool:
    """Whether a paragraph below a table is a full one that turns to all who are addressed, and not to the table."""
    is_for_all = FORMULA_PATTERN.match(text, start, end) or FOR_ALL_PATTERN.match(text, start, end)
    return text.endswith("。", start, end) and bool(is_for_all) and not OF_TABLE_PATTERN.search(text, start, end)


def after_first(tree: Tree, part: int) -> int:
    """Return the second block of the last part's last item, if no item before it has two; 0 else."""
    items = range(part + 1, len(tree.kinds))
    if len(items) < 2 or any(tree.parents[item] != part for item in items):
        return 0
    counts = [0] * len(items)
    first = len(tree.owners)
    while first and tree.owners[first - 1] > part:
        first -= 1
        counts[tree.owners[first] - part - 1] += 1
    if counts[-1] < 2 or any(count != 1 for count in counts[:-1]):
        return 0
    return len(tree.owners) - counts[-1] + 1
