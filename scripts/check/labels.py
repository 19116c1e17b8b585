"""The numbers of a text that no rule took for those of headings, and a line that says how many headings were read."""

from collections.abc import Iterator, Sequence
from itertools import islice

from scripts.check.subject import Subject
from scripts.model.edits import marked_headings
from scripts.model.policy import Policy
from scripts.model.vocabulary import BlockKind, LayoutAction, SectionKind
from scripts.problems import Problem

UNUSED = "label"
MISNUMBERED = "numbering"
MOST_LINES = 20
"""So many lines are named at most."""


def check_labels(subject: Subject) -> Iterator[Problem]:
    """What looks like the number of a heading begins a section, or the editors know of it."""
    for place in subject.policy.odd:
        if not subject.is_noted(place):
            message = (
                "looks like the number of a heading and begins no section, so that what follows gets no address "
                "of its own; mend the copy, or say in layout.yml that the line is `text`"
            )
            yield subject.problem(place, UNUSED, message)


def check_marked_headings(subject: Subject) -> Iterator[Problem]:
    """What a source in Markdown marks as a heading is one, or the editors know of it: its number may be lost."""
    policy = subject.policy
    marked = set(marked_headings(policy.edits))
    if not marked:
        return
    texts = [entry for entry in policy.layout if entry.action is LayoutAction.TEXT]
    for section in policy.walk():
        for block in section.blocks if section.kind is not SectionKind.PREAMBLE else ():
            is_text = block.kind is BlockKind.PARAGRAPH and block.start in marked
            if is_text and block.start > section.heading_end and not subject.is_noted(block.start):
                message = (
                    f"is marked as a heading, has no number, and so counts as text of {section.anchor}; put the number "
                    "that the copy lost into emendations.yml, or say in layout.yml that the line is `text`"
                )
                problem = subject.problem(block.start, UNUSED, message)
                if not any(entry.has(problem.line) for entry in texts):
                    yield problem


def describe_structure(policy: Policy, problems: Sequence[Problem]) -> str:
    """Return how many headings a policy has, how many are numbered out of turn, and what else looks like one."""
    headings = sum(section.heading_end > section.start for section in policy.walk())
    misnumbered = sum(problem.rule == MISNUMBERED for problem in problems)
    unused = [str(problem.line) for problem in problems if problem.rule == UNUSED and problem.line]
    line = f"structure: {headings} heading{'' if headings == 1 else 's'}, {misnumbered} odd"
    if not unused:
        return line
    named = ", ".join(islice(unused, MOST_LINES)) + (" …" if len(unused) > MOST_LINES else "")
    if len(unused) == 1:
        return f"{line}; 1 line looks like a heading and is not used (line {named})"
    return f"{line}; {len(unused)} lines look like headings and are not used (lines {named})"
