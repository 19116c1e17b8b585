"""Words of comparisons: pictures of an indicator, the matrix of places, topics side by side."""

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Comparator

PICTURE_STRINGS: dict[str, Bilingual] = {
    "topics-lead": Bilingual(
        "各文件对{n}个专题的论述，并列对照。数字是论及该专题的节和段数，点击即到该地的原句；“提及”表示没有专门论述，但文中用到这个专题的词；“—”表示没有提到。",
        "What the policies say on {n} topics, side by side. The numbers count the sections and paragraphs that treat a topic, and lead to the sentences; “in passing” means that none treats it, though its words occur; “—” means that they do not occur.",
    ),
    "in-passing": Bilingual("提及", "in passing"),
    "topic-words": Bilingual("检索用词：{words}。", "Words searched for: {words}."),
    "only-in-passing": Bilingual("没有专门论述，文中提及：", "No section treats it; it is named in passing:"),
    "assigned": Bilingual(
        "编者按内容归入；文中没有上列词语，以下是第一句。",
        "Placed here by the editors for its content; it has none of the words above. Its first sentence:",
    ),
    "assigned-empty": Bilingual("编者按内容归入；此处没有成句的文字。", "Placed here by the editors for its content; it has no running text."),
    "more-sentences": Bilingual("另有{n}句", "More sentences: {n}"),
    "whole-paragraph": Bilingual("看全段", "Chinese, and whole paragraph"),
    "silent": Bilingual("没有提到的：{places}。", "Not mentioned by {places}."),
    "matrix-lead": Bilingual(
        "每行一项指标，每列一地；点击数字即到原文。数字后面是年份；没有年份的，是文件没有写明。标“基数”的，文件印发时已经达到；其余都是目标。各地口径不一的，指标页上有说明。",
        "One row per indicator, one column per place; each figure leads to its paragraph and is followed by its year; where there is none, the policy states none. Figures marked “baseline” had been reached when the policy was issued; all others are targets. Where scope or method differs between places, the indicator's page says so.",
    ),
    "matrix-shared": Bilingual("两地及以上共有的指标（{n}项）", "Indicators of two or more places ({n})"),
    "matrix-rest": Bilingual("其余指标", "All other indicators"),
    "matrix-single": Bilingual("只见于一地的指标（{n}项）", "Indicators of one place only ({n})"),
    "matrix-none": Bilingual("没有数字", "no figure"),
    "no-number": Bilingual("未写具体数字", "no number stated"),
    "matrix-save": Bilingual("保存所列指标（CSV）", "Save what is shown (CSV)"),
    "matrix-found": Bilingual("共有的{shared}项，只见于一地的{single}项", "{shared} shared, {single} of one place only"),
    "matrix-nothing": Bilingual("没有符合条件的指标", "No indicator matches"),
    "about-indicator": Bilingual("关于这项指标", "About this indicator"),
    "picture-unit": Bilingual("单位：{unit}", "Unit: {unit}"),
    "picture-count": Bilingual("个", "number"),
    "picture-no-year": Bilingual("未写年份", "no year stated"),
    "picture-places": Bilingual("选择地区", "Choose places"),
    "picture-none": Bilingual("没有这项指标的数字", "has no figure for this indicator"),
    "picture-cut": Bilingual("横轴从{start}起，不是从0起", "The axis begins at {start}, not at 0"),
    "picture-source": Bilingual("来源：{sources}。", "Source: {sources}."),
    "picture-work": Bilingual("{place}《{title}》（{year}年）", "{place}, {title} ({year})"),
    "picture-more": Bilingual("定义、原文和下载", "Definition, wording and downloads"),
    "compared": Bilingual("{n}地：从{low}到{high}。", "{n} places, from {low} to {high}."),
    "compared-all": Bilingual("{n}地：{value}。", "{n} places: {value}."),
    "compared-same": Bilingual("{n}地都是{value}。", "{n} places, all {value}."),
    "compared-changes": Bilingual("{n}地{m}个数字：有总数，也有新增数。", "{n} places, {m} figures: some are totals, some additions."),
    "compared-baselines": Bilingual(
        "{n}地{m}个数字：有目标，也有已达到的基数。", "{n} places, {m} figures: some are targets, some baselines already reached."
    ),
    "places-count": Bilingual("{n}地", "{n} places"),
    "sign-baseline": Bilingual("基数，文件印发时已达到", "baseline, reached when the policy was issued"),
    "sign-change": Bilingual("新增数或增减量，不是总数", "an addition or a change, not a total"),
    "sign-at-least": Bilingual("≥　至少", "≥ at least"),
    "sign-above": Bilingual(">　超过", "> more than"),
    "sign-at-most": Bilingual("≤　至多", "≤ at most"),
    "sign-below": Bilingual("<　低于", "< less than"),
    "sign-about": Bilingual("≈　约", "≈ about"),
}  # fmt: skip
COMPARATOR_WORDS: dict[Comparator, Bilingual] = {
    Comparator.AT_LEAST: Bilingual("至少", "at least "),
    Comparator.AT_MOST: Bilingual("至多", "at most "),
    Comparator.ABOVE: Bilingual("超过", "more than "),
    Comparator.BELOW: Bilingual("低于", "less than "),
    Comparator.ABOUT: Bilingual("约", "about "),
}
"""Signs as they are read aloud."""
