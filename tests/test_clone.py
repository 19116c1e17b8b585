"""A clone is the archive, byte for byte, whatever git's settings on the machine that makes it."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_scripts


@pytest.mark.parametrize("setting", ["core.autocrlf=true", "core.eol=crlf"])
def test_a_clone_with_the_settings_of_windows_is_the_same_bytes(tmp_path: Path, setting: str) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "-c", setting, str(ROOT), str(clone)], check=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=clone, check=True, capture_output=True, text=True).stdout
    names = [name for name in listed.split("\0") if name]
    assert any(name.endswith("source.txt") for name in names)
    texts = [name for name in names if not name.endswith((".ttf", ".png"))]
    assert [name for name in texts if b"\r\n" in (clone / name).read_bytes()] == []
    checked = run_scripts("check", cwd=clone)
    assert (checked.returncode, checked.stdout.decode()) == (0, "")
