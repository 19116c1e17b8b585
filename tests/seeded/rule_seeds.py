"""For every rule of the checks a fault that it alone catches: in the invented corpus, in the tree of a policy, in a small site."""

import hashlib
import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import polib

from scripts.model.edits import Alignment
from scripts.model.policy import Edit, Policy, Section
from scripts.model.vocabulary import Rule
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from tests.seeded.entries import WIDTH, entries, inside, reword, source, words
from tests.seeded.seeds import Draft, Spoil, Way, at
from tests.seeded.ways import add, before, drop, gone, on_text, put, say

RuleRow: TypeAlias = "tuple[str, str, Way | Spoil]"
"""Rule, the files of the invented corpus of which one is spoilt, and how."""
CITY = "policies/moxiang-2031"
PO, FACTS, NOTES = f"{CITY}/en.po", f"{CITY}/policy.yml", f"{CITY}/emendations.yml"
AIMS, HISTORY, FIGURES = f"{CITY}/targets.yml", f"{CITY}/history.yml", f"{CITY}/figures_en.yml"
TERMS, DOCUMENTS = "glossary/terms.yml", "glossary/documents.yml"
LAST = "营造人人重视质量的氛围"
"""Words of the text, on the last line but one of the source, in which no figure, term or body stands."""

UNBOUND = (
    "Quality Month will be used for publicity, so that everybody comes to value quality, at least in the years that follow "
    "and 3 times among people who live in Moxiang and come to see it, for 2 years or more."
)
"""One of two least values has no bound near it."""

MOVED = "Quality Month will be used for publicity, so that everybody comes to value quality, from 1 July."
"""Day and month are exchanged, so that no number is lost."""


def retell(new: str, english: str = "") -> Spoil:
    """Return what has a text say other words, and its translation follow them, as after a correction."""

    def spoil(draft: Draft) -> None:
        source(inside(LAST, new))(draft)
        file = polib.pofile(draft.text(PO), wrapwidth=WIDTH)
        entry = next(entry for entry in file if LAST in entry.msgid)
        entry.msgid, entry.msgstr = entry.msgid.replace(LAST, new), english or entry.msgstr
        draft.write(PO, str(file))

    return spoil


def correct(anchor: str, quote: str, field: str) -> Way:
    """Return what has targets.yml say another thing of a figure."""
    reason = "reason: {zh: 照录。, en: As it stands.}"
    return on_text(
        lambda text, _: (
            f"{without(text, quote)}- action: mend\n  anchor: {anchor}\n  quote: {quote}\n  {field}\n  {reason}\n"
        )
    )


def without(text: str, quote: str) -> str:
    """Return targets.yml without what it says of a figure."""
    return "".join(row for row in re.split(r"^(?=- )", text, flags=re.MULTILINE) if quote not in row)


def other_value(draft: Draft) -> None:
    """A figure has the value of its neighbour, and the words of both are quoted for it."""
    at(AIMS, correct("s2-1-1-p1", "制定地方标准20项", "value: 3"))(draft)
    quote = '"20 local standards'
    draft.write(FIGURES, draft.text(FIGURES).replace(f'{quote}"', f'{quote} and create three"'))


def turn_pairs(text: str, _: random.Random) -> str:
    """Four times two neighbours of a list are exchanged."""
    for one, other in (("t1-p1", "t1-p2"), ("t1-r1-p1", "t1-r1-p2"), ("t1-r2-p1", "t1-r2-p2"), ("box1-1", "box1-1-p1")):
        text = text.replace(f"\n{one}\n{other}\n", f"\n{other}\n{one}\n")
    return text


def turn_entries(text: str, _: random.Random) -> str:
    """The last entry of a file stands first."""
    entries = re.split(r"^(?=- id)", text, flags=re.MULTILINE)
    return "".join((entries[0], entries[-1], *entries[1:-1]))


def renumber(draft: Draft) -> None:
    """The last item of a part has the number after the next, and its translation stands at that address."""
    source(inside(r"^\(二\)加强宣传", "(三)加强宣传"))(draft)
    draft.write(PO, draft.text(PO).replace('msgctxt "s3-2', 'msgctxt "s3-3'))


def add_original(draft: Draft) -> None:
    """A policy is said to come from a web page, which has other words than its text."""
    page = "<html><body><p>护堤和查堤由沿岸各镇负责。</p></body></html>\n"
    draft.write(f"{CITY}/source.html", page)
    record = f"{{format: html, sha256: {hashlib.sha256(page.encode()).hexdigest()}, program: html 1}}"
    draft.write(
        FACTS, re.sub(r"^(  sha256: .*)$", rf"\g<1>\n  original: {record}", draft.text(FACTS), flags=re.MULTILINE)
    )


