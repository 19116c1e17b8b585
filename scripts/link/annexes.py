"""A policy → where its words refer to what is attached to it: 详见附件1, and the titles in the list of its annexes.

A number means the one annex that prints it, 附件 without one the only one. What stands behind the name of another
document (《管理办法》附件1) is that one's, and is left out.
"""

import re
from collections.abc import Iterator

from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import SectionKind
from scripts.text.numerals import parse_numeral
from scripts.text.spans import Hit

NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
MARK = "附"
# 附件1, 附 件 二, 附件3; not 附件一并, 附件1-2, 《管理办法》附件1
NUMBERED_PATTERN = re.compile(
    rf"(?<!》)(?<!》的)(?<!号[（）])附\s*件\s*(?P<number>{NUMERAL})(?![0-9]|[-－—][0-9])(?<!一(?=[并律起同旦]))"
)
# 见附件, 按照附件; not 见附件2
BARE_PATTERN = re.compile(rf"(?<=[见按照填写])附件(?!\s*(?:{NUMERAL}))")
# 附件：1．, 附件1：, 2.: what stands before a title in the list of annexes
LISTED_PATTERN = re.compile(
    rf"附\s*件?\s*(?:{NUMERAL})?\s*[：:]?\s*(?:(?:{NUMERAL})\s*[.．、：:]\s*)?|(?:{NUMERAL})\s*[.．、：:]\s*"
)
LABEL_PATTERN = re.compile(NUMERAL)
ENGLISH = ("Annex", "Appendix", "Attachment")
"""What English may call an annex."""


def find_annex_references(policy: Policy) -> Iterator[Hit]:
    """Yield each reference of a policy's blocks to one of its annexes, with the anchor of that, in no order."""
    annexes = [section for section in policy.sections if section.kind is SectionKind.ANNEX]
    by_number = number_annexes(annexes)
    for block in policy.blocks() if annexes else ():
        listed = find_listed(policy.text, block, annexes)
        if listed:
            yield listed
        elif policy.text.find(MARK, block.start, block.end) >= 0:
            yield from find_named(policy.text, block, annexes, by_number)


def number_annexes(annexes: list[Section]) -> dict[int, str]:
    """Return the anchor of the annex that prints a number, of those that a single one prints."""
    printed = [(read_number(section.label), section.anchor) for section in annexes]
    numbers = [number for number, _ in printed]
    return {number: anchor for number, anchor in printed if number and numbers.count(number) == 1}


def read_number(words: str) -> int:
    """Return the number in words, in digits or Chinese numerals; 0 where there is none.

    >>> read_number("附件2"), read_number("附 件 三："), read_number("附件")
    (2, 3, 0)
    """
    match = LABEL_PATTERN.search(words)
    return (int(match[0]) if match[0].isdecimal() else parse_numeral(match[0]) or 0) if match else 0


def find_listed(text: str, block: Block, annexes: list[Section]) -> Hit | None:
    """Return the title of an annex where a block is its entry in the list of annexes; None where it is none."""
    for section in annexes:
        place = text.find(section.title, block.start, block.end) if section.title else -1
        if place > block.start and LISTED_PATTERN.fullmatch(text, block.start, place):
            return Hit(place, place + len(section.title), section.anchor)
    return None


def find_named(text: str, block: Block, annexes: list[Section], by_number: dict[int, str]) -> Iterator[Hit]:
    """Yield the places of a block that name an annex."""
    for match in NUMBERED_PATTERN.finditer(text, block.start, block.end):
        if anchor := by_number.get(read_number(match["number"])):
            yield Hit(match.start(), match.end(), anchor)
    for match in BARE_PATTERN.finditer(text, block.start, block.end) if len(annexes) == 1 else ():
        yield Hit(match.start(), match.end(), annexes[0].anchor)


def english_names(words: str) -> tuple[str, ...]:
    """Return how English calls an annex that Chinese words name; nothing for one that is named by its title.

    >>> english_names("附件2"), english_names("附件"), english_names("任务清单")
    (('Annex 2', 'Appendix 2', 'Attachment 2'), ('Annex', 'Appendix', 'Attachment'), ())
    """
    number = f" {read_number(words)}" if read_number(words) else ""
    return tuple(f"{name}{number}" for name in ENGLISH) if words.startswith(MARK) else ()
