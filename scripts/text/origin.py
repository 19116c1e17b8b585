"""Whether a Traditional text was written so, in Taiwan, Hong Kong or Macau, or a machine made it of a Simplified one.

Evidence is weighed: whose bodies it names, how it numbers, quotes and dates, which words it has for the same things. A
text of the Mainland that speaks of 香港 is none of Hong Kong's, so no single word decides.
"""

import re
from typing import NamedTuple

from scripts.text.standard import plain_table

MOST = 6
"""So often a sign counts at most."""
HEAD, FOOT = 30_000, 3_000
"""Of a long text so many characters at either end are looked at."""
NEEDED = 4
"""By so much must the signs of one outweigh those of the other."""


class Origin(NamedTuple):
    """What speaks for either origin of a Traditional text."""

    original: int
    machine: int

    @property
    def is_sure(self) -> bool:
        """Whether one outweighs the other."""
        return abs(self.original - self.machine) >= NEEDED

    @property
    def is_original(self) -> bool:
        """Whether the text is to stay Traditional: where nothing is sure, if anything at all speaks for it."""
        return self.original > 0 and self.machine - self.original < NEEDED


# in Simplified characters, one for one: 计画 is 計畫
ORIGINAL_SIGNS = (
    (3, "中华民国|直辖市、县（市）|行政院|立法院|司法院|监察院|考试院|总统府|总统令"),
    (3, "立法会|行政长官|行政会议|宪报|政府公报|附属法例|裁判官|律政司|政务司|财政司|特区政府|本港|本澳"),
    (3, r"第\s?\d+(?:-\d+)?\s条|第 [一二三四五六七八九十]+ [编章节款]"),
    (3, "[「『]"),
    (2, "计画|网路|软体|硬体|程式|资讯|订定|厘定|公帑|雇员|规例|质素|谘询|检讨|市民"),
    (2, "[台臺]北|[台臺]湾|新北市|桃园市|[台臺]中市|[台臺]南市|高雄市|经济部|内政部|法务部|卫生福利部"),
    (1, "藉由|之规定|主管机关|本府|本署|届期|迳行|暨|俾|澳门|香港"),
)
MACHINE_SIGNS = (
    (3, "中共|党委|党中央|党的|国务院|习近平|社会主义|人大常委会|人民代表大会|人民法院|人民检察院|省委|市委|县委"),
    (3, r"〔[12]\d{3}〕|“"),
    (2, "中华人民共和国|人民政府|县级以上|自治区|自治州|乡镇|各有关单位|牵头|规划|小康|质量|信息|软件|网络|公民"),
    (2, "实施方案|实施意见|行动方案|工作方案|总体要求|指导思想|主要目标|重点任务|保障措施|组织领导|领导小组"),
    (1, "落实|贯彻|示范|创建|着力|一批|亩|党|狠抓|夯实|乡村|提升|推进"),
)
# what only a machine leaves in a Traditional text: 制造 for 製造, 規范 for 規範
LEFT_SIGNS = (
    (3, "制造|制作|制品|規范|示范|范圍|干部|复[雜制]|[回恢]复|征[收求]|象征|准則|标准|沖突|注冊|布局|占比|体系"),
)


def find_origin(text: str) -> Origin:
    """Return all that speaks for either origin of a Traditional text, by its beginning and its end."""
    text = text if len(text) <= HEAD + FOOT else f"{text[:HEAD]}\n{text[-FOOT:]}"
    plain = text.translate(plain_table())
    return Origin(weigh(plain, ORIGINAL_SIGNS), weigh(plain, MACHINE_SIGNS) + weigh(text, LEFT_SIGNS))


def weigh(text: str, signs: tuple[tuple[int, str], ...]) -> int:
    """Return what the signs of a row weigh, of each the different ones that stand in the text, and how often."""
    total = 0
    for weight, pattern in signs:
        found = 0
        for _ in re.finditer(pattern, text):
            found += 1
            if found == MOST:
                break
        total += weight * found
    return total
