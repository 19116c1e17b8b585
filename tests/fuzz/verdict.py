"""What the command line printed of a spoilt corpus → whether every problem of it has its place, its rule and its remedy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# corpus/policies/x/policy.yml:5: [field] `number` is '…'; it must be …
PROBLEM_PATTERN = re.compile(r"(?P<path>[^:\n]+?)(?::(?P<line>\d+))?: \[(?P<rule>[a-z][a-z0-9-]*)\] (?P<message>\S.*)")
EXCERPT = "    "
ENDINGS = (
    re.compile(r"\d+ problems"),
    re.compile(r"site/ is not there .*"),
    re.compile(r"docs/ was left as it was\."),
    re.compile(r"\d+ policies, \d+ files changed"),
)
"""What is printed besides problems."""
LONGEST, MOST = 1_000, 200
"""Characters of a line that a person still reads; so many problems are looked at."""
# what is told to do: mend it; must be a text; leave it out
REMEDY_PATTERN = re.compile(r"; [\w`]|: \w|must |needs? |\bmake |\(corpus/README\.md|`python -m scripts ")


BETWEEN = (
    *(
        "words-changed",
        "outdated",
        "anchor-gone",
        "anchor-new",
        "history-altered",
        "edition-new",
        "sha256",
    ),
    *("address-new", "address-gone", "address-altered", "redirect"),
    *("target", "topic", "status", "emendation"),
)
"""Rules that find two files at odds, either of which may be at fault: what was published, translated or said of places of
the text, and the text itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """A problem as it was printed."""

    path: str
    line: int
    rule: str
    message: str


def read_output(lines: list[str]) -> tuple[list[Said], list[str]]:
    """Return the problems that were printed, and what was printed that is neither a problem nor an ending."""
    problems, strange = [], []
    for line in lines:
        if match := PROBLEM_PATTERN.fullmatch(line):
            problems.append(Said(match["path"], int(match["line"] or 0), match["rule"], match["message"]))
        elif not line.startswith(EXCERPT) and not any(ending.fullmatch(line) for ending in ENDINGS):
            strange.append(line)
    return problems, strange


def find_faults(lines: list[str], root: Path, file: str) -> Iterator[str]:
    """Yield what is wrong with what was printed of a corpus below `root` whose `file` was spoilt."""
    problems, strange = read_output(lines)
    yield from (f"printed what is no problem: {line[:200]!a}" for line in strange)
    yield from (f"a line of {len(line):,} characters: {line[:200]!a}" for line in lines[:MOST] if len(line) > LONGEST)
    yield from (f"printed what no terminal shows: {line[:200]!a}" for line in lines[:MOST] if not line.isprintable())
    for problem in problems[:MOST]:
        if not REMEDY_PATTERN.search(problem.message):
            yield f"no remedy: [{problem.rule}] {problem.message[:200]}"
        if reason := misplaced(problem, root):
            yield f"{reason}: {problem.path}:{problem.line}: [{problem.rule}] {problem.message[:200]}"
    if problems and not any(names(problem, file) or problem.rule in BETWEEN for problem in problems):
        yield f"names another file only: {problems[0].path}: [{problems[0].rule}] {problems[0].message[:200]}"


def misplaced(problem: Said, root: Path) -> str:
    """Return why a problem's place is none; nothing where it is one."""
    path = root / problem.path
    if not problem.path.startswith("corpus"):
        return "no place in the corpus"
    if problem.line and path.is_file():
        count = len(re.split(rb"\r\n|\r|\n", path.read_bytes())) if path.stat().st_size < 1 << 26 else problem.line
        return "no such line" if problem.line > count else ""
    return ""


def names(problem: Said, file: str) -> bool:
    """Whether a problem leads to a file: it names the file, or the folder that it stands in."""
    name = f"corpus/{file}"
    return problem.path == name or f"{problem.path}/" in name or Path(file).name in problem.message
