"""`en.po` → the English of a policy's headings and blocks, and what of it is missing or out of date.

One entry a heading or block: `msgctxt` its anchor, `msgid` the clean Chinese, `msgstr` the English. English whose
Chinese has changed since is never shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import polib

from scripts.model.kinds import has_heading
from scripts.model.policy import Bilingual, Policy
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.po_lines import check_lines
from scripts.read.corpus.record import shorten
from scripts.read.corpus.values import anchor_fault
from scripts.read.regular_file import character_problem, read_text_of, reading
from scripts.text.gate import DAMAGED, find_faults, find_forbidden, find_outer_blanks


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the file."""

    zh: str
    en: str
    line: int
    note: Bilingual | None = None
    """The translator's note on it; its Chinese may be empty."""


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """A policy's translation as its file has it, by anchor."""

    entries: dict[str, Entry] = field(default_factory=dict)
    exists: bool = False


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
    entries: dict[str, Entry] = {}
    for entry in file:
        if entry.obsolete:
            continue
        line, anchor = entry.linenum or 0, entry.msgctxt or ""
        if message := fault_of_anchor(anchor, entries):
            problems.append(Problem(name, line, "po", message))
            continue
        problems += character_problems(entry, name)
        english = "" if entry.fuzzy else entry.msgstr
        entries[anchor] = Entry(entry.msgid, english, line, read_note(entry.tcomment))
    return TranslationFile(entries, exists=True), problems


def fault_of_anchor(anchor: str, entries: Mapping[str, Entry]) -> str:
    """Return what is wrong with the anchor of an entry, or nothing."""
    if not anchor:
        return "msgctxt '' is missing; name the anchor"
    if anchor in entries:
        return f"msgctxt {anchor!r} stands twice; keep one entry"
    fault = anchor_fault(anchor)
    return f"msgctxt is {shorten(anchor)!r}, {fault}" if fault else ""


def character_problems(entry: polib.POEntry, name: str) -> Iterator[Problem]:
    """Yield what may not stand in an entry: the Chinese is as the text has it, all else is for readers."""
    texts = [("msgid", fault) for fault in find_forbidden(entry.msgid, DAMAGED)]
    if not entry.fuzzy:
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


def current_notes(policy: Policy, file: TranslationFile) -> dict[str, Bilingual]:
    """Return the translator's notes by anchor, in the order of the text, of the English that is current."""
    current = current_english(policy, file)
    return {anchor: note for anchor in current if (note := file.entries[anchor].note)}


def current_english(policy: Policy, file: TranslationFile) -> dict[str, str]:
    """Return the English by anchor, where it is there and its Chinese is still the text's."""
    return {
        anchor: entry.en
        for anchor, zh in translatable(policy)
        if (entry := file.entries.get(anchor)) and entry.zh == zh and entry.en
    }


def translation_gaps(policy: Policy, file: TranslationFile, name: str) -> Iterator[Problem]:
    """Yield what is untranslated, out of date or left over."""
    wanted = dict(translatable(policy))
    for anchor, zh in wanted.items():
        entry = file.entries.get(anchor)
        if entry is None or (entry.zh == zh and not entry.en):
            line = entry.line if entry else 0
            yield Problem(
                name, line, "untranslated", f"{anchor} has no English; translate it (`translate-template` adds entries)"
            )
        elif entry.zh != zh:
            message = f"the Chinese of {anchor} has changed; run `translate-template`, then mend its English"
            yield Problem(name, entry.line, "outdated", message)
    for anchor, left_over in file.entries.items():
        if anchor not in wanted:
            message = f"{anchor} is not in the text; run `translate-template`, which puts it aside"
            yield Problem(name, left_over.line, "outdated", message)
