"""The files of a folder: which do not belong there, and the one with its published anchors."""

from pathlib import Path

from scripts.problems import Problem
from scripts.read.corpus.anchor_file import ARROW, AnchorFile, read_anchor_file
from scripts.read.corpus.original_field import ORIGINAL_FILES
from scripts.read.corpus.values import LONGEST_ANCHOR
from scripts.read.regular_file import list_folder, read_text_of


def read_anchors(path: Path, name: str) -> tuple[AnchorFile, list[Problem]]:
    """Return the published anchors; none where the file is no text, or has lines that no anchors fill."""
    text, problems = read_text_of(path, name)
    for number, line in enumerate((text or "").split("\n"), start=1):
        if len(line) > 2 * LONGEST_ANCHOR + len(ARROW):
            problems.append(Problem(name, number, "anchor", "is longer than two anchors; mend the line"))
    return (AnchorFile(), problems) if problems else read_anchor_file(path, name)


def unknown_files(folder: Path, name: str, known: tuple[str, ...]) -> list[Problem]:
    """Return a problem for every file of a folder that is not among those known."""
    named = [own for own in known if own not in ORIGINAL_FILES]
    message = f"is no file that belongs here; known are: {', '.join(named)}"
    return [
        Problem(f"{name}/{show(entry.name)}", 0, "unknown-file", message)
        for entry in list_folder(folder, name)
        if entry.name not in known and not entry.name.startswith(".")
    ]


def show(name: str) -> str:
    """Return the name of a file as a message shows it: what cannot be printed, by its number."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in name)


def is_of_preparation(root: Path, problem: Problem) -> bool:
    """Whether a problem is one of a policy of which nothing is published yet."""
    folder = (root / problem.path).parent
    return problem.path.startswith("corpus/policies/") and not (folder / "anchors.txt").exists()