def add_label(draft: Draft) -> None:
    """A paragraph begins with a number of which no rule knows, in the translation too."""
    source(inside(r"^各县\(区\)要", "Ⅲ、各县(区)要"))(draft)
    draft.write(PO, draft.text(PO).replace('"各县（区）要', '"Ⅲ、各县（区）要'))


def foreign_entry(file: polib.POFile, _: random.Random) -> None:
    file.append(polib.POEntry(msgctxt="s9", msgid="其他", msgstr="Others"))


CORPUS: tuple[RuleRow, ...] = (
    ("address", "addresses.txt", add("nonsense\n")),
    ("address-altered", "addresses.txt", put(r"^sealed [0-9a-f]{4}", "sealed 0000")),
    ("address-gone", "redirects.txt", drop(r"^term lanting-mingpin .*\n")),
    ("address-new", TERMS, add("- id: zhiliangyue\n  zh: 质量月\n  en: Quality Month\n  kind: concept\n  meaning: {zh: 以质量为题的月份。, en: A month for quality.}\n  pinyin: zhi liang yue\n")),
    ("alias", "glossary/indicators.yml", say("aliases: [农产品加工产值与农业产值之比]", "aliases: [农产品加工产值与农业产值之比, 宣传]")),
    ("anchor", f"{CITY}/anchors.txt", add("s2--3\n")),
    ("anchor-gone", f"{CITY}/anchors.txt", add("s98-p1\n")),
    ("anchor-new", f"{CITY}/anchors.txt", drop(r"^s3-1-p1\n")),
    ("anchor-order", f"{CITY}/anchors.txt", on_text(turn_pairs)),
    ("body", "glossary/organisations.yml", put(r"kind: government", "kind: institution")),
    ("brackets", "", retell("营造“人人重视质量的氛围")),
    ("character", TERMS, say("以质量取胜的城市", "以质量取胜的\u202e城市")),
    ("damage", "", retell("营造****重视质量的氛围")),
    ("described", FACTS, say('date: "2031-03-09"', 'date: "2031-03-10"')),
    ("document", DOCUMENTS, say("implements: [lanting-outline]", "implements: [nowhere]")),
    ("edition-new", HISTORY, add('- edition: 4\n  date: "2032-02-01"\n  kind: corrected\n  what: {zh: 略。, en: Some.}\n  why: {zh: 略。, en: Some.}\n')),
    ("emendation", NOTES, say("- line: 21", "- line: 20")),
    ("empty", TERMS, say("forms: [质量强省]", 'forms: [质量强省, ""]')),
    ("encoding", "redirects.txt", lambda data, _: data + b"# \xff\n"),
    ("english-beginning", PO, reword(words("Quality Month will", "quality Month will"))),
    ("english-bodies", PO, reword(words("Municipal Commerce Bureau", "Municipal Trade Office"))),
    ("english-bounds", "", retell(f"{LAST}，至少3次且至少2年", UNBOUND)),
    ("english-chinese", PO, reword(words("with care", "with 认真"))),
    ("english-dates", "", retell(f"{LAST}，自1月7日起", MOVED)),
    ("english-documents", "policies/yunting-2032/en.po", reword(words(r"\[2031\] No\. 7", "2031, No. 7"))),
    ("english-end", PO, reword(words(r"settle major matters\.", "settle major matters"))),
    ("english-glosses", PO, reword(words(r"in Quality( \(Lanzhengfa.*?\)) and to speed up the building of a city strong in quality \(质量强市\)", r"in Quality\g<1> (质量强市) and to speed up the building of a city strong in quality"))),
    ("english-length", PO, reword(words("Moxiang will put quality and .*", "Moxiang puts quality first, by companies, standards and manufacturing."), least=24)),
    ("english-lists", "", retell("营造甲、乙、丙、丁、戊、己、庚的质量氛围")),
    ("english-marks", PO, reword(words("with care", "“with care"))),
    ("english-negation", "", retell("人人重视质量不高")),
    ("english-numbers", "", retell("人人重视3项质量")),
    ("english-promise", "", retell("应当由人人重视质量")),
    ("english-quotation", "", retell("营造“人人重视质量”的氛围")),
    ("english-same", PO, reword(words("Anticipatory", "Expected"))),
    ("english-sentences", "", retell("重视质量。人人重视质量", "Quality Month will be used for publicity. Value it. Use it. See it. Everybody comes to value quality. Keep it so.")),
    ("english-setting", PO, reword(words("Quality Month", "Quality  Month"))),
    ("english-spelling", PO, reword(words("a system of joint meetings", "a system of organised joint meetings"))),
    ("english-terms", PO, reword(words("closed-loop management", "good order"))),
    ("english-wording", "", retell("营造人人重视品牌的氛围")),
    ("english-words", PO, reword(words("settle major", "settlle major"))),
    ("extraction", "", add_original),
    ("field", "glossary/indicators.yml", say("direction: neutral", "direction: sideways")),
    ("figure", FIGURES, say("at least 95%", "about 95%")),
    ("filler", TERMS, say("A city that succeeds by quality.", "A city. Quality policies use it to promote work.")),
    ("form", TERMS, say("forms: [质量强省]", "forms: [质量强省, 从来没有的词]")),
    ("history", HISTORY, say("- edition: 3", "- edition: 5")),
    ("history-altered", HISTORY, say("供公众阅读和引用", "供公众阅读")),
    ("indicator", "glossary/indicators.yml", say("aliases: [首席质量官]", "aliases: [首席官]")),
    ("label", "", add_label),
    ("layout", "policies/yunting-2032/layout.yml", say("to: 14", "to: 99")),
    ("missing-field", TERMS, drop(r"^  kind: certification\n")),
    ("missing-file", "policies/yunting-2032/emendations.yml", gone),
    ("numbering", "", renumber),
    ("order", TERMS, on_text(turn_entries)),
    ("original", "", lambda draft: draft.write(f"{CITY}/source.pdf", "%PDF-1.4")),
    ("outdated", PO, entries(foreign_entry)),
    ("pinyin", TERMS, say("pinyin: bi huan guan li", "pinyin: bi huan guan lu")),
    ("place", "glossary/places.yml", add("- id: jinan\n  name: {zh: 济南市, en: Jinan}\n  level: city\n  within: lanting\n")),
    ("po", PO, add('\nmsgctxt "s1"\nmsgid "总体要求"\nmsgstr "x"\n')),
    ("proposed", FACTS, add("# proposed: look at it\n")),
    ("published", f"{CITY}/published.jsonl", add("{}\n")),
    ("redirect", "redirects.txt", add("term bihuan-guanli -> lanting-jingpin\n")),
    ("script", "", retell("營造人人重视质量的氛围")),
    ("sha256", FACTS, say("9e516c90", "00516c90")),
    ("size", TERMS, say("en: Outline for Building a", "en: Outline" + " of Lanting in Quality" * 500 + " for Building a")),
    ("status", FACTS, add("goals:\n  - {year: 2035, anchor: s1-3-p1, quote: 到2034年}\n")),
    ("target", AIMS, say("quote: 制定地方标准20项", "quote: 制定地方标准21项")),
    ("target-change", AIMS, correct("s2-1-2-p1", "农产品加工产值与农业产值之比达到35∶1", "change: increase")),
    ("target-comparator", AIMS, correct("s2-1-1-p1", "制定地方标准20项", 'comparator: ">="')),
    ("target-indicator", AIMS, correct("s1-3-p1", "服务质量满意度达到85分", "indicator: manufacturing-growth")),
    ("target-name", AIMS, correct("s2-1-1-p1", "制定地方标准20项", "name: 某某某\n  indicator: local-standards")),
    ("target-unit", AIMS, correct("s2-1-2-p1", "农产品加工产值与农业产值之比达到35∶1", "unit: 吨")),
    ("target-value", "", other_value),
    ("target-year", AIMS, correct("s2-1-1-p1", "制定地方标准20项", "year: 2036")),
    ("text-chinese", TERMS, say("解决问题全程", "解决问题全程的的")),
    ("text-ends", TERMS, say("A city that succeeds by quality.", "A city that succeeds by quality")),
    ("text-english", TERMS, say("A city that succeeds", "A city that  succeeds")),
    ("text-language", TERMS, say("zh: 企业中对质量负总责的人。", "zh: 企业质量负责人 answers for all。")),
    ("text-length", TERMS, put("A way of managing in which [^}]*", "A way.")),
    ("text-meaning", "glossary/topics.yml", say("en: Measures to improve the quality of products.", "en: Brands of the market for food and farms.")),
    ("text-numbers", TERMS, say("A city that succeeds by quality.", "A city that succeeds by quality in 1999.")),
    ("text-words", TERMS, say("A city that succeeds", "A city that suceeds")),
    ("topic", f"{CITY}/topics.yml", say("services: [s2-2]", "services: [s9-9]")),
    ("topic-words", f"{CITY}/topics.yml", say("services: [s2-2]", "services: [s3-1]")),
    ("unknown-field", TERMS, say("  pinyin: bi huan guan li", "  pinyin: bi huan guan li\n  colour: red")),
    ("unknown-file", "", lambda draft: draft.write(f"{CITY}/notes.txt", "x")),
    ("words-changed", PO, reword(words("with care", "with diligence"))),
    ("yaml", HISTORY, add("- [\n")),
)  # fmt: skip


