"""What is searched → the files that the search in the browser loads as a query needs them.

Every file is a plain script that hands one value to `ArchiveSearchData.put`; so it loads over http and from a folder:

- `search.js`, first: the engine itself, and the head: where each shard begins, how many sections each collection has,
  how characters are folded, the words that are shown;
- `zh-N.js`, `en-N.js`: posting lists; `places-N.js`: the lengths of units (`search_index.py` says what these are);
- `text-zh-N.js`, `text-en-N.js`: the words of 16 sections each, for results to be shown;
- `server.js`: the program that puts a query to a search server, for sites that have one;
- `filters.js`: what the search page filters by; `words.js`: by what a long query is taken apart.
"""

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language, ResultKind
from scripts.text.characters import HAN_PATTERN
from scripts.text.folding import FUNCTION_WORDS, OTHER_READINGS, simplified
from scripts.write.search.collections import Collection, SearchSection, make_collections
from scripts.write.search.index import Index
from scripts.write.search.posting_lists import make_shards, write_numbers
from scripts.write.search.words import program_words
from scripts.write.words.addresses import site_root
from scripts.write.words.strings import pick

TEXT_SECTIONS = 16
"""So many sections' words are in one file."""

SMALL = 3_000_000
"""Up to so many characters a browser brings all of it when nobody waits for anything else."""
# what jieba cuts by itself, whatever stands around it; so each needs to be cut but once
RUN_PATTERN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
LATE = ("filters", "words")
"""What few queries need."""

Value = Any
Programs = Mapping[str, str]
"""The text of `search`, the engine, and of `server`, which puts a query to a search server."""


def write_search(lookup: Lookup, engine: Programs) -> dict[str, str]:
    """Return the files of the search by their path below `docs/zh/data/search/`."""
    return write_collections(list(make_collections(lookup)), lookup.archive, engine)


def write_collections(collections: list[Collection], archive: Archive, engine: Programs) -> dict[str, str]:
    """Return the files in which collections are searched."""
    values = make_index(collections)
    values["filters"] = make_filters(collections, archive)
    values["words"] = " ".join(make_words(collections))
    return render_files(values, engine)


def render_files(values: dict[str, Value], engine: Programs) -> dict[str, str]:
    """Return every value as a script of its own, the head behind the engine; all name their common version."""
    contents = {name: dump(value) for name, value in values.items() if name != "head"}
    version = hashlib.sha256("\n".join(contents.values()).encode()).hexdigest()[:10]
    size = sum(map(len, contents.values()))
    names = [name for name in contents if name not in LATE] if size < SMALL else []
    head = values["head"] | {"version": version, "size": size, "names": names}
    files = {f"{name}.js": script(name, version, content) for name, content in contents.items()}
    programs = {"search.js": engine["search"] + script("head", version, dump(head)), "server.js": engine["server"]}
    return files | programs


def make_index(collections: Iterable[Collection]) -> dict[str, Value]:
    """Return head, posting lists, places and texts of the collections; takes time and space linear in their texts."""
    index, counts, values = Index(), list[int](), dict[str, Value]()
    policies = 0
    texts = {language: Texts(language) for language in Language}
    for number, collection in enumerate(collections):
        counts.append(len(collection.sections))
        policies += collection.kind is ResultKind.POLICY
        for section in collection.sections:
            index.add(section)
            for text in texts.values():
                text.add(section, number, collection)
    for language, text in texts.items():
        values |= {f"text-{language}-{number}": part for number, part in enumerate(text.parts)}
    values |= {f"places-{number}": write_numbers(lengths)[0] for number, lengths in enumerate(index.lengths)}
    firsts: dict[str, list[str]] = {}
    for stream, lists in (("zh", index.chinese_lists()), ("en", index.english_lists())):
        firsts[stream] = []
        for number, (first, keys, written) in enumerate(make_shards(lists)):
            firsts[stream].append(first)
            values[f"{stream}-{number}"] = [keys, written]
    return values | {"head": make_head(index, counts, firsts) | {"policies": policies}}


def make_head(index: Index, counts: list[int], firsts: dict[str, list[str]]) -> Value:
    """Return what is loaded first."""
    characters = set("".join(dict.fromkeys(index.folded)))
    pairs = {old: new for old, new in simplified().items() if new in characters}
    return {
        "root": site_root(),
        "zh": " ".join(firsts["zh"]),
        "en": " ".join(firsts["en"]),
        "sections": write_numbers(counts)[0],
        "blocks": index.starts,
        "simplified": "".join(pairs) + "".join(pairs.values()),
        "readings": "".join(OTHER_READINGS) + "".join(OTHER_READINGS.values()),
        "functions": " ".join(sorted(FUNCTION_WORDS)),
        "paired": " ".join(index.paired_words()),
        "words": {language: program_words(language) for language in Language},
    }


class Texts:
    """The words of sections in one language, in files of 16 sections each."""

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
        passages = [part for p in section.passages for part in (p.anchor, self.say(p.text))]
        part["s"].append([number, section.anchor, self.say(section.label), names, passages])

    def collection_value(self, collection: Collection) -> list[str]:
        """Return what results say of a collection."""
        title, place = self.say(collection.title), self.say(collection.place)
        return [collection.kind, collection.path, title or collection.title.zh, place, collection.year]

    def say(self, text: Bilingual) -> str:
        """Return a text in the language of this file."""
        return pick(text, self.language)


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

    cache = Path(__file__).resolve().parents[3] / ".cache"
    cache.mkdir(exist_ok=True)
    jieba.dt.tmp_dir = str(cache)
    jieba.setLogLevel(logging.WARNING)
    runs = {run for text in chinese_texts(collections) for run in RUN_PATTERN.findall(text)}
    words = {word for run in runs for word in jieba.cut(run, HMM=False)}
    return sorted(word for word in words if len(word) > 1 and HAN_PATTERN.match(word))


def chinese_texts(collections: Iterable[Collection]) -> Iterator[str]:
    """Yield every Chinese name and passage."""
    for collection in collections:
        for section in collection.sections:
            yield from (name.zh for name in section.names)
            yield from (passage.text.zh for passage in section.passages)


def dump(value: Value) -> str:
    """Return a value as JSON in which `<` and line separators cannot end a script early."""
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def script(name: str, version: str, content: str) -> str:
    """Return a script that hands over a value."""
    return f'ArchiveSearchData.put("{name}","{version}",{content})\n'
