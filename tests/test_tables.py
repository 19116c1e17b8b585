"""Every column of every published table against the archive, by a way of its own: exchanged columns are seen."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, islice
from typing import Any

import pytest

from scripts.link.shares import lookup_of
from scripts.model.archive import Archive
from scripts.model.bilingual import Bilingual
from scripts.model.figures import make_figures
from scripts.model.lookup import Lookup
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language, MentionKind, SectionKind, TargetKind
from scripts.write.data.csv_text import csv_lines
from scripts.write.data.tables.columns import Dataset, Finding
from scripts.write.data.tables.tables import DATASETS
from scripts.write.data.tables.terms import TERMS
from scripts.write.words.place_labels import place_label
from scripts.write.words.values import render_value
from tests.conftest import SITE_URL

Things = tuple[Any, ...]
"""What a row is about; a column is the attribute of the first that has one of its name."""
HAN_PATTERN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Known:
    """A policy with the way from its text to its anchors."""

    policy: Policy
    metadata: Metadata
    finder: PlaceFinder


def policies(lookup: Lookup) -> dict[str, Known]:
    found = ((policy, policy.metadata) for policy in lookup.archive.policies)
    return {m.id: Known(policy, m, PlaceFinder(policy)) for policy, m in found if m}


def find_all(lookup: Lookup, kind: str) -> Iterator[Things]:
    """Yield what was found of a kind, each with its policy."""
    known = policies(lookup)
    for policy_id, findings in lookup.archive.findings.items():
        for found in getattr(findings, kind):
            yield found, known[policy_id]


def charges(lookup: Lookup) -> Iterator[Things]:
    for note, known in find_all(lookup, "responsibilities"):
        yield note, lookup.archive.glossary.organisations.get(note.organisation), known


def citations(lookup: Lookup) -> Iterator[Things]:
    for mention, known in find_all(lookup, "mentions"):
        if mention.kind is MentionKind.DOCUMENT:
            yield mention, lookup.archive.glossary.documents.get(mention.target), known


def occurrences(lookup: Lookup) -> Iterator[Things]:
    known = policies(lookup)
    for term in lookup.archive.glossary.terms.values():
        for place in lookup.occurrences(term.id):
            yield Finding(place.policy, "", place.start, place.end, ""), term, known[place.policy]


def treatments(lookup: Lookup) -> Iterator[Things]:
    for topic in lookup.archive.glossary.topics.values():
        for policy_id, known in sorted(policies(lookup).items()):
            yield from ((anchor, topic, known) for anchor in topic.sections.get(policy_id) or [None])


def near(things: Things) -> str:
    return str(things[-1].finder.anchor_near(things[0].start))


def printed(things: Things) -> str:
    return str(things[-1].policy.text[things[0].start : things[0].end])


def link(things: Things, anchor: str | None) -> str:
    return f"{SITE_URL}policies/{things[-1].metadata.id}/" + (f"#{anchor}" if anchor else "")


def count(lookup: Lookup, indicator: str, kind: TargetKind) -> int:
    return len([figure for figure in make_figures(lookup.targets(indicator)) if figure.target.kind is kind])


def names(issuers: Iterable[Bilingual], language: str) -> str:
    return "|".join(getattr(issuer, language) for issuer in issuers)


def day(date: str | None) -> str:
    """Return a date as tables have it: where a month alone is known, no program may make a day of it."""
    return re.sub(r"^(....-..)$", r"\1-XX", date or "")


def own_figures(lookup: Lookup, things: Things, kind: TargetKind) -> int:
    targets = lookup.archive.findings[things[-1].metadata.id].targets
    return len([figure for figure in make_figures(targets) if figure.target.kind is kind])


def editions(lookup: Lookup) -> Iterator[Things]:
    for known in policies(lookup).values():
        yield from ((edition, known) for edition in known.metadata.editions)


Way = Callable[[Lookup, Things], Any]
POLICY: dict[str, Way] = {"policy": lambda _, t: t[-1].metadata.id}
WORDS: dict[str, Way] = POLICY | {
    "text": lambda _, t: printed(t),
    "anchor": lambda _, t: near(t),
    "url": lambda _, t: link(t, near(t)),
}
WAYS: dict[str, tuple[Callable[[Lookup], Iterator[Things]], dict[str, Way]]] = {
    "targets": (
        lambda lookup: find_all(lookup, "targets"),
        POLICY
        | {
            "place": lambda _, t: t[-1].metadata.place.id,
            "written_zh": lambda _, t: render_value(t[0], Language.ZH),
            "written_en": lambda _, t: render_value(t[0], Language.EN),
            "quote": lambda _, t: printed(t),
            "url": lambda _, t: link(t, t[0].anchor),
        },
    ),
    "indicators": (
        lambda lookup: ((indicator,) for indicator in lookup.archive.glossary.indicators.values()),
        {
            "indicator": lambda _, t: t[0].id,
            "targets": lambda lookup, t: count(lookup, t[0].id, TargetKind.TARGET),
            "baselines": lambda lookup, t: count(lookup, t[0].id, TargetKind.BASELINE),
            "url": lambda _, t: f"{SITE_URL}indicators/{t[0].id}/",
        },
    ),
    "terms": (
        lambda lookup: ((term,) for term in lookup.archive.glossary.terms.values()),
        {
            "term": lambda _, t: t[0].id,
            "occurrences": lambda lookup, t: len(lookup.occurrences(t[0].id)),
            "url": lambda _, t: f"{SITE_URL}terms/{t[0].id}/",
        },
    ),
    "occurrences": (occurrences, WORDS | {"term": lambda _, t: t[1].id}),
    "organisations": (
        charges,
        WORDS | {"anchor": lambda _, t: t[0].section, "url": lambda _, t: link(t, t[0].section)},
    ),
    "citations": (
        citations,
        WORDS
        | {
            "document": lambda _, t: t[0].target,
            "date": lambda _, t: day(t[1] and t[1].date),
        },
    ),
    "topics": (
        treatments,
        POLICY
        | {
            "anchor": lambda _, t: t[0],
            "topic": lambda _, t: t[1].id,
            "label": lambda _, t: t[0] and place_label(t[0], Language.ZH),
            "url": lambda _, t: link(t, t[0]),
        },
    ),
    "policies": (
        lambda lookup: ((known.metadata, known.metadata.status, known) for known in policies(lookup).values()),
        POLICY
        | {
            "issuers_zh": lambda _, t: names(t[0].issuers, "zh"),
            "issuers_en": lambda _, t: names(t[0].issuers, "en"),
            "date": lambda _, t: day(t[0].date.value),
            "place": lambda _, t: t[0].place.id,
            "period_from": lambda _, t: t[1].period and t[1].period.first,
            "period_until": lambda _, t: t[1].period and t[1].period.last,
            "goal_years": lambda _, t: "|".join(str(goal.year) for goal in t[1].goals),
            "planned_until": lambda _, t: t[1].period.last if t[1].period else max(goal.year for goal in t[1].goals),
            "in_force_from": lambda _, t: t[1].force and t[1].force.first,
            "in_force_until": lambda _, t: t[1].force and t[1].force.last,
            "ending": lambda _, t: t[1].force and t[1].force.ending,
            "replaced_by": lambda _, t: t[1].successor and (t[1].successor.id or t[1].successor.title.zh),
            "edition": lambda _, t: len(t[0].editions),
            "edition_date": lambda _, t: max(edition.date for edition in t[0].editions),
            "characters": lambda _, t: len(t[-1].policy.text),
            "parts": lambda _, t: len([s for s in t[-1].policy.sections if s.kind is SectionKind.PART]),
            "targets": lambda lookup, t: own_figures(lookup, t, TargetKind.TARGET),
            "baselines": lambda lookup, t: own_figures(lookup, t, TargetKind.BASELINE),
            "source": lambda _, t: t[0].url,
            "url": lambda _, t: link(t, None),
            "url_en": lambda _, t: f"{SITE_URL}en/policies/{t[0].id}/",
        },
    ),
    "places": (
        lambda lookup: ((place,) for place in lookup.archive.glossary.places.values()),
        {"place": lambda _, t: t[0].id},
    ),
    "organisation_list": (
        lambda lookup: ((body,) for body in lookup.archive.glossary.organisations.values()),
        {"organisation": lambda _, t: t[0].id, "url": lambda _, t: f"{SITE_URL}organisations/{t[0].id}/"},
    ),
    "document_list": (
        lambda lookup: ((document,) for document in lookup.archive.glossary.documents.values()),
        {
            "document": lambda _, t: t[0].id,
            "issuers_zh": lambda _, t: names(t[0].issuers, "zh"),
            "issuers_en": lambda _, t: names(t[0].issuers, "en"),
            "date": lambda _, t: day(t[0].date),
            "url": lambda _, t: f"{SITE_URL}documents/#{t[0].id}",
        },
    ),
    "topic_list": (
        lambda lookup: ((topic,) for topic in lookup.archive.glossary.topics.values()),
        {"topic": lambda _, t: t[0].id, "url": lambda _, t: f"{SITE_URL}topics/{t[0].id}/"},
    ),
    "editions": (
        editions,
        POLICY
        | {
            "edition": lambda _, t: t[0].number,
            "changes": lambda _, t: len(t[0].changes),
            "url": lambda _, t: f"{SITE_URL}policies/{t[-1].metadata.id}/history/#edition-{t[0].number}",
        },
    ),
}


def attribute(things: Things, name: str) -> Any:
    """Return the attribute of the first thing that has it, then of the policy's metadata; `name_zh` is that of `name`."""
    stem, _, language = name.rpartition("_")
    for thing in things if None in things else (*things, getattr(things[-1], "metadata", None)):
        if hasattr(thing, name):
            return getattr(thing, name)
        if language in tuple(Language) and hasattr(thing, stem):
            return getattr(getattr(thing, stem), language, None)
    assert None in things, name  # the body or document is not known
    return None


