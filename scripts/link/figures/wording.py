"""The wording of promises: the verbs around a number, and the comparator and the change that they give."""

import re

from scripts.model.vocabulary import Change, Comparator

BASELINE_TITLE_PATTERN = re.compile("成效|成绩|成就|回顾|总结|现状|发展基础")
# 发展目标, 重点任务: titles that look ahead, below one that looks back too; not 推进改革部署落地, 保障和改善民生
AHEAD_TITLE_PATTERN = re.compile("目标|任务|要求|安排|打算|思路|愿景|今后|(?:措施|举措|保障|重点|计划)$")
# The words between what is measured and its number, up to the number: 力争|达到, 稳定|保持在. The longest come first
# and are not given back, so that a row of such words is read once; the last of them is a verb.
VERB_PATTERN = re.compile(
    r"(?:(?:提[高升]|增[加长]?|[拓扩]展|延[伸长]|上升|下?降低?|扩大|缩[小短]|压[减缩]|减少|达)至|"
    r"力争|确保|争取|基本|稳定在|稳定|保持在?|提高到?|提升到?|增加|下降|降低|控制在|控制|发展到?|扩大|平均|均|全部|已|累计|总数|稳步|"
    r"达到了?|达|增长到|突破|超过|首次|高于|低于|不低于|不少于|不超过|至少|实现|为|过|到|占|超|近|"
    r"(?<![节制签履契公条合预大])大?约)++(?<=[了达在持到破过于少现为占超至约])$"
)
VERB_ENDS = frozenset("了达在持到破过于少现为占超至约")
"""What such words end with: to look there first is quick."""
SUFFIX_PATTERN = re.compile("或?(?:以上|以下|以内|左右)")
"""The word after a number that says how it is meant; a quotation never stops before it."""
SUFFIX_AT_END_PATTERN = re.compile("(?:以上|以下|以内|左右)$")
GROWTH_PATTERN = re.compile(
    r"(?:同比|年均|平均每年|每年)?(?:增长|提高|增加|提升|上升|下降|降低|减少)了?(?=(?:超过?|约)?$)"
)
GROWTH_ENDS = frozenset("长高加升降低少了超过约")
# 从26.7%, 由2020年的2.9∶1: what a value was before, behind the name
FROM_PATTERN = re.compile(r"(?:[从由](?:原来的?|20\d\d年的?|每[^，、\d]{1,6})?\d[\d.,]*[^，、\d]{0,8}(?:\d{1,3})?)$")
# 分别增长, 完善提升, 累计: words that measure nothing
NO_NAME_PATTERN = re.compile(
    "(?:分别|完善|提升|提高|优化|改造|新建|扩建|改扩建|增加|减少|增长|下降|上升|累计|总计|合计|共计|提供|支持|推动|推进|加快|实现|交付|"
    "[、和及与并已将])+"
)
OF_ANOTHER_PATTERN = re.compile("占[^，、]*的$")
# 高于全国, 占全省: what is measured so was named before
COMPARED_PATTERN = re.compile("(?:[高低快慢好优]于|占|[比较])(?:全[国省市区县]|上年|去年|同期|20\\d\\d年)")
# 从771家, 由原来的5所: before what a value was, not what it is to be
FORMER_PATTERN = re.compile("[从由](?:原来的?|20\\d\\d年的?)?$")
# 为380个老旧小区引入物业, 在3000个小区设置: words that stand before what is only an object of something else
PREPOSITION_PATTERN = re.compile(
    "(?:累计|推动|支持|组织|帮助|引导|[已共可将要均])*(?:为|在|对|向|给|由|从|与|按|经|将|把|让|使)$"
)
# 预期寿命, 合格率, 指数: names whose values have no unit
PURE_NAME_PATTERN = re.compile(
    "(?:率|比例|比重|占比|之比|指数|系数|数量?|值|总量|规模|寿命|强度|浓度|水平|得分|评分|PM2\\.?5|分别)$"
)
ADDED_PATTERN = re.compile("新增(?:设|加)?|再(?:获得|规划|建设|增加|认定|创建)?")
# what a promise to make something begins with, before the number or before the name
MAKING = (
    "创建成?|建成|新建设?|建设|建立|打造|培育发展|培育|发展|引进|制定实施|制定|主导或参与制定|参与制定|获得?|争创|创|推广|认定|扶持建设|扶持|组建|完成|实施|新增|改造|绿化提升|"
    "设立|布局|依托|选择|遴选|评选|形成|申报|承担|参与|通过|接待|实现|保障|拥有|办好|再规划建设|再建设|再获得|规划建设|邀请"
)
# 力争建成; not 获证企业, which have what they are counted for
MAKING_PATTERN = re.compile(
    f"(?:力争|确保|争取|推动|全面|重点|积极|将|要|并|再|共|累计|每年|全年)*(?!获[证奖](?:企业|组织|产品|单位))(?:{MAKING})"
)
MAKING_AT_END_PATTERN = re.compile(f"(?:{MAKING})$")
MAKING_ENDS = frozenset("".join(words[-3:] if words.endswith("?") else words[-1] for words in MAKING.split("|")))
"""What such words end with, and, where the last character can be left out, the one before it."""
LEAD_PATTERN = re.compile(
    r"^(?:(?:到|至|自|截[至止])?(?:20\d{2}年(?:\d{1,2}月)?(?:起|[末底]?前|末|底)?)[，、]?|力争|确保|争取|努力|其中|全面|推动|计划|"
    r"使|将|要|并|即|年度|进一步|加快|积极|大力|支持|实现)+"
)
SHORTEST_NAME, LONGEST_NAME = 2, 100
"""The longest name of the corpus has 60 characters; what is longer is markup, or a list that nobody read as a name."""
REACH = 300
"""So far before its number are the words that belong to it: a name of the longest, and the verbs around it."""
TIGHT_UNITS = ("%", "元", "亩", "分", "平方米", "千瓦", "人次", "个百分点", "公里", "吨")
"""Units after which a clause does not go on with the name of what is counted."""


