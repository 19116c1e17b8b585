"""Another policy in the corpus: every law holds for it, and no line of Python names it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.commands.check import check
from scripts.commands.publish import publish
from tests.conftest import IDS, ROOT, copy_project

MODEL = min(IDS, key=lambda policy_id: (ROOT / "corpus/policies" / policy_id / "source.txt").stat().st_size)
"""The policy that is copied: the shortest."""
NEW_ID = f"{MODEL[:-4]}more-{MODEL[-4:]}"
LAWS = ("test_laws.py", "test_findings.py", "test_published.py", "test_english.py")


@pytest.fixture
def larger(tmp_path: Path) -> Path:
    """The project with a copy of a policy under a new id, its tests included."""
    copy_project(tmp_path, ROOT / "corpus")
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("bench*"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    introduce(tmp_path)
    return tmp_path


def introduce(project: Path) -> None:
    """Copy the model's folder: nothing but its id and its title, which no two policies share, has to change.

    Its words are published anew, as its first edition.
    """
    folder = project / "corpus/policies" / NEW_ID
    shutil.copytree(project / "corpus/policies" / MODEL, folder)
    replace(folder / "policy.yml", f"^id: {MODEL}$", f"id: {NEW_ID}")
    replace(folder / "policy.yml", r"^(title:\n  zh: .*)$", r"\g<1>补充意见")
    replace(folder / "policy.yml", r"^number: .*\n", "")
    for name in ("anchors.txt", "published.jsonl", "former.jsonl"):
        (folder / name).unlink()
    first, second, _ = (folder / "history.yml").read_text(encoding="utf-8").partition("- edition: 2")
    assert second
    (folder / "history.yml").write_text(first, encoding="utf-8")
    published = publish(project, [NEW_ID])
    assert published.problems == ()


def replace(file: Path, pattern: str, new: str) -> None:
    file.write_text(re.sub(pattern, new, file.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")


def test_a_copied_policy_keeps_check_and_every_law_without_an_edit_of_python(larger: Path) -> None:
    assert check(larger) == []
    tests = [f"tests/{name}" for name in LAWS]
    # the tests that name it, but for those that need the site
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", f"{NEW_ID} and not page"]
    result = subprocess.run(command, cwd=larger, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]
    assert re.search(r"^\d{2,} passed|\.{8,}", result.stdout, re.MULTILINE), result.stdout
