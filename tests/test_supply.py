"""What is installed and run: all of it pinned, listed, and with no more rights than it needs."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.txt"))
PINS = re.compile(r"^([A-Za-z0-9_.\-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", re.MULTILINE)
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> list[str]:
    """Return the lines of the Makefile, each whole."""
    return read("Makefile").replace("\\\n", " ").splitlines()


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_pin_every_version_with_hashes_and_name_no_host(name: str) -> None:
    lock = read(name)
    assert "://" not in lock
    assert "--index-url" not in lock
    packages = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert packages
    assert [package for package in packages if not PINS.match(package) or "--hash=sha256:" not in package] == []


def test_nothing_is_installed_but_what_a_lock_file_pins() -> None:
    installs = [line for line in commands() if re.search(r"pip\b.*\binstall\b", line)]
    assert len(installs) == 2  # into the environment, and what writes the lock files
    for line in installs:
        assert "--require-hashes" in line
        assert "--only-binary :all:" in line
    assert "--no-build-isolation" in installs[0]  # else pip fetches what makes a package, unpinned
    assert [line for line in commands() if re.search(r"\$\(INSTALL\) (?!-r requirements[a-z-]*\.txt$)", line)] == []
    assert not [line for line in commands() if re.search(r"\bnpm install\b(?!.*--package-lock-only)|\bnpx\b", line)]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.name))
def test_workflows_name_actions_by_commit_and_ask_for_no_right_that_they_do_not_need(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.+)", text)
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v[\d.]+", use)] == []
    parsed: dict[str, Any] = yaml.safe_load(text)
    assert parsed["permissions"] == {}
    for job in parsed["jobs"].values():
        assert job["permissions"].get("contents", "read") == "read"
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
    assert "pull_request_target" not in text


def test_the_readme_names_every_package_that_the_build_runs() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    extras, groups = project["project"]["optional-dependencies"], project["dependency-groups"]
    asked = [project["project"]["dependencies"], *(extras[name] for name in extras if name != "dev"), *groups.values()]
    needed = {re.split(r"[=<>\[]", package)[0] for packages in asked for package in packages}
    table = read("README.md").partition("\n## What runs\n")[2].partition("\n## ")[0]
    named = [name for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)[2:] for name in row.split(", ")]
    assert sorted(named) == sorted(needed)


def test_the_list_of_packages_has_all_that_is_pinned_with_its_hashes(tmp_path: Path) -> None:
    pinned = read("requirements-build.txt") + read("requirements-pdf.txt")
    (rule,) = [line for line in commands() if "cyclonedx_py" in line]
    options = rule.split("cyclonedx_py ")[1].split(" -o ")[0].split()
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *options]
    made = [
        subprocess.run(command, cwd=ROOT, input=pinned.encode(), capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert made[0] == made[1]
    parts = json.loads(made[0])["components"]
    assert {(part["name"], part["version"]) for part in parts} == set(PINS.findall(pinned))
    for part in parts:
        (file,) = part["externalReferences"]
        assert {each["content"] for each in file["hashes"]} <= set(re.findall(r"[0-9a-f]{64}", pinned))
        assert file["hashes"]
