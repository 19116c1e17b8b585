"""Every word of the frame around the texts, Chinese and English side by side."""

from scripts.model import Bilingual
from scripts.vocabulary import Certainty, EmendationKind, Language, Level, Rule, Script
from scripts.write.strings_findings import (
    COMPARABILITIES,
    DIRECTIONS,
    DOCUMENT_KINDS,
    FINDING_STRINGS,
    ORGANISATION_KINDS,
    ROLES,
    TARGET_KINDS,
    TERM_KINDS,
)

__all__ = [
    "CERTAINTIES",
    "COMPARABILITIES",
    "DIRECTIONS",
    "DOCUMENT_KINDS",
    "EMENDATION_KINDS",
    "LANG_TAGS",
    "LEVELS",
    "ORGANISATION_KINDS",
    "OTHER",
    "ROLES",
    "RULES",
    "SCRIPTS",
    "STRINGS",
    "TARGET_KINDS",
    "TERM_KINDS",
    "pick",
    "say",
]

LANG_TAGS = {Language.ZH: "zh-Hans", Language.EN: "en"}
"""The value of `lang` for each language."""
OTHER = {Language.ZH: Language.EN, Language.EN: Language.ZH}

STRINGS: dict[str, Bilingual] = {
    "policies": Bilingual("政策文件", "Policies"),
    "policies-lead": Bilingual(
        "本馆收录的政策文件。点击表头可以排序。",
        "The policies in this archive. Select a column heading to sort by it.",
    ),
    "policies-description": Bilingual("本馆收录的政策文件一览", "All policies in the archive"),
    "policy-description": Bilingual(
        "{place}《{title}》全文：每节每段均有永久地址，每处校改均可查。",
        "{title} ({place}): the full text, with a permanent address for every section and paragraph and a record of every correction.",
    ),
    "title": Bilingual("标题", "Title"),
    "issuers": Bilingual("发文机关", "Issued by"),
    "number": Bilingual("发文字号", "Document number"),
    "number-unknown": Bilingual("未载", "not stated"),
    "date": Bilingual("日期", "Date"),
    "place": Bilingual("地区", "Place"),
    "level": Bilingual("层级", "Level"),
    "source": Bilingual("文本来源", "Source of the text"),
    "certainty": Bilingual("认定", "Identification"),
    "received": Bilingual("来源文件", "File as received"),
    "received-value": Bilingual("{size}字节，{encoding}，{script}", "{size} bytes, {encoding}, {script}"),
    "sha256": Bilingual("SHA-256", "SHA-256"),
    "retrieved": Bilingual("获取日期", "Retrieved"),
    "retrieved-unknown": Bilingual("未记录", "not recorded"),
    "data": Bilingual("数据", "Data"),
    "data-json": Bilingual("本文件的JSON", "this policy as JSON"),
    "parts-count": Bilingual("{n}个部分", "{n} parts"),
    "characters": Bilingual("字数", "Characters"),
    "characters-count": Bilingual("{n}字", "{n} characters"),
    "targets-count": Bilingual("{n}项目标", "{n} targets"),
    "baselines-count": Bilingual("{n}项基数（已达到）", "{n} baselines (already reached)"),
    "contents": Bilingual("目录", "Contents"),
    "condition": Bilingual(
        "文本状况：来源共{source}字，其中{kept}字照录，{dropped}字（网页内容、目录、空白）略去，{changed}字由规则还原，"
        "{emended}处由编者校改，{noted}处存疑而仅加注。",
        "Condition of the text: of {source} characters in the source, {kept} stand as received, {dropped} (web page, "
        "table of contents, blanks) were left out and {changed} restored by rule; the editors emended {emended} and "
        "annotated {noted} more without changing the text.",
    ),
    "all-edits": Bilingual("查看全部更改", "See every change"),
    "our-english": Bilingual(
        "英文是本馆的非正式参考译文，以中文为准。",
        "This is our unofficial reference translation; the Chinese text alone is authoritative.",
    ),
    "some-english": Bilingual("另有{n}段尚无译文，仍为中文。", "{n} passages have no translation yet and stand in Chinese."),
    "untranslated": Bilingual("［尚无译文］", "[not yet translated]"),
    "note-sign": Bilingual("注", "note"),
    "parallel-lead": Bilingual(
        "中文为正式文本；英文为本馆译文，仅供参考。每一行都有地址，与两种文本的页面相同。",
        "The Chinese is the official text; the English is our unofficial reference translation. Every row has its address, the same as on the pages of either text.",
    ),
    "back-to-text": Bilingual("只看中文", "English only"),
    "untranslated-both": Bilingual("（尚无译文）", "[not yet translated]"),
    "parallel": Bilingual("中英对照", "Chinese and English side by side"),
    "no-english": Bilingual(
        "本文件尚无英文译文，英文页上仍为中文。",
        "This policy has not been translated yet: its text is shown in Chinese.",
    ),
    "notes": Bilingual("校改与存疑", "Emendations and doubtful readings"),
    "notes-lead": Bilingual(
        "以下各条均为本馆编者所加。确定的校改已改入正文；其余正文照录，仅在此说明。起草者本人的疏误一律照录。",
        "These notes are the editors' own. Certain emendations of damage are printed in the text; everywhere else the text "
        "stands as received. Slips of the drafters are never corrected.",
    ),
    "note-applied": Bilingual("来源作“{received}”，今作“{printed}”。", "The source has “{received}”; we print “{printed}”."),
    "note-kept": Bilingual("照录“{printed}”；疑当作“{proposed}”。", "Printed as received, “{printed}”; perhaps “{proposed}” is meant."),
    "note-reason": Bilingual("理由：", "Reason: "),
    "note-evidence": Bilingual("依据：", "Evidence: "),
    "note-and": Bilingual("；", ". "),
    "note-certainty": Bilingual("程度：", "Certainty: "),
    "note-kind": Bilingual("性质：", "Kind: "),
    "note-back": Bilingual("返回正文", "Back to the text"),
    "translator-sign": Bilingual("译注", "tr."),
    "translator-mark": Bilingual("译注：见页末", "Translator's note: see the end of the page"),
    "translator-notes": Bilingual("译注", "Translator's notes"),
    "translator-notes-lead": Bilingual(
        "以下各条由本馆译者所加，说明英译的取舍，不属于文件原文。",
        "The translator of this archive added these notes. They explain choices made in the English and are no part of the policy.",
    ),
    "note-mark": Bilingual("编者按：见页末校改说明", "Editors' note: see the end of the page"),
    "word-space": Bilingual("", " "),
    "end-of-sentence": Bilingual("。", ". "),
    "copy-address": Bilingual("复制此处的永久地址", "Copy the permanent address of this place"),
    "copy-address-of": Bilingual("复制{anchor}的永久地址", "Copy the permanent address of {anchor}"),
    "edits": Bilingual("全部更改", "Every change"),
    "edits-title": Bilingual("全部更改：{title}", "Every change: {title}"),
    "edits-lead": Bilingual(
        "从收到的文件到本馆文本，每一处改动都记录在此；逐一还原，即得原文件，一字节不差。改动的确切位置见数据文件。",
        "Every change between the file as received and the text of this archive is recorded here; undone one by one, "
        "they give the file back, byte for byte. Their exact places are in the data file.",
    ),
    "edits-rule": Bilingual("规则", "Rule"),
    "edits-count": Bilingual("处数", "Changes"),
    "edits-before": Bilingual("来源字数", "Characters before"),
    "edits-after": Bilingual("现字数", "Characters after"),
    "edits-kept": Bilingual("照录", "Kept as received"),
    "edits-sum": Bilingual("合计", "Total"),
    "edits-was": Bilingual("原作", "Before"),
    "edits-is": Bilingual("今作", "After"),
    "edits-first": Bilingual("首见", "First in"),
    "edits-none": Bilingual("（略去）", "(left out)"),
    "edits-inserted": Bilingual("（补入）", "(put in)"),
    "edits-web-page": Bilingual(
        "以下是文件前后的网页内容，不属于文件本身，仅作为还原来源文件的依据列出。",
        "This is the web page before and after the document. It is no part of the policy and is shown only as evidence, so that the source can be restored.",
    ),
    "reference-standard": Bilingual("GB/T 7714—2025", "GB/T 7714—2025"),
    "reference-section": Bilingual("引到某一节", "A section"),
    "reference-law": Bilingual("法学脚注", "Legal footnote"),
    "reference-english": Bilingual("英文", "English"),
    "english-title-note": Bilingual("（本馆译名）", "(our translation of the title)"),
    **FINDING_STRINGS,
}  # fmt: skip

