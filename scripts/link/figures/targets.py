"""The figures of a text: what is promised, or was reached, by which year.

The paragraphs give theirs clause by clause (`blocks.py`), the tables row by row (`rows.py`). Which of these are right,
and what was missed, the editors say in targets.yml (`corrections.py`).
"""

from collections.abc import Iterator

from scripts.link.figures.blocks import BlockFinder
from scripts.link.figures.norms import norms_begin
from scripts.link.figures.quantities import figure_places
from scripts.link.figures.rows import Heads, read_heads, row_targets
from scripts.link.figures.wording import AHEAD_TITLE_PATTERN, BASELINE_TITLE_PATTERN
from scripts.model.archive import Target
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import BlockKind, SectionKind, TargetKind
from scripts.text.spans import has_place

READ = (BlockKind.PARAGRAPH, BlockKind.CELL)
"""The blocks that can state a figure."""
NO_HEADS = Heads(0, (), None)


def find_targets(policy: Policy) -> Iterator[Target]:
    """Return the figures that the rules find in a policy, block by block in the order of the text."""
    issued = year_of_issue(policy)
    return (looking_back(target, issued) for target in stated(policy))


def stated(policy: Policy) -> Iterator[Target]:
    """Yield the figures as the words around each, and the titles above it, have them."""
    goals: dict[str, int] = {}  # by the anchor of the section that states it
    places = figure_places(policy.text)
    heads = NO_HEADS  # of the last table
    rules = norms_begin(policy.text)
    for path in policy.paths():
        section = path[-1]
        if section.kind is SectionKind.ROW:
            yield from row_targets(policy, heads, section)
            continue
        if section.kind is SectionKind.TABLE:
            heads = read_heads(policy, section)
        for block in section.blocks:
            if block.kind in READ and has_place(places, block.start, block.end):
                finder = BlockFinder(
                    policy,
                    block,
                    inherited_goal(goals, path),
                    is_baseline=is_baseline(path),
                    is_rule=block.start >= rules,
                )
                yield from finder.targets(places)
                if finder.goal:
                    goals[section.anchor] = finder.goal


def year_of_issue(policy: Policy) -> int:
    """Return the year in which a policy was issued, 0 where nobody knows."""
    said = policy.said.date
    written = policy.metadata.date.value if policy.metadata else said.value if said else ""
    return int(written[:4] or 0)


def looking_back(target: Target, issued: int) -> Target:
    """Return a figure as one that was reached where its year is over when the policy is issued."""
    is_over = target.year is not None and target.year < issued
    return target._replace(kind=TargetKind.BASELINE) if is_over else target


def inherited_goal(goals: dict[str, int], path: tuple[Section, ...]) -> int | None:
    """Return the year of the goal stated last in the last section of a path, or in the nearest around it."""
    return next((goals[section.anchor] for section in reversed(path) if section.anchor in goals), None)


def is_baseline(path: tuple[Section, ...]) -> bool:
    """Whether the nearest title above what stands in a section that says so says that it looks back.

    A title that says neither that it looks back nor that it looks ahead, or both, goes with those around it.
    """
    for section in reversed(path):
        is_back = BASELINE_TITLE_PATTERN.search(section.title) is not None
        if is_back != (AHEAD_TITLE_PATTERN.search(section.title) is not None):
            return is_back
    return False
