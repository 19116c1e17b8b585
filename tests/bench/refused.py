"""What a build says that it cannot read or place → the corpus without it.

A former state of the project knows fewer files and fields, and its rules find other figures; what it refuses is taken
out until it builds, so that both states have as nearly as can be the same to do.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from tests.bench.origins import PlainLoader, dump, load

# corpus/policies/jinan-aaa-2018/targets.yml:12: [target] …
PROBLEM_PATTERN = re.compile(
    r"^(?P<file>corpus/[\w-]+/(?:[\w-]+/)?\w+\.yml)(?::(?P<line>\d+))?: \[(?P<rule>[\w-]+)\]", re.MULTILINE
)


def drop_refused(run: Path, printed: str) -> int:
    """Take out what the problems printed by a build name: files, rows of a list, fields of a mapping; return how many."""
    named: dict[str, set[int]] = defaultdict(set)
    dropped = 0
    for match in PROBLEM_PATTERN.finditer(printed):
        if match["rule"] == "unknown-file":
            (run / match["file"]).unlink()
            dropped += 1
        elif match["line"]:
            named[match["file"]].add(int(match["line"]))
    return dropped + sum(drop_lines(run / name, lines) for name, lines in named.items())


def drop_lines(path: Path, lines: Iterable[int]) -> int:
    """Take out the rows or fields of a file to which these lines belong; return how many."""
    node, value = yaml.compose(path.read_text(encoding="utf-8"), PlainLoader), load(path)
    if isinstance(node, yaml.SequenceNode):
        starts = [child.start_mark.line + 1 for child in node.value]
    elif isinstance(node, yaml.MappingNode):
        starts = [key.start_mark.line + 1 for key, _ in node.value]
    else:
        return 0
    unfit = {bisect.bisect_right(starts, line) - 1 for line in lines}
    kept: Any = [entry for index, entry in enumerate(value) if index not in unfit]
    dump(path, {key: value[key] for key in kept} if isinstance(value, dict) else kept)
    return len(value) - len(kept)
