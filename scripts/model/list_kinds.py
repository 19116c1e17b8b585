"""The rows of `kinds.py` for numbered lists, one in the other: 一、 （一） 1. （1） ①.

Which stands above which is the document's own: in one 1、 holds （1）, in another （1） holds 1）. A kind says how deep
a section stands: its form of number has a depth at which it mostly stands, and stands deeper where what is around
it is as deep already. At the top of a document any of them is a part, and right below an article an item.
"""

import re

from scripts.model.bilingual import Bilingual
from scripts.model.kind import Kind, LineForm, Numbering
from scripts.model.vocabulary import SectionKind

HAN = "[一二三四五六七八九十百零〇]"
REFERRING = r"[、，]|[至和]\s?[（(第]"
"""What follows a number in brackets that refers to an item: （一）至（三）项, （四）、（五）项; not （三）和平统一."""
IN_ITEM = Bilingual("第{n}目", ".{n}")


def deeper(name: SectionKind, level: int, place: Bilingual, number_en: str, line: LineForm | None = None) -> Kind:
    """Return the row of a kind of list below the items; right below those of an article it is a 目."""
    return Kind(
        name=name, sign="", level=level, numbering=Numbering.PARENT, place=place, number_en=number_en, line=line,
        in_article=IN_ITEM if name is SectionKind.SUBITEM else None, is_listed=True,
    )  # fmt: skip


PART = Kind(
    name=SectionKind.PART,
    sign="s",
    level=10,
    numbering=Numbering.RUNNING,
    place=Bilingual("{n:han}", ", Part {n}"),
    number_en="{n:roman}. ",
    line=LineForm(
        re.compile(rf"(?P<label>(?P<number>{HAN}+)(?:、|[.．](?![0-9])))\s*(?![一二三四五六七八九十]+[、级类])"),
        ("一、总体要求", "十二、保障措施", "一百零一、附则", "三．保障措施"),
        ("一、二级", "一二三"),
    ),
    begins_text=True,
    is_listed=True,
    parallel_level=2,
)
ITEM = Kind(
    name=SectionKind.ITEM,
    sign="",
    level=20,
    numbering=Numbering.PARENT,
    place=Bilingual("（{n:han}）", "({n})"),
    in_article=Bilingual("第{n:han}项", "({n})"),
    number_en="({n}) ",
    line=LineForm(
        re.compile(
            rf"(?P<label>(?:[（(]\s?(?P<number>{HAN}+)\s?[）)]|(?P<sign>[㈠-㈩]))、?)(?!{REFERRING}|[（(]{HAN}+[）)])\s*"
        ),
        ("（一）指导思想", "(一)指导思想", "㈠指导思想", "（二）、指导思想"),
        ("（1）指导思想", "（见附件一）", "（一）至（三）项", "（一）、（二）项"),
    ),
    is_compared=True,
    is_listed=True,
    parallel_level=3,
)
SUBITEM = deeper(
    SectionKind.SUBITEM,
    30,
    Bilingual("{n}", ".{n}"),
    "{n}. ",
    LineForm(
        # 3﹒ and 3。 only where they continue a list, as numbers of three digits do
        re.compile(
            r"(?P<label>(?P<number>[1-9１-９][0-9０-９]{0,2})"
            r"(?:(?<![0-9０-９]{3})[.．﹒、]|(?P<unsure>。|(?<=[0-9０-９]{3})[.．﹒、]))|(?P<sign>[⒈-⒛]))\s*(?!(?!(?:19|20)[0-9]{2}年)[0-9])"
        ),
        ("1.发展目标", "12．发展目标", "１．发展目标", "1﹒发展目标", "1、发展目标", "⒈发展目标", "2.2035年目标"),
        ("1.5万", "2018.", "1、2号楼"),
    ),
)
DEEPER_ROWS = (
    deeper(
        SectionKind.POINT,
        32,
        Bilingual("（{n}）", "({n})"),
        "({n}) ",
        LineForm(
            re.compile(
                rf"(?P<label>(?:[（(]\s?)?(?P<number>[1-9１-９][0-9０-９]?)\s?[）)]、?|(?P<sign>[⑴-⒇]))(?!{REFERRING}|[（(][0-9]+[）)])\s*"
            ),
            ("（1）查坝", "(12)查坝", "1）查坝", "⑴查坝"),
            ("（2018）", "（1）至（3）项"),
        ),
    ),
    deeper(
        SectionKind.SUBPOINT,
        34,
        Bilingual("第{n}点", ", no. {n}"),
        "{n}) ",
        LineForm(
            re.compile(
                r"(?P<label>(?P<sign>[①-⑳❶-❿㉑-㉟])、?"
                r"|[（(]?(?P<number>[A-Za-z])(?:[.．、](?=\s*[\u4e00-\u9fff“《])|[）)](?=\s*[\u4e00-\u9fff“《A-Z0-9Ⅰ-Ⅻ])))\s*"
            ),
            ("①查坝", "A.查坝", "a）查坝", "（a）查坝", "a)II级水渠"),
            ("A级", "A.1"),
        ),
    ),
    deeper(SectionKind.DETAIL, 36, Bilingual("第{n}小点", ", point {n}"), "{n}. "),
    deeper(SectionKind.SUBDETAIL, 38, Bilingual("第{n}细点", ", sub-point {n}"), "{n}. "),
)
