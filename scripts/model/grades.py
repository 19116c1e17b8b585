"""How far the English of each place has come, who says so, and what that adds up to for a policy."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scripts.model.vocabulary import Grade, GradeBy

KEYS = ("grade: ", "source: ", "filled: ")
"""How the lines of a translator's comment begin that say a grade; they stand before the note, if there is one."""


class Graded(NamedTuple):
    """The grade of the English of a place."""

    grade: Grade = Grade.TRANSLATED
    by: GradeBy | None = None
    """None where nobody wrote it down."""
    date: str = ""
    """The ISO date of the day on which it got the grade; empty where nobody wrote it down."""
    name: str = ""
    """Of the person or the program; may be empty."""
    sources: tuple[str, ...] = ()
    """Of a draft that was filled in: what it was taken from, such as `jinan-2018#s1-1` or `term:fangguanfu`."""
    filled: str = ""
    """Of such a draft: the fingerprint of the English that was filled in, which tells whether anybody touched it."""


@dataclass(frozen=True, slots=True)
class EnglishState:
    """How much English a policy has: so many headings and blocks of each state."""

    grades: Mapping[Grade, int]
    """Of English that is shown."""
    outdated: int = 0
    """Whose English waits for mending, as the Chinese has changed or somebody marked it as unfit; it is not shown."""
    untranslated: int = 0
    """That have none."""

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.grades.values()) + self.outdated + self.untranslated

    @property
    def is_complete(self) -> bool:
        """Whether all are translated, and none is a draft."""
        return not (self.outdated or self.untranslated or self.grades.get(Grade.DRAFT))


def lowest(grades: Iterable[Grade]) -> Grade | None:
    """Return the lowest of the grades of several places; None where there are none.

    >>> lowest([Grade.REVIEWED, Grade.DRAFT])
    <Grade.DRAFT: 'draft'>
    """
    order = list(Grade)
    return min(grades, key=order.index, default=None)


def count_grades(graded: Iterable[Graded]) -> dict[Grade, int]:
    """Return how many places have each grade, in the order of the grades; those that none has are left out."""
    counts = Counter(each.grade for each in graded)
    return {grade: counts[grade] for grade in Grade if counts[grade]}


def split_comment(comment: str) -> tuple[list[tuple[str, str]], str]:
    r"""Return the keys and values of the first lines that say a grade, and the rest, which is the note.

    >>> split_comment("grade: draft, memory\nA note.")
    ([('grade', 'draft, memory')], 'A note.')
    """
    lines = comment.split("\n")
    count = next((n for n, line in enumerate(lines) if not line.startswith(KEYS)), len(lines))
    rows = [line.partition(": ") for line in lines[:count]]
    return [(key, value) for key, _, value in rows], "\n".join(lines[count:])


def grade_text(graded: Graded) -> str:
    """Return a grade as a line or a header says it.

    >>> grade_text(Graded(Grade.REVIEWED, GradeBy.EDITOR, "2026-11-30"))
    'reviewed, editor, 2026-11-30'
    """
    return ", ".join(part for part in (graded.grade, graded.by, graded.date, graded.name) if part)


def grade_lines(graded: Graded) -> Iterator[str]:
    """Yield the lines of a comment that say a grade."""
    yield f"grade: {grade_text(graded)}"
    yield from (f"source: {source}" for source in graded.sources)
    if graded.filled:
        yield f"filled: {graded.filled}"


def fingerprint(english: str) -> str:
    """Return the fingerprint by which a draft is known that nobody touched: the first 8 digits of its SHA-256."""
    return hashlib.sha256(english.encode("utf-8", "surrogatepass")).hexdigest()[:8]
