"""The table of the kinds of sections: every kind has its row, anchors follow from the rows, and a new row is all it takes."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model import anchors
from scripts.model.anchors import BLOCK, HEADS, INNER_SIGNS, Anchor, Step
from scripts.model.kinds import KINDS, ROWS, Kind, LineForm, Numbering, stands_alone
from scripts.model.vocabulary import Language, SectionKind
from scripts.read.structure.lines import name_line, read_lines
from scripts.read.structure.nest import nest
from scripts.write.words.place_labels import place_label
from tests.conftest import CITY, DISTRICT, IDS, INVENTED, ROOT, copy_project, run_scripts
from tests.steps import count_steps

FORMS = [(row, row.line) for row in ROWS if row.line]


def test_every_kind_has_one_row() -> None:
    assert sorted(row.name for row in ROWS) == sorted(SectionKind)
    assert len(KINDS) == len(ROWS)


def test_signs_are_told_apart() -> None:
    named = [row.sign for row in ROWS if row.sign]
    assert len({*named, BLOCK}) == len(named) + 1
    assert all(row.sign for row in ROWS if stands_alone(row))
    assert all(re.fullmatch("[a-z]*", row.sign) for row in ROWS)


@pytest.mark.parametrize(("row", "form"), FORMS, ids=[row.name for row, _ in FORMS])
def test_a_line_has_the_kind_of_which_it_is_an_example(row: Kind, form: LineForm) -> None:
    assert form.examples
    assert form.counter_examples
    assert {line: name_line(line, 0, len(line)).kind for line in form.examples} == dict.fromkeys(
        form.examples, row.name
    )
    assert [line for line in form.counter_examples if name_line(line, 0, len(line)).kind is row.name] == []


@st.composite
def grammatical(draw: st.DrawFn) -> Anchor:
    """Return any anchor that the rows allow."""
    steps: list[Step] = []
    kinds: list[Kind] = []
    while True:
        rows = INNER_SIGNS[kinds[-1].name] if kinds else HEADS
        signs = [*rows, *([BLOCK] if anchors.kind_of_block(kinds) else [])]
        if kinds and (not signs or draw(st.booleans())):
            return tuple(steps)
        sign, numbers = draw(st.sampled_from(signs)), st.integers(1, 9999)
        if sign == BLOCK:
            return (*steps, Step(BLOCK, draw(numbers)))
        kinds.append(rows[sign])
        is_bare = rows[sign].numbering is Numbering.NONE
        insert = draw(st.integers(0, 12)) if rows[sign].is_inserted else 0
        steps.append(Step(sign) if is_bare else Step(sign, draw(numbers), draw(st.integers(1, 12)), insert))


@settings(max_examples=500)
@given(grammatical())
def test_make_and_parse_are_inverse_over_the_grammar_of_the_rows(anchor: Anchor) -> None:
    text = anchors.make(anchor)
    assert text.isascii()
    assert anchors.parse(text) == anchor
    assert all(place_label(text, language) for language in Language)


@pytest.mark.parametrize(
    "text",
    [
        "preamble2",
        "preamble-p1",
        "closing-3",
        "closing3-p1",
        "box3-d1",
        "box3-8-1",
        "t1-1",
        "t1-r2-r3",
        "s2-r1",
        "m14",
        "",
        "s2-3-1-2-1-1-1-1",
        "a14-s1",
        "a14-a1",
        "sec1-ch2",
        "ch3-bk1",
        "s2z1",
        "a14z",
        "p1z1",
        "s2-d1-3",
        "p1-p2",
        "p",
        "s",
        "d1",
        "r1",
        "1",
        "s2-p1-p2",
        "s2-box1",
        "s2-preamble",
        "s2_1",
    ],
)
def test_what_no_row_allows_is_no_anchor(text: str) -> None:
    with pytest.raises(ValueError, match="no anchor"):
        anchors.parse(text)


@pytest.mark.parametrize("policy_id", IDS)
def test_every_published_anchor_is_one(policy_id: str) -> None:
    published = (ROOT / "corpus/policies" / policy_id / "anchors.txt").read_text(encoding="utf-8").split()
    assert len(published) > 30
    assert [text for text in published if text != "->" and anchors.make(anchors.parse(text)) != text] == []


def boxes(count: int) -> str:
    return "一、甲\n（一）乙\n" + "专栏1：丙\n1.丁\n2.戊\n" * count


def test_the_work_of_nesting_grows_with_the_text_and_not_with_its_square() -> None:
    def count(size: int) -> int:
        text = boxes(size)
        return count_steps(lambda: nest(text, list(read_lines(text))))

    small, large = count(50), count(400)
    assert large < small * 12  # eight times the text; its square would be 64 times the work


# a kind that no document has, so that it never stands in the table
NAME = '    MAXIM = "maxim"\n    VERSE = "verse"\n'
ROW = """    Kind(
        name=SectionKind.MAXIM,
        sign="m",
        level=15,
        numbering=Numbering.DOCUMENT,
        place=Bilingual("第{n:han}则", "Maxim {n}"),
        paragraph=Bilingual("第{n:han}款", ", para. {n}"),
        number_en="Maxim {n}. ",
        line=LineForm(
            re.compile(r"(?P<label>第(?P<number>[一二三四五六七八九十百]+)则)\\s*"), ("第十四则 甲",), ("第十四届",)
        ),
        has_title=False,
        begins_text=True,
        is_compared=True,
        parallel_level=2,
    ),
    Kind(
        name=SectionKind.VERSE,
        sign="v",
        level=12,
        numbering=Numbering.PARENT,
        place=Bilingual("第{n:han}句", ", verse {n}"),
        line=LineForm(re.compile(r"(?P<label>第(?P<number>[一二三]+)句)\\s*"), ("第一句 甲",), ("第一届",)),
    ),
