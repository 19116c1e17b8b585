"""The archive → what the search in the browser loads: a small head, and the texts of the policies in parts.

Every part is a plain script that hands its value to one function, so that it loads over http and from a folder alike.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.archive import Archive
from scripts.characters import HAN_PATTERN, simplified_pairs
from scripts.model import Section
from scripts.vocabulary import Language
from scripts.write.addresses import site_root
from scripts.write.found import Found, Known
from scripts.write.policy_words import english_label
from scripts.write.references import place_label

SHARD_SIZE = 300_000
"""So many characters of text are in one part, roughly."""
HAN_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000))


def write_search(found: Found) -> dict[str, str]:
    """Return the files of the search by their path below `docs/zh/data/search/`."""
    shards = list(make_shards(found))
    files = {f"text-{number}.js": script("addText", [number, shard]) for number, shard in enumerate(shards)}
    files["head.js"] = script("setHead", [make_head(found, len(shards))])
    files["words.js"] = script("setWords", [" ".join(make_words(found))])
    return files


def make_words(found: Found) -> list[str]:
    """Return the words of two and more characters that jieba cuts the texts into: a query is taken apart by them."""
    import jieba  # noqa: PLC0415 - slow to load

    cache = Path(__file__).resolve().parents[2] / ".cache"
    cache.mkdir(exist_ok=True)
    jieba.dt.tmp_dir = str(cache)
    jieba.setLogLevel(logging.WARNING)
    words = {word for known in found.policies.values() for word in jieba.cut(known.policy.text, HMM=False)}
    return sorted(word for word in words if len(word) > 1 and HAN_PATTERN.match(word))


def script(function: str, values: list[Any]) -> str:
    """Return a script that hands values to a function of the search; `<` and line separators cannot end it early."""
    arguments = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    safe = arguments.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"ArchiveSearchData.{function}({safe})\n"


def make_head(found: Found, shards: int) -> dict[str, Any]:
    """Return what is loaded first: policies, the names of all entries, topics, the table of Traditional characters."""
    archive = found.archive
    pairs = simplified_pairs("".join(chr(point) for low, high in HAN_RANGES for point in range(low, high)))
    return {
        "root": site_root(),
        "simplified": "".join(traditional + simplified for traditional, simplified in pairs),
        "shards": shards,
        "policies": [policy_value(known) for known in found.policies.values()],
        "entries": list(make_entries(archive)),
        "topics": {topic.id: [topic.name.zh, topic.name.en] for topic in archive.glossary.topics.values()},
    }


def policy_value(known: Known) -> dict[str, str]:
    """Return what results say of a policy."""
    metadata = known.metadata
    return {
        "id": metadata.id,
        "zh": metadata.title.zh,
        "en": metadata.title.en,
        "place_zh": metadata.place.name.zh,
        "place_en": metadata.place.name.en,
        "year": metadata.date.value[:4],
        "kind": metadata.place.level,
    }


def make_entries(archive: Archive) -> Iterator[dict[str, Any]]:
    """Yield every entry that is found by its name, in a fixed order."""
    glossary = archive.glossary
    for term in glossary.terms.values():
        syllables = term.pinyin.split()
        keys = ["".join(syllables), "".join(syllable[0] for syllable in syllables)]
        yield entry("term", (term.zh, term.en), f"terms/{term.id}/", term.forms, keys)
    for indicator in glossary.indicators.values():
        yield entry("indicator", (indicator.name.zh, indicator.name.en), f"indicators/{indicator.id}/")
    for body in glossary.organisations.values():
        yield entry("organisation", (body.name.zh, body.name.en), f"organisations/{body.id}/", body.forms)
    for document in glossary.documents.values():
        forms = (document.number,) if document.number else ()
        yield entry("document", (document.title.zh, document.title.en), f"documents/#{document.id}", forms)
    for topic in glossary.topics.values():
        yield entry("topic", (topic.name.zh, topic.name.en), f"topics/{topic.id}/", topic.words)

    for address, title in archive.pages.items():
        yield entry("page", (title.zh, title.en), address)


def entry(
    kind: str, names: tuple[str, str], url: str, forms: tuple[str, ...] = (), keys: list[str] | None = None
) -> dict[str, Any]:
    """Return an entry: its names, its address below the root of a language, other Chinese names, and pinyin."""
    value = {"kind": kind, "zh": names[0], "en": names[1], "url": url}
    return value | ({"forms": list(forms)} if forms else {}) | ({"keys": keys} if keys else {})


def make_shards(found: Found) -> Iterator[list[dict[str, Any]]]:
    """Yield the sections of all policies, in parts of about one size; a policy's sections stay in their order."""
    shard: list[dict[str, Any]] = []
    size = 0
    for number, known in enumerate(found.policies.values()):
        topics = section_topics(found.archive, known.metadata.id)
        english = found.archive.english.get(known.metadata.id, {})
        for section in known.policy.walk():
            value = section_value(section, known, english)
            value["policy"], value["topics"] = number, topics_of(section, topics)
            shard.append(value)
            size += sum(len(passage["zh"]) + len(passage["en"]) for passage in value["passages"])
        if size >= SHARD_SIZE:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def section_value(section: Section, known: Known, english: dict[str, str]) -> dict[str, Any]:
    """Return a section's own words in both languages, without its children's."""
    text = known.policy.text
    return {
        "anchor": section.anchor,
        "label_zh": place_label(section.anchor, Language.ZH),
        "label_en": place_label(section.anchor, Language.EN),
        "title_zh": text[section.start : section.heading_end],
        "title_en": (english_label(section) + english.get(section.anchor, "")).strip() if section.title else "",
        "passages": [
            {"anchor": block.anchor, "zh": text[block.start : block.end], "en": english.get(block.anchor, "")}
            for block in section.blocks
        ],
    }


def section_topics(archive: Archive, policy_id: str) -> dict[str, list[str]]:
    """Return the topics that name each anchor of a policy."""
    topics: dict[str, list[str]] = {}
    for topic in archive.glossary.topics.values():
        for anchor in topic.sections.get(policy_id, ()):
            topics.setdefault(anchor, []).append(topic.id)
    return topics


def topics_of(section: Section, topics: dict[str, list[str]]) -> list[str]:
    """Return the topics of a section: those that name it, a section around it, or one of its blocks."""
    steps = section.anchor.split("-")
    around = ["-".join(steps[:length]) for length in range(1, len(steps) + 1)]
    blocks = [block.anchor for block in section.blocks]
    return list(dict.fromkeys(topic for anchor in [*around, *blocks] for topic in topics.get(anchor, [])))
