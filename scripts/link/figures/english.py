"""The editors' English of figures, put to the figures that were found; and which figures only repeat another.

A row names a block and the Chinese quotation, exactly as the figure has it. Rows of one block with the same quotation
go to its figures in their order. A row that fits no figure is reported, never guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scripts.link.figures.corrections import Misfit
from scripts.model.archive import FigureEnglish, Target


def add_english(targets: Iterable[Target], rows: Sequence[FigureEnglish]) -> tuple[Iterable[Target], list[Misfit]]:
    """Return the figures with their English, in their order, and the rows that fit none."""
    if not rows:
        return targets, []
    waiting: dict[tuple[str, str], list[FigureEnglish]] = defaultdict(list)
    for row in rows:
        waiting[row.anchor, row.quote].append(row)
    named = []
    for target in targets:
        own = waiting.get((target.anchor, target.quote))
        found = own.pop(0) if own else None
        named.append(target._replace(name_en=found.name_en, quote_en=found.quote_en) if found else target)
    left = sorted((row for unused in waiting.values() for row in unused), key=lambda row: row.line)
    return named, [
        Misfit(row.line, f"no figure of {row.anchor} has the quotation {row.quote!r}; mend it as targets.csv has it")
        for row in left
    ]


def mark_repeats(targets: Iterable[Target]) -> Iterator[Target]:
    """Yield the figures, each that only states another again with the anchor at which that stands first."""
    firsts: dict[tuple[object, ...], str] = {}
    for target in targets:
        measured = (target.indicator, target.name_en or target.name, target.year, target.kind)
        value = (target.comparator, target.change, target.value, target.value_max, target.unit)
        first = firsts.setdefault((*measured, *value), target.anchor)
        yield target if first == target.anchor else target._replace(repeats=first)
