"""A site for which pages are kept is the same, byte for byte, as one whose pages are all rendered."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.site import build as site
from scripts.write.disk.record import SITE, record_name
from tests.few_pages import make_few_pages

Files = dict[str, bytes]
PAGES = (
    *("index.md", "about/index.md", "log", "policies/index.md", "policies/jilin-2018"),
    *("indicators/.example.md", "indicators/agro-processing-plants", "data/index.md"),
)
"""Below `docs/<language>/`: each site is built twice and more, and its pages need be of few kinds."""
POLICY = "docs/en/policies/jilin-2018/index.md"
KEPT = "policies/jilin-2018/edits/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, docs: Path) -> Path:
    """A project with some pages, and the site that was made of them."""
    folder = make_few_pages(tmp_path_factory.mktemp("built"), PAGES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "ROOT", folder)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        assert site.build_site("mkdocs") == 0
    return folder


@pytest.fixture
def few_pages(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which a test may change."""
    monkeypatch.setattr(site, "ROOT", tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return shutil.copytree(built, tmp_path, dirs_exist_ok=True)


def build(folder: Path) -> Files:
    """Build the site as `make site` does, and return its files."""
    assert site.build_site("mkdocs") == 0
    return files_of(folder)


def files_of(folder: Path) -> Files:
    """Return the files of the site."""
    made = folder / "site"
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}


def build_all(folder: Path) -> Files:
    """Build the site with nothing to keep."""
    shutil.rmtree(folder / "site")
    (folder / record_name(SITE)).unlink()
    return build(folder)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_a_page(folder: Path) -> None:
    edit(folder / POLICY, "\n## ", "\nMore words, and [a link](jilin-2018#s1).\n\n## ")


def change_a_title_in_the_navigation(folder: Path) -> None:
    edit(folder / "docs/en/about/index.md", "title: ", "title: All ")


def change_a_snippet(folder: Path) -> None:
    edit(folder / "docs/en/policies/.list.md", "Jinan", "The City of Jinan")


def change_a_template(folder: Path) -> None:
    edit(folder / "overrides/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="x" content="y">')


def remove_an_anchor(folder: Path) -> None:
    edit(folder / POLICY, "{#s2-1-p1}", "{#s2-1-p9}")


def remove_a_page(folder: Path) -> None:
    shutil.rmtree(folder / "docs/en/policies/jilin-2018/parallel")


def add_a_page(folder: Path) -> None:
    shutil.copytree(folder / "docs/en/indicators/agro-processing-plants", folder / "docs/en/indicators/another")


@pytest.mark.parametrize(
    ("change", "keeps"),
    [
        (change_a_page, True),
        (change_a_snippet, True),
        (change_a_title_in_the_navigation, False),
        (change_a_template, False),
        (remove_an_anchor, False),
        (remove_a_page, False),
        (add_a_page, False),
    ],
)
def test_a_site_with_kept_pages_is_the_same_as_one_whose_pages_are_all_rendered(
    few_pages: Path, change: Callable[[Path], None], *, keeps: bool
) -> None:
    former = files_of(few_pages)
    place = (few_pages / "site" / KEPT).stat().st_ino
    change(few_pages)
    present = build(few_pages)
    assert ((few_pages / "site" / KEPT).stat().st_ino == place) == keeps
    assert present == build_all(few_pages)
    assert present != former


def test_a_page_that_is_gone_from_the_site_is_rendered_again(few_pages: Path) -> None:
    former = files_of(few_pages)
    change_a_page(few_pages)
    (few_pages / "site" / KEPT).unlink()
    assert build(few_pages).keys() == former.keys()


def test_a_link_to_an_anchor_that_a_kept_page_does_not_have_fails_the_build(few_pages: Path) -> None:
    edit(few_pages / "mkdocs.yml", "anchors: info", "anchors: warn")
    edit(few_pages / POLICY, "\n## ", "\n[A link](edits/index.md#script).\n\n## ")
    former = build(few_pages)
    edit(few_pages / POLICY, "edits/index.md#script", "edits/index.md#nowhere")
    assert site.build_site("mkdocs") != 0
    assert (few_pages / "site" / KEPT).read_bytes() == former[KEPT]
