"""What is searched → the files that the search in the browser loads as a query needs them.

Every file is a plain script that hands one value to `ArchiveSearchData.put`, so that it loads over http and from a folder:

- `head.js`, first: where each shard begins, how many sections each collection has, how characters are folded;
- `zh-N.js`, `en-N.js`: posting lists; `places-N.js`: the lengths of units (`search_index.py` says what these are);
- `text-zh-N.js`, `text-en-N.js`: the words of 64 sections each, for results to be shown;
- `filters.js`: what the search page filters by; `words.js`: by what a long query is taken apart.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from scripts.archive import Archive
from scripts.characters import HAN_PATTERN
from scripts.folding import OTHER_READINGS, fold, simplified
from scripts.model import Bilingual
from scripts.vocabulary import Language
from scripts.write.addresses import site_root
from scripts.write.found import Found
from scripts.write.search_collections import Collection, SearchSection, make_collections
from scripts.write.search_index import Index, make_shards, write_numbers
from scripts.write.strings import pick

TEXT_SECTIONS = 64
"""So many sections' words are in one file."""

Value = Any


def write_search(found: Found) -> dict[str, str]:
    """Return the files of the search by their path below `docs/zh/data/search/`."""
    collections = list(make_collections(found))
    files = write_index(collections) | {"filters.js": script("filters", make_filters(collections, found.archive))}
    return files | {"words.js": script("words", " ".join(make_words(collections)))}


def write_index(collections: Iterable[Collection]) -> dict[str, str]:
    """Return head, posting lists, places and texts of the collections; takes time and space linear in their texts."""
    index, counts, files = Index(), list[int](), dict[str, str]()
    texts = {language: Texts(language) for language in Language}
    for number, collection in enumerate(collections):
        counts.append(len(collection.sections))
        for section in collection.sections:
            index.add(section)
            for text in texts.values():
                text.add(section, number, collection)
    for text in texts.values():
        files |= text.files()
    for number, lengths in enumerate(index.lengths):
        files[f"places-{number}.js"] = script(f"places-{number}", write_numbers(lengths))
    firsts: dict[str, list[str]] = {}
    for language, postings in (("zh", index.zh), ("en", index.en)):
        firsts[language] = []
        for number, (first, keys, lists) in enumerate(make_shards(postings)):
            firsts[language].append(first)
            files[f"{language}-{number}.js"] = script(f"{language}-{number}", [keys, lists])
    files["head.js"] = script("head", make_head(index, counts, firsts, sum(map(len, files.values()))))
    return files


def make_head(index: Index, counts: list[int], firsts: dict[str, list[str]], size: int) -> Value:
    """Return what is loaded first. `size` is about that of all other files, in characters."""
    characters = {char for key in index.zh for char in key}
    pairs = {old: new for old, new in simplified().items() if new in characters and new != old}
    return {
        "root": site_root(),
        "zh": " ".join(firsts["zh"]),
        "en": " ".join(firsts["en"]),
        "sections": write_numbers(counts),
        "blocks": index.starts,
        "size": size,
        "simplified": "".join(pairs) + "".join(pairs.values()),
        "readings": "".join(OTHER_READINGS) + "".join(OTHER_READINGS.values()),
        "folds": own_folds(characters),
    }


def own_folds(characters: set[str]) -> list[str]:
    """Return those characters of the index that fold to nothing or something else: none, if folding holds its law."""
    return sorted(char for char in characters if char not in ".#" and fold(char) != char)


class Texts:
    """The words of sections in one language, in files of 64 sections each."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.parts: list[dict[str, Any]] = []
        self.size = 0

    def add(self, section: SearchSection, number: int, collection: Collection) -> None:
        """Add a section; what is shown of its collection is said once a file."""
        if self.size % TEXT_SECTIONS == 0:
            self.parts.append({"c": {}, "s": []})
        self.size += 1
        part = self.parts[-1]
        if number not in part["c"]:
            part["c"][number] = self.collection_value(collection)
        names = [self.say(name) for name in section.names]
        passages = [
            part for p in section.passages for part in (p.anchor.removeprefix(section.anchor), self.say(p.text))
        ]
        part["s"].append([number, section.anchor, self.say(section.label), names, passages])

    def collection_value(self, collection: Collection) -> list[str]:
        """Return what results say of a collection."""
        title, place = self.say(collection.title), self.say(collection.place)
        return [collection.kind, collection.path, title or collection.title.zh, place, collection.year]

    def say(self, text: Bilingual) -> str:
        """Return a text in the language of this file."""
        return pick(text, self.language)

    def files(self) -> dict[str, str]:
        """Return the files."""
        names = (f"text-{self.language}-{number}" for number in count())
        return {f"{name}.js": script(name, part) for name, part in zip(names, self.parts, strict=False)}


def make_filters(collections: list[Collection], archive: Archive) -> Value:
    """Return what the search page filters by: each collection's kind, place, year, level; each topic's sections."""
    sections = [section for collection in collections for section in collection.sections]
    topics = archive.glossary.topics.values()
    return {
        "collections": [
            [c.kind, c.path, c.title.zh, c.title.en, c.place.zh, c.place.en, c.year, c.level or ""]
            if c.place.zh
            else [c.kind]
            for c in collections
        ],
        "topics": {
            topic.id: [topic.name.zh, topic.name.en, [n for n, s in enumerate(sections) if topic.id in s.topics]]
            for topic in topics
        },
    }


def make_words(collections: Iterable[Collection]) -> list[str]:
    """Return the words of two and more characters that jieba cuts the texts into: a query is taken apart by them."""
    import jieba  # noqa: PLC0415 - slow to load

    cache = Path(__file__).resolve().parents[2] / ".cache"
    cache.mkdir(exist_ok=True)
    jieba.dt.tmp_dir = str(cache)
    jieba.setLogLevel(logging.WARNING)
    words = {word for text in chinese_texts(collections) for word in jieba.cut(text, HMM=False)}
    return sorted(word for word in words if len(word) > 1 and HAN_PATTERN.match(word))


def chinese_texts(collections: Iterable[Collection]) -> Iterator[str]:
    """Yield every Chinese name and passage."""
    for collection in collections:
        for section in collection.sections:
            yield from (name.zh for name in section.names)
            yield from (passage.text.zh for passage in section.passages)


def script(name: str, value: Value) -> str:
    """Return a script that hands over a value; `<` and line separators cannot end it early."""
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'ArchiveSearchData.put("{name}",{safe})\n'
