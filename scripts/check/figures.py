"""The English of figures: it says what each measures in words of the text, quotes it, and tells figures apart."""

from collections.abc import Callable, Iterator, Sequence

from scripts.check.english.correspondences import check_part, promise_rows, wording_rows
from scripts.check.english.numbers import english_numbers
from scripts.check.english.stems import stems
from scripts.model.archive import Archive, Findings, Target
from scripts.model.policy import Policy
from scripts.problems import Problem

COMMON = frozenset(("each", "per", "that", "have", "be", "new", "growth", "reduc", "share", "number"))
"""Stems of a name that need not stand in the text: they say what kind of figure it is."""


class Figure:
    """A figure with its words in both languages and the English around it."""

    def __init__(self, target: Target, policy: Policy, english: dict[str, str], around: str) -> None:
        self.target = target
        self.quote = policy.text[target.start : target.end]
        self.english = english.get(target.anchor, "")
        self.around = around
        """The English of the block, of the headings above it and of the table row that holds it."""


def check_english_name(figure: Figure) -> Iterator[str]:
    """What a figure measures is said in English, in words of the English around it."""
    name = figure.target.name_en
    if not name:
        if figure.english:
            yield f"{figure.quote!r} has no English name; add a row to figures_en.yml"
        return
    present = set(stems(figure.around))
    missing = [word for word in stems(name) if word not in present and word not in COMMON]
    if missing:
        yield f"{name!r}: the English around has no {', '.join(missing)}; name the figure in its words"


def check_english_quotation(figure: Figure) -> Iterator[str]:
    """The English quotation stands in the block's English and has the figure's number."""
    quote, target = figure.target.quote_en, figure.target
    if not quote:
        return
    if quote not in figure.english:
        yield f"{quote!r} does not stand in the English; copy the words from en.po"
    digits, words = english_numbers(quote)
    if target.value is not None and target.value > 0 and abs(target.value) not in digits | words:
        yield f"{quote!r} does not have the figure {target.value:f}; quote the words that state it"


def check_english_bounds(figure: Figure) -> Iterator[str]:
    """The English quotation says at least, at most, about or which unit where the Chinese one does."""
    if figure.target.quote_en:
        rows = [row for row in promise_rows() if row.language == "zh"]
        yield from check_part(figure.quote, figure.target.quote_en, rows)


def check_same_name(figure: Figure) -> Iterator[str]:
    """Both names of a figure speak of the same: most words that can hardly be said otherwise are in both."""
    name, english = figure.target.name, figure.target.name_en or ""
    asked = [row for row in wording_rows() if row.language == "zh" and row.here.search(name)]
    lost = [row for row in asked if not row.there.search(english)]
    if english and len(asked) > 1 and 2 * len(lost) > len(asked):
        yield f"{english!r} does not say {name}; name what is measured"


FIGURE_CHECKS: tuple[Callable[[Figure], Iterator[str]], ...] = (
    check_english_name,
    check_english_quotation,
    check_english_bounds,
    check_same_name,
)


def check_apart(targets: Sequence[Target]) -> Iterator[tuple[Target, str]]:
    """Two figures of one indicator, year and kind have different English names, unless one repeats the other."""
    first: dict[tuple[object, ...], Target] = {}
    for target in targets:
        if not target.name_en or target.repeats:
            continue
        key = (target.indicator, target.year, target.kind, target.name_en)
        if key in first:
            yield target, f"{target.name_en!r} names two figures of one indicator; say what tells them apart"
        first.setdefault(key, target)


def check_figures(policy: Policy, archive: Archive, folder: str, lines: dict[tuple[str, str], int]) -> list[Problem]:
    """Return what is wrong with a policy's figures; `lines` says where figures_en.yml has each anchor and quotation."""
    own = policy.metadata.id if policy.metadata else ""
    findings, english = archive.findings.get(own, Findings()), archive.english.get(own, {})
    around, drafts = english_around(policy, english), archive.drafts(own)
    found = [
        (target, message)
        for target in findings.targets
        if target.name_en or target.anchor not in drafts  # which nobody has to name yet
        for check in FIGURE_CHECKS
        for message in check(Figure(target, policy, english, around.get(target.anchor, "")))
    ]
    found += list(check_apart(findings.targets))
    return [
        Problem(f"{folder}/figures_en.yml", line_of(target, policy, lines), "figure", f"{target.anchor}: {message}")
        for target, message in found
    ]


def line_of(target: Target, policy: Policy, lines: dict[tuple[str, str], int]) -> int:
    """Return the line of figures_en.yml that speaks of a figure; 0 where none does."""
    return lines.get((target.anchor, policy.text[target.start : target.end]), 0)


def english_around(policy: Policy, english: dict[str, str]) -> dict[str, str]:
    """Return for each block its English with that of the headings above it and of what stands beside it."""
    around: dict[str, str] = {}
    for path in policy.paths():
        beside = [block.anchor for block in path[-1].blocks]
        words = " ".join(english.get(anchor, "") for anchor in (*(section.anchor for section in path), *beside))
        around |= dict.fromkeys(beside, words)
    return around
