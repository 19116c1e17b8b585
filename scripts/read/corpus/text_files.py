"""A source, with what `emendations.yml` and `layout.yml` say of it → the policy, and what does not fit."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.model.edits import Alignment
from scripts.model.policy import Emendation, LineRange, Metadata, Policy, Source
from scripts.problems import Problem
from scripts.read.clean.editors_lines import Misfit
from scripts.read.clean.emend import LINE_END_PATTERN
from scripts.read.clean.said_structure import find_structure_misfits
from scripts.read.clean.steps import find_layout_misfits
from scripts.read.corpus.emendation_file import read_emendations
from scripts.read.corpus.layout_file import RULE, read_layout
from scripts.read.corpus.values import LONGEST_TEXT
from scripts.read.corpus.yaml_file import YamlFile
from scripts.read.policy import read_policy

# each line is looked at once, from its beginning
LONG_PATTERN = re.compile(rf"^[^\n]{{{LONGEST_TEXT}}}[^\n]+", re.MULTILINE)


class TextFiles(NamedTuple):
    """What the editors say of a policy's text, and the files in which they do."""

    emendations: tuple[Emendation, ...]
    emendation_file: YamlFile
    layout: tuple[LineRange, ...]
    layout_file: YamlFile

    def problems(self) -> list[Problem]:
        """Return all problems of the files that were found so far."""
        return [*self.emendation_file.problems, *self.layout_file.problems]


def read_text_files(folder: Path, name: str) -> TextFiles:
    """Return the files of a policy's folder, which problems call `name`."""
    emendations = read_emendations(folder / "emendations.yml", f"{name}/emendations.yml")
    return TextFiles(*emendations, *read_layout(folder / "layout.yml", f"{name}/layout.yml"))


def read_edited(source: Source, files: TextFiles, metadata: Metadata | None) -> Policy:
    """Return the policy that a source holds; what of the files does not fit becomes a problem of theirs."""
    policy, misplaced = read_policy(source, files.emendations, metadata, files.layout)
    for misfit in misplaced:
        files.emendation_file.report((misfit.index, "before"), "emendation", misfit.message)
    unfit = {misfit.index: misfit.message for misfit in structure_misfits(policy, source, files, metadata)}
    script = metadata.script if metadata else None
    unfit |= {misfit.index: misfit.message for misfit in find_layout_misfits(source, files.layout, script)}
    for index, message in sorted(unfit.items()):
        files.layout_file.report((index, "from"), RULE, message)
    return policy


def structure_misfits(policy: Policy, source: Source, files: TextFiles, metadata: Metadata | None) -> Iterator[Misfit]:
    """Yield what of the editors' word on the structure of a policy changes nothing."""
    others = tuple(entry for entry in files.layout if not entry.is_structure)
    if len(others) < len(files.layout):
        ruled, _ = read_policy(source, files.emendations, metadata, others)
        yield from find_structure_misfits(policy, ruled)


def find_long_lines(policy: Policy, path: str) -> Iterator[Problem]:
    """Yield a problem for every line of a text that is longer than a text may be: no page, no en.po can hold it."""
    for match in LONG_PATTERN.finditer(policy.text):
        place = Alignment(policy.edits).source_span(match.start(), match.start() + 1)[0]
        line = sum(1 for _ in LINE_END_PATTERN.finditer(policy.source.text, 0, place)) + 1
        message = f"has {len(match[0]):,} characters in one paragraph, and one may have {LONGEST_TEXT:,}"
        remedy = "the copy has lost its line ends; take one that has them, or leave the line out in layout.yml"
        yield Problem(path, line, "size", f"{message}; {remedy}")
