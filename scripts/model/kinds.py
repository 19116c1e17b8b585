"""One row for every kind of section: how its line looks, where it nests, how it is addressed, called and drawn.

Reading, anchors, labels, contents, the parallel page, data and checks take what they need from here. The words are
templates: `{n}` is the number in digits, `{n:han}` in Chinese numerals, `{n:roman}` in Roman ones, `{z}` what
follows it where an amendment put one in.
"""

import re

from scripts.model.bilingual import Bilingual
from scripts.model.kind import Drawing as Drawing  # noqa: PLC0414 - which all others take from here
from scripts.model.kind import Kind as Kind  # noqa: PLC0414
from scripts.model.kind import LineForm as LineForm  # noqa: PLC0414
from scripts.model.kind import Numbering as Numbering  # noqa: PLC0414
from scripts.model.law_kinds import LAW_ROWS
from scripts.model.list_kinds import DEEPER_ROWS, ITEM, PART, SUBITEM
from scripts.model.policy import Section
from scripts.model.vocabulary import SectionKind

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
    *LAW_ROWS,
    PART,
    ITEM,
    SUBITEM,
    *DEEPER_ROWS,
    Kind(
        name=SectionKind.DASH,
        sign="d",
        level=40,
        numbering=Numbering.COUNTED,
        place=Bilingual("之{n}", ", point {n}"),
        number_en="— ",
        line=LineForm(
            # also of one stroke, of hyphens and as a bullet, before Chinese: not — 1 —, -5%
            re.compile(r"(?P<label>——|(?:--|[—－﹣]|[·•・▪●◆■▲★◇])(?=\s*[\u4e00-\u9fff“《]))\s*(?P<number>)"),
            ("——产品质量高。", "—— 产品质量高。", "--产品质量高。", "·产品质量高。", "－产品质量高。"),
            ("— 1 —", "-5%"),
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
        place=Bilingual("附文{n}", "Attachment {n}"),  # its place among all that is attached, whatever it prints
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
    if outer.is_document:
        return stands_alone(inner) and inner.has_own_blocks and not inner.is_document
    if inner.numbering in (Numbering.DOCUMENT, Numbering.RUNNING, Numbering.NONE):
        return inner.numbering in outer.begins_anew and inner.level > outer.level
    return outer.numbering is not Numbering.NONE and inner.level > outer.level and inner.inside in (None, outer.name)


def stands_alone(kind: Kind) -> bool:
    """Whether an anchor of a kind may begin with it."""
    return kind.begins_text or kind.numbering in (Numbering.DOCUMENT, Numbering.RUNNING, Numbering.NONE)


def has_heading(section: Section) -> bool:
    """Whether a section has a heading with words of its own, which are translated."""
    return bool(section.title) and KINDS[section.kind].has_title
