"""Units that came back from a translator's tool → the entries of en.po that they change; what is not taken, and why.

A unit is taken where its Chinese is still that of the text, and its English or its state has changed. English that was
changed here since the file was made is not overwritten, and a translation never becomes a draft again.
"""

from collections import defaultdict
from itertools import chain

from scripts.model.anchors import parse
from scripts.model.archive import Archive
from scripts.model.exchange import Returned
from scripts.model.grades import Graded, fingerprint
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Grade
from scripts.problems import Problem
from scripts.read.corpus.record import shorten
from scripts.read.corpus.translation_file import translatable
from scripts.read.exchange.xml_file import RULE, same_words
from scripts.text.gate import find_faults, find_outer_blanks

CHANGED = "{place} has other Chinese now than when the file was made; export it anew, and translate what changed"
GONE = "{place} is not in the text any more; move its English to the place where it stands now"
UNKNOWN = "{place} is no place of this policy, nor is its Chinese; keep the ids that the export gave"
TWICE = "{place} comes back twice with different English; leave one"
CONFLICT = "{place} was changed in en.po since the file was made, and in the file too; compare both, and mend en.po"
LOWERED = "{place} comes back as a draft, and has a translation; set its state to translated where it is to replace it"
RANKS = list(Grade)


class Taking:
    """What of a policy's English changes."""

    def __init__(self, policy: Policy, metadata: Metadata, archive: Archive, given: Graded) -> None:
        self.texts = dict(translatable(policy))
        self.english = archive.english.get(metadata.id, {})
        self.grades = archive.grades.get(metadata.id, {})
        self.given = given
        """The grade of units that say none, and whose work it is, since when."""
        self.by_words: dict[str, list[str]] = defaultdict(list)
        for anchor, zh in self.texts.items():
            self.by_words["".join(zh.split())].append(anchor)
        self.edits: dict[str, tuple[str, Graded]] = {}
        self.same = 0
        """So many units came back as they are here."""
        self.unknown = 0
        """So many are of no place, and of no policy that they name."""

    def take(self, unit: Returned, name: str) -> list[Problem]:
        """Take up a unit of the file that problems call `name`; return why it is not taken."""
        anchors, fault = self.places_of(unit)
        faults = [fault] if fault else [fault for anchor in anchors if (fault := self.take_at(anchor, unit))]
        place = shorten(unit.anchor or unit.zh)
        return [Problem(name, unit.line, RULE, fault.replace("{place}", place)) for fault in faults]

    def places_of(self, unit: Returned) -> tuple[list[str], str]:
        """Return the places that a unit is of: by its name, else by its Chinese where that leaves no doubt."""
        if unit.anchor in self.texts:
            return [unit.anchor], ""
        if is_anchor(unit.anchor):
            return [], GONE
        anchors = self.by_words.get("".join(unit.zh.split()), [])
        if anchors:
            return (anchors if len(anchors) == 1 else [anchor for anchor in anchors if self.is_open(anchor)]), ""
        self.unknown += not unit.anchor
        return [], UNKNOWN if unit.anchor else ""

    def is_open(self, anchor: str) -> bool:
        """Whether a place has no English, or a draft."""
        return anchor not in self.english or self.grades[anchor].grade is Grade.DRAFT

    def take_at(self, anchor: str, unit: Returned) -> str:
        """Take up a unit at a place; return why it is not taken, or nothing."""
        now = self.english.get(anchor, "")
        grade = unit.grade or self.given.grade
        former = self.grades[anchor].grade if now else None
        if not same_words(unit.zh, self.texts[anchor]):
            return CHANGED
        if unit.en == now:
            if former and unit.grade and RANKS.index(unit.grade) > RANKS.index(former):
                return self.keep(anchor, unit.en, unit.grade)
            self.same += 1
            return ""
        if unit.base and unit.base != fingerprint(now):
            return CONFLICT if unit.base != fingerprint(unit.en) else ""  # the file has what stood here before
        if grade is Grade.DRAFT and former not in (None, Grade.DRAFT):
            return LOWERED
        fault = next(chain(find_faults(unit.en), find_outer_blanks(unit.en)), None)
        return f"{{place}} {fault.message}" if fault else self.keep(anchor, unit.en, grade)

    def keep(self, anchor: str, english: str, grade: Grade) -> str:
        """Note a change; return what is wrong where there is another one already."""
        if anchor in self.edits and self.edits[anchor][0] != english:
            return TWICE
        self.edits[anchor] = english, self.given._replace(grade=grade)
        return ""


def is_anchor(text: str) -> bool:
    """Whether a text has the form of an anchor."""
    try:
        return bool(parse(text))
    except ValueError:
        return False
