"""Words of a policy's page: its line, its actions, what folds away; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

POLICY_STRINGS: dict[str, Bilingual] = {
    "line-period": Bilingual("规划期{years}", "plan for {years}"),
    "line-goals": Bilingual("目标定至{years}", "goals for {years}"),
    "actions": Bilingual("本文件的操作", "What you can do with this policy"),
    "cite": Bilingual("引用", "Cite"),
    "print": Bilingual("打印", "Print"),
    "edits-action": Bilingual("校改", "Edits"),
    "about-text": Bilingual("关于这份文本", "About this text"),
    "marks-explained": Bilingual(
        "浅线标出术语、引用文件和指标数字，点选可看释义或出处；波浪线处有编者注，点线处已经校改。",
        "Faint lines mark terms, cited documents and figures; select one for its meaning or source. A sign above the line leads to a note.",
    ),
    "other-terms": Bilingual("文中未标出的术语：", "Terms not marked in the text: "),
    "edits-description": Bilingual(
        "{place}文件（{date}）：从来源文件到本馆文本的每一处更改",
        "The policy of {place} ({date}): every change from the file as received to the text",
    ),
    "notes-description": Bilingual(
        "{place}文件（{date}）：校改与存疑之处，及其理由和依据",
        "The policy of {place} ({date}): emendations and doubtful readings, with reasons and evidence",
    ),
    "parallel-description": Bilingual(
        "{place}文件（{date}）：中英文逐段对照",
        "The policy of {place} ({date}): Chinese and English, paragraph by paragraph",
    ),
    "received-description": Bilingual(
        "{place}文件（{date}）：来源文件原文与本馆文本逐段并列",
        "The policy of {place} ({date}): the file as received beside our text, paragraph by paragraph",
    ),
    "edits-text": Bilingual("返回正文", "Back to the text"),
    "edits-notes": Bilingual("校改的理由和依据", "Reasons and evidence of emendations"),
    "notes-title": Bilingual("校注：{title}", "Notes: {title}"),
    "notes-elsewhere": Bilingual("全部注文（{n}条）", "All notes of this kind ({n}) on a page of their own"),
    "previous-part": Bilingual("上一部分", "Previous part"),
    "next-part": Bilingual("下一部分", "Next part"),
    "line-count": Bilingual("{name}{n}项", "{name}: {n}"),
}
