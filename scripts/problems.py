"""What is wrong with the corpus, as values with a place; and the one exception for input that cannot be used."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that a person has to mend: where it is, which rule found it, what is wrong and what to do."""

    path: str
    """Relative to the project's root, or as the user gave it."""
    line: int
    """From 1; 0 where the whole file is meant."""
    rule: str
    message: str
    excerpt: str = ""
    """The line on which it stands."""
    column: int = 0
    """Code point in `excerpt`, from 0, at which the caret points."""

    def __str__(self) -> str:
        """Return `file:line: [rule] message`, and below it the line with a caret."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        head = f"{place}: [{self.rule}] {self.message}"
        if not self.excerpt:
            return head
        shown, column = clip_excerpt(self.excerpt, self.column)
        return f"{head}\n    {shown}\n    {' ' * display_width(shown[:column])}^"


class CorpusError(Exception):
    """Input that cannot be used at all; carries the problem that says why."""

    def __init__(self, path: str, message: str, line: int = 0, rule: str = "unreadable") -> None:
        self.problem = Problem(path, line, rule, message)
        super().__init__(str(self.problem))

    def __reduce__(self) -> tuple[type["CorpusError"], tuple[str, str, int, str]]:
        """Let the error come back whole from a process of its own."""
        problem = self.problem
        return CorpusError, (problem.path, problem.message, problem.line, problem.rule)


def clip_excerpt(line: str, column: int, width: int = 60) -> tuple[str, int]:
    """Return at most `width` characters of the line around the column, control characters made visible."""
    start = max(0, min(column - width // 2, len(line) - width))
    shown = line[start : start + width]
    visible = "".join(char if char.isprintable() else "�" for char in shown)
    return visible, min(column - start, len(visible))


def display_width(text: str) -> int:
    """Return the columns that a text takes in a terminal: two for wide characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
