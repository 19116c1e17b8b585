"""The figures of one block.

1. A clause with a quantity is taken apart: 合格率｜保持在｜98%｜以上, 创建｜3个｜示范基地, 总数达｜51家.
2. The comparator comes from the words around the number, the year from clause, sentence, or the goal stated last.
3. What a clause leaves out (分别达到…, 同比增长…, 总数达…) is completed from what stands before it.
"""

import re
from collections.abc import Iterable, Iterator

from scripts.link.figures.norms import is_norm
from scripts.link.figures.quantities import Quantity, find_quantities
from scripts.link.figures.sentences import LOOKING_BACK_PATTERN, Clause, Sentence, find_clauses, find_sentences
from scripts.link.figures.wording import (
    ADDED_PATTERN,
    COMPARED_PATTERN,
    FORMER_PATTERN,
    FROM_PATTERN,
    GROWTH_ENDS,
    GROWTH_PATTERN,
    LEAD_PATTERN,
    LONGEST_NAME,
    MAKING_AT_END_PATTERN,
    MAKING_ENDS,
    MAKING_PATTERN,
    NO_NAME_PATTERN,
    OF_ANOTHER_PATTERN,
    PREPOSITION_PATTERN,
    PURE_NAME_PATTERN,
    REACH,
    SHORTEST_NAME,
    SUFFIX_PATTERN,
    TIGHT_UNITS,
    VERB_ENDS,
    VERB_PATTERN,
    change,
    comparator,
    trim,
)
from scripts.model.archive import Target
from scripts.model.policy import Block, Policy
from scripts.model.vocabulary import TargetKind
from scripts.text.spans import has_place

PLAIN_MAKING = ("新增", "完成", "新建")
"""Words of making that are no part of a name before them: not 违法建设."""
OPENING = 40
"""So many characters of a paragraph say whether it looks back."""


