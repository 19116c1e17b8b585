"""Words of the lists: of terms, bodies, documents, indicators, and of the tools above them."""

from scripts.model.policy import Bilingual

LIST_STRINGS: dict[str, Bilingual] = {
    "list-filter": Bilingual("在列表中查找", "Find in this list"),
    "list-hint": Bilingual("中文、拼音或英文", "English, Chinese or pinyin"),
    "list-clear": Bilingual("清除", "Clear"),
    "list-further": Bilingual("用这些字词检索全文", "Search the full texts for these words"),
    "list-total": Bilingual("共{n}条", "{n} entries"),
    "list-found": Bilingual("共{n}条，符合的{found}条", "{found} of {n} entries"),
    "list-none": Bilingual("共{n}条，没有符合的", "None of the {n} entries"),
    "list-order": Bilingual("排列", "Order"),
    "list-by-letter": Bilingual("按字母", "By letter"),
    "list-by-topic": Bilingual("按专题", "By topic"),
    "list-by-place": Bilingual("按地区", "By place"),
    "list-by-date": Bilingual("按日期", "By date"),
    "list-by-use": Bilingual("按出现次数", "Most used"),
    "list-by-mentions": Bilingual("按提及次数", "Most mentioned"),
    "list-by-shared": Bilingual("按共有文件数", "Shared by most policies"),
    "list-by-cited": Bilingual("按引用次数", "Most cited"),
    "list-meanings": Bilingual("显示释义", "Show meanings"),
    "list-jump": Bilingual("跳到", "Jump to"),
    "terms-numbers": Bilingual(
        "名称右侧的两个数字，分别是出现处数和涉及的文件数。", "The two numbers at the right: how often a term occurs, and in how many policies."
    ),
    "organisations-numbers": Bilingual("名称右侧的数字是提及处数。", "The number at the right: how often an organisation is mentioned."),
    "indicators-numbers": Bilingual(
        "名称右侧的两个数字，分别是数值个数和涉及的文件数。", "The two numbers at the right: how many figures an indicator has, and in how many policies."
    ),
    "documents-numbers": Bilingual(
        "名称右侧的两个数字，分别是引用处数和引用它的文件数；打开一条，可见引用的位置。",
        "The two numbers at the right: how often a document is cited, and by how many policies; open an entry to see where.",
    ),
    "policy-parts": Bilingual("部分数", "Parts"),
    "charges-count": Bilingual("{role}{n}节", "{role}: {n}"),
}  # fmt: skip
