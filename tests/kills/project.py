"""A small project with a history, and of each command what stood before it and what stands after it."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import DISTRICT, INVENTED, ROOT, seal_anew

FILES = (".gitignore", "LICENSE", "mkdocs.yml", "pyproject.toml", "requirements.txt")
RAW = "质量提升行动方案\n\n一、总体要求\n\n到2030年，产品质量合格率达到98%以上。\n"
ENVIRONMENT = {
    "SITE_URL": "https://archive.test/",
    "SOURCE_DATE_EPOCH": "1795944460",
    "NO_MKDOCS_2_WARNING": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
COMMIT = ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "all")
Prints = dict[str, str]
"""Of every file its content and mode, by its path."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command that writes."""

    name: str
    command: tuple[str, ...]
    """What follows `python -m`."""
    change: Callable[[Path], None]
    """What an editor does before it."""
    spoil: Callable[[Path], None]
    """What makes it fail."""
    trees: tuple[str, ...]
    """The folders that it writes into."""


def edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what changes some words of a file."""

    def change(project: Path) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def unpublish(project: Path) -> None:
    """Let the words of a policy be of an edition that nobody published yet."""
    folder = project / "corpus/policies" / DISTRICT
    for name in ("anchors.txt", "published.jsonl", "former.jsonl"):
        (folder / name).unlink()
    history = folder / "history.yml"
    history.write_text(history.read_text(encoding="utf-8").partition("- edition: 2")[0], encoding="utf-8")
    seal_anew(project, [f"edition {DISTRICT}/{number}" for number in range(1, 10)])
    # what was published is compared with what is committed
    subprocess.run(["git", *COMMIT, "-a", "--amend"], cwd=project, env=environment(), check=True)


def rebuild_docs(project: Path) -> None:
    """Change a page and write docs/ anew."""
    edit(f"corpus/policies/{DISTRICT}/topics.yml", "services: []", "services: [s1]")(project)
    assert run(project, ("scripts", "build")).returncode == 0


def rebuild_site(project: Path) -> None:
    """Change a page and build the site anew."""
    rebuild_docs(project)
    assert run(project, ("scripts.site",)).returncode == 0


def write_raw(project: Path) -> None:
    """Have a text to begin a policy with, outside the project."""
    project.with_name("raw.txt").write_text(RAW, encoding="utf-8")


def drop_english(project: Path) -> None:
    """Have policies without a translation."""
    for file in project.glob("corpus/policies/*/en.po"):
        file.unlink()


def no_site(project: Path) -> None:
    """Have no page at the root of the site."""
    (project / "site/index.html").unlink()


BROKEN = edit(f"corpus/policies/{DISTRICT}/policy.yml", "id: ", "id: [")
GENERATED = tuple(
    f"docs/{tag}/{name}"
    for tag in ("zh", "en")
    for name in ("policies", "indicators", "terms", "organisations", "documents", "topics", "id", "log", "data")
)
SCENARIOS = (
    Scenario(
        "build",
        ("scripts", "build"),
        edit(f"corpus/policies/{DISTRICT}/topics.yml", "services: []", "services: [s1]"),
        BROKEN,
        GENERATED,
    ),
    Scenario("site", ("scripts.site",), rebuild_docs, edit("mkdocs.yml", "site_name: ", "site_name: ["), ("site",)),
    Scenario("publish", ("scripts", "publish", DISTRICT), unpublish, BROKEN, ("corpus",)),
    Scenario("new", ("scripts", "new", "../raw.txt", "--id", "xincheng-2033"), write_raw, lambda _: None, ("corpus",)),
    Scenario("translate-template", ("scripts", "translate-template"), drop_english, BROKEN, ("corpus",)),
    Scenario("bundle", ("scripts", "bundle"), rebuild_site, no_site, ("dist",)),
    Scenario("mirror", ("scripts", "mirror"), rebuild_site, no_site, ("dist",)),
)


def make_project(folder: Path, program: Path = ROOT) -> None:
    """Make the project, everything in it built and committed; `program` is the clone whose program it has."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(INVENTED / "corpus", folder / "corpus")
    for name in ("scripts", "overrides"):
        shutil.copytree(program / name, folder / name, ignore=ignore)
    for name in FILES:
        shutil.copy2(program / name, folder)
    shutil.copytree(program / "docs/assets", folder / "docs/assets")
    for page in sorted(page for tag in ("zh", "en") for page in (program / "docs" / tag).glob("**/index.md")):
        if not page.relative_to(program).as_posix().startswith(GENERATED):
            write_page(folder / page.relative_to(program))
    edit("mkdocs.yml", ": warn", ": info")(folder)  # that places on these pages are not there is no fault in it
    for arguments in (("init", "-q"), ("add", "-A"), COMMIT):
        subprocess.run(["git", *arguments], cwd=folder, env=environment(), check=True)
    for command in (("scripts", "build"), ("scripts.site",), ("scripts", "bundle"), ("scripts", "mirror")):
        done = run(folder, command)
        assert done.returncode == 0, done.stderr.decode()


def write_page(path: Path) -> None:
    """Write a page in the place of one that people wrote, with nothing on it that names a policy."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\ntitle: A page\n---\n\n# A page\n\nWords.\n", encoding="utf-8")


def environment() -> dict[str, str]:
    """Return what runs are given; compiled modules lie outside the project."""
    return os.environ | ENVIRONMENT | {"PYTHONPYCACHEPREFIX": "/tmp/kills-pycache"}


def run(project: Path, command: tuple[str, ...], *before: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end; what stands before it may be another program that runs it."""
    whole = [*before, sys.executable, "-m", *command]
    return subprocess.run(whole, cwd=project, env=environment(), capture_output=True, check=False)


def copy(source: Path, target: Path) -> None:
    """Make a project the same as another."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)


def prints(project: Path, *trees: str) -> Prints:
    """Return the fingerprint of every file in some folders of a project, or in it all."""
    files = (path for tree in trees or (".",) for path in (project / tree).rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): fingerprint(path) for path in files}


def fingerprint(path: Path) -> str:
    """Return what a file holds, and its mode."""
    return f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.stat().st_mode & 0o777:o}"


def names(project: Path) -> set[str]:
    """Return everything that stands in a project, whatever it is, but for what git keeps for itself."""
    found = (path.relative_to(project).as_posix() for path in project.rglob("*"))
    return {name for name in found if not name.startswith(".git/")}
