"""`en.po` → the English of a policy's headings and blocks with its grades, and what of it is missing or out of date.

One entry a heading or block: `msgctxt` its anchor, `msgid` the clean Chinese, `msgstr` the English. English whose
Chinese has changed since is never shown. An entry that is fuzzy is shown if it says that it is a draft.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import polib

from scripts.model.grades import EnglishState, Graded, count_grades, split_comment
from scripts.model.kinds import has_heading
from scripts.model.policy import Bilingual, Policy
from scripts.model.vocabulary import Grade
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.grade_lines import HEADER, parse_grade, read_grade
from scripts.read.corpus.po_lines import check_lines
from scripts.read.corpus.record import shorten
from scripts.read.corpus.values import anchor_fault
from scripts.read.regular_file import character_problem, read_text_of, reading
from scripts.text.gate import DAMAGED, find_faults, find_forbidden, find_outer_blanks

NO_DRAFTS = "says that all are drafts, which each says for itself; write the grade of the others"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the file."""

    zh: str
    en: str
    """Empty where it is not to be shown."""
    line: int
    note: Bilingual | None = None
    """The translator's note on it; its Chinese may be empty."""
    graded: Graded = field(default_factory=Graded)
    kept: str = ""
    """English that is not to be shown: that of a former Chinese, or what somebody marked as unfit."""


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """A policy's translation as its file has it, by anchor."""

    entries: dict[str, Entry] = field(default_factory=dict)
    exists: bool = False

    @property
    def former(self) -> dict[str, str]:
        """The English of entries by anchor, whether it is shown or waits for mending."""
        return {anchor: entry.en or entry.kept for anchor, entry in self.entries.items()}