RULES: dict[Rule, Bilingual] = {
    Rule.CONTROL: Bilingual("略去不可见的控制字符", "invisible control characters left out"),
    Rule.NEWLINE: Bilingual("统一换行符", "line ends made uniform"),
    Rule.LAYOUT: Bilingual("略去缩进、行末空格与空行", "indents, trailing spaces and blank lines left out"),
    Rule.SCRIPT: Bilingual("机器所转的繁体还原为简体", "machine-made Traditional characters turned back to Simplified"),
    Rule.WEB_PAGE: Bilingual("略去文件前后的网页内容", "the web page around the document left out"),
    Rule.CONTENTS: Bilingual("略去与正文标题重复的目录", "a table of contents that repeats the headings left out"),
    Rule.SPACE: Bilingual("略去或统一多余的空格", "stray spaces left out or made uniform"),
    Rule.PUNCTUATION: Bilingual("半角标点还原为全角", "half-width punctuation turned back to full-width"),
    Rule.WRAPPED_LINE: Bilingual("连接从句中断开的行", "lines broken inside a sentence joined"),
    Rule.GLYPH: Bilingual("形近误字还原", "look-alike characters put right"),
    Rule.EMENDATION: Bilingual("编者校改", "emended by the editors"),
}
CERTAINTIES: dict[Certainty, Bilingual] = {
    Certainty.CERTAIN: Bilingual("确定", "certain"),
    Certainty.PROBABLE: Bilingual("很可能", "probable"),
    Certainty.CONJECTURAL: Bilingual("推测", "conjectural"),
}
EMENDATION_KINDS: dict[EmendationKind, Bilingual] = {
    EmendationKind.DAMAGE: Bilingual("副本损坏", "damage of the copy"),
    EmendationKind.SLIP: Bilingual("起草者疏误", "slip of the drafters"),
}
LEVELS: dict[Level, Bilingual] = {
    Level.STATE: Bilingual("国家", "state"),
    Level.PROVINCE: Bilingual("省级", "province"),
    Level.CITY: Bilingual("市级", "city"),
    Level.DISTRICT: Bilingual("区县级", "county or district"),
}
SCRIPTS: dict[Script, Bilingual] = {
    Script.HANS: Bilingual("简体", "Simplified characters"),
    Script.HANT: Bilingual("繁体", "Traditional characters"),
}


def say(key: str, language: Language, **values: object) -> str:
    """Return the words for this key in this language, with the values put in."""
    return pick(STRINGS[key], language).format(**values)


def pick(text: Bilingual, language: Language) -> str:
    """Return the text in this language."""
    return text.zh if language is Language.ZH else text.en
