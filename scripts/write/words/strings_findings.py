"""Words of the pages about what was found: glossary, indicators, bodies, documents, topics, data."""

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import (
    Comparability,
    Direction,
    DocumentKind,
    OrganisationKind,
    Role,
    TargetKind,
    TermKind,
)

TARGETS = Bilingual("目标", "Targets")
BASELINES = Bilingual("基数（已达到）", "Baselines (already reached)")

FINDING_STRINGS: dict[str, Bilingual] = {
    "terms": Bilingual("术语", "Terms"),
    "term": Bilingual("术语", "Term"),
    "term-english": Bilingual("英译", "English"),
    "kind": Bilingual("类别", "Kind"),
    "meaning": Bilingual("释义", "Meaning"),
    "occurrences": Bilingual("出现处", "Occurrences"),
    "occurrences-of": Bilingual("全部出现处（{n}处）", "Every occurrence ({n})"),
    "full-form": Bilingual("全称", "Full form"),
    "other-forms": Bilingual("又作", "Also printed as"),
    "term-source": Bilingual("出处", "Origin"),
    "where": Bilingual("位置", "Where"),
    "in-context": Bilingual("上下文", "In context"),
    "our-definition": Bilingual("释义由本馆编者撰写。", "The definition is the editors' own."),
    "all-terms": Bilingual("全部术语", "All terms"),
    "terms-lead": Bilingual(
        "政策文件中不易理解的术语、口号和简称，共{n}条。释义除注明出处者外，均由本馆编者撰写；打开一条，可见它在各文件中的全部出现处。",
        "{n} terms, slogans and abbreviations that are hard to understand without explanation. Unless a source is named, the definitions are the editors' own; open an entry to see every occurrence in the policies.",
    ),
    "organisations": Bilingual("机构", "Organisations"),
    "organisation": Bilingual("机构", "Organisation"),
    "organisations-lead": Bilingual(
        "各文件提到的{n}个机构，名称以文件发布时为准。牵头、配合、负责取自各节末尾的责任分工。",
        "The {n} organisations that the policies name, under their names at the time. Which of them lead, support or are responsible is taken from the notes at the ends of sections.",
    ),
    "mentions": Bilingual("提及", "Mentions"),
    "mentions-of": Bilingual("全部提及处（{n}处）", "Every mention ({n})"),
    "printed-as": Bilingual("文件中作", "Printed as"),
    "became": Bilingual("沿革", "Later history"),
    "note": Bilingual("说明", "Note"),
    "organisation-doubt": Bilingual("全称或英译尚待核实。", "The full name or the English name has yet to be verified."),
    "all-organisations": Bilingual("全部机构", "All organisations"),
    "unresolved-names": Bilingual("未能确认的名称", "Names not identified"),
    "documents": Bilingual("引用文件", "Cited documents"),
    "documents-lead": Bilingual(
        "各文件引用的文件和本馆收录的文件，共{n}份，列明引用关系和贯彻关系。",
        "The {n} documents that the policies cite, the policies themselves included: which cites which, and which implements which.",
    ),
    "families": Bilingual("贯彻关系", "Implementation"),
    "families-lead": Bilingual(
        "各上级文件之下，列出贯彻它的文件。关系依据文件自述；文件未明言的，只列能够确知的。",
        "Each superior document is followed by those that implement it. The relations are those that the documents state, and others only where they are known for certain.",
    ),
    "all-documents": Bilingual("全部文件", "All documents"),
    "address": Bilingual("网址", "Address"),
    "text": Bilingual("正文", "Text"),
    "in-this-archive": Bilingual("本馆收录", "in this archive"),
    "document-doubt": Bilingual("部分著录事项尚待核实。", "Some of these particulars have yet to be verified."),
    "cited-by": Bilingual("引用处", "Cited by"),
    "cited-by-none": Bilingual("本馆各文件均未引用", "none of the policies in this archive"),
    "unresolved-citations": Bilingual("未能确认的引用", "Citations not identified"),
    "unresolved-lead": Bilingual(
        "以下标题或字号所指何件，本馆不能确知，故只列出，不作推测。",
        "It is not certain which documents these titles and numbers refer to; they are listed without guessing.",
    ),
    "indicators": Bilingual("指标", "Indicators"),
    "indicator": Bilingual("指标", "Indicator"),
    "indicators-lead": Bilingual(
        "各文件中的数字所衡量的指标共{n}项，按专题排列；定义除注明出处者外，均由本馆编者撰写。并列比较：",
        "The {n} indicators that the figures in the policies measure, by topic. Unless a source is named, the definitions are the editors' own. Compared side by side: ",
    ),
    "matrix": Bilingual("指标对照表", "Matrix of indicators"),
    "all-indicators": Bilingual("全部指标", "All indicators"),
    "topic": Bilingual("专题", "Topic"),
    "unit": Bilingual("单位", "Unit"),
    "direction": Bilingual("方向", "Direction"),
    "definition-source": Bilingual("定义来源", "Source of the definition"),
    "definition-ours": Bilingual("本馆编者撰写", "the editors' own"),
    "targets": TARGETS,
    "baselines": BASELINES,
    "baseline-sign": Bilingual("基数", "baseline"),
    "table-of": Bilingual("{name}：{kind}", "{name}: {kind}"),
    "measure": Bilingual("指标名称", "What is measured"),
    "year": Bilingual("年份", "Year"),
    "value": Bilingual("数值", "Value"),
    "quotation": Bilingual("原文", "Quotation"),
    "other-reading": Bilingual("（另一读法：{value}）", " (other reading: {value})"),
    "figure-said": Bilingual("{place}{year}年，{name}，{value}", "{place} {year}, {name}, {value}"),
    "figure-said-undated": Bilingual("{place}，{name}，{value}", "{place}, {name}, {value}"),
    "all-topics": Bilingual("全部专题", "All topics"),
    "topics": Bilingual("专题", "Topics"),
    "none": Bilingual("无", "none"),
    "responsible-line": Bilingual("责任分工", "Responsibility"),
    "targets-line": TARGETS,
    "baselines-line": BASELINES,
    "related-line": Bilingual("相关条目", "Related"),
    "more": Bilingual("详情", "More"),
    "data-lead": Bilingual(
        "本馆的全部数据都可以下载，中文页和英文页上的相同。取自文件的数据，每行都写明文件编号、位置和永久地址。CSV为UTF-8编码，带字节顺序标记；以等号等开头、会被误作公式的内容，前加单引号。使用Excel，请下载工作簿archive.xlsx。许可条件见",
        "All data of the archive can be downloaded; they are the same on Chinese and English pages. Every row taken from a policy names its policy and anchor and gives its permanent address. The CSV files are UTF-8 with a byte order mark; an apostrophe stands before what a spreadsheet would take for a formula. If you use Excel, take the workbook archive.xlsx. For the licences, see ",
    ),
    "data-rights": Bilingual("权利说明", "Rights"),
    "data-describes": Bilingual(
        "各表的机器可读说明（Frictionless数据包）；各表另附CSVW元数据",
        "description of the tables for machines (Frictionless data package); each table also has CSVW metadata beside it",
    ),
    "column": Bilingual("列", "Column"),
    "column-type": Bilingual("类型", "Type"),
    "rows-count": Bilingual("{n}行", "{n} rows"),
    "download": Bilingual("下载", "Download"),
    "data-policies": Bilingual("全部文件的目录数据（JSON）", "the list of policies (JSON)"),
    "data-workbook": Bilingual(
        "全部数据表（Excel工作簿），各列已定类型，可筛选",
        "all tables in one Excel workbook: every column typed, ready to filter",
    ),
    "data-policy-files": Bilingual(
        "各文件的全文、结构、全部更改和提取的信息（JSON），仅含正文、便于阅读和转换的Markdown（CommonMark规范，中文和英文），法律文献的标准格式Akoma Ntoso 3.0（中文、英文、中英对照），以及来源文件（原始字节）",
        "each policy in full: text, structure, every change, extracted information (JSON); the text alone, in Chinese and in English, to read or convert (Markdown, plain CommonMark); Akoma Ntoso 3.0, the standard format for legal documents, in Chinese, in English and side by side; and the source file, byte for byte as received",
    ),
    "data-llms": Bilingual("供语言模型阅读的指引：正文和数据在哪里，怎样引用（llms.txt，英文）", "a guide for language models: where the texts and data are, and how to cite (llms.txt)"),
    "data-tmx": Bilingual("中英对照的全部标题和段落（TMX 1.4b翻译记忆）", "every aligned title and paragraph (translation memory, TMX 1.4b)"),
    "data-tbx": Bilingual("全部术语（TBX-Basic术语库，第3版）", "all terms (termbase, TBX-Basic, version 3)"),
    "data-tbx-2": Bilingual("同上，第2版，多数翻译软件可读", "the same in version 2, which most translation tools read"),
    "data-sections": Bilingual("各节文本，每行一节（JSON Lines）", "the text of every section, one a line (JSON Lines)"),
}  # fmt: skip

