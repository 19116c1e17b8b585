"""The clean text: no visible damage, no folded punctuation, no Traditional character, brackets in pairs."""

import re
from collections.abc import Iterator

from scripts.check.subject import Subject
from scripts.problems import Problem
from scripts.text.characters import HAN, HAN_PATTERN, PARTICLE_PATTERN, simplified_table

REMEDY = "repair it in emendations.yml"
# 规?；洜I率, *********, �, a character of the private use area, □□
DAMAGE_PATTERN = re.compile(r"\ufffd+|[\ue000-\uf8ff]+|\*{2,}|＊{2,}|[□■]{2,}|\?+(?=[；，。])|(?<=[；，。])\?+")
# 质量,品牌; not 1,000
HALF_WIDTH_PATTERN = re.compile(f"(?<=[{HAN}])[,:;!?()](?=[{HAN}])")
BRACKETS = {"（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "「": "」", "“": "”", "‘": "’"}
BRACKET_PATTERN = re.compile(f"[{''.join(BRACKETS)}{''.join(BRACKETS.values())}]")


def check_damage(subject: Subject) -> Iterator[Problem]:
    """No damage that can be seen is left without an editor's note."""
    for match in DAMAGE_PATTERN.finditer(subject.policy.text):
        if not subject.is_noted(match.start()):
            yield subject.problem(match.start(), "damage", f"{match[0]!r} looks like lost text; {REMEDY}")


def check_half_width(subject: Subject) -> Iterator[Problem]:
    """No half-width punctuation stands between Han characters."""
    for match in HALF_WIDTH_PATTERN.finditer(subject.policy.text):
        if not subject.is_noted(match.start()):
            message = f"half-width {match[0]!r} between Chinese characters; {REMEDY}"
            yield subject.problem(match.start(), "half-width", message)


def check_script(subject: Subject) -> Iterator[Problem]:
    """No Traditional character stands in the clean text."""
    text = subject.policy.text
    table = simplified_table(text)
    places = [match.start() for match in HAN_PATTERN.finditer(text) if match[0] in table] if table else []
    for place in places:
        if not subject.is_noted(place):
            message = f"{text[place]} is Traditional ({table[text[place]]} in Simplified); {REMEDY}"
            yield subject.problem(place, "script", message)
    for match in PARTICLE_PATTERN.finditer(text):
        if not subject.is_noted(match.start()):
            yield subject.problem(match.start(), "script", f"著 stands for 着 here; {REMEDY}")


def check_brackets(subject: Subject) -> Iterator[Problem]:
    """Every bracket and quotation mark has its partner in the same heading or block."""
    policy = subject.policy
    spans = [(section.start, section.heading_end) for section in policy.walk()]
    spans += [(block.start, block.end) for block in policy.blocks()]
    for start, end in sorted(spans):
        waiting: list[int] = []
        for match in BRACKET_PATTERN.finditer(policy.text, start, end):
            if match[0] in BRACKETS:
                waiting.append(match.start())
            elif waiting and BRACKETS[policy.text[waiting[-1]]] == match[0]:
                waiting.pop()
            else:
                waiting.append(match.start())
                break
        if waiting and not any(map(subject.is_noted, waiting)):
            place = waiting[-1]
            message = f"{policy.text[place]} has no partner here; note it in emendations.yml as damage or as a slip"
            yield subject.problem(place, "brackets", message)
