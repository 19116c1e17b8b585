"""A DOCX file's parts → what every one of its readers asks: its styles, its lists, its notes, what was left out."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Extraction
from scripts.read.extract.docx.counting import Counting
from scripts.read.extract.docx.fields import find_loose
from scripts.read.extract.docx.names import Element, attribute, children, number_of, value_of
from scripts.read.extract.docx.numbering import LEVELS, NumberedList, read_numbering
from scripts.read.extract.docx.parts import Parts
from scripts.read.extract.docx.styles import Styles, read_styles

NO_LIST = "0"
NOTE_KINDS = ("footnote", "endnote")


class Note(NamedTuple):
    """A note to which the text refers."""

    mark: str
    """What stands before it: `[1]`; empty where it has a mark of its own."""
    content: Element


@dataclass(slots=True)
class Reading:
    """What is known of a file while it is read."""

    styles: Styles
    lists: dict[str, NumberedList]
    in_notes: Counting
    """How far the lists of all notes are counted, which is apart from the text."""
    loose: set[Element]
    """The signs of fields that count for nothing."""
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    """By their kind and their id; one that has been referred to is gone."""
    chunks: dict[str, Extraction] = field(default_factory=dict)
    """What is read of the files in the file, by the ids of their relationships."""
    left_out: Counter[Leaving] = field(default_factory=Counter)
    waiting: list[Note] = field(default_factory=list)
    """Those to which the last block refers."""
    noted: int = 0

    def leave(self, leaving: Leaving, times: int = 1) -> None:
        """Count what is left out; nothing is counted as often as never."""
        if times:
            self.left_out[leaving] += times

    def refer(self, kind: str, name: str, *, has_own_mark: bool) -> str:
        """Take a reference to a note, which waits from now on, and return the mark that stands for it."""
        content = self.notes.pop((kind, name), None)
        if content is None:
            return ""
        self.noted += not has_own_mark
        mark = "" if has_own_mark else f"[{self.noted}]"
        self.waiting.append(Note(mark, content))
        return mark

    def take_notes(self) -> list[Note]:
        """Return the notes that wait, which then wait no longer."""
        taken, self.waiting = self.waiting, []
        return taken

    def place_in_list(self, direct: Element | None, style: str | None) -> tuple[str, int] | None:
        """Return the list and the level, from 0, that number a paragraph; None for one without a number.

        `direct` is what the paragraph itself says of it.
        """
        name, level = value_of(direct, "w:numId"), number_of(direct, "w:ilvl")
        chain = self.styles.chain(style)
        if name is None:
            name = next((own.num_id for own in chain if own.num_id is not None), NO_LIST)
        numbered = self.lists.get(name) if name != NO_LIST else None
        if numbered is None:
            return None
        for own in chain if level is None else ():
            bound = numbered.level_of(own.id)
            level = own.level if bound is None else bound
            if level is not None:
                break
        return name, min(max(level or 0, 0), LEVELS - 1)


def begin_reading(parts: Parts) -> Reading:
    """Return what is known of a file before its text is read."""
    styles = read_styles(parts.xml("styles"))
    lists = read_numbering(parts.xml("numbering"), styles)
    reading = Reading(styles, lists, Counting(lists), find_loose(parts.root))
    for kind in NOTE_KINDS:
        root = parts.xml(f"{kind}s")
        if root is not None:
            reading.loose |= find_loose(root)
            for note in children(root, f"w:{kind}"):
                reading.notes[kind, attribute(note, "w:id") or ""] = note
    return reading
