"""The archive → bulk NDJSON and an index mapping for OpenSearch or Elasticsearch, for archives that outgrow a browser.

One document a passage. Chinese is indexed by pairs of characters after Traditional has become Simplified, so a phrase
query matches an exact string wherever it stands; English is stemmed; the glossary gives synonyms at query time.

Bulk format: an action line and a document line for each, and a line end after the last
(https://opensearch.org/docs/latest/api-reference/document-apis/bulk/).
"""

import json
from collections.abc import Iterator
from typing import Any

from scripts.archive import Archive
from scripts.folding import simplified
from scripts.write.addresses import policy_address
from scripts.write.found import Found
from scripts.write.search_collections import policy_collection

INDEX = "policy-archive"


def render_bulk(found: Found) -> str:
    """Return every passage of every policy as bulk NDJSON."""
    lines = []
    for known in found.policies.values():
        metadata = known.metadata
        for section in policy_collection(known, found.archive).sections:
            for passage in section.passages:
                action = {"index": {"_index": INDEX, "_id": f"{metadata.id}#{passage.anchor}"}}
                document = {
                    "policy": metadata.id,
                    "anchor": passage.anchor,
                    "section": section.anchor,
                    "title_zh": section.names[0].zh,
                    "title_en": section.names[0].en,
                    "zh": passage.text.zh,
                    "en": passage.text.en,
                    "place": metadata.place.id,
                    "level": metadata.place.level,
                    "year": int(metadata.date.value[:4]),
                    "topics": section.topics,
                    "url": policy_address(metadata.id, anchor=passage.anchor),
                }
                lines += [json.dumps(value, ensure_ascii=False) for value in (action, document)]
    return "".join(f"{line}\n" for line in lines)


def make_mapping(archive: Archive) -> dict[str, Any]:
    """Return the settings and mappings with which the index is made before the bulk is sent."""
    chinese = {"type": "text", "analyzer": "chinese_pairs", "search_analyzer": "chinese_search"}
    english = {"type": "text", "analyzer": "english", "search_analyzer": "english_search"}
    keyword = {"type": "keyword"}
    return {
        "settings": {"analysis": make_analysis(archive)},
        "mappings": {
            "dynamic": "strict",
            "properties": {
                **dict.fromkeys(("policy", "anchor", "section", "place", "level", "topics", "url"), keyword),
                "year": {"type": "integer"},
                "title_zh": chinese,
                "zh": chinese,
                "title_en": english,
                "en": english,
            },
        },
    }


def make_analysis(archive: Archive) -> dict[str, Any]:
    """Return the analyzers: for Chinese at index and query time, for English at query time with synonyms."""
    base = {"type": "custom", "char_filter": ["simplify"], "tokenizer": "standard"}
    filters = ["cjk_width", "lowercase"]
    return {
        "char_filter": {
            "simplify": {"type": "mapping", "mappings": [f"{old} => {new}" for old, new in simplified().items()]}
        },
        "filter": {
            "glossary_zh": {"type": "synonym_graph", "synonyms": list(chinese_synonyms(archive)), "lenient": True},
            "glossary_en": {"type": "synonym_graph", "synonyms": list(english_synonyms(archive)), "lenient": True},
            "english_stem": {"type": "stemmer", "language": "english"},
        },
        "analyzer": {
            "chinese_pairs": {**base, "filter": [*filters, "cjk_bigram"]},
            "chinese_search": {**base, "filter": [*filters, "glossary_zh", "cjk_bigram"]},
            "english_search": {
                "type": "custom",
                "tokenizer": "standard",
                "filter": ["lowercase", "glossary_en", "english_stem"],
            },
        },
    }


def chinese_synonyms(archive: Archive) -> Iterator[str]:
    """Yield the printed forms of each term that has several."""
    for term in archive.glossary.terms.values():
        if term.forms:
            yield ", ".join(form.replace(",", " ") for form in (term.zh, *term.forms))


def english_synonyms(archive: Archive) -> Iterator[str]:
    """Yield the English of each term that has variants."""
    for term in archive.glossary.terms.values():
        if term.en_variants:
            yield ", ".join(form.replace(",", " ").lower() for form in (term.en, *term.en_variants))