def alter_text(policy: Policy) -> Policy:
    """A character of the text is another, which no edit says."""
    return replace(policy, text=policy.text.replace("墨", "某", 1))


def add_empty_edit(policy: Policy) -> Policy:
    """An edit says that it changed nothing."""
    return replace(policy, edits=(Edit(0, 0, "", "", Rule.LAYOUT), *policy.edits))


def drop_block(policy: Policy) -> Policy:
    """The last section has lost its block."""
    return replace(policy, sections=(*policy.sections[:-1], without_blocks(policy.sections[-1])))


def without_blocks(section: Section) -> Section:
    return section._replace(blocks=())


def leave_half_width(policy: Policy) -> Policy:
    """A comma is left as it was received, and no edit says otherwise."""
    edit = next(e for e in policy.edits if (e.before, e.after) == (",", "，"))
    place = Alignment(policy.edits).starts[policy.edits.index(edit)]
    text = f"{policy.text[:place]},{policy.text[place + 1 :]}"
    return replace(policy, text=text, edits=tuple(other for other in policy.edits if other is not edit))


def read_page_line(_: Policy) -> Policy:
    """Between the lines of a document stands one that says whose page it is."""
    return read_policy(read_source("一、总体要求\n版权所有\n二、主要措施\n抓好落实。\n".encode(), "x"))[0]