def cell_of(value: Any) -> str:
    if isinstance(value, tuple):
        return "|".join(value)
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    return "" if value is None else str(value)


def rows_of(dataset: Dataset[Any], lookup: Lookup) -> list[dict[str, str]]:
    text = "".join(csv_lines(dataset, lookup)).removeprefix("\ufeff")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_cell_is_what_the_archive_says(dataset: Dataset[Any], lookup: Lookup) -> None:
    find, ways = WAYS[dataset.name]
    rows = rows_of(dataset, lookup)
    for row, things in zip(rows, find(lookup), strict=True):
        for column in dataset.columns:
            way = ways.get(column.name)
            expected = way(lookup, things) if way else attribute(things, column.name)
            assert row[column.name] == cell_of(expected), column.name


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_no_two_columns_hold_the_same_in_every_row(dataset: Dataset[Any], lookup: Lookup) -> None:
    """Or the test above would not see them exchanged; of a column that is empty so far there is nothing to see."""
    rows = rows_of(dataset, lookup)
    filled = [column.name for column in dataset.columns if any(row[column.name] for row in rows)]
    assert [pair for pair in combinations(filled, 2) if all(row[pair[0]] == row[pair[1]] for row in rows)] == []


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_a_chinese_column_is_in_chinese_and_an_english_one_is_not(dataset: Dataset[Any], lookup: Lookup) -> None:
    rows = rows_of(dataset, lookup)
    for name in (column.name for column in dataset.columns):
        cells = [row[name] for row in rows if row[name]]
        chinese = sum(1 for cell in cells if HAN_PATTERN.search(cell))
        if name.endswith("_zh") and name != "written_zh":  # 97% is the same in both
            assert chinese == len(cells) > 0, name
        if name.endswith("_en"):
            assert chinese <= len(cells) / 10, name  # some quote a Chinese word


def test_rows_are_written_as_they_are_made(lookup: Lookup) -> None:
    def three_then_fail(lookup: Lookup) -> Iterator[Any]:
        yield from islice(TERMS.things(lookup), 3)
        raise RuntimeError("more rows than asked for")

    lines = csv_lines(replace(TERMS, things=three_then_fail), lookup)
    assert [line.count("\r\n") for line in islice(lines, 4)] == [1, 1, 1, 1]


def test_a_table_of_an_empty_archive_has_its_names_alone() -> None:
    empty = lookup_of(Archive(()))
    for dataset in DATASETS:
        assert "".join(csv_lines(dataset, empty)) == "\ufeff" + ",".join(c.name for c in dataset.columns) + "\r\n"
