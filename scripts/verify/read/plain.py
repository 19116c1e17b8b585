"""Plain text → paragraphs: a line each, or lines up to a blank one where they are broken at a width.

References by number, [1] or ①, are notes where a line that begins with the same number stands for them.
"""

import re
from dataclasses import replace

from scripts.verify.read.addresses import find_addresses
from scripts.verify.read.paragraphs import Manuscript, NoteSign, Paragraph

# [1]  ［12］  ①
NUMBER = r"(?:[\[［](?P<number>\d{1,3})[\]］]|(?P<circled>[①-⑳㉑-㊿]))"
SIGN_PATTERN = re.compile(NUMBER)
NOTE_PATTERN = re.compile(rf"\s*{NUMBER}\s*(?=\S)")
BLOCK_PATTERN = re.compile(r"[^\n]+(?:\n(?!\s*\n)(?!\s*[\[［①-⑳>])[^\n]+)*")
QUOTED_PATTERN = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
WRAPPED = 40
"""Lines that are broken at a width are no longer than twice so many characters, and most are longer than this."""


def read_plain(text: str) -> Manuscript:
    """Return the paragraphs of a plain text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pattern = BLOCK_PATTERN if is_wrapped(text) else re.compile(r"[^\n]+")
    found = []
    for match in pattern.finditer(text):
        if match[0].strip():
            words = QUOTED_PATTERN.sub("", match[0])
            line = text.count("\n", 0, match.start()) + 1
            links = tuple(find_addresses(words))
            found.append(Paragraph(f"line {line}", words, line, links, is_quotation=words != match[0]))
    return Manuscript(with_numbered_notes(found))


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a width: paragraphs then stand apart by blank lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    long = [line for line in lines if len(line) > WRAPPED]
    return "\n\n" in text and bool(long) and max(map(len, lines)) <= 4 * WRAPPED and len(lines) > text.count("\n\n") + 1


def with_numbered_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return paragraphs of which those that begin with a number, and hold an address, are the notes of that number."""
    notes = {n: key for n, paragraph in enumerate(paragraphs) if (key := number_of(paragraph))}
    known = set(notes.values())
    return [
        replace(paragraph, note=notes[n])
        if n in notes
        else replace(paragraph, signs=(*paragraph.signs, *signs_of(paragraph, known)))
        for n, paragraph in enumerate(paragraphs)
    ]


def number_of(paragraph: Paragraph) -> str:
    """Return the number with which a reference begins; empty where the paragraph is none."""
    match = NOTE_PATTERN.match(paragraph.text)
    is_reference = match and (paragraph.links or "《" in paragraph.text) and not paragraph.note
    return (match["number"] or match["circled"]) if match and is_reference else ""


def signs_of(paragraph: Paragraph, known: set[str]) -> list[NoteSign]:
    """Return where a paragraph has the numbers of references."""
    keys = ((match.start(), match["number"] or match["circled"]) for match in SIGN_PATTERN.finditer(paragraph.text))
    return [NoteSign(place, key) for place, key in keys if key in known]
