"""Chinese names → their syllables, by which lists are ordered and readers find them: zhi liang qiang shi.

`pinyin.txt` has the usual reading of each character of GB 2312, after the Unihan database; here stand the words in
which one is read otherwise. A character of which nothing is known stands for itself. A name of the glossary that the
editors spelled out themselves (`pinyin` of a term) needs nothing of this.
"""

import re
from functools import cache
from pathlib import Path

READINGS = Path(__file__).with_name("pinyin.txt")
PHRASES = {
    "银行": "yin hang",
    "行业": "hang ye",
    "行情": "hang qing",
    "商行": "shang hang",
    "供给": "gong ji",
    "给水": "ji shui",
    "调查": "diao cha",
    "调研": "diao yan",
    "调度": "diao du",
    "调运": "diao yun",
    "抽调": "chou diao",
    "强调": "qiang diao",
    "增长": "zeng zhang",
    "成长": "cheng zhang",
    "生长": "sheng zhang",
    "市长": "shi zhang",
    "局长": "ju zhang",
    "校长": "xiao zhang",
    "会长": "hui zhang",
    "行长": "hang zhang",
    "组长": "zu zhang",
    "省长": "sheng zhang",
    "厅长": "ting zhang",
    "部长": "bu zhang",
    "区长": "qu zhang",
    "县长": "xian zhang",
    "院长": "yuan zhang",
    "河长": "he zhang",
    "湖长": "hu zhang",
    "链长": "lian zhang",
    "牌长": "pai zhang",
    "分行": "fen hang",
    "支行": "zhi hang",
    "牲畜": "sheng chu",
    "畜禽": "chu qin",
    "重庆": "chong qing",
    "重复": "chong fu",
    "重建": "chong jian",
    "重组": "chong zu",
    "率先": "shuai xian",
    "音乐": "yin yue",
    "西藏": "xi zang",
    "厦门": "xia men",
    "会计": "kuai ji",
    "校准": "jiao zhun",
    "人参": "ren shen",
    "朝阳": "chao yang",
    "六安": "lu an",
    "传记": "zhuan ji",
    "还款": "huan kuan",
    "大厦": "da sha",
}
"""Words in which a character is not read as it usually is; the longest that stands somewhere counts."""
DIGITS = ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")
# 银行, GB, 2, 质
PIECE_PATTERN = re.compile("|".join([*sorted(PHRASES, key=len, reverse=True), "[A-Za-z]+", "[0-9]", "[\u4e00-\u9fff]"]))


@cache
def readings() -> dict[str, str]:
    """Return the usual reading of each character."""
    lines = (line.split(" ") for line in READINGS.read_text(encoding="utf-8").splitlines())
    return {character: syllable for syllable, characters in lines for character in characters}


@cache
def spell(name: str) -> str:
    """Return the syllables of a name, without tones, ü as v; what is neither letter, digit nor character is left out.

    >>> spell("A级企业"), spell("中国人民银行"), spell("“水十条”")
    ('a ji qi ye', 'zhong guo ren min yin hang', 'shui shi tiao')
    """
    return " ".join(spell_piece(piece) for piece in PIECE_PATTERN.findall(name))


def spell_piece(piece: str) -> str:
    """Return how a word, a digit or a character is read."""
    if piece.isdecimal():
        return DIGITS[int(piece)]
    return PHRASES.get(piece) or readings().get(piece, piece.lower())
