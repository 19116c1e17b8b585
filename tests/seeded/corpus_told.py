"""The 73 kinds of faults in the corpus with which the archive was first attacked."""

import random
import re

import polib

from tests.seeded.entries import (
    clauses,
    entries,
    exchange_entries,
    inside,
    reword,
    source,
    without_one,
    words,
)
from tests.seeded.seeds import Draft, NothingToSpoilError, Row
from tests.seeded.ways import add, digit, drop, gone, on_text, put, say

PO, TERMS, INDICATORS = "policies/*/en.po", "glossary/terms.yml", "glossary/indicators.yml"
POLICY, TARGETS, NOTES = "policies/*/policy.yml", "policies/*/targets.yml", "policies/*/emendations.yml"


def drop_entry(file: polib.POFile, chance: random.Random) -> None:
    file.remove(chance.choice([entry for entry in file if entry.msgstr]))


def change_chinese(file: polib.POFile, chance: random.Random) -> None:
    """The Chinese of an entry is that of a former reading."""
    entry = chance.choice([entry for entry in file if len(entry.msgid) > 40])
    entry.msgid = entry.msgid.replace("，", "，并", 1)


def exchange_titles(text: str, _: random.Random) -> str:
    return re.sub(r"^title:\n  zh: (.*)\n  en: (.*)$", r"title:\n  zh: \2\n  en: \1", text, count=1, flags=re.MULTILINE)


def reorder(text: str, chance: random.Random) -> str:
    """Two lines of a list are exchanged."""
    lines = text.splitlines(keepends=True)
    one = chance.randrange(1, len(lines) - 2)
    lines[one], lines[one + 1] = lines[one + 1], lines[one]
    return "".join(lines)


def move_alias(draft: Draft) -> None:
    """A name of a measure is listed with another measure of the same kind."""
    path = INDICATORS
    text = draft.text(path)
    block = "  aliases:\n    - 农产品质量抽检合格率\n"
    found = re.search(r"^    - \"?(?P<alias>[^\n\"]*合格率)\"?\n", text, re.MULTILINE)
    if not found:
        raise NothingToSpoilError(block)
    rest = text[: found.start()] + text[found.end() :]
    place = rest.index("- id: consumer-goods-pass-rate")
    place = rest.index("  aliases:\n", place) + len("  aliases:\n")
    draft.write(path, rest[:place] + found[0] + rest[place:])


def rename_policy(draft: Draft) -> None:
    """A policy gets another id in all files: its published address is gone."""
    for path in draft.paths:
        text = draft.text(path) if not path.endswith("source.txt") else ""
        new = path.replace("yantai-2018", "yantai-2019")
        if new != path:
            draft.write(new, text.replace("yantai-2018", "yantai-2019") if text else draft.read(path))
            draft.remove(path)
        elif "yantai-2018" in text:
            draft.write(path, text.replace("yantai-2018", "yantai-2019"))


