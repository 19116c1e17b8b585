"""Words of a policy's page: its line, its actions, what folds away; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

POLICY_STRINGS: dict[str, Bilingual] = {
    "policy-description-untitled": Bilingual("{place}，{date}。正文：{parts}", "{place}, {date}. The text: {parts}"),
    "line-period": Bilingual("规划期{years}", "plan for {years}"),
    "line-goals": Bilingual("目标定至{years}", "goals for {years}"),
    "actions": Bilingual("引用、打印、下载等", "What you can do with this policy"),
    "cite": Bilingual("引用", "Cite"),
    "print": Bilingual("打印", "Print"),
    "edits-action": Bilingual("更改记录", "Changes"),
    "about-text": Bilingual("关于这份文本", "About this text"),
    "marks-explained": Bilingual(
        "浅色下划线标出术语、引用文件和指标数字，点开可看释义或出处；绿色点状下划线处已校改，橙色波浪线处照录并加注，点开可看理由。",
        "Faint underlines mark terms, cited documents and figures; select one for its meaning or source. “note” and “tr.” at the end of a paragraph open editors' and translator's notes.",
    ),
    "english-state": Bilingual("英译：{parts}。", "English: {parts}."),
    "english-reviewed": Bilingual("已审校{n}处", "{n} reviewed"),
    "english-translated": Bilingual("已翻译{n}处", "{n} translated"),
    "english-draft": Bilingual("初稿{n}处", "{n} in draft"),
    "english-none": Bilingual("尚未翻译{n}处（仍为中文）", "{n} not yet translated (shown in Chinese)"),
    "draft-mark": Bilingual("［译文初稿］", "[draft translation]"),
    "draft-title": Bilingual(
        "译文初稿：此处英译尚未经人审定", "Draft translation: nobody has confirmed this English yet"
    ),
    "draft-lead": Bilingual(
        "标有“{mark}”的英译取自本馆其他译文、术语表或由程序译出，尚未经人审定，随时可能改动，请勿引用。",
        "English marked {mark} was taken over from other translations or the glossary, or made by a program. Nobody has confirmed it yet, and it may change at any time; please do not cite it.",
    ),
    "other-terms": Bilingual("文中未标出的术语：", "Terms not marked in the text: "),
    "edits-description": Bilingual(
        "{place}文件（{date}）：从来源文件到本馆文本的每一处更改",
        "The policy of {place} ({date}): every change between the file as received and our text",
    ),
    "notes-description": Bilingual(
        "{place}文件（{date}）：校改和存疑之处，及其理由和依据",
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
    "edits-notes": Bilingual("校改的理由和依据", "Reasons and evidence for the emendations"),
    "notes-title": Bilingual("注释：{title}", "Notes: {title}"),
    "notes-elsewhere": Bilingual("全部注释（{n}条），另成一页", "All {n}, on a page of their own"),
    "previous-part": Bilingual("上一部分", "Previous part"),
    "next-part": Bilingual("下一部分", "Next part"),
    "line-count": Bilingual("{name}{n}项", "{name}: {n}"),
}
