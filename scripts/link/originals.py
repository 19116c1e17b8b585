"""What was found in the Simplified copy of a text that stays Traditional → the same, in the words of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scripts.model.archive import Responsibility, Target
from scripts.model.policy import Policy
from scripts.text.printing import as_printed

BEFORE = 200
"""So many characters before a figure can have its name."""


def print_targets(policy: Policy, targets: Iterable[Target]) -> Iterator[Target]:
    """Yield the figures with quotation and name as the text prints them; the units stay, so that they compare."""
    if not policy.simplified:
        yield from targets
        return
    plain, text = policy.plain.text, policy.text
    for target in targets:
        before = slice(max(target.start - BEFORE, 0), target.end)
        name = as_printed(target.name, plain[before], text[before])
        yield target._replace(quote=text[target.start : target.end], name=name)


def print_responsibilities(policy: Policy, rows: Iterable[Responsibility]) -> Iterator[Responsibility]:
    """Yield who is responsible, with the names and the headings as the text prints them."""
    titles = {section.anchor: section.title for section in policy.walk()} if policy.simplified else {}
    for row in rows:
        words = policy.text[row.start : row.end]
        yield replace(row, words=words, section_title=titles[row.section]) if policy.simplified else row