"""
TEXT = """为了说明，编造本文。
第一则 食品药品安全实行全程监管，完善食品药品抽验制度。
企业对食品药品质量负责。
第二则 检验检测机构应当具备下列条件：
（一）有计量标准器具；
（二）有检验检测人员。
第四则 品牌培育实行梯度推进，合格率达到97%以上。
第一句 编造
附件1
水渠清淤
任务清单
为清水渠，编造本清单。
一、干渠
（一）东段。清东段，合格率达到95%以上。
某县水务局
2041年1月2日
"""
MADE_UP = ("moxiang-2041", "yunting-2041")
"""Each made from the policy of the same place."""
MODELS = (CITY, DISTRICT)


@dataclass
class Archive:
    """What an archive with a made-up kind of section wrote."""

    folder: Path
    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Of the first made-up policy's JSON, by anchor."""

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def rows(self, path: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.read(path).splitlines()]


def insert(file: Path, before: str, text: str) -> None:
    old = file.read_text(encoding="utf-8")
    assert old.count(before) == 1
    file.write_text(old.replace(before, text + before), encoding="utf-8")


def add_policy(folder: Path, model: Path) -> None:
    """Write a policy with maxims, and the English of some of it."""
    folder.mkdir()
    (folder / "source.txt").write_text(TEXT, encoding="utf-8")
    described = (model / "policy.yml").read_text(encoding="utf-8").replace(model.name, folder.name)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    described = re.sub(r"sha256: \w+", f"sha256: {digest}", described)
    (folder / "policy.yml").write_text(described, encoding="utf-8")
    (folder / "emendations.yml").write_text("[]\n", encoding="utf-8")
    first, second = TEXT.splitlines()[1].removeprefix("第一则 "), TEXT.splitlines()[2]
    entries = (("m1-p1", first, "Food is supervised."), ("m1-p2", second, "Enterprises answer for it."))
    written = (f'msgctxt "{anchor}"\nmsgid "{zh}"\nmsgstr "{en}"\n' for anchor, zh, en in entries)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (folder / "en.po").write_text("\n".join([head, *written]), encoding="utf-8")


