"""What is wrong with the corpus, as values with a place; and the one exception for input that cannot be used."""

import unicodedata
from dataclasses import dataclass

LONGEST_MESSAGE = 600
"""So many characters of a message are printed: its beginning, and its end, which is the remedy."""


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
        head = f"{on_one_line(place)}: [{self.rule}] {clip_message(on_one_line(self.message))}"
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


def on_one_line(text: str) -> str:
    r"""Return a text as any terminal shows it, on one line: what it could not print stands as its number.

    >>> on_one_line("质\n\u202e\x1b量")
    '质\\n\\u202e\\x1b量'
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def clip_message(text: str) -> str:
    """Return the beginning and the end of a long message."""
    half = LONGEST_MESSAGE // 2
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:half]} … {text[-half:]}"


def clip_excerpt(line: str, column: int, width: int = 60) -> tuple[str, int]:
    """Return at most `width` characters of the line around the column, control characters made visible."""
    start = max(0, min(column - width // 2, len(line) - width))
    shown = line[start : start + width]
    visible = "".join(char if char.isprintable() else " " if char == "\t" else "�" for char in shown)
    return visible, min(column - start, len(visible))


def display_width(text: str) -> int:
    """Return the columns that a text takes in a terminal: two for wide characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
