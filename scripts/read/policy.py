"""A source, with or without an editor's files → a policy."""

from dataclasses import replace

from scripts.model.policy import Emendation, LineRange, Metadata, Policy, Source
from scripts.model.vocabulary import Script
from scripts.read.clean.emend import Misplaced, emend
from scripts.read.clean.said_structure import place_said
from scripts.read.clean.script import settle_script
from scripts.read.clean.steps import clean, find_tables
from scripts.read.clean.table_cells import cell_starts
from scripts.read.structure.exact_tables import place_tables
from scripts.read.structure.guess import guess_metadata
from scripts.read.structure.lines import NamedLines
from scripts.read.structure.nest import nest
from scripts.read.structure.original import print_said
from scripts.text.readings import simplified


def read_policy(
    source: Source,
    emendations: tuple[Emendation, ...] = (),
    metadata: Metadata | None = None,
    layout: tuple[LineRange, ...] = (),
) -> tuple[Policy, tuple[Misplaced, ...]]:
    """Return the policy that the source holds, and the emendations that fit no place of it.

    Without metadata, the policy has what the text says of itself.
    """
    script = settle_script(source, metadata.script if metadata else None)
    is_extracted = source.original is not None
    cleaned = clean(source.text, layout, script=script, is_extracted=is_extracted)
    draft, notes, misplaced = emend(cleaned, emendations)
    is_original = script is Script.HANT
    text = simplified(draft.text) if is_original else draft.text
    known = tuple(find_tables(source.text, layout)) if is_extracted else ()
    said = place_said(draft, layout)
    placed = place_tables(text, known, draft.edits)
    tables = tuple(table for table in placed if not said.has_text(table.start, table.end))
    lines = NamedLines(text, frozenset((*said.texts, *(start for table in tables for start in table.cell_starts()))))
    nested = nest(text, lines, cell_starts(draft.edits), tables, said)
    seen = replace(source, text=simplified(source.text)) if is_original else source
    policy = Policy(metadata, seen, text, draft.edits, nested.sections, notes, odd=nested.odd, layout=layout)
    policy = policy if metadata else replace(policy, said=guess_metadata(policy))
    if not is_original:
        return policy, misplaced
    printed = replace(policy, source=source, text=draft.text, sections=nested.printed(draft.text), simplified=policy)
    return replace(printed, said=print_said(policy, printed)), misplaced
