"""A policy → what the contents of its page list beside the headings: articles, and what else has a number without one.

An entry is the printed number and how the text behind it begins. It stands in the list of the heading under which it
is printed, or behind the heading that it follows there; a list of such entries alone is folded by the page.
"""

from collections.abc import Iterable, Mapping

from scripts.model.archive import Archive
from scripts.model.kinds import KINDS, Drawing
from scripts.model.languages import ORIGINAL
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import Language, SectionKind
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.body import has_english
from scripts.write.words.place_labels import english_label
from scripts.write.words.short_names import begin

DEEPEST = 4
"""The level of the smallest headings that the contents list."""
Entry = dict[str, str]
Lists = dict[str, dict[str, list[Entry]]]


class UntitledEntries:
    """Gathers the entries of a policy in one language; in English as far as there is any."""

    def __init__(self, policy: Policy, archive: Archive, language: Language) -> None:
        self.text = policy.text
        own = policy.metadata.id if policy.metadata else ""
        is_shown = language is not ORIGINAL and has_english(policy, archive)
        self.english: Mapping[str, str] | None = archive.english.get(own, {}) if is_shown else None
        self.lists: Lists = {"in": {}, "after": {}}
        """By the anchor of a heading, empty for the whole text: what is listed under it, and what behind it."""
        self.add_all(policy.sections, 2, ("in", ""))

    def add_all(self, sections: Iterable[Section], level: int, place: tuple[str, str]) -> None:
        """Add the entries of sections whose headings are of this level, and of those below them."""
        for section in sections:
            if is_entry(section):
                where, heading = place
                self.lists[where].setdefault(heading, []).append(self.entry(section))
                if section.kind is not SectionKind.ARTICLE:
                    self.add_all(section.children, level, place)
            elif section.title and level <= DEEPEST:
                if section.kind is not SectionKind.ARTICLE:
                    self.add_all(section.children, level + 1, ("in", section.anchor))
                place = "after", section.anchor
            elif section.kind is not SectionKind.ARTICLE:
                self.add_all(section.children, level + bool(section.title), place)

    def entry(self, section: Section) -> Entry:
        """Return the anchor of a section, its number, and how its text begins, cut where a clause ends."""
        lead = section.lead
        label = section.label + " " * section.label[-1].isalnum()  # 第三条 水渠, but （三）水渠
        words = self.text[lead.start : lead.end] if lead else ""
        if self.english is not None:
            label = english_label(section)
            words = self.english.get(lead.anchor, words) if lead else ""
        return {"to": section.anchor, "label": md.escape_html(label), "words": md.escape_html(begin(words))}


def is_entry(section: Section) -> bool:
    """Whether a section has a number and no heading, and is one of those by which people find their way."""
    kind = KINDS[section.kind]
    is_a_way = kind.begins_text or kind.is_compared
    return is_a_way and kind.drawing is Drawing.HEADING and bool(section.label) and not section.title


def untitled_entries(policy: Policy, archive: Archive, language: Language) -> Lists:
    """Return what the contents list beside the headings, by where it stands; nothing where all have headings."""
    lists = UntitledEntries(policy, archive, language).lists
    return {place: entries for place, entries in lists.items() if entries}
