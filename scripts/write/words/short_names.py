"""What a list calls a section: its printed number and title, or where it has none, how its text begins."""

import re

from scripts.model.policy import Section

LONGEST = 20
"""So many characters of a Chinese text stand for a title at most."""
LONGEST_LATIN = 48
"""The same of a text in Latin letters, which is cut at a blank."""
# 各区要在汛期以前查堤; not 3,000 nor 2.5 of an English sentence
CLAUSE_PATTERN = re.compile(r"(?:[^，。；：,;:.\n]|[,.:](?=[0-9]))+")
LATIN_PATTERN = re.compile("[A-Za-z]")
STOPS = "。."
"""What ends a sentence, and is no sign that anything follows."""


def short_name(section: Section, text: str) -> str:
    """Return by what a section is told from others in a list; a number by itself says nothing.

    >>> from scripts.model.policy import Block
    >>> from scripts.model.vocabulary import BlockKind, SectionKind
    >>> text, blocks = "（二）各区要在汛期以前查堤，并建立台账。", [Block("s1-2-p1", BlockKind.PARAGRAPH, 3, 20)]
    >>> short_name(Section("s1-2", SectionKind.ITEM, "（二）", "", 0, 3, 20, blocks), text)
    '（二）各区要在汛期以前查堤…'
    """
    lead = section.lead
    label_end = section.start + len(section.label)
    gap = " " if text[label_end : label_end + 1].isspace() else ""
    if section.title or lead is None:
        return section.label + gap + section.title
    return section.label + gap + begin(text[lead.start : lead.end])


def begin(text: str) -> str:
    """Return how a text begins: its first clause, or less, with the sign that more follows where more does.

    >>> begin("各区要在汛期以前查堤，并建立台账。"), begin("本办法所称水渠，是指…"), begin("自印发之日起施行。")
    ('各区要在汛期以前查堤…', '本办法所称水渠…', '自印发之日起施行')
    >>> begin("The districts shall inspect at least 3,000 dikes before the flood season begins, and keep records.")
    'The districts shall inspect at least 3,000 dikes…'
    """
    clause = CLAUSE_PATTERN.match(text)
    words = clause[0].rstrip() if clause else text
    if LATIN_PATTERN.match(words) and len(words) > LONGEST_LATIN:
        words = words[: LONGEST_LATIN + 1].rpartition(" ")[0] or words[:LONGEST_LATIN]
    elif not LATIN_PATTERN.match(words):
        words = words[:LONGEST]
    return words + ("…" if len(words) < len(text.rstrip(STOPS)) else "")
