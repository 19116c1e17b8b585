"""Further faults in the files of a policy: facts, source, notes, targets, figures, topics, what is published."""

import json
import random
import re
from collections.abc import Callable

from tests.seeded.corpus_told import NOTES, POLICY, TARGETS
from tests.seeded.entries import inside, source
from tests.seeded.seeds import Draft, NothingToSpoilError, Row, Way
from tests.seeded.ways import (
    add,
    digit,
    double,
    double_line,
    drop,
    drop_line,
    empty,
    exchange,
    flip,
    gone,
    half,
    on_text,
    put,
    say,
)

FIGURES, TOPICS = "policies/*/figures_en.yml", "policies/*/topics.yml"
ANCHORS, HISTORY = "policies/*/anchors.txt", "policies/*/history.yml"
PUBLISHED, FORMER = "policies/*/published.jsonl", "policies/*/former.jsonl"
NOTE = r"^- line: .*\n  before: .*\n  after: .*\n"


def rows(change: Callable[[dict[str, object]], None], fit: str) -> Way:
    """Return a way to spoil one line of JSON that has this key."""

    def spoil(text: str, chance: random.Random) -> str:
        lines = text.splitlines()
        fitting = [place for place, line in enumerate(lines) if place and fit in json.loads(line)]
        if not fitting:
            raise NothingToSpoilError(fit)
        place = chance.choice(fitting)
        row = json.loads(lines[place])
        change(row)
        lines[place] = json.dumps(row, ensure_ascii=False)
        return "\n".join(lines) + "\n"

    return on_text(spoil)


def reorder_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    place = chance.randrange(1, len(lines) - 2)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return "".join(lines)


