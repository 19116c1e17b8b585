"""What only people read of programs and styles stays out of the site, and nothing else does."""

import json
import subprocess
from pathlib import Path

import tinycss2

from scripts.write.disk.bare import BARE, bare_program, bare_style

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "docs/assets"


def programs() -> list[Path]:
    """Return the programs of the site's pages."""
    return sorted(ASSETS.glob("**/*.js"))


def test_a_browser_reads_the_same_program(tmp_path: Path) -> None:
    rows = [(file.name, text := file.read_text(encoding="utf-8"), bare_program(text)) for file in programs()]
    assert len(rows) > 80
    pairs = tmp_path / "pairs.json"
    pairs.write_text(json.dumps([*rows, ("changed", "let a = 1", "let a = 2")]), encoding="utf-8")
    done = subprocess.run(
        ["node", "tests/printed_alike.js", str(pairs)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert json.loads(done.stdout) == ["changed"]


def test_a_browser_reads_the_same_style() -> None:
    files = sorted(ASSETS.glob("**/*.css"))
    assert len(files) > 20
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert tokens(bare_style(text)) == tokens(text), file.name


def tokens(style: str) -> list[str]:
    """Return what a style consists of, without its comments and blanks."""
    kept = [
        each for each in tinycss2.parse_component_value_list(style, skip_comments=True) if each.type != "whitespace"
    ]
    return [" ".join(each.serialize().split()) for each in kept]


def test_no_comment_of_ours_is_on_the_site(site: Path) -> None:
    own = [file for file in (site / "assets").rglob("*") if file.suffix in BARE and ".min." not in file.name]
    assert len(own) > 25
    for file in own:
        lines = file.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if line.startswith(("//", "/*", " "))], file.name
