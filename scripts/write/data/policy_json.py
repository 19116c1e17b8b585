"""A policy → its published JSON: text, sections, edits, notes, and what was found in it, as `design.md` promises."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from scripts.model.archive import Archive, Findings, Mention, Responsibility
from scripts.model.editions import Edition
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Block, Edit, Emendation, Note, Policy, Section
from scripts.model.vocabulary import MentionKind
from scripts.write.data.json_text import Lines, encode, literal, quote, stream_text
from scripts.write.data.known_json import known_value
from scripts.write.data.tables.targets import TARGETS, Figure, figures_of

FIGURE_FIELDS = (
    *("quote", "start", "end", "anchor", "indicator", "name", "name_en", "comparator", "change", "value", "value_max"),
    *("unit", "year", "kind", "other_value", "quote_en", "repeats"),
)
"""What a policy's JSON says of a figure, of the columns of the table; the policy itself says the others."""
COLUMNS = {column.name: column for column in TARGETS.columns}
FIGURE_COLUMNS = tuple((encode(name), COLUMNS[name].get) for name in FIGURE_FIELDS)

NO_REASON = '"reason": null, "reason_en": null, "certainty": null'
"""The last fields of an edit that a rule made."""


def policy_value(policy: Policy, archive: Archive) -> dict[str, Any]:
    """Return a policy as its published JSON; its edits undo to the source, which is published beside it."""
    english = English(archive, metadata_id(policy))
    find_places = cache(lambda: PlaceFinder(policy))  # only where something was found, and once
    emendations: dict[int | None, Emendation] = {note.index: note.emendation for note in policy.notes}
    return {
        **known_value(policy, find_places),
        "text": policy.text,
        "sections": Lines(lambda: (stream_section(section, policy.text, english) for section in policy.sections)),
        "edits": Lines(lambda: (edit_line(edit, emendations.get(edit.emendation)) for edit in policy.edits)),
        "editions": [edition_value(edition) for edition in policy.metadata.editions] if policy.metadata else [],
        "notes": [note_value(note) for note in policy.notes],
        "translator_notes": [
            {"anchor": anchor, "zh": note.zh or None, "en": note.en}
            for anchor, note in archive.translator_notes.get(metadata_id(policy), {}).items()
        ],
        **findings_value(policy, archive, find_places),
    }


def findings_value(policy: Policy, archive: Archive, find_places: Callable[[], PlaceFinder]) -> dict[str, Any]:
    """Return what was found in a policy."""
    findings = archive.findings.get(metadata_id(policy), Findings())

    def mentions(kind: MentionKind, name: str) -> Lines:
        return Lines(
            lambda: (
                mention_line(mention, name, policy.text, find_places().anchor_near(mention.start))
                for mention in findings.mentions
                if mention.kind is kind
            )
        )

    return {
        "targets": Lines(lambda: map(figure_line, figures_of(findings.targets, ""))),
        "citations": mentions(MentionKind.DOCUMENT, "document"),
        "responsibilities": Lines(lambda: (responsibility_line(row, policy.text) for row in findings.responsibilities)),
        "terms": mentions(MentionKind.TERM, "term"),
    }


def metadata_id(policy: Policy) -> str:
    """Return a policy's id, empty for a text that nobody described yet."""
    return policy.metadata.id if policy.metadata else ""


def mention_line(mention: Mention, name: str, text: str, anchor: str) -> Iterator[str]:
    """Yield a mention; `name` is the name of the field that says what is meant."""
    start, end = mention.start, mention.end
    yield (
        f'{{"text": {quote(text[start:end])}, "start": {start}, "end": {end}, "anchor": {quote(anchor)}, '
        f'"{name}": {literal(mention.target)}}}'
    )


def responsibility_line(row: Responsibility, text: str) -> Iterator[str]:
    """Yield what a body is responsible for."""
    start, end = row.start, row.end
    yield (
        f'{{"text": {quote(text[start:end])}, "start": {start}, "end": {end}, "section": {quote(row.section)}, '
        f'"role": {quote(row.role)}, "organisation": {literal(row.organisation)}}}'
    )


def figure_line(figure: Figure) -> Iterator[str]:
    """Yield a figure: the same as its row of the table, numbers as JSON has them."""
    yield "{" + ", ".join([f"{name}: {literal(get(figure))}" for name, get in FIGURE_COLUMNS]) + "}"


class English:
    """The English of one policy as its JSON has it."""

    def __init__(self, archive: Archive, policy_id: str) -> None:
        self.words, self.grades = archive.english.get(policy_id, {}), archive.grades.get(policy_id, {})

    def fields(self, name: str, anchor: str) -> str:
        """Return the field with the English of a place, or null, and behind it its grade where it has any."""
        words = self.words.get(anchor)
        grade = f', "grade": {quote(self.grades[anchor].grade)}' if words and anchor in self.grades else ""
        return f'"{name}": {literal(words)}{grade}'


def stream_section(section: Section, text: str, english: English) -> Iterator[str]:
    """Yield a section with its blocks and children; `title_en` and `en` are our translation, or null."""
    yield (
        f'{{"anchor": {quote(section.anchor)}, "kind": {quote(section.kind)}, "label": {quote(section.label)}, '
        f'"title": {quote(section.title)}, {english.fields("title_en", section.anchor)}, '
        f'"start": {section.start}, "end": {section.end}, "blocks": ['
    )
    before = ""
    for block in section.blocks:
        yield from stream_block(before, block, text, english)
        before = ", "
    before = '], "children": ['
    for child in section.children:
        yield before
        yield from stream_section(child, text, english)
        before = ", "
    yield "]}" if before == ", " else f"{before}]}}"


def stream_block(before: str, block: Block, text: str, english: English) -> Iterator[str]:
    """Yield a block with its text, and what stands before it."""
    anchor, kind, start, end, row_span, column_span = block
    spans = f', "row_span": {row_span}' if row_span > 1 else ""
    spans += f', "column_span": {column_span}' if column_span > 1 else ""
    yield f'{before}{{"anchor": {quote(anchor)}, "kind": {quote(kind)}, "text": '
    yield from stream_text(text, start, end)
    yield f', {english.fields("en", anchor)}, "start": {start}, "end": {end}{spans}}}'


def edit_line(edit: Edit, emendation: Emendation | None) -> Iterator[str]:
    """Yield an edit; reason and certainty are the editor's, and null where a rule made it."""
    start, end, before, after, rule, _ = edit
    why = reason_text(emendation) if emendation else NO_REASON
    yield f'{{"rule": {quote(rule)}, "start": {start}, "end": {end}, "before": '
    yield from stream_text(before, 0, len(before))
    yield ', "after": '
    yield from stream_text(after, 0, len(after))
    yield f", {why}}}"


def reason_text(emendation: Emendation) -> str:
    """Return the last fields of an edit that an editor made."""
    reason, certainty = emendation.reason, emendation.certainty
    return f'"reason": {quote(reason.zh)}, "reason_en": {quote(reason.en)}, "certainty": {quote(certainty)}'


def edition_value(edition: Edition) -> dict[str, Any]:
    """Return an edition, with what it changed: the words before and after, at which address, in which language."""
    return {
        "edition": edition.number,
        "date": edition.date,
        "kind": edition.kind,
        "what": {"zh": edition.what.zh, "en": edition.what.en},
        "why": {"zh": edition.why.zh, "en": edition.why.en},
        "fingerprint": edition.fingerprint or None,
        "changes": [change._asdict() for change in edition.changes],
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
