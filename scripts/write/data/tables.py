"""The published tables: every column with its type and meaning in both languages, and the rows."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.write.data.rows import (
    Value,
    citation_rows,
    indicator_rows,
    occurrence_rows,
    organisation_rows,
    target_rows,
    term_rows,
    topic_rows,
)

# =SUM(A1), =5, +A1, @x, a tab before anything; not the comparators =, >=, nor a plain number
FORMULA_PATTERN = re.compile(r"=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (string, integer, number), whether every row has it, and what it holds."""

    name: str
    type: str
    is_required: bool
    meaning: Bilingual

    @property
    def title(self) -> Bilingual:
        """The meaning's first words, for a heading."""
        zh, en = re.split("[：；（]", self.meaning.zh)[0], re.split(r"[:;(]", self.meaning.en)[0]
        return Bilingual(zh, en.strip())


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table: its name, title, columns, and how its rows are made."""

    name: str
    title: Bilingual
    columns: tuple[Column, ...]
    rows: Callable[[Lookup], Iterator[tuple[Value, ...]]]


def text(name: str, zh: str, en: str, *, is_required: bool = True) -> Column:
    """Return a column of texts."""
    return Column(name, "string", is_required, Bilingual(zh, en))


def optional(name: str, zh: str, en: str) -> Column:
    """Return a column of texts that may be empty."""
    return text(name, zh, en, is_required=False)


def integer(name: str, zh: str, en: str, *, is_required: bool = True) -> Column:
    """Return a column of whole numbers."""
    return Column(name, "integer", is_required, Bilingual(zh, en))


def number(name: str, zh: str, en: str) -> Column:
    """Return a column of numbers that may be empty."""
    return Column(name, "number", is_required=False, meaning=Bilingual(zh, en))


POLICY = text("policy", "文件编号", "policy id")
ANCHOR = text("anchor", "文件内位置", "anchor in the policy")
START = integer("start", "在文件全文中的起点（码位，从0起）", "start in the policy's text (code points, from 0)")
END = integer("end", "终点（不含）", "end, exclusive")
URL = text("url", "永久网址", "permanent address")


DATASETS = (
    Dataset(
        "targets",
        Bilingual("目标和基数", "Targets and baselines"),
        (
            POLICY, ANCHOR,
            text("place", "地区", "place"),
            optional("indicator", "指标", "indicator"),
            text("name", "指标名称，按原文，据上下文补足", "what is measured, as printed, completed from its context"),
            optional("name_en", "该数字的英文名称", "what this very figure measures, in English"),
            text("comparator", "比较方式：>=、<=、=、>、<、~（约）", "how the value is meant: >= <= = > < ~ (about)"),
            optional("change", "数值为增减量的：increase（增）或decrease（减）", "increase or decrease where the value is a change; else empty"),
            number("value", "数值，已展开；原文未给数字的为空", "value, fully expanded; empty where the text gives no figure"),
            number("value_max", "区间上限", "upper end of a range"),
            text("written_zh", "数值的中文写法", "the value as Chinese writes it"),
            text("written_en", "数值的英文写法", "the value as English writes it"),
            number("other_value", "有校改或存疑时的另一读法", "the other reading, where the figure was emended or is doubtful"),
            optional("unit", "单位，按原文", "unit as printed"),
            integer("year", "所属年份", "governing year", is_required=False),
            text("kind", "性质：target（目标）或baseline（基数，已达到）", "kind: target or baseline (already reached)"),
            optional("repeats", "重述前文同一数字的，为其首见位置", "where the figure only states another again: the anchor at which that stands first"),
            text("quote", "原文", "quotation"),
            optional("quote_en", "英译中的相应文字", "the same in our English"),
            START, END, URL,
        ),
        target_rows,
    ),
    Dataset(
        "indicators",
        Bilingual("指标", "Indicators"),
        (
            text("indicator", "指标编号", "indicator id"),
            text("name_zh", "中文名", "Chinese name"),
            text("name_en", "英文名", "English name"),
            text("aliases", "文件中的名称，以|分隔", "names as printed, separated by |"),
            text("definition_zh", "中文定义", "definition in Chinese"),
            text("definition_en", "英文定义", "definition in English"),
            optional("source_zh", "定义出处；空者为本馆编者撰写", "source of the definition; empty: the editors' own"),
            optional("source_en", "定义出处（英文）", "the same in English"),
            optional("unit", "单位", "unit"),
            text("direction", "方向：up越高越好、down越低越好、neutral无高下", "direction: up (higher is better), down (lower is), neutral"),
            text("topic", "专题", "topic"),
            text("comparability", "可比性：full可直接比较、limited须注意、none不宜比较", "comparability: full, limited or none"),
            optional("comparability_note_zh", "可比性说明", "why figures differ, in Chinese"),
            optional("comparability_note_en", "可比性说明（英文）", "the same in English"),
            integer("targets", "目标数目", "number of targets"),
            integer("baselines", "基数（已达到）数目", "number of baselines"),
            URL,
        ),
        indicator_rows,
    ),
    Dataset(
        "terms",
        Bilingual("术语", "Terms"),
        (
            text("term", "术语编号", "term id"),
            text("zh", "术语", "headword"),
            optional("forms", "其他写法，以|分隔", "other printed forms, separated by |"),
            optional("full", "全称", "full form"),
            text("en", "英译", "the agreed English"),
            optional("en_variants", "可用的其他英译，以|分隔", "other accepted English, separated by |"),
            text("kind", "类别", "kind"),
            text("meaning_zh", "中文释义", "meaning in Chinese"),
            text("meaning_en", "英文释义", "meaning in English"),
            optional("source_zh", "出处", "origin, in Chinese"),
            optional("source_en", "出处（英文）", "origin, in English"),
            text("pinyin", "拼音，不标声调", "pinyin without tones"),
            integer("occurrences", "出现次数", "number of occurrences"),
            URL,
        ),
        term_rows,
    ),
    Dataset(
        "occurrences",
        Bilingual("术语出现处", "Occurrences of terms"),
        (POLICY, ANCHOR, text("term", "术语编号", "term id"), text("text", "原文", "words as printed"), START, END, URL),
        occurrence_rows,
    ),
    Dataset(
        "organisations",
        Bilingual("责任分工", "Responsibilities of organisations"),
        (
            POLICY,
            text("anchor", "责任分工所在的节", "section to which the note belongs"),
            optional("organisation", "机构编号；未能确认的为空", "organisation id; empty where unresolved"),
            text("text", "原文中的名称", "name as printed"),
            optional("name_zh", "全称", "full name"),
            optional("name_en", "英文名", "English name"),
            text("role", "角色：lead牵头、support配合、responsible负责", "role: lead, support or responsible"),
            optional("place", "地区", "place"),
            optional("became_zh", "沿革", "what became of it, in Chinese"),
            optional("became_en", "沿革（英文）", "the same in English"),
            START, END, URL,
        ),
        organisation_rows,
    ),
    Dataset(
        "citations",
        Bilingual("引用", "Citations"),
        (
            POLICY, ANCHOR,
            optional("document", "文件编号；未能确认的为空", "document id; empty where unresolved"),
            text("text", "原文", "words as printed"),
            optional("title_zh", "标题", "title"),
            optional("title_en", "标题英译", "title in English"),
            optional("number", "发文字号", "document number"),
            optional("date", "日期，日不详的写作2018-07-XX（ISO 8601-2）", "date; where the day is unknown, 2018-07-XX (ISO 8601-2)"),
            text("ground", "依据：form名称、number字号、self自称、unlisted未收", "ground: form, number, self or unlisted"),
            START, END, URL,
        ),
        citation_rows,
    ),
    Dataset(
        "topics",
        Bilingual("专题对照", "Topics"),
        (
            POLICY,
            optional("anchor", "论及该专题的位置；未论及的为空", "place that treats the topic; empty where none does"),
            text("topic", "专题编号", "topic id"),
            text("name_zh", "专题", "topic in Chinese"),
            text("name_en", "专题（英文）", "topic in English"),
            optional("label", "原文序号", "printed number"),
            URL,
        ),
        topic_rows,
    ),
)  # fmt: skip


def make_rows(dataset: Dataset, lookup: Lookup) -> Iterator[tuple[Value, ...]]:
    """Yield the rows of a table, each with as many values as it has columns."""
    for row in dataset.rows(lookup):
        if len(row) != len(dataset.columns):
            raise ValueError(f"{dataset.name}: {len(row)} values for {len(dataset.columns)} columns")
        yield row


def render_csv(dataset: Dataset, lookup: Lookup) -> tuple[str, int]:
    """Return a table as CSV and the number of its rows (RFC 4180: comma, CRLF; UTF-8 with a byte order mark).

    Without the mark Excel takes the file for GBK. A text that a spreadsheet would take for a formula gets a `'` before it.
    """
    stream = io.StringIO()
    stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(column.name for column in dataset.columns)
    count = 0
    for row in make_rows(dataset, lookup):
        writer.writerow(csv_cell(value) for value in row)
        count += 1
    return stream.getvalue(), count


def csv_cell(value: Value) -> str:
    """Return a cell's text, which no spreadsheet takes for a formula.

    >>> csv_cell("=1+1"), csv_cell("="), csv_cell(">="), csv_cell(-5), csv_cell(None)
    ("'=1+1", '=', '>=', '-5', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and FORMULA_PATTERN.match(text) else text
