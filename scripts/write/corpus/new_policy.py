"""A text that nobody described yet → a first draft of its `policy.yml`, `emendations.yml` and `topics.yml`."""

import json

from scripts.model.policy import Source
from scripts.problems import Problem


def draft_metadata(policy_id: str, source: Source, title: str | None, issuer: str | None, **found: str | None) -> str:
    """Return `policy.yml` with what the text says of itself; what it does not say stays empty."""
    date, number = found.get("date"), found.get("number")
    lines = [
        "# Fields: corpus/README.md. Complete what is empty, check what was found, drop these comments.",
        f"id: {policy_id}",
        "title:",
        f"  zh: {quoted(title)}",
        '  en: ""',
        "issuers:",
        f'  - {{zh: {quoted(issuer)}, en: ""}}',
        f"number: {quoted(number)}" if number else "# number: as printed; leave the field out where none is known",
        f"date: {quoted(date or policy_id[-4:])}",
        f"place: {policy_id.rpartition('-')[0]}",
        "source:",
        '  url: ""',
        "  # retrieved: the ISO date on which the page was copied",
        f"  sha256: {source.sha256}",
        "certainty: conjectural",
        "identification:",
        '  zh: ""',
        '  en: ""',
    ]
    return "\n".join(lines) + "\n"


def draft_emendations(problems: list[Problem]) -> str:
    """Return `emendations.yml`: a commented entry for every spot that looks damaged."""
    if not problems:
        return "# No spot of the text looks damaged. Fields: corpus/README.md.\n[]\n"
    lines = [
        "# Spots that look damaged. Uncomment and complete an entry to settle it, and drop the [] below.",
        "# Fields: corpus/README.md.",
    ]
    for problem in problems:
        before = problem.excerpt[max(problem.column - 6, 0) : problem.column + 12]
        lines += [
            f"# - line: {problem.line}",
            f"#   before: {quoted(before)}",
            '#   after: ""',
            "#   kind: damage",
            "#   certainty: conjectural",
            '#   reason: {zh: "", en: ""}',
            '#   evidence: {zh: "", en: ""}',
        ]
    return "\n".join([*lines, "[]"]) + "\n"


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
