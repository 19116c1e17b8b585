"""Words of the editions and of the log, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import EditionKind

EDITION_STRINGS: dict[str, Bilingual] = {
    "edition": Bilingual("版次", "Edition"),
    "edition-of": Bilingual("第{n}版，{date}", "{n}, dated {date}"),
    "edition-head": Bilingual("第{n}版：{date}{kind}", "Edition {n}: {kind} on {date}"),
    "history": Bilingual("版本沿革", "History of editions"),
    "history-title": Bilingual("{title}：版本沿革", "{title}: history of editions"),
    "history-lead": Bilingual(
        "从公布之日起，任何地址下的文字只有在此说明日期、内容和理由之后才会改动；旧版文字永久留存，各有地址。",
        "Once published, the words under an address change only with an entry here that says when, what and why. Earlier words stay readable, each at an address of its own.",
    ),
    "history-description": Bilingual(
        "《{title}》第{n}版（{date}）及以前各版：每处改动的内容、理由和改动前后的文字。",
        "Edition {n} ({date}) and all before it of “{title}”: what was changed, why, and the words before and after.",
    ),
    "history-scope": Bilingual(
        "版次记录标题、段落、表格和题名的中英文字。编者注、译注、术语、指标以及发文机关等著录事项不在其内，公布以前的草稿也不在其内。日期是文字登记在册之日；网站何时上线，这里没有记录。",
        "Editions record the words of the title, headings, paragraphs and tables in Chinese and English. They cover neither the notes of editors and translator, the terms, the indicators, and particulars such as issuers and dates, nor drafts before publication. Dates are those on which the words were recorded; when the site went online is not on record here.",
    ),
    "history-scope-title": Bilingual("记录范围", "What is on record"),
    "edition-what": Bilingual("内容：", "What: "),
    "edition-why": Bilingual("理由：", "Why: "),
    "edition-fingerprint": Bilingual("指纹（SHA-256）：", "Fingerprint (SHA-256): "),
    "edition-unchanged": Bilingual("文字未动。", "No words were changed."),
    "edition-changed": Bilingual("改动{n}处，逐处列出如下。", "Places changed: {n}, listed below one by one."),
    "change-del": Bilingual("［删］", "[deleted] "),
    "change-ins": Bilingual("［增］", "[added] "),
    "former-words": Bilingual("改动前的全文", "The words before, in full"),
    "edition-new-place": Bilingual("此处为本版新增。", "This place is new in this edition."),
    "edition-gone": Bilingual("此处已不存在，地址现通往{place}。", "This place is gone; its address now leads to {place}."),
    "withdrawn-notice": Bilingual(
        "本馆已于{date}撤回本文件；文字仍可阅读，地址依然有效。理由：{why}",
        "The archive withdrew this policy on {date}; its text can still be read, and its addresses still work. Why: {why}",
    ),
    "log": Bilingual("馆藏动态", "Archive log"),
    "log-lead": Bilingual(
        "本馆文件的公布、更正和撤回，新的在前。",
        "Policies published, corrected and withdrawn, the latest first.",
    ),
    "log-description": Bilingual(
        "质量政策档案历次公布、更正和撤回文件的记录，附更正内容和理由",
        "What the Quality Policy Archive has published, corrected and withdrawn, with what was changed and why",
    ),
    "log-feed": Bilingual("订阅（Atom）", "Subscribe (Atom feed)"),
    "log-feed-title": Bilingual("质量政策档案：馆藏动态", "Quality Policy Archive: log"),
    "log-entry": Bilingual("{kind}：《{title}》第{n}版（{place}）", "{kind}: {title}, edition {n} ({place})"),
}  # fmt: skip
EDITION_KINDS: dict[EditionKind, Bilingual] = {
    EditionKind.PUBLISHED: Bilingual("公布", "published"),
    EditionKind.CORRECTED: Bilingual("更正", "corrected"),
    EditionKind.WITHDRAWN: Bilingual("撤回", "withdrawn"),
}
