"""Figures → tables in Markdown in either language, and what must be known to read them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.markup.markdown import division
from scripts.write.words.strings import pick
from tests.bench_search.cells import COST_ROWS, Row, all_rows, first_rows, show
from tests.bench_search.glance import Results, glance_rows, glance_size
from tests.bench_search.measure import Figures
from tests.bench_search.tables import render_table
from tests.bench_search.wording import (
    CHINESE,
    COST,
    FOUND_ALL,
    FOUND_FIRST,
    GLANCE,
    GLANCE_HEADING,
    HEADING,
    LABEL,
    MACHINE,
    MOST,
    REASON,
    SIZE,
    VERSIONS,
    failure_in_chinese,
)
from tests.bench_search.wording_notes import NOTES, NOTES_HEADING

# 162 (most 217)
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


class Report:
    """The tables of all sizes, for some of the systems, in a language."""

    def __init__(self, results: Results, extents: Mapping[int, Extent], names: Sequence[str], lang: Language) -> None:
        self.results, self.extents, self.names, self.language = results, extents, list(names), lang

    def render(self, heading: Heading) -> str:
        """Return a heading, the table for the hurried, the tables of every size, and notes."""
        notes = "\n".join(f"- {self.pick(note)}" for note in NOTES)
        sizes = [block for size in self.results for block in self.size_blocks(size)]
        return "\n\n".join([*self.head(heading), *self.glance(), *sizes, self.pick(NOTES_HEADING), notes]) + "\n"

    def head(self, heading: Heading) -> list[str]:
        """Return when and where it was measured, and what."""
        values = {"cores": heading.cores, "memory": heading.memory, "browser": heading.browser}
        machine = self.pick(MACHINE).format(**values)
        figures = [by_name[name] for name in self.names for by_name in self.results.values() if name in by_name]
        versions = list(dict.fromkeys(self.word(each.version) for each in figures if each.version))
        separator = "、" if self.language is Language.ZH else ", "
        return [
            self.pick(HEADING).format(date=heading.date, machine=machine, seed=heading.seed),
            self.pick(VERSIONS).format(versions=separator.join(versions)),
        ]

    def glance(self) -> list[str]:
        """Return the table with a row for each question of a chooser."""
        size = glance_size(self.results, self.names)
        if size is None:
            return []
        text = self.pick(GLANCE_HEADING).format(size=f"{size:,}", sections=f"{self.extents[size].sections:,}")
        return [text, self.table(size, GLANCE, glance_rows(self.results, size, self.names))]

    def size_blocks(self, size: int) -> list[str]:
        """Return what was measured with so many policies: what is shown first, what is found at all, what it took."""
        by_name, extent = self.results[size], self.extents[size]
        cost = self.cells(COST_ROWS, by_name)
        if any(figures.failure for name, figures in by_name.items() if name in self.names):
            cost.append([self.pick(REASON), *(self.reason(by_name.get(name)) for name in self.names)])
        values = {"sections": f"{extent.sections:,}", "characters": f"{extent.characters:,}"}
        return [
            self.pick(SIZE).format(size=f"{size:,}", anchor=size, **values),
            self.table(size, FOUND_FIRST, self.cells(first_rows(), by_name)),
            self.table(size, FOUND_ALL, self.cells(all_rows(), by_name)),
            self.table(size, COST, cost),
        ]

    def cells(self, rows: Sequence[Row], by_name: Mapping[str, Figures]) -> list[list[str]]:
        """Return the label and the cells of each row, in English."""
        return [[label, *(show(cell, by_name.get(name)) for name in self.names)] for label, cell in rows]

    def table(self, size: int, title: Bilingual, rows: list[list[str]]) -> str:
        """Return a table that can be moved to and scrolled."""
        label = self.pick(LABEL).format(size=f"{size:,}", table=self.pick(title))
        frame = {"classes": "figures", "role": "region", "aria_label": label, "tabindex": "0"}
        head = [self.pick(title), *map(self.word, self.names)]
        return division([render_table([head, *([self.word(cell) for cell in row] for row in rows)])], **frame)

    def word(self, text: str) -> str:
        """Return a label or a cell in the language."""
        if self.language is not Language.ZH:
            return text
        if found := MOST_PATTERN.fullmatch(text):
            return MOST.zh.format(**found.groupdict())
        return CHINESE.get(text, text.replace("ours ", CHINESE["ours"] + " ", 1))

    def reason(self, figures: Figures | None) -> str:
        """Return why a system's cells are empty."""
        failure = figures.failure if figures else ""
        return failure_in_chinese(failure) if self.language is Language.ZH else failure

    def pick(self, text: Bilingual) -> str:
        """Return a text in the language."""
        return pick(text, self.language)
