"""Answers → figures: how often the first result, or one of five, is right; how much of all is found, and what else."""

import statistics
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
    """Of the sections that hold what was typed, those that are found."""
    precision: float | None
    """Of the sections that are found, those that are right; none where nothing is ever found."""
    none: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one answer was worth."""

    first: bool
    five: bool
    recall: float
    precision: float | None


def judge(queries: Sequence[Query], answers: Sequence[Answer], scan: Scan) -> Quality:
    """Return the figures of a set; queries that no section can answer are left out."""
    pairs = zip(queries, answers, strict=True)
    verdicts = [verdict(query, answer, scan) for query, answer in pairs if truth(query, scan)]
    precise = [each.precision for each in verdicts if each.precision is not None]
    return Quality(
        statistics.fmean(each.first for each in verdicts),
        statistics.fmean(each.five for each in verdicts),
        statistics.fmean(each.recall for each in verdicts),
        statistics.fmean(precise) if precise else None,
        1 - len(precise) / len(verdicts),
    )


def verdict(query: Query, answer: Answer, scan: Scan) -> Verdict:
    """Judge one answer. Results in another language than the one asked for are passed over."""
    held, right = truth(query, scan), accepted(query, scan)
    best = [number for number, language in answer.best if query.shown in (None, language)][:5]
    verdicts = [bool(right >> number & 1) for number in best]
    found = answer.sections(query.shown)
    recall = (found & held).bit_count() / held.bit_count()
    precision = (found & right).bit_count() / found.bit_count() if found else None
    return Verdict(any(verdicts[:1]), any(verdicts), recall, precision)


def truth(query: Query, scan: Scan) -> int:
    """Return the set of all sections that hold what the query asks for."""
    right = -1
    for string in (*query.chinese, *([query.english] if query.english else [])):
        right &= scan.masks[string]
    return right


def accepted(query: Query, scan: Scan) -> int:
    """Return the set of all sections that are right to show: the English may stand in any inflection."""
    if not query.english:
        return truth(query, scan)
    right = scan.masks[query.english] | scan.inflected[query.english]
    for string in query.chinese:
        right &= scan.masks[string]
    return right
