"""Further faults in the English of the policies, as translators, editors and programs make them."""

import random
import re

import polib

from tests.seeded.corpus_told import PO
from tests.seeded.entries import clauses, entries, exchange_entries, reword, two_exchanged, words
from tests.seeded.seeds import Row
from tests.seeded.ways import add, drop, half, put, say


def last_sentence_gone(_: str, english: str, __: random.Random) -> str | None:
    sentences = re.split(r"(?<=\.) (?=[A-Z])", english)
    return " ".join(sentences[:-1]) if len(sentences) > 2 else None


def sentences_exchanged(_: str, english: str, __: random.Random) -> str | None:
    sentences = re.split(r"(?<=\.) (?=[A-Z])", english)
    if len(sentences) < 3:
        return None
    sentences[0], sentences[1] = sentences[1], sentences[0]
    return " ".join(sentences)


def clause_twice(found: list[str], chance: random.Random) -> list[str]:
    place = chance.randrange(1, len(found) - 1)
    return [*found[: place + 1], *found[place:]]


def last_clause_gone(found: list[str], _: random.Random) -> list[str]:
    return [*found[:-2], found[-1]]


def lose_comment(file: polib.POFile, chance: random.Random) -> None:
    """The translator's note of an entry is gone."""
    chance.choice([entry for entry in file if entry.comment or entry.tcomment]).tcomment = ""


def lose_chinese_note(file: polib.POFile, chance: random.Random) -> None:
    entry = chance.choice([entry for entry in file if "zh: " in entry.tcomment])
    entry.tcomment = entry.tcomment.partition("zh: ")[0].strip()


def make_fuzzy(file: polib.POFile, chance: random.Random) -> None:
    chance.choice([entry for entry in file if entry.msgstr]).flags.append("fuzzy")


def make_empty(file: polib.POFile, chance: random.Random) -> None:
    chance.choice([entry for entry in file if entry.msgstr]).msgstr = ""


def move_context(file: polib.POFile, chance: random.Random) -> None:
    """An entry is entered at another address."""
    chance.choice([entry for entry in file if re.search("p1$", entry.msgctxt or "")]).msgctxt += "9"


def repeat_entry(file: polib.POFile, chance: random.Random) -> None:
    """An entry stands twice, as a bad merge leaves it, the second with other words."""
    entry = chance.choice([entry for entry in file if len(entry.msgstr) > 60])
    file.append(polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=f"{entry.msgstr[:-1]} and so on."))


def repeat_former(file: polib.POFile, chance: random.Random) -> None:
    """A paragraph has the English of the one before it."""
    place = chance.randrange(8, len(file) - 1)
    file[place].msgstr = file[place - 1].msgstr


def shift(file: polib.POFile, _: random.Random) -> None:
    """From some paragraph on each has the English of the one before, as a slipped spreadsheet gives it."""
    translated = [entry.msgstr for entry in file]
    for place in range(20, len(file)):
        file[place].msgstr = translated[place - 1]


def put_aside(file: polib.POFile, chance: random.Random) -> None:
    """An entry that is needed is put aside as obsolete."""
    chance.choice([entry for entry in file if entry.msgstr]).obsolete = True


