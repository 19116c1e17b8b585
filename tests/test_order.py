"""What is made does not depend on the order of sets: it is the same whatever the seed of Python's hashes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import INVENTED, ROOT

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
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from scripts.__main__ import main
for project in map(Path, sys.argv[1:]):
    with (project / "printed").open("w") as printed, redirect_stdout(printed), redirect_stderr(printed):
        for name in ("build", "check"):
            main([name], project)
"""
Files = dict[str, bytes]


def make_projects(folder: Path) -> list[Path]:
    """Make a sound project and one with problems, in its corpus and in its site."""
    sound, spoilt = folder / "sound", folder / "spoilt"
    for project in (sound, spoilt):
        shutil.copytree(INVENTED / "corpus", project / "corpus")
    for name, old, new in FAULTS:
        file = spoilt / "corpus" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    (spoilt / "site").mkdir()
    for number in range(6):
        page = "<html><p id='甲'></p><p id='甲'></p></html>"
        (spoilt / f"site/{number}.html").write_text(page, encoding="utf-8")
    return [sound, spoilt]


def files_of(project: Path) -> Files:
    """Return what `build` and `check` printed, and every file that they generated."""
    made = {p.relative_to(project).as_posix(): p.read_bytes() for p in (project / "docs").rglob("*") if p.is_file()}
    return {"what is printed": (project / "printed").read_bytes()} | made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[list[Files]]:
    """What is made of the sound project under each seed, and of that with problems."""
    projects = [make_projects(tmp_path_factory.mktemp("seed")) for _ in SEEDS]
    for seed, paths in zip(SEEDS, projects, strict=True):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", COMMANDS, *map(str, paths)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return [list(map(files_of, same)) for same in zip(*projects, strict=True)]


def first_difference(one: bytes, other: bytes) -> str:
    lines = zip(one.splitlines(), other.splitlines(), strict=False)
    return next((f"{a.decode()[:200]}\n{b.decode()[:200]}" for a, b in lines if a != b), "")


@pytest.mark.parametrize("is_spoilt", [False, True], ids=["sound", "with problems"])
def test_no_output_depends_on_the_seed_of_hashes(made: list[list[Files]], *, is_spoilt: bool) -> None:
    first, *others = made[is_spoilt]
    assert b"Traceback" not in first["what is printed"]
    assert (len(first) > 100) == (not is_spoilt)  # with problems in the corpus, nothing is written
    assert (first["what is printed"].count(b" [") > 20) == is_spoilt
    for other in others:
        assert first.keys() == other.keys()
        assert {name: first_difference(first[name], other[name]) for name in first if first[name] != other[name]} == {}
