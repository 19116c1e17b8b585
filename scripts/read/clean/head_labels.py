"""The table of a page above its document (索引号, 发文机关, 成文日期 …, each with its value) → the lines that it fills.

A label and its value stand on one line, or the value stands on the next; a value may be empty. Where the table ends,
its last value is told by what the label asks for: what does not fit is the document's.
"""

import re
from collections.abc import Iterator, Sequence

from scripts.text import particulars as words
from scripts.text.page_lines import is_body

DATE = re.compile(r"\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:[ \u00a0]*\d\d?:\d\d(?::\d\d)?)?|无|长期有效?|[-—/]")
INDEX = re.compile(r"[\w〔〕\[\]()（）/\\.·—－-]{4,60}")
NUMBER = re.compile(r"[^，。；]{0,20}(?:号|〔\d{4}〕.{0,8})|无|[-—/]")
NAME = re.compile(
    r"(?!关于)[^，。；：《》]{2,40}(?:政府|办公厅|办公室|委员会|委|局|厅|部|院|署|会|中心|机关|处|科|委办)|国务院"
)
TITLE = re.compile(r"[^。]{4,120}")
STATE = re.compile(
    r"(?:现行|已|尚未|部分|全文|继续)?(?:有效|失效|废止|修改|生效|施行)|依申请公开|主动公开|不予公开|公开|是|否"
)
TOPIC = re.compile(
    r"(?!.*关于)"
    r"[^，。：《》]{1,12}(?:[\\/、；; \u3000\u00a0>]+[^，。：《》\\/、；; \u3000\u00a0>]{1,12})+|其他|综合政务"
)
FORMS = (
    (INDEX, (*words.CODES, *words.FILE_CODES, *words.OTHERS)),
    (TOPIC, (*words.CLASSES, *words.PLAIN_CLASSES, *words.KINDS, *words.SUMMARIES)),
    (NAME, (*words.BODIES, *words.PUBLISHERS, *words.OTHER_PUBLISHERS, *words.OTHER_BODIES)),
    (DATE, (*words.DAYS, *words.OTHER_DAYS, *words.FIRST_DAYS)),
    (STATE, (*words.STATES, *words.OPENNESS)),
    (NUMBER, words.NUMBERS),
    (TITLE, words.TITLES),
)
LABELS = {label: pattern for pattern, labels in FORMS for label in labels}
"""Each label, and what its value looks like where nothing but that tells it from the document's first line."""
TABLES_ONLY = frozenset(
    (
        *(*words.CODES, *words.FILE_CODES, *words.CLASSES, *words.BODIES, *words.PUBLISHERS, *words.OTHER_PUBLISHERS),
        *(*words.OTHER_BODIES, *words.DAYS, *words.SHOWN, *words.FIRST_DAYS),
    )
)
"""Of these a table has at least one."""
FEWEST = 3
"""So many labels make a table."""
# 索 引 号： 000014349/2019-00007, 【发文字号】某政发〔2020〕3号, 标　　题：
LABEL_PATTERN = re.compile(
    r"[【\[]?(?P<label>[\u4e00-\u9fff](?:[ \u00a0\u3000]{0,6}[\u4e00-\u9fff]){1,6})"
    r"(?:[】\]][ \u00a0]*[:：]?|[ \u00a0]*[:：]|(?=[ ]?\t))[ \u00a0\t]*"
)
INNER_PATTERN = re.compile(rf"[ \u00a0\t\u3000](?:{'|'.join(LABELS)})[ \u00a0]*[:：]")
# 关于水库的通知, 水库条例（试行）; not 政府公报
TITLE_LIKE_PATTERN = re.compile(
    "关于.*的|.{4}(?:规划|意见|方案|通知|办法|计划|纲要|决定|决议|细则|规定|条例|规则|准则|章程|标准|批复|公告|通告|公报"
    "|报告|要点|措施|讲话|纪要|清单|法|令)(?:[（(].{1,12}[)）])?$"
)
# 效力位阶：地方规范性文件, a label that is not known, where the table goes on below it
OTHER_PATTERN = re.compile("[\u4e00-\u9fff \u3000]{2,10}[:：][^。]{0,60}")
BLANK_PATTERN = re.compile(r"\s+")


def label_of(line: str) -> tuple[str, str] | None:
    """Return the label that a line begins with and what follows it, or None.

    >>> label_of("索 引 号： 0001/2020-1"), label_of("各市人民政府：")
    (('索引号', '0001/2020-1'), None)
    """
    if line in LABELS:  # alone in a cell, without a colon
        return line, ""
    match = LABEL_PATTERN.match(line)
    if not match:
        return None
    label = BLANK_PATTERN.sub("", match["label"])
    return (label, line[match.end() :].strip()) if label in LABELS else None


def find_tables(lines: Sequence[str]) -> Iterator[range]:
    """Yield the lines of each table of a page's head."""
    place = 0
    while place < len(lines):
        if label_of(lines[place]) is None:
            place += 1
            continue
        end, labels = table_end(lines, place)
        if len(labels) >= FEWEST and not TABLES_ONLY.isdisjoint(labels):
            yield range(place, end)
        place = end


def table_end(lines: Sequence[str], place: int) -> tuple[int, list[str]]:
    """Return where the row of labels and values ends that begins here, and its labels."""
    labels: list[str] = []
    title = ""
    while place < len(lines):
        found = label_of(lines[place])
        if found is None:
            if place + 1 < len(lines) and OTHER_PATTERN.fullmatch(lines[place]) and label_of(lines[place + 1]):
                place += 1
                continue
            break
        label, value = found
        labels.append(label)
        labels += INNER_PATTERN.findall(lines[place])[:FEWEST]
        place += 1
        if not value and place < len(lines) and is_value(label, lines, place) and not begins(title, lines[place]):
            value, place = lines[place], place + 1
        title = value if label in words.TITLES else title
    return place, labels


def begins(title: str, line: str) -> bool:
    """Whether a line is the first of the document's own title, which the table has given before."""
    return BLANK_PATTERN.sub("", title).startswith(BLANK_PATTERN.sub("", line)) and len(line) < len(title)


def is_value(label: str, lines: Sequence[str], place: int) -> bool:
    """Whether a line is the value of the label on the line above it."""
    line = lines[place]
    if label_of(line) is not None:
        return False
    if LABELS[label].fullmatch(line):
        return True
    is_between = place + 1 < len(lines) and label_of(lines[place + 1]) is not None
    return LABELS[label] is TOPIC and is_between and not TITLE_LIKE_PATTERN.search(line) and not is_body(line)
