"""The guide “Add a policy” is true: its example is the one that it offers, and its commands print what it says."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_scripts
from tests.guide.example import make_example
from tests.guide.pages import DAY, DAY_PATTERN, Block, read_blocks, replace_blocks, with_output

EXAMPLE = "docs/assets/examples/quality-plan.docx"
PAGES = {language: ROOT / f"docs/{language}/about/add-a-policy/index.md" for language in ("zh", "en")}


def read_page(language: str) -> list[Block]:
    return read_blocks(PAGES[language].read_text(encoding="utf-8"))


def follow(blocks: list[Block], project: Path) -> list[Block]:
    """Do what the guide says, and return its blocks with what the commands print."""
    done = []
    for block in blocks:
        if block.file:
            (project / block.file).write_text(block.text, encoding="utf-8")
            done.append(block)
            continue
        done.append(with_output(block, run(block, project)))
    return done


def run(block: Block, project: Path) -> str:
    """Run a command, and return what it prints, its lines without blanks at their ends."""
    words = block.command
    if words[:3] == ["python", "-m", "scripts"]:
        output = run_scripts(*words[3:], cwd=project).stdout.decode()
    else:
        command = ["bash", "-c", block.text.partition("\n")[0].removeprefix("$ ")]
        output = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout
    return DAY_PATTERN.sub(DAY, "".join(f"{line.rstrip()}\n" for line in output.splitlines()))


def test_the_example_that_the_guide_offers_is_the_one_that_is_made() -> None:
    assert (ROOT / EXAMPLE).read_bytes() == make_example()


def test_both_languages_show_the_same_commands_and_files() -> None:
    assert read_page("zh") == read_page("en")


def test_every_command_of_the_guide_prints_what_the_guide_says(
    real_project: Path, request: pytest.FixtureRequest
) -> None:
    (real_project / EXAMPLE).parent.mkdir(parents=True)
    shutil.copy(ROOT / EXAMPLE, real_project / EXAMPLE)
    shutil.copytree(ROOT / "docs", real_project / "docs", dirs_exist_ok=True, ignore=only_hand_written)
    blocks = read_page("zh")
    done = follow(blocks, real_project)
    if request.config.getoption("--accept"):
        for page in PAGES.values():
            page.write_text(replace_blocks(page.read_text(encoding="utf-8"), done), encoding="utf-8")
    assert done == blocks
    assert "published" in done[-1].output


def only_hand_written(folder: str, names: list[str]) -> set[str]:
    """Leave out of docs/ what is generated."""
    kept = {"zh", "en", "about", "search", "assets", "examples"}
    return {name for name in names if Path(folder, name).is_dir() and name not in kept and "about" not in folder}
