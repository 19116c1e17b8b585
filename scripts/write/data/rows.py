"""The rows of the published tables, in the order of their columns (`datasets.py`)."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.model.archive import Target
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language, MentionKind, TargetKind
from scripts.write.words.addresses import page_address, policy_address
from scripts.write.words.figures import make_figures, of_kind
from scripts.write.words.place_labels import place_label
from scripts.write.words.values import plain, render_value

Value = str | int | None


def target_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every figure."""
    for policy_id, findings in lookup.archive.findings.items():
        for target in findings.targets if policy_id in lookup.policies else ():
            yield target_row(target, lookup)


def target_row(target: Target, lookup: Lookup) -> tuple[Value, ...]:
    """Return a figure's row."""
    known = lookup.policies[target.policy]
    return (
        target.policy,
        target.anchor,
        known.metadata.place.id,
        target.indicator,
        target.name,
        target.name_en,
        target.comparator,
        target.change,
        number(target.value),
        number(target.value_max),
        render_value(target, Language.ZH),
        render_value(target, Language.EN),
        number(target.other_value),
        target.unit,
        target.year,
        target.kind,
        target.repeats,
        known.policy.text[target.start : target.end],
        target.quote_en,
        target.start,
        target.end,
        policy_address(target.policy, anchor=target.anchor),
    )


def number(value: Decimal | None) -> str | None:
    """Return a number's digits."""
    return plain(value) if value is not None else None


def table_date(date: str) -> str:
    """Return a date so that no spreadsheet takes a month for a day (ISO 8601-2, level 1).

    >>> table_date("2018"), table_date("2018-07"), table_date("2018-07-05")
    ('2018', '2018-07-XX', '2018-07-05')
    """
    return f"{date}-XX" if len(date) == len("2018-07") else date


def indicator_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every indicator."""
    for indicator in lookup.archive.glossary.indicators.values():
        note, source = indicator.comparability_note, indicator.source
        yield (
            indicator.id,
            indicator.name.zh,
            indicator.name.en,
            "|".join(indicator.aliases),
            indicator.definition.zh,
            indicator.definition.en,
            source.zh if source else None,
            source.en if source else None,
            indicator.unit,
            indicator.direction,
            indicator.topic,
            indicator.comparability,
            note.zh if note else None,
            note.en if note else None,
            *(len(of_kind(make_figures(lookup.targets[indicator.id]), kind)) for kind in TargetKind),
            page_address(f"indicators/{indicator.id}/"),
        )


def term_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every term."""
    for term in lookup.archive.glossary.terms.values():
        yield (
            term.id,
            term.zh,
            "|".join(term.forms) or None,
            term.full,
            term.en,
            "|".join(term.en_variants) or None,
            term.kind,
            term.meaning.zh,
            term.meaning.en,
            term.source.zh if term.source else None,
            term.source.en if term.source else None,
            term.pinyin,
            len(lookup.occurrences(term)),
            page_address(f"terms/{term.id}/"),
        )


def occurrence_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every place at which an exact search finds a term."""
    for term in lookup.archive.glossary.terms.values():
        for policy_id, start, end in lookup.occurrences(term):
            known = lookup.policies[policy_id]
            anchor = known.finder.anchor_near(start)
            words = known.policy.text[start:end]
            yield policy_id, anchor, term.id, words, start, end, policy_address(policy_id, anchor=anchor)


def organisation_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every body in every responsibility note."""
    bodies = lookup.archive.glossary.organisations
    for policy_id, findings in lookup.archive.findings.items():
        for row in findings.responsibilities if policy_id in lookup.policies else ():
            body = bodies.get(row.organisation or "")
            yield (
                policy_id,
                row.section,
                row.organisation,
                lookup.policies[policy_id].policy.text[row.start : row.end],
                body.name.zh if body else None,
                body.name.en if body else None,
                row.role,
                body.place if body else None,
                body.became.zh if body and body.became else None,
                body.became.en if body and body.became else None,
                row.start,
                row.end,
                policy_address(policy_id, anchor=row.section),
            )


def citation_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every citation."""
    for policy_id, findings in lookup.archive.findings.items():
        for mention in findings.mentions if policy_id in lookup.policies else ():
            if mention.kind is not MentionKind.DOCUMENT:
                continue
            known = lookup.policies[policy_id]
            document = lookup.archive.glossary.documents.get(mention.target or "")
            anchor = known.finder.anchor_near(mention.start)
            yield (
                policy_id,
                anchor,
                mention.target,
                known.policy.text[mention.start : mention.end],
                document.title.zh if document else None,
                document.title.en if document else None,
                document.number if document else None,
                table_date(document.date) if document and document.date else None,
                mention.ground,
                mention.start,
                mention.end,
                policy_address(policy_id, anchor=anchor),
            )


def topic_rows(lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every place that treats a topic, and one without a place where a policy does not treat it."""
    for topic in lookup.archive.glossary.topics.values():
        for policy_id in sorted(lookup.policies):
            for anchor in topic.sections.get(policy_id, ()) or (None,):
                label = place_label(anchor, Language.ZH) if anchor else None
                url = policy_address(policy_id, anchor=anchor or "")
                yield policy_id, anchor, topic.id, topic.name.zh, topic.name.en, label, url
