"""Anchors → how readers call the place: 二（三）第1段; Part 2(3), para. 1. The words are in `model/kinds.py`."""

import re
from functools import lru_cache

from scripts.model.anchors import BLOCK, Step, kinds_of, parse
from scripts.model.kinds import KINDS
from scripts.model.policy import Bilingual, Section
from scripts.model.vocabulary import Language, SectionKind
from scripts.text.numerals import format_numeral, parse_numeral
from scripts.write.words.strings import pick

IN_ANNEX = Bilingual(" ", ", ")
"""Between an attached document and a place in it: 附文1 二（三）."""
INSERTED = Bilingual("之{n:han}", "-{n}")
"""What follows the number of an article that an amendment put in: 第十四条之一, Article 14-1."""
NUMBER_PATTERN = re.compile("[0-9]+|[一二三四五六七八九十]+")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


class PrintedNumber(int):
    """A number that a template writes in digits, in Chinese numerals or in Roman ones.

    >>> "第{n:han}条, {n:roman}, {n}".format(n=PrintedNumber(14))
    '第十四条, XIV, 14'
    """

    def __format__(self, form: str) -> str:
        """Return the number in a form: `han`, `roman`, or empty for digits; Roman ones go no further than XV."""
        if form == "han":
            return format_numeral(self)
        if form == "roman" and 0 < self <= len(ROMAN):
            return ROMAN[self - 1]
        return str(int(self))


@lru_cache(maxsize=1 << 16)
def place_label(anchor: str, language: Language) -> str:
    """Return the printed place that an anchor names.

    >>> place_label("s2-3-p1", Language.ZH), place_label("s2-3-p1", Language.EN)
    ('二（三）第1段', 'Part 2(3), para. 1')
    >>> place_label("box3-8", Language.ZH), place_label("t1-r9", Language.EN)
    ('专栏3第8项', 'Table 1, row 9')
    >>> place_label("a14z1-2", Language.ZH), place_label("ch3-sec2", Language.EN)
    ('第十四条之一第二项', 'Chapter 3, Section 2')
    >>> place_label("x1-s2-3", Language.ZH), place_label("x1-closing", Language.EN)
    ('附文1 二（三）', 'Attachment 1, Closing')
    """
    steps = parse(anchor)
    labels: list[str] = []
    is_in_annex = is_in_article = False
    for step, kind in zip(steps, kinds_of(steps), strict=True):
        place = (kind.in_article if is_in_article else None) or kind.place
        words = fill(pick(kind.paragraph if step.sign == BLOCK else place, language), step, language)
        is_in_article = is_in_article or kind.name is SectionKind.ARTICLE
        is_set_apart = is_in_annex and step.sign != BLOCK and not words.startswith(",")
        labels += [pick(IN_ANNEX, language), words] if is_set_apart else [words]
        is_in_annex = kind.is_document
    return "".join(labels).removeprefix(", ")


def english_label(section: Section) -> str:
    """Return a section's number as English writes it, with a blank after it; nothing where none is printed.

    >>> from scripts.model.vocabulary import SectionKind
    >>> english_label(Section("s2-3", SectionKind.ITEM, "（三）", "", 0, 0, 0))
    '(3) '
    """
    if not section.label:
        return ""
    kind, step = KINDS[section.kind], parse(section.anchor)[-1]
    if kind.is_document:  # its anchor counts all that is attached, its label the annexes alone
        number = read_printed(section.label)
        template = kind.number_en if number else kind.number_en.replace("{n} ", "")
        return fill(template, Step(step.sign, number), Language.EN)
    return fill(kind.number_en, step, Language.EN)


def read_printed(label: str) -> int:
    """Return the number in a label; 0 where none is printed.

    >>> read_printed("附件1"), read_printed("附 件 二："), read_printed("附件")
    (1, 2, 0)
    """
    printed = NUMBER_PATTERN.search(label)
    return (int(printed[0]) if printed[0].isdecimal() else parse_numeral(printed[0]) or 0) if printed else 0


def fill(template: str, step: Step, language: Language) -> str:
    """Return the words for a step: `{n}` is its number, `{z}` what follows it where an amendment put it in.

    >>> fill("第{n:han}条{z}", Step("a", 14, insert=1), Language.ZH)
    '第十四条之一'
    """
    written = pick(INSERTED, language).format(n=PrintedNumber(step.insert)) if step.insert else ""
    return template.format(n=PrintedNumber(step.number), z=written)
