"""Further faults in the glossary."""

from tests.seeded.corpus_told import INDICATORS, TERMS
from tests.seeded.seeds import Draft, Row
from tests.seeded.ways import add, double, drop, exchange, gone, half, put, say

BODIES, DOCUMENTS = "glossary/organisations.yml", "glossary/documents.yml"
PLACES, TOPICS = "glossary/places.yml", "glossary/topics.yml"
ENTRY = r"^- id: .*\n(?:  .*\n)*"


def stray_file(draft: Draft) -> None:
    draft.write("glossary/terms.yml.orig", draft.read(TERMS))


def link_out(draft: Draft) -> None:
    """A file of the glossary is not what it was, but a note that says where it went."""
    draft.write(PLACES, "../../places.yml\n")


ABOUT_TERMS: tuple[Row, ...] = (
    ("terms: meanings of two exchanged", "reads a wrong meaning", TERMS, exchange(r"  meaning:\n    zh: [^\n]*\n    en: (?P<x>[^\n]*)")),
    ("terms: Chinese meanings of two exchanged", "reads a wrong meaning", TERMS, exchange(r"  meaning:\n    zh: (?P<x>[^\n]*)")),
    ("terms: the agreed English of two exchanged", "translates wrongly", TERMS, exchange(r"^  en: (?P<x>[^\"\n]*)$")),
    ("terms: a headword in Traditional characters", "cannot find a term", TERMS, put(r"^(  zh: .*)质量", r"\g<1>質量")),
    ("terms: the English in Chinese", "does not understand", TERMS, put(r"^  en: .*$", "  en: 质量")),
    ("terms: a term twice", "finds a term twice", TERMS, double(ENTRY)),
    ("terms: a term gone", "finds no meaning", TERMS, drop(ENTRY)),
    ("terms: an id twice", "a page is overwritten", TERMS, say("- id: above-quota", "- id: above-designated-size")),
    ("terms: an id in Chinese", "an address breaks in a mail", TERMS, put(r"^- id: .*$", "- id: 质量")),
    ("terms: an id in capitals", "an address breaks on a server", TERMS, put(r"^- id: ([a-z])", r"- id: X\g<1>")),
    ("terms: a form of another term", "two terms claim one word", TERMS, put(r"^  forms: \[", "  forms: [规模以上, ")),
    ("terms: an unknown kind", "cannot sort", TERMS, put(r"^  kind: \w+$", "  kind: idea")),
    ("terms: a meaning of three pages", "reads no short meaning", TERMS, put(r"(  meaning:\n    zh: [^\n]*\n    en: )[^\n]*", r"\g<1>" + "It is good. " * 9)),
    ("terms: filler", "learns nothing", TERMS, put(r"(  meaning:\n    zh: [^\n]*\n    en: )[^\n]*", r"\g<1>A slogan. Quality policies use it to promote work.")),
    ("terms: American spelling", "sees another hand", TERMS, put(r"(  meaning:\n    zh: [^\n]*\n    en: )[^\n]*", r"\g<1>A center of labor.")),
    ("terms: pinyin with tones", "cannot find a term", TERMS, put(r"^  pinyin: .*$", "  pinyin: zhì liàng")),
    ("terms: a syllable of pinyin lost", "cannot find a term", TERMS, put(r"^(  pinyin: \w+) \w+", r"\g<1>")),
    ("terms: a source in one language", "does not understand", TERMS, drop(r"(?<=  source:\n)    zh: .*\n")),
    ("terms: bidirectional control in a meaning", "reads words in another order", TERMS, put(r"(  meaning:\n    zh: )", "\\g<1>\u202e")),
    ("terms: a mark of HTML in a meaning", "sees the works", TERMS, put(r"(  meaning:\n    zh: [^\n]*\n    en: )[^\n]*", r"\g<1><img src=x onerror=alert(1)>")),
    ("terms: cut in half", "misses half of the terms", TERMS, half),
    ("terms: a number as a headword", "finds no term", TERMS, put(r"^  zh: .*$", "  zh: 2018")),
    ("terms: a full form that is shorter", "learns nothing", TERMS, put(r"^  full: .*$", "  full: 限")),
)  # fmt: skip
ABOUT_INDICATORS: tuple[Row, ...] = (
    ("indicators: definitions of two exchanged", "compares what cannot be compared", INDICATORS, exchange(r"  definition:\n    zh: [^\n]*\n    en: (?P<x>[^\n]*)")),
    ("indicators: a definition in the wrong language", "does not understand", INDICATORS, put(r"(  definition:\n    zh: [^\n]*\n    en: )[^\n]*", r"\g<1>企业的数目。")),
    ("indicators: languages of a name exchanged", "does not understand", INDICATORS, put(r"(  name: )\{zh: ([^,]*), en: ([^}\"]*)\}", r"\g<1>{zh: \g<3>, en: \g<2>}")),
    ("indicators: an alias at two", "a figure is counted twice", INDICATORS, put(r"^    - 现代农业园区或农业综合体$", "    - 现代农业园区或农业综合体\n    - 国家A级物流企业")),
    ("indicators: an alias that no target has", "nothing by itself", INDICATORS, put(r"^  aliases:\n", "  aliases:\n    - 从来没有的指标\n")),
    ("indicators: an alias lost", "a figure has no measure", INDICATORS, drop(r"(?<=  aliases:\n)    - .*\n")),
    ("indicators: another topic", "finds a measure under another topic", INDICATORS, put(r"^  topic: \S+$", "  topic: weather")),
    ("indicators: comparable without a word", "compares what cannot be compared", INDICATORS, put(r"^  comparability: full$", "  comparability: limited")),
    ("indicators: comparable in full, with a word", "compares what cannot be compared", INDICATORS, put(r"^  comparability: limited$", "  comparability: full")),
    ("indicators: an unknown direction", "takes worse for better", INDICATORS, put(r"^  direction: up$", "  direction: better")),
    ("indicators: an id changed", "a cited page is gone", INDICATORS, say("- id: a-rated-logistics", "- id: a-logistics")),
    ("indicators: one gone", "a figure has no measure", INDICATORS, drop(ENTRY)),
    ("indicators: one that nothing measures", "sees an empty page", INDICATORS, add("- id: rainfall\n  name: {zh: 降雨量, en: rainfall}\n  aliases: [降雨量]\n  definition: {zh: 雨量。, en: Rain.}\n  unit: 毫米\n  direction: up\n  topic: environment\n  comparability: full\n")),
    ("indicators: a unit in another language", "does not understand", INDICATORS, put(r"^  unit: 家$", "  unit: firms")),
)  # fmt: skip
ABOUT_BODIES: tuple[Row, ...] = (
    ("bodies: languages of a name exchanged", "does not understand", BODIES, put(r"(  name: )\{zh: ([^,]*), en: ([^}\"]*)\}", r"\g<1>{zh: \g<3>, en: \g<2>}")),
    ("bodies: names of two exchanged", "asks the wrong office", BODIES, exchange(r"  name: \{zh: [^,]*, en: (?P<x>[^}\"]*)\}")),
    ("bodies: a form of another body", "asks the wrong office", BODIES, put(r"^  forms: \[中国科学院大学\]", "  forms: [中国科学院大学, 国务院]")),
    ("bodies: a form lost", "a place has no body", BODIES, put(r"^  forms: \[([^,\]]+), [^\]]*\]", r"  forms: [\g<1>]")),
    ("bodies: a place that is none", "finds a body nowhere", BODIES, put(r"^  place: \w+$", "  place: qingdao")),
    ("bodies: an unknown kind", "cannot sort", BODIES, put(r"^  kind: government$", "  kind: office")),
    ("bodies: the English of another city", "asks the wrong office", BODIES, put(r"en: Jinan ", "en: Yantai ")),
    ("bodies: a body of government called a company", "takes an office for a firm", BODIES, put(r"^  kind: government$", "  kind: company")),
    ("bodies: a body gone", "finds no body", BODIES, drop(ENTRY)),
    ("bodies: an id changed", "a cited page is gone", BODIES, say("- id: cn-pboc", "- id: cn-bank")),
    ("bodies: what became of one in one language", "does not understand", BODIES, drop(r"(?<=  became:\n)    zh: .*\n|(?<=  became: \{)zh: [^,]*, ")),
)  # fmt: skip
ABOUT_DOCUMENTS: tuple[Row, ...] = (
    ("documents: another number", "cites a wrong number", DOCUMENTS, put(r"(  number: .*〔\d{4}〕)\d+", r"\g<1>999")),
    ("documents: a year at odds with the number", "dates a document wrongly", DOCUMENTS, put(r'^  date: "20', '  date: "19')),
    ("documents: a date that does not exist", "dates a document wrongly", DOCUMENTS, put(r'^  date: "(\d{4})-.*"$', r'  date: "\g<1>-13-40"')),
    ("documents: two that implement each other", "is led in a circle", DOCUMENTS, add("- id: circle-a\n  title: {zh: 甲, en: A}\n  kind: plan\n  implements: [circle-b]\n  forms: [质量强市]\n- id: circle-b\n  title: {zh: 乙, en: B}\n  kind: plan\n  implements: [circle-a]\n  forms: [质量强省]\n")),
    ("documents: an unknown kind", "cannot sort", DOCUMENTS, put(r"^  kind: plan$", "  kind: idea")),
    ("documents: a form of another document", "is led to a wrong document", DOCUMENTS, put(r'^    - 气十条.*\n', '    - 气十条\n    - "《企业知识产权管理规范》"\n')),
    ("documents: one gone", "a citation has no document", DOCUMENTS, drop(ENTRY)),
    ("documents: an id changed", "a cited address is gone", DOCUMENTS, say("- id: gbt-29490", "- id: gbt29490")),
    ("documents: an address that is a script", "a link does harm", DOCUMENTS, put(r'^  url: ".*"$', '  url: "javascript:alert(1)"')),
    ("documents: a policy of the archive that is none", "is led nowhere", DOCUMENTS, put(r"^- policy: \S+$", "- policy: nowhere-2018")),
    ("documents: titles of two exchanged", "cites a wrong title", DOCUMENTS, exchange(r"  title: \{zh: [^,\n]*, en: (?P<x>[^}\"\n]*)\}")),
)  # fmt: skip
ABOUT_PLACES: tuple[Row, ...] = (
    ("places: a city in another province", "finds a city in the wrong province", PLACES, put(r"(- id: jinan\n(?:  .*\n)*?  within: )shandong", r"\g<1>zhejiang")),
    ("places: a place within itself", "is led in a circle", PLACES, put(r"(- id: hangzhou\n(?:  .*\n)*?  within: )\w+", r"\g<1>hangzhou")),
    ("places: a place within one that is none", "finds a city nowhere", PLACES, put(r"^  within: \w+$", "  within: nowhere")),
    ("places: a district within a state", "finds a district nowhere", PLACES, put(r"^  within: mianyang$", "  within: cn")),
    ("places: another level", "takes a city for a province", PLACES, put(r"^  level: city$", "  level: province")),
    ("places: names of two exchanged", "takes a city for another", PLACES, exchange(r"  name: \{zh: [^,]*, en: (?P<x>[^}]*)\}")),
    ("places: one gone", "finds a policy nowhere", PLACES, drop(r"- id: youxian\n(?:  .*\n)*")),
    ("places: a note in the place of the file", "finds nothing", "", link_out),
    ("topics of the glossary: languages exchanged", "does not understand", TOPICS, put(r"(  name: )\{zh: ([^,]*), en: ([^}\"]*)\}", r"\g<1>{zh: \g<3>, en: \g<2>}")),
    ("topics of the glossary: descriptions of two exchanged", "reads a wrong description", TOPICS, exchange(r"  description:\n    zh: [^\n]*\n    en: (?P<x>[^\n]*)")),
    ("topics of the glossary: a term by other words", "cannot know that it is the term", TOPICS, put(r"strong in quality", "of good quality")),
    ("topics of the glossary: one gone", "thinks that all are silent", TOPICS, drop(r"^- id: standards\n(?:  .*\n)*")),
    ("topics of the glossary: an empty word", "every place is of the topic", TOPICS, put(r"^  words: \[", '  words: ["", ')),
    ("topics of the glossary: a word that stands in no text", "finds nothing by it", TOPICS, put(r"^  words: \[", "  words: [从来没有的词, ")),
    ("topics of the glossary: gone", "finds no topic", TOPICS, gone),
    ("glossary: a file left over", "nothing by itself", "", stray_file),
)  # fmt: skip
FAMILIES = (
    ("terms.yml", ABOUT_TERMS),
    ("indicators.yml", ABOUT_INDICATORS),
    ("organisations.yml", ABOUT_BODIES),
    ("documents.yml", ABOUT_DOCUMENTS),
    ("places and topics", ABOUT_PLACES),
)
