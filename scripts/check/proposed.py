"""What `new` proposed in an editor's file stays a proposal until the editor drops the comment that says so."""

import re
from collections.abc import Iterator

from scripts.problems import Problem

# number: "济政发〔2018〕1号"  # proposed: line 3 of source.txt
PROPOSED_PATTERN = re.compile(r"(?:^|\s)# proposed\b(?P<ground>[^\n]*)$", re.MULTILINE)
REMEDY = "check the line, then drop that comment"


def check_proposed(text: str, path: str) -> Iterator[Problem]:
    """Nothing that a program proposed is left unconfirmed."""
    for match in PROPOSED_PATTERN.finditer(text):
        line = text.count("\n", 0, match.end()) + 1
        excerpt = text[text.rfind("\n", 0, match.end()) + 1 : match.start()].strip()
        what = f"{excerpt!r} was proposed{match['ground'].rstrip()}" if excerpt else "what stands here was proposed"
        yield Problem(path, line, "proposed", f"{what}; {REMEDY}")
