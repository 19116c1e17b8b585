"""Anchors → eIds: the same numbers, spelled as Akoma Ntoso wants them.

An eId is that of the nearest element around that has one, then `__`, what the element is, `_` and its number
(Akoma Ntoso Naming Convention 1.0, 5.4): `s2-3-p1` is `sec_2__para_3__p_1`. Where a document prints a number twice, the
second bears `_2`, as its anchor does. What holds text without being counted (content, intro, wrapUp, a cell) has none.
Marks within a text have none either: each new entry of the glossary would count them anew.
"""

from dataclasses import dataclass

from scripts.model.anchors import make_repeat, parse
from scripts.model.vocabulary import SectionKind


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of section is written: the element, what its eId says for it, and its name where it is a plain one."""

    element: str
    sign: str
    name: str = ""


FORMS = {
    SectionKind.PREAMBLE: Form("preamble", "preamble"),
    SectionKind.BOOK: Form("book", "book"),
    SectionKind.SUB_BOOK: Form("hcontainer", "hcontainer", "sub-book"),
    SectionKind.CHAPTER: Form("chapter", "chp"),
    SectionKind.DIVISION: Form("subchapter", "subchp"),
    SectionKind.ARTICLE: Form("article", "art"),
    SectionKind.PART: Form("section", "sec"),
    SectionKind.ITEM: Form("paragraph", "para"),
    SectionKind.SUBITEM: Form("subparagraph", "subpara"),
    SectionKind.POINT: Form("clause", "cl"),
    SectionKind.SUBPOINT: Form("subclause", "subcl"),
    SectionKind.DETAIL: Form("level", "lvl"),
    SectionKind.SUBDETAIL: Form("hcontainer", "hcontainer", "subdetail"),
    SectionKind.DASH: Form("indent", "indent"),
    SectionKind.BOX: Form("hcontainer", "hcontainer", "box"),
    SectionKind.BOX_ITEM: Form("point", "point"),
    SectionKind.TABLE: Form("table", "table"),
    SectionKind.ROW: Form("tr", "tr"),
    SectionKind.ANNEX: Form("hcontainer", "annex", "annex"),
    SectionKind.CLOSING: Form("conclusions", "conclusions"),
}
BLOCK = "p"


def form_of(kind: SectionKind) -> Form:
    """Return how a kind is written; one that Akoma Ntoso has no element for is a container of its own name."""
    return FORMS.get(kind) or Form("hcontainer", kind.value, kind.value)


def make_id(around: str, sign: str, anchor: str) -> str:
    """Return the eId of what bears this anchor, inside the element with the eId `around`.

    >>> make_id("sec_2", "para", "s2-3"), make_id("sec_2", "para", "s2-3_2"), make_id("", "preamble", "preamble")
    ('sec_2__para_3', 'sec_2__para_3_2', 'preamble')
    """
    step = parse(anchor)[-1]
    number = f"{step.number}{f'z{step.insert}' if step.insert else ''}"
    own = f"{sign}_{number}{make_repeat(step.repeat)}" if step.number else sign
    return inside(around, own)


def inside(around: str, own: str) -> str:
    """Return the eId of what stands in the element with the eId `around`, if that has one."""
    return f"{around}__{own}" if around else own
