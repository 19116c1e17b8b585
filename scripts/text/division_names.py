"""The name of a division → its parts, its English name, and the id that the archive proposes for it.

The English follows what official English texts do: 市 has no word of its own (Jinan), 县 is County, the peoples of an
autonomous place are named as the state names them. An id is the Latin name, with that of the place above it before it
where several places have the same.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from scripts.text.divisions import STATE, Division, above, divisions

PEOPLES = {
    "蒙古": "Mongolian",
    "回": "Hui",
    "藏": "Tibetan",
    "维吾尔": "Uygur",
    "苗": "Miao",
    "彝": "Yi",
    "壮": "Zhuang",
    "布依": "Bouyei",
    "朝鲜": "Korean",
    "满": "Manchu",
    "侗": "Dong",
    "瑶": "Yao",
    "白": "Bai",
    "土家": "Tujia",
    "哈尼": "Hani",
    "哈萨克": "Kazakh",
    "傣": "Dai",
    "黎": "Li",
    "傈僳": "Lisu",
    "佤": "Va",
    "畲": "She",
    "拉祜": "Lahu",
    "水": "Sui",
    "东乡": "Dongxiang",
    "纳西": "Naxi",
    "景颇": "Jingpo",
    "柯尔克孜": "Kirgiz",
    "土": "Tu",
    "达斡尔": "Daur",
    "仫佬": "Mulao",
    "羌": "Qiang",
    "布朗": "Blang",
    "撒拉": "Salar",
    "毛南": "Maonan",
    "仡佬": "Gelao",
    "锡伯": "Xibe",
    "普米": "Pumi",
    "塔吉克": "Tajik",
    "怒": "Nu",
    "保安": "Bonan",
    "裕固": "Yugur",
    "独龙": "Derung",
    "各": "Multi-Ethnic",
}
"""The peoples after whom divisions are named, without 族."""
KINDS = {
    "特别行政区": "Special Administrative Region",
    "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "联合旗": "United Banner",
    "地区": "Prefecture",
    "矿区": "Mining District",
    "新区": "New Area",
    "林区": "Forestry District",
    "特区": "Special District",
    "省": "Province",
    "市": "",
    "区": "District",
    "县": "County",
    "旗": "Banner",
    "盟": "League",
}
"""With what names end, and the English of that; the longer before those that they end with."""
# 济南|市, 峰峰|矿区, 矿|区; not 碑|林区, for one forest alone is a district
KIND_PATTERN = re.compile(
    rf"(?P<stem>.+?)(?P<kind>特别行政区|自治[区州县旗]|联合旗|(?<=..)(?:地区|矿区|新区|特区)|(?<=神农架)林区|[{''.join(KINDS)}])"
)
ONE = "|".join(sorted(PEOPLES, key=len, reverse=True))
# 延边|朝鲜族, 恩施|土家族苗族, 隆林|各族, 伊犁|哈萨克; not 东|乡族, 鄂温克族
PEOPLES_PATTERN = re.compile(rf"(?P<stem>..+?)(?P<peoples>(?:(?:{ONE})族)+|哈萨克|蒙古|塔吉克|柯尔克孜|维吾尔|锡伯)")


class Parts(NamedTuple):
    """The parts of a name: 恩施 · 土家, 苗 · 自治州."""

    stem: str
    peoples: tuple[str, ...]
    kind: str


@cache
def parts(name: str) -> Parts:
    """Return the parts of a division's name.

    >>> parts("济南市"), parts("恩施土家族苗族自治州")
    (Parts(stem='济南', peoples=(), kind='市'), Parts(stem='恩施', peoples=('土家', '苗'), kind='自治州'))
    """
    match = KIND_PATTERN.fullmatch(name)
    if not match:
        return Parts(name, (), "")
    named = PEOPLES_PATTERN.fullmatch(match["stem"]) if match["kind"].startswith(("自治", "区")) else None
    if not named:
        return Parts(match["stem"], (), match["kind"])
    return Parts(named["stem"], tuple(re.findall(ONE, named["peoples"])), match["kind"])


def english_name(division: Division) -> str:
    """Return the English name of a division.

    >>> [english_name(Division("", name, latin)) for name, latin in (("济南市", "Jinan"), ("莘县", "Shenxian"))]
    ['Jinan', 'Shenxian County']
    """
    _, peoples, kind = parts(division.name)
    names = [PEOPLES[people] for people in peoples]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    return " ".join(filter(None, (division.latin, listed, KINDS.get(kind, ""))))


def slug(latin: str) -> str:
    """Return a Latin name in lower-case ASCII.

    >>> slug("Lu'an"), slug("Lüliang"), slug("Horqin Left Wing Rear")
    ('luan', 'luliang', 'horqin-left-wing-rear')
    """
    plain = unicodedata.normalize("NFKD", latin.lower()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z]+", "-", plain.replace("'", "")).strip("-")


@cache
def ids() -> dict[Division, str]:
    """Return the id of every division: no two have the same.

    >>> [ids()[each] for each in divisions() if each.name in ("吉林省", "吉林市", "余杭区")]
    ['jilin', 'jilin-city', 'yuhang']
    """
    order = sorted(divisions(), key=lambda each: (each.rank, each.is_past))
    alike = Counter((slug(each.latin), each.rank) for each in order)
    present = Counter((slug(each.latin), each.rank) for each in order if not each.is_past)
    found: dict[Division, str] = {STATE: "cn"}
    taken = {"cn"}
    for division in order[1:]:
        is_alone = (alike if division.is_past else present)[slug(division.latin), division.rank] == 1
        own = next(name for name in names_for(division, found) if name not in taken and (is_alone or "-" in name))
        found[division] = own
        taken.add(own)
    return found


def names_for(division: Division, found: dict[Division, str]) -> tuple[str, ...]:
    """Return the ids that a division could have, the shortest first."""
    own, holder = slug(division.latin), above(division)
    kind = slug(KINDS.get(parts(division.name).kind, "")) or "city"
    held = found[holder] if holder else ""
    between = () if held == own else (f"{held}-{own}",)
    return (own, *between, f"{own}-{kind}", f"{held}-{own}-{kind}", f"{held}-{own}-former-{kind}")
