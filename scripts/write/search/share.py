"""A collection → its share in the search: what it adds to every stream of the index and to every file.

A share depends on its collection alone, so it is kept while that does not change; `index.py` joins the shares of all.
"""

import json
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from scripts.model.languages import ORIGINAL
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language, ResultKind
from scripts.text.characters import HAN_PATTERN, HAN_RUN_PATTERN
from scripts.text.folding import fold, written_words
from scripts.write.search.collections import Collection, SearchSection
from scripts.write.words.strings import pick

GAP = "\0"
AROUND = 12
"""So much of the English around quoted Chinese is indexed with it: 5A级 is found too."""

COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
NARROW = 1 << 16
"""So many numbers at most are told by two bytes each."""

Cut = Callable[[Iterable[str]], set[str]]
"""Cuts Chinese texts into words, of which it returns those of two and more characters."""


@dataclass(slots=True)
class Share:
    """What one collection adds to the search; all places are counted from its own beginning.

    Many are in memory at once; so they have few objects, and narrow numbers.
    """

    kind: ResultKind
    filters: list[str]
    """What the search page filters by: kind, path, title and place in both languages, year, level, last year."""
    shown: dict[Language, str] = field(default_factory=dict)
    """What results say of the collection, as JSON."""
    folded: str = ""
    """The Chinese stream: what of units is not empty, each with a gap behind it."""
    quoted: str = ""
    """The runs of Chinese that English quotes, with what is around each, and a gap behind it."""
    words: list[str] = field(default_factory=list)
    """The English words as written, each by its number in this share; a gap has 0."""
    row: "array[int]" = field(default_factory=lambda: array("H"))
    """The English stream: the numbers of its words, a gap behind each unit that has any."""
    names: "array[int]" = field(default_factory=lambda: array("I"))
    """How many names each section has."""
    passages: "array[int]" = field(default_factory=lambda: array("I"))
    """How many passages each section has."""
    lengths: "array[int]" = field(default_factory=lambda: array("I"))
    """Of each unit three: its Chinese, the English in which Chinese is quoted, and the number of its English words."""
    texts: dict[Language, list[str]] = field(default_factory=dict)
    """For each section its anchor, label, names and passages, and which of these are drafts if any, as JSON without
    the bracket that opens it."""
    topics: list[tuple[str, ...]] = field(default_factory=list)
    """For each section the topics that it treats."""
    cut: list[str] = field(default_factory=list)
    """The words of two and more characters into which its Chinese is cut, sorted."""


class Numbering(dict[str, int]):
    """Words, each with its number in the order in which they come; a gap has 0."""

    def __init__(self) -> None:
        super().__init__({GAP: 0})

    def __missing__(self, word: str) -> int:
        """Return and keep the number of a word that is met for the first time."""
        number = self[intern(word)] = len(self)
        return number


class Gathered:
    """What the units of a collection add to both streams, unit by unit."""

    def __init__(self) -> None:
        self.folded: list[str] = []
        self.quoted: list[str] = []
        self.numbering = Numbering()
        self.row = array("I")

    def add(self, text: Bilingual) -> tuple[int, int, int]:
        """Add a name or passage, and return its lengths."""
        return self.add_chinese(fold(text.zh)), self.add_quoted(text.en), self.add_english(text.en)

    def add_chinese(self, folded: str) -> int:
        """Add a folded text, and return its length; an empty one takes no position."""
        if folded:
            self.folded += (folded, GAP)
        return len(folded)

    def add_quoted(self, english: str) -> int:
        """Add the Chinese that is quoted in an English text, each run by itself, and return how much it takes."""
        if english.isascii() or not HAN_PATTERN.search(english):
            return 0
        folded = fold(english)
        runs = [folded[low:high] + GAP for low, high in quoted_runs(folded)]
        self.quoted += runs
        return sum(map(len, runs))

    def add_english(self, text: str) -> int:
        """Add a text's words, and return how many it has."""
        row = self.row
        before = len(row)
        row.extend(map(self.numbering.__getitem__, written_words(text)))
        found = len(row) - before
        if found:
            row.append(0)
        return found

    def fill(self, share: Share) -> None:
        """Put the streams into a share."""
        share.folded, share.quoted = "".join(self.folded), "".join(self.quoted)
        share.words = list(self.numbering)
        share.row = array("H", self.row) if len(self.numbering) <= NARROW else self.row


def make_share(collection: Collection, cut: Cut) -> Share:
    """Return the share of a collection."""
    place = collection.place
    share = Share(
        collection.kind,
        [
            *(collection.kind, collection.path, collection.title.zh, collection.title.en),
            *(place.zh, place.en, collection.year, collection.level or "", str(collection.until or "")),
        ],
        {language: dump(collection_value(collection, language)) for language in Language},
    )
    add_sections(share, collection.sections)
    share.cut = sorted(cut(text for section in collection.sections for text in chinese_texts(section)))
    return share


def add_sections(share: Share, sections: Iterable[SearchSection]) -> None:
    """Add the names and passages of sections to a share."""
    gathered = Gathered()
    for section in sections:
        share.topics.append(section.topics)
        share.names.append(len(section.names))
        share.passages.append(len(section.passages))
        for text in (*section.names, *(passage.text for passage in section.passages)):
            share.lengths.extend(gathered.add(text))
        for language in Language:
            share.texts.setdefault(language, []).append(section_text(section, language))
    gathered.fill(share)


def collection_value(collection: Collection, language: Language) -> list[str]:
    """Return what results say of a collection."""
    title, place = pick(collection.title, language), pick(collection.place, language)
    return [collection.kind, collection.path, title or collection.title.zh, place, collection.year]


def section_text(section: SearchSection, language: Language) -> str:
    """Return what is shown of a section, as JSON without the bracket that opens it; last, which words are drafts."""

    def say(text: Bilingual) -> str:
        return pick(text, language)

    names = [say(name) for name in section.names]
    passages = [part for passage in section.passages for part in (passage.anchor, say(passage.text))]
    drafts = [] if language is ORIGINAL else section.drafts()
    return dump([section.anchor, say(section.label), names, passages, *([drafts] if drafts else [])])[1:]


def chinese_texts(section: SearchSection) -> list[str]:
    """Return every Chinese name and passage of a section."""
    return [*(name.zh for name in section.names), *(passage.text.zh for passage in section.passages)]


def quoted_runs(folded: str) -> list[tuple[int, int]]:
    """Return where the runs of Chinese in a folded English text are, each with a little of what is around it."""
    runs: list[tuple[int, int]] = []
    for match in HAN_RUN_PATTERN.finditer(folded):
        low, high = max(0, match.start() - AROUND), min(len(folded), match.end() + AROUND)
        if runs and low <= runs[-1][1]:
            runs[-1] = (runs[-1][0], high)
        else:
            runs.append((low, high))
    return runs


def dump(value: Any) -> str:
    """Return a value as JSON in which `<` and line separators cannot end a script early."""
    content = COMPACT.encode(value)
    return content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
