"""The invented corpus with the fields that it leaves out, so that these are spoilt where they stand, not as examples only."""

import shutil
from pathlib import Path

from tests.conftest import CITY, DISTRICT, INVENTED

FURTHER = {
    f"policies/{CITY}/policy.yml": """
script: Hans
period:
  from: 2030
  until: 2035
  anchor: s1-3-p1
  quote: 到2035年，全市产品质量合格率达到95%以上，服务质量满意度达到85分，制造业产值年均增长4.0%以上。截至2030年底
goals:
- {year: 2035, anchor: s1-3-p1, quote: 到2035年，全市产品质量合格率达到95%以上}
in_force:
  from: "2031-03-09"
  until: "2035-12-31"
  ending: expired
  source: http://moxiang.example/list.html
  retrieved: "2036-01-02"
replaced_by:
  title: {zh: 云汀区质量发展规划, en: Yunting Plan for Quality Development}
  id: yunting-2032
  source: http://moxiang.example/list.html
  retrieved: "2036-01-02"
""",
    f"policies/{DISTRICT}/policy.yml": """
goals:
- {year: 2036, anchor: s1-1-p1, quote: 到2036年，全区产品质量合格率保持在98%左右}
in_force: {from: "2032", anchor: p2, quote: 制定本规划}
replaced_by:
  title: {zh: 云汀区质量新规划, en: New Yunting Plan for Quality}
  url: http://yunting.example/new.html
  anchor: p2
  quote: 着力提高全区质量水平
""",
    f"policies/{CITY}/targets.yml": """
- action: mend
  anchor: s2-2-p1
  quote: 服务质量满意度达到85分
  name: 服务质量满意度
  comparator: "="
  change: null
  value: 85
  value_max: null
  unit: 分
  year: 2035
  kind: target
  indicator: service-satisfaction
  reason: {zh: 年份由上文补足。, en: The year is taken from the words before it.}
""",
}
"""What is put at the end of some files."""
ADDRESS = "  url: http://lanting.example/outline.html\n"
SOURCE = "  source: {zh: 《产品质量统计办法》, en: Measures for Statistics of Product Quality}\n"


def make_corpus(target: Path) -> Path:
    """Make the corpus in a folder that is not there, and return it."""
    shutil.copytree(INVENTED / "corpus", target)
    for name, text in FURTHER.items():
        file = target / name
        former = file.read_text(encoding="utf-8")
        file.write_text(former.rstrip("\n") + text, encoding="utf-8")
    (target / "redirects.txt").write_text("# nothing is gone\n", encoding="utf-8")
    for name, place, added in (
        ("indicators", "  comparability: limited\n", SOURCE),
        ("documents", "  kind: outline\n", ADDRESS),
    ):
        file = target / f"glossary/{name}.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(place, added + place), encoding="utf-8")
    return target