@pytest.fixture(scope="module")
def with_maxims(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A copy of the project to which names and rows were added, with two policies that have such sections, built."""
    root = tmp_path_factory.mktemp("kinds")
    copy_project(root, INVENTED / "corpus")
    insert(root / "scripts/model/vocabulary.py", '    ITEM = "item"', NAME)
    insert(root / "scripts/model/kinds.py", "    *LAW_ROWS,\n", ROW)
    for policy_id, model in zip(MADE_UP, MODELS, strict=True):
        add_policy(root / "corpus/policies" / policy_id, root / "corpus/policies" / model)
    built = run_scripts("build", cwd=root, begins=True)
    assert built.returncode == 0, built.stderr.decode()
    exported = run_scripts("export", "--opensearch", str(root / "search.ndjson"), cwd=root, begins=True)
    assert exported.returncode == 0, exported.stderr.decode()
    archive = Archive(root)

    def gather(sections: list[dict[str, Any]]) -> None:
        for section in sections:
            archive.sections[section["anchor"]] = section
            gather(section["children"])

    gather(json.loads(archive.read(f"docs/zh/data/policies/{MADE_UP[0]}.json"))["sections"])
    return archive


def test_a_new_kind_is_read_and_published_as_data(with_maxims: Archive) -> None:
    kinds = {anchor: section["kind"] for anchor, section in with_maxims.sections.items()}
    assert kinds == {
        "preamble": "preamble", "m1": "maxim", "m2": "maxim", "m2-1": "item", "m2-2": "item", "m4": "maxim",
        "x1": "annex", "x1-s1": "part", "x1-s1-1": "item", "x1-closing": "closing",
    }  # fmt: skip
    assert [block["anchor"] for block in with_maxims.sections["m1"]["blocks"]] == ["m1-p1", "m1-p2"]
    assert with_maxims.sections["m4"]["blocks"][1]["text"] == "第一句 编造"  # a label that has no place is text
    assert with_maxims.sections["m1"]["label"] == "第一则"
    assert with_maxims.sections["m1"]["title"] == ""
    lines = [row for row in with_maxims.rows("docs/zh/data/sections.jsonl") if row["policy"] == MADE_UP[0]]
    labels = {(row["anchor"], row["lang"]): row["label"] for row in lines}
    assert labels["m1", "zh"] == "第一则"
    assert labels["m1", "en"] == "Maxim 1."


def test_a_new_kind_has_its_labels_in_the_search(with_maxims: Archive) -> None:
    found = [row for row in with_maxims.rows("search.ndjson") if f"policies/{MADE_UP[0]}/" in str(row)]
    labels = {row["anchor"]: (row["label_zh"], row["label_en"]) for row in found if "label_zh" in row}
    assert labels["m1"] == ("第一则", "Maxim 1")
    assert labels["m2-2"] == ("第二则（二）", "Maxim 2(2)")


def test_a_new_kind_stands_on_the_page_in_the_contents_and_side_by_side(with_maxims: Archive) -> None:
    page = with_maxims.read(f"docs/zh/policies/{MADE_UP[0]}/index.md")
    parallel = with_maxims.read(f"docs/zh/policies/{MADE_UP[0]}/parallel/index.md")
    english = with_maxims.read(f"docs/en/policies/{MADE_UP[0]}/index.md")
    places = re.findall(r"\{#(m\d+(?:-\d+)?)(?:-p1)?\}$", page, re.MULTILINE)
    assert list(dict.fromkeys(places)) == ["m1", "m2", "m2-1", "m2-2", "m4"]
    assert re.search(r"^\*\*第一则", parallel, re.MULTILINE)  # a number by itself is no heading
    assert re.findall(r'"to": "(m\d+)"', parallel) == ["m1", "m2", "m4"]
    assert "Maxim 1." in english


def test_an_annex_stands_under_its_number_and_title_everywhere(with_maxims: Archive) -> None:
    annex = with_maxims.sections["x1"]
    assert (annex["label"], annex["title"]) == ("附件1", "水渠清淤任务清单")
    assert [block["anchor"] for block in annex["blocks"]] == ["x1-p1"]
    page = with_maxims.read(f"docs/zh/policies/{MADE_UP[0]}/index.md")
    parallel = with_maxims.read(f"docs/zh/policies/{MADE_UP[0]}/parallel/index.md")
    text = with_maxims.read(f"docs/zh/data/policies/{MADE_UP[0]}.md")
    assert re.search(r"^## 附件1 水渠清淤 任务清单 \{#x1\}$", page, re.MULTILINE)
    assert re.search(r"^### 一、干渠 \{#x1-s1\}$", page, re.MULTILINE)
    assert re.search(r"^## 附件1 水渠清淤 任务清单", parallel, re.MULTILINE)
    assert re.search(r"^## .*附件1 水渠清淤 任务清单", text, re.MULTILINE)
    lines = [row for row in with_maxims.rows("docs/zh/data/sections.jsonl") if row["policy"] == MADE_UP[0]]
    assert {row["title"] for row in lines if row["anchor"] == "x1"} >= {"水渠清淤任务清单"}
    figures = with_maxims.read("docs/zh/data/targets.csv")
    assert f"{MADE_UP[0]},x1-s1-1-p1," in figures


def test_an_annex_has_a_label_in_the_search(with_maxims: Archive) -> None:
    found = [row for row in with_maxims.rows("search.ndjson") if f"policies/{MADE_UP[0]}/" in str(row)]
    labels = {row["anchor"]: (row["label_zh"], row["label_en"]) for row in found if "label_zh" in row}
    assert labels["x1"] == ("附文1", "Attachment 1")
    assert labels["x1-s1-1"] == ("附文1 一（一）", "Attachment 1, Part 1(1)")


def test_a_new_kind_is_compared_with_its_like(with_maxims: Archive) -> None:
    page = with_maxims.read(f"docs/zh/policies/{MADE_UP[0]}/index.md")
    assert f"policies/{MADE_UP[1]}/#m1" in page
    assert "云汀区第一则" in page


def test_a_new_kind_is_checked(with_maxims: Archive) -> None:
    file = f"corpus/policies/{MADE_UP[0]}/source.txt"
    problems = run_scripts("check", cwd=with_maxims.folder, begins=True).stdout.decode()
    assert f"{file}:7: [numbering] 第四则 follows 第二则; expected 第三则" in problems
    assert f"{file}: [anchor]" not in problems
