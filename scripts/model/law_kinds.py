"""The rows of `kinds.py` for what laws and measures are divided into: 编, 分编, 章, 节, 条.

The word behind the number is told from a reference (第三章规定的…) by what follows it: a blank, the end of the line, a
bracket, or a short heading without a mark of a sentence. An article of which neither is true counts only where its
number continues those before it.
"""

import re

from scripts.model.bilingual import Bilingual
from scripts.model.kind import Kind, LineForm, Numbering
from scripts.model.vocabulary import SectionKind

HAN = "[一二三四五六七八九十百千零〇○]"
NUMBER = rf"(?P<number>{HAN}(?:\s?{HAN})*|[1-9１-９][0-9０-９]{{0,3}})"
INSERT = rf"(?:\s?之\s?(?P<insert>{HAN}+))?"
# a blank and then a heading: 第二章 总则; the label alone: 第二章; glued to a heading: 第二章总则; not 第二章规定的行为
HEADED = (
    r"(?:\s*$|\s+(?=[^。；：:;]{1,60}$)|(?P<unsure>)(?![、，至和或及与规的所中以之制章第])(?=[^。；，：:;]{1,30}$))"
)
REFERENCE = "[、，。；和或及与至到规的所中款项目以之等（(第]"
"""What follows the number of an article to which a sentence only refers."""
TITLE = r"[（(【〔](?P<title>(?!删除|刪除|略|废止|廢止)[^）)】〕。；0-9\n]{2,30})(?<![一二三四五六七八九十])[）)】〕]"


def division_form(words: str, *examples: str) -> LineForm:
    """Return the form of the line that begins a division called by one of these words."""
    pattern = re.compile(rf"(?P<label>第\s?{NUMBER}\s?(?:{words}){INSERT}[：:]?){HEADED}\s*")
    return LineForm(pattern, examples, (f"{examples[0][:3]}规定的行为", f"{examples[0][:3]}、第九条另有规定。"))


def division(name: SectionKind, sign: str, level: int, zh: str, en: str, form: LineForm) -> Kind:
    """Return the row of a division."""
    is_inner = name in (SectionKind.SUB_BOOK, SectionKind.DIVISION)
    return Kind(
        name=name,
        sign=sign,
        level=level,
        numbering=Numbering.PARENT if is_inner else Numbering.RUNNING,
        place=Bilingual(f"第{{n:han}}{zh}{{z}}", f", {en} {{n}}{{z}}"),
        number_en=f"{en} {{n}}{{z}}. ",
        line=form,
        begins_text=True,
        begins_anew=(Numbering.RUNNING,),
        is_inserted=True,
        parallel_level=2,
    )


DIVISIONS = (
    division(
        SectionKind.SUB_BOOK, "sub", 4, "分编", "Sub-book", division_form("分[编編]", "第一分编 通则", "第二分編")
    ),
    division(
        SectionKind.BOOK,
        "bk",
        2,
        "编",
        "Book",
        division_form("[编編篇]|部分", "第一编 总则", "第二部分 主要任务", "第 三 篇"),
    ),
    division(
        SectionKind.CHAPTER, "ch", 6, "章", "Chapter", division_form("章", "第一章 总　　则", "第 二 章", "第三章附则")
    ),
    division(SectionKind.DIVISION, "sec", 7, "节", "Section", division_form("[节節]", "第一节 一般规定", "第二節")),
)
ARTICLE = Kind(
    name=SectionKind.ARTICLE,
    sign="a",
    level=8,
    numbering=Numbering.RUNNING,
    place=Bilingual("第{n:han}条{z}", ", Article {n}{z}"),
    paragraph=Bilingual("第{n:han}款", ", para. {n}"),
    number_en="Article {n}{z}. ",
    line=LineForm(
        re.compile(
            rf"(?P<label>第\s?{NUMBER}(?:-(?P<digits>[1-9][0-9]?))?\s?[条條]{INSERT}[：:]?)"
            rf"(?:\s*{TITLE}|(?<=[：:])|\s+|$|(?=[“《【〔「『])|(?=[（(](?!{HAN}+[）)]))|(?P<unsure>)(?!{REFERENCE}))\s*"
        ),
        ("第十四条 为了管好水库", "第 3 條", "第十四条之一 水库", "第十五条（适用范围） 水库", "第 3-1 條"),
        ("第十四条、第十五条", "第三条规定的水库", "第三条第二款", "第三条（一）项"),
    ),
    begins_text=True,
    is_inserted=True,
    is_compared=True,
    parallel_level=3,
)
LAW_ROWS = (*DIVISIONS, ARTICLE)
