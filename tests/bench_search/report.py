"""Figures → tables in Markdown in either language, which read well as plain text too, and what must be known of them."""

import re
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.markup.markdown import division
from scripts.write.words.strings import pick
from tests.bench_search.measure import Figures, percentiles
from tests.bench_search.queries import SETS
from tests.bench_search.wording import (
    CHINESE,
    COST,
    FOUND,
    HEADING,
    LABEL,
    MACHINE,
    MOST,
    NOTES,
    NOTES_HEADING,
    REASON,
    SIZE,
    failure_in_chinese,
)

T = TypeVar("T")
Cell = Callable[[Figures], str]
MOST_PATTERN = re.compile(r"(?P<median>\S+) \(most (?P<most>\S+)\)")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much text a corpus has."""

    sections: int
    characters: int
    """Of its Chinese."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a report is of."""

    date: str
    cores: int
    memory: int
    """In gigabytes."""
    browser: str
    """Chromium's version."""
    seed: int


def render_report(
    heading: Heading, results: Mapping[int, Mapping[str, Figures]], extents: Mapping[int, Extent], language: Language
) -> str:
    """Return the tables of every size, with a heading and notes."""
    machine = pick(MACHINE, language).format(cores=heading.cores, memory=heading.memory, browser=heading.browser)
    head = pick(HEADING, language).format(date=heading.date, machine=machine, seed=heading.seed)
    names = list(dict.fromkeys(name for by_name in results.values() for name in by_name))
    sizes = [render_size(size, extents[size], results[size], names, language) for size in results]
    notes = "\n".join(f"- {pick(note, language)}" for note in NOTES)
    return "\n\n".join([head, *sizes, pick(NOTES_HEADING, language), notes]) + "\n"


def render_size(
    size: int, extent: Extent, by_name: Mapping[str, Figures], names: Sequence[str], language: Language
) -> str:
    """Return what was measured with so many policies: a table of what was found, and one of what it took."""
    values = {"size": f"{size:,}", "sections": f"{extent.sections:,}", "characters": f"{extent.characters:,}"}
    heading = pick(SIZE, language).format(anchor=size, **values)
    columns = [word(name, language) for name in names]

    def rows(title: Bilingual, labelled: Sequence[tuple[str, Cell]]) -> list[list[str]]:
        shown = [[label, *(show(cell, by_name.get(name)) for name in names)] for label, cell in labelled]
        body = [[word(label, language), *(most(text, language) for text in texts)] for label, *texts in shown]
        return [[pick(title, language), *columns], *body]

    cost = rows(COST, cost_cells())
    if any(figures.failure for figures in by_name.values()):
        cost.append([pick(REASON, language), *(reason(by_name.get(name), language) for name in names)])
    tables = ((FOUND, rows(FOUND, quality_cells())), (COST, cost))
    blocks = [heading]
    for title, table in tables:
        label = pick(LABEL, language).format(size=values["size"], table=pick(title, language))
        frame = {"classes": "figures", "role": "region", "aria_label": label, "tabindex": "0"}
        blocks.append(division([render_table(table)], **frame))
    return "\n\n".join(blocks)


def word(label: str, language: Language) -> str:
    """Return a label in a language."""
    return CHINESE.get(label, label) if language is Language.ZH else label


def reason(figures: Figures | None, language: Language) -> str:
    """Return why a system's cells are empty, in a language."""
    failure = figures.failure if figures else ""
    return failure_in_chinese(failure) if language is Language.ZH else failure


def quality_cells() -> list[tuple[str, Cell]]:
    """Return the rows of what was found."""
    return [(name, quality_cell(name)) for name, _, _ in SETS]


def cost_cells() -> list[tuple[str, Cell]]:
    """Return the rows of what it took."""
    return [
        ("key → results changed, ms p50 / p95", lambda f: pair([dom for dom, _ in f.warm])),
        ("key → painted, ms p50 / p95", lambda f: pair([painted for _, painted in f.warm])),
        ("the same, first time", lambda f: pair([painted for _, painted in f.first])),
        ("cold → first results, ms", lambda f: f"{statistics.median(c.milliseconds for c in f.cold):,.0f}"),
        ("search bytes until then, KB", lambda f: kilobytes([c.search_bytes for c in f.cold])),
        ("page and theme bytes, KB", lambda f: kilobytes([c.page_bytes for c in f.cold])),
        ("search ready, s", lambda f: f"{need(f.ready):.1f}"),
        ("browser memory, MB", lambda f: f"{need(f.megabytes):,.0f}"),
        ("index: files", lambda f: f"{need(f.disk).files:,}"),
        ("index: MB, compressed", lambda f: f"{need(f.disk).size / 1e6:,.1f}, {need(f.disk).compressed / 1e6:,.1f}"),
        ("build: s, peak MB", lambda f: f"{need(f.built).seconds:,.1f}, {need(f.built).megabytes:,.0f}"),
    ]


def quality_cell(name: str) -> Cell:
    """Return the cell of a set of queries."""

    def cell(figures: Figures) -> str:
        quality = figures.quality[name]
        fractions = " / ".join(
            f"{value:.3f}".removeprefix("0") for value in (quality.first, quality.five, quality.recall)
        )
        asked, every = figures.asked[name]
        return f"{fractions} / {quality.none:.0%}" + (f" ({asked}/{every})" if asked < every else "")

    return cell


def need(value: T | None) -> T:
    """Return a value that was measured."""
    if value is None:
        raise LookupError
    return value


def show(cell: Cell, figures: Figures | None) -> str:
    """Return a cell, or a dash where it was not measured."""
    try:
        return cell(need(figures))
    except (LookupError, statistics.StatisticsError):
        return "–"


def pair(values: Sequence[float]) -> str:
    """Return the 50th and the 95th percentile."""
    middle, high = percentiles(values)
    return f"{middle:,.1f} / {high:,.1f}"


def kilobytes(values: Sequence[int]) -> str:
    """Return the median, and the most."""
    return pick(MOST, Language.EN).format(
        median=f"{statistics.median(values) / 1000:,.0f}", most=f"{max(values) / 1000:,.0f}"
    )


def most(text: str, language: Language) -> str:
    """Return a cell of `kilobytes` in a language, any other as it is."""
    found = MOST_PATTERN.fullmatch(text)
    return pick(MOST, language).format(**found.groupdict()) if found else text


def render_table(rows: list[list[str]]) -> str:
    """Return a table whose columns are as wide as their cells."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])
