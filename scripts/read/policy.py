"""A source, with or without an editor's files → a policy."""

from dataclasses import replace

from scripts.model.policy import Emendation, LineRange, Metadata, Policy, Source
from scripts.read.clean.emend import Misplaced, emend
from scripts.read.clean.steps import clean
from scripts.read.clean.table_cells import cell_starts
from scripts.read.structure.guess import guess_metadata
from scripts.read.structure.lines import NamedLines
from scripts.read.structure.nest import nest


def read_policy(
    source: Source,
    emendations: tuple[Emendation, ...] = (),
    metadata: Metadata | None = None,
    layout: tuple[LineRange, ...] = (),
) -> tuple[Policy, tuple[Misplaced, ...]]:
    """Return the policy that the source holds, and the emendations that fit no place of it.

    Without metadata, the policy has what the text says of itself.
    """
    draft, notes, misplaced = emend(clean(source.text, layout), emendations)
    nested = nest(draft.text, NamedLines(draft.text), cell_starts(draft.edits))
    policy = Policy(metadata, source, draft.text, draft.edits, nested.sections, notes, odd=nested.odd, layout=layout)
    return policy if metadata else replace(policy, said=guess_metadata(policy)), misplaced
