"""A seed → a folder of documents such as offices publish: laws, plans, notices with what they issue, tables of indicators.

Of 3,500 files of 58 MB most have below 20,000 bytes and a few above 100,000, as the laws of provinces and cities have. All
words are invented; their kinds, their numbering and the lengths of their sentences are those of real documents.
"""

import random
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from scripts.text.numerals import format_numeral

SPREAD = 0.8
"""How much sizes differ: the standard deviation of their logarithms."""
LEAST, MOST = 1_500, 300_000
"""Bytes of the smallest and of the largest document."""
PLACES = ("清河", "平安", "石林", "江山", "安山", "林河", "石江", "平石")
BODIES = (
    "市人民政府",
    "市场监督管理部门",
    "发展改革部门",
    "财政部门",
    "生态环境部门",
    "街道办事处",
    "行业协会",
    "生产经营者",
    "检验检测机构",
)
VERBS = ("加强", "建立健全", "推动", "完善", "组织实施", "开展", "引导", "规范", "支持", "监督", "落实", "公开")
OBJECTS = (
    "质量管理体系",
    "检验检测能力",
    "品牌培育",
    "标准制定",
    "计量基础",
    "信用记录",
    "应急预案",
    "公共服务平台",
    "专项检查",
    "人才培养",
    "先进技术应用",
    "消费者权益保护",
    "生活垃圾分类",
    "停车设施建设",
    "历史建筑保护",
    "食品安全追溯",
    "水源保护",
    "养老服务供给",
    "示范基地建设",
    "数据共享",
)
MANNERS = (
    "依法",
    "按照职责分工",
    "会同有关单位",
    "每年定期",
    "根据实际需要",
    "在各自职责范围内",
    "通过多种形式",
    "及时",
)
RATES = (
    "产品质量监督抽查合格率",
    "食品抽检合格率",
    "顾客满意度",
    "污水处理率",
    "绿化覆盖率",
    "服务业占比",
    "设施完好率",
)
CITED = ("质量发展纲要", "产品质量促进办法", "公共服务条例", "标准化工作规定")
Dice = random.Random


def write_documents(folder: Path, files: int, size: int, seed: int = 58) -> None:
    """Write so many files of so many bytes altogether into a new folder, the same for the same numbers."""
    folder.mkdir(parents=True)
    dice = Dice(f"{seed} sizes")
    shares = [dice.lognormvariate(0, SPREAD) for _ in range(files)]
    for number, share in enumerate(shares):
        own = Dice(f"{seed} {number}")
        kind = own.choices(tuple(KINDS), (12, 4, 3, 1))[0]
        most = min(max(round(size * share / sum(shares)), LEAST), MOST)
        (folder / f"{number:04}-{kind}.txt").write_text(make_document(kind, most, own), encoding="utf-8")


def make_document(kind: str, size: int, dice: Dice) -> str:
    """Return a document of about so many bytes, of at least its head and its first section."""
    lines: list[str] = []
    length = 0
    for line in KINDS[kind](dice):
        lines.append(line)
        length += len(line.encode()) + 1
        if length >= size:
            break
    return "\n".join(lines) + "\n"


def clause(dice: Dice) -> str:
    """Return a clause without a figure."""
    return f"{dice.choice(MANNERS)}{dice.choice(VERBS)}{dice.choice(OBJECTS)}"


def sentence(dice: Dice) -> str:
    """Return a sentence: who shall do what; now and then what it goes back to, or a figure."""
    parts = [f"{dice.choice(BODIES)}应当{clause(dice)}", *(clause(dice) for _ in range(dice.randint(1, 4)))]
    if dice.random() < 0.1:
        parts.insert(0, f"依照《{dice.choice(CITED)}》第{format_numeral(dice.randint(1, 60))}条的规定")
    if dice.random() < 0.1:
        parts.append(f"到20{dice.randint(21, 35)}年，{dice.choice(RATES)}达到{dice.randint(60, 99)}%以上")
    return "，".join(parts) + "。"


def sentences(dice: Dice, most: int) -> str:
    """Return at most so many sentences."""
    return "".join(sentence(dice) for _ in range(dice.randint(1, most)))


def make_law(dice: Dice) -> Iterator[str]:
    """Yield the lines of a law: chapters of articles, some with items, without an end."""
    yield from (f"{dice.choice(PLACES)}市{dice.choice(OBJECTS)}条例", "")
    yield from (f"（20{dice.randint(10, 25)}年{dice.randint(1, 12)}月28日市人民代表大会常务委员会通过）", "")
    article = count(1)
    for chapter in count(1):
        yield from (f"第{format_numeral(chapter)}章　{dice.choice(OBJECTS)}", "")
        for _ in range(dice.randint(4, 15)):
            has_items = dice.random() < 0.2
            yield f"第{format_numeral(next(article))}条　{sentences(dice, 3)[:-1]}{'：' if has_items else '。'}"
            for item in range(1, dice.randint(3, 9) if has_items else 1):
                yield f"（{format_numeral(item)}）{clause(dice)}；"
            yield ""


def make_plan(dice: Dice) -> Iterator[str]:
    """Yield the lines of a plan: parts, items, numbered points and who is responsible, without an end."""
    yield from (f"{dice.choice(PLACES)}市质量提升行动计划（2021—2025年）", "")
    yield from (sentences(dice, 3), "")
    for part in count(1):
        yield from (f"{format_numeral(part)}、{dice.choice(VERBS)}{dice.choice(OBJECTS)}", "")
        for item in range(1, dice.randint(3, 9)):
            yield f"（{format_numeral(item)}）{clause(dice)}。{sentences(dice, 4)}（{dice.choice(BODIES)}负责）"
            for point in range(1, dice.randint(1, 5)):
                yield f"{point}.{clause(dice)}。{sentences(dice, 2)}"
            yield ""


def make_notice(dice: Dice) -> Iterator[str]:
    """Yield the lines of a notice, and of the plan that it issues."""
    year = dice.randint(2010, 2025)
    yield f"{dice.choice(PLACES)}市人民政府关于印发{dice.choice(OBJECTS)}实施方案的通知"
    yield from (f"平政发〔{year}〕{dice.randint(1, 99)}号", "", "各区人民政府，市政府各部门：")
    yield from (sentences(dice, 2), "", f"{dice.choice(PLACES)}市人民政府", f"{year}年6月{dice.randint(1, 30)}日", "")
    yield from make_plan(dice)


def make_table(dice: Dice) -> Iterator[str]:
    """Yield the lines of a plan with tables of indicators, a cell a line."""
    plan = make_plan(dice)
    for number in count(1):
        yield from (next(plan) for _ in range(20))
        yield from (f"表{number}　主要指标", "指标", "2020年", "2025年", "属性")
        for row in range(1, dice.randint(4, 12)):
            yield f"{row}.{dice.choice(RATES)}（%）"
            yield from (f"{dice.randint(50, 80)}%", f"{dice.randint(81, 99)}%", dice.choice(("预期性", "约束性")))
        yield ""


KINDS: dict[str, Callable[[Dice], Iterator[str]]] = {
    "law": make_law,
    "plan": make_plan,
    "notice": make_notice,
    "table": make_table,
}