# The first that matches decides; # stands for the number.
COMPARATOR_RULES = (
    (Comparator.AT_LEAST, re.compile("以上$|不[少低]于#|至少#")),
    (Comparator.AT_MOST, re.compile("以[下内]$|不超过#|控制在#")),
    (Comparator.ABOUT, re.compile("左右$|约#")),
    (Comparator.ABOVE, re.compile("(?:超过|突破|高于|过|超)#|#[多余]$")),
    (Comparator.BELOW, re.compile("低于#")),
)
COMPARATOR_PATTERN = re.compile("|".join(pattern.pattern for _, pattern in COMPARATOR_RULES))
"""All of them at once: most figures have no such word."""
CHANGE_RULES = (
    (Change.DECREASE, re.compile("(?:下降|降低|减少)了?(?:超过?|约)?#")),
    (Change.INCREASE, re.compile("(?:增长|提高|增加|提升|上升)了?(?:超过?|约)?#|" + ADDED_PATTERN.pattern)),
)
CHANGE_PATTERN = re.compile("|".join(pattern.pattern for _, pattern in CHANGE_RULES))


def comparator(before: str, suffix: str) -> Comparator:
    """Return how a value is meant, from the words before the number and the one after it.

    >>> str(comparator("合格率达到", "以上")), str(comparator("总产值突破", "")), str(comparator("同比增长", ""))
    ('>=', '>', '=')
    """
    words = f"{before}#{suffix}"
    if not COMPARATOR_PATTERN.search(words):
        return Comparator.EQUAL
    return next((found for found, pattern in COMPARATOR_RULES if pattern.search(words)), Comparator.EQUAL)


def change(before: str) -> Change | None:
    """Return whether a value is a change, from the words before the number.

    >>> str(change("同比增长")), str(change("新增企业")), change("合格率提高到")
    ('increase', 'increase', None)
    """
    words = f"{before}#"
    if not CHANGE_PATTERN.search(words):
        return None
    return next((found for found, pattern in CHANGE_RULES if pattern.search(words)), None)


def trim(words: str) -> str:
    """Return words without the conjunction that leads on to the next figure.

    >>> trim("示范基地和"), trim("、")
    ('示范基地', '')
    """
    return words.rstrip("、和及与")
