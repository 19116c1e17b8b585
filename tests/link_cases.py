"""What is found in a text, as the lines that the cases of `link/` and of the English expect.

The glossary of a case is short: ids with their printed forms.

    place: district                        # the policy's own, and what it is part of
    places: {city: null, district: city}
    terms: {loop: [闭环管理, 闭环]}
    organisations: {market: {place: city, forms: [市市场监管局]}}
    documents: {plan: {forms: [《…》], number: 某发〔2031〕7号, self: [本方案]}}   # with `self` the policy itself
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from scripts.check.english.pairs import Pair, check_pair
from scripts.link.figures.corrections import correct_targets
from scripts.link.figures.quantities import find_quantities
from scripts.link.figures.targets import find_targets
from scripts.link.links import link_policy
from scripts.model.archive import Findings, Mention, Target
from scripts.model.glossary import Document, Glossary, Organisation, Term
from scripts.model.policy import Bilingual, Metadata, Place, Policy, PolicyDate
from scripts.model.vocabulary import (
    Certainty,
    DocumentKind,
    Level,
    MentionKind,
    OrganisationKind,
    TermKind,
)
from scripts.read.clean.decode import read_source
from scripts.read.corpus.target_file import read_target_file
from scripts.read.policy import read_policy

OWN = "own"
"""The id of the policy of a case."""
BLANK = Bilingual("", "")


def make_glossary(given: dict[str, Any]) -> Glossary:
    """Return the glossary that a case gives."""
    return Glossary(
        places={i: Place(i, BLANK, Level.CITY, within) for i, within in given.get("places", {}).items()},
        terms={i: make_term(i, forms) for i, forms in given.get("terms", {}).items()},
        organisations={
            i: Organisation(
                i, BLANK, row["place"], OrganisationKind.GOVERNMENT, tuple(row["forms"]), None, Certainty.CERTAIN
            )
            for i, row in given.get("organisations", {}).items()
        },
        documents={i: make_document(i, row) for i, row in given.get("documents", {}).items()},
    )


def make_term(term_id: str, forms: list[str], english: tuple[str, ...] = ("",)) -> Term:
    """Return a term of these printed forms, the headword first, and of this English, the agreed one first."""
    headword, *others = forms
    return Term(term_id, headword, tuple(others), None, english[0], english[1:], TermKind.CONCEPT, BLANK, None, term_id)


def make_document(document_id: str, row: dict[str, Any]) -> Document:
    """Return a document; one with words by which it means itself is the policy of the case."""
    own = tuple(row.get("self", ()))
    return Document(
        document_id,
        BLANK,
        row.get("number"),
        (),
        None,
        DocumentKind.PLAN,
        tuple(row.get("forms", ())),
        OWN if own else None,
        own,
        (),
        None,
        Certainty.CERTAIN,
    )


def read_case(text: str, place: str) -> Policy:
    """Return the policy that a case gives, of this place."""
    policy = read_policy(read_source(text.encode(), "case"))[0]
    here = Place(place, BLANK, Level.CITY, None)
    date = PolicyDate("2031", None)
    metadata = Metadata(OWN, BLANK, (), None, date, here, "", None, "", Certainty.CERTAIN, BLANK)
    return replace(policy, metadata=metadata)


def find(text: str, written: str) -> tuple[Policy, Findings]:
    """Return the policy of a case, and what is found in it with the glossary that the case gives."""
    given = yaml.safe_load(written) or {}
    policy = read_case(text, given.get("place", "city"))
    findings, _ = link_policy(policy, make_glossary(given))
    return policy, findings


def mark(policy: Policy, mentions: list[Mention], *, with_ground: bool) -> str:
    """Return the text with every mention in square brackets, and what it means."""
    text, place = "", 0
    for mention in mentions:
        ground = f", {mention.ground}" if with_ground else ""
        words = policy.text[mention.start : mention.end]
        text += f"{policy.text[place : mention.start]}[{words} → {mention.target or '?'}{ground}]"
        place = mention.end
    return text + policy.text[place:]


def render_mentions(text: str, written: str, kind: MentionKind) -> str:
    """Return the text with the mentions of one kind marked."""
    policy, findings = find(text, written)
    mentions = [mention for mention in findings.mentions if mention.kind is kind]
    return mark(policy, mentions, with_ground=kind is MentionKind.DOCUMENT)


def render_citations(text: str, written: str, _: Path) -> str:
    return render_mentions(text, written, MentionKind.DOCUMENT)


def render_terms(text: str, written: str, _: Path) -> str:
    return render_mentions(text, written, MentionKind.TERM)


def render_organisations(text: str, written: str, _: Path) -> str:
    """Return the text with the bodies marked, then a line for each body of a responsibility note."""
    policy, findings = find(text, written)
    rows = (
        f"{row.section} {row.role}: {policy.text[row.start : row.end]} → {row.organisation or '?'}"
        for row in findings.responsibilities
    )
    return "\n".join([render_mentions(text, written, MentionKind.ORGANISATION), *rows])


def render_targets(text: str, written: str, tmp_path: Path) -> str:
    """Return a line for each figure, as the rows of targets.yml leave it, and a line for each row that fits nothing."""
    file = tmp_path / "targets.yml"
    file.write_text(written, encoding="utf-8")
    rows, problems = read_target_file(file, "targets.yml", ())
    assert problems == []
    policy = read_case(text, "city")
    targets, misfits = correct_targets(policy, find_targets(policy), rows)
    lines = [f"{t.anchor} {policy.text[t.start : t.end]} → {' '.join(target_words(t))}" for t in targets]
    return "\n".join([*lines, *(f"targets.yml:{misfit.line}: {misfit.message}" for misfit in misfits)])


def target_words(target: Target) -> Iterator[str]:
    """Yield name, comparator, value, unit, year and kind of a figure, those that it has."""
    yield target.name
    if target.value is not None:
        yield f"{target.comparator} {target.value}" + (f" to {target.value_max}" if target.value_max else "")
    yield from (str(part) for part in (target.unit, target.change, target.year) if part)
    if target.kind != "target":
        yield str(target.kind)


def render_quantities(text: str, _written: str, _: Path) -> str:
    """Return a line for each quantity: its words, then its value and unit."""
    found = find_quantities(text, 0, len(text))
    return "\n".join(
        f"{text[q.start : q.end]} → {q.value}"
        + (f" to {q.value_max}" if q.value_max else "")
        + (f" {q.unit}" if q.unit else "")
        for q in found
    )


def render_english(text: str, written: str, _: Path) -> str:
    """Return a line for each problem of a pair: Chinese, a line `---`, English; its terms are {Chinese: [English]}."""
    zh, _rule, en = text.partition("\n---\n")
    given = yaml.safe_load(written) or {}
    terms = tuple(make_term(word, [word], tuple(english)) for word, english in given.get("terms", {}).items())
    pair = Pair("s1-p1", zh, en, terms, given.get("titles", ""))
    return "\n".join(f"{rule}: {message}" for rule, message in check_pair(pair))
