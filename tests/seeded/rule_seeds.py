"""For every rule of the checks a fault that it alone catches: in the invented corpus, in the tree of a policy, in a small site."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import polib

from scripts.model.edits import Alignment
from scripts.model.policy import Edit, Policy, Section
from scripts.model.vocabulary import Rule
from tests.seeded.entries import WIDTH, entries, inside, reword, source, words
from tests.seeded.seeds import Draft, Spoil, Way
from tests.seeded.ways import add, drop, gone, say

RuleRow: TypeAlias = "tuple[str, str, Way | Spoil]"
"""Rule, the files of the invented corpus of which one is spoilt, and how."""
CITY = "policies/moxiang-2031"
PO, FACTS, NOTES = f"{CITY}/en.po", f"{CITY}/policy.yml", f"{CITY}/emendations.yml"
AIMS, HISTORY, FIGURES = f"{CITY}/targets.yml", f"{CITY}/history.yml", f"{CITY}/figures_en.yml"
TERMS, DOCUMENTS = "glossary/terms.yml", "glossary/documents.yml"
LAST = "营造人人重视质量的氛围"
"""Words of the text, on the last line but one of the source, in which no figure, term or body stands."""


def retell(new: str, english: str = "") -> Spoil:
    """Return what has a text say other words, and its translation follow them, as after a correction."""

    def spoil(draft: Draft) -> None:
        source(inside(LAST, new))(draft)
        file = polib.pofile(draft.text(PO), wrapwidth=WIDTH)
        entry = next(entry for entry in file if LAST in entry.msgid)
        entry.msgid, entry.msgstr = entry.msgid.replace(LAST, new), english or entry.msgstr
        draft.write(PO, str(file))

    return spoil


def renumber(draft: Draft) -> None:
    """The last item of a part has the number after the next, and its translation stands at that address."""
    source(inside(r"^\(二\)加强宣传", "(三)加强宣传"))(draft)
    draft.write(PO, draft.text(PO).replace('msgctxt "s3-2', 'msgctxt "s3-3'))


def lose_entry(file: polib.POFile, _: random.Random) -> None:
    file.remove(next(entry for entry in file if entry.msgctxt == "s3-1-p1"))


def foreign_entry(file: polib.POFile, _: random.Random) -> None:
    file.append(polib.POEntry(msgctxt="s9", msgid="其他", msgstr="Others"))


CORPUS: tuple[RuleRow, ...] = (
    ("anchor", f"{CITY}/anchors.txt", add("s2--3\n")),
    ("anchor-gone", f"{CITY}/anchors.txt", add("s98-p1\n")),
    ("anchor-new", f"{CITY}/anchors.txt", drop(r"^s3-1-p1\n")),
    ("brackets", "", retell("营造“人人重视质量的氛围")),
    ("damage", "", retell("营造****重视质量的氛围")),
    ("document", DOCUMENTS, say("implements: [lanting-outline]", "implements: [nowhere]")),
    ("edition-new", HISTORY, add('- edition: 4\n  date: "2032-02-01"\n  kind: corrected\n  what: {zh: 略, en: Some.}\n  why: {zh: 略, en: Some.}\n')),
    ("emendation", NOTES, say("- line: 21", "- line: 20")),
    ("english-chinese", PO, reword(words("with care", "with 认真"))),
    ("english-length", PO, reword(words("Moxiang will put quality and .*", "Quality and standards lead."), least=24)),
    ("english-marks", PO, reword(words("with care", "“with care"))),
    ("english-negation", "", retell("不得忽视质量")),
    ("english-numbers", PO, reword(words(r"No\. 7, 9 March", "No. 8, 9 March"))),
    ("english-sentences", "", retell("重视质量。人人重视质量", "Use the month. Value it. Value it all. Value quality. Value it more. Value quality always.")),
    ("english-spelling", PO, reword(words("to become better", "to center and become better"))),
    ("english-terms", PO, reword(words("closed-loop management", "good order"))),
    ("field", "glossary/indicators.yml", say("direction: neutral", "direction: sideways")),
    ("figure", FIGURES, say("at least 95%", "about 95%")),
    ("filler", TERMS, say("A city that succeeds by quality.", "A city. Quality policies use it to promote work.")),
    ("form", TERMS, say("forms: [质量强省]", "forms: [质量强省, 从来没有的词]")),
    ("history", HISTORY, say("- edition: 3", "- edition: 5")),
    ("history-altered", HISTORY, say("供公众阅读和引用", "供公众阅读")),
    ("indicator", "glossary/indicators.yml", say("aliases: [首席质量官]", "aliases: [首席官]")),
    ("missing-field", TERMS, drop(r"^  pinyin: .*\n")),
    ("missing-file", "policies/yunting-2032/emendations.yml", gone),
    ("numbering", "", renumber),
    ("outdated", PO, entries(foreign_entry)),
    ("po", PO, add('\nmsgctxt "s1"\nmsgid "总体要求"\nmsgstr "x"\n')),
    ("published", f"{CITY}/published.jsonl", add("{}\n")),
    ("script", "", retell("營造人人重视质量的氛围")),
    ("sha256", FACTS, say("9e516c90", "00516c90")),
    ("status", FACTS, add("goals:\n  - {year: 2035, anchor: s1-3-p1, quote: 到2034年}\n")),
    ("target", AIMS, say("quote: 制定地方标准20项", "quote: 制定地方标准21项")),
    ("topic", f"{CITY}/topics.yml", say("services: [s2-2]", "services: [s9-9]")),
    ("unknown-field", TERMS, say("  pinyin: bi huan guan li", "  pinyin: bi huan guan li\n  colour: red")),
    ("unknown-file", "", lambda draft: draft.write(f"{CITY}/notes.txt", "x")),
    ("untranslated", PO, entries(lose_entry)),
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
    return replace(section, blocks=())


def leave_half_width(policy: Policy) -> Policy:
    """A comma is left as it was received, and no edit says otherwise."""
    edit = next(e for e in policy.edits if (e.before, e.after) == (",", "，"))
    place = Alignment(policy.edits).starts[policy.edits.index(edit)]
    text = f"{policy.text[:place]},{policy.text[place + 1 :]}"
    return replace(policy, text=text, edits=tuple(other for other in policy.edits if other is not edit))


TREE: tuple[tuple[str, Callable[[Policy], Policy]], ...] = (
    ("undo", alter_text),
    ("edit-order", add_empty_edit),
    ("tiling", drop_block),
    ("half-width", leave_half_width),
)
"""Rule, and how what was read is spoilt: no file can do this, only a fault of the program."""
SITE: tuple[RuleRow, ...] = (
    ("dead-anchor", "index.html", say('href="#here"', 'href="#there"')),
    ("dead-link", "index.html", say('href="en/"', 'href="fr/"')),
    ("host", "index.html", say('src="a.png"', 'src="https://cdn.example/a.png"')),
    ("id", "index.html", say('<p id="here">', '<p id="这里"></p><p id="here">')),
    ("lang", "en/index.html", say('lang="en"', 'lang="zh-Hans"')),
    ("language", "", lambda draft: draft.write("a.html", draft.read("index.html"))),
)
"""Rule, and how a site of two pages is spoilt."""
PAGES = {
    "index.html": '<!doctype html><html lang="zh-Hans"><p id="here"><a href="#here">.</a><a href="en/">.</a><img src="a.png"></html>',
    "en/index.html": '<!doctype html><html lang="en"><p><a href="../">.</a></p></html>',
}