def exchange_paragraphs(text: str, chance: random.Random) -> str:
    """Two paragraphs of a source are exchanged."""
    lines = text.split("\n")
    long = [place for place, line in enumerate(lines) if len(line) > 80]
    if len(long) < 2:
        raise NothingToSpoilError
    one, other = chance.sample(long, 2)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def paragraph_twice(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    long = [place for place, line in enumerate(lines) if len(line) > 80]
    if not long:
        raise NothingToSpoilError
    place = chance.choice(long)
    return "\n".join([*lines[: place + 1], *lines[place:]])


def paragraph_gone(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    long = [place for place, line in enumerate(lines) if len(line) > 80]
    if not long:
        raise NothingToSpoilError
    del lines[chance.choice(long)]
    return "\n".join(lines)


def other_words(draft: Draft) -> None:
    """The record and the English say another thing, so that the two agree."""
    path = draft.matching("policies/*/en.po")[0]
    record = path.replace("en.po", "published.jsonl")
    old, new = "quality", "quantity"
    english = draft.text(path)
    place = re.search(rf'^".*\b{old}\b', english[len(english) // 2 :], re.MULTILINE)
    if not place:
        raise NothingToSpoilError
    start = len(english) // 2 + place.end() - len(old)
    draft.write(path, english[:start] + new + english[start + len(old) :])
    draft.write(record, draft.text(record).replace(old, new))


def exchange_sources(draft: Draft) -> None:
    """Two policies have each other's source."""
    one, other = draft.matching("policies/*/source.txt")[:2]
    draft.changes |= {one: draft.read(other), other: draft.read(one)}


def copy_policy(draft: Draft) -> None:
    """A folder was copied and never finished."""
    for path in draft.matching("policies/jilin-2018/*"):
        draft.write(path.replace("jilin-2018", "jilin-2019"), draft.read(path))


FACTS: tuple[Row, ...] = (
    ("facts: the brackets of a document number", "cannot find a number", POLICY, put(r"〔(\d{4})〕", r"[\g<1>]")),
    ("facts: another document number", "cites a wrong number", POLICY, put(r"(〔\d{4}〕)\d+号", r"\g<1>99号")),
    ("facts: the year of the number at odds with the date", "cites a wrong number", POLICY, put(r"〔2018〕", "〔2008〕")),
    ("facts: the year of the date at odds with the id", "dates a policy wrongly", POLICY, put(r'^date: "20\d\d', 'date: "2011')),
    ("facts: month and day exchanged", "dates a policy wrongly", POLICY, put(r'^date: "(\d{4})-(\d\d)-(\d\d)"', r'date: "\g<1>-\g<3>-\g<2>"')),
    ("facts: a date without quotes", "nothing by itself", POLICY, put(r'^date: "(.*)"', r"date: \g<1>")),
    ("facts: a date in Chinese", "a program cannot sort", POLICY, put(r'^date: ".*"', "date: 2018年7月")),
    ("facts: an address of another kind", "a link does harm", POLICY, put(r"^  url: http", "  url: javascript:http")),
    ("facts: an address with a blank", "a link breaks", POLICY, put(r"^  url: (\S{12})", r"  url: \g<1> ")),
    ("facts: retrieved in the future", "trusts a wrong day", POLICY, put(r"^(  sha256: .*)$", r'  retrieved: "2091-01-01"\n\g<1>')),
    ("facts: retrieved before the policy", "trusts a wrong day", POLICY, put(r"^(  sha256: .*)$", r'  retrieved: "1999-01-01"\n\g<1>')),
    ("facts: sha256 in capitals", "nothing by itself", POLICY, on_text(lambda text, _: re.sub("[0-9a-f]{64}", lambda match: match[0].upper(), text))),
    ("facts: another certainty", "trusts what is not sure", POLICY, put(r"^certainty: .*$", "certainty: sure")),
    ("facts: the issuer of another city", "asks the wrong office", POLICY, put(r"^  - \{zh: [^,]*市人民政府, en: [^}]*\}", "  - {zh: 青岛市人民政府, en: Qingdao Municipal People's Government}")),
    ("facts: an issuer whose languages differ", "asks the wrong office", POLICY, put(r"en: CPC \w+ ", "en: CPC Qingdao ")),
    ("facts: the languages of an issuer exchanged", "does not understand", POLICY, put(r"^  - \{zh: ([^,]*), en: ([^}\"]*)\}", r"  - {zh: \g<2>, en: \g<1>}")),
    ("facts: an issuer twice", "cites it twice", POLICY, double(r"^  - \{zh: .*\n")),
    ("facts: no issuer", "cites nobody", POLICY, drop(r"^issuers:\n(?:  - .*\n)+")),
    ("facts: another place", "finds a policy in the wrong city", POLICY, put(r"^place: .*$", "place: mianyang")),
    ("facts: a place that is none", "finds a policy nowhere", POLICY, put(r"^place: .*$", "place: qingdao")),
    ("facts: an empty identification", "cannot tell how it is known", POLICY, put(r"^(identification:\n  zh: ).*$", r'\g<1>""')),
    ("facts: one language missing", "does not understand", POLICY, drop(r"^  en: .*\n")),
    ("facts: a field twice", "reads one of two values", POLICY, double(r"^place: .*\n")),
    ("facts: a field misspelt", "misses a fact", POLICY, put(r"^certainty:", "certanty:")),
    ("facts: the title of another policy", "cites a wrong title", POLICY, put(r"^  zh: 关于.*$", "  zh: 关于加强食品安全工作的意见")),
    ("facts: half of the English title", "cites a wrong title", POLICY, put(r"^(title:\n  zh: .*\n  en: .{30}).*$", r"\g<1>")),
    ("facts: a title in Traditional characters", "cites a wrong title", POLICY, put(r"质量提升", "質量提升")),
    ("facts: a title with a blank at its end", "cites a wrong title", POLICY, put(r"^(title:\n  zh: )(.*)$", r'\g<1>"\g<2> "')),
    ("facts: a goal of another year", "expects a goal too late", POLICY, put(r"year: 20\d\d", "year: 2040")),
    ("facts: a goal at another place", "is led to other words", POLICY, put(r"(\{year: .*anchor: )[^,]*", r"\g<1>s2-1-p1")),
    ("facts: the words of a goal", "quotes what is not there", POLICY, put(r"(year: .*quote: 到?.{6}).*\}", r"\g<1>某某}")),
    ("facts: a period that ends before it begins", "believes a wrong period", POLICY, put(r"\{from: 2021, until: 2025", "{from: 2025, until: 2021")),
    ("facts: in force until a day before it began", "believes a wrong status", POLICY, add('in_force: {from: "2019-01-01", until: "2018-12-31", ending: expired, source: "http://x.example/", retrieved: "2026-11-29"}\n')),
    ("facts: in force without a ground", "believes a wrong status", POLICY, add('in_force: {from: "2019-01-01"}\n')),
    ("facts: replaced by itself", "is led in a circle", POLICY, on_text(lambda text, _: text + f"replaced_by: {{title: {{zh: 甲, en: A}}, id: {text.split()[1]}, source: 'http://x.example/', retrieved: '2026-11-29'}}\n")),
    ("facts: replaced by a policy that is none", "is led nowhere", POLICY, add("replaced_by: {title: {zh: 甲, en: A}, id: nowhere-2020, source: 'http://x.example/', retrieved: '2026-11-29'}\n")),
    ("facts: the id of another folder", "finds a policy at a wrong address", POLICY, put(r"^id: .*$", "id: jilin-2020")),
    ("facts: gone", "finds no policy", POLICY, gone),
    ("facts: empty", "finds no policy", POLICY, empty),
    ("facts: a tab for blanks", "finds no policy", POLICY, put(r"^  url", "\turl")),
    ("facts: marks of a merge", "finds no policy", POLICY, put(r"^place: .*$", "<<<<<<< HEAD\nplace: jinan\n=======\nplace: yantai\n>>>>>>> other")),
)  # fmt: skip
SOURCES: tuple[Row, ...] = (
    ("source: a character changed, the fingerprint not", "quotes what is not there", "policies/*/source.txt", flip),
    ("source: a character changed with the fingerprint", "quotes what is not there", "", source(inside(r"(?<=[一-龥]{9})[一-龥](?=[一-龥]{9})", "某"))),
    ("source: a figure changed with the fingerprint", "cites a wrong figure", "", source(inside(r"(?<=达到)9\d|9\d(?=%以上)", "79"))),
    ("source: two paragraphs exchanged", "reads a wrong order", "", source(exchange_paragraphs)),
    ("source: a paragraph twice", "reads twice what stands once", "", source(paragraph_twice)),
    ("source: a paragraph left out", "misses a measure", "", source(paragraph_gone)),
    ("source: a replacement character", "cannot tell what stood there", "", source(inside(r"(?<=[一-龥]{5})[一-龥](?=[一-龥]{5})", "\ufffd"))),
    ("source: a private character", "cannot tell what stood there", "", source(inside(r"(?<=[一-龥]{5})[一-龥](?=[一-龥]{5})", "\ue123"))),
    ("source: a mask of stars", "cannot tell what stood there", "", source(inside(r"(?<=[一-龥]{5})[一-龥]{2}(?=[一-龥]{5})", "****"))),
    ("source: question marks for lost characters", "cannot tell what stood there", "", source(inside(r"(?<=[一-龥]{5})[一-龥]{2}(?=[，,])", "??"))),
    ("source: empty boxes", "cannot tell what stood there", "", source(inside(r"(?<=[一-龥]{5})[一-龥]{2}(?=[一-龥]{5})", "□□"))),
    ("source: an advertisement in the middle", "reads an advertisement", "", source(inside(r"\n(?=.{80})", "\n点击下载APP查看更多内容\n"))),
    ("source: words of the web page at the end", "reads words of the page", "", source(lambda text, _: f"{text}\n上一篇：某某 下一篇：某某 【打印】【关闭】\n")),
    ("source: a script of the page", "sees the works", "", source(inside(r"\n(?=.{80})", "\n<script>var a=1;</script>\n"))),
    ("source: a look-alike digit", "cannot find a number", "", source(inside(r"(?<=20)1(?=8年)", "l"))),
    ("source: O for 0", "cannot find a number", "", source(inside(r"(?<=2)0(?=\d\d年)", "O"))),
    ("source: a decimal point lost", "cites ten times a figure", "", source(inside(r"(?<=\d)\.(?=\d+%)", ""))),
    ("source: a sentence cut off at its end", "misses half of a sentence", "", source(inside(r"(?<=[一-龥]{10})[一-龥]{6}。$", ""))),
    ("source: a character doubled", "stumbles", "", source(inside(r"([一-龥])(?=[，,])", r"\g<1>\g<1>"))),
    ("source: a variant of a character", "cannot find a word", "", source(inside("为", "爲"))),
    ("source: a Japanese form", "cannot find a word", "", source(inside("发", "発"))),
    ("source: a radical for a character", "cannot find a word", "", source(inside("一", "\u2f00"))),
    ("source: a heading's number twice", "cites a wrong section", "", source(inside(r"^三、|^（四）|^\(四\)", "二、"))),
    ("source: empty", "finds no policy", "policies/*/source.txt", empty),
    ("source: gone", "finds no policy", "policies/*/source.txt", gone),
    ("sources of two policies exchanged", "reads another policy", "", exchange_sources),
    ("a folder copied and not finished", "finds a policy twice", "", copy_policy),
)  # fmt: skip
DOUBTS: tuple[Row, ...] = (
    ("notes: the line of a note", "is led to another spot", NOTES, put(r"^- line: \d+$", "- line: 3")),
    ("notes: a line that is not there", "is led nowhere", NOTES, put(r"^- line: \d+$", "- line: 90000")),
    ("notes: words that are not there", "is led nowhere", NOTES, put(r"^(  before: ).*$", r"\g<1>从来没有的词")),
    ("notes: another reading", "reads a wrong word", NOTES, put(rf"({NOTE}  kind: damage\n  certainty: certain)".replace(r"after: .*", r"after: )[^\n]*(?:", 1), r"\g<1>某\n  kind: damage\n  certainty: certain")),
    ("notes: a slip called damage that is certain", "reads the editors for the drafters", NOTES, put(r"  kind: slip\n  certainty: \w+", "  kind: damage\n  certainty: certain")),
    ("notes: an unknown kind", "cannot tell who erred", NOTES, put(r"^  kind: \w+$", "  kind: typo")),
    ("notes: a reading that changes nothing", "sees a note on nothing", NOTES, put(r"^  before: (.*)\n  after: .*$", r"  before: \g<1>\n  after: \g<1>")),
    ("notes: a reason in one language", "does not understand", NOTES, drop(r"(?<=  reason:\n)    zh: .*\n")),
    ("notes: a reason in the wrong language", "does not understand", NOTES, put(r"(  reason:\n    zh: )[^\n]*", r"\g<1>A character was lost.")),
    ("notes: a note twice", "sees a note twice", NOTES, double(rf"{NOTE}(?:  .*\n)*")),
    ("notes: a note gone", "does not learn of a doubt", NOTES, drop(rf"{NOTE}  kind: slip\n(?:  .*\n)*")),
    ("notes: gone", "reads nonsense", "policies/jinan-2018/emendations.yml", gone),
)  # fmt: skip
AIMS: tuple[Row, ...] = (
    ("targets: a quotation that is not there", "quotes what is not there", TARGETS, put(r'^  quote: "', '  quote: "某')),
    ("targets: at another place", "is led to other words", TARGETS, put(r"^  anchor: .*$|^- action: (\w+)\n  anchor: .*$", r"- action: mend\n  anchor: s6-1-p1")),
    ("targets: another unit", "compares what cannot be compared", TARGETS, put(r"^  unit: .*$", '  unit: "吨"')),
    ("targets: a rise called a fall", "reads a fall for a rise", TARGETS, put(r"^  change: increase$", "  change: decrease")),
    ("targets: a goal called a baseline", "thinks that it was reached", TARGETS, put(r"^  kind: target$", "  kind: baseline")),
    ("targets: another name", "takes a measure for another", TARGETS, put(r'^  name: ".*"$', '  name: "建筑业总产值"')),
    ("targets: a figure dropped that is one", "misses a goal", TARGETS, put(r"^- action: mend\n(  anchor: .*\n  quote: .*\n)  name: .*\n", r"- action: drop\n\g<1>")),
    ("targets: a row gone", "misses a goal", TARGETS, drop(r"^- action: add\n(?:  .*\n)*")),
    ("targets: a row twice", "counts a goal twice", TARGETS, double(r"^- action: add\n(?:  .*\n)*")),
    ("targets: noughts lost", "cites a tenth of a figure", TARGETS, put(r"^(  value: \d+)0$", r"\g<1>")),
    ("targets: an unknown action", "misses a goal", TARGETS, put(r"^- action: mend$", "- action: amend")),
    ("targets: an indicator that is none", "is led nowhere", TARGETS, put(r"^(  kind: target\n)", r"\g<1>  indicator: nowhere\n")),
    ("targets: a reason lost", "cannot tell why", TARGETS, drop(r"^  reason: .*\n")),
    ("figures: another name", "takes a measure for another", FIGURES, put(r'^(  name_en: ").*"$', r'\g<1>number of hospitals"')),
    ("figures: the name of its neighbour", "takes a measure for another", FIGURES, exchange(r'^  name_en: "(?P<x>.*)"$')),
    ("figures: a row gone", "does not understand a figure", FIGURES, drop(r"^- anchor: .*\n(?:  .*\n)*")),
    ("figures: a row twice", "nothing by itself", FIGURES, double(r"^- anchor: .*\n(?:  .*\n)*")),
    ("figures: the quotation of another figure", "quotes another figure", FIGURES, exchange(r'^  quote_en: "(?P<x>.*)"$')),
    ("figures: half of a quotation", "quotes half", FIGURES, put(r'^(  quote_en: ".{25}).+"$', r'\g<1>"')),
    ("figures: a Chinese quotation that is not there", "quotes what is not there", FIGURES, put(r'^  quote: "', '  quote: "某')),
    ("topics: a topic left out", "thinks that a policy is silent", TOPICS, drop_line(r"^standards:")),
    ("topics: none where some were", "thinks that a policy is silent", TOPICS, put(r"^(brands: ).*$", r"\g<1>[]")),
    ("topics: a topic that is none", "nothing by itself", TOPICS, add("weather: []\n")),
    ("topics: a place of another topic", "is led to other words", TOPICS, put(r"^(talent: \[).*\]", r"\g<1>s1]")),
    ("topics: a place twice", "sees a place twice", TOPICS, put(r"\[(s[\d-]+)\]", r"[\g<1>, \g<1>]")),
    ("topics: a place within another that is named", "sees words twice", TOPICS, put(r"\[(s\d-\d)\]", r"[\g<1>, \g<1>-p1]")),
)  # fmt: skip
RECORD: tuple[Row, ...] = (
    ("anchors: a line twice", "nothing by itself", ANCHORS, double_line("^s2")),
    ("anchors: an address led to itself", "is led in a circle", ANCHORS, add("s97-p1 -> s97-p1\n")),
    ("anchors: an address that is not well formed", "is led nowhere", ANCHORS, add("s2--3\n")),
    ("anchors: gone", "addresses may change unseen", ANCHORS, gone),
    ("anchors: empty", "addresses may change unseen", ANCHORS, empty),
    ("history: an entry gone", "does not learn of a change", HISTORY, drop(r"^- edition: 2\n(?:  .*\n)*")),
    ("history: another date", "believes a wrong history", HISTORY, digit(r'^  date: ".*"$')),
    ("history: a date before the first", "believes a wrong history", HISTORY, say('"2026-11-29"', '"2020-01-01"')),
    ("history: another reason", "believes a wrong reason", HISTORY, put(r"^(  why:\n    zh: )", r"\g<1>略。")),
    ("history: an entry more", "believes a change that was none", HISTORY, add('- edition: 3\n  date: "2026-12-01"\n  kind: corrected\n  what: {zh: 略, en: Some.}\n  why: {zh: 略, en: Some.}\n')),
    ("history: a number left out", "believes a wrong history", HISTORY, say("- edition: 2", "- edition: 3")),
    ("history: withdrawn", "thinks that a policy was withdrawn", HISTORY, say("kind: corrected", "kind: withdrawn")),
    ("history: gone", "does not learn of a change", HISTORY, gone),
    ("published: other words", "nothing can be compared", PUBLISHED, rows(lambda row: row.update(en="Other words."), "en")),
    ("published: a line gone", "nothing can be compared", PUBLISHED, drop_line()),
    ("published: a line twice", "nothing can be compared", PUBLISHED, double_line()),
    ("published: reordered", "nothing by itself", PUBLISHED, on_text(reorder_lines)),
    ("published: gone", "nothing can be compared", PUBLISHED, gone),
    ("published: cut in half", "nothing can be compared", PUBLISHED, half),
    ("former: other words", "believes that other words stood there", FORMER, rows(lambda row: row.update(before="Other."), "before")),
    ("former: a line gone", "believes that nothing changed", FORMER, drop_line('"before"')),
    ("former: another fingerprint", "nothing can be proved", FORMER, digit(r'"fingerprint": "[0-9a-f]{64}"')),
    ("former: gone", "nothing can be proved", FORMER, gone),
    ("former: a line of an edition to come", "believes a wrong history", FORMER, rows(lambda row: row.update(edition=7), "before")),
    ("words and record changed together", "quotes what is not there", "", other_words),
)  # fmt: skip
FAMILIES = (
    ("policy.yml", FACTS),
    ("source.txt", SOURCES),
    ("emendations.yml", DOUBTS),
    ("targets, figures, topics", AIMS),
    ("what is published", RECORD),
)
