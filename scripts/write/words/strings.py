"""Every word of the frame around the texts, Chinese and English side by side."""

from scripts.model.languages import LANGUAGES, OTHER
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Certainty, EmendationKind, Language, Level, Script
from scripts.write.words.rules import RULES as RULES  # noqa: PLC0414 - which all others take from here
from scripts.write.words.strings_copies import COPY_STRINGS
from scripts.write.words.strings_data import DATA_STRINGS
from scripts.write.words.strings_editions import EDITION_KINDS, EDITION_STRINGS
from scripts.write.words.strings_findings import (
    COMPARABILITIES,
    DIRECTIONS,
    DOCUMENT_KINDS,
    FINDING_STRINGS,
    ORGANISATION_KINDS,
    ROLES,
    TARGET_KINDS,
    TERM_KINDS,
)
from scripts.write.words.strings_frame import FRAME_STRINGS
from scripts.write.words.strings_home import HOME_STRINGS
from scripts.write.words.strings_lists import LIST_STRINGS
from scripts.write.words.strings_original import ORIGINAL_STRINGS
from scripts.write.words.strings_permanent import PERMANENT_STRINGS
from scripts.write.words.strings_pictures import PICTURE_STRINGS
from scripts.write.words.strings_policy import POLICY_STRINGS
from scripts.write.words.strings_reading import READING_STRINGS, SIGN_NAMES
from scripts.write.words.strings_reports import REPORT_STRINGS
from scripts.write.words.strings_search import SEARCH_STRINGS
from scripts.write.words.strings_status import STATUS_STRINGS
from scripts.write.words.titles import nest_titles

__all__ = [
    "CERTAINTIES",
    "COMPARABILITIES",
    "DIRECTIONS",
    "DOCUMENT_KINDS",
    "EDITION_KINDS",
    "EMENDATION_KINDS",
    "LANG_TAGS",
    "LEVELS",
    "MONTHS",
    "ORGANISATION_KINDS",
    "OTHER",
    "ROLES",
    "RULES",
    "SCRIPTS",
    "SCRIPT_TAGS",
    "SIGN_NAMES",
    "STRINGS",
    "TARGET_KINDS",
    "TERM_KINDS",
    "pick",
    "say",
]

LANG_TAGS = {language: writing.tag for language, writing in LANGUAGES.items()}
SCRIPT_TAGS = {Script.HANS: LANG_TAGS[Language.ZH], Script.HANT: "zh-Hant"}
"""What Chinese is called that is printed in a script."""
"""The value of `lang` for each language."""

