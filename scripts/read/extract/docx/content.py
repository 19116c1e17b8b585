"""What a paragraph shows, piece by piece → its lines, what hangs on it, and how often what was left out."""

from dataclasses import dataclass, field

from scripts.model.vocabulary import Leaving
from scripts.read.extract.docx.fields import Fields, Shown
from scripts.read.extract.docx.names import Element
from scripts.read.extract.docx.pictures import Found
from scripts.read.extract.docx.reading import Reading


@dataclass(slots=True)
class Content:
    """What a paragraph holds."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    """The pieces of each line."""
    boxes: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What is drawn as letters beside it."""
    doubts: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The lines as text."""
        return ["".join(pieces) for pieces in self.lines]

    def join(self, other: "Content") -> None:
        """Take the content of the paragraph that follows without an end between them."""
        self.lines[-1] += other.lines[0]
        self.lines += other.lines[1:]
        self.boxes += other.boxes
        self.words += other.words
        self.doubts += other.doubts


@dataclass(slots=True)
class ContentReader:
    """Reads one paragraph."""

    reading: Reading
    fields: Fields
    style: str | None
    """The paragraph's style."""
    content: Content = field(default_factory=Content)
    gap: Leaving | None = None
    """Why the passage before was left out, where nothing has been shown since."""
    run: Element | None = None
    """The properties of the run that is read."""

    def add(self, text: str) -> None:
        """Add to the line, unless it is part of a field's instruction."""
        if text and not self.fields.waiting:
            self.content.lines[-1].append(text)
            self.gap = None

    def end_line(self) -> None:
        """Begin another line."""
        if not self.fields.waiting:
            self.content.lines.append([])

    def leave(self, leaving: Leaving) -> None:
        """Count a passage that is left out, once for all of its pieces that follow one another."""
        if self.gap is not leaving and not self.fields.waiting:
            self.reading.leave(leaving)
            self.gap = leaving

    def doubt(self, text: str) -> None:
        """Note what is unsure, once."""
        if text and text not in self.content.doubts:
            self.content.doubts.append(text)

    def show(self, shown: Shown) -> None:
        """Add what a field shows that has no result of its own."""
        self.add(shown.text)
        self.doubt(shown.doubt)
        if shown.left_out is not None:
            self.reading.leave(shown.left_out)

    def hang(self, found: Found) -> None:
        """Keep what a drawing holds."""
        self.content.boxes += found.boxes
        self.content.words += found.words
        self.doubt(found.doubt)
        self.reading.left_out.update(found.left_out)
