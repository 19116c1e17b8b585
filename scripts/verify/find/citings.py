"""A manuscript → all that it cites of the archive, in its order, each with the words that are quoted from there.

Paragraphs that are set off as a quotation are one quotation together. It belongs to what cites in them, or to what the
sentence before them cites if that ends with a colon, or to the source that follows them.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from scripts.verify.find.marks import Citing, Finder, Mark, ReadAddress, make_citings
from scripts.verify.find.works import Works
from scripts.verify.match.letters import fold_words
from scripts.verify.read.paragraphs import Manuscript, Paragraph

# — 《甲》  （济发〔2018〕36号）  出处：  Source:
SOURCE_PATTERN = re.compile(r"\s*(?:[—–―-]|[（(《\[]|出处|来源|引自|见|Source|From)")
BRACKETED_PATTERN = re.compile(r"[（(\[][\s，,：:]*[）)\]]")


def find_citings(manuscript: Manuscript, read_address: ReadAddress, works: Works) -> list[Citing]:
    """Return all that a manuscript cites; a note whose sign stands behind a quotation is no further item."""
    finder = Finder(manuscript, read_address, works)
    paragraphs = manuscript.paragraphs
    found: list[tuple[str, Citing]] = []
    for is_block, group in groupby(range(len(paragraphs)), lambda n: paragraphs[n].is_quotation):
        numbers = list(group)
        if is_block:
            found += (("", citing) for citing in block_citings(finder, paragraphs, numbers[0], numbers[-1] + 1))
        else:
            found += ((paragraphs[n].note, citing) for n in numbers for citing in finder.citings(paragraphs[n]))
    return [citing for note, citing in found if not note or citing.quotation or note not in finder.quoted]


def block_citings(finder: Finder, paragraphs: list[Paragraph], start: int, end: int) -> Iterator[Citing]:
    """Yield what paragraphs that are set off together cite: all their words, from each of their sources."""
    block = paragraphs[start:end]
    marks = [(mark, paragraph) for paragraph in block for mark in all_marks(finder, paragraph)]
    marks = (
        marks or list(before(finder, paragraphs[start - 1 : start])) or list(behind(finder, paragraphs[end : end + 1]))
    )
    words = "\n".join(filter(None, (without_source(paragraph, finder.own_marks(paragraph)) for paragraph in block)))
    for mark, _ in marks:
        if mark.note:
            finder.quoted.add(mark.note)
        quoted = [words] if fold_words(words) else []
        yield from make_citings(block[0].where_at(0), mark.address, quoted)


def all_marks(finder: Finder, paragraph: Paragraph) -> list[Mark]:
    """Return what cites in a paragraph and in its notes."""
    return [*finder.own_marks(paragraph), *finder.note_marks(paragraph)]


def before(finder: Finder, paragraphs: list[Paragraph]) -> Iterator[tuple[Mark, Paragraph]]:
    """Yield the last of what cites in the paragraph before a quotation, if that leads to it."""
    for paragraph in paragraphs:
        marks = sorted(all_marks(finder, paragraph), key=lambda mark: mark.start)
        if paragraph.text.rstrip().endswith(("：", ":")) and marks:
            yield marks[-1], paragraph


def behind(finder: Finder, paragraphs: list[Paragraph]) -> Iterator[tuple[Mark, Paragraph]]:
    """Yield the first of what cites in the paragraph behind a quotation, if that begins with a source."""
    for paragraph in paragraphs:
        marks = sorted(all_marks(finder, paragraph), key=lambda mark: mark.start)
        if marks and (SOURCE_PATTERN.match(paragraph.text) or not paragraph.text[: marks[0].start].strip()):
            yield marks[0], paragraph


def without_source(paragraph: Paragraph, marks: list[Mark]) -> str:
    """Return the words of a paragraph that is set off, without the lines, or the brackets, that name their source."""
    text = paragraph.text
    for mark in sorted(marks, key=lambda mark: -mark.start):
        low = text.rfind("\n", 0, mark.start) + 1
        high = text.find("\n", mark.end)
        high = len(text) if high < 0 else high
        if SOURCE_PATTERN.match(text[low:high]) or not text[low : mark.start].strip():
            text = text[:low] + text[high:]
        else:
            text = BRACKETED_PATTERN.sub("", text[: mark.start] + text[mark.end :])
    return text.strip()
