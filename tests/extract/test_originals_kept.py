"""A file that is no text stands in the corpus as received, beside its text: checked again, published, undone."""

import io
import json
import zipfile
from pathlib import Path

import pytest
import yaml

from scripts.commands.build import build
from scripts.commands.new import start_policy
from scripts.commands.work_list import make_work_list
from scripts.model.vocabulary import Format, Leaving
from scripts.problems import CorpusError
from scripts.read.extract.door import READERS, open_file, read_given, reader_of
from tests.conftest import INVENTED, copy_project
from tests.extract.docx_files import definition, level, listed, make_docx, p, r

ID = "jinan-2031"
LISTS = definition(0, level(0, "chineseCountingThousand", "%1、")) + listed(1, 0)
PLAN = make_docx(
    "".join(
        [
            p("济南市护堤方案"),
            p("济政发〔2031〕7号"),
            p("总体要求", num=(1, 0)),
            p("护堤和查堤由沿岸各镇负责。", r("内部参阅", "<w:vanish/>")),
            p("工作任务", num=(1, 0)),
            p("每月查堤一次。"),
        ]
    ),
    numbering=LISTS,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with a policy that came as a DOCX file."""
    copy_project(tmp_path, INVENTED / "corpus")
    (tmp_path / "plan.docx").write_bytes(PLAN)
    start_policy(tmp_path / "plan.docx", ID, tmp_path)
    return tmp_path


def folder_of(project: Path) -> Path:
    return project / "corpus/policies" / ID


def told(project: Path) -> dict[str, str]:
    """Return what is said of the file and its text, by rule."""
    rules = ("original", "extraction", "sha256", "file")
    return {each.rule: str(each) for each in make_work_list(project, ID).problems if each.rule in rules}


def test_the_file_and_its_text_stand_side_by_side_with_both_fingerprints(project: Path) -> None:
    folder = folder_of(project)
    assert (folder / "source.docx").read_bytes() == PLAN
    assert (folder / "source.txt").read_text(encoding="utf-8").splitlines()[2:4] == [
        "一、总体要求",
        "护堤和查堤由沿岸各镇负责。",
    ]
    source = yaml.safe_load((folder / "policy.yml").read_text(encoding="utf-8"))["source"]
    assert source["original"]["format"] == "docx"
    assert source["original"]["left_out"] == {"hidden": 1}
    assert told(project) == {}


def test_a_text_that_is_not_what_the_file_gives_is_told_at_its_first_line(project: Path) -> None:
    file = folder_of(project) / "source.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("每月", "每年"), encoding="utf-8")
    assert (
        "source.txt:6: [extraction] docx 1 extracts '每月查堤一次。' here, not '每年查堤一次。'"
        in told(project)["extraction"]
    )
    assert "sha256" in told(project)


def test_a_file_that_was_changed_is_told_and_one_that_nobody_names_too(project: Path) -> None:
    folder = folder_of(project)
    (folder / "source.docx").write_bytes(PLAN + b"x")
    assert "restore the file as received" in told(project)["original"]
    (folder / "source.docx").write_bytes(PLAN)
    (folder / "source.pdf").write_bytes(b"%PDF-1.4")
    assert "source.pdf: [original] is not what policy.yml names" in told(project)["original"]
    (folder / "source.pdf").unlink()
    (folder / "source.docx").unlink()
    assert "put the file as received to this place" in told(project)["original"]


def test_a_file_of_another_kind_than_is_on_record_is_told(project: Path) -> None:
    policy = folder_of(project) / "policy.yml"
    policy.write_text(policy.read_text(encoding="utf-8").replace("format: docx", "format: html"), encoding="utf-8")
    (folder_of(project) / "source.docx").rename(folder_of(project) / "source.html")
    assert "is of the kind docx, but policy.yml says html" in told(project)["extraction"]


def test_the_site_has_the_file_in_a_zip_and_says_how_its_text_was_made(project: Path) -> None:
    assert not build(project).problems
    data = project / "docs/zh/data/policies" / ID
    with zipfile.ZipFile(io.BytesIO((data / "original.zip").read_bytes())) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {"source.docx": PLAN}
    value = json.loads(data.with_suffix(".json").read_text(encoding="utf-8"))
    assert value["source"]["original"]["program"] == "docx 1"
    page = (project / f"docs/en/policies/{ID}/index.md").read_text(encoding="utf-8")
    assert "the text was extracted by our program (docx 1)" in page
    assert "hidden passages: 1" in page


def test_every_kind_of_file_has_a_reader() -> None:
    assert set(READERS) == set(Format) - {Format.TEXT}
    assert all(callable(reader_of(kind)) for kind in READERS)


def test_a_text_keeps_the_bounds_of_a_text_and_files_have_their_own(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes("质".encode() * 1_000_001)
    with pytest.raises(CorpusError, match="a text may have 3,000,000"):
        read_given(file, "long.txt")


def test_a_file_of_pictures_alone_is_refused_with_what_to_do() -> None:
    picture = "<w:r><w:drawing/></w:r>"
    with pytest.raises(CorpusError, match=r"holds no text.*type what it says"):
        open_file(make_docx(p(picture)), "scan.docx")


def test_what_is_left_out_is_counted_only_where_there_is_any() -> None:
    original = open_file(PLAN, "plan.docx").source.original
    assert original
    assert original.left_out == ((Leaving.HIDDEN, 1),)
