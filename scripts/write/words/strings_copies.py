"""Words of the copies that people carry away, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

COPY_STRINGS: dict[str, Bilingual] = {
    "archive-name": Bilingual("质量政策档案", "Quality Policy Archive"),
    "card-archive": Bilingual("省市质量政策的全文、数据与英译", "Chinese quality policies: texts, data, translations"),
    "card-policy": Bilingual("{place}，{date}：{title}。{archive}。", "{place}, {date}: {title}. {archive}."),
    "card-words": Bilingual("{archive}：{words}。", "{archive}. {words}."),
    "as-of": Bilingual("{date}的版本", "As of {date}"),
    "copy-stamp": Bilingual(
        "离线副本，{version}版，{date}（{commit}）。本页的网上地址：",
        "Offline copy, version {version}, {date} ({commit}). This page online: ",
    ),
    "one-file": Bilingual("单文件", "In one file"),
    "one-file-text": Bilingual("全文（HTML）", "the text (HTML)"),
    "one-file-parallel": Bilingual("中英对照（HTML）", "Chinese and English side by side (HTML)"),
    "one-file-pdf": Bilingual("全文（PDF）", "the text (PDF)"),
    "one-file-parallel-pdf": Bilingual("中英对照（PDF）", "Chinese and English side by side (PDF)"),
    "one-file-book": Bilingual("电子书（EPUB）", "e-book (EPUB)"),
    "one-file-note": Bilingual("，可转发，可离线打开", ", to forward or to open offline"),
    "data-book-zh": Bilingual(
        "全部文件合成一册，中文（EPUB 3电子书）", "all policies in one book, in Chinese (EPUB 3)"
    ),
    "data-book-en": Bilingual(
        "全部文件合成一册，英文（EPUB 3电子书）", "all policies in one book, in English (EPUB 3)"
    ),
    "pdf-about": Bilingual(
        "本PDF出自《质量政策档案》{version}版（{date}），收全文和编者注。术语释义、责任分工、指标和相关条目见网上；引用请用网上的永久地址。",
        "This PDF is from the Quality Policy Archive, version {version} ({date}). It holds the text and the editors’ notes; terms, responsibilities, indicators and related items are online. Please cite the permanent address.",
    ),
    "editors-note": Bilingual("校注　", "Editors’ note. "),
    "translators-note": Bilingual("译注　", "Translator’s note. "),
    "pdf-address": Bilingual("永久地址：", "Permanent address: "),
    "cited-work": Bilingual("《{title}》", "{title}"),
    "data-records-ris": Bilingual("全部文件的题录（RIS）", "records of all policies (RIS)"),
    "data-records-bib": Bilingual("全部文件的题录（BibTeX）", "records of all policies (BibTeX)"),
    "data-records-csl.json": Bilingual("全部文件的题录（CSL-JSON）", "records of all policies (CSL-JSON)"),
    "copy-terms": Bilingual("本页术语", "Terms on this page"),
    "single-file": Bilingual("单文件版", "single-file copy"),
    "single-find": Bilingual("在本文中查找", "Find in this policy"),
    "single-previous": Bilingual("上一处", "Previous"),
    "single-next": Bilingual("下一处", "Next"),
    "single-note": Bilingual("注释", "Note"),
    "single-close": Bilingual("关闭", "Close"),
    "single-copied": Bilingual("已复制：", "Copied: "),
    "single-failed": Bilingual("未能复制，请手动复制：", "Cannot copy here; please copy it by hand: "),
    "single-found": Bilingual("第{{n}}处，共{{m}}处", "{{n}} of {{m}}"),
    "single-nothing": Bilingual("未找到", "Not found"),
    "single-stamp": Bilingual(
        "本文件为《质量政策档案》{version}版的单文件副本，不会自行更新；引用请用网上的永久地址。",
        "This is a single-file copy from the Quality Policy Archive, version {version}. It does not update itself; please cite the permanent address online.",
    ),
}
