"""The tables of terms and of every place at which an exact search finds one."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.glossary import Term
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import TermKind
from scripts.write.data.tables.columns import (
    ADDRESS,
    ANCHOR,
    AT_ANCHOR,
    IN_POLICY,
    POLICY,
    SPAN,
    URL,
    Dataset,
    Finding,
    Reference,
    closed,
    en,
    integer,
    optional,
    text,
    zh,
)
from scripts.write.words.addresses import page_address
from scripts.write.words.strings_findings import FINDING_STRINGS


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with the number of its occurrences."""

    term: Term
    occurrences: int


@dataclass(frozen=True, slots=True)
class Occurrence(Finding):
    """A place at which a term occurs."""

    term: Term


def all_terms(lookup: Lookup) -> Iterator[Entry]:
    """Yield every term."""
    for term in lookup.archive.glossary.terms.values():
        yield Entry(term, lookup.count_occurrences(term.id))


def all_occurrences(lookup: Lookup) -> Iterator[Occurrence]:
    """Yield every place of every term."""
    for term in lookup.archive.glossary.terms.values():
        for place in lookup.occurrences(term.id):
            yield Occurrence(place.policy, place.anchor, place.start, place.end, place.words, term)


TERMS: Dataset[Entry] = Dataset(
    "terms",
    FINDING_STRINGS["terms"],
    (
        text("term", "术语编号", "term id", lambda row: row.term.id),
        text("zh", "术语", "headword", lambda row: row.term.zh),
        optional("forms", "其他写法，以|分隔", "other printed forms, separated by |", lambda row: "|".join(row.term.forms) or None),
        optional("full", "全称", "full form", lambda row: row.term.full),
        text("en", "英译", "the agreed English", lambda row: row.term.en),
        optional("en_variants", "可用的其他英译，以|分隔", "other accepted English, separated by |", lambda row: "|".join(row.term.en_variants) or None),
        closed(text("kind", "类别", "kind", lambda row: row.term.kind), TermKind),
        text("meaning_zh", "中文释义", "meaning in Chinese", lambda row: row.term.meaning.zh),
        text("meaning_en", "英文释义", "meaning in English", lambda row: row.term.meaning.en),
        optional("source_zh", "出处", "origin, in Chinese", lambda row: zh(row.term.source)),
        optional("source_en", "出处（英文）", "origin, in English", lambda row: en(row.term.source)),
        text("pinyin", "拼音，不标声调", "pinyin without tones", lambda row: row.term.pinyin),
        integer("occurrences", "出现次数", "number of occurrences", lambda row: row.occurrences),
        text("url", *ADDRESS, lambda row: page_address(f"terms/{row.term.id}/")),
    ),
    all_terms,
    ("terms/",),
    key=("term",),
)  # fmt: skip
OCCURRENCES: Dataset[Occurrence] = Dataset(
    "occurrences",
    Bilingual("术语出现处", "Occurrences of terms"),
    (
        POLICY, ANCHOR,
        text("term", "术语编号", "term id", lambda row: row.term.id),
        text("text", "原文", "words as printed", lambda row: row.words),
        *SPAN, URL,
    ),
    all_occurrences,
    ("terms/",),
    references=(IN_POLICY, AT_ANCHOR, Reference(("term",), "terms", ("term",))),
)  # fmt: skip
