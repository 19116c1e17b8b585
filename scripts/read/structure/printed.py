"""The words of named lines, by their places among them, and some of the lines as a sequence of their own."""

from collections.abc import Container, Sequence
from typing import overload

from scripts.read.structure.lines import Line, NamedLines

SENTENCE_LENGTH = 40


class Printed:
    """The lines of a text as they are printed, without blanks around them."""

    __slots__ = ("lines", "text")

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text, self.lines = text, lines

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start : line.end].strip()

    def is_labelled(self, index: int) -> bool:
        """Whether the line begins with a number, a dash or the name of a box; or is known to be no title or foot."""
        line = self.lines[index]
        return line.kind is not None or line.is_settled

    def is_sentence(self, index: int) -> bool:
        """Whether the line is one of the text's own: long, with a full stop."""
        line = self.lines[index]
        return line.end - line.start >= SENTENCE_LENGTH and self.text.find("。", line.start, line.end) >= 0


class SomeLines(Sequence[Line]):
    """The lines from one place to before another, each taken when it is asked for."""

    __slots__ = ("lines", "places")

    def __init__(self, lines: Sequence[Line], first: int, after: int) -> None:
        self.lines, self.places = lines, range(first, after)
        if isinstance(lines, SomeLines):
            self.lines, self.places = lines.lines, lines.places[first:after]

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return tuple(self.lines[place] for place in self.places[index])
        return self.lines[self.places[index]]


def settled_of(lines: Sequence[Line]) -> Container[int]:
    """Return where the lines begin of which it is known what they are, among them those that some are taken from."""
    lines = lines.lines if isinstance(lines, SomeLines) else lines
    return lines.settled if isinstance(lines, NamedLines) else ()
