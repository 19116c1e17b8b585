"""What a list calls a section: its printed number and title, or where it has none, how its text begins."""

import re

from scripts.model.policy import Section

LONGEST = 20
"""So many characters of a text stand for a title at most."""
CLAUSE_PATTERN = re.compile(r"[^，。；：,;:\n]+")


def short_name(section: Section, text: str) -> str:
    """Return by what a section is told from others in a list; a number by itself says nothing.

    >>> from scripts.model.policy import Block
    >>> from scripts.model.vocabulary import BlockKind, SectionKind
    >>> text, blocks = "（二）各区要在汛期以前查堤，并建立台账。", [Block("s1-2-p1", BlockKind.PARAGRAPH, 3, 20)]
    >>> short_name(Section("s1-2", SectionKind.ITEM, "（二）", "", 0, 3, 20, blocks), text)
    '（二）各区要在汛期以前查堤…'
    """
    lead = section.lead
    if section.title or lead is None:
        label_end = section.start + len(section.label)
        return section.label + (" " if text[label_end : label_end + 1].isspace() else "") + section.title
    clause = CLAUSE_PATTERN.match(text, lead.start, lead.end)
    end = min(clause.end() if clause else lead.end, lead.start + LONGEST)
    return section.label + text[lead.start : end] + ("…" if end < lead.end else "")
