"""The editors' rows of targets.yml, applied to the figures that the rules found.

A row names a block and a quotation in it. `add` puts in a figure; `confirm`, `mend` and `drop` speak of the figure
whose span the quotation overlaps most. A row whose block, quotation or figure is not there is reported, never guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.link.figures.wording import SUFFIX_AT_END_PATTERN, SUFFIX_PATTERN, comparator
from scripts.model.archive import Target, TargetCorrection
from scripts.model.policy import Policy
from scripts.model.vocabulary import Change, Comparator, TargetAction, TargetKind


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row that no longer fits the text, and why."""

    line: int
    message: str


def correct_targets(
    policy: Policy, found: Iterable[Target], corrections: tuple[TargetCorrection, ...]
) -> tuple[list[Target], list[Misfit]]:
    """Return the figures as the editors want them, in the order of the text, and the rows that fit nothing.

    A row of which something could not be read is no misfit: what is wrong with it is known already.
    """
    blocks = {block.anchor: block for block in policy.blocks()}
    targets, misfits = list(found), []
    for row in corrections:
        block = blocks.get(row.anchor)
        if not block:
            misfits.append(Misfit(row.line, f"there is no block {row.anchor}; name the one that holds the quotation"))
            continue
        start = policy.text.find(row.quote, block.start, block.end)
        if start < 0 or policy.text.find(row.quote, start + 1, block.end) >= 0:
            count = "does not stand" if start < 0 else "stands more than once"
            misfits.append(Misfit(row.line, f"{row.quote!r} {count} in {row.anchor}; mend the quotation"))
            continue
        span = (start, start + len(row.quote))
        if SUFFIX_PATTERN.match(policy.text, span[1], block.end):
            misfits.append(Misfit(row.line, f"{row.quote!r} stops before 以上, 以下, 以内 or 左右; quote that too"))
            continue
        if row.action is TargetAction.ADD:
            targets.append(added(policy, row, span))
            continue
        index = best_overlap(targets, row.anchor, span)
        if index is None:
            misfits.append(Misfit(row.line, f"the rules find no figure at {row.quote!r}; say `add`, or drop the row"))
            continue
        misfits += applied(targets, index, row, span)
    unread = {row.line for row in corrections if not row.is_read}
    misfits = [misfit for misfit in misfits if misfit.line not in unread]
    return sorted(targets, key=lambda target: (target.start, target.end)), misfits


def applied(targets: list[Target], index: int, row: TargetCorrection, span: tuple[int, int]) -> Iterator[Misfit]:
    """Do to a figure what a row says, and yield what of the row does not fit."""
    if row.action is TargetAction.DROP:
        del targets[index]
    elif row.action is TargetAction.CONFIRM:
        targets[index] = targets[index]._replace(is_confirmed=True)
    else:
        targets[index] = mended(targets[index]._replace(start=span[0], end=span[1], quote=row.quote), row)
        bound = SUFFIX_AT_END_PATTERN.search(row.quote)
        if bound and targets[index].comparator is not comparator("", bound[0]):
            yield Misfit(row.line, f"{row.quote!r} says {bound[0]}, but `comparator` is none such; mend it")


def best_overlap(targets: list[Target], anchor: str, span: tuple[int, int]) -> int | None:
    """Return the index of the figure of this block that shares most characters with the span; None where none does."""
    shared = [
        (min(target.end, span[1]) - max(target.start, span[0]), -abs(target.end - span[1]), -index)
        for index, target in enumerate(targets)
        if target.anchor == anchor
    ]
    best = max(shared, default=(0, 0, 0))
    return -best[2] if best[0] > 0 else None


def added(policy: Policy, row: TargetCorrection, span: tuple[int, int]) -> Target:
    """Return the figure that a row puts in."""
    blank = Target(
        policy.metadata.id if policy.metadata else "",
        row.anchor,
        *span,
        name="",
        comparator=Comparator.EQUAL,
        value=None,
        value_max=None,
        unit=None,
        year=None,
        kind=TargetKind.TARGET,
        quote=row.quote,
    )
    return mended(blank, row)


def mended(target: Target, row: TargetCorrection) -> Target:
    """Return the figure with the fields that a row sets."""
    fields = row.fields
    return target._replace(
        name=fields.get("name") or target.name,
        comparator=Comparator(fields.get("comparator") or target.comparator),
        value=number(fields, "value", target.value),
        value_max=number(fields, "value_max", target.value_max),
        unit=fields.get("unit", target.unit),
        year=year(fields, target.year),
        kind=TargetKind(fields.get("kind") or target.kind),
        change=change(fields, target.change),
        indicator=fields.get("indicator") or target.indicator,
    )


def change(fields: dict[str, str | None], present: Change | None) -> Change | None:
    """Return the change that a row sets, or the present one."""
    written = fields.get("change")
    return Change(written) if written else None if "change" in fields else present


def year(fields: dict[str, str | None], present: int | None) -> int | None:
    """Return the year that a row sets, or the present one."""
    written = fields.get("year")
    return int(written) if written else None if "year" in fields else present


def number(fields: dict[str, str | None], key: str, present: Decimal | None) -> Decimal | None:
    """Return a field as a number; what the row does not set stays as it is, what it sets to null is emptied."""
    if key not in fields:
        return present
    written = fields[key]
    return Decimal(written) if written is not None else None
