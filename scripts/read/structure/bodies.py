"""Names of bodies as documents print them: whether a line is one, and which ones a run of them without signs holds."""

import re

END_PATTERN = (
    "人民政府|代表大会|领导小组|委员会|办公室|办公厅|国务院|检察院|联合会|指挥部|专家组|工作组|办事处|研究院|科学院|秘书处"
    "|管理处|工作处|基金会|中央|法院|党组|总会|公司|集团|银行|中心|总队|支队|大队|军区|大学|学院|协会|学会|工会|海关|支行"
    "|分行|政府|商会|联社|委|厅|局|部|署|院|办|队|所|站|社|馆"
)
"""With what the name of a body ends, the longer before those that they contain."""
BODY_LENGTH = 40
# 某市人民政府办公厅, 中共某市委, 某市发展和改革委员会（某市物价局）
BODY_PATTERN = re.compile(
    rf"(?:中共)?[\u4e00-\u9fff、]{{1,{BODY_LENGTH}}}?(?:{END_PATTERN})(?:（[\u4e00-\u9fff]{{2,24}}）)?"
)
# what no body's name begins with
NO_START_PATTERN = re.compile(
    "各|由|经|请|对(?!外)|向|在|为|要|应|本|该|与|和|及|有关|附|关于|其|第[一二三四五六七八九十]"
)
PLACE_PATTERN = re.compile(r"(?:中共)?(?P<place>[\u4e00-\u9fff]{1,6}?(?:省|自治区|市|自治州|州|盟|县|区|旗))")
NEW_BODY = ("中共", "中国", "中央", "国家", "中华", "全国", "最高", "国务院")


def is_body(words: str) -> bool:
    """Whether a line is the name of a body, or of several with blanks between.

    >>> is_body("某市财政局  某市水务局"), is_body("各区要建立工作办公室"), is_body("国务院")
    (True, False, True)
    """
    names = words.split()
    return bool(names) and all(BODY_PATTERN.fullmatch(name) and not NO_START_PATTERN.match(name) for name in names)


def split_bodies(words: str) -> list[tuple[int, int]]:
    """Return the span of each body that a line names: what blanks, or a new place's name behind a body's, set apart.

    >>> [("中共某州市委某州市人民政府")[start:end] for start, end in split_bodies("中共某州市委某州市人民政府")]
    ['中共某州市委', '某州市人民政府']
    """
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\s、，,]+", words):
        start = match.start()
        for cut in cuts(match[0]):
            spans.append((start, match.start() + cut))
            start = match.start() + cut
        spans.append((start, match.end()))
    return spans


def cuts(words: str) -> list[int]:
    """Return where in a run of bodies' names without signs another one begins."""
    place = PLACE_PATTERN.match(words)
    starts = (*NEW_BODY, place["place"]) if place else NEW_BODY
    found: list[int] = []
    for end in re.finditer(END_PATTERN, words):
        rest = words[end.end() :]
        if rest.startswith(starts) and BODY_PATTERN.fullmatch(rest) and (not found or end.end() > found[-1]):
            found.append(end.end())
    return found
