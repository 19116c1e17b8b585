"""The clean text: no visible damage, no folded punctuation, no Traditional character, brackets in pairs."""

import re
from array import array
from collections.abc import Iterator
from itertools import chain

from scripts.check.subject import Subject
from scripts.model.vocabulary import LayoutAction, Script
from scripts.problems import Problem
from scripts.text.characters import HAN
from scripts.text.gate import DAMAGED, find_faults
from scripts.text.lines import TextLines
from scripts.text.origin import find_origin
from scripts.text.page_lines import find_left
from scripts.text.readings import find_readings

REMEDY = "repair it in emendations.yml"
PAGE_REMEDY = "looks like a line of the page around the document; drop its lines in layout.yml, or keep them there"
UNKNOWN_ORIGIN = (
    "nothing says for certain whether this was written in Traditional characters or turned into them by machine; "
    "say `script: Hant` (it stays so) or `script: Hans` (it is turned back) in policy.yml"
)
NOT_TRADITIONAL = "this is a Simplified text, but policy.yml says `script: Hant`; drop that line"
QUOTED = 40
LINE_PATTERN = re.compile("[^\n]+")
GAP_REMEDY = "repair it in emendations.yml, or write □ there for each character that nobody can restore"
# 规?；洜I率, *********, �, a character of the private use area, □□, ██; question marks from the first of their run;
# 9□%, □%, 提□质, 〔20××〕, 有力支*。; not 是□, 7×24小时
DAMAGE_PATTERN = re.compile(
    r"\ufffd+|[\ue000-\uf8ff]+|\*{2,}|＊{2,}|[□■]{2,}|[\u2580-\u259f]+|(?<!\?)\?++(?=[；，。])|(?<=[；，。])\?+"
    rf"|(?<=[0-9.])[□■]|[□■](?=[.%％‰])|(?<=[{HAN}])□(?=[{HAN}])|(?<=[0-9])×{{2,}}|×{{2,}}(?=[%％‰〕])"
    rf"|(?<=[{HAN}])[*＊](?=[{HAN}，。；、：）])"
)
BOXES, NEAR = "□☑☐√", 16
"""Signs of a form; where two stand near each other, they are boxes to tick."""
# 带*的为约束性指标, 注：*为预期性指标: here a single * says something, and hides nothing
LEGEND_PATTERN = re.compile(r"[带标注打加有“‘（：][*＊]|[*＊](?:号|的?为|表示|指)|^[*＊]", re.MULTILINE)
# with what damage begins: a search for one of these is quick
DAMAGE_MARK_PATTERN = re.compile(r"[\ufffd\ue000-\uf8ff*＊□■\u2580-\u259f×?]")
# 质量,品牌; not 1,000
HALF_WIDTH_PATTERN = re.compile(f"[,:;!?()](?<=[{HAN}].)(?=[{HAN}])")
BRACKETS = {"（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "「": "」", "“": "”", "‘": "’"}
# 质量（含计量）、“标准”和《纲要》: pairs with no bracket inside, as nearly all text has them
PAIRED_PATTERN = re.compile(
    "{0}(?:(?:{1}){0})*+".format(
        f"[^{''.join(BRACKETS)}{''.join(BRACKETS.values())}]*+",
        "|".join(
            f"{left}[^{''.join(BRACKETS)}{''.join(BRACKETS.values())}]*+{right}" for left, right in BRACKETS.items()
        ),
    )
)
QUOTE = "“"
QUOTED_END_PATTERN = re.compile("”[。；，]?$")
"""How the last paragraph of a quotation ends."""
NOWHERE = -1
BRACKET_PATTERN = re.compile(f"[{''.join(BRACKETS)}{''.join(BRACKETS.values())}]")


def check_characters(subject: Subject) -> Iterator[Problem]:
    """No character stands in the clean text that no reader sees, or that only looks like another."""
    for line in LINE_PATTERN.finditer(subject.policy.text):
        for fault in find_faults(line[0], permitted=DAMAGED):  # which `check_damage` reports
            if not subject.is_noted(line.start() + fault.place):
                yield subject.problem(line.start() + fault.place, "character", f"{fault.message}; {REMEDY}")


def check_damage(subject: Subject) -> Iterator[Problem]:
    """No damage that can be seen is left without an editor's note."""
    for match in find_damage(subject.policy.text):
        if not subject.is_noted(match.start()):
            yield subject.problem(match.start(), "damage", f"{match[0]!r} looks like lost text; {GAP_REMEDY}")


def find_damage(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of characters that look like lost text.

    >>> [match[0] for match in find_damage("标准化规?；率**，□，完成？有力支*。")]
    ['?', '**', '*']
    """
    end, is_legend = 0, LEGEND_PATTERN.search(text) is not None
    for mark in DAMAGE_MARK_PATTERN.finditer(text):
        match = DAMAGE_PATTERN.match(text, mark.start()) if mark.start() >= end else None
        is_explained = is_legend and match is not None and match[0] in ("*", "＊")
        if match and not is_explained and not is_box(text, match):
            yield match
            end = match.end()


def is_box(text: str, match: re.Match[str]) -> bool:
    """Whether a single □ is a box to tick: another one stands near it on its line."""
    before = text[max(match.start() - NEAR, 0) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + NEAR].partition("\n")[0]
    return match[0] == "□" and any(sign in before or sign in after for sign in BOXES)


def check_page(subject: Subject) -> Iterator[Problem]:
    """No line stays that only a web page has, unless the editors say that it is the document's."""
    lines = TextLines(subject.policy.plain.text)
    kept = [entry for entry in subject.policy.layout if entry.action is LayoutAction.KEEP]
    for index in find_left(lines):
        printed = subject.policy.text[lines.starts[index] : lines.starts[index + 1] - 1]
        problem = subject.problem(lines.starts[index], "page-line", f"{clip(printed)!r} {PAGE_REMEDY}")
        if not any(entry.has(problem.line) for entry in kept):
            yield problem


def clip(line: str) -> str:
    """Return a line as a message quotes it."""
    return line if len(line) <= QUOTED else f"{line[:QUOTED]}…"


def check_half_width(subject: Subject) -> Iterator[Problem]:
    """No half-width punctuation stands between Han characters."""
    for match in HALF_WIDTH_PATTERN.finditer(subject.policy.text):
        if not subject.is_noted(match.start()):
            message = f"half-width {match[0]!r} between Chinese characters; {REMEDY}"
            yield subject.problem(match.start(), "half-width", message)


def check_script(subject: Subject) -> Iterator[Problem]:
    """No Traditional character stands in a Simplified text, and none outside the 通用规范汉字表 that nobody noted.

    What was written in Traditional characters stays so; where nothing says whether it was, the editors are asked.
    """
    policy, text = subject.policy, subject.policy.text
    is_said = policy.metadata and policy.metadata.script
    if policy.source.script is Script.HANT and not is_said and not find_origin(policy.source.text).is_sure:
        yield subject.problem(0, "script", UNKNOWN_ORIGIN)
    if policy.source.script is Script.HANS and is_said is Script.HANT:
        yield subject.problem(0, "script", NOT_TRADITIONAL)
    if policy.script is Script.HANT:
        return
    for place, written, others in find_readings(text):
        if not subject.is_noted(place):
            yield subject.problem(place, "script", f"{describe_reading(text[place], written, others)}; {REMEDY}")


def describe_reading(char: str, written: str, others: str) -> str:
    """Return what is wrong with a character, or doubtful.

    >>> describe_reading("乾", "乾", "干"), describe_reading("囍", "囍", "囍")
    ('乾 may stand for 干 here, and was left', '囍 is outside the 通用规范汉字表, and was left')
    """
    if written != char:
        return f"{char} is Traditional ({written} in Simplified)"
    if others == char:
        return f"{char} is outside the 通用规范汉字表, and was left"
    return f"{char} may stand for {' or '.join(others)} here, and was left"


def check_brackets(subject: Subject) -> Iterator[Problem]:
    """Every bracket and quotation mark has its partner in the same heading or block; the one of 1） has none.

    A quotation of several paragraphs begins anew with each, and ends with the last.
    """
    policy = subject.policy
    headings = ((section.start + len(section.label), section.heading_end) for section in policy.walk())
    spans = chain(headings, ((block.start, block.end) for block in policy.blocks()))
    faults, quotation = array("i"), NOWHERE
    for start, end in sorted((span for span in spans if may_be_torn(policy.text, *span)), reverse=True):
        waiting = find_waiting(policy.text, start, end)
        goes_on = quotation == end + 1
        is_quoted = goes_on and [policy.text[place] for place in waiting] == [QUOTE]
        if waiting and not is_quoted and not any(map(subject.is_noted, waiting)):
            faults.append(waiting[-1])
        is_last = not waiting and QUOTED_END_PATTERN.search(policy.text, start, end)
        if policy.text.startswith(QUOTE, start, end):
            quotation = start if is_last or (goes_on and list(waiting) == [start]) else NOWHERE
    for place in reversed(faults):
        message = f"{policy.text[place]} has no partner here; note it in emendations.yml as damage or as a slip"
        yield subject.problem(place, "brackets", message)


def may_be_torn(text: str, start: int, end: int) -> bool:
    """Whether a span has a bracket without a partner, or is a paragraph of a quotation."""
    return text.startswith(QUOTE, start, end) or not PAIRED_PATTERN.fullmatch(text, start, end)


def find_waiting(text: str, start: int, end: int) -> "array[int]":
    """Return where the brackets of a span stand that have no partner in it, up to the first that closes none."""
    waiting = array("i")
    for match in BRACKET_PATTERN.finditer(text, start, end):
        if match[0] in BRACKETS:
            waiting.append(match.start())
        elif waiting and BRACKETS[text[waiting[-1]]] == match[0]:
            waiting.pop()
        else:
            waiting.append(match.start())
            break
    return waiting
