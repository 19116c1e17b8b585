"""Policies and glossary → what is named, promised and related in each policy, and what no longer fits."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from scripts.link.citations import find_citations
from scripts.link.figures.corrections import Misfit, correct_targets
from scripts.link.figures.english import add_english, mark_repeats
from scripts.link.figures.quantities import find_quantities
from scripts.link.figures.targets import find_targets
from scripts.link.names import Names, names_of
from scripts.link.organisations import find_organisations, find_responsibilities
from scripts.link.originals import print_responsibilities, print_targets
from scripts.link.related import count_items, find_related
from scripts.link.terms import find_terms
from scripts.model.archive import Archive, FigureEnglish, Findings, Mention, Target, TargetCorrection
from scripts.model.glossary import Glossary
from scripts.model.policy import Note, Policy
from scripts.model.target_list import TargetList
from scripts.text.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class EditorsRows:
    """What editors say of one policy's figures."""

    corrections: tuple[TargetCorrection, ...] = ()
    english: tuple[FigureEnglish, ...] = ()


def link_archive(archive: Archive, rows: Mapping[str, EditorsRows]) -> tuple[Archive, list[tuple[str, str, Misfit]]]:
    """Return the archive with its findings, and the editors' rows that fit nothing, each with its policy and file."""
    related = find_related(map(count_items, archive.policies))
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

    Citations come first, then bodies, then terms: nothing is marked inside a title or a name. A Traditional text is
    searched in its Simplified copy.
    """
    names, plain = names_of(glossary), policy.plain
    places = Spans(names.finder.look(plain.text))
    citations = find_citations(plain, names, places)
    organisations = find_organisations(plain, names, places, spans(citations))
    terms = find_terms(plain, names, places, [*spans(citations), *spans(organisations)])
    printed = print_targets(policy, complete(plain, names, find_targets(plain)))
    rule_targets = TargetList(policy.text, printed)
    corrected, misfits = (
        correct_targets(policy, rule_targets, rows.corrections) if rows.corrections else (rule_targets.in_order(), [])
    )
    named, unnamed = add_english(complete(policy, names, corrected), rows.english)
    return (
        Findings(
            tuple(sorted((*citations, *organisations, *terms), key=lambda mention: mention.start)),
            tuple(print_responsibilities(policy, find_responsibilities(plain, names))),
            TargetList(policy.text, mark_repeats(named), rule_targets),
            rule_targets,
        ),
        [*(("targets.yml", misfit) for misfit in misfits), *(("figures_en.yml", misfit) for misfit in unnamed)],
    )


def spans(mentions: list[Mention]) -> list[Span]:
    """Return the spans of mentions."""
    return [(mention.start, mention.end) for mention in mentions]


def complete(policy: Policy, names: Names, targets: Iterable[Target]) -> Iterator[Target]:
    """Yield the targets with their indicator, by the name as printed, and the other reading of an emended figure."""
    note_ends = [note.end for note in policy.notes]
    for target in targets:
        indicator = target.indicator or names.aliases.get(target.name)
        other = other_value(policy, target, note_ends) if note_ends else None
        is_same = indicator == target.indicator and other == target.other_value
        yield target if is_same else target._replace(indicator=indicator, other_value=other)


def other_value(policy: Policy, target: Target, note_ends: list[int]) -> Decimal | None:
    """Return what the source has for an emended figure, or what the editors propose for a doubtful one.

    Notes stand in the order of the text and do not overlap; so do their ends.
    """
    first = bisect_right(note_ends, target.start)
    for note in takewhile(lambda note: note.start < target.end, policy.notes[first:]):
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
