"""The table of indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.figures import Figure, make_figures, of_kind
from scripts.model.glossary import Indicator
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Comparability, Direction, TargetKind
from scripts.write.data.tables.columns import ADDRESS, Dataset, Reference, closed, en, integer, optional, text, zh
from scripts.write.words.addresses import page_address
from scripts.write.words.strings_findings import FINDING_STRINGS


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with the figures of all policies."""

    indicator: Indicator
    figures: list[Figure]


def all_indicators(lookup: Lookup) -> Iterator[Measured]:
    """Yield every indicator."""
    for indicator in lookup.archive.glossary.indicators.values():
        yield Measured(indicator, make_figures(lookup.targets(indicator.id)))


INDICATORS: Dataset[Measured] = Dataset(
    "indicators",
    FINDING_STRINGS["indicators"],
    (
        text("indicator", "指标编号", "indicator id", lambda row: row.indicator.id),
        text("name_zh", "中文名", "Chinese name", lambda row: row.indicator.name.zh),
        text("name_en", "英文名", "English name", lambda row: row.indicator.name.en),
        text("aliases", "文件中的名称，以|分隔", "names as printed, separated by |", lambda row: "|".join(row.indicator.aliases)),
        text("definition_zh", "中文定义", "definition in Chinese", lambda row: row.indicator.definition.zh),
        text("definition_en", "英文定义", "definition in English", lambda row: row.indicator.definition.en),
        optional("source_zh", "定义出处；空者为本馆编者撰写", "source of the definition; empty: the editors' own", lambda row: zh(row.indicator.source)),
        optional("source_en", "定义出处（英文）", "the same in English", lambda row: en(row.indicator.source)),
        optional("unit", "单位", "unit", lambda row: row.indicator.unit),
        closed(text("direction", "方向：up越高越好、down越低越好、neutral无高下", "direction: up (higher is better), down (lower is), neutral", lambda row: row.indicator.direction), Direction),
        text("topic", "专题", "topic", lambda row: row.indicator.topic),
        closed(text("comparability", "可比性：full可直接比较、limited须注意、none不宜比较", "comparability: full, limited or none", lambda row: row.indicator.comparability), Comparability),
        optional("comparability_note_zh", "可比性说明", "why figures differ, in Chinese", lambda row: zh(row.indicator.comparability_note)),
        optional("comparability_note_en", "可比性说明（英文）", "the same in English", lambda row: en(row.indicator.comparability_note)),
        integer("targets", "目标数目", "number of targets", lambda row: len(of_kind(row.figures, TargetKind.TARGET))),
        integer("baselines", "基数（已达到）数目", "number of baselines", lambda row: len(of_kind(row.figures, TargetKind.BASELINE))),
        text("url", *ADDRESS, lambda row: page_address(f"indicators/{row.indicator.id}/")),
    ),
    all_indicators,
    ("indicators/",),
    key=("indicator",),
    references=(Reference(("topic",), "topic_list", ("topic",)),),
)  # fmt: skip