STRINGS: dict[str, Bilingual] = {
    "policies": Bilingual("政策文件", "Policies"),
    "policies-lead": Bilingual("本馆收录的政策文件。点击表头即可排序。", "The policies in this archive. Select a column heading to sort by it."),
    "policies-description": Bilingual("本馆收录的政策文件一览", "All policies in the archive"),
    "policy-description": Bilingual(
        "{place}，{date}。全文{n}个部分：{parts}。",
        "{place}, {date}. The policy has {n} parts: {parts}.",
    ),
    "title": Bilingual("标题", "Title"),
    "issuers": Bilingual("发文机关", "Issued by"),
    "number": Bilingual("发文字号", "Document number"),
    "number-unknown": Bilingual("未载", "not stated"),
    "date": Bilingual("日期", "Date"),
    "date-unknown": Bilingual("日期不详", "date unknown"),
    "date-year": Bilingual("{year}年", "{year}"),
    "date-month": Bilingual("{year}年{month}", "{month} {year}"),
    "date-day": Bilingual("{year}年{month}{day}日", "{day} {month} {year}"),
    "place": Bilingual("地区", "Place"),
    "place-within": Bilingual("{around}{place}", "{place}, {around}"),
    "level": Bilingual("层级", "Level"),
    "source": Bilingual("文本来源", "Source of the text"),
    "certainty": Bilingual("著录可信度", "Certainty of identification"),
    "received": Bilingual("来源文件", "File as received"),
    "received-value": Bilingual("{size}字节，{encoding}，{script}", "{size} bytes, {encoding}, {script}"),
    "sha256": Bilingual("SHA-256", "SHA-256"),
    "retrieved": Bilingual("获取日期", "Retrieved"),
    "retrieved-unknown": Bilingual("未记录", "not recorded"),
    "permanent-address": Bilingual("永久地址", "Permanent address"),
    "rights": Bilingual("权利", "Rights"),
    "text-rights": Bilingual(
        "官方文件，依法不适用著作权法；编者的校改采用CC BY 4.0许可，",
        "an official document, to which copyright law does not apply; the editors' emendations are licensed under CC BY 4.0, ",
    ),
    "data": Bilingual("数据", "Data"),
    "data-json": Bilingual("本文件JSON数据", "this policy as JSON"),
    "data-other-formats": Bilingual("其他格式", "other formats"),
    "characters": Bilingual("字数", "Characters"),
    "targets-count": Bilingual("{n}项目标", "{n} targets"),
    "baselines-count": Bilingual("{n}项基数（已达到）", "{n} baselines (already reached)"),
    "contents": Bilingual("目录", "Contents"),
    "condition": Bilingual("文本状况：来源共{source}字，其中{parts}", "Condition of the text: of {source} characters in the source, {parts}"),
    "condition-kept": Bilingual("{n}字照录", "{n} are kept as received"),
    "condition-dropped": Bilingual("{n}字略去（网页内容、目录、空白等）", "{n} left out (web page, table of contents, blanks and the like)"),
    "condition-changed": Bilingual("{n}字还原", "{n} restored"),
    "condition-editors": Bilingual("；编者{parts}", "; the editors {parts}"),
    "condition-emended": Bilingual("校改{spots}", "emended {spots}"),
    "condition-noted": Bilingual("照录而加注{spots}", "added notes to {spots} printed as received"),
    "spot": Bilingual("{n}处", "{n} spot"),
    "spots": Bilingual("{n}处", "{n} spots"),
    "all-edits": Bilingual("查看全部更改", "See every change"),
    "our-english": Bilingual(
        "英文是本馆的非正式参考译文，以中文为准。",
        "This is our unofficial reference translation; the Chinese text alone is authoritative.",
    ),
    "untranslated": Bilingual("［尚无译文］", "[not yet translated]"),
    "note-sign": Bilingual("注", "note"),
    "parallel-lead": Bilingual(
        "中文为正式文本；英文为本馆非正式参考译文。各行地址与中文页、英文页上的相同。",
        "The Chinese is the official text; the English is our unofficial reference translation. Every row has the same address as on the Chinese and English pages.",
    ),
    "untranslated-both": Bilingual("（尚无译文）", "[not yet translated]"),
    "parallel": Bilingual("中英对照", "Chinese and English side by side"),
    "parallel-title": Bilingual("{title}（{parallel}）", "{title} – {parallel}"),
    "no-english": Bilingual("本文件尚无英文译文，英文页上仍为中文。", "This policy has not been translated yet: its text is shown in Chinese."),
    "notes": Bilingual("校改与存疑", "Emendations and doubtful readings"),
    "notes-lead": Bilingual(
        "以下各条均为本馆编者所加。副本损坏而原字可以确定的，已改入正文；其余一律照录，仅在此说明。疏误，包括无从断定出自副本还是起草者的，均不改动。",
        "These notes are the editors' own. Where the copy is damaged and the original reading is certain, the text is emended; everything else is printed as received and explained here. Slips, including those where nobody can tell whether the copy or the drafters erred, are never corrected.",
    ),
    "note-applied": Bilingual("来源作“{received}”，今作“{printed}”。", "The source has “{received}”; we print “{printed}”."),
    "note-gap": Bilingual(
        "来源作“{received}”，无从辨认，不补；今作“{printed}”，一个□表示缺一个字。",
        "The source has “{received}”, which cannot be made out and is not restored; we print “{printed}”, with a □ for each character.",
    ),
    "note-kept": Bilingual("照录“{printed}”；编者读作“{proposed}”。", "Printed as received, “{printed}”; we read “{proposed}”."),
    "note-reason": Bilingual("理由：", "Reason: "),
    "note-evidence": Bilingual("依据：", "Evidence: "),
    "between-statements": Bilingual("；", ". "),
    "note-certainty": Bilingual("可信度：", "Certainty: "),
    "note-kind": Bilingual("性质：", "Kind: "),
    "translator-sign": Bilingual("译注", "tr."),
    "translator-notes": Bilingual("译注", "Translator's notes"),
    "translator-notes-lead": Bilingual(
        "以下各条由本馆译者所加，说明英译的取舍，不属于文件原文。",
        "The archive's translator added these notes. They explain choices made in the English and are not part of the policy.",
    ),
    "end-of-sentence": Bilingual("。", ". "),
    "copy-address-of": Bilingual("引用{place}", "Cite {place}"),
    "edits": Bilingual("全部更改", "Every change"),
    "edits-title": Bilingual("全部更改：{title}", "Every change: {title}"),
    "edits-lead": Bilingual(
        "从来源文件到本馆文本，每一处更改都记录在此；逐一撤销，即得来源文件，一字节不差。各处更改的确切位置和来源文件本身，均可从数据页下载。",
        "Every change between the file as received and the text of this archive is recorded here; undoing them all gives back that file, byte for byte. Their exact places, and the file itself, can be downloaded from the data page.",
    ),
    "edits-rule": Bilingual("规则", "Rule"),
    "edits-count": Bilingual("处数", "Changes"),
    "edits-before": Bilingual("更改前字数", "Characters before"),
    "edits-after": Bilingual("更改后字数", "Characters after"),
    "edits-kept": Bilingual("照录", "Kept as received"),
    "edits-sum": Bilingual("合计", "Total"),
    "edits-was": Bilingual("原作", "Before"),
    "edits-is": Bilingual("今作", "After"),
    "edits-first": Bilingual("首见", "First in"),
    "edits-none": Bilingual("（略去）", "(left out)"),
    "edits-inserted": Bilingual("（补入）", "(added)"),
    "edits-web-page": Bilingual(
        "以下是文件前后的网页内容，不属于文件本身，仅作为还原来源文件的依据列出。",
        "These words of the web page stand before and after the document. They are not part of the policy and are shown only as evidence, so that the source file can be restored.",
    ),
    "edits-lines": Bilingual("来源文件第{first}—{last}行：{reason}", "Lines {first}–{last} of the source: {reason}"),
    "edits-line": Bilingual("来源文件第{first}行：{reason}", "Line {first} of the source: {reason}"),
    "reference-standard": Bilingual("GB/T 7714—2025", "GB/T 7714—2025"),
    "reference-section": Bilingual("引至某一节", "A section"),
    "reference-law": Bilingual("法学引注", "Legal footnote"),
    "reference-english": Bilingual("英文", "English"),
    "english-title-note": Bilingual("（本馆译名）", "(our translation of the title)"),
    **COPY_STRINGS,
    **DATA_STRINGS,
    **EDITION_STRINGS,
    **FINDING_STRINGS,
    **PERMANENT_STRINGS,
    **FRAME_STRINGS,
    **HOME_STRINGS,
    **ORIGINAL_STRINGS,
    **PICTURE_STRINGS,
    **POLICY_STRINGS,
    **LIST_STRINGS,
    **REPORT_STRINGS,
    **SEARCH_STRINGS,
    **READING_STRINGS,
    **STATUS_STRINGS,
}  # fmt: skip

