"""The tables of the texts: every anchor, every section, and every block with its Chinese and its English."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from scripts.model.archive import Archive
from scripts.model.grades import Graded
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual, Policy
from scripts.model.vocabulary import BlockKind, Grade, GradeBy, Language, SectionKind
from scripts.write.data.tables.columns import (
    ADDRESS,
    AT_ANCHOR,
    IN_POLICY,
    Column,
    Dataset,
    Reference,
    closed,
    integer,
    optional,
    text,
)
from scripts.write.words.addresses import policy_address
from scripts.write.words.place_labels import place_label


class Passage(NamedTuple):
    """A heading with its section, or a block. A tuple, for there are as many as lines."""

    policy: str
    anchor: str
    within: str | None
    """The anchor of the section that holds it."""
    kind: SectionKind | BlockKind
    label: str
    zh: str
    """The words as printed: of a section its title."""
    en: str | None
    start: int
    end: int
    graded: Graded | None = None
    """Of the English; None where there is none."""


class Numbered(NamedTuple):
    """A passage and its number among those of all policies, from 1."""

    number: int
    passage: Passage


def passages_of(policy: Policy, policy_id: str, archive: Archive) -> list[Passage]:
    """Return every section of a policy, each followed by its blocks."""
    english, grades = archive.english.get(policy_id, {}), archive.grades.get(policy_id, {})
    found = []
    for path in policy.paths():
        section = path[-1]
        anchor, within = section.anchor, path[-2].anchor if len(path) > 1 else None
        title, span = english.get(anchor) if section.title else None, (section.start, section.end)
        graded = grades.get(anchor) if title else None
        found.append(
            Passage(policy_id, anchor, within, section.kind, section.label, section.title, title, *span, graded)
        )
        for block in section.blocks:
            words = policy.text[block.start : block.end]
            translated = english.get(block.anchor)
            span = (block.start, block.end)
            graded = grades.get(block.anchor)
            found.append(Passage(policy_id, block.anchor, anchor, block.kind, "", words, translated, *span, graded))
    return found


def all_passages(lookup: Lookup) -> Iterator[Numbered]:
    """Yield every passage of every policy."""
    for number, passage in enumerate(chain.from_iterable(lookup.read("passages")), 1):
        yield Numbered(number, passage)


def all_sections(lookup: Lookup) -> Iterator[Numbered]:
    """Yield every section."""
    return (each for each in all_passages(lookup) if isinstance(each.passage.kind, SectionKind))


def all_blocks(lookup: Lookup) -> Iterator[Numbered]:
    """Yield every block."""
    return (each for each in all_passages(lookup) if isinstance(each.passage.kind, BlockKind))


NEEDS = ("passages",)
NUMBER: Column[Numbered] = integer("number", "全馆统一序号", "number within the archive", lambda row: row.number)
POLICY: Column[Numbered] = text("policy", "文件编号", "policy id", lambda row: row.passage.policy)
ANCHOR: Column[Numbered] = text("anchor", "文件内位置", "anchor in the policy", lambda row: row.passage.anchor)
SPAN: tuple[Column[Numbered], ...] = (
    integer("start", "在文件全文中的起点（码位，从0起）", "start in the policy's text (code points, from 0)", lambda row: row.passage.start),
    integer("end", "终点（不含）", "end, exclusive", lambda row: row.passage.end),
)  # fmt: skip
GRADES: tuple[Column[Numbered], ...] = (
    closed(optional("grade", "英译的等级", "how far the English has come", lambda row: row.passage.graded and row.passage.graded.grade), Grade),
    closed(optional("grade_by", "由谁定级", "who, or what, gave it this grade", lambda row: row.passage.graded and row.passage.graded.by), GradeBy),
    optional("grade_date", "定级日期", "the day on which it got this grade", lambda row: (row.passage.graded and row.passage.graded.date) or None),
)  # fmt: skip

ANCHORS: Dataset[Numbered] = Dataset(
    "anchors",
    Bilingual("位置", "Anchors"),
    (
        NUMBER, POLICY, ANCHOR,
        text("place_zh", "位置的中文称呼", "what the place is called in Chinese", lambda row: place_label(row.passage.anchor, Language.ZH)),
        text("place_en", "位置的英文称呼", "what the place is called in English", lambda row: place_label(row.passage.anchor, Language.EN)),
        text("url", *ADDRESS, lambda row: policy_address(row.passage.policy, anchor=row.passage.anchor)),
        text("url_en", "英文页永久地址", "permanent address of the English page", lambda row: policy_address(row.passage.policy, Language.EN, row.passage.anchor)),
    ),
    all_passages,
    NEEDS,
    key=("policy", "anchor"),
    references=(IN_POLICY,),
)  # fmt: skip
SECTIONS: Dataset[Numbered] = Dataset(
    "sections",
    Bilingual("节", "Sections"),
    (
        POLICY, ANCHOR,
        optional("within", "所属节的位置", "anchor of the section that holds it", lambda row: row.passage.within),
        closed(text("kind", "节的类别", "kind of section", lambda row: row.passage.kind), SectionKind),
        optional("label", "原文序号", "number as printed", lambda row: row.passage.label or None),
        optional("title_zh", "标题", "title as printed", lambda row: row.passage.zh or None),
        optional("title_en", "标题英译", "title in English", lambda row: row.passage.en),
        *GRADES,
        *SPAN,
    ),
    all_sections,
    NEEDS,
    key=("policy", "anchor"),
    references=(IN_POLICY, AT_ANCHOR, Reference(("policy", "within"), "sections", ("policy", "anchor"))),
)  # fmt: skip
BLOCKS: Dataset[Numbered] = Dataset(
    "blocks",
    Bilingual("段", "Paragraphs"),
    (
        POLICY, ANCHOR,
        text("within", "所属节的位置", "anchor of the section that holds it", lambda row: row.passage.within),
        closed(text("kind", "段的类别", "kind of paragraph", lambda row: row.passage.kind), BlockKind),
        text("zh", "原文", "words as printed", lambda row: row.passage.zh),
        optional("en", "英译", "our English", lambda row: row.passage.en),
        *GRADES,
        *SPAN,
    ),
    all_blocks,
    NEEDS,
    key=("policy", "anchor"),
    references=(IN_POLICY, AT_ANCHOR, Reference(("policy", "within"), "sections", ("policy", "anchor"))),
)  # fmt: skip
TEXTS = (ANCHORS, SECTIONS, BLOCKS)
"""In the order in which they refer to each other."""
