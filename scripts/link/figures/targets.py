"""The figures of a text: what is promised, or was reached, by which year.

The paragraphs give theirs clause by clause (`blocks.py`), a table one for each row. Which of these are right, and what
was missed, the editors say in targets.yml (`corrections.py`).
"""

import re
from collections.abc import Iterator

from scripts.link.figures.blocks import BlockFinder
from scripts.link.figures.quantities import figure_places, find_quantities
from scripts.link.figures.sentences import YEAR_PATTERN
from scripts.link.figures.wording import BASELINE_TITLE_PATTERN, MAKING_PATTERN
from scripts.model.archive import Target
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import BlockKind, Comparator, SectionKind, TargetKind
from scripts.text.spans import has_place

# 主要食用农产品监测合格率（%）: the unit, at the end of a row's name
UNIT_PATTERN = re.compile(r"（([^（）]+)）$")
READ = (BlockKind.PARAGRAPH, BlockKind.CELL)
"""The blocks that can state a figure."""


def find_targets(policy: Policy) -> list[Target]:
    """Return the figures that the rules find in a policy, in the order of the text."""
    found: list[Target] = []
    goals: dict[str, int] = {}  # by the anchor of the section that states it
    places = figure_places(policy.text)
    year = None  # of the last table
    for path in policy.paths():
        section = path[-1]
        if section.kind is SectionKind.ROW:
            found += row_targets(policy, year, section)
            continue
        if section.kind is SectionKind.TABLE:
            year = table_year(policy, section)
        for block in section.blocks:
            if block.kind in READ and has_place(places, block.start, block.end):
                finder = BlockFinder(policy, block, inherited_goal(goals, path), is_baseline=is_baseline(path))
                found += finder.targets(places)
                if finder.goal:
                    goals[section.anchor] = finder.goal
    return found


def inherited_goal(goals: dict[str, int], path: tuple[Section, ...]) -> int | None:
    """Return the year of the goal stated last in the last section of a path, or in the nearest around it."""
    return next((goals[section.anchor] for section in reversed(path) if section.anchor in goals), None)


def is_baseline(path: tuple[Section, ...]) -> bool:
    """Whether the nearest title above what stands in a section says that it looks back.

    What has no title of its own looks back with what is around it; where it has one, that decides.
    """
    title = next((section.title for section in reversed(path) if section.title), "")
    return bool(BASELINE_TITLE_PATTERN.search(title))


def table_year(policy: Policy, table: Section) -> int | None:
    """Return the first year that the header of a table names."""
    years = (YEAR_PATTERN.search(policy.text, header.start, header.end) for header in table.blocks)
    return next((int(match["year"]) for match in years if match), None)


def row_targets(policy: Policy, year: int | None, row: Section) -> Iterator[Target]:
    """Yield the figure of a table row, at the cell under the year: the one after the numbered cell."""
    text = policy.text
    cells = iter(row.blocks)
    numbered = next((cell for cell in cells if text.endswith(row.title, cell.start, cell.end)), None)
    block = next(cells, None)
    if numbered is None or block is None or block.kind not in READ:
        return
    in_title = UNIT_PATTERN.search(row.title)
    name = row.title[: in_title.start()] if in_title else row.title
    quantity = next(find_quantities(text, block.start, block.end), None)
    yield Target(
        policy.metadata.id if policy.metadata else "",
        block.anchor,
        block.start,
        block.end,
        MAKING_PATTERN.sub("", name, count=1) if MAKING_PATTERN.match(name) else name,
        Comparator.EQUAL,
        quantity.value if quantity else None,
        None,
        in_title[1] if in_title else quantity.unit if quantity else None,
        year,
        TargetKind.TARGET,
        quote=text[block.start : block.end],
    )
