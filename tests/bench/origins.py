"""The policies of a corpus → material for others like them: lines as received, whole items, the editors' rows by place."""

import bisect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib
import yaml

from scripts.model.edits import Alignment
from scripts.model.policy import Bilingual, Block, Emendation, Policy, Section
from scripts.model.vocabulary import Certainty, EmendationKind, Rule, SectionKind
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy

Row = dict[str, Any]
"""An entry of a file that editors write, every scalar a string."""
Place = tuple[str, str]
"""A policy and an anchor in it."""
NOTHING = Bilingual("", "")
Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class PlainLoader(yaml.SafeLoader):
    """Every scalar is a string, as the project's own reader has it, but for null."""


PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:
    """Return what a YAML file holds; of a file that is not there, nothing."""
    return yaml.load(path.read_text(encoding="utf-8"), PlainLoader) if path.exists() else []


def dump(path: Path, value: Any) -> None:
    """Write a YAML file."""
    text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source, and where it comes from."""

    text: str
    origin: str
    """The id of the policy."""
    number: int
    """From 1; 0 for a line that stands in no policy."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A policy of the corpus, with all that editors wrote of it."""

    id: str
    policy: Policy
    lines: tuple[Line, ...]
    parts: tuple[tuple[tuple[Line, ...], ...], ...]
    """The lines of each item, by the parts that have items."""
    contents: tuple[int, int]
    """The first line of its table of contents and the one behind it, from 1; both 0 where there is none."""
    metadata: Row
    emendations: tuple[Row, ...]
    figures: dict[str, tuple[Row, ...]] = field(repr=False)
    """The rows of targets.yml and figures_en.yml."""
    english: dict[str, polib.POEntry] = field(repr=False)


def read_origins(corpus: Path) -> dict[str, Origin]:
    """Return the policies of a corpus by their ids; the corpus may be one of a former state of the project."""
    return {path.name: read_origin(path) for path in sorted((corpus / "policies").iterdir()) if path.is_dir()}


def read_origin(folder: Path) -> Origin:
    """Return one policy."""
    emendations = load(folder / "emendations.yml") or []
    source = read_source((folder / "source.txt").read_bytes(), "source.txt")
    policy = read_policy(source, make_emendations(emendations))[0]
    lines = tuple(Line(text, folder.name, number) for number, text in enumerate(source.text.split("\n"), 1))
    names = [name for name in ("targets.yml", "figures_en.yml") if (folder / name).exists()]
    po = polib.pofile(str(folder / "en.po"), encoding="utf-8") if (folder / "en.po").exists() else []
    return Origin(
        folder.name,
        policy,
        lines,
        tuple(find_parts(policy, lines)),
        find_contents(policy),
        load(folder / "policy.yml"),
        tuple(emendations),
        {name: tuple(load(folder / name) or ()) for name in names},
        {entry.msgctxt: entry for entry in po if not entry.obsolete},
    )


def make_emendations(rows: list[Row]) -> tuple[Emendation, ...]:
    """Return the emendations that the rows write, without their words."""
    return tuple(
        Emendation(
            int(row["line"]),
            row["before"],
            row.get("after") or "",
            EmendationKind(row["kind"]),
            Certainty(row["certainty"]),
            NOTHING,
            NOTHING,
        )
        for row in rows
    )


class Lines:
    """On which line of its source a place of a policy's text stands."""

    def __init__(self, policy: Policy) -> None:
        self.alignment = Alignment(policy.edits)
        self.starts = [0, *(match.end() for match in re.finditer("\n", policy.source.text))]

    def of(self, place: int) -> int:
        """Return the line, from 1, of the character at a place of the text."""
        return self.of_source(self.alignment.source_span(place, place + 1)[0])

    def of_source(self, place: int) -> int:
        """Return the line, from 1, of a place of the source."""
        return bisect.bisect_right(self.starts, place)


def find_parts(policy: Policy, lines: tuple[Line, ...]) -> Iterator[tuple[tuple[Line, ...], ...]]:
    """Yield the items of each part that has some, each as its lines."""
    where = Lines(policy)
    for part in policy.sections:
        items = [section for section in part.children if section.kind is SectionKind.ITEM]
        if items:
            yield tuple(lines[where.of(item.start) - 1 : where.of(item.end - 1)] for item in items)


def find_contents(policy: Policy) -> tuple[int, int]:
    """Return the first line of the table of contents and the one behind it; (0, 0) where there is none."""
    where = Lines(policy)
    spans = [(edit.start, edit.end) for edit in policy.edits if edit.rule is Rule.CONTENTS]
    return (where.of_source(spans[0][0]), where.of_source(spans[-1][1])) if spans else (0, 0)


def places(policy: Policy) -> Iterator[tuple[int, int, str]]:
    """Yield for each section and block its line, which it is of those that begin there, and its anchor."""
    where, count = Lines(policy), Counter[int]()
    for section in policy.walk():
        nodes: tuple[Section | Block, ...] = (section, *section.blocks)
        for node in nodes:
            line = where.of(node.start)
            yield line, count[line], node.anchor
            count[line] += 1
