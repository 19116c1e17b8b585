"""Words of the home page that are not written there by hand; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

HOME_STRINGS: dict[str, Bilingual] = {
    "home-policies": Bilingual("{n}份文件", "{n} policies"),
    "home-indicators": Bilingual("{n}项指标", "{n} indicators"),
    "home-terms": Bilingual("{n}条术语", "{n} terms"),
    "sample-reasons": Bilingual("看理由和依据", "See the reasons and evidence"),
    "sample-in-place": Bilingual("到原文处看", "See it in its place"),
}
