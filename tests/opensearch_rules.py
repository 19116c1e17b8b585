"""A small stand-in for a search server: it reads our mapping and bulk file and answers our requests by the documented rules.

It knows what we use and refuses everything else, so that a request which names a field, analyzer or clause that is not
there fails here as it would there. The stemmers are rough: only the plural's s goes.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import regex

Json = dict[str, Any]
Tokens = list[str]
GAP = 100
"""Positions between the values of a field with several."""


class Analysis:
    """The analyzers of an index."""

    def __init__(self, settings: Json) -> None:
        self.settings = settings
        self.tables = {
            name: str.maketrans(dict(line.split(" => ") for line in rule["mappings"]))
            for name, rule in settings["char_filter"].items()
            if rule["type"] == "mapping"
        }

    def analyze(self, name: str, text: str) -> Tokens:
        """Return the tokens of a text; synonyms stand for their first."""
        analyzer = self.settings["analyzer"][name]
        assert set(analyzer) == {"type", "char_filter", "tokenizer", "filter"}
        for part in analyzer["char_filter"]:
            text = self.filter_characters(part, text)
        tokens = self.cut(analyzer["tokenizer"], text)
        for part in analyzer["filter"]:
            tokens = self.filter_tokens(part, tokens)
        return tokens

    def filter_characters(self, name: str, text: str) -> str:
        if name in self.tables:
            return text.translate(self.tables[name])
        rule = self.settings["char_filter"][name]
        assert rule["type"] == "pattern_replace"
        return regex.sub(rule["pattern"], rule["replacement"], text)

    def cut(self, name: str, text: str) -> Tokens:
        if name == "standard":
            return regex.findall(r"\p{Han}|[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*", text)
        size = self.settings["tokenizer"][name]["max_gram"]
        assert self.settings["tokenizer"][name] == {"type": "ngram", "min_gram": size, "max_gram": size}
        return [text[start : start + size] for start in range(len(text) - size + 1)]

    def filter_tokens(self, name: str, tokens: Tokens) -> Tokens:
        plain: dict[str, Callable[[str], str]] = {
            "lowercase": str.lower,
            "asciifolding": lambda token: (
                unicodedata.normalize("NFKD", token).encode("ascii", "ignore").decode() or token
            ),
            "en_possessive": lambda token: regex.sub("['’]s?$", "", token),
            "en_light": lambda token: token.removesuffix("s") if len(token) > 3 else token,
        }
        if name in plain:
            return [plain[name](token) for token in tokens]
        return self.unite(self.settings["filter"][name], tokens)

    def unite(self, rule: Json, tokens: Tokens) -> Tokens:
        """Put the first form in the place of every other one of a line."""
        assert rule["type"] == "synonym_graph"
        spaced = "\0".join(tokens)
        for line in rule["synonyms"]:
            first, *others = [form.split(" ") if " " in form else list(form) for form in line.split(", ")]
            for other in others:
                if spaced == "\0".join(other):
                    return first
        return tokens


@dataclass(slots=True)
class Match:
    """A document that a query finds."""

    score: float


class Server:
    """An index with its documents."""

    def __init__(self, mapping: Json, bulk: str) -> None:
        self.analysis = Analysis(mapping["settings"]["analysis"])
        self.fields = dict(flatten(mapping["mappings"]["properties"]))
        lines = [json.loads(line) for line in bulk.splitlines()]
        self.documents: list[Json] = lines[1::2]
        self.indexed: dict[tuple[str, str], list[Tokens]] = {}

    def search(self, body: Json) -> Json:
        """Answer a search request."""
        assert set(body) <= {"size", "track_total_hits", "query", "sort", "search_after", "aggs"}
        assert body["track_total_hits"] is True
        found = [
            (document, score)
            for document in self.documents
            if (score := self.score(document, body["query"])) is not None
        ]
        keys = [next(iter(part.items())) for part in body["sort"]]
        hits: list[Json] = [
            {"_source": document, "sort": [score if field == "_score" else document[field] for field, _ in keys]}
            for document, score in found
        ]

        def order(values: list[float]) -> list[float]:
            return [-value if way == "desc" else value for (_, way), value in zip(keys, values, strict=True)]

        hits.sort(key=lambda hit: order(hit["sort"]))
        if "search_after" in body:
            hits = [hit for hit in hits if order(hit["sort"]) > order(body["search_after"])]
        answer: Json = {"hits": {"total": {"value": len(found), "relation": "eq"}, "hits": hits[: body["size"]]}}
        if "aggs" in body:
            documents = [document for document, _ in found]
            answer["aggregations"] = {name: self.count(documents, rule) for name, rule in body["aggs"].items()}
        return answer

    def count(self, documents: list[Json], rule: Json) -> Json:
        """Answer an aggregation: a filter, perhaps with terms below it."""
        kept = [document for document in documents if self.score(document, rule["filter"]) is not None]
        answer: Json = {"doc_count": len(kept)}
        for name, below in rule.get("aggs", {}).items():
            counts: dict[Any, int] = {}
            for document in kept:
                value = document[below["terms"]["field"]]
                counts[value] = counts.get(value, 0) + 1
            buckets = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: below["terms"]["size"]]
            answer[name] = {"buckets": [{"key": key, "doc_count": number} for key, number in buckets]}
        return answer

    def score(self, document: Json, query: Json) -> float | None:
        """Return how well a document answers a query, or None where it does not."""
        [(kind, rule)] = query.items()
        if kind == "bool":
            return self.score_bool(document, rule)
        [(field, value)] = rule.items()
        mapping = self.fields[field]
        if kind == "term":
            wanted = value["value"] if isinstance(value, dict) else value
            assert mapping["type"] in {"keyword", "integer"}
            assert mapping.get("index", True)
            held = document[field]
            boost = value.get("boost", 1) if isinstance(value, dict) else 1
            return boost if wanted == held or (isinstance(held, list) and wanted in held) else None
        assert kind in {"match_phrase", "match_phrase_prefix"}
        tokens = self.analysis.analyze(value.get("analyzer", mapping["analyzer"]), value["query"])
        boost = value.get("boost", 1)
        places = sum(
            matches(held, tokens, start, is_open=kind.endswith("prefix"))
            for held in self.tokens(document, field)
            for start in range(len(held) - len(tokens) + 1)
        )
        return boost * (1 + places / 100) if tokens and places else None

    def score_bool(self, document: Json, rule: Json) -> float | None:
        assert set(rule) <= {"must", "must_not", "should", "filter", "minimum_should_match"}
        required = [self.score(document, part) for part in rule.get("must", [])]
        kept = [self.score(document, part) for part in rule.get("filter", [])]
        excluded = [self.score(document, part) for part in rule.get("must_not", [])]
        optional = [score for part in rule.get("should", []) if (score := self.score(document, part)) is not None]
        needed = rule.get("minimum_should_match", 0 if required or kept else 1 if rule.get("should") else 0)
        if None in required or None in kept or any(score is not None for score in excluded) or len(optional) < needed:
            return None
        return sum(score for score in required if score is not None) + sum(optional)

    def tokens(self, document: Json, field: str) -> list[Tokens]:
        """Return the tokens of each value of a field; a phrase never goes from one value into the next."""
        key = (document["ordinal"], field)
        if key not in self.indexed:
            values = document[field.split(".", maxsplit=1)[0]]
            self.indexed[key] = [self.analysis.analyze(self.fields[field]["analyzer"], value) for value in values]
        return self.indexed[key]


def matches(held: Tokens, tokens: Tokens, start: int, *, is_open: bool) -> bool:
    """Whether a phrase stands at a place; when it is open, its last token may go on."""
    here = held[start : start + len(tokens)]
    return here == tokens or (is_open and here[:-1] == tokens[:-1] and here[-1].startswith(tokens[-1]))


def flatten(properties: Json) -> Iterator[tuple[str, Json]]:
    """Yield every field and subfield."""
    for name, mapping in properties.items():
        yield name, mapping
        for below, submapping in mapping.get("fields", {}).items():
            yield f"{name}.{below}", submapping
