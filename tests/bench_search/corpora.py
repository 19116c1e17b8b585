"""The texts that every system indexes: the archive as it is, or any number of policies made from its sentences, seeded.

A made policy has the sections and anchors of one of the real ones. Each passage is a row of sentences drawn from all of
them, Chinese and English in step; titles are drawn likewise. A policy depends on its number alone, so none is kept.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from scripts.commands.gather import link_corpus
from scripts.link.shares import lookup_of
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import ResultKind
from scripts.read.corpus.corpus import read_corpus
from scripts.read.hand_written import read_pages
from scripts.write.search.collections import Collection, SearchPassage, SearchSection, make_collections

ROOT = Path(__file__).resolve().parents[2]
# 。 after which a sentence may begin
STOP_ZH_PATTERN = re.compile(r"(?<=[。！？])")
# a stop, not that of `No. 27`, before a capital
STOP_EN_PATTERN = re.compile(r"(?<!\bNo)(?<=[.!?])[”’\")]*\s+(?=[A-Z“(\[0-9])")
CLAUSE_ZH_PATTERN = re.compile(r"(?<=；)")
CLAUSE_EN_PATTERN = re.compile(r"(?<=;)\s+")
SENTENCES = ((STOP_ZH_PATTERN, STOP_EN_PATTERN), (CLAUSE_ZH_PATTERN, CLAUSE_EN_PATTERN))


class Archive:
    """The real archive as collections."""

    def __init__(self) -> None:
        self.lookup = lookup_of(replace(link_corpus(read_corpus(ROOT))[0], pages=read_pages(ROOT)))
        collections = list(make_collections(self.lookup))
        self.policies = [each for each in collections if each.kind is ResultKind.POLICY]
        self.others = [each for each in collections if each.kind is not ResultKind.POLICY]

    @cached_property
    def titles(self) -> list[tuple[Bilingual, ...]]:
        """The names of every section that has one."""
        sections = (section for policy in self.policies for section in policy.sections)
        return [section.names for section in sections if section.names[0].zh]

    @cached_property
    def pairs(self) -> list[Bilingual]:
        """Every sentence with its translation."""
        return [pair for passages in self.rows for row in passages for pair in row]

    @cached_property
    def rows(self) -> list[list[list[Bilingual]]]:
        """For each policy, for each passage, its sentences."""
        return [
            [split_pairs(passage.text) for section in policy.sections for passage in section.passages]
            for policy in self.policies
        ]


def split_pairs(text: Bilingual) -> list[Bilingual]:
    """Return a passage's sentences, then their clauses, where both languages have as many; else all in one."""
    pairs = [text]
    for zh_pattern, en_pattern in SENTENCES:
        split: list[Bilingual] = []
        for pair in pairs:
            zh = [part for part in zh_pattern.split(pair.zh) if part]
            en = en_pattern.split(pair.en)
            split += map(Bilingual, zh, en) if len(zh) == len(en) else [pair]
        pairs = split
    return pairs


class Corpus:
    """So many policies: the real ones, where there are just as many of them, else made ones."""

    def __init__(self, archive: Archive, size: int, seed: int) -> None:
        self.archive, self.size, self.seed = archive, size, seed
        self.is_real = size == len(archive.policies)

    def policies(self) -> Iterator[Collection]:
        """Yield every policy."""
        return map(self.policy, range(self.size))

    def collections(self) -> Iterator[Collection]:
        """Yield every policy, then the glossary and the pages, as they are in the real archive."""
        yield from self.policies()
        yield from self.archive.others

    def policy(self, number: int) -> Collection:
        """Return a policy by its place, from 0."""
        if self.is_real:
            return self.archive.policies[number]
        chance = random.Random(f"{self.seed}-{number}")
        kind = chance.randrange(len(self.archive.policies))
        model, rows = self.archive.policies[kind], iter(self.archive.rows[kind])
        sections = tuple(self.section(section, rows, chance) for section in model.sections)
        return Collection(
            ResultKind.POLICY,
            f"policies/gen-{number + 1:04}-{model.year}/",
            chance.choice(self.archive.policies).title,
            sections,
            model.place,
            model.year,
            model.level,
        )

    def section(self, model: SearchSection, rows: Iterator[list[Bilingual]], chance: random.Random) -> SearchSection:
        """Return a section with the model's anchors and as many sentences in each passage."""
        names = chance.choice(self.archive.titles) if model.names[0].zh else model.names
        passages = tuple(
            SearchPassage(passage.anchor, join_pairs(chance.choices(self.archive.pairs, k=len(next(rows)))))
            for passage in model.passages
        )
        return SearchSection(model.anchor, model.label, names, passages, model.topics)


def join_pairs(pairs: list[Bilingual]) -> Bilingual:
    """Return sentences as one passage."""
    return Bilingual("".join(pair.zh for pair in pairs), " ".join(pair.en for pair in pairs))


def units(section: SearchSection) -> list[Bilingual]:
    """Return all texts that a section has: its names and passages."""
    return [*section.names, *(passage.text for passage in section.passages)]


def shown_title(section: SearchSection) -> Bilingual:
    """Return what peers get as a section's heading: its title, or its place where it has none."""
    return section.names[0] if section.names[0].zh else section.label
