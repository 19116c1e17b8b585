"""Radicals that stand for characters → those characters: ⼀ is 一, ⻓ is 长, ⼾ is 户 in a Simplified text.

Programs that read PDFs give them for characters that a font draws with the same glyph. The table is Unicode's own
(EquivalentUnifiedIdeograph, version 14.0.0; U+2E80–2FD5), because normalization (NFKC) leaves most of U+2E80–2EFF alone
and gives Traditional characters for others.

Beside them stand the private-use characters that earlier editions of GB18030 had for some of today's characters.
"""

import unicodedata
from collections.abc import Iterator

from scripts.text.characters import CharacterClass, simplified_forms

EQUIVALENTS = (
    (0x2E81, "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵"),
    (
        0x2E9B,
        "旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶"
        "辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
    ),
    (
        0x2F00,
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾"
        "干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生"
        "用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
        "豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
        "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠",
    ),
)
"""The code point of each first radical, and what it and those behind it stand for."""
RADICALS = {first + place: char for first, chars in EQUIVALENTS for place, char in enumerate(chars)}
RADICALS[0x2FAD] = "青"  # as both scripts write it; Unicode's table has 靑
EDITIONS = dict(
    zip(
        "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue7c7\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c"
        "\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
        "︐︒︑︓︔︕︖︗︘︙ḿ𠂇𠂉𠃌龴龵龶龷𡗗龸𢦏龹龺𤇾龻",
        strict=True,
    )
)
"""The private-use characters that earlier editions of GB18030 had at A6D9–A6F3, A8BC and FE51–FEA0, and today's."""
COMPATIBLE = "\uf900-\ufad9\U0002f800-\U0002fa1d"
DOUBLES = CharacterClass("".join(EDITIONS) + f"\u2e80-\u2fd5{COMPATIBLE}")


def find_doubles(text: str, is_traditional: bool = False) -> Iterator[tuple[int, str]]:
    """Yield the place of each radical and compatibility character of a text, with the one that it stands for.

    >>> list(find_doubles("⼾⼝⾼⻝"))
    [(0, '户'), (1, '口'), (2, '高'), (3, '食')]
    """
    for start, end in DOUBLES.find_runs(text):
        for place in range(start, end):
            right = double_of(text[place], is_traditional)
            if right != text[place]:
                yield place, right


def double_of(char: str, is_traditional: bool = False) -> str:
    """Return what a character stands for that only looks like another; itself if it does not."""
    if char in EDITIONS:
        return EDITIONS[char]
    radical = RADICALS.get(ord(char))
    if radical is None:
        return unicodedata.normalize("NFC", char)
    return radical if is_traditional else simplified_forms().get(radical, radical)
