"""What a draft of an emendation says of a damaged place, Chinese and English side by side."""

from scripts.model.bilingual import Bilingual
from scripts.text.damage.finding import DOT, DOUBTFUL_DOT, HYPHEN, LOST, MASK, SPLIT

REASONS: dict[str, Bilingual] = {
    SPLIT: Bilingual(
        "文本在标点的字节处被截断，而这些字节横跨两字，各段分别解码而坏（GBK编码：{detail}）。",
        "The text was cut at a mark whose bytes stand across two characters, and each piece decoded alone (in GBK: {detail}).",
    ),
    MASK: Bilingual("原词被掩去，代以符号。", "A word was masked with signs."),
    LOST: Bilingual("原字在转码时丢失。", "A character was lost when the text was encoded anew."),
    DOT: Bilingual("数字中的小数点丢失。", "The number lost its dot."),
    DOUBTFUL_DOT: Bilingual("数字中的小数点疑已丢失。", "The number seems to have lost its dot."),
    HYPHEN: Bilingual("两数之间的连接号丢失。", "The hyphen between two numbers was lost."),
}
EVIDENCE: dict[str, Bilingual] = {
    SPLIT: Bilingual(
        "还原后的字节依此截断，恰得残文；请核对文义。",
        "The bytes of this reading, cut so, give exactly what is printed; check the sense.",
    ),
    MASK: Bilingual(
        "符号之数与之相合；他文有“{detail}”。", "The number of signs fits; elsewhere “{detail}” is printed."
    ),
    LOST: Bilingual("依前后文，可作“{detail}”。", "By the words around, it may be “{detail}”."),
    DOT: Bilingual("他文作“{detail}”，别无他数。", "Elsewhere “{detail}” is printed, and no other number."),
    DOUBTFUL_DOT: Bilingual(
        "同一副本别处也丢失小数点；原文作“{detail}”。", "The same copy lost a dot elsewhere; it prints “{detail}”."
    ),
    HYPHEN: Bilingual(
        "标准号与年份、起讫年份之间应有此号：{detail}。",
        "A standard and its year, or two years, have it between them: {detail}.",
    ),
}
