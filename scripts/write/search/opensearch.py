"""The archive → bulk NDJSON and an index mapping for a search server, for archives that outgrow a browser.

One document a section, entry or page. What is compared is made here, by the rules by which the files of the search are
made (`folding.py`, `inflection.py`, `share.py`); the server only cuts it: Chinese into pairs of characters and single
ones, so that a phrase of them is the exact string, English into the words that stand there. It keeps what is shown, and
of what is compared only where it stands. `templates.py` has the searches, and
`docs/assets/javascripts/search/server.js` asks for them.

Bulk format: an action line and a document line for each, and a line end after the last
(https://opensearch.org/docs/latest/api-reference/document-apis/bulk/).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.text.characters import HAN_PATTERN
from scripts.text.folding import fold, words
from scripts.write.search.collections import Collection, SearchSection, make_collections
from scripts.write.search.files import tallied, version_of
from scripts.write.search.grid import SMALL, cells_of
from scripts.write.search.inflection import base
from scripts.write.search.share import make_share, quoted_runs
from scripts.write.search.texts import Sample, sampled

KEYWORD, INTEGER = {"type": "keyword"}, {"type": "integer"}
SHOWN = {"type": "keyword", "index": False, "doc_values": False}
"""What is kept to be shown alone."""
COUNTED = {"type": "text", "similarity": "places", "norms": False}
"""What is compared: the score of a phrase is how often it stands there."""
STRING = {
    **COUNTED,
    "analyzer": "pairs",
    "fields": {"one": {**COUNTED, "analyzer": "characters"}},
}
WORDS = {**COUNTED, "analyzer": "words"}
KEPT: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("kind", "path", "place_zh", "year", "level", "topics"), KEYWORD),
    **dict.fromkeys(("ordinal", "collection", "until", "drafts"), INTEGER),
    **dict.fromkeys(("page_zh", "page_en", "place_en", "anchor", "label_zh", "label_en", "anchors"), SHOWN),
    **dict.fromkeys(("names_zh", "names_en", "zh", "en"), SHOWN),
}
"""What the server gives out."""
COMPARED: dict[str, dict[str, Any]] = {
    "keys": KEYWORD,
    **dict.fromkeys(("own", "own_names", "quoted"), STRING),
    **dict.fromkeys(("words", "forms", "forms_names", "both"), WORDS),
    **dict.fromkeys(("zh_size", "en_size", "zh_name", "en_name"), INTEGER),
}
"""What it finds and ranks by."""


class Edition(NamedTuple):
    """What an index is of."""

    version: str
    """What the files of the search, built of the same archive, call theirs."""
    documents: int
    """How many it has."""


def render_bulk(collections: Iterable[Collection]) -> Iterator[str]:
    """Yield all that is searched as bulk NDJSON, two lines a section, in the order in which equal hits are shown.

    Sections of a collection are kept together by the server, and so counted in one place.
    """
    ordinal = 0
    for number, collection in enumerate(collections):
        for section in collection.sections:
            action = {"index": {"_id": str(ordinal), "routing": str(number)}}
            document = make_document(section, collection, number) | {"ordinal": ordinal}
            yield f"{json.dumps(action)}\n{json.dumps(document, ensure_ascii=False)}\n"
            ordinal += 1


def edition_of(lookup: Lookup, programs: dict[str, str]) -> Edition:
    """Return what the index is of."""
    counts: list[int] = []
    shares = (make_share(collection, lambda _: set()) for collection in make_collections(lookup))
    samples = [Sample(language) for language in Language]
    version = version_of(sampled(tallied(shares, Counter(), counts), samples), programs, samples)
    return Edition(version, sum(counts))


def make_document(section: SearchSection, collection: Collection, number: int) -> dict[str, Any]:
    """Return what the server is told of a section: enough to find it and to show it."""
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
        "names_zh": [name.zh for name in names],
        "names_en": [name.en for name in names],
        "anchors": [passage.anchor for passage in section.passages],
        "zh": [passage.text.zh for passage in section.passages],
        "en": [passage.text.en for passage in section.passages],
        "drafts": section.drafts(),
        **make_compared(names, [passage.text for passage in section.passages]),
    }


def make_compared(names: tuple[Bilingual, ...], passages: list[Bilingual]) -> dict[str, Any]:
    """Return what is compared of names and passages; each is a value by itself, over which no phrase goes."""
    own_names, own = [fold(name.zh) for name in names], [fold(text.zh) for text in passages]
    english_names, english = [words(name.en) for name in names], [words(text.en) for text in passages]
    every = [*english_names, *english]
    quoted = [quotations(text.en) for text in (*names, *passages)]
    lengths = zip(
        map(len, (*own_names, *own)),
        [sum(len(run) + 1 for run in runs) for runs in quoted],
        map(len, every),
        strict=True,
    )
    cells = sum(cells_of(*each) for each in lengths)
    return {
        "keys": sorted({key for name in names for key in (fold(name.zh), fold(name.en)) if key}),
        "own": [*own_names, *own],
        "own_names": own_names,
        "quoted": [run for runs in quoted for run in runs],
        "words": [" ".join(text) for text in every],
        "forms": [" ".join(map(base, text)) for text in every],
        "forms_names": [" ".join(map(base, text)) for text in english_names],
        "both": [" ".join(f"{base(word)}|{word}" for word in text) for text in every],
        "zh_size": cells * SMALL.zh,
        "en_size": cells * SMALL.en,
        "zh_name": len(own_names[0]),
        "en_name": len(english_names[0]),
    }


def quotations(english: str) -> list[str]:
    """Return the runs of Chinese in an English text, folded, each with a little of what is around it."""
    if not HAN_PATTERN.search(english):
        return []
    folded = fold(english)
    return [folded[low:high] for low, high in quoted_runs(folded)]


def make_mapping(edition: Edition) -> dict[str, Any]:
    """Return the settings and mappings with which the index of an edition is made before its documents are sent."""
    cut = {size: {"type": "ngram", "min_gram": size, "max_gram": size} for size in (1, 2)}
    return {
        "settings": {
            "index": {
                "max_result_window": 10000,
                "similarity": {
                    "places": {"type": "scripted", "script": {"source": "return query.boost * doc.freq;"}},
                },
            },
            "analysis": {
                "tokenizer": {"characters": cut[1], "pairs": cut[2]},
                "analyzer": {
                    "characters": {"type": "custom", "tokenizer": "characters"},
                    "pairs": {"type": "custom", "tokenizer": "pairs"},
                    "words": {"type": "custom", "tokenizer": "whitespace"},
                },
            },
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": {"edition": edition.version, "documents": edition.documents},
            "_source": {"excludes": list(COMPARED)},
            "properties": KEPT | COMPARED,
        },
    }