SENSE: tuple[Row, ...] = (
    ("the last sentence dropped", "misses a measure", PO, reword(last_sentence_gone, least=60)),
    ("the last clause but one dropped", "misses a measure", PO, reword(clauses(last_clause_gone, 7), least=80)),
    ("two clauses exchanged", "reads a wrong order", PO, reword(clauses(two_exchanged, 6), least=60)),
    ("two sentences exchanged", "reads a wrong order", PO, reword(sentences_exchanged, least=60)),
    ("a clause twice", "reads what stands once", PO, reword(clauses(clause_twice, 6), least=60)),
    ("and → or", "takes a duty for a choice", PO, reword(words(r" and (?=[a-z])", " or ", "和|及|与"))),
    ("should → must", "takes advice for a duty", PO, reword(words(r"\bshould\b|\bmay\b", "must"))),
    ("prohibit → permit", "reads the opposite", PO, reword(words(r"\b(?:prohibit\w*|ban|bans|banned|forbid\w*)\b", "permit"))),
    ("at most → at least", "takes a ceiling for a floor", PO, reword(words(r"\b(?:at most|no more than)\b", "at least"))),
    ("more than → less than", "reads the opposite", PO, reword(words(r"\b(?:more than|over|above|at least) (?=\d|RMB)", "less than ", "以上|超过|不低于|不少于"))),
    ("about lost", "takes a guess for a figure", PO, reword(words(r"\b(?:about|around|some|approximately) (?=\d)", "", "左右|约"))),
    ("by a year → from a year", "expects a goal too late", PO, reword(words(r"\b[Bb]y (?=20\d\d)", "From ", "到20"))),
    ("strengthen → weaken", "reads the opposite", PO, reword(words(r"\bstrengthen\b", "weaken", "加强|强化|增强"))),
    ("every → no", "reads the opposite", PO, reword(words(r"\b(?:every|each)\b", "no", "每|各|所有"))),
    ("first → last", "reads the opposite", PO, reword(words(r"\bfirst\b", "last", "第一|首|先"))),
    ("enterprises → governments", "asks the wrong one", PO, reword(words(r"\benterprises\b", "governments", "企业"))),
    ("city → province", "asks the wrong one", PO, reword(words(r"\bcity\b", "province", "全市|我市|城市"))),
    ("a city for another", "takes a city for another", PO, reword(words(r"\b(?:Jinan|Yantai|Hangzhou|Mianyang)\b", "Qingdao"))),
    ("a year for another, in words", "expects a goal too late", PO, reword(words(r"\b13th Five-Year\b|\b14th Five-Year\b", "12th Five-Year"))),
    ("a per cent more", "cites a wrong figure", PO, reword(words(r"\b(\d)(\d)%", r"\g<2>\g<1>%", "%"))),
    ("a percentage without its sign", "cites a wrong figure", PO, reword(words(r"(?<=\d)%", "", "%"))),
    ("a decimal point lost", "cites ten times a figure", PO, reword(words(r"(?<=\d)\.(?=\d)", "", r"\d\.\d"))),
    ("a number written in words changed", "cites a wrong figure", PO, reword(words(r"\b(?:three|four|five)\b", "nine", "[三四五345]"))),
    ("a currency for another", "cites a wrong figure", PO, reword(words(r"\bRMB\b|\byuan\b", "USD", "元"))),
    ("a unit for another", "cites a wrong figure", PO, reword(words(r"\b(?:mu|hectares|tonnes|kilometres|km|enterprises)\b(?= )", "acres", "亩|公顷|吨|公里"))),
    ("a comparison turned", "reads the opposite", PO, reword(words(r"\bhigher\b|\bbetter\b", "lower"))),
    ("exceed → fall below", "reads the opposite", PO, reword(words(r"\bexceed\b|\bexceeding\b", "fall below", "超过|突破"))),
    ("reach → remain below", "reads the opposite", PO, reword(words(r"\breach\b", "remain below", "达到"))),
    ("the body that leads for another", "asks the wrong office", PO, reword(words(r"\bState Council\b|\bCPC Central Committee\b", "Ministry of Commerce"))),
    ("a document number for another", "cites a wrong number", PO, reword(words(r"\[2018\] No\. \d+|\[201\d\] No\. \d+", "[2018] No. 3"))),
)  # fmt: skip
TERMS: tuple[Row, ...] = (
    ("an agreed term by other words", "cannot know that it is the term", PO, reword(words(r"quality improvement", "betterment of goods", "质量提升"))),
    ("a slogan without its Chinese", "cannot find the slogan", PO, reword(words(r" \([一-龥]{4,}\)", ""))),
    ("a slogan with other Chinese", "quotes what is not there", PO, reword(words(r"\(([一-龥]{3,})[一-龥]\)", r"(\g<1>某)"))),
    ("a document's title by other words", "cannot know the document", PO, reword(words(r"Made in China 2025", "China's manufacturing plan"))),
    ("Pinyin in the place of English", "does not understand", PO, reword(words(r"\bquality\b", "zhiliang", "质量"))),
    ("an abbreviation that nobody knows", "does not understand", PO, reword(words(r"\bsmall and medium-sized enterprises\b|\bintellectual property\b|\bresearch and development\b", "QIQC"))),
    ("a title in lower case", "sees another hand", PO, reword(words(r"\b(?:Action Plan|Outline|Opinions|Plan)\b", "plan of action"))),
)  # fmt: skip
HAND: tuple[Row, ...] = (
    ("a doubled word", "stumbles", PO, reword(words(r"\b([a-z]{4,}) (?=[a-z])", r"\g<1> \g<1> "))),
    ("two blanks", "stumbles", PO, reword(words(r"(?<=[a-z]) (?=[a-z])", "  "))),
    ("a blank before a comma", "stumbles", PO, reword(words(r",", " ,"))),
    ("no blank behind a comma", "stumbles", PO, reword(words(r", (?=[a-z])", ","))),
    ("a blank at the end", "nothing by itself; two texts differ", PO, reword(lambda _, en, __: f"{en} ")),
    ("a blank at the beginning", "sees a paragraph set in", PO, reword(lambda _, en, __: f" {en}")),
    ("the full stop lost", "thinks that more follows", PO, reword(lambda zh, en, _: en[:-1] if en.endswith(".") and zh.endswith("。") else None)),
    ("a full stop behind a heading", "sees another hand", PO, reword(lambda _, en, __: None if en.endswith(".") else f"{en}.", heading=True)),
    ("a small letter at the beginning", "thinks that something is missing", PO, reword(lambda _, en, __: en[0].lower() + en[1:], least=30)),
    ("two full stops", "stumbles", PO, reword(words(r"\.(?= [A-Z])", ".."))),
    ("a comma before a full stop", "stumbles", PO, reword(words(r"\.$", ",."))),
    ("a semicolon for a full stop at the end", "thinks that more follows", PO, reword(words(r"\.$", ";", "。$"))),
    ("a misspelt word", "stumbles", PO, reword(words(r"\bdevelopment\b", "developement"))),
    ("a letter lost", "stumbles", PO, reword(words(r"\bgovernment\b|\benvironment\b", "goverment"))),
    ("a wrong article", "stumbles", PO, reword(words(r"\ban (?=[aeiou])", "a "))),
    ("a full-width digit", "cannot find a number", PO, reword(words(r"2020", "２０２０"))),
    ("a full-width bracket", "sees another hand", PO, reword(words(r"\(", "（"))),
    ("a Chinese full stop", "sees another hand", PO, reword(words(r"\.$", "。"))),
    ("a Chinese list comma", "sees another hand", PO, reword(words(r", (?=[a-z])", "、"))),
    ("a no-break blank", "cannot find two words", PO, reword(words(r" (?=[a-z])", "\u00a0"))),
    ("a soft hyphen", "cannot find a word", PO, reword(words(r"(?<=stand)(?=ard)", "\u00ad"))),
    ("a Greek letter", "cannot find a word", PO, reword(words(r"(?<=[a-z])o(?=[a-z])", "\u03bf"))),
    ("a ligature", "cannot find a word", PO, reword(words(r"fi(?=[a-z])", "\ufb01"))),
    ("a control character", "a file breaks", PO, reword(words(r" (?=[a-z])", "\x0b"))),
    ("a replacement character", "cannot tell what stood there", PO, reword(words(r"’|'", "\ufffd"))),
    ("words twice decoded", "sees nonsense", PO, reword(words("“", "â€œ"))),
    ("an HTML mark", "sees the works", PO, reword(words(r"\bquality\b", "<b>quality</b>"))),
    ("an HTML entity", "sees the works", PO, reword(words(r" and (?=[a-z])", " &amp; "))),
    ("a link in Markdown", "is led to a stranger", PO, reword(words(r"\benterprises\b", "[enterprises](https://x.example)"))),
    ("bold in Markdown", "sees the works", PO, reword(words(r"\bquality\b", "**quality**"))),
    ("a line to be done", "sees the works", PO, reword(lambda _, en, __: f"TODO: {en}", least=30)),
    ("a translator's question", "sees the works", PO, reword(lambda _, en, __: f"{en} [check this]", least=30)),
    ("a machine's preface", "sees the works", PO, reword(lambda _, en, __: f"Here is the translation: {en}", least=30)),
    ("an untranslated paragraph", "does not understand", PO, reword(lambda zh, _, __: zh, least=30)),
    ("a paragraph of another policy", "reads the words of another city", PO, reword(lambda _, __, ___: "By 2020 the quality of supply in the whole city will have improved visibly.", least=60)),
    ("a signature left in", "sees the works", PO, reword(lambda _, en, __: f"{en} – translated by A. Smith", least=30)),
    ("a dash of another kind", "sees another hand", PO, reword(words(r"(?<=[a-z])-(?=[a-z])", "\u2010"))),
    ("a quotation mark turned", "stumbles", PO, reword(words("“", "”"))),
    ("American date", "takes a month for a day", PO, reword(words(r"\b20(\d\d)\b", r"6/1/20\g<1>"))),
    ("an address of a web page", "is led to a stranger", PO, reword(lambda _, en, __: f"{en} See https://x.example/.", least=30)),
)  # fmt: skip
FILE: tuple[Row, ...] = (
    ("a translator's note gone", "does not learn of a choice", PO, entries(lose_comment)),
    ("the Chinese of a note gone", "does not understand a note", PO, entries(lose_chinese_note)),
    ("an entry marked as not current", "misses a paragraph", PO, entries(make_fuzzy)),
    ("an entry emptied", "misses a paragraph", PO, entries(make_empty)),
    ("an entry at another address", "misses a paragraph", PO, entries(move_context)),
    ("an entry twice", "reads one of two versions", PO, entries(repeat_entry)),
    ("the English of the paragraph before", "reads words twice", PO, entries(repeat_former)),
    ("all English one place on", "reads the words of another place", PO, entries(shift)),
    ("an entry put aside", "misses a paragraph", PO, entries(put_aside)),
    ("en.po cut in half", "misses half of a policy", PO, half),
    ("marks of a merge in en.po", "sees the works", PO, put(r'^msgctxt "s2"$', '<<<<<<< ours\nmsgctxt "s2"')),
    ("en.po in another encoding", "sees nonsense", PO, lambda data, _: data.decode("utf-8").encode("utf-16")),
    ("a header of another encoding", "sees nonsense", PO, say("charset=UTF-8", "charset=ISO-8859-1")),
    ("a line behind the end", "nothing by itself", PO, add('msgstr "x"\n')),
    ("a quotation mark of a line lost", "a program ends in an error", PO, put(r'^"(.*)"$', r'"\g<1>')),
    ("a context lost", "misses a paragraph", PO, drop(r'^msgctxt "s\d-\d-p1"\n')),
    ("two cells exchanged", "reads the figures of another row", "policies/youxian-2023/en.po", exchange_entries(r"^t1-r\d+-p\d$")),
    ("two deep headings exchanged", "is led to another section", PO, exchange_entries(r"^s\d-\d-\d$")),
    ("two part headings exchanged", "is led to another part", PO, exchange_entries(r"^s\d$")),
    ("two short paragraphs exchanged", "reads the words of another place", PO, exchange_entries(r"-p2$")),
)  # fmt: skip
FAMILIES = (
    ("sense of the English", SENSE),
    ("terms in the English", TERMS),
    ("hand of the English", HAND),
    ("en.po", FILE),
)
