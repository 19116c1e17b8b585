"""A text that nobody described yet → a first draft of its `policy.yml`, `emendations.yml` and `topics.yml`."""

import json
from collections.abc import Iterator, Sequence

from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Policy
from scripts.model.proposal import Proposal
from scripts.model.said import Where
from scripts.model.vocabulary import EmendationKind, Script
from scripts.problems import Problem
from scripts.write.words.strings_damage import EVIDENCE, REASONS

SCRIPTS = {
    Script.HANT: "taken for written in Traditional characters; Hans if a machine made it of Simplified ones",
    Script.HANS: "turned back into Simplified characters; Hant if it was written in Traditional ones",
}
"""How a Traditional text was read, and what the editor can say instead."""


def draft_metadata(policy_id: str, policy: Policy) -> str:
    """Return `policy.yml` with what the text says of itself; what it does not say stays empty."""
    said = policy.said
    issuers = [issuer.value for issuer in said.issuers] or [""]
    number = f"number: {quoted(said.number.value)}" if said.number else ""
    lines = [
        "# Fields: corpus/README.md. Complete what is empty, check what was found, drop these comments.",
        f"id: {policy_id}",
        "title:",
        f"  zh: {quoted(said.title.value if said.title else None)}",
        '  en: ""',
        "issuers:",
        *(f'  - {{zh: {quoted(issuer)}, en: ""}}' for issuer in issuers),
        number or "# number: as printed; leave the field out where none is known",
        f"date: {quoted(said.date.value if said.date else policy_id[-4:])}",
        f"place: {policy_id.partition('-')[0]}",
        "source:",
        '  url: ""',
        "  # retrieved: the ISO date on which the page was copied",
        f"  sha256: {policy.source.sha256}",
        "certainty: conjectural",
        "identification:",
        '  zh: ""',
        '  en: ""',
        *found_lines(policy),
    ]
    return "\n".join(lines) + "\n"


def found_lines(policy: Policy) -> Iterator[str]:
    """Yield, as comments, what else the text says of itself, in the form of the field where there is one."""
    said, places = policy.said, PlaceFinder(policy)

    def ground(start: int, end: int) -> str:
        return f"anchor: {places.anchor_near(start)}, quote: {quoted(policy.text[start:end])}"

    if policy.source.script is Script.HANT:
        yield f"# script: {policy.script}  # {SCRIPTS[policy.script]}"
    if said.period:
        years = f"from: {said.period.first}, until: {said.period.last}"
        yield f"# period: {{{years}, {ground(said.period.start, said.period.end)}}}"
    if said.in_force and said.in_force.value and said.in_force.where is Where.TEXT:
        yield f"# in_force: {{from: {quoted(said.in_force.value)}, {ground(said.in_force.start, said.in_force.end)}}}"
    for base in said.implements:
        yield f"# It rests on: {base.value} ({places.anchor_near(base.start)})"


def draft_emendations(problems: list[Problem], proposals: Sequence[Proposal] = ()) -> str:
    """Return `emendations.yml`: a commented entry for every spot that looks damaged, complete where one is proposed."""
    if not problems:
        return "# No spot of the text looks damaged. Fields: corpus/README.md.\n[]\n"
    lines = [
        "# Spots that look damaged. Uncomment and complete an entry to settle it, and drop the [] below.",
        "# Fields: corpus/README.md.",
    ]
    proposed = {proposal.problem: proposal for proposal in proposals}
    if proposed:
        lines.append(
            "# Where `after` is filled in, it is a proposal: check each against another copy, or by its sense."
        )
    for problem in problems:
        lines += draft_proposed(proposed[problem]) if problem in proposed else draft_empty(problem)
    return "\n".join([*lines, "[]"]) + "\n"


def draft_empty(problem: Problem) -> Iterator[str]:
    """Yield the lines of an entry of which only the place is known."""
    yield f"# - line: {problem.line}"
    yield f"#   before: {quoted(problem.excerpt[max(problem.column - 6, 0) : problem.column + 12])}"
    yield '#   after: ""'
    yield "#   kind: damage"
    yield "#   certainty: conjectural"
    yield '#   reason: {zh: "", en: ""}'
    yield '#   evidence: {zh: "", en: ""}'


def draft_proposed(proposal: Proposal) -> Iterator[str]:
    """Yield the lines of an entry that needs but an editor's consent."""
    kind, detail = proposal.finding.kind, proposal.finding.detail
    yield f"# - line: {proposal.line}"
    yield f"#   before: {quoted(proposal.before)}"
    yield f"#   after: {quoted(proposal.after)}"
    yield f"#   kind: {EmendationKind.DAMAGE}"
    yield f"#   certainty: {proposal.certainty}"
    for field, words in (("reason", REASONS[kind]), ("evidence", EVIDENCE[kind])):
        zh, en = words.zh.format(detail=detail), words.en.format(detail=detail)
        yield f"#   {field}: {{zh: {quoted(zh)}, en: {quoted(en)}}}"


def draft_topics() -> str:
    """Return `topics.yml`: nothing yet, and how to say it."""
    lines = [
        "# Which places of this policy treat which topic: a line for each topic of corpus/glossary/topics.yml,",
        "# such as `targets: [s1-3, t1]`, with `[]` where no place does. Once there is a line, drop the {} below.",
        "# When to name a section and when a paragraph: corpus/README.md.",
        "{}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str | None) -> str:
    """Return a text as a YAML scalar in quotes."""
    return json.dumps(text or "", ensure_ascii=False)
