"""A policy → its published JSON: text, sections, edits, notes, and what was found in it, as `design.md` promises."""

from decimal import Decimal
from typing import Any

from scripts.model.archive import Archive, Findings
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Block, Edit, Emendation, Note, Policy, Section
from scripts.model.vocabulary import MentionKind
from scripts.write.data.tables.targets import TARGETS, Figure, figures_of

FIGURE_FIELDS = (
    *("quote", "start", "end", "anchor", "indicator", "name", "name_en", "comparator", "change", "value", "value_max"),
    *("unit", "year", "kind", "other_value", "quote_en", "repeats"),
)
"""What a policy's JSON says of a figure, of the columns of the table; the policy itself says the others."""


def policy_value(policy: Policy, archive: Archive) -> dict[str, Any]:
    """Return a policy as its published JSON; its edits undo to the source, which is published beside it."""
    english = archive.english.get(metadata_id(policy), {})
    emendations: dict[int | None, Emendation] = {note.index: note.emendation for note in policy.notes}
    return {
        **known_value(policy),
        "text": policy.text,
        "sections": [section_value(section, policy.text, english) for section in policy.sections],
        "edits": [edit_value(edit, emendations.get(edit.emendation)) for edit in policy.edits],
        "notes": [note_value(note) for note in policy.notes],
        "translator_notes": [
            {"anchor": anchor, "zh": note.zh or None, "en": note.en}
            for anchor, note in archive.translator_notes.get(metadata_id(policy), {}).items()
        ],
        **findings_value(policy, archive),
    }


def known_value(policy: Policy) -> dict[str, Any]:
    """Return what is known of a policy, before its text."""
    metadata = policy.metadata
    return {
        "id": metadata.id if metadata else None,
        "title": {"zh": metadata.title.zh, "en": metadata.title.en} if metadata else None,
        "issuers": [{"zh": issuer.zh, "en": issuer.en} for issuer in metadata.issuers] if metadata else [],
        "number": metadata.number if metadata else None,
        "date": metadata.date.value if metadata else None,
        "place": metadata.place.id if metadata else None,
        "source": {
            "sha256": policy.source.sha256,
            "bytes": policy.source.size,
            "encoding": policy.source.encoding,
            "script": policy.source.script,
            "url": metadata.url if metadata else None,
            "retrieved": metadata.retrieved if metadata else None,
        },
        "certainty": metadata.certainty if metadata else None,
    }


def findings_value(policy: Policy, archive: Archive) -> dict[str, Any]:
    """Return what was found in a policy."""
    findings = archive.findings.get(metadata_id(policy), Findings())
    finder = PlaceFinder(policy)

    def mentions(kind: MentionKind, name: str) -> list[dict[str, Any]]:
        return [
            {
                "text": policy.text[mention.start : mention.end],
                "start": mention.start,
                "end": mention.end,
                "anchor": finder.anchor_near(mention.start),
                name: mention.target,
            }
            for mention in findings.mentions
            if mention.kind is kind
        ]

    return {
        "targets": [figure_value(figure) for figure in figures_of(findings.targets, "")],
        "citations": mentions(MentionKind.DOCUMENT, "document"),
        "responsibilities": [
            {
                "text": policy.text[row.start : row.end],
                "start": row.start,
                "end": row.end,
                "section": row.section,
                "role": row.role,
                "organisation": row.organisation,
            }
            for row in findings.responsibilities
        ],
        "terms": mentions(MentionKind.TERM, "term"),
    }


def metadata_id(policy: Policy) -> str:
    """Return a policy's id, empty for a text that nobody described yet."""
    return policy.metadata.id if policy.metadata else ""


def figure_value(figure: Figure) -> dict[str, Any]:
    """Return a figure: the same as its row of the table, numbers as JSON has them."""
    values = {column.name: column.get(figure) for column in TARGETS.columns if column.name in FIGURE_FIELDS}
    return {name: number(value) if isinstance(value := values[name], Decimal) else value for name in FIGURE_FIELDS}


def number(value: Decimal) -> int | float:
    """Return a number as JSON writes it: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def section_value(section: Section, text: str, english: dict[str, str]) -> dict[str, Any]:
    """Return a section with its blocks and children; `title_en` and `en` are our translation, or null."""
    return {
        "anchor": section.anchor,
        "kind": section.kind,
        "label": section.label,
        "title": section.title,
        "title_en": english.get(section.anchor),
        "start": section.start,
        "end": section.end,
        "blocks": [block_value(block, text, english) for block in section.blocks],
        "children": [section_value(child, text, english) for child in section.children],
    }


def block_value(block: Block, text: str, english: dict[str, str]) -> dict[str, Any]:
    """Return a block with its text."""
    value: dict[str, Any] = {
        "anchor": block.anchor,
        "kind": block.kind,
        "text": text[block.start : block.end],
        "en": english.get(block.anchor),
        "start": block.start,
        "end": block.end,
    }
    if block.row_span > 1:
        value["row_span"] = block.row_span
    return value


def edit_value(edit: Edit, emendation: Emendation | None) -> dict[str, Any]:
    """Return an edit; reason and certainty are the editor's, and null where a rule made it."""
    return {
        "rule": edit.rule,
        "start": edit.start,
        "end": edit.end,
        "before": edit.before,
        "after": edit.after,
        "reason": emendation.reason.zh if emendation else None,
        "reason_en": emendation.reason.en if emendation else None,
        "certainty": emendation.certainty if emendation else None,
    }


def note_value(note: Note) -> dict[str, Any]:
    """Return an editor's note, with its span in the clean text."""
    emendation = note.emendation
    return {
        "start": note.start,
        "end": note.end,
        "received": note.received,
        "printed": note.printed,
        "proposed": note.proposed,
        "kind": emendation.kind,
        "certainty": emendation.certainty,
        "reason": {"zh": emendation.reason.zh, "en": emendation.reason.en},
        "evidence": {"zh": emendation.evidence.zh, "en": emendation.evidence.en},
    }
