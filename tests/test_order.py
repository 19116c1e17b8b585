"""What is made does not depend on the order of sets: it is the same whatever the seed of Python's hashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import INVENTED, copy_project

SEEDS = ("0", "1")
FAULTS = (
    ("policies/moxiang-2031/anchors.txt", "s3-2-p1\n", "s8\ns9\ns9-1\n"),
    ("policies/moxiang-2031/en.po", 'msgctxt "s', 'msgctxt "s9-'),
    ("policies/moxiang-2031/figures_en.yml", "- anchor: s", "- anchor: s9-"),
    ("policies/yunting-2032/en.po", "%", " 3 4 5 %"),
    ("policies/moxiang-2031/topics.yml", "s2-", "s9-"),
    ("glossary/indicators.yml", "- id: ", "- id: x-"),
    ("glossary/documents.yml", "policy: ", "policy: x"),
    ("glossary/terms.yml", "zh: ", "zh: 甲"),
)
"""File below `corpus/`, words, and what stands there instead: problems of many kinds, several of each."""


COMMANDS = """
from pathlib import Path
from scripts.__main__ import main
for name in ("build", "check"):
    main([name], Path("."))
"""


def make(project: Path, seed: str) -> dict[str, bytes]:
    """Return what `build` and `check` print under a seed, and every file that they generate."""
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", COMMANDS]
    result = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
    printed = {"what is printed": result.stdout, "errors": result.stderr}
    made = {p.relative_to(project).as_posix(): p.read_bytes() for p in (project / "docs").rglob("*") if p.is_file()}
    return printed | made


def first_difference(one: bytes, other: bytes) -> str:
    lines = zip(one.splitlines(), other.splitlines(), strict=False)
    return next((f"{a.decode()[:200]}\n{b.decode()[:200]}" for a, b in lines if a != b), "")


@pytest.mark.parametrize("is_spoilt", [False, True], ids=["sound", "with problems"])
def test_no_output_depends_on_the_seed_of_hashes(tmp_path: Path, *, is_spoilt: bool) -> None:
    made = []
    for seed in SEEDS:
        project = copy_project(tmp_path / seed, INVENTED / "corpus")
        for name, old, new in FAULTS if is_spoilt else ():
            file = project / "corpus" / name
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        for number in range(6 * is_spoilt):
            (project / "site").mkdir(exist_ok=True)
            (project / f"site/{number}.html").write_text(
                "<html><p id='甲'></p><p id='甲'></p></html>", encoding="utf-8"
            )
        made.append(make(project, seed))
    first, *others = made
    assert b"Traceback" not in first["errors"]
    assert (len(first) > 100) == (not is_spoilt)  # with problems in the corpus, nothing is written
    for other in others:
        assert first.keys() == other.keys()
        assert {name: first_difference(first[name], other[name]) for name in first if first[name] != other[name]} == {}
