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
    "previous-part": Bilingual("上一部分", "Previous part"),
    "next-part": Bilingual("下一部分", "Next part"),
    "parts-links": Bilingual("前后两部分", "Parts before and after"),
    "line-count": Bilingual("{name}{n}项", "{name}: {n}"),
}
