"""Words of comparisons: pictures of an indicator, the matrix of places, topics side by side."""

from scripts.model.policy import Bilingual

PICTURE_STRINGS: dict[str, Bilingual] = {
    "topics-lead": Bilingual(
        "各文件对{n}个专题的论述，并列对照。数字是论及该专题的节段数，点击即到该地的原句；“提及”表示没有专门论述，但文中有这个专题的用词；“—”表示没有提到。",
        "What the policies say on {n} topics, side by side. The numbers count the sections and paragraphs that treat a topic, and lead to the sentences; “in passing” means that no section treats it but its words occur; “—” that they do not.",
    ),
    "in-passing": Bilingual("提及", "in passing"),
    "topic-words": Bilingual("所找的词语：{words}。", "Words looked for: {words}."),
    "only-in-passing": Bilingual("没有专门论述，文中提及：", "No section treats it; it is named in passing:"),
    "assigned": Bilingual(
        "编者按内容归入；文中没有上列词语，以下是第一句。",
        "Placed here by the editors for its matter; it has none of the words above. Its first sentence:",
    ),
    "assigned-empty": Bilingual("编者按内容归入；此处没有成句的文字。", "Placed here by the editors for its matter; it has no running text."),
    "more-sentences": Bilingual("另有{n}句", "Further sentences: {n}"),
    "whole-paragraph": Bilingual("看全段", "The Chinese, and the whole paragraph"),
    "silent": Bilingual("没有提到的：{places}。", "Not mentioned by {places}."),
}  # fmt: skip
