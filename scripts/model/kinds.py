"""One row for every kind of section: how its line looks, where it nests, how it is addressed, called and drawn.

Reading, anchors, labels, contents, the parallel page, data and checks take what they need from here. The words are
templates: `{n}` is the number in digits, `{n:han}` in Chinese numerals, `{n:roman}` in Roman ones.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from scripts.model.policy import Bilingual, Section
from scripts.model.vocabulary import SectionKind


class Numbering(StrEnum):
    """Where the numbers of a kind begin anew, and with that, what its anchor continues."""

    DOCUMENT = "document"  # nowhere: the anchor stands by itself
    PARENT = "parent"  # under each parent: the anchor continues the parent's
    COUNTED = "counted"  # likewise, but no number is printed
    NONE = "none"  # there is at most one: the sign alone is the anchor, and no other continues it


class Drawing(StrEnum):
    """How a page shows a section."""

    HEADING = "heading"  # its title as a heading; without one, its number opens its first paragraph
    BOX = "box"
    TABLE = "table"
    PLAIN = "plain"  # its blocks alone


@dataclass(frozen=True, slots=True)
class LineForm:
    """How the line that begins a section looks."""

    pattern: re.Pattern[str]
    """Groups: `label`, what is printed as the number; `number`, the number in it, or empty."""
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


PARAGRAPH = Bilingual("第{n}段", ", para. {n}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What holds of every section of a kind."""

    name: SectionKind
    sign: str
    """Before the number in its anchor; empty where its place among the steps says the kind."""
    level: int
    """A section closes what is open of its own level and of greater ones. There is room for kinds between."""
    numbering: Numbering
    place: Bilingual
    """Its step in the label of a place, behind those of the sections around it."""
    paragraph: Bilingual = PARAGRAPH
    """The same for a block that stands directly under it."""
    number_en: str = "{n}. "
    """Its printed number as English writes it, with the blank after it."""
    line: LineForm | None = None
    """None where no line of its own begins it."""
    inside: SectionKind | None = None
    """The only kind under which it stands, if there is but one."""
    has_title: bool = True
    """Whether the words behind its number are its heading: then they have an English of their own."""
    begins_text: bool = False
    """Whether the first of them ends the preamble; before it, lines are blocks of the preamble, whatever they print."""
    ends_with_first_block: bool = False
    """Whether a line without a label, after its first block, belongs to what is around it."""
    has_own_blocks: bool = True
    """Whether the anchors of its blocks continue its own; if not, they stand by themselves: `p1`."""
    is_document: bool = False
    """Whether it is a document of its own: what is numbered through a document is numbered through it alone."""
    is_compared: bool = False
    """Whether it is set beside its like in other policies, and what was found in it is summed up below it."""
    parallel_level: int | None = None
    """Level of its heading on the page that sets both languages side by side; None for a row in bold."""
    drawing: Drawing = Drawing.HEADING


