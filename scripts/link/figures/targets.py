"""The figures of a text: what is promised, or was reached, by which year.

1. A clause with a quantity is taken apart: 合格率｜保持在｜98%｜以上, 创建｜3个｜示范基地, 总数达｜51家.
2. The comparator comes from the words around the number, the year from clause, sentence, or the goal stated last.
3. What a clause leaves out (分别达到…, 同比增长…, 总数达…) is completed from what stands before it.

Which of these are right, and what was missed, the editors say in targets.yml (`corrections.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from scripts.link.figures.quantities import Quantity, find_quantities
from scripts.link.figures.wording import (
    ADDED_PATTERN,
    BASELINE_PATTERN,
    BASELINE_TITLE_PATTERN,
    GOAL_PATTERN,
    GROWTH_PATTERN,
    LEAD_PATTERN,
    MAKING_AT_END_PATTERN,
    MAKING_PATTERN,
    SHORTEST_NAME,
    SPAN_PATTERN,
    SUFFIX_PATTERN,
    TIGHT_UNITS,
    VERB_PATTERN,
    YEAR_PATTERN,
    Clause,
    change,
    comparator,
    find_clauses,
    trim,
)
from scripts.model.archive import Target
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import BlockKind, Comparator, SectionKind, TargetKind


def find_targets(policy: Policy) -> list[Target]:
    """Return the figures that the rules find in a policy, in the order of the text."""
    found: list[Target] = []
    goals: dict[str, int] = {}  # by the anchor of the section that states it
    for path, block, is_baseline in blocks_with_headings(policy):
        section = path[-1]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.CELL):
            continue
        if section.kind is SectionKind.ROW:
            found += row_targets(policy, section, block)
            continue
        finder = BlockFinder(policy, block, inherited_goal(goals, path), is_baseline=is_baseline)
        found += finder.targets()
        if finder.goal:
            goals[section.anchor] = finder.goal
    return found


def inherited_goal(goals: dict[str, int], path: tuple[Section, ...]) -> int | None:
    """Return the year of the goal stated last in the last section of a path, or in the nearest around it."""
    return next((goals[section.anchor] for section in reversed(path) if section.anchor in goals), None)


def blocks_with_headings(policy: Policy) -> Iterator[tuple[tuple[Section, ...], Block, bool]]:
    """Yield each block with the sections that hold it, and whether the nearest title above it says that it looks back.

    What has no title of its own looks back with what is around it; where it has one, that decides.
    """
    for path in policy.paths():
        is_baseline = False
        for section in path:
            looks_back = bool(BASELINE_TITLE_PATTERN.search(section.title))
            is_baseline = looks_back or (is_baseline and not section.title)
        for block in path[-1].blocks:
            yield path, block, is_baseline


def row_targets(policy: Policy, row: Section, block: Block) -> Iterator[Target]:
    """Yield the figure of a table row, once, at the cell under the year: the one after the numbered cell."""
    numbered = next(
        (i for i, cell in enumerate(row.blocks) if policy.text[cell.start : cell.end].endswith(row.title)), None
    )
    if numbered is None or numbered + 1 >= len(row.blocks) or row.blocks[numbered + 1] is not block:
        return
    table = next(section for section in policy.walk() if row in section.children)
    header = next((h for h in table.blocks if YEAR_PATTERN.search(policy.text, h.start, h.end)), None)
    year = YEAR_PATTERN.search(policy.text, header.start, header.end) if header else None
    in_title = re.search(r"（([^（）]+)）$", row.title)
    name = row.title[: in_title.start()] if in_title else row.title
    quantity = next(find_quantities(policy.text, block.start, block.end), None)
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
        int(year["year"]) if year else None,
        TargetKind.TARGET,
    )


class BlockFinder:
    """Finds the figures of one block."""

    def __init__(self, policy: Policy, block: Block, goal: int | None, *, is_baseline: bool) -> None:
        self.policy, self.text, self.block = policy, policy.text, block
        self.goal, self.is_baseline = goal, is_baseline
        self.subject = ""
        """What the last figure measured, for a clause that leaves it out."""
        self.names: Iterator[str] = iter(())
        """What is left of a row of names whose figures follow in the same order."""

    def targets(self) -> Iterator[Target]:
        """Yield the block's figures; afterwards `goal` is the year of the goal that it stated last."""
        sentence = -1
        for clause in find_clauses(self.text, self.block.start, self.block.end):
            if clause.sentence_start != sentence:
                sentence = clause.sentence_start
                stated = GOAL_PATTERN.search(self.text, clause.sentence_start, clause.sentence_end)
                self.goal = int(stated["year"]) if stated else self.goal
            quantities = list(find_quantities(self.text, clause.start, clause.end))
            place = clause.start
            for index, quantity in enumerate(quantities):
                following = quantities[index + 1].start if index + 1 < len(quantities) else clause.end
                target = self.target(clause, place, quantity, following)
                if target:
                    paired = self.paired(target)
                    yield paired
                    place = paired.end

    def target(self, clause: Clause, place: int, quantity: Quantity, following: int) -> Target | None:
        """Return the figure of one quantity, or None where the clause does not measure anything with it."""
        text = self.text
        suffix = SUFFIX_PATTERN.match(text, quantity.end, clause.end)
        end = suffix.end() if suffix else quantity.end
        before, after = text[place : quantity.start], text[end:following]
        lead = LEAD_PATTERN.match(before)
        start = place + (lead.end() if lead else 0)
        before = text[start : quantity.start].lstrip("、和及与")
        start = quantity.start - len(before)
        name, end = self.name(before, after, quantity, end)
        if not name:
            return None
        later = SUFFIX_PATTERN.match(text, end, following)  # 创建3个示范基地以上
        end = later.end() if later else end
        suffix = suffix or later
        self.subject = name
        return Target(
            self.policy.metadata.id if self.policy.metadata else "",
            self.block.anchor,
            start,
            end,
            name,
            comparator(before, suffix[0] if suffix else ""),
            quantity.value,
            quantity.value_max,
            quantity.unit,
            self.year(clause),
            TargetKind.BASELINE if self.is_baseline or self.is_counted_back(clause) else TargetKind.TARGET,
            change(before),
        )

    def paired(self, target: Target) -> Target:
        """Return the figure with its own name where it is one of a row: A、B和C分别达到30%、40%和50%."""
        if "分别" in target.name:
            names = re.split("[、和及与]", target.name.partition("分别")[0])
            self.names = iter(names[1:])
            self.subject = names[0]
            return replace(target, name=names[0])
        if self.text[target.start].isdigit():
            name = next(self.names, "")
            self.subject = name or self.subject
            return replace(target, name=name or target.name)
        self.names = iter(())
        return target

    def name(self, before: str, after: str, quantity: Quantity, end: int) -> tuple[str, int]:
        """Return what a quantity measures and where the quotation ends; an empty name where it measures nothing."""
        growth, verb = GROWTH_PATTERN.search(before), VERB_PATTERN.search(before)
        if growth:
            return (before[: growth.start()] or self.subject) + growth[0], end
        if after.startswith("的") and before:  # 主营业务收入过500亿元的产业集群: it only says which
            return "", end
        if verb:
            return self.measured(before[: verb.start()], quantity), end
        return self.counted(before, after, quantity, end)

    def measured(self, words: str, quantity: Quantity) -> str:
        """Return what stands before the verb, without the making of what is counted; else what was measured last."""
        making = MAKING_PATTERN.match(words)
        if making and quantity.unit not in ("%", "元"):
            words = words[making.end() :]
        return words or self.subject

    def counted(self, before: str, after: str, quantity: Quantity, end: int) -> tuple[str, int]:
        """Return what a number counts, after it (创建3个基地) or before it (标准20项), and where the quotation ends."""
        making = MAKING_PATTERN.match(before) or MAKING_AT_END_PATTERN.search(before)
        rest = before[making.end() :] if making else before
        added = ADDED_PATTERN.search(rest)
        rest = rest[: added.start()] + rest[added.end() :] if added else rest
        words = after.lstrip("的")
        is_tight = quantity.unit in TIGHT_UNITS or quantity.unit is None
        if words and ((not is_tight and len(rest) < SHORTEST_NAME) or (quantity.unit == "%" and not before)):
            return trim(words), end + len(trim(after))
        if rest and not words and not rest.endswith(("每", "第", "前", "近", "约")):
            return rest, end
        return ("" if before or words else next(self.peek(), "")), end

    def peek(self) -> Iterator[str]:
        """Return the names that wait for a figure."""
        waiting = list(self.names)
        self.names = iter(waiting)
        return iter(waiting)

    def year(self, clause: Clause) -> int | None:
        """Return the year that governs a clause: its own, its sentence's, or that of the goal stated last."""
        span = SPAN_PATTERN.search(self.text, clause.sentence_start, clause.end)
        if span:
            return int(span["year"]) + int(span["length"]) - 1
        own = list(YEAR_PATTERN.finditer(self.text, clause.start, clause.end))
        if own:
            return int(own[-1]["year"])
        earlier = list(YEAR_PATTERN.finditer(self.text, clause.sentence_start, clause.start))
        return int(earlier[-1]["year"]) if earlier else self.goal

    def is_counted_back(self, clause: Clause) -> bool:
        """Whether the sentence says up to when something was counted."""
        return bool(BASELINE_PATTERN.search(self.text, clause.sentence_start, clause.end))
