"""A clone is the archive, byte for byte, whatever git's settings on the machine that makes it."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@pytest.mark.parametrize("setting", ["core.autocrlf=true", "core.eol=crlf"])
def test_a_clone_with_the_settings_of_windows_is_the_same_bytes(tmp_path: Path, setting: str) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "-c", setting, str(ROOT), str(clone)], check=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=clone, check=True, capture_output=True, text=True).stdout
    names = [name for name in listed.split("\0") if name]
    assert any(name.endswith("source.txt") for name in names)
    texts = [name for name in names if not name.endswith((".ttf", ".png"))]
    assert [name for name in texts if b"\r\n" in (clone / name).read_bytes()] == []
    differing = subprocess.run(["git", "diff", "--quiet", "HEAD"], cwd=clone, check=False)
    assert differing.returncode == 0
    plain = [name for name in names if hash_of(clone / name) != hash_of(ROOT / name)]
    changed = subprocess.run(
        ["git", "diff", "--name-only", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert plain == [name for name in names if name in changed.stdout.splitlines()]
