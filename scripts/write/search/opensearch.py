"""The archive → bulk NDJSON and an index mapping for OpenSearch or Elasticsearch, for archives that outgrow a browser.

One document a section, entry or page. Chinese is indexed as in the browser (`folding.py`): folded, then by pairs of
characters and by single ones, so that a phrase of them is the exact string wherever it stands. English is indexed in
its forms and as it stands. The glossary gives synonyms, with which a search that finds nothing is tried again.
`docs/assets/javascripts/search/server.js` makes the queries.

Bulk format: an action line and a document line for each, and a line end after the last
(https://opensearch.org/docs/latest/api-reference/document-apis/bulk/).
"""

import json
from collections.abc import Iterator
from string import ascii_letters, digits
from typing import Any

from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.text.folding import fold, simplified
from scripts.write.search.collections import Collection, SearchSection, make_collections

INDEX = "policy-archive"
WIDE = {chr(ord(char) + 0xFEE0): char for char in f"{ascii_letters}{digits}%+."}
"""Full-width letters, digits, and the signs that count."""
DROPPED = r"(?![.%+□])[\p{P}\p{Z}\p{S}\p{Cc}\p{Cf}]"
LONE_POINT = r"(?<![0-9])\.|\.(?![0-9])"


def render_bulk(lookup: Lookup) -> str:
    """Return everything that is searched as bulk NDJSON, in the order in which equal hits are shown."""
    lines = []
    ordinal = 0
    for number, collection in enumerate(make_collections(lookup)):
        for section in collection.sections:
            action = {"index": {"_index": INDEX, "_id": str(ordinal)}}
            lines += [action, make_document(section, collection, number) | {"ordinal": ordinal}]
            ordinal += 1
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def make_document(section: SearchSection, collection: Collection, number: int) -> dict[str, Any]:
    """Return what the server keeps of a section: enough to find it and to show it."""
    names = section.names
    return {
        "collection": number,
        "kind": collection.kind,
        "path": collection.path,
        "page_zh": collection.title.zh,
        "page_en": collection.title.en,
        "place_zh": collection.place.zh,
        "place_en": collection.place.en,
        "year": collection.year,
        "level": collection.level or "",
        "until": collection.until or 0,
        "topics": list(section.topics),
        "anchor": section.anchor,
        "label_zh": section.label.zh,
        "label_en": section.label.en,
        "keys": sorted({key for name in names for key in (fold(name.zh), fold(name.en)) if key}),
        "names_zh": [name.zh for name in names],
        "names_en": [name.en for name in names],
        "anchors": [passage.anchor for passage in section.passages],
        "zh": [passage.text.zh for passage in section.passages],
        "en": [passage.text.en for passage in section.passages],
        "drafts": section.drafts(),
    }


def make_mapping(archive: Archive) -> dict[str, Any]:
    """Return the settings and mappings with which the index is made before the bulk is sent."""
    chinese = {
        "type": "text",
        "analyzer": "zh_pairs",
        "fields": {"one": {"type": "text", "analyzer": "zh_one"}},
    }
    english = {
        "type": "text",
        "analyzer": "en_forms",
        "fields": {
            "exact": {"type": "text", "analyzer": "en_exact"},
            "strings": {"type": "text", "analyzer": "zh_pairs"},
            "one": {"type": "text", "analyzer": "zh_one"},
        },
    }
    keyword, integer = {"type": "keyword"}, {"type": "integer"}
    shown = {"type": "keyword", "index": False, "doc_values": False}
    return {
        "settings": {"index": {"max_ngram_diff": 1}, "analysis": make_analysis(archive)},
        "mappings": {
            "dynamic": "strict",
            "properties": {
                **dict.fromkeys(("kind", "path", "place_zh", "year", "level", "topics", "keys"), keyword),
                **dict.fromkeys(("ordinal", "collection", "until", "drafts"), integer),
                **dict.fromkeys(("page_zh", "page_en", "place_en", "anchor", "label_zh", "label_en", "anchors"), shown),
                **dict.fromkeys(("names_zh", "zh"), chinese),
                **dict.fromkeys(("names_en", "en"), english),
            },
        },
    }


def make_analysis(archive: Archive) -> dict[str, Any]:
    """Return the analyzers: strings of Chinese, with synonyms or without, and English in its forms and as it stands."""
    rules = {"○": "〇", "◯": "〇"} | WIDE | simplified()
    folds = ["fold", "lone_point", "drop"]
    english = {"type": "custom", "char_filter": ["fold"], "tokenizer": "standard"}
    return {
        "char_filter": {
            "fold": {"type": "mapping", "mappings": [f"{old} => {new}" for old, new in rules.items()]},
            "lone_point": {"type": "pattern_replace", "pattern": LONE_POINT, "replacement": ""},
            "drop": {"type": "pattern_replace", "pattern": DROPPED, "replacement": ""},
        },
        "tokenizer": {
            "pairs": {"type": "ngram", "min_gram": 2, "max_gram": 2},
            "one": {"type": "ngram", "min_gram": 1, "max_gram": 1},
        },
        "filter": {
            "zh_glossary": {"type": "synonym_graph", "synonyms": list(chinese_synonyms(archive)), "lenient": True},
            "en_glossary": {"type": "synonym_graph", "synonyms": list(english_synonyms(archive)), "lenient": True},
            "en_possessive": {"type": "stemmer", "language": "possessive_english"},
            "en_light": {"type": "stemmer", "language": "light_english"},
        },
        "analyzer": {
            "zh_pairs": {"type": "custom", "char_filter": folds, "tokenizer": "pairs", "filter": ["lowercase"]},
            "zh_one": {"type": "custom", "char_filter": folds, "tokenizer": "one", "filter": ["lowercase"]},
            "zh_synonyms": {
                "type": "custom",
                "char_filter": folds,
                "tokenizer": "one",
                "filter": ["lowercase", "zh_glossary"],
            },
            "en_exact": {**english, "filter": ["lowercase", "asciifolding", "en_possessive"]},
            "en_forms": {**english, "filter": ["lowercase", "asciifolding", "en_possessive", "en_light"]},
            "en_synonyms": {
                **english,
                "filter": ["lowercase", "asciifolding", "en_possessive", "en_glossary", "en_light"],
            },
        },
    }


def chinese_synonyms(archive: Archive) -> Iterator[str]:
    """Yield the printed forms of each term that has several, folded."""
    for term in archive.glossary.terms.values():
        forms = dict.fromkeys(fold(form) for form in (term.zh, *term.forms, term.full) if form)
        if len(forms) > 1:
            yield ", ".join(forms)


def english_synonyms(archive: Archive) -> Iterator[str]:
    """Yield the English of each term that has variants."""
    for term in archive.glossary.terms.values():
        if term.en_variants:
            yield ", ".join(form.replace(",", " ").lower() for form in (term.en, *term.en_variants))