ROWS: tuple[Kind, ...] = (
    Kind(
        name=SectionKind.PREAMBLE,
        sign="preamble",
        level=39,  # what begins the text closes it, a table before the first part does not
        numbering=Numbering.NONE,
        place=Bilingual("开头", "Opening"),
        paragraph=Bilingual("开头第{n}段", "Opening, para. {n}"),
        has_title=False,
        has_own_blocks=False,
        drawing=Drawing.PLAIN,
    ),
    Kind(
        name=SectionKind.PART,
        sign="s",
        level=10,
        numbering=Numbering.DOCUMENT,
        place=Bilingual("{n:han}", "Part {n}"),
        number_en="{n:roman}. ",
        line=LineForm(
            re.compile(r"(?P<label>(?P<number>[一二三四五六七八九十百]+)、)\s*(?![一二三四五六七八九十]+[、级类])"),
            ("一、总体要求", "十二、保障措施"),
            ("一、二级", "一二三"),
        ),
        begins_text=True,
        parallel_level=2,
    ),
    Kind(
        name=SectionKind.ITEM,
        sign="",
        level=20,
        numbering=Numbering.PARENT,
        place=Bilingual("（{n:han}）", "({n})"),
        number_en="({n}) ",
        line=LineForm(
            re.compile(r"(?P<label>[（(](?P<number>[一二三四五六七八九十百]+)[）)])\s*"),
            ("（一）指导思想", "(一)指导思想"),
            ("（1）指导思想", "（见附件一）"),
        ),
        is_compared=True,
        parallel_level=3,
    ),
    Kind(
        name=SectionKind.SUBITEM,
        sign="",
        level=30,
        numbering=Numbering.PARENT,
        place=Bilingual("{n}", ".{n}"),
        line=LineForm(
            re.compile(r"(?P<label>(?P<number>[1-9][0-9]?)[.．])\s*(?![0-9])"),
            ("1.发展目标", "12．发展目标"),
            ("1.5万", "2018."),
        ),
    ),
    Kind(
        name=SectionKind.DASH,
        sign="d",
        level=40,
        numbering=Numbering.COUNTED,
        place=Bilingual("之{n}", ", point {n}"),
        number_en="— ",
        line=LineForm(
            re.compile(r"(?P<label>——)\s*(?P<number>)"), ("——产品质量高。", "—— 产品质量高。"), ("—产品质量高。",)
        ),
        ends_with_first_block=True,
    ),
    Kind(
        name=SectionKind.BOX,
        sign="box",
        level=40,
        numbering=Numbering.DOCUMENT,
        place=Bilingual("专栏{n}", "Box {n}"),
        number_en="Box {n}: ",
        line=LineForm(
            re.compile(r"(?P<label>专栏\s*(?P<number>[0-9]{1,3}|[一二三四五六七八九十]+)\s*[：:]?)\s*"),
            ("专栏1：质量创新能力提升", "专栏二 品牌"),
            ("专栏、专刊",),
        ),
        drawing=Drawing.BOX,
    ),
    Kind(
        name=SectionKind.BOX_ITEM,
        sign="",
        level=50,
        numbering=Numbering.PARENT,
        place=Bilingual("第{n}项", ", item {n}"),
        inside=SectionKind.BOX,
    ),
    Kind(
        name=SectionKind.TABLE,
        sign="t",
        level=40,
        numbering=Numbering.DOCUMENT,
        place=Bilingual("表{n}", "Table {n}"),
        drawing=Drawing.TABLE,
    ),
    Kind(
        name=SectionKind.ROW,
        sign="r",
        level=50,
        numbering=Numbering.PARENT,
        place=Bilingual("第{n}行", ", row {n}"),
        inside=SectionKind.TABLE,
        has_title=False,  # its words are a cell's
    ),
    Kind(
        name=SectionKind.ANNEX,
        sign="x",
        level=0,
        numbering=Numbering.DOCUMENT,
        place=Bilingual("附件{n}", "Annex {n}"),
        number_en="Annex {n} ",
        is_document=True,
        parallel_level=2,
    ),
    Kind(
        name=SectionKind.CLOSING,
        sign="closing",
        level=10,
        numbering=Numbering.NONE,
        place=Bilingual("结尾", "Closing"),
        has_title=False,
        drawing=Drawing.PLAIN,
    ),
)
"""In the order in which the forms of their lines are tried; of kinds that share a sign, the outer stands first."""
KINDS: dict[SectionKind, Kind] = {row.name: row for row in ROWS}


def is_below(inner: Kind, outer: Kind) -> bool:
    """Whether an anchor of the one kind may continue one of the other."""
    if outer.is_document and not inner.is_document and inner.numbering in (Numbering.DOCUMENT, Numbering.NONE):
        return inner.has_own_blocks
    if inner.numbering in (Numbering.DOCUMENT, Numbering.NONE) or outer.numbering is Numbering.NONE:
        return False
    return inner.level > outer.level and inner.inside in (None, outer.name)


def has_heading(section: Section) -> bool:
    """Whether a section has a heading with words of its own, which are translated."""
    return bool(section.title) and KINDS[section.kind].has_title
