"""Policies and glossary → what is named, promised and related in each policy, and what no longer fits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from scripts.link.citations import find_citations
from scripts.link.figures.corrections import Misfit, correct_targets
from scripts.link.figures.english import add_english, mark_repeats
from scripts.link.figures.quantities import find_quantities
from scripts.link.figures.targets import find_targets
from scripts.link.organisations import find_organisations, find_responsibilities
from scripts.link.related import find_related
from scripts.link.terms import find_terms
from scripts.model.archive import Archive, FigureEnglish, Findings, Mention, Target, TargetCorrection
from scripts.model.glossary import Glossary
from scripts.model.policy import Note, Policy


@dataclass(frozen=True, slots=True)
class EditorsRows:
    """What editors say of one policy's figures."""

    corrections: tuple[TargetCorrection, ...] = ()
    english: tuple[FigureEnglish, ...] = ()


def link_archive(archive: Archive, rows: Mapping[str, EditorsRows]) -> tuple[Archive, list[tuple[str, str, Misfit]]]:
    """Return the archive with its findings, and the editors' rows that fit nothing, each with its policy and file."""
    related = find_related(archive.policies)
    findings, misfits = {}, []
    for policy in archive.policies:
        own = policy.metadata.id if policy.metadata else ""
        found, misfitting = link_policy(policy, archive.glossary, rows.get(own, EditorsRows()))
        findings[own] = replace(found, related=related.get(own, {}))
        misfits += [(own, file, misfit) for file, misfit in misfitting]
    return replace(archive, findings=findings), misfits


def link_policy(
    policy: Policy, glossary: Glossary, rows: EditorsRows = EditorsRows()
) -> tuple[Findings, list[tuple[str, Misfit]]]:
    """Return what is found in one policy by itself, and the editors' rows that fit nothing, each with its file.

    Citations come first, then bodies, then terms: nothing is marked inside a title or a name.
    """
    citations = find_citations(policy, glossary)
    organisations = find_organisations(policy, glossary, spans(citations))
    terms = find_terms(policy, glossary, [*spans(citations), *spans(organisations)])
    rule_targets = complete(policy, glossary, find_targets(policy))
    corrected, misfits = correct_targets(policy, rule_targets, rows.corrections)
    named, unnamed = add_english(policy, complete(policy, glossary, corrected), rows.english)
    return (
        Findings(
            tuple(sorted((*citations, *organisations, *terms), key=lambda mention: mention.start)),
            tuple(find_responsibilities(policy, glossary)),
            tuple(mark_repeats(named)),
            tuple(rule_targets),
        ),
        [*(("targets.yml", misfit) for misfit in misfits), *(("figures_en.yml", misfit) for misfit in unnamed)],
    )


def spans(mentions: list[Mention]) -> list[tuple[int, int]]:
    """Return the spans of mentions."""
    return [(mention.start, mention.end) for mention in mentions]


def complete(policy: Policy, glossary: Glossary, targets: list[Target]) -> list[Target]:
    """Return the targets with their indicator, by the name as printed, and the other reading of an emended figure."""
    aliases = {alias: indicator.id for indicator in glossary.indicators.values() for alias in indicator.aliases}
    return [
        replace(target, indicator=target.indicator or aliases.get(target.name), other_value=other_value(policy, target))
        for target in targets
    ]


def other_value(policy: Policy, target: Target) -> Decimal | None:
    """Return what the source has for an emended figure, or what the editors propose for a doubtful one."""
    for note in policy.notes:
        if note.start < target.end and target.start < note.end:
            value = other_reading(policy, target, note)
            if value is not None and value != target.value:
                return value
    return None


def other_reading(policy: Policy, target: Target, note: Note) -> Decimal | None:
    """Return the first quantity of the quotation with the other reading put in."""
    words = note.received if note.emendation.is_applied else note.proposed
    low, high = min(target.start, note.start), max(target.end, note.end)
    text = policy.text[low : note.start] + words + policy.text[note.end : high]
    return next((quantity.value for quantity in find_quantities(text, 0, len(text))), None)
