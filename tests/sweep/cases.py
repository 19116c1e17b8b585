"""A folder of small invented texts, one a kind of failure → whether each is read as it should be, in a table.

What should be stands here by the name of the file, without its words: the anchors of all sections, which of them have no
title, on which lines of the file title, number and bodies are printed, the day, how many figures, which lines are none of
the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.model.policy import Policy
from scripts.model.said import Found
from scripts.read.clean.decode import read_source
from scripts.read.corpus.corpus import Shared
from scripts.read.policy import read_policy
from tests.sweep.text import see

WORD_PATTERN = re.compile(r"[\w〔〕]+")
ROWS = " t1-r1 t1-r2"


@dataclass(frozen=True, slots=True)
class Case:
    """What should be read in a text."""

    sections: str
    """The anchors, but for that of what stands before the first part."""
    bare: str = ""
    """Those of which the number is all that is printed as a heading, or not even that."""
    title: Sequence[int] = (1,)
    """The lines, from 1; none where the text has no title."""
    number: int = 0
    """The line; 0 where none is printed."""
    issuers: Sequence[int] = ()
    date: str = ""
    targets: int = 0
    dropped: Sequence[int] = ()
    refused: bool = False
    """Whether it is no text, and said to be none."""
    rests_on: str = ""
    """What else it takes than to know the lines."""


CASES = {
    "01-articles": Case("ch1 a1 a2 a2-1 a2-2 ch2 a3", "a1 a2 a2-1 a2-2 a3"),
    "02-json-without-title": Case("s1 closing", "closing", number=2, issuers=(7,), date="2020-01-02"),
    "03-title-on-two-lines": Case("s1", title=(1, 2), number=3, issuers=(1,)),
    "04-gov-cn-head-table": Case(
        "s1", title=(13,), number=14, issuers=(17,), date="2020-01-02", dropped=range(1, 13)
    ),
    "05-web-menu-before-and-after": Case(
        "s1 closing", "closing", (12,), issuers=(17,), date="2020-01-02", dropped=(*range(1, 12), *range(19, 26))
    ),
    "06-annex": Case("s1 s2 closing x1 x1-s1 x1-s2", "closing", issuers=(9,), date="2020-01-02"),
    "07-several-plans-in-one": Case(
        "closing x1 x1-s1 x1-s2 x1-s2-1 x1-s2-2 x2 x2-s1 x2-s2 x2-s2-1", "closing", (), issuers=(3,), date="2020-01-02"
    ),
    "08-continuous-items": Case("s1 s1-1 s1-2 s2 s2-3 s2-4"),
    "09-numbered-without-title": Case("s1 s1-1 s1-2", "s1-1"),
    "10-signature-in-last-item": Case("s1 s1-1 s1-2 closing", "closing", issuers=(8,), date="2020-01-02"),
    "11-last-paragraph-torn-off": Case("s1 s1-1 s2 s2-2 s2-3 closing", "closing", issuers=(8,), date="2020-01-02"),
    "12-hard-wrapped-pdf": Case("s1"),
    "13-page-numbers": Case("s1 s2", dropped=(4,)),
    "14-dotted-contents": Case("s1 s2", dropped=(3, 4)),
    "15-decimal-headings": Case("s1 s1-1 s1-2 s2 s2-1 s2-1-1"),
    "16-arabic-dun-and-paren": Case("s1 s1-1 s1-1-1 s1-1-1-1 s1-1-1-2 s1-1-2"),
    "17-markdown-marks": Case("s1 s1-1 s2", dropped=(3, 5)),
    "18-table-number-in-its-own-cell": Case(f"s1 t1{ROWS} t1-r3 s2", "t1", targets=3),
    "19-bar-separated-cells": Case(f"s1 t1{ROWS} s2", "t1", dropped=range(3, 14, 2)),
    "20-empty-cell-dashes": Case(f"s1 s1-1 t1{ROWS}", "t1", targets=2),
    "21-small-dot-and-hyphen-dash": Case("s1 s1-1 s1-1-d1 s1-1-d2 s1-1-1 box1 s1-1-2"),
    "22-taiwan-articles": Case(
        "ch1 a1 a2 a2-1 a2-2 a3 a3-1 a3-2", "a1 a2 a2-1 a2-2 a3 a3-1 a3-2", rests_on="its script is kept"
    ),
    "23-database-head": Case("s1", title=(4,), number=5, dropped=(1, 2, 3)),
    "24-kinds-without-title-and-issuer": Case(
        "s1 s2 closing", "s1 s2 closing", number=2, issuers=(7,), date="2020-01-02"
    ),
    "25-false-targets": Case("s1 sec1"),
    "26-html-as-saved": Case("", refused=True),
    "27-broken-inline": Case("s1", targets=1),
    "28-chapters-over-running-parts": Case("ch1 s1 ch2 s2 s3", "s1 s2 s3"),
    "29-document-lines-dropped": Case("s1 x1"),
    "30-restarted-subitems": Case("s1 s1-1 s1-1-1 s1-1-2 s1-1-1_2 s1-1-2_2", "s1-1-1_2 s1-1-2_2"),
    "hant_jilin": Case("s1 s2 s2-1 s2-2 s2-3", rests_on="words in their script"),
    "kangxi": Case("s1 s2 s2-1 s2-2", targets=1, rests_on="radicals mended"),
    "numbers": Case(
        "s1 s2 s2-1 s2-1-1 s2-1-1-1 s2-1-1-2 s2-1-1-2-1 s2-1-1-2-2 s2-1-2 s2-1-2-1 s2-1-2-2 s2-1-2-1_2 s2-1_2",
        "s2-1-1-1 s2-1-1-2 s2-1-1-2-1 s2-1-1-2-2 s2-1-2-1 s2-1-2-2 s2-1-2-1_2",
    ),
    "pdfcopy": Case("s1 s1-1 s1-2 s2", targets=1, dropped=(6, 13), rests_on="marks of damage"),
    "regulation": Case(
        "ch1 a1 a2 ch2 ch2-sec1 a3 a3-1 a3-2 a3z1 ch3 a4", "a1 a2 a3 a3-1 a3-2 a3z1 a4",
        issuers=(3,), date="2020-07-30", dropped=range(5, 9),
    ),
}  # fmt: skip
COLUMNS = ("structure", "title", "metadata", "figures", "lines")


def print_cases(folder: Path, shared: Shared) -> bool:
    """Print the table for the texts below a folder that have a row here; return whether all are as they should be."""
    files = sorted(file for file in folder.rglob("*") if file.stem in CASES and file.suffix in (".txt", ".html"))
    print(f"{'text':36}" + "".join(f"{column:>10}" for column in COLUMNS))
    sums = dict.fromkeys(COLUMNS, 0)
    for file in files:
        faults = dict(judge(file, CASES[file.stem], shared))
        for column in COLUMNS:
            sums[column] += column not in faults
        marks = "".join(f"{'no' if column in faults else 'yes':>10}" for column in COLUMNS)
        rest = CASES[file.stem].rests_on
        print(f"{file.stem:36}{marks}{rest and f'  ({rest}: not judged here)'}")
        for column, fault in faults.items():
            print(f"    {column}: {fault}")
    print(f"{len(files):<36}" + "".join(f"{sums[column]:>10}" for column in COLUMNS))
    return all(number == len(files) for number in sums.values())


def judge(file: Path, case: Case, shared: Shared) -> Iterator[tuple[str, str]]:
    """Yield in which columns a text is not read as it should be, each with what is there."""
    seen = see(file, shared)
    if seen.fault or case.refused:
        if not (case.refused and seen.fault):
            yield "structure", seen.fault or "is read as a text"
        return
    policy = read_policy(read_source(file.read_bytes(), file.as_posix()))[0]
    yield from judge_sections(policy, case)
    yield from judge_said(policy, case)
    if len(seen.targets) != case.targets:
        yield "figures", ", ".join(seen.targets) or "none"
    dropped = [line for line, _ in seen.dropped]
    if dropped != [*case.dropped]:
        yield "lines", f"dropped are {dropped}"


def judge_sections(policy: Policy, case: Case) -> Iterator[tuple[str, str]]:
    """Compare the sections, and which of them have a title."""
    sections = [section for section in policy.walk() if section.anchor != "preamble"]
    anchors = " ".join(section.anchor for section in sections)
    if anchors != case.sections:
        yield "structure", anchors
    bare = " ".join(section.anchor for section in sections if not section.title)
    if bare != case.bare:
        yield "title", bare


def judge_said(policy: Policy, case: Case) -> Iterator[tuple[str, str]]:
    """Compare what the text says of itself."""
    lines, said = policy.source.text.splitlines(), policy.said
    own = "".join(lines[line - 1] for line in case.title)
    pairs = [(said.title, own, True), (said.number, lines[case.number - 1] if case.number else "", False)]
    pairs += [(issuer, lines[line - 1], False) for issuer, line in zip(said.issuers, case.issuers, strict=False)]
    wrong = [found.value if found else "none" for found, printed, whole in pairs if not is_same(found, printed, whole)]
    if len(said.issuers) != len(case.issuers):
        wrong.append(" + ".join(issuer.value for issuer in said.issuers) or "no body")
    if (said.date.value if said.date else "") != case.date:
        wrong.append(said.date.value if said.date else "no date")
    if wrong and not (case.rests_on and wrong == [said.title and said.title.value]):
        yield "metadata", ", ".join(wrong)


def is_same(found: Found | None, printed: str, whole: bool) -> bool:
    """Whether what was found is what a line prints, or stands there in this order, whatever signs are around it."""
    if found is None or not printed:
        return found is None and not printed
    value, line = ("".join(WORD_PATTERN.findall(words)) for words in (found.value, printed))
    rest = iter(line)  # 某省第十三届人民代表大会 is 某省人民代表大会
    return value == line if whole else all(char in rest for char in value)