TERM_KINDS: dict[TermKind, Bilingual] = {
    TermKind.ABBREVIATION: Bilingual("简称", "abbreviation"),
    TermKind.SLOGAN: Bilingual("口号", "slogan"),
    TermKind.CONCEPT: Bilingual("概念", "concept"),
    TermKind.METHOD: Bilingual("方法", "method"),
    TermKind.SYSTEM: Bilingual("制度", "system"),
    TermKind.PROGRAMME: Bilingual("工程、行动", "programme"),
    TermKind.AWARD: Bilingual("奖项、称号", "award or title"),
    TermKind.CERTIFICATION: Bilingual("认证、标志", "certification or mark"),
    TermKind.STRATEGY: Bilingual("战略", "strategy"),
}
ORGANISATION_KINDS: dict[OrganisationKind, Bilingual] = {
    OrganisationKind.GOVERNMENT: Bilingual("政府机关", "government"),
    OrganisationKind.PARTY: Bilingual("党的机关", "Party"),
    OrganisationKind.INSTITUTION: Bilingual("事业单位、院校", "institution"),
    OrganisationKind.ASSOCIATION: Bilingual("社会团体", "association"),
    OrganisationKind.COMPANY: Bilingual("企业", "company"),
}
DOCUMENT_KINDS: dict[DocumentKind, Bilingual] = {
    DocumentKind.LAW: Bilingual("法律", "law"),
    DocumentKind.REGULATION: Bilingual("行政法规", "administrative regulation"),
    DocumentKind.RULES: Bilingual("规章", "rules"),
    DocumentKind.DECISION: Bilingual("决定", "decision"),
    DocumentKind.OPINION: Bilingual("意见", "opinions"),
    DocumentKind.PLAN: Bilingual("规划、计划、方案", "plan"),
    DocumentKind.OUTLINE: Bilingual("纲要", "outline"),
    DocumentKind.NOTICE: Bilingual("通知", "notice"),
    DocumentKind.MEASURES: Bilingual("办法、措施", "measures"),
    DocumentKind.STANDARD: Bilingual("标准", "standard"),
}
ROLES: dict[Role, Bilingual] = {
    Role.LEAD: Bilingual("牵头", "Leads"),
    Role.SUPPORT: Bilingual("配合", "Supports"),
    Role.RESPONSIBLE: Bilingual("负责", "Responsible for"),
}
TARGET_KINDS: dict[TargetKind, Bilingual] = {
    TargetKind.TARGET: Bilingual("目标", "target"),
    TargetKind.BASELINE: Bilingual("基数（已达到）", "baseline (already reached)"),
}
DIRECTIONS: dict[Direction, Bilingual] = {
    Direction.UP: Bilingual("越高越好", "higher is better"),
    Direction.DOWN: Bilingual("越低越好", "lower is better"),
    Direction.NEUTRAL: Bilingual("无高下之分", "neither is better"),
}
COMPARABILITIES: dict[Comparability, Bilingual] = {
    Comparability.FULL: Bilingual("可以直接比较", "comparable as they are"),
    Comparability.LIMITED: Bilingual("比较时请注意", "Compare with care"),
    Comparability.NONE: Bilingual("不宜比较", "Not comparable"),
}
