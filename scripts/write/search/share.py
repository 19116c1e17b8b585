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

Cut = Callable[[Iterable[str]], set[str]]
"""Cuts Chinese texts into words."""


@dataclass(slots=True)
class Share:
    """What one collection adds to the search; all places are counted from its own beginning."""

    kind: ResultKind
    filters: list[str]
    """What the search page filters by: kind, path, title and place in both languages, year, level, last year."""
    shown: dict[Language, str] = field(default_factory=dict)
    """What results say of the collection, as JSON."""
    folded: list[str] = field(default_factory=list)
    """The Chinese stream: what of units is not empty, each with a gap behind it."""
    quoted: list[str] = field(default_factory=list)
    """The runs of Chinese that English quotes, with what is around each, and a gap behind it."""
    words: dict[str, int] = field(default_factory=lambda: {GAP: 0})
    """The English words as written, each with its number in this share; a gap has 0."""
    row: "array[int]" = field(default_factory=lambda: array("I"))
    """The English stream: the numbers of its words, a gap behind each unit that has any."""
    lengths: list[list[int]] = field(default_factory=list)
    """For each section how many names and passages it has, then each unit's lengths: its Chinese, the English in which
    Chinese is quoted, and the number of its English words."""
    texts: dict[Language, list[str]] = field(default_factory=dict)
    """For each section its anchor, label, names and passages, and which of these are drafts if any, as JSON without
    the bracket that opens it."""
    topics: list[tuple[str, ...]] = field(default_factory=list)
    """For each section the topics that it treats."""
    cut: list[str] = field(default_factory=list)
    """The words of two and more characters into which its Chinese is cut, sorted."""

    def add(self, section: SearchSection) -> None:
        """Add a section's names and passages."""
        self.topics.append(section.topics)
        lengths = [len(section.names), len(section.passages)]
        for text in (*section.names, *(passage.text for passage in section.passages)):
            lengths += (self.add_chinese(fold(text.zh)), self.add_quoted(text.en), self.add_english(text.en))
        self.lengths.append(lengths)
        for language in Language:
            self.texts.setdefault(language, []).append(section_text(section, language))

    def add_chinese(self, folded: str) -> int:
        """Add a folded text, and return its length; an empty one takes no position."""
        if folded:
            self.folded += (folded, GAP)
        return len(folded)

    def add_quoted(self, english: str) -> int:
        """Add the Chinese that is quoted in an English text, each run by itself, and return how much it takes."""
        if not HAN_PATTERN.search(english):
            return 0
        folded = fold(english)
        runs = [folded[low:high] + GAP for low, high in quoted_runs(folded)]
        self.quoted += runs
        return sum(map(len, runs))

    def add_english(self, text: str) -> int:
        """Add a text's words, and return how many it has."""
        found = written_words(text)
        if found:
            self.row.extend([self.words.setdefault(intern(word), len(self.words)) for word in found])
            self.row.append(0)
        return len(found)


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
    for section in collection.sections:
        share.add(section)
    words = cut(text for section in collection.sections for text in chinese_texts(section))
    share.cut = sorted(word for word in words if len(word) > 1 and HAN_PATTERN.match(word))
    return share


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
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
