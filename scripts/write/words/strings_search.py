"""Words of the search: of the form on its page, and those that its program shows in the box and on the page alike."""

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language, ResultKind
from scripts.write.words.strings_findings import FINDING_STRINGS

SEARCH_STRINGS: dict[str, Bilingual] = {
    "search-policy": Bilingual("文件", "Policy"),
    "search-language": Bilingual("语言", "Language"),
    "search-both-languages": Bilingual("中英文", "both"),
    "search-view": Bilingual("显示", "Show"),
    "search-passages": Bilingual("段落", "passages"),
    "search-lines": Bilingual("逐处对齐", "concordance"),
    "search-sort": Bilingual("排序", "Sort"),
    "search-by-relevance": Bilingual("按相关度", "by relevance"),
    "search-by-archive": Bilingual("按收录次序", "in archive order"),
    "search-by-left": Bilingual("逐处对齐：按前文", "concordance: by preceding text"),
    "search-by-right": Bilingual("逐处对齐：按后文", "concordance: by following text"),
    "all": Bilingual("全部", "all"),
}
LANGUAGE_CHOICES: dict[Language, Bilingual] = {
    Language.ZH: Bilingual("只查中文", "Chinese only"),
    Language.EN: Bilingual("只查英文", "English only"),
}
RESULT_KINDS: dict[ResultKind, Bilingual] = {
    ResultKind.POLICY: Bilingual("政策文件", "Policy"),
    ResultKind.TERM: FINDING_STRINGS["term"],
    ResultKind.INDICATOR: FINDING_STRINGS["indicator"],
    ResultKind.ORGANISATION: FINDING_STRINGS["organisation"],
    ResultKind.DOCUMENT: Bilingual("引用文件", "Cited document"),
    ResultKind.TOPIC: FINDING_STRINGS["topic"],
    ResultKind.PAGE: Bilingual("页面", "Page"),
}
"""What one result is."""
RESULT_KIND_CHOICES: dict[ResultKind, Bilingual] = {
    ResultKind.POLICY: Bilingual("政策文件", "policies"),
    ResultKind.TERM: Bilingual("术语", "terms"),
    ResultKind.INDICATOR: Bilingual("指标", "indicators"),
    ResultKind.ORGANISATION: Bilingual("机构", "organisations"),
    ResultKind.DOCUMENT: Bilingual("引用文件", "cited documents"),
    ResultKind.TOPIC: Bilingual("专题", "topics"),
    ResultKind.PAGE: Bilingual("页面", "pages"),
}
"""All results of a kind, to choose from."""


def capital(text: Bilingual) -> Bilingual:
    """Return a text as it stands by itself: the English begins with a capital."""
    return Bilingual(text.zh, text.en[:1].upper() + text.en[1:])


PROGRAM_STRINGS: dict[str, Bilingual] = {
    "draft": Bilingual("译文初稿", "draft translation"),
    "section": Bilingual("{n}节", "{n} section"),
    "sections": Bilingual("{n}节", "{n} sections"),
    "policy-section": Bilingual("政策文件{n}节", "{n} policy section"),
    "policy-sections": Bilingual("政策文件{n}节", "{n} policy sections"),
    "occurrence": Bilingual("{n}处", "{n} occurrence"),
    "occurrences": Bilingual("{n}处", "{n} occurrences"),
    "entry": Bilingual("词条和页面{n}个", "{n} entry or page"),
    "entries": Bilingual("词条和页面{n}个", "{n} entries and pages"),
    "nothing": Bilingual("未检索到相符的结果", "Nothing found"),
    "failed": Bilingual("未能载入检索数据，请检查网络连接", "The search data could not be loaded; please check the connection"),
    "parts": Bilingual("没有整句相符的结果，已改查其中各词：{parts}", "No section has the whole query; searched for its parts: {parts}"),
    "reading": Bilingual("没有与原字相符的结果，已改查：{words}", "Nothing matches these exact characters; searched for: {words}"),
    "long": Bilingual("检索词过长，只查前{n}字", "The query is long; only its first {n} characters were searched"),
    "short": Bilingual("字母太少，请再输入几个", "Too few letters; type a few more"),
    "concordance": capital(SEARCH_STRINGS["search-lines"]),
    **{f"kind-{kind}": name for kind, name in RESULT_KINDS.items()},
    **{f"kind-many-{kind}": name for kind, name in RESULT_KIND_CHOICES.items()},
}  # fmt: skip
"""What `docs/assets/javascripts/search/words.js` says, by its key."""