TREE: tuple[tuple[str, Callable[[Policy], Policy]], ...] = (
    ("undo", alter_text),
    ("edit-order", add_empty_edit),
    ("tiling", drop_block),
    ("half-width", leave_half_width),
    ("page-line", read_page_line),
)
"""Rule, and how what was read is spoilt: no file can do this, only a fault of the program; or another text is read."""
ZH = "policies/hangzhou-2018/index.html"
END = "</article>"
SITE: tuple[RuleRow, ...] = (
    ("address", ZH, before(END, '<a href="javascript:alert(1)">.</a>')),
    ("alt", ZH, before(END, '<img src="../../assets/favicon.svg">')),
    ("anchor", ZH, say(' id="s1-1-p1"', "")),
    ("damage", ZH, before(END, "<p>\ufffd</p>")),
    ("data", "data/targets.csv", put(r"^(hangzhou-2018,.*),%,", r"\g<1>,‰,")),
    ("dead-anchor", ZH, before(END, '<a href="#s99">.</a>')),
    ("dead-id", ZH, before(END, '<label for="nothing">.</label>')),
    ("dead-link", ZH, before(END, '<a href="nowhere/">.</a>')),
    ("dead-load", ZH, before(END, '<img alt="" src="nothing.png">')),
    ("element", ZH, before(END, "<iframe></iframe>")),
    ("form", "data/policies.json", add("}")),
    ("frame", ZH, before("</footer>", "<p>某</p>")),
    ("head", ZH, say("<title>", "<title>新")),
    ("host", ZH, before(END, '<img alt="" src="https://cdn.example/a.png">')),
    ("id", ZH, before(END, '<p id="这里"></p>')),
    ("inline", ZH, before(END, '<p onclick="alert(1)">.</p>')),
    ("lang", ZH, before(END, '<p lang="fr">.</p>')),
    ("map", "robots.txt", add("Disallow: /\n")),
    ("package", "data/datapackage.json", say('"bytes": ', '"bytes": 1')),
    ("policy", ZH, say("default-src 'none'", "default-src *")),
    ("program", "data/worksheets/hangzhou-2018.js", add("\nalert(1)")),
    ("source", "data/policies/hangzhou-2018/source.txt", add("\n")),
    ("text", ZH, before('</p>\n<h3 id="s1-2">', "。")),
)
"""Rule, and how a page or a file of the site is spoilt."""
ALONE: tuple[RuleRow, ...] = (
    ("language", "", lambda draft: draft.write("a.html", draft.read("index.html"))),
    ("unreadable", "index.html", add("\0")),
    ("differs", "index.html", add(" ")),
    ("foreign-file", "", lambda draft: draft.write("a.txt", "x")),
    ("missing-file", "en/index.html", gone),
)
"""Rule, and how a site of two pages is spoilt."""
PAGES = {
    "index.html": '<!doctype html><html lang="zh-Hans"><p>.</p></html>',
    "en/index.html": '<!doctype html><html lang="en"><p>.</p></html>',
}


def folder_for_file(root: Path) -> None:
    """A folder stands where a file must."""
    (root / "corpus/redirects.txt").unlink()
    (root / "corpus/redirects.txt").mkdir()


def deep_page(root: Path) -> None:
    """A page written by hand is set in without end."""
    for language in ("zh", "en"):
        page = root / f"docs/{language}/about/index.md"
        page.parent.mkdir(parents=True)
        page.write_text("# Title {#title}\n\n" + ">" * 200 + " deep\n", encoding="utf-8")


HAND: tuple[tuple[str, Callable[[Path], None]], ...] = (("file", folder_for_file), ("markdown", deep_page))
"""Rule, and how a project is spoilt in what is no file of the corpus."""
