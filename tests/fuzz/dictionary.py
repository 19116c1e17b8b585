"""The data dictionary, `corpus/README.md` → the fields of every file, each with the examples that it gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

EACH = "[]"
"""In a path: every entry of a list."""
ANY = "*"
"""In a path: every key of a mapping whose keys are ids."""
# ## `policies/<id>/`, ### `policy.yml`, ## `glossary/terms.yml`; not ## Words of the findings
HEADING_PATTERN = re.compile(r"#{2,3} `(?P<name>[^`]+)`")
ROW_PATTERN = re.compile(r"\| (?P<names>.+?) \| (?P<holds>.+?) \|(?: (?P<example>.+?) \|)?")
NAME_PATTERN = re.compile("`([^`]+)`")
WITHOUT_TABLE = ("source.txt",)
"""Files that have no fields but their lines."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a file, or what stands within it."""

    file: str
    """Below the corpus, with `<id>` for a policy's."""
    path: Path
    """Within a record: `("title", "zh")`, `("issuers", "[]", "en")`."""
    examples: tuple[Any, ...]

    @property
    def name(self) -> str:
        """Return how a person calls it."""
        return ".".join(self.path)


def read_dictionary(text: str) -> dict[str, tuple[Field, ...]]:
    """Return the fields of every file, in the order of the dictionary, with all that their examples show within them."""
    fields: dict[str, dict[Path, tuple[Any, ...]]] = {}
    for file, names, examples in read_rows(text):
        own = fields.setdefault(file, {})
        for path in names:
            for example in examples:
                for around in range(1, len(path)):  # source, of source.url
                    own.setdefault(path[:around], ())
                for inner, value in unfold(path, example):
                    known = own.get(inner, ())
                    own[inner] = known if value in known else (*known, value)
    return {file: tuple(Field(file, *item) for item in own.items()) for file, own in fields.items()}


def read_rows(text: str) -> Iterator[tuple[str, list[Path], list[Any]]]:
    """Yield the file, the paths and the examples of every row of every table; a file without one has its lines."""
    folder = file = ""
    for line in text.splitlines():
        if match := HEADING_PATTERN.fullmatch(line):
            name = match["name"]
            folder = name if name.endswith("/") else folder if line.startswith("###") else ""
            file = "" if name.endswith("/") else folder + name
            if name in WITHOUT_TABLE:
                yield file, [("line",)], ["一、总体要求"]
        elif line.startswith("#"):
            file = ""
        elif file and (row := ROW_PATTERN.fullmatch(line)) and row["names"] != "field" and row["names"] != "---":
            names = NAME_PATTERN.findall(row["names"])
            examples = [read_example(shown) for shown in spans(row["example"] or "")]
            if names:
                yield file, [tuple(name.split(".")) for name in names], examples
            else:  # the id of a topic: the example has it before its value
                yield file, [(ANY,)], [value for example in examples for value in example.values()]


def spans(cell: str) -> list[str]:
    """Return the examples that a cell shows; one that only describes them stands for itself."""
    return NAME_PATTERN.findall(cell) or [cell]


def read_example(shown: str) -> Any:
    """Return the value that an example shows, every scalar as text."""
    return yaml.load(shown, yaml.BaseLoader)


def unfold(path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
    """Yield a value and all values within it, each with its path."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from unfold((*path, key), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from unfold((*path, EACH), inner)
