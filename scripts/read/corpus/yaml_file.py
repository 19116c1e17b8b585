"""A YAML file of the corpus → plain values that know their line, and problems for whatever is wrong with them.

The file is taken event by event, so that neither depth nor repetition can cost the parser more than the file's length.
Of YAML it may have mappings, lists and texts; what refers, converts or overwrites is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scripts.problems import Problem
from scripts.read.corpus.values import LONGEST_TEXT
from scripts.read.regular_file import character_problem, read_text_of, reading
from scripts.text.gate import DAMAGED, Fault, find_faults, find_forbidden, find_outer_blanks

Place = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_DEPTH, MOST_VALUES = 6, 200_000
"""So deep may lists and mappings stand in each other, and so many values may a file have."""
QUOTED = {"before": DAMAGED, "after": "", "quote": ""}
"""Fields that quote a text as it is, with what may stand in them that no other text may have."""
NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class YamlFile:
    """A file, read: its value, the line of each key, and the problems found in it so far."""

    path: str
    """Relative to the project's root."""
    value: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_there: bool = True
    reported: frozenset[str] = frozenset()
    """What the characters of its lines were reported for."""

    def report(self, place: Place, rule: str, message: str) -> None:
        """Add a problem at the line of a key, or of the nearest key around it."""
        while place and place not in self.lines:
            place = place[:-1]
        self.problems.append(Problem(self.path, self.lines.get(place, 1), rule, message))


class RefusedError(Exception):
    """What a file of the corpus may not have, with its line: nothing behind it is read."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message
        super().__init__(message)


@dataclass(slots=True)
class Level:
    """A list or mapping that is being read, and the key whose value comes next."""

    place: Place | None
    """None around the whole: then what is read is the file's value."""
    value: dict[str, Any] | list[Any]
    key: str | None = None
    key_line: int = 0


def read_yaml(path: Path, name: str, *, required: bool = True) -> YamlFile:
    """Return the file's value; where it cannot be had, the file has a problem and no value.

    One that is not there and need not be has neither.
    """
    file = YamlFile(name)
    text, file.problems = read_text_of(path, name)
    file.reported = frozenset(problem.message for problem in file.problems)
    if text is not None:
        with reading(name):
            read_value(text, file)
    elif not file.problems:
        file.is_there = False
        if required:
            file.problems.append(Problem(name, 0, "missing-file", "is not there; write it (corpus/README.md says how)"))
    return file


def read_value(text: str, file: YamlFile) -> None:
    """Give a file the value that its text has, and the problems of it."""
    try:
        file.value = build_value(yaml.parse(text, Loader=Loader), file)
    except RefusedError as error:
        file.problems.append(Problem(file.path, error.line, "yaml", error.message))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        if not file.reported:  # else it is what the characters are about that were reported
            line = (
                min(mark.line, text.removesuffix("\n").count("\n")) + 1 if mark else 0
            )  # where a file ends too early, its last
            file.problems.append(Problem(file.path, line, "yaml", f"is not valid YAML: {reason}; mend it"))


def build_value(events: Iterator[Any], file: YamlFile) -> Any:
    """Return the plain value of a document; every scalar is a string, and every key's line is kept."""
    root = Level(None, [])
    levels = [root]
    for event in events:
        line = event.start_mark.line + 1
        refuse_if_needed(event, line, file, levels)
        if isinstance(event, yaml.CollectionStartEvent):
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            levels.append(Level(add_value(levels[-1], value, line, file), value))
        elif isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
        elif isinstance(event, yaml.ScalarEvent):
            read_scalar(event, line, file, levels[-1])
    return next(iter(root.value), None)


def refuse_if_needed(event: Any, line: int, file: YamlFile, levels: list[Level]) -> None:
    """Raise RefusedError for what no file of the corpus may have."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise RefusedError(line, f"names a part to repeat it (`{event.anchor}`); write it out where it is meant")
    if getattr(event, "tag", None):
        raise RefusedError(line, f"has the tag {event.tag!r}; drop it: every value is a text")
    if isinstance(event, yaml.DocumentStartEvent) and (levels[0].value or event.version or event.tags):
        raise RefusedError(line, "has a second document or a directive; one file is one document")
    if isinstance(event, yaml.CollectionStartEvent):
        if len(levels) > MOST_DEPTH:
            raise RefusedError(line, f"stands more than {MOST_DEPTH} levels deep, and no field does; mend the brackets")
        if isinstance(levels[-1].value, dict) and levels[-1].key is None:
            raise RefusedError(line, "has a list or a mapping for a key; a key is a text")
    if len(file.lines) > MOST_VALUES:
        raise RefusedError(line, f"has more than {MOST_VALUES:,} values; split or shorten it")


def read_scalar(event: Any, line: int, file: YamlFile, level: Level) -> None:
    """Take a scalar for the next key of a mapping, or for a value."""
    if isinstance(level.value, dict) and level.key is None:
        level.key, level.key_line = str(event.value), line
        check_text(file, (*(level.place or ()), level.key), level.key, line, is_key=True)
        return
    is_null = event.implicit[0] and event.value in NULLS and not event.style
    place = add_value(level, None if is_null else str(event.value), line, file)
    if not is_null:
        check_text(file, place, str(event.value), line)


def add_value(level: Level, value: Any, line: int, file: YamlFile) -> Place:
    """Put a value where it belongs in a list or mapping, and return its place; the second for one key is left out."""
    if isinstance(level.value, list):
        place: Place = () if level.place is None else (*level.place, len(level.value))
        level.value.append(value)
        file.lines[place] = line
        return place
    key, level.key = str(level.key), None
    place = (*(level.place or ()), key)
    if key in level.value:
        file.problems.append(Problem(file.path, level.key_line, "yaml", f"`{key}` stands here twice; keep one"))
    else:
        level.value[key] = value
        file.lines[place] = level.key_line
    return place


def check_text(file: YamlFile, place: Place, text: str, line: int, *, is_key: bool = False) -> None:
    """Report what may not stand in a text; what its line was reported for already is left out."""
    field = str(place[-1]) if place else ""
    faults = find_forbidden(text, QUOTED[field]) if field in QUOTED and not is_key else with_blanks(text)
    name = ".".join(part for part in place if isinstance(part, str))
    for fault in faults:
        if fault.message not in file.reported:
            file.problems.append(character_problem(file.path, line, fault, field=f"`{name}`" if name else ""))
    if len(text) > LONGEST_TEXT:
        message = f"`{name}` has {len(text):,} characters, and a text may have {LONGEST_TEXT:,}; shorten it"
        file.problems.append(Problem(file.path, line, "size", message))


def with_blanks(text: str) -> Iterator[Fault]:
    """Yield what may not stand in a text of readers, blanks at its ends included."""
    yield from find_faults(text)
    yield from find_outer_blanks(text)