def translatable(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield the anchor and the Chinese of everything that has an English: titles of sections, and blocks."""
    for section in policy.walk():
        if has_heading(section):
            yield section.anchor, section.title
        for block in section.blocks:
            yield block.anchor, policy.text[block.start : block.end]


def read_translation(path: Path, name: str) -> tuple[TranslationFile, list[Problem]]:
    """Return a policy's translation; a missing file holds none."""
    text, problems = read_text_of(path, name)
    if text is None:
        return TranslationFile(exists=bool(problems)), problems
    if problems:
        return TranslationFile(exists=True), problems
    try:
        check_lines(text, name)
        with reading(name):
            file = polib.pofile(text or "\n", check_for_duplicates=False)
    except CorpusError as error:
        return TranslationFile(exists=True), [error.problem]
    default, fault = parse_grade(file.metadata.get(HEADER, Grade.TRANSLATED))
    if fault or default.grade is Grade.DRAFT:
        problems.append(Problem(name, 0, "po", f"{HEADER} {fault or NO_DRAFTS}"))
    entries: dict[str, Entry] = {}
    for entry in file:
        if entry.obsolete:
            continue
        line, anchor = entry.linenum or 0, entry.msgctxt or ""
        if message := fault_of_anchor(anchor, entries):
            problems.append(Problem(name, line, "po", message))
            continue
        entries[anchor], faults = read_entry(entry, default, name)
        problems += faults
    return TranslationFile(entries, exists=True), problems


def read_entry(entry: polib.POEntry, default: Graded, name: str) -> tuple[Entry, list[Problem]]:
    """Return an entry as the archive has it, where `default` is the grade of the file, and its problems."""
    line = entry.linenum or 0
    graded, fault = read_grade(entry.tcomment, default, is_fuzzy=entry.fuzzy)
    is_shown = not entry.fuzzy or (graded.grade is Grade.DRAFT and not entry.previous_msgid)
    english, kept = (entry.msgstr, "") if is_shown else ("", entry.msgstr)
    problems = [Problem(name, line, "po", f"{entry.msgctxt} {fault}")] if fault else []
    problems += character_problems(entry, name, is_shown=is_shown)
    note = read_note(split_comment(entry.tcomment)[1])
    return Entry(entry.msgid, english, line, note, graded, kept), problems


def fault_of_anchor(anchor: str, entries: Mapping[str, Entry]) -> str:
    """Return what is wrong with the anchor of an entry, or nothing."""
    if not anchor:
        return "msgctxt '' is missing; name the anchor"
    if anchor in entries:
        return f"msgctxt {anchor!r} stands twice; keep one entry"
    fault = anchor_fault(anchor)
    return f"msgctxt is {shorten(anchor)!r}, {fault}" if fault else ""


def character_problems(entry: polib.POEntry, name: str, *, is_shown: bool) -> Iterator[Problem]:
    """Yield what may not stand in an entry: the Chinese is as the text has it, all else is for readers."""
    texts = [("msgid", fault) for fault in find_forbidden(entry.msgid, DAMAGED)]
    if is_shown:
        texts += [("msgstr", fault) for fault in chain(find_faults(entry.msgstr), find_outer_blanks(entry.msgstr))]
    texts += [("comment", fault) for line in entry.tcomment.split("\n") for fault in find_faults(line)]
    for part, fault in texts:
        yield character_problem(name, entry.linenum or 0, fault, field=f"{part} of {entry.msgctxt}")


def read_note(comment: str) -> Bilingual | None:
    r"""Return a translator's comment as a note: English, then Chinese from a line that begins with `zh: `.

    >>> read_note("Reads 公用 as\n公共.\nzh: 公用\n读作公共。")
    Bilingual(zh='公用读作公共。', en='Reads 公用 as 公共.')
    """
    english, _, chinese = f"\n{comment}".partition("\nzh: ")
    # polib wraps comments at blanks and hyphens: a break behind a hyphen of a word stands for nothing
    joined = re.sub(r"(?<=\w-)\n(?=\w)", "", english)
    plain = re.sub(r"(?<=[A-Za-z0-9,;)])\n(?=[A-Za-z0-9(])", " ", chinese)
    note = Bilingual("".join(plain.splitlines()), " ".join(joined.split()))
    return note if note.en or note.zh else None


def current_notes(current: Iterable[str], file: TranslationFile) -> dict[str, Bilingual]:
    """Return the translator's notes by anchor, in the order of the text, of the anchors whose English is current."""
    return {anchor: note for anchor in current if (note := file.entries[anchor].note)}


def current_english(policy: Policy, file: TranslationFile) -> dict[str, str]:
    """Return the English by anchor, where it is there and its Chinese is still the text's."""
    return {
        anchor: entry.en
        for anchor, zh in translatable(policy)
        if (entry := file.entries.get(anchor)) and entry.zh == zh and entry.en
    }


def current_grades(current: Iterable[str], file: TranslationFile) -> dict[str, Graded]:
    """Return the grades by anchor, of the anchors whose English is current."""
    return {anchor: file.entries[anchor].graded for anchor in current}


def find_outdated(policy: Policy, file: TranslationFile, name: str) -> Iterator[Problem]:
    """Yield what of the English is that of another text, or of none that is left."""
    wanted = dict(translatable(policy))
    for anchor, zh in wanted.items():
        entry = file.entries.get(anchor)
        if entry and entry.zh != zh:
            message = f"the Chinese of {anchor} has changed; run `translate-template`, then mend its English"
            yield Problem(name, entry.line, "outdated", message)
    for anchor, left_over in file.entries.items():
        if anchor not in wanted:
            message = f"{anchor} is not in the text; run `translate-template`, which puts it aside"
            yield Problem(name, left_over.line, "outdated", message)


def english_state(policy: Policy, file: TranslationFile) -> EnglishState:
    """Return how much English a policy has."""
    wanted, graded = dict(translatable(policy)), current_grades(current_english(policy, file), file)
    others = (file.entries[anchor] for anchor in wanted if anchor not in graded and anchor in file.entries)
    outdated = sum(1 for entry in others if entry.kept or entry.en)
    return EnglishState(count_grades(graded.values()), outdated, len(wanted) - len(graded) - outdated)
