"""The fonts of `package.json` → the fonts of cards: the characters that the present cards show, and no others.

A policy whose title has other characters gets the archive's card until `make card-fonts` makes the fonts anew.
"""

from collections.abc import Iterable
from pathlib import Path

from scripts.model.vocabulary import Language
from scripts.problems import CorpusError

SOURCES = {
    Language.ZH: "noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf",
    Language.EN: "noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf",
}
"""Below `node_modules/@expo-google-fonts`; both under the SIL Open Font License (fonts/OFL.txt)."""
ALWAYS = (
    "".join(map(chr, range(0x20, 0x7F))) + "“”‘’—–…·，。、；：？！（）《》〔〕〇一二三四五六七八九十年月日号省市州区县"
    "中共委员会人民政府办公厅室局关于印发转贯彻落实施进加快推动促强深化改革创新高质量发展提升行动工作若干政策措施补充意见"
    "方案计划规划纲要决定通知办法条例细则分管理标准品牌计认证检验测产服务食药安全环境建设知识权体系战略试点"
)
"""What later titles are likely to need."""
KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 13, 14)
"""Copyright, names, trademark and licence stay in the font, as its licence asks."""


def make_font(root: Path, language: Language, words: Iterable[str], target: Path) -> None:
    """Write the font of a language that has the characters of these words.

    CorpusError where fontTools or the font is missing.
    """
    try:
        from fontTools import subset  # noqa: PLC0415 - who builds the site does not need it
    except ImportError as error:
        raise CorpusError("fontTools", "is not installed; `make pdf` installs it", 0, "install") from error
    source = root / "node_modules/@expo-google-fonts" / SOURCES[language]
    if not source.is_file():
        raise CorpusError(str(source), "is not there; `make pdf` installs the fonts", 0, "install")
    options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=KEPT_NAMES, recalc_timestamp=False)
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted({*ALWAYS, *"".join(words)})))
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
