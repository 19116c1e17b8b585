"""What a manuscript is read into, whatever it is written in: paragraphs, with the addresses at their places."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """An address at a place of a paragraph: the words that lead there, or the address itself."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class NoteSign:
    """The sign of a footnote or endnote."""

    place: int
    key: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its markup."""

    where: str
    """How readers find it: line 12, paragraph 3, footnote 2."""
    text: str
    line: int = 0
    """Of a file of lines, that of its first character; 0 where there are no lines."""
    links: tuple[Link, ...] = ()
    signs: tuple[NoteSign, ...] = ()
    is_quotation: bool = False
    """Whether all of it is set off as a quotation."""
    note: str = ""
    """The key of the note that it belongs to."""

    def where_at(self, place: int) -> str:
        """Return how readers find a place of it."""
        return f"line {self.line + self.text.count(chr(10), 0, place)}" if self.line else self.where


@dataclass(slots=True)
class Manuscript:
    """A manuscript's paragraphs, in its order."""

    paragraphs: list[Paragraph] = field(default_factory=list)

    def notes(self) -> dict[str, list[Paragraph]]:
        """Return the paragraphs of each note."""
        notes: dict[str, list[Paragraph]] = {}
        for paragraph in self.paragraphs:
            if paragraph.note:
                notes.setdefault(paragraph.note, []).append(paragraph)
        return notes
