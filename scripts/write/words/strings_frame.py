"""Words of the frame of every page, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

FRAME_STRINGS: dict[str, Bilingual] = {
    "frame-skip": Bilingual("跳到正文", "Skip to the text"),
    "frame-search-label": Bilingual("检索全文", "Search the texts"),
    "frame-search-button": Bilingual("检索", "Search"),
    "frame-menu": Bilingual("栏目", "Menu"),
    "frame-sections": Bilingual("各栏目", "Sections"),
    "frame-crumbs": Bilingual("所在位置", "You are here"),
    "frame-siblings": Bilingual("“{section}”栏目", "Pages under “{section}”"),
    "frame-all-pages": Bilingual("全部栏目", "All sections"),
    "frame-last-change": Bilingual("最近更新：{date}", "Last changed on {date}"),
    "frame-appearance": Bilingual("外观", "Appearance"),
    "frame-appearance-auto": Bilingual("跟随系统", "Follow system"),
    "frame-appearance-light": Bilingual("浅色", "Light"),
    "frame-appearance-dark": Bilingual("深色", "Dark"),
}
