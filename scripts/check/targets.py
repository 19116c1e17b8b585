"""The figures of a policy against the words that state them: value, unit, year, comparator, direction and name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from scripts.check.english.numbers import chinese_numbers
from scripts.model.archive import Archive, Findings, Target, TargetCorrection
from scripts.model.glossary import Indicator
from scripts.model.policy import Policy
from scripts.model.vocabulary import Change, Comparator, Direction, TargetKind
from scripts.problems import Problem
from scripts.text.characters import HAN

# what says of a value that it is a bound; 规模以上, 省级以上 and 3A级以上 say it of other things
BOUNDS: tuple[tuple[re.Pattern[str], frozenset[Comparator]], ...] = (
    (re.compile(r"(?<![模额级])以上|不低于|不少于|至少"), frozenset((Comparator.AT_LEAST,))),
    (re.compile("以下|以内|不超过|不高于|控制在"), frozenset((Comparator.AT_MOST,))),
    (re.compile("超过|突破"), frozenset((Comparator.ABOVE, Comparator.AT_LEAST))),
    (re.compile("左右|约"), frozenset((Comparator.ABOUT,))),
)
OVER_PATTERN = re.compile("[超过]")
RISE_PATTERN, FALL_PATTERN = re.compile("增|提高|提升|上升|新|再|扩|净"), re.compile("降|减|缩|压")
HAN_PATTERN = re.compile(f"[{HAN}]")
YEAR_PATTERN = re.compile(r"20\d\d(?=[年—～-])")
MONEY_PATTERN = re.compile("[千百万]?亿级")
SCALES = {"万": 10_000, "亿": 100_000_000}
FOREIGN, FEW = 0.2, 2
"""So large a part of a name's characters, and so many, may come from elsewhere."""
UPWARDS, DOWNWARDS = (
    frozenset((Comparator.AT_LEAST, Comparator.ABOVE)),
    frozenset((Comparator.AT_MOST, Comparator.BELOW)),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure and the words in which it stands."""

    target: Target
    quote: str
    block: str
    around: str
    """The block with its headings, and with what stands beside it."""
    part: str
    """The whole part of the policy that holds it."""
    issued: int
    """The year of the policy."""
    indicator: Indicator | None


def scaled(statement: Statement, numbers: set[Decimal]) -> Iterator[Decimal]:
    """Yield the numbers of a cell, which has no words, in the thousands or millions that stand beside it: （万件）."""
    if not HAN_PATTERN.search(statement.quote):
        yield from (number * scale for sign, scale in SCALES.items() if sign in statement.around for number in numbers)


def check_value(statement: Statement) -> Iterator[str]:
    """The value is a number of the quotation."""
    required, allowed = chinese_numbers(statement.quote)
    numbers = required | allowed | set(scaled(statement, required | allowed))
    for value in (statement.target.value, statement.target.value_max):
        if value and value not in numbers:
            yield f"its value is {value:f}, which the quotation has not; mend `value`, or quote the words that have it"


def check_unit(statement: Statement) -> Iterator[str]:
    """The unit is printed in the quotation or beside it."""
    unit = statement.target.unit
    if not unit or statement.target.value is None or (unit == "元" and MONEY_PATTERN.search(statement.quote)):
        return
    is_cell = len(statement.quote) <= FEW * 4 and not HAN_PATTERN.search(statement.quote)
    where = statement.around if is_cell else statement.quote
    if not all(part in where for part in re.split("[/·∶]", unit)):
        yield f"its unit is {unit}, which the quotation has not; mend `unit` as printed"


def check_year(statement: Statement) -> Iterator[str]:
    """The year is one that the block says, or where that says none its part."""
    year = statement.target.year
    if year is None:
        return
    own = YEAR_PATTERN.findall(statement.around)
    if str(year) not in (own if own and str(year) in own else YEAR_PATTERN.findall(statement.part)):
        yield f"its year is {year}, which the text around does not say; mend `year`"
    quoted = YEAR_PATTERN.findall(statement.quote)
    if len(set(quoted)) == 1 and str(year) not in quoted:
        yield f"its year is {year}, but the quotation says {quoted[0]}; mend `year`"
    if statement.target.kind is TargetKind.BASELINE and year > statement.issued:
        yield f"it is a baseline of {year}, after the policy was issued; it is a target, or `year` is wrong"
    if statement.target.kind is TargetKind.TARGET and year < statement.issued:
        yield f"it is a target for {year}, before the policy was issued; it is a baseline, or `year` is wrong"


def check_comparator(statement: Statement) -> Iterator[str]:
    """The comparator is what the quotation says of the value."""
    given, quote = statement.target.comparator, statement.quote
    if statement.target.value is None:
        return
    for pattern, wanted in BOUNDS:
        match = pattern.search(quote)
        if match:
            if given not in wanted:
                yield f"its comparator is {given.value}, but the quotation says {match[0]}; mend `comparator`"
            return
    if given is not Comparator.EQUAL and not OVER_PATTERN.search(quote):
        yield f"its comparator is {given.value}, but the quotation says no bound; write ="


def check_change(statement: Statement) -> Iterator[str]:
    """An increase or a decrease is one in the text too."""
    change = statement.target.change
    text = statement.quote + statement.block[: statement.block.find(statement.quote) + len(statement.quote)]
    if change is Change.INCREASE and not RISE_PATTERN.search(text):
        yield "it is an increase, which the text does not say; mend `change`"
    if change is Change.DECREASE and not FALL_PATTERN.search(text):
        yield "it is a decrease, which the text does not say; mend `change`"


def check_name(statement: Statement) -> Iterator[str]:
    """What is measured is said in words of the text around."""
    name = HAN_PATTERN.findall(statement.target.name)
    foreign = [char for char in name if char not in statement.around]
    if len(foreign) > max(FEW, FOREIGN * len(name)) or (foreign and len(foreign) == len(name)):
        yield f"its name {statement.target.name!r} is not in words of the text around; name what is printed"


def check_indicator(statement: Statement) -> Iterator[str]:
    """Unit and direction agree with those of the indicator."""
    target, indicator = statement.target, statement.indicator
    if not indicator:
        return
    if target.unit and indicator.unit and target.unit != indicator.unit:
        own = f"that of {indicator.id} in indicators.yml is {indicator.unit}"
        yield f"its unit is {target.unit}, {own}; mend one, or the alias"
    falls = target.change is Change.DECREASE or (target.comparator in DOWNWARDS and target.change is None)
    rises = target.change is Change.INCREASE or (target.comparator in UPWARDS and target.change is None)
    if (indicator.direction is Direction.UP and falls) or (indicator.direction is Direction.DOWN and rises):
        own = f"{indicator.id}, whose direction in indicators.yml is {indicator.direction.value}"
        yield f"less and more are not as for {own}; mend one"


TARGET_CHECKS: dict[str, Callable[[Statement], Iterator[str]]] = {
    "target-value": check_value,
    "target-unit": check_unit,
    "target-year": check_year,
    "target-comparator": check_comparator,
    "target-change": check_change,
    "target-name": check_name,
    "target-indicator": check_indicator,
}


def check_targets(policy: Policy, archive: Archive, folder: str, rows: Sequence[TargetCorrection]) -> Iterator[Problem]:
    """Yield the first that is wrong with each of a policy's figures; the rest may come from it, and can wait.

    So can all of a figure whose row of targets.yml could not be read.
    """
    known = {(row.anchor, row.quote): row for row in rows}
    for statement in make_statements(policy, archive):
        target = statement.target
        row = known.get((target.anchor, statement.quote))
        if row and not row.is_read:
            continue
        found = ((rule, message) for rule, check in TARGET_CHECKS.items() for message in check(statement))
        for rule, message in islice(found, 1):
            text = f"{target.anchor}, {statement.quote!r}: {message}"
            yield Problem(f"{folder}/targets.yml", row.line if row else 0, rule, text)


def make_statements(policy: Policy, archive: Archive) -> Iterator[Statement]:
    """Yield every figure of a policy with its words."""
    known = policy.metadata
    if not known:
        return
    around, parts, blocks, policy = {}, {}, {}, policy.plain
    for path in policy.paths():
        beside = " ".join(policy.text[block.start : block.end] for block in path[-1].blocks)
        for block in path[-1].blocks:
            around[block.anchor] = " ".join((*(section.title for section in path), beside))
            parts[block.anchor] = policy.text[path[0].start : path[0].end]
            blocks[block.anchor] = policy.text[block.start : block.end]
    for target in archive.findings.get(known.id, Findings()).targets:
        quote = policy.text[target.start : target.end]
        words = (quote, blocks[target.anchor], around[target.anchor], parts[target.anchor])
        indicator = archive.glossary.indicators.get(target.indicator or "")
        yield Statement(target, *words, int(known.date.value[:4]), indicator)