def renumber(text: str, _: random.Random) -> str:
    """（三） becomes （五）."""
    for old, new in (("（三）", "（五）"), ("(三)", "(五)")):
        if old in text:
            place = text.index(old, len(text) // 3)
            return text[:place] + new + text[place + len(old) :]
    raise NothingToSpoilError


ENGLISH: tuple[Row, ...] = (
    ("a doubled the", "stumbles", PO, reword(words(r"\bthe (?=[a-z])", "the the "))),
    ("full-width punctuation in English", "stumbles", PO, reword(words(r", ", "，"))),
    ("a clause dropped", "misses a measure", PO, reword(clauses(without_one, 6), least=60)),
    ("a sentence added", "reads what the policy does not say", PO, reword(lambda _, en, __: f"{en} This will be reviewed every quarter." if en.endswith(".") else None)),
    ("must → may", "takes a duty for a choice", PO, reword(words(r"\bmust\b", "may"))),
    ("shall → may", "takes a duty for a choice", PO, reword(words(r"\b(?:shall|will|is to|are to)\b", "may", "必须|应当|要|应"))),
    ("at least → at most", "takes a floor for a ceiling", PO, reword(words(r"\bat least\b", "at most"))),
    ("two headings exchanged", "is led to another section", PO, exchange_entries(r"^s\d-\d$")),
    ("all → some", "takes a rule for an exception", PO, reword(words(r"\ball\b", "some", "全部|所有|各|全市|全省|全面"))),
    ("increase → reduce", "reads a fall for a rise", PO, reword(words(r"\b(?:increase|raise|improve)\b", "reduce"))),
    ("a member of a list dropped", "misses one of several", PO, reword(words(r", [a-z][a-z ]{4,30}(?=, [a-z][^,.;]* and )", "", "、.*、.*、"))),
)  # fmt: skip
GLOSSARY: tuple[Row, ...] = (
    ("a meaning in the wrong language", "does not understand", TERMS, put(r"(  meaning:\n    zh: [^\n]*\n    en: )[^\n]*", r"\g<1>地方质量工作的一项制度。")),
    ("a wrong pinyin", "cannot find a term", TERMS, put(r"^  pinyin: .*$", "  pinyin: zhi liang ti sheng")),
    ("an alias at the wrong indicator", "puts a figure to the wrong measure", "", move_alias),
    ("a wrong unit", "compares what cannot be compared", INDICATORS, put(r'^  unit: "?%"?$', "  unit: 家")),
    ("the direction of an indicator turned", "takes worse for better", INDICATORS, put(r"^  direction: up$", "  direction: down")),
    ("a file of the glossary deleted", "finds no body any more", "glossary/organisations.yml", gone),
    ("a term's id changed", "a cited page is gone", TERMS, say("- id: above-quota", "- id: over-quota")),
    ("the id of an indicator that a page has", "a page is overwritten", INDICATORS, say("- id: consumer-goods-pass-rate", "- id: matrix")),
    ("an empty form", "every place is a term", TERMS, put(r"^  forms: \[", '  forms: ["", ')),
    ("an empty headword", "sees a term without a name", TERMS, put(r"^  zh: .*$", '  zh: ""')),
    ("an empty meaning", "learns nothing", TERMS, put(r"(  meaning:\n    zh: )[^\n]*", r'\g<1>""')),
    ("a line break inside a meaning", "sees a heading where none is", TERMS, put(r"(  meaning:\n    zh: [^\n]*\n    en: )[^\n]*", r'\g<1>"A slogan.\\n\\n# Heading"')),
    ("a document that implements itself", "is led in a circle", "glossary/documents.yml", put(r"(- id: (\S+)\n(?:  .*\n)*?  kind: .*\n)", r"\g<1>  implements: [\g<2>]\n")),
    ("an address with quotation marks", "a link breaks", "glossary/documents.yml", put(r'^  url: "https://', "  url: 'https://\"x\" ")),
    ("titles exchanged of a document", "does not understand", "glossary/documents.yml", put(r"title: \{zh: ([^,\n]*), en: ([^}\n]*)\}", r"title: {zh: \g<2>, en: \g<1>}")),
    ("the place of a body", "asks the wrong office", "glossary/organisations.yml", put(r"^  place: jinan$", "  place: yantai")),
    ("the kind of a term", "takes a slogan for a system", TERMS, put(r"^  kind: slogan$", "  kind: award")),
    ("the English of an indicator", "takes a measure for another", INDICATORS, put(r"(  name: \{zh: [^,]*, en: )[^}\"]*\}", r"\g<1>number of enterprises}")),
)  # fmt: skip
POLICIES: tuple[Row, ...] = (
    ("titles exchanged", "does not understand", POLICY, on_text(exchange_titles)),
    ("anchors.txt reordered", "nothing by itself; a merge goes wrong", "policies/*/anchors.txt", on_text(reorder)),
    ("a target's value at odds with its quotation", "cites a figure that no policy sets", TARGETS, put(r"^  value: \d+$", "  value: 77")),
    ("a target's year at odds with its quotation", "expects a goal too late", TARGETS, put(r"^  year: \d+$", "  year: 2035")),
    ("a target's comparator at odds with its quotation", "takes a floor for a ceiling", TARGETS, put(r'^  comparator: ">="$', '  comparator: "<="')),
    ("a policy renamed everywhere", "a cited policy is gone", "", rename_policy),
    ("a control character in a title", "a page breaks", POLICY, put(r"(title:\n  zh: .*\n  en: )(.*)", r'\g<1>"\g<2>\\x01"')),
    ("an empty evidence", "cannot tell why", NOTES, put(r"(  evidence:\n    zh: ).*", r'\g<1>""')),
    ("a date that does not exist", "dates a policy wrongly", POLICY, put(r'^date: "2018-.*"$', 'date: "2018-02-31"')),
    ("a year far ahead", "dates a policy wrongly", POLICY, put(r'^date: "\d{4}', 'date: "2999')),
)  # fmt: skip
CHARACTERS: tuple[Row, ...] = (
    ("a bidirectional control in a source", "reads words in another order", "", source(inside(r"(?<=[一-龥]{4})(?=[一-龥]{4})", "\u202e"))),
    ("a bidirectional control in English", "reads words in another order", PO, reword(words(r" (?=[a-z])", " \u202e"))),
    ("a zero-width character in a source", "cannot find a word", "", source(inside(r"(?<=质|質)(?=量)", "\u200b"))),
    ("a zero-width character in English", "cannot find a word", PO, reword(words(r"(?<=qual)(?=ity)", "\u200b"))),
    ("a letter that looks alike in a source", "cannot find a word", "", source(inside(r"(?<=[A-Z])[AEO]", "\u0410"))),
    ("a letter that looks alike in English", "cannot find a word", PO, reword(words(r"(?<=[a-z])a(?=[a-z])", "\u0430"))),
    ("a line break inside English", "sees a heading where none is", PO, reword(words(r" (?=[a-z])", "\n\n# "))),
    ("a line separator in an English heading", "an address leads nowhere", PO, reword(words(r" (?=[a-z])", "\u2028"), heading=True)),
)  # fmt: skip
SEEN: tuple[Row, ...] = (
    ("a digit changed", "cites a wrong figure", PO, reword(words(r"\b2020\b", "2025", "2020"))),
    ("a magnitude lost", "cites a thousandth", PO, reword(words(r"\bbillion\b", "million"))),
    ("a number added", "reads what the policy does not say", PO, reword(words(r"\bthe enterprises\b|\benterprises\b", "450 enterprises"))),
    ("two English paragraphs exchanged in en.po", "reads the words of another place", PO, exchange_entries(r"^s\d-\d-p1$")),
    ("outdated English", "reads words of a former reading", PO, entries(change_chinese)),
    ("another sha256", "cannot trust the source", POLICY, digit("[0-9a-f]{64}")),
    ("a number of the text changed", "cites a wrong section", "", source(renumber)),
    ("a source cut in half", "misses half of a policy", "", source(lambda text, _: text[: len(text) // 2])),
    ("damage come back", "reads nonsense", NOTES, drop(r"^- line: .*\n  before: .*\n  after: .*\n  kind: damage\n  certainty: certain\n(?:  .*\n)*")),
    ("an entry of en.po gone", "misses a paragraph", PO, entries(drop_entry)),
    ("a negation dropped", "reads the opposite", PO, reword(words(r"\b(?:not|never|no) ", "", "不得|严禁|禁止|杜绝|不足|不够"))),
    ("a term replaced", "misses a term", PO, reword(words(r"supply-side structural reform", "relevant work"))),
    ("Chinese outside brackets", "does not understand", PO, reword(words(r"\bquality\b", "质量"))),
    ("a quotation mark without its partner", "cannot tell what is quoted", PO, reword(words("”", ""))),
    ("straight quotation marks", "sees another hand", PO, reword(words("“([^“”]*)”", r'"\g<1>"'))),
    ("another spelling", "sees another hand", PO, reword(words(r"\bcentre\b", "center"))),
    ("half of an English paragraph", "misses half of a paragraph", PO, reword(lambda _, en, __: en[: len(en) // 3], least=120)),
    ("a Traditional character in the text", "cannot find a word", NOTES, put(r"(- line: .*\n  before: .*\n  after: ).*(\n  kind: damage\n  certainty: certain)", r"\g<1>質量\g<2>")),
    ("a half-width comma in the text", "copies a wrong character", NOTES, put(r"(- line: .*\n  before: .*\n  after: ).*(\n  kind: damage\n  certainty: certain)", r"\g<1>'质量,品牌'\g<2>")),
    ("a bracket without its partner in a source", "cannot tell what is quoted", "", source(inside("》", ""))),
    ("a line of anchors.txt gone", "an address may change unseen", "policies/*/anchors.txt", drop(r"^s2-1-p1\n")),
    ("an anchor that is not in the text", "an address leads nowhere", "policies/*/anchors.txt", add("s98-p1\n")),
    ("a topic that names no place", "is led nowhere", "policies/*/topics.yml", put(r"\[s\d[^,\]]*", "[s97-1")),
    ("a document that implements none", "is led nowhere", "glossary/documents.yml", put(r"(- id: .*\n(?:  .*\n)*?  kind: .*\n)", r"\g<1>  implements: [nowhere]\n")),
    ("a form that stands in no text", "finds no place", TERMS, put(r"^  forms: \[", "  forms: [从来没有的词, ")),
    ("an English quotation of a figure that is not there", "quotes what is not there", "policies/*/figures_en.yml", put(r'^  quote_en: "', '  quote_en: "about ')),
)  # fmt: skip
FAMILIES = (
    ("English", ENGLISH),
    ("glossary", GLOSSARY),
    ("policies", POLICIES),
    ("characters", CHARACTERS),
    ("seen before", SEEN),
)
