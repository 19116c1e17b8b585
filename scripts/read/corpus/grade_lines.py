"""The lines of a translator's comment that say how far an entry's English has come → its grade.

They stand before the note, if there is one, each on a line of its own, and are kept by every tool that keeps comments:

    # grade: reviewed, editor, 2026-11-30, Li Ming
    # source: jinan-2018#s1-1
    # filled: 1a2b3c4d

The grade comes first; by whom, when and the name may be left out. `source` and `filled` stand with drafts that
`translate-template` filled in. The header `X-Grade` says in the same form what holds of entries that do not say it.
"""

import re

from scripts.model.grades import Graded, split_comment
from scripts.model.vocabulary import Grade, GradeBy
from scripts.read.corpus.record import shorten
from scripts.read.corpus.values import DAY_PATTERN, date_fault

HEADER = "X-Grade"
"""The field of the file's header that holds for entries that say nothing of their grade."""
LONGEST_NAME, MOST_SOURCES = 32, 40
"""So that no tool that breaks comments behind 78 characters breaks such a line."""
# reviewed   draft, memory   reviewed, editor, 2026-11-30, Li Ming; not `reviewed editor`, `reviewed, Li Ming`, `final`
GRADE_PATTERN = re.compile(
    rf"(?P<grade>{'|'.join(Grade)})(?:, (?P<by>{'|'.join(GradeBy)}))?(?:, (?P<date>{DAY_PATTERN}))?"
    r"(?(by)(?:, (?P<name>\S.*))?)"
)
# jinan-2018#s1-1, term:fangguanfu, policy:jinan-2018 of what its policy.yml says
SOURCE_PATTERN = re.compile(r"[a-z0-9-]+#[\w-]+|(?:term|organisation|document|policy):[a-z0-9-]+")
FILLED_PATTERN = re.compile(r"[0-9a-f]{8}")
FORM = "`grade: reviewed, editor, 2026-11-30`, of which only the grade is needed"


def read_grade(comment: str, default: Graded, *, is_fuzzy: bool) -> tuple[Graded, str]:
    """Return the grade of an entry, and what is wrong with the lines that say it.

    A draft is fuzzy: whoever takes that flag away, with any tool, has accepted the English, which then has the
    file's own grade.
    """
    rows, note = split_comment(comment)
    if "grade: " in note and any(line.startswith("grade: ") for line in note.split("\n")):
        return default, "has its grade behind the note; put these lines before it"
    values = {key: value for key, value in rows if key != "source"}
    sources = tuple(value for key, value in rows if key == "source")
    graded, fault = parse_grade(values["grade"]) if "grade" in values else (default, "")
    fault = fault or rows_fault(values, sources, count=len(rows))
    if graded.grade is Grade.DRAFT and not is_fuzzy:
        return default, fault
    return graded._replace(sources=sources, filled=values.get("filled", "")) if rows else graded, fault


def rows_fault(values: dict[str, str], sources: tuple[str, ...], *, count: int) -> str:
    """Return what is wrong with the lines beside the grade."""
    if count != len(values) + len(sources) or len(sources) > MOST_SOURCES:
        return f"says one thing twice, or has more than {MOST_SOURCES} sources; keep one line of each"
    if rows := [source for source in sources if not SOURCE_PATTERN.fullmatch(source)]:
        return f"names the source {shorten(rows[0])!r}; write it as jinan-2018#s1-1 or term:fangguanfu"
    if not FILLED_PATTERN.fullmatch(values.get("filled", "00000000")):
        return "has a fingerprint that is none; leave `filled` to translate-template"
    return "" if "grade" in values or not (values or sources) else f"has no grade before these lines; begin with {FORM}"


def parse_grade(text: str) -> tuple[Graded, str]:
    """Return the grade that a text says, and what is wrong with it.

    >>> parse_grade("reviewed, editor, 2026-11-30")[0].date
    '2026-11-30'
    """
    match = GRADE_PATTERN.fullmatch(text)
    if not match or len(match["name"] or "") > LONGEST_NAME:
        return Graded(), f"has the grade {shorten(text)!r}; write it as {FORM}"
    if match["date"] and (fault := date_fault(match["date"])):
        return Graded(), f"has the day {match['date']}, {fault}"
    by = GradeBy(match["by"]) if match["by"] else None
    return Graded(Grade(match["grade"]), by, match["date"] or "", match["name"] or ""), ""
