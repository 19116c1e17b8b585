"""Answers → figures: how often the first result, or one of five, is right, how much of all is found, how often nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench_search.queries import Query
from tests.bench_search.systems import Answer
from tests.bench_search.truth import Scan


@dataclass(frozen=True, slots=True)
class Quality:
    """Fractions over a set of queries."""

    first: float
    five: float
    recall: float
    none: float


def judge(queries: Sequence[Query], answers: Sequence[Answer], scan: Scan) -> Quality:
    """Return the figures of a set; queries that no section can answer are left out."""
    rows = [row(query, answer, scan) for query, answer in zip(queries, answers, strict=True) if truth(query, scan)]
    first, five, recall, none = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return Quality(first, five, recall, none)


def row(query: Query, answer: Answer, scan: Scan) -> tuple[float, float, float, float]:
    """Return the figures of one query. A result in another language than the one asked for is passed over."""
    right = truth(query, scan)
    best = [number for number, language in answer.best if query.shown in (None, language)]
    verdicts = [is_right(number, query, right, scan) for number in best[:5]]
    recall = (answer.found & right).bit_count() / right.bit_count()
    return any(verdicts[:1]), any(verdicts), recall, answer.found == 0


def truth(query: Query, scan: Scan) -> int:
    """Return the set of all sections that hold what the query asks for."""
    right = -1
    for string in (*query.chinese, *([query.english] if query.english else [])):
        right &= scan.masks[string]
    return right


def is_right(number: int, query: Query, right: int, scan: Scan) -> bool:
    """Whether a section is a right result: it holds the Chinese as it is, the English in any inflection."""
    if right >> number & 1:
        return True
    return bool(query.english) and scan.holds_inflected(number, query.english)
