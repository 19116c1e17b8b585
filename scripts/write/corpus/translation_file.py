"""A policy → its `en.po`, created or brought up to date without losing work.

What is new comes in with an empty English, or with one that is certain (filling.py), marked as a draft with where it
was taken from. Where the Chinese has changed, the English stays, marked fuzzy with the former Chinese beside it, until
somebody has mended it. What is no longer in the text is put aside as obsolete. A draft that was filled in and that
nobody touched follows its source; what a person wrote is never changed.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import polib

from scripts.link.memory import Found
from scripts.model.grades import Graded, fingerprint, grade_lines, split_comment
from scripts.model.vocabulary import Grade

HEADER = {
    "Project-Id-Version": "quality-policy-archive",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
GRADE = {"X-Grade": str(Grade.TRANSLATED)}
"""What a new file says of the English that people will write into it."""
WIDTH = 110
FUZZY = "fuzzy"
Find = Callable[[str, str], Found | None]
"""From an anchor and its Chinese to the English that is certain."""


def update_translation(path: Path, wanted: Iterable[tuple[str, str]], find: Find | None = None) -> str:
    """Return the text of the file with an entry for every (anchor, Chinese), in this order."""
    return str(update_file(path, wanted, find))


def update_file(path: Path, wanted: Iterable[tuple[str, str]], find: Find | None = None) -> polib.POFile:
    """Return the file likewise; without `find`, what has no English is left so, and what is a draft stays one."""
    former = polib.pofile(str(path), encoding="utf-8") if path.exists() else polib.POFile()
    by_anchor = {entry.msgctxt: entry for entry in former if not entry.obsolete}
    file = begin_file(former)
    for anchor, zh in wanted:
        file.append(update_entry(by_anchor.pop(anchor, None), anchor, zh, find))
    for entry in [*by_anchor.values(), *former.obsolete_entries()]:
        entry.obsolete = True
        file.append(entry)
    return file


def begin_file(former: polib.POFile) -> polib.POFile:
    """Return a file with the header of the former one, and no entry."""
    file = polib.POFile(wrapwidth=WIDTH)
    file.metadata = {**GRADE, **former.metadata, **HEADER}
    file.header = former.header
    return file


def update_entry(entry: polib.POEntry | None, anchor: str, zh: str, find: Find | None) -> polib.POEntry:
    """Return the entry for a place, with what was there kept."""
    entry = entry or polib.POEntry(msgctxt=anchor, msgid=zh)
    is_new_text = entry.msgid != zh
    if is_new_text:
        follow_change(entry, zh)
    if is_free(entry):
        if find or is_new_text:
            fill_in(entry, find(anchor, zh) if find else None)
    elif FUZZY not in entry.flags and is_draft(entry):  # somebody has accepted it
        entry.tcomment = split_comment(entry.tcomment)[1]
    return entry


def follow_change(entry: polib.POEntry, zh: str) -> None:
    """Give an entry its new Chinese; English that a person wrote waits for mending, without its grade."""
    if entry.msgstr and not is_free(entry):
        set_grade(entry, None)
        if FUZZY not in entry.flags:
            entry.flags.append(FUZZY)
        entry.previous_msgid = entry.msgid
    entry.msgid = zh


def is_draft(entry: polib.POEntry) -> bool:
    """Whether the comment of an entry says that it is a draft."""
    rows, _ = split_comment(entry.tcomment)
    return any(key == "grade" and value.startswith(Grade.DRAFT) for key, value in rows)


def is_free(entry: polib.POEntry) -> bool:
    """Whether nobody has written anything: there is no English, or a draft as it was filled in."""
    filled = dict(split_comment(entry.tcomment)[0]).get("filled")
    return not entry.msgstr or (FUZZY in entry.flags and filled == fingerprint(entry.msgstr))


def fill_in(entry: polib.POEntry, found: Found | None) -> None:
    """Give a free entry the English that was found, as a draft; none where none was."""
    if found or entry.msgstr:
        entry.previous_msgid = None
        give_english(entry, found.en if found else "", draft_of(found) if found else None)


def draft_of(found: Found) -> Graded:
    """Return the grade of an English that was filled in."""
    return Graded(Grade.DRAFT, found.by, sources=found.sources, filled=fingerprint(found.en))


def give_english(entry: polib.POEntry, english: str, graded: Graded | None) -> None:
    """Give an entry its English with its grade, or with that of the file; a draft is fuzzy, for tools to know."""
    entry.msgstr = english
    set_grade(entry, graded)
    entry.flags = [flag for flag in entry.flags if flag != FUZZY]
    if graded and graded.grade is Grade.DRAFT:
        entry.flags.append(FUZZY)


def set_grade(entry: polib.POEntry, graded: Graded | None) -> None:
    """Write a grade before the note of an entry; take away what stood there."""
    _, note = split_comment(entry.tcomment)
    entry.tcomment = "\n".join([*(grade_lines(graded) if graded else ()), *([note] if note else [])])


def take_english(path: Path, wanted: Iterable[tuple[str, str]], edits: Mapping[str, tuple[str, Graded]]) -> str:
    """Return the text of the file, brought up to date, in which these anchors have this English with this grade."""
    file = update_file(path, wanted)
    for entry in file:
        if not entry.obsolete and entry.msgctxt in edits:
            entry.previous_msgid = None
            give_english(entry, *edits[entry.msgctxt])
    return str(file)
