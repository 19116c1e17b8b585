"""What follows the last part of a document and speaks for the whole of it → out of its last item, into its closing."""

import re

from scripts.model.tree import NONE, SECTION_KINDS, Number, Tree
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


def split_closing(tree: Tree, document: int, first_section: int, said: SaidLines) -> int:
    """Move what follows the last part of a document out of its last item; return the closing's place, or NONE.

    Where every item before it has one paragraph, and the second of the last one turns to all who are addressed, that
    and those after it speak for the whole document: 各区县和有关部门要认真落实本实施方案精神… Not where the editors
    call any of it text of the item.
    """
    places = reversed(range(first_section, len(tree.kinds)))
    part = next((place for place in places if tree.parents[place] == document), NONE)
    if part == NONE or SECTION_KINDS[tree.kinds[part]] is not SectionKind.PART:
        return NONE
    extra = after_first(tree, part)
    if not extra or not FOR_ALL_PATTERN.match(tree.text, tree.block_starts[extra], tree.block_ends[extra]):
        return NONE
    start = tree.block_starts[extra]
    if said.has_text(start, len(tree.text)):
        return NONE
    closing = tree.add_section(SectionKind.CLOSING, document, Number(0), start, start)
    tree.scopes[closing] = document
    for block in range(extra, len(tree.owners)):
        kind = name_block(tree.text[tree.block_starts[block] : tree.block_ends[block]])
        tree.move(block, closing, kind)
    return closing


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
