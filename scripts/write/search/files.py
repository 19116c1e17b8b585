"""What is searched → the files that the search in the browser loads as a query needs them.

Every file is a plain script that hands one value to `ArchiveSearchData.put`; so it loads over http and from a folder:

- `search.js`, first: the engine itself, and the head: where each shard begins, how many sections each collection has,
  how characters are folded, the words that are shown;
- `zh-N.js`, `en-N.js`: posting lists (`index.py`); `runs.js`: what stands around English words (`runs.py`);
- `latin.js`: the Latin letters that stand in Chinese;
- `places-N.js`, `names-zh-N.js`, `names-en-N.js`: the cells of units and the lengths of names (`grid.py`);
- `text-zh-N.js`, `text-en-N.js`: the words of sections, for results to be shown, packed (`texts.py`); `pieces-zh.js`,
  `pieces-en.js`: what is needed to read them (`pieces.py`);
- `server.js`: the program that puts a query to a search server, for sites that have one;
- `asking.js`: the program for what few queries need: filters among the words, whole questions, mistakes;
- `filters.js`: what the search page filters by; `words.js`: by what a long query is taken apart; `sounds.js`: how
  characters are read.

All files of a build name the same version: a browser that has kept an older one notices, and asks again.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from scripts.model.glossary import Topic
from scripts.model.vocabulary import Language, ResultKind
from scripts.text.folding import FUNCTION_WORDS, OTHER_READINGS, dropped_bounds, fold, simplified
from scripts.write.search.index import Index
from scripts.write.search.posting_lists import make_shards, shard_size, write_list, write_numbers
from scripts.write.search.share import Share, dump
from scripts.write.search.sounds import make_sounds
from scripts.write.search.texts import Content, Sample, Texts, sampled
from scripts.write.search.words import program_words
from scripts.write.words.addresses import site_root

SMALL = 3_000_000
"""Up to so many characters a browser brings all of it when nobody waits for anything else."""
LATE = ("filters", "words", "sounds", "runs")
"""What few queries need."""

SPOKEN_KINDS = (ResultKind.TERM, ResultKind.INDICATOR, ResultKind.ORGANISATION)
"""The entries of the glossary whose names are words that readers type."""
LONGEST_SPOKEN = 12
"""Characters of such a name: longer ones are typed by nobody."""

Programs = Mapping[str, str]
"""The text of `search`, the engine; of `asking`, which few queries need; of `server`, for a search server."""


def write_search(shares: Iterable[Share], topics: Iterable[Topic], programs: Programs) -> Iterator[tuple[str, str]]:
    """Yield the files of the search by their path below `docs/zh/data/search/`; goes through the shares twice."""
    samples = [Sample(language) for language in Language]
    version = version_of(sampled(shares, samples), programs, samples)
    size, names = 0, []
    index, firsts, counts, kinds = Index(), dict[Language, list[str]](), list[int](), Counter[ResultKind]()
    for name, content in contents(tallied(shares, kinds, counts), list(topics), index, firsts, samples):
        size += len(content)
        names += [name] if name not in LATE else []
        yield f"{name}.js", script(name, version, content)
    head = make_head(index, counts, firsts)
    head |= {"policies": kinds[ResultKind.POLICY], "together": samples[0].together()}
    head |= {"version": version, "size": size, "names": names if size < SMALL else []}
    yield "search.js", programs["search"] + script("head", version, dump(head))
    yield from ((f"{name}.js", programs[name]) for name in ("asking", "server"))


def tallied(shares: Iterable[Share], kinds: Counter[ResultKind], counts: list[int]) -> Iterator[Share]:
    """Yield the shares, and count them by their kind, and the sections of each."""
    for share in shares:
        kinds[share.kind] += 1
        counts.append(len(share.names))
        yield share


def version_of(shares: Iterable[Share], programs: Programs, samples: list[Sample]) -> str:
    """Return what tells two builds apart: all that is shown, the pieces it is written in, and the program."""
    total = hashlib.sha256((programs["search"] + programs["asking"]).encode())
    for share in shares:
        for part in (*share.filters, *(text for texts in share.texts.values() for text in texts)):
            total.update(part.encode("utf-8", "surrogatepass"))
        total.update(repr(share.topics).encode())
    for sample in samples:
        total.update(sample.pieces.content().encode())
    return total.hexdigest()[:10]


def contents(
    shares: Iterable[Share],
    topics: list[Topic],
    index: Index,
    firsts: dict[Language, list[str]],
    samples: list[Sample],
) -> Iterator[Content]:
    """Yield every value but the head, and fill in what the head is made from."""
    texts = [Texts(sample) for sample in samples]
    yield from (text.begin() for text in texts)
    filters, words, names = Filters(topics), Counter[str](), set[str]()
    for number, share in enumerate(shares):
        words.update(share.cut)
        names.update(spoken_names(share))
        filters.add(share)
        index.add(share)
        for text in texts:
            yield from text.add(share, number)
    for text in texts:
        yield from text.end()
    for name, table in index.laid.tables():
        yield name, dump(table)
    for stream, lists in ((Language.ZH, index.chinese_lists()), (Language.EN, index.english_lists())):
        firsts[stream] = []
        for number, (first, keys, written) in enumerate(make_shards(lists, shard_size(index.positions))):
            firsts[stream].append(first)
            yield f"{stream}-{number}", dump([keys, *written])
    yield "latin", dump(" ".join(sorted(index.latin)))
    if index.runs:
        yield "runs", dump(",".join(index.runs.texts))
    yield "filters", filters.content()
    yield "words", dump(" ".join(by_frequency(words)))
    yield "sounds", dump(make_sounds(words, names))


def make_head(index: Index, counts: list[int], firsts: dict[Language, list[str]]) -> dict[str, object]:
    """Return what is loaded first."""
    characters = index.characters
    pairs = {old: new for old, new in simplified().items() if new in characters}
    return {
        "root": site_root(),
        "zh": " ".join(firsts[Language.ZH]),
        "en": " ".join(firsts[Language.EN]),
        "sections": write_numbers(counts)[0],
        "blocks": index.laid.blocks(),
        "cells": [index.laid.cell.zh, index.laid.cell.en, index.laid.cell.passage],
        "dropped": write_list(list(dropped_bounds())),
        "simplified": "".join(pairs) + "".join(pairs.values()),
        "readings": "".join(OTHER_READINGS) + "".join(OTHER_READINGS.values()),
        "functions": " ".join(sorted(FUNCTION_WORDS)),
        "around": bool(index.runs),
        "counted": "".join(index.counted),
        "words": {language: program_words(language) for language in Language},
    }


def by_frequency(words: Counter[str]) -> list[str]:
    """Return words, those first that twice as many collections have, else in their order.

    >>> by_frequency(Counter({"标准": 1, "质量": 9, "品牌": 8, "安全": 1}))
    ['品牌', '质量', '安全', '标准']
    """
    return sorted(words, key=lambda word: (-words[word].bit_length(), word))


def spoken_names(share: Share) -> list[str]:
    """Return the Chinese name of an entry of the glossary by which readers ask for it, if it is one."""
    name = fold(share.filters[2])
    return [name] if share.kind in SPOKEN_KINDS and 1 < len(name) <= LONGEST_SPOKEN else []


class Filters:
    """What the search page filters by: each collection's kind, place, years, level; each topic's sections."""

    def __init__(self, topics: list[Topic]) -> None:
        self.topics = topics
        self.collections: list[list[str]] = []
        self.treating: dict[str, list[int]] = {topic.id: [] for topic in topics}
        self.sections = 0

    def add(self, share: Share) -> None:
        """Add a collection; of one without a place only its kind counts."""
        kind, place = share.filters[0], share.filters[4]
        self.collections.append(share.filters if place else [kind])
        for number, topics in enumerate(share.topics, self.sections):
            for topic in topics:
                self.treating[topic].append(number)
        self.sections += len(share.topics)

    def content(self) -> str:
        """Return it all as JSON."""
        topics = {topic.id: [topic.name.zh, topic.name.en, self.treating[topic.id]] for topic in self.topics}
        return dump({"collections": self.collections, "topics": topics})


def script(name: str, version: str, content: str) -> str:
    """Return a script that hands over a value."""
    return f'ArchiveSearchData.put("{name}","{version}",{content})\n'
