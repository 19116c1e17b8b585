"""The lines of a text, each made when it is asked for: a list of short ones is many times as large as the text."""

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import overload


class TextLines(Sequence[str]):
    """The lines of a text, as `split` gives them."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str, starts: "array[int] | None" = None) -> None:
        self.text = text
        self.starts = array("i", line_starts(text)) if starts is None else starts
        """Where each line begins, and where one behind the last would."""

    def __len__(self) -> int:
        return max(len(self.starts) - 1, 0)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        index = range(len(self))[index]
        return self.text[self.starts[index] : self.starts[index + 1] - 1]


WORDED_PATTERN = re.compile(r"\S(?:[^\n]*\S)?")


class WordedLines(Sequence[str]):
    """The lines of a text that have words, without the blanks around these."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("i"), array("i")
        """Where the words of each line begin and end."""
        for match in WORDED_PATTERN.finditer(text):
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return self.text[self.starts[index] : self.ends[index]]

    def whole(self, index: int) -> tuple[int, int]:
        """Return the span of a line with the blanks around its words, without its line end."""
        start, end = self.starts[index], self.text.find("\n", self.ends[index])
        return self.text.rfind("\n", 0, start) + 1, end if end >= 0 else len(self.text)


def line_starts(text: str) -> Iterator[int]:
    """Yield where each line of a text begins, and where one behind the last would."""
    end = -1
    while end < len(text):
        yield end + 1
        end = text.find("\n", end + 1)
        if end < 0:
            end = len(text)
    yield end + 1
