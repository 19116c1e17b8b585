"""The script that installs what the tests need, run against stand-ins in every combination of what a machine has."""

import itertools
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGES = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "fc-list": "fontconfig",
    "font": "fonts-noto-cjk",
    "node": "nodejs",
    "npm": "npm",
    "java": "default-jre-headless",
    "javac": "default-jdk-headless",
    "mvn": "maven",
    "nginx": "nginx",
    "soffice": "--no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui",
    "pango-view": "pango1.0-tools",
    "pdftotext": "poppler-utils",
    "Rscript": "--no-install-recommends r-base-core",
}
"""What the script looks for, and the package that brings it."""
TOOLS = ("bash", "grep", "tail", "touch", "cp")

# Writes down what is asked for; then installs it as stand-ins, or says what apt-get says where it cannot.
APT_GET = """#!/bin/sh
here=${0%/*}
echo "$@" >> "$here/asked"
[ "$1" = install ] || exit 0
for package; do :; done
case " $REFUSED " in *" $package "*)
  echo "Reading package lists..." >&2
  echo "E: Unable to correct problems, you have held broken packages." >&2
  exit 100
esac
case $package in
  chromium) cp "$here/quiet" "$here/chromium" ;;
  fontconfig) cp "$here/fonts" "$here/fc-list" ;;
  fonts-noto-cjk) touch "$here/font" ;;
  nodejs) cp "$here/quiet" "$here/node" ;;
  default-jre-headless) cp "$here/quiet" "$here/java" ;;
  default-jdk-headless) cp "$here/quiet" "$here/javac" ;;
  maven) cp "$here/quiet" "$here/mvn" ;;
  libreoffice-calc-nogui) cp "$here/quiet" "$here/soffice" ;;
  pango1.0-tools) cp "$here/quiet" "$here/pango-view" ;;
  r-base-core) cp "$here/quiet" "$here/Rscript" ;;
  poppler-utils) cp "$here/quiet" "$here/pdftotext" ;;
  *) cp "$here/quiet" "$here/$package" ;;
esac
"""
FONTS = """#!/bin/sh
[ -e "${0%/*}/font" ] && echo "NotoSansCJK-Regular.ttc: Noto Sans CJK SC" || true
"""


@dataclass
class Machine:
    """A folder of stand-ins that is all that the script finds."""

    folder: Path
    environment: dict[str, str]

    def run(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.folder / "bash"), str(ROOT / "tests/browser/install")],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """Return what apt-get was asked to do."""
        file = self.folder / "asked"
        return file.read_text().splitlines() if file.exists() else []


def program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def make_machine(folder: Path, there: set[str], *, is_root: bool, has_apt: bool, refused: tuple[str, ...]) -> Machine:
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(str(shutil.which(tool)))
    program(folder / "id", f"#!/bin/sh\necho {0 if is_root else 1000}\n")
    program(folder / "quiet", "#!/bin/sh\nexit 0\n")
    program(folder / "fonts", FONTS)
    if has_apt:
        program(folder / "apt-get", APT_GET)
    for name in there - {"font", "fc-list"}:
        program(folder / name, "#!/bin/sh\nexit 0\n")
    if "fc-list" in there:
        program(folder / "fc-list", FONTS)
    if "font" in there:
        (folder / "font").touch()
    return Machine(folder, {"PATH": str(folder), "REFUSED": " ".join(refused)})


def sees(there: set[str], name: str) -> bool:
    return name in there and (name != "font" or "fc-list" in there)


def expect(there: set[str], *, can_install: bool, refused: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the packages that the script should ask for, and those that it should name in the end."""
    there, asked, left = set(there), [], []
    for name, package in PACKAGES.items():
        if sees(there, name):
            continue
        if can_install:
            asked.append(package)
            there |= {name} if package not in refused else set()
        if not sees(there, name):
            left.append(package)
    return asked, left


def machines() -> list[set[str]]:
    """What may be there: nothing, one thing alone, all, all but one, and all but two."""
    names = set(PACKAGES)
    few = [set(some) for size in range(3) for some in itertools.combinations(PACKAGES, size)]
    return [*(some for some in few if len(some) < 2), *(names - some for some in few)]


@pytest.mark.parametrize("there", machines(), ids=lambda names: "+".join(sorted(names)))
def test_each_missing_thing_is_installed_by_itself_or_named(tmp_path: Path, there: set[str]) -> None:
    missing = [package for name, package in PACKAGES.items() if name not in there]
    refusals = {(), tuple(missing)}
    if len(there) != 1:  # one refused of many is told where nothing is there, one of two where all but two are
        refusals |= {(package,) for package in missing}
    kinds = [(True, True, refused) for refused in sorted(refusals)]
    kinds += [(False, True, ()), (True, False, ()), (False, False, ())]
    for number, (is_root, has_apt, refused) in enumerate(kinds):
        machine = make_machine(tmp_path / str(number), there, is_root=is_root, has_apt=has_apt, refused=refused)
        result = machine.run()
        asked, left = expect(there, can_install=is_root and has_apt, refused=refused)
        updated = ["update -qq"] if asked else []
        assert machine.asked() == updated + [
            f"install -y -qq -o DPkg::Lock::Timeout=300 {package}" for package in asked
        ]
        assert result.returncode == bool(left)
        lines = result.stderr.splitlines()
        assert len(lines) == len(left)
        for package, line in zip(left, lines, strict=True):
            assert f"Type: sudo apt-get install {package}" in line
            assert ("held broken packages" in line) == (package in refused)


def test_browsers_named_in_the_environment_will_do(tmp_path: Path) -> None:
    there = set(PACKAGES) - {"chromium", "firefox-esr"}
    machine = make_machine(tmp_path / "it", there, is_root=True, has_apt=True, refused=())
    machine.environment |= {"CHROMIUM": "/somewhere/chrome", "FIREFOX": "/somewhere/firefox"}
    assert machine.run().returncode == 0
    assert machine.asked() == []
