"""A YAML file of the corpus → plain values that know their line, and problems for whatever is wrong with them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from scripts.model.policy import Bilingual
from scripts.problems import Problem

Choice = TypeVar("Choice", bound=StrEnum)
Place = tuple[str | int, ...]
SLUG_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_HINT = "a name in lower-case ASCII with hyphens, such as fangguanfu"
DATE_PATTERN = r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
DATE_HINT = 'an ISO date in quotes, as exact as is known: "2018", "2018-07" or "2018-07-05"'
URL_PATTERN, URL_HINT = r"https?://\S+", "the address of the page, with http:// or https://"
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class YamlFile:
    """A file, read: its value, the line of each key, and the problems found in it so far."""

    path: str
    """Relative to the project's root."""
    value: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, place: Place, rule: str, message: str) -> None:
        """Add a problem at the line of a key, or of the nearest key around it."""
        while place and place not in self.lines:
            place = place[:-1]
        self.problems.append(Problem(self.path, self.lines.get(place, 1), rule, message))


def read_yaml(path: Path, name: str) -> YamlFile:
    """Return the file's value; where it cannot be had, the file has a problem and no value."""
    file = YamlFile(name)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        file.problems.append(Problem(name, 0, "missing-file", "is not there; write it (corpus/README.md says how)"))
        return file
    except UnicodeDecodeError as error:
        file.problems.append(Problem(name, 0, "yaml", f"is not UTF-8 (byte {error.start}); save it as UTF-8"))
        return file
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        file.problems.append(Problem(name, mark.line + 1 if mark else 0, "yaml", f"is not valid YAML: {reason}"))
        return file
    file.value = convert_node(node, (), file) if node else None
    return file


def convert_node(node: yaml.Node, place: Place, file: YamlFile) -> Any:
    """Return the plain value of a node; every scalar is a string, and every key's line is kept."""
    file.lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        value: dict[str, Any] = {}
        for key_node, child in node.value:
            key = str(key_node.value)
            if key in value:
                file.lines[(*place, key)] = key_node.start_mark.line + 1
                file.report((*place, key), "yaml", f"`{key}` stands here twice; keep one")
                continue
            value[key] = convert_node(child, (*place, key), file)
            file.lines[(*place, key)] = key_node.start_mark.line + 1
        return value
    if isinstance(node, yaml.SequenceNode):
        return [convert_node(child, (*place, index), file) for index, child in enumerate(node.value)]
    is_null = node.tag == "tag:yaml.org,2002:null"
    return None if is_null else str(node.value)


