"""Words of the ways of reading a policy, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

READING_STRINGS: dict[str, Bilingual] = {
    "modes": Bilingual("阅读方式", "Ways of reading"),
    "mode-sides": Bilingual("左右对照", "Side by side"),
    "mode-lines": Bilingual("逐段对照", "By paragraph"),
    "mode-received": Bilingual("来源与校订", "As received"),
    "mode-traditional": Bilingual("以繁体字显示中文", "Show the Chinese in Traditional characters"),
    "hide-chinese": Bilingual("隐藏中文", "Hide the Chinese"),
    "hide-english": Bilingual("隐藏英文", "Hide the English"),
    "received-title": Bilingual("{title}（来源与校订）", "{title} – as received"),
    "received-lead": Bilingual(
        "来源文件的原样与本馆正文逐段并列。逐字替换的汉字和标点在段首计数，并在文中标出；其余增删都带链接，通往更改的理由。",
        "The file exactly as received beside our text, paragraph by paragraph. Characters and punctuation marks replaced one for one are counted before each paragraph and marked in it; every other difference is a link to the reason for it.",
    ),
    "received-signs": Bilingual(
        "不可见的字符以符号表示：{signs}。", "Invisible characters are shown as signs: {signs}."
    ),
    "received-edited": Bilingual("本馆正文", "Our text"),
    "received-script": Bilingual("繁转简{n}处", "made Simplified × {n}"),
    "received-punctuation": Bilingual("标点{n}处", "punctuation × {n}"),
    "received-left-out": Bilingual("未收入正文：{rule}", "Not in our text: {rule}"),
    "sign-count": Bilingual("{name}{n}个", "{name} × {n}"),
}

SIGN_NAMES: dict[str, Bilingual] = {
    "↵": Bilingual("换行符", "line end"),
    "␍": Bilingual("回车符", "carriage return"),
    "␣": Bilingual("空格", "space"),
    "⍽": Bilingual("不换行空格", "no-break space"),
    "◫": Bilingual("半身空格", "en space"),
    "▭": Bilingual("全身空格", "em space"),
    "⬚": Bilingual("全角空格", "ideographic space"),
    "⇥": Bilingual("制表符", "tab"),
    "�": Bilingual("控制字符", "control character"),
}
"""What the signs of invisible characters are called."""
