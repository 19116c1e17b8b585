"""Anchors → how readers call the place: 二、（三）第1段; part 2(3), paragraph 1."""

from scripts.model.anchors import Step, parse
from scripts.model.policy import Section
from scripts.model.vocabulary import Language, SectionKind
from scripts.text.numerals import format_numeral

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def place_label(anchor: str, language: Language) -> str:
    """Return the printed place that an anchor names.

    >>> place_label("s2-3-p1", Language.ZH), place_label("s2-3-p1", Language.EN)
    ('二（三）第1段', 'Part 2(3), para. 1')
    >>> place_label("box3-8", Language.ZH), place_label("t1-r9", Language.EN)
    ('专栏3第8项', 'Table 1, row 9')
    """
    steps = parse(anchor)
    write = chinese if language is Language.ZH else english
    return "".join(write(step, steps[:index]) for index, step in enumerate(steps))


def chinese(step: Step, before: tuple[Step, ...]) -> str:
    """Return one step in Chinese."""
    head = before[0].sign if before else ""
    if step.sign == "s":
        return format_numeral(step.number)
    names = {"preamble": "开头", "closing": "结尾", "box": f"专栏{step.number}", "t": f"表{step.number}"}
    names |= {"p": f"{'第' if before else '开头第'}{step.number}段", "d": f"之{step.number}", "r": f"第{step.number}行"}
    if step.sign in names:
        return names[step.sign]
    if head == "box":
        return f"第{step.number}项"
    return f"（{format_numeral(step.number)}）" if len(before) == 1 else f"{step.number}"


def english(step: Step, before: tuple[Step, ...]) -> str:
    """Return one step in English."""
    head = before[0].sign if before else ""
    if step.sign == "s":
        return f"Part {step.number}"
    names = {"preamble": "Opening", "closing": "Closing", "box": f"Box {step.number}", "t": f"Table {step.number}"}
    names |= {"p": f"{', para.' if before else 'Opening, para.'} {step.number}"}
    names |= {"d": f", point {step.number}", "r": f", row {step.number}"}
    if step.sign in names:
        return names[step.sign]
    if head == "box":
        return f", item {step.number}"
    return f"({step.number})" if len(before) == 1 else f".{step.number}"


def english_label(section: Section) -> str:
    """Return a section's number as English writes it, with a blank after it; nothing where none is printed.

    >>> english_label(Section("s2-3", SectionKind.ITEM, "（三）", "", 0, 0, 0))
    '(3) '
    """
    if not section.label:
        return ""
    number = parse(section.anchor)[-1].number
    labels = {
        SectionKind.PART: f"{ROMAN[number - 1] if number <= len(ROMAN) else number}. ",
        SectionKind.ITEM: f"({number}) ",
        SectionKind.DASH: "— ",
        SectionKind.BOX: f"Box {number}: ",
    }
    return labels.get(section.kind, f"{number}. ")