class BlockFinder:
    """Finds the figures of one block."""

    def __init__(self, policy: Policy, block: Block, goal: int | None, *, is_baseline: bool, is_rule: bool) -> None:
        self.policy, self.text, self.block = policy, policy.text, block
        begins_back = LOOKING_BACK_PATTERN.search(self.text, block.start, min(block.start + OPENING, block.end))
        self.goal, self.is_rule, self.is_baseline = goal, is_rule, is_baseline or begins_back is not None
        self.subject = ""
        """What the last figure measured, for a clause that leaves it out."""
        self.names: Iterator[str] = iter(())
        """What is left of a row of names whose figures follow in the same order."""

    def targets(self, places: bytearray) -> Iterator[Target]:
        """Yield the block's figures, which begin at some of these places; `goal` is then the goal stated last."""
        for start, end in find_sentences(self.text, self.block.start, self.block.end):
            if has_place(places, start, end):  # else it states no year either
                sentence = Sentence(self.text, start, end)
                own = sentence.goal()
                self.goal = own or self.goal
                if self.is_rule and not own:
                    continue
                for clause in find_clauses(self.text, start, end):
                    if has_place(places, clause.start, clause.end):
                        yield from self.clause_targets(sentence, clause)

    def clause_targets(self, sentence: Sentence, clause: Clause) -> Iterator[Target]:
        """Yield the figures of a clause; what one says begins where the one before it ends."""
        place = clause.start
        for quantity, following in with_following(find_quantities(self.text, clause.start, clause.end)):
            stop = following.start if following else clause.end
            target = self.target(sentence, Clause(place, clause.end), quantity, stop)
            if target:
                paired = self.paired(target)
                yield paired
                place = paired.end

    def target(self, sentence: Sentence, clause: Clause, quantity: Quantity, following: int) -> Target | None:
        """Return the figure of one quantity, or None where what is left of the clause measures nothing with it."""
        text = self.text
        suffix = SUFFIX_PATTERN.match(text, quantity.end, clause.end)
        end = suffix.end() if suffix else quantity.end
        place = max(clause.start, quantity.start - REACH)
        if is_norm(text, clause, quantity, end):
            return None
        before, after = text[place : quantity.start], text[end:following]
        lead = LEAD_PATTERN.match(before)
        start = place + (lead.end() if lead else 0)
        before = (
            text[start : quantity.start].rpartition("（")[2]
            if is_inside(text[start : quantity.start])
            else text[start : quantity.start]
        )
        before = before.lstrip("、和及与")
        start = quantity.start - len(before)
        name, end = self.name(before, after, quantity, end)
        if not 0 < len(name) <= LONGEST_NAME or NO_NAME_PATTERN.fullmatch(name):
            self.subject = ""
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
            comparator(before, suffix[0] if suffix else quantity.over),
            quantity.value,
            quantity.value_max,
            quantity.unit,
            sentence.year(clause) or self.goal,
            TargetKind.BASELINE if self.is_baseline or sentence.is_counted_back(clause) else TargetKind.TARGET,
            change(before),
            quote=text[start:end],
        )

    def paired(self, target: Target) -> Target:
        """Return the figure with its own name where it is one of a row: A、B和C分别达到30%、40%和50%."""
        if "分别" in target.name:
            names = re.split("[、和及与]", target.name.partition("分别")[0])
            self.names = iter(names[1:])
            self.subject = names[0]
            return target._replace(name=names[0])
        if self.text[target.start].isdigit():
            name = next(self.names, "")
            self.subject = name or self.subject
            return target._replace(name=name) if name else target
        self.names = iter(())
        return target

    def name(self, before: str, after: str, quantity: Quantity, end: int) -> tuple[str, int]:
        """Return what a quantity measures and where the quotation ends; an empty name where it measures nothing."""
        last = before[-1:]
        growth = GROWTH_PATTERN.search(before) if last in GROWTH_ENDS else None
        verb = VERB_PATTERN.search(before) if last in VERB_ENDS else None
        if COMPARED_PATTERN.match(before):
            return self.subject and self.subject + before, end
        if growth and not growth.start() and after and quantity.unit and quantity.unit not in TIGHT_UNITS:
            return self.counted("", after, quantity, end)  # 增加5000个招生计划
        if growth and not FORMER_PATTERN.search(before):
            return (before[: growth.start()] or GROWTH_PATTERN.sub("", self.subject)) + growth[0], end
        if self.measures_nothing(before, after, quantity, is_measured=verb is not None):
            return "", end
        if verb:
            return self.measured(before[: verb.start()], quantity), end
        return self.counted(before, after, quantity, end)

    def measures_nothing(self, before: str, after: str, quantity: Quantity, *, is_measured: bool) -> bool:
        """Whether the words around a quantity say that it is no figure, or that of something else."""
        has_name = is_measured or quantity.unit or PURE_NAME_PATTERN.search(before) or self.waits()
        return bool(
            not has_name  # 红线交点2
            or (before and after.startswith("的"))  # 主营业务收入过500亿元的产业集群: it only says which
            or FORMER_PATTERN.search(before)
            or (after and quantity.unit not in ("%", "元") and PREPOSITION_PATTERN.fullmatch(before))
        )

    def measured(self, words: str, quantity: Quantity) -> str:
        """Return what stands before the verb, without the making of what is counted; else what was measured last."""
        making = MAKING_PATTERN.match(words)
        if making and quantity.unit not in ("%", "元"):
            words = words[making.end() :]
        return FROM_PATTERN.sub("", words) or GROWTH_PATTERN.sub("", self.subject)

    def counted(self, before: str, after: str, quantity: Quantity, end: int) -> tuple[str, int]:
        """Return what a number counts, after it (创建3个基地) or before it (标准20项), and where the quotation ends."""
        making = MAKING_PATTERN.match(before)
        if not making and before[-1:] in MAKING_ENDS:
            making = MAKING_AT_END_PATTERN.search(before)
        rest = before[making.end() :] if making else before
        added = ADDED_PATTERN.search(rest)
        rest = rest[: added.start()] + rest[added.end() :] if added else rest
        words = own_words(after.lstrip("的"))
        if words is None:
            return "", end
        is_tight = quantity.unit in TIGHT_UNITS or quantity.unit is None
        if words and ((not is_tight and len(rest) < SHORTEST_NAME) or (quantity.unit == "%" and not before)):
            return trim(words), end + after.find(words) + len(trim(words))
        if making and not rest and not words:
            rest = before[: making.start()] if making[0] in PLAIN_MAKING else before  # 铁路里程新增1700公里
        if rest and not words and not rest.endswith(("每", "第", "前", "近", "约")):
            return rest, end
        return ("" if before or words else next(self.peek(), "")), end

    def waits(self) -> bool:
        """Whether a name of a row waits for its figure."""
        return next(self.peek(), "") != ""

    def peek(self) -> Iterator[str]:
        """Return the names that wait for a figure."""
        waiting = list(self.names)
        self.names = iter(waiting)
        return iter(waiting)


def with_following(quantities: Iterable[Quantity]) -> Iterator[tuple[Quantity, Quantity | None]]:
    """Yield each quantity with the one after it, the last with None."""
    former = None
    for quantity in quantities:
        if former:
            yield former, quantity
        former = quantity
    if former:
        yield former, None


def own_words(words: str) -> str | None:
    """Return the words behind a number that name what it counts; None where they state another figure with it.

    >>> own_words("处信号灯联网、累计达"), own_words("个产业产值占总产值的")
    ('处信号灯联网', None)
    """
    leads_on = (
        OF_ANOTHER_PATTERN.search(words)
        or (words[-1:] in VERB_ENDS and VERB_PATTERN.search(words))
        or ("、" in words and words[-1:] in MAKING_ENDS and MAKING_AT_END_PATTERN.search(words))
    )
    if not leads_on:
        return words
    own, link, _ = words.partition("、")
    if is_inside(own):  # 个县（市、区）通过认定
        return words
    return own if link else None


def is_inside(before: str) -> bool:
    """Whether what stands before a number ends inside brackets."""
    return before.rfind("（") > before.rfind("）")