CERTAINTIES: dict[Certainty, Bilingual] = {
    Certainty.CERTAIN: Bilingual("确定", "certain"),
    Certainty.PROBABLE: Bilingual("很可能", "probable"),
    Certainty.CONJECTURAL: Bilingual("推测", "conjectural"),
}
EMENDATION_KINDS: dict[EmendationKind, Bilingual] = {
    EmendationKind.DAMAGE: Bilingual("副本损坏", "damage to the copy"),
    EmendationKind.SLIP: Bilingual("疏误", "slip"),
}
MONTHS: dict[int, Bilingual] = {
    1: Bilingual("1月", "January"),
    2: Bilingual("2月", "February"),
    3: Bilingual("3月", "March"),
    4: Bilingual("4月", "April"),
    5: Bilingual("5月", "May"),
    6: Bilingual("6月", "June"),
    7: Bilingual("7月", "July"),
    8: Bilingual("8月", "August"),
    9: Bilingual("9月", "September"),
    10: Bilingual("10月", "October"),
    11: Bilingual("11月", "November"),
    12: Bilingual("12月", "December"),
}
LEVELS: dict[Level, Bilingual] = {
    Level.STATE: Bilingual("国家级", "state"),
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
    template = pick(STRINGS[key], language)
    return template.format(**nest_titles(template, values))


def pick(text: Bilingual, language: Language) -> str:
    """Return the text in this language."""
    words: str = getattr(text, language)  # a text has a field for each language, named by its code
    return words
