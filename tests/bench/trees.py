"""Two states of the project, each laid out in a folder of its own with a corpus of any size."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import write_corpus
from tests.bench.former import complete_documents, has_whole_documents
from tests.bench.topics import has_own_topics

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "build/bench"
NEEDED = ("scripts", "docs", "overrides", "mkdocs.yml", "requirements.txt")
SITE_MODULES = ("site", "site_build")
"""What the module that builds the site is called, and what it was called before."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A state of the project."""

    name: str
    """`old` or `new`."""
    folder: Path
    """Where its files are."""


def find_trees(commit: str) -> tuple[Tree, Tree]:
    """Return the project as it was at a commit, brought to `build/bench/`, and as it is."""
    folder = FOLDER / f"tree-{commit}"
    git("worktree", "prune")
    if not folder.exists():
        git("worktree", "add", "--quiet", "--detach", str(folder), commit)
    return Tree("old", folder), Tree("new", ROOT)


def git(*arguments: str, folder: Path = ROOT) -> str:
    """Run git and return what it prints."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout


def lay_out(tree: Tree, size: int) -> Path:
    """Return a new folder with the programs of a tree, its pages written by hand, and a corpus of this size.

    The corpus is the present one for both, written as the tree reads it.
    """
    run = FOLDER / f"run-{tree.name}-{size}"
    shutil.rmtree(run, ignore_errors=True)
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *NEEDED, folder=tree.folder)
    for name in listed.split("\0"):
        if name and (tree.folder / name).is_file():
            (run / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(tree.folder / name, run / name)
    write_corpus(ROOT / "corpus", run / "corpus", size, has_own=has_own_topics(tree.folder / "corpus"))
    if has_whole_documents(tree.folder / "corpus"):
        complete_documents(run / "corpus")
    return run


def site_module(run: Path) -> str:
    """Return the module of this tree that builds the site."""
    programs = (f"scripts/{name}{end}" for name in SITE_MODULES for end in (".py", "/__main__.py"))
    found = next(program for program in programs if (run / program).exists())
    return found.removesuffix(".py").removesuffix("/__main__").replace("/", ".")