class Record:
    """A mapping of a YAML file, asked for its fields one by one; what nobody asked for is unknown."""

    def __init__(self, file: YamlFile, value: Any, place: Place = ()) -> None:
        self.file, self.place = file, place
        self.value: dict[str, Any] = value if isinstance(value, dict) else {}
        self.asked: list[str] = []
        if not isinstance(value, dict):
            file.report(place, "yaml", "must be a mapping of fields (`name: value`)")

    def report(self, key: str, rule: str, message: str) -> None:
        """Add a problem at the line of this field."""
        self.file.report((*self.place, key), rule, message)

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.file.lines.get(self.place, 1)

    def get(self, key: str, *, required: bool = True) -> Any:
        """Return the raw value of a field, or None; report a required one that is missing."""
        self.asked.append(key)
        found = self.value.get(key)
        if found is None and required and isinstance(self.value, dict):
            self.report(key, "missing-field", f"`{key}` is missing; add it (corpus/README.md says what it holds)")
        return found

    def text(self, key: str, pattern: str = "", hint: str = "") -> str:
        """Return a required text; report one that does not match the pattern."""
        return self.optional_text(key, pattern, hint, required=True) or ""

    def optional_text(self, key: str, pattern: str = "", hint: str = "", *, required: bool = False) -> str | None:
        """Return a text or None."""
        found = self.get(key, required=required)
        if found is None:
            return None
        if not isinstance(found, str):
            self.report(key, "field", f"`{key}` must be a text")
            return None
        if pattern and not re.fullmatch(pattern, found):
            self.report(key, "field", f"`{key}` is {found!r}; it must be {hint}")
            return None
        return found

    def slug(self) -> str:
        """Return the required id of an entry."""
        return self.text("id", SLUG_PATTERN, SLUG_HINT)

    def integer(self, key: str) -> int:
        """Return a required whole number from 1."""
        found = self.text(key, "[1-9][0-9]*", "a whole number from 1")
        return int(found) if found.isascii() and found.isdigit() else 0

    def choice(self, key: str, vocabulary: type[Choice]) -> Choice:
        """Return a required word of a closed vocabulary."""
        found = self.get(key)
        if found in [str(word) for word in vocabulary]:
            return vocabulary(found)
        if found is not None:
            words = ", ".join(vocabulary)
            self.report(key, "field", f"`{key}` is {found!r}; it must be one of: {words}")
        return next(iter(vocabulary))

    def optional_choice(self, key: str, vocabulary: type[Choice], default: Choice) -> Choice:
        """Return a word of a closed vocabulary; the default where the field is left out."""
        if key in self.value:
            return self.choice(key, vocabulary)
        self.asked.append(key)
        return default

    def bilingual(self, key: str) -> Bilingual:
        """Return a required text in both languages."""
        return self.optional_bilingual(key, required=True) or Bilingual("", "")

    def optional_bilingual(self, key: str, *, required: bool = False) -> Bilingual | None:
        """Return a text in both languages, or None."""
        found = self.get(key, required=required)
        return read_bilingual(self.file, found, (*self.place, key)) if found is not None else None

    def bilinguals(self, key: str) -> tuple[Bilingual, ...]:
        """Return a required list of texts in both languages."""
        found = self.get(key)
        if found is None:
            return ()
        if not isinstance(found, list) or not found:
            self.report(key, "field", f"`{key}` must be a list of at least one `{{zh: …, en: …}}`")
            return ()
        return tuple(read_bilingual(self.file, item, (*self.place, key, i)) for i, item in enumerate(found))

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; an empty one where the field is left out."""
        found = self.get(key, required=required)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            self.report(key, "field", f"`{key}` must be a list of texts (`[…, …]`)")
            return ()
        return tuple(found)

    def optional_bilinguals(self, key: str) -> tuple[Bilingual, ...]:
        """Return a list of texts in both languages; an empty one where the field is left out."""
        if key in self.value:
            return self.bilinguals(key)
        self.asked.append(key)
        return ()

    def record(self, key: str) -> "Record":
        """Return a required mapping."""
        found = self.get(key)
        return Record(self.file, {} if found is None else found, (*self.place, key))

    def optional_record(self, key: str) -> "Record | None":
        """Return a mapping, or None."""
        found = self.get(key, required=False)
        return None if found is None else Record(self.file, found, (*self.place, key))

    def optional_records(self, key: str) -> list["Record"]:
        """Return the mappings of a list; none where the field is left out."""
        found = self.get(key, required=False)
        if found is not None and not isinstance(found, list):
            self.report(key, "field", f"`{key}` must be a list of entries (`- field: value`)")
        items = found if isinstance(found, list) else []
        return [Record(self.file, item, (*self.place, key, index)) for index, item in enumerate(items)]

    def close(self) -> None:
        """Report every field that nobody asked for."""
        for key in self.value:
            if key not in self.asked:
                known = ", ".join(self.asked)
                self.report(key, "unknown-field", f"`{key}` is no field here; known are: {known}")


def read_bilingual(file: YamlFile, value: Any, place: Place) -> Bilingual:
    """Return a `{zh: …, en: …}`, both texts required."""
    record = Record(file, value, place)
    found = Bilingual(record.text("zh"), record.text("en"))
    record.close()
    return found


def records(file: YamlFile) -> list[Record]:
    """Return the mappings of a file that is a list of them."""
    if file.value is None:
        return []
    if not isinstance(file.value, list):
        file.report((), "yaml", "must be a list of entries (`- field: value`), or [] where there is none")
        return []
    return [Record(file, item, (index,)) for index, item in enumerate(file.value)]
