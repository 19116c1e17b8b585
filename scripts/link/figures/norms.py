"""Figures that a text lays down as a rule: the conditions, limits and sums of a law, none that anybody is to reach.

1. A text of articles (第三条), or one that calls itself measures or rules, sets norms; only what it dates
   (到2030年…) is a goal.
2. Elsewhere a clause is a norm by its words: 不得超过2件, 超过4小时的, 每人每月500元, 给予5万元奖励, 补贴60%.
"""

import re
from itertools import islice

from scripts.link.figures.quantities import Quantity

ARTICLE_PATTERN = re.compile(r"^[#*\s]*第\s?[一二三四五六七八九十百零〇0-9]{1,6}\s?条", re.MULTILINE)
FEWEST_ARTICLES = 3
HEAD_LENGTH = 1500
"""A text says so early what it is."""
# 某市供水管理办法, 关于印发《某市供水管理办法（试行）》的通知
RULES_TITLE_PATTERN = re.compile(
    "(?:条例|办法|规定|细则|规程|章程|守则|通告|公告|标准|规范|导则|指南|指引)(?:[（(][^（()）\n]{1,8}[)）])?(?:》?的通[知告])?$",
    re.MULTILINE,
)
# 不得超过2件, 应当不少于2人, 视为1件, 每次记3分, 连续计满12分
DUTY_PATTERN = re.compile("不[得可能]|应当|方可|超出了?$|视为?$|一次(?:记|扣减)$|[未已年]满$|之日起|届满")
# 如超过, 若低于, 凡
CONDITION_PATTERN = re.compile("(?:如果|如(?!期|何|数)|若(?!干)|凡(?!是)|倘|只要|一旦)")
PAID_PATTERN = re.compile("给予|奖励|奖补|资助|补助|补贴|罚款|处以?|限额|[上下]限|标准|收取|缴纳|赔偿|保证金|租金|单价")
EACH_PATTERN = re.compile("每[^，。、]{1,4}$")
# /人/日, /次
PER_PATTERN = re.compile("/(?:[人户次天日月年张床台套件吨亩只头]|平方米)")
MOST_PAID = 10**7
"""More than this nobody is paid by a rule."""
SHARE_PATTERN = re.compile(
    "(?:补贴|补助|报销|支付|贴息|补偿|奖励|资助|减免|征收|减征|上浮|下浮|放宽到|承担)$|(?:标准|额|费用?|价格?|基数|工资|租金|计划)的$|按照?[^，]{0,12}$|每[人户][^，]{0,8}$"
)
COUNTED_BACK = 60
"""So many characters before a number say whether it is part of a norm."""


def norms_begin(text: str) -> int:
    """Return where a text begins to lay down rules; its end where it does not."""
    title = RULES_TITLE_PATTERN.search(text, 0, HEAD_LENGTH)
    if title:
        return title.end()
    articles = list(islice(ARTICLE_PATTERN.finditer(text), FEWEST_ARTICLES))
    return articles[0].start() if len(articles) == FEWEST_ARTICLES else len(text)


def is_norm(text: str, clause: tuple[int, int], quantity: Quantity, end: int) -> bool:
    """Whether a quantity belongs to a condition, a limit or a sum to be paid; `end` is where its words end."""
    before = text[max(clause[0], quantity.start - COUNTED_BACK) : quantity.start]
    if text[clause[1] - 1] == "的" or DUTY_PATTERN.search(before) or CONDITION_PATTERN.match(text, *clause):
        return True
    if quantity.unit in ("岁", "周岁"):
        return "寿命" not in before
    if quantity.unit == "元":
        is_paid = quantity.value < MOST_PAID and PAID_PATTERN.search(before)
        return bool(is_paid or EACH_PATTERN.search(before) or PER_PATTERN.match(text, end))
    return quantity.unit == "%" and SHARE_PATTERN.search(before) is not None
