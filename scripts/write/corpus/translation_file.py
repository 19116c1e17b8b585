"""A policy → its `en.po`, created or brought up to date without losing work.

What is new comes in with an empty English. Where the Chinese has changed, the English stays, marked fuzzy with the
former Chinese beside it, until somebody has mended it. What is no longer in the text is put aside as obsolete.
"""

from collections.abc import Iterable
from pathlib import Path

import polib

HEADER = {
    "Project-Id-Version": "quality-policy-archive",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
WIDTH = 110


def update_translation(path: Path, wanted: Iterable[tuple[str, str]]) -> str:
    """Return the text of the file with an entry for every (anchor, Chinese), in this order."""
    former = polib.pofile(str(path), encoding="utf-8") if path.exists() else polib.POFile()
    by_anchor = {entry.msgctxt: entry for entry in former if not entry.obsolete}
    file = polib.POFile(wrapwidth=WIDTH)
    file.metadata = dict(HEADER)
    file.header = former.header
    for anchor, zh in wanted:
        file.append(update_entry(by_anchor.pop(anchor, None), anchor, zh))
    for entry in [*by_anchor.values(), *former.obsolete_entries()]:
        entry.obsolete = True
        file.append(entry)
    return str(file)


def update_entry(entry: polib.POEntry | None, anchor: str, zh: str) -> polib.POEntry:
    """Return the entry for a place, with what was there kept."""
    if entry is None:
        return polib.POEntry(msgctxt=anchor, msgid=zh)
    if entry.msgid != zh:
        if entry.msgstr and "fuzzy" not in entry.flags:
            entry.flags.append("fuzzy")
        entry.previous_msgid = entry.msgid
        entry.msgid = zh
    return entry
