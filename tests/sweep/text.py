"""One text → what reading made of it, beside what it prints."""

import dataclasses
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.commands.gather import link_corpus, open_given
from scripts.model.edits import Alignment, undo
from scripts.model.policy import Policy
from scripts.model.vocabulary import Rule, SectionKind
from scripts.problems import CorpusError
from scripts.read.corpus.corpus import Shared, read_unknown
from scripts.text.lines import TextLines
from tests.sweep.forms import find_form

UNLABELLED = frozenset({SectionKind.PREAMBLE, SectionKind.CLOSING, SectionKind.TABLE, SectionKind.ROW})
LAYOUT = frozenset({Rule.CONTROL, Rule.NEWLINE, Rule.LAYOUT, Rule.SPACE})
Line = tuple[int, str]
"""A line of the source by its number, from 1, with its words."""


@dataclass(slots=True)
class Seen:
    """What was seen in a text."""

    file: str
    seconds: float = 0
    size: int = 0
    """In bytes."""
    printed: Counter[str] = field(default_factory=Counter)
    recognised: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    """Numbers on lines that are no part of the text, such as those of its table of contents."""
    unused: list[Line] = field(default_factory=list)
    """Lines that begin with a number, and no section."""
    unseen: list[Line] = field(default_factory=list)
    """Lines that begin a section, and with no number that is known here."""
    dropped: list[Line] = field(default_factory=list)
    """Lines with words, of which nothing is left in the text."""
    metadata: dict[str, str] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    fault: str = ""
    """Why it could not be read; or which law it breaks."""


def see(file: Path, shared: Shared) -> Seen:
    """Read a text, with a glossary, and return what was seen."""
    seen = Seen(file.as_posix())
    start = time.perf_counter()
    try:
        source = open_given(file).source
    except CorpusError as error:
        seen.fault = str(error)
        return seen
    archive = link_corpus(read_unknown(shared, source))[0]
    (policy,) = archive.policies
    seen.seconds, seen.size = time.perf_counter() - start, source.size
    if undo(policy.text, policy.edits) != source.text:
        seen.fault = "undoing the edits does not give the source back"
    compare_lines(policy, seen)
    seen.metadata = {name: show(value) for name, value in dataclasses.asdict(policy.said).items() if value}
    seen.targets = [
        policy.text[target.start : target.end] for findings in archive.findings.values() for target in findings.targets
    ]
    return seen


def show(found: Any) -> str:
    """Return what the text says of itself, without the place where it says so."""
    if isinstance(found, tuple):
        return " + ".join(map(show, found))
    return str(found["value"] if "value" in found else f"{found['first']}–{found['last']}")


def compare_lines(policy: Policy, seen: Seen) -> None:
    """Set the numbers that the source prints beside the sections that begin there, and note what is left out."""
    lines = TextLines(policy.source.text)
    begun = lines_of_sections(policy, lines)
    kept = lines_of_text(policy, lines)
    for index, line in enumerate(lines):
        words = line.strip()
        if not words:
            continue
        form = find_form(line)
        if index not in kept:
            seen.dropped.append((index + 1, words))
            seen.left_out.update([form] if form else [])
            continue
        if form:
            seen.printed[form] += 1
            seen.recognised[form] += index in begun
        if form and index not in begun:
            seen.unused.append((index + 1, words))
        elif index in begun and not form:
            seen.unseen.append((index + 1, words))


def lines_of_sections(policy: Policy, lines: TextLines) -> set[int]:
    """Return the lines of the source, from 0, on which a section with a printed number begins."""
    places = Alignment(policy.edits)
    starts = (section.start for section in policy.walk() if section.label and section.kind not in UNLABELLED)
    return {line_at(lines, places.source_place(start, from_left=True)) for start in starts}


def lines_of_text(policy: Policy, lines: TextLines) -> set[int]:
    """Return the lines of the source, from 0, of which anything but blanks is in the text, changed or not."""
    kept: set[int] = set()
    place = 0
    for edit in policy.edits:
        kept.update(worded(lines, place, edit.start))
        if edit.rule in LAYOUT or edit.after.strip():
            kept.update(worded(lines, edit.start, edit.end))
        place = edit.end
    kept.update(worded(lines, place, len(policy.source.text)))
    return kept


def worded(lines: TextLines, start: int, end: int) -> Iterator[int]:
    """Yield the lines, from 0, that have more than blanks in a span of their text."""
    while start < end:
        line = line_at(lines, start)
        after = lines.starts[line + 1]
        if lines.text[start : min(end, after)].strip():
            yield line
        start = after


def line_at(lines: TextLines, place: int) -> int:
    """Return the line, from 0, that holds a place."""
    return bisect_right(lines.starts, place) - 1
