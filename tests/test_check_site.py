"""What `check` says of a built site that is not what the corpus gives, or that breaks a law of its pages."""

import gzip
import os
from pathlib import Path

import pytest

from scripts.check.site.few import MOST, few_of_each
from scripts.check.site.same import FEW, Trees, check_same, few_or_one
from scripts.commands.again import Settings, check_settings, read_settings
from scripts.problems import Problem

MADE = {
    "index.html": "<p>甲：乙。</p>\n<p>The city shall act.</p>\n".encode(),
    "data/targets.csv": b"policy,value\njinan-2018,97\n",
    "data/a.zip": b"PK\0\1\2",
    "policies/a/a.html": b"<p>a</p>",
    "sitemap.xml": b"<url>\n<loc>a</loc>\n</url>\n",
    "sitemap.xml.gz": gzip.compress(b"<url>\n<loc>a</loc>\n</url>\n"),
}


@pytest.fixture
def trees(tmp_path: Path) -> Trees:
    """Two trees that are the same."""
    for folder in ("made", "present"):
        for name, data in MADE.items():
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return Trees(tmp_path / "made", tmp_path / "present", "site", "`build`")


def found(trees: Trees) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.rule) for problem in check_same(trees)]


def test_two_trees_that_are_the_same_have_no_problem(trees: Trees) -> None:
    assert found(trees) == []


def test_the_first_line_that_differs_is_shown_with_what_must_stand_there(trees: Trees) -> None:
    (trees.present / "index.html").write_bytes(MADE["index.html"].replace(b"shall", b"may"))
    (problem,) = check_same(trees)
    assert (problem.path, problem.line, problem.rule) == ("site/index.html", 2, "differs")
    assert "shall act" in problem.message
    assert "`build`" in problem.message
    assert problem.excerpt[problem.column :].startswith("may act")


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_is_gone_cut_short_empty_or_longer_is_a_problem(trees: Trees, name: str) -> None:
    file, data = trees.present / name, MADE[name]
    for spoilt in (data[: len(data) // 2], b"", data + b"\n\n", bytes([data[0] ^ 1]) + data[1:]):
        file.write_bytes(spoilt)
        assert [(path, rule) for path, _, rule in found(trees)] == [(f"site/{name}", "differs")]
    file.unlink()
    assert found(trees) == [(f"site/{name}", 0, "missing-file")]


def test_a_file_that_nothing_makes_is_a_problem_but_for_a_pdf_beside_its_page(trees: Trees) -> None:
    for name in ("policies/a/a.pdf", "policies/a/b.pdf", ".DS_Store"):
        (trees.present / name).write_bytes(b"%PDF")
    (trees.present / "empty").mkdir()
    rules = {"site/.DS_Store": "foreign-file", "site/empty": "foreign-file", "site/policies/a/b.pdf": "foreign-file"}
    assert {path: rule for path, _, rule in found(trees)} == rules


def test_a_folder_a_link_or_a_pipe_in_the_place_of_a_file_is_a_problem(trees: Trees) -> None:
    for name in ("index.html", "data/targets.csv", "data/a.zip"):
        (trees.present / name).unlink()
    (trees.present / "index.html").mkdir()
    (trees.present / "data/targets.csv").symlink_to(trees.made / "data/targets.csv")
    os.mkfifo(trees.present / "data/a.zip")
    assert {rule for _, _, rule in found(trees)} == {"differs"}
    assert len(found(trees)) == 3


def test_only_the_days_of_the_list_of_pages_come_from_elsewhere(trees: Trees) -> None:
    dated = b"<url>\n<loc>a</loc>\n<lastmod>2026-11-29</lastmod>\n</url>\n"
    (trees.present / "sitemap.xml").write_bytes(dated)
    (trees.present / "sitemap.xml.gz").write_bytes(gzip.compress(dated))
    assert found(trees) == []
    (trees.present / "sitemap.xml.gz").write_bytes(gzip.compress(dated.replace(b">a<", b">b<")))
    assert found(trees) == [("site/sitemap.xml.gz", 0, "differs")]


def test_a_tree_older_than_what_it_is_made_from_is_one_problem_and_not_thousands(trees: Trees) -> None:
    corpus = trees.made.parent / "corpus"
    corpus.mkdir()
    (corpus / "a.yml").touch()
    problems = [Problem(f"site/{number}.html", 1, "differs", "is not the same") for number in range(FEW + 1)]
    for file in trees.present.rglob("*"):
        os.utime(file, (0, 0))
    (told,) = few_or_one(problems, trees.present, {"corpus": corpus}, "`build`")
    assert (told.rule, f"{len(problems)} files differ" in told.message, "corpus" in told.message) == (
        "outdated",
        True,
        True,
    )
    assert few_or_one(problems[:FEW], trees.present, {"corpus": corpus}, "`build`") == problems[:FEW]
    os.utime(corpus / "a.yml", (-1, -1))
    assert few_or_one(problems, trees.present, {"corpus": corpus}, "`build`") == problems


def test_of_many_problems_of_one_rule_the_first_are_told_and_how_many_more_there_are() -> None:
    problems = [Problem(f"site/{number}", 0, "a", "x") for number in range(MOST + 5)]
    told = list(few_of_each([*problems, Problem("site/b", 0, "b", "y")]))
    assert told[:MOST] == problems[:MOST]
    assert [(problem.rule, problem.message[:12]) for problem in told[MOST:]] == [("b", "y"), ("a", "… and 5 more")]


def test_the_settings_of_a_build_are_read_from_what_it_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "SEARCH_SERVER", "REPORT_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    package, home = tmp_path / "docs/zh/data/datapackage.json", tmp_path / "site/index.html"
    for file in (package, home):
        file.parent.mkdir(parents=True)
    package.write_text('{"created": "2026-11-29T09:27:40Z", "homepage": "https://a.example/b/data/"}', "utf-8")
    report = "mailto:x@a.example?subject={title}&amp;body={body}"
    home.write_text(f'<meta name="archive-search-server" content="/search"><a data-report="{report}"></a>', "utf-8")
    settings = read_settings(tmp_path)
    values = {"SOURCE_DATE_EPOCH": "1795944460", "SEARCH_SERVER": "/search", "REPORT_ADDRESS": "x@a.example"}
    assert settings == Settings("https://a.example/b/", {"SITE_URL": "https://a.example/b/", **values})
    assert list(check_settings(settings)) == []
    monkeypatch.setenv("SITE_URL", "https://a.example")
    (problem,) = check_settings(settings)
    assert (problem.rule, "https://a.example/b/" in problem.message) == ("address", True)
