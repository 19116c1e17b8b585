"""The table of figures, a row for every target and baseline; a policy's JSON takes its figures from the same columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.model.archive import Target
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Change, Comparator, Language, TargetKind
from scripts.write.data.tables.columns import (
    ANCHOR,
    AT_ANCHOR,
    IN_PLACE,
    IN_POLICY,
    POLICY,
    SPAN,
    URL,
    Dataset,
    Finding,
    Reference,
    closed,
    number,
    optional,
    optional_integer,
    text,
)
from scripts.write.words.values import render_value


@dataclass(frozen=True, slots=True)
class Figure(Finding):
    """A figure in its policy."""

    target: Target
    place: str
    """The id of the policy's place; empty for a text that nobody described yet."""


def figures_of(targets: Iterable[Target], place: str) -> Iterator[Figure]:
    """Yield the figures of a policy."""
    for target in targets:
        yield Figure(target.policy, target.anchor, target.start, target.end, target.quote, target, place)


def all_figures(lookup: Lookup) -> Iterator[Figure]:
    """Yield the figures of every policy."""
    for targets in lookup.read("targets"):
        yield from figures_of(targets, lookup.policies[targets[0].policy].metadata.place.id)


TARGETS: Dataset[Figure] = Dataset(
    "targets",
    Bilingual("目标和基数", "Targets and baselines"),
    (
        POLICY, ANCHOR,
        text("place", "地区", "place", lambda row: row.place),
        optional("indicator", "指标", "indicator", lambda row: row.target.indicator),
        text("name", "指标名称，按原文，据上下文补足", "what is measured, as printed, completed from its context", lambda row: row.target.name),
        optional("name_en", "该数字的英文名称", "what this very figure measures, in English", lambda row: row.target.name_en),
        closed(text("comparator", "比较方式：>=、<=、=、>、<、~（约）", "how the value is meant: >= <= = > < ~ (about)", lambda row: row.target.comparator), Comparator),
        closed(optional("change", "数值为增减量的：increase（增）或decrease（减）", "increase or decrease where the value is a change; else empty", lambda row: row.target.change), Change),
        number("value", "数值，已展开；原文未给数字的为空", "value, fully expanded; empty where the text gives no figure", lambda row: row.target.value),
        number("value_max", "区间上限", "upper end of a range", lambda row: row.target.value_max),
        text("written_zh", "数值的中文写法", "the value as Chinese writes it", lambda row: render_value(row.target, Language.ZH)),
        text("written_en", "数值的英文写法", "the value as English writes it", lambda row: render_value(row.target, Language.EN)),
        number("other_value", "有校改或存疑时的另一读法", "the other reading, where the figure was emended or is doubtful", lambda row: row.target.other_value),
        optional("unit", "单位，按原文", "unit as printed", lambda row: row.target.unit),
        optional_integer("year", "所属年份", "governing year", lambda row: row.target.year),
        closed(text("kind", "性质：target（目标）或baseline（基数，已达到）", "kind: target or baseline (already reached)", lambda row: row.target.kind), TargetKind),
        optional("repeats", "重述前文同一数字的，为其首见位置", "where the figure only states another again: the anchor at which that stands first", lambda row: row.target.repeats),
        text("quote", "原文", "quotation", lambda row: row.words),
        optional("quote_en", "英译中的相应文字", "the same in our English", lambda row: row.target.quote_en),
        *SPAN, URL,
    ),
    all_figures,
    ("targets", "policies"),
    references=(IN_POLICY, AT_ANCHOR, IN_PLACE, Reference(("indicator",), "indicators", ("indicator",))),
)  # fmt: skip
