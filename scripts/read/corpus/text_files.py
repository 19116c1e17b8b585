"""A source, with what `emendations.yml` and `layout.yml` say of it → the policy, and what does not fit."""

from pathlib import Path
from typing import NamedTuple

from scripts.model.policy import Emendation, LineRange, Metadata, Policy, Source
from scripts.problems import Problem
from scripts.read.clean.steps import find_layout_misfits
from scripts.read.corpus.emendation_file import read_emendations
from scripts.read.corpus.layout_file import RULE, read_layout
from scripts.read.corpus.yaml_file import YamlFile
from scripts.read.policy import read_policy


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
    for unfit in find_layout_misfits(source, files.layout, metadata.script if metadata else None):
        files.layout_file.report((unfit.index, "from"), RULE, unfit.message)
    return policy
