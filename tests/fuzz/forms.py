"""The forms of the corpus's files: bytes → plain values, and values → bytes, with raw text in them where that is wanted."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polib
import yaml

Place = tuple[str | int, ...]
Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Raw:
    """What stands in a file as it is, in the place of a value."""

    text: str


@dataclass(frozen=True, slots=True)
class RawKey:
    """A key of a mapping that stands for a line as it is."""

    text: str


class Marks:
    """Words that stand for raw text while a value is written."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def mark(self, text: str, kind: str = "v") -> str:
        """Return the word that stands for this text."""
        self.texts.append(text)
        return f"QZ{kind}{len(self.texts) - 1}ZQ"

    def replace(self, value: Any) -> Any:
        """Return the value with a word in the place of everything raw, and of what no writer takes."""
        if isinstance(value, Raw):
            return self.mark(value.text)
        if isinstance(value, str):  # a lone surrogate stands in no UTF-8, but can be written as an escape
            return self.mark(json.dumps(value)) if re.search("[\ud800-\udfff]", value) else value
        if isinstance(value, list):
            return [self.replace(item) for item in value]
        if isinstance(value, dict):
            keys = ((self.mark(key.text, "k") if isinstance(key, RawKey) else key, key) for key in value)
            return {written: self.replace(value[key]) for written, key in keys}
        return value

    def put_in(self, text: str, line: str, value: str) -> bytes:
        """Return what was written, the raw text in the place of its words, which stand as these patterns say."""
        text = re.sub(line.format(r"QZk(\d+)ZQ", r"QZv\d+ZQ"), lambda match: self.texts[int(match[1])], text)
        text = re.sub(value.format(r"QZv(\d+)ZQ"), lambda match: self.texts[int(match[1])], text)
        return text.encode("utf-8", "surrogatepass")


def read_yaml(data: bytes) -> Any:
    """Return the value of a YAML file, every scalar as text."""
    return yaml.load(data.decode(), Loader)


def write_yaml(value: Any) -> bytes:
    """Return a YAML file."""
    marks = Marks()
    options: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 1 << 30, "default_flow_style": False}
    return marks.put_in(yaml.dump(marks.replace(value), Dumper=Dumper, **options), "{}: {}", "{}")


def read_rows(data: bytes) -> list[dict[str, Any]]:
    """Return the objects of a file that has one a line."""
    return [json.loads(line) for line in data.decode().splitlines()]


def write_rows(value: Any) -> bytes:
    """Return a file with a JSON object a line."""
    marks = Marks()
    rows = [json.dumps(row, ensure_ascii=False) for row in marks.replace(value)]
    return marks.put_in("".join(f"{row}\n" for row in rows), '"{}": "{}"', '"{}"')


PO_HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def read_po(data: bytes) -> list[dict[str, Any]]:
    """Return the entries of a PO file by the names of their fields."""
    entries = []
    for entry in polib.pofile(data.decode(), encoding="utf-8"):
        comment = {"#": entry.tcomment} if entry.tcomment else {}
        entries.append(comment | {"msgctxt": entry.msgctxt, "msgid": entry.msgid, "msgstr": entry.msgstr})
    return entries


def write_po(value: Any) -> bytes:
    """Return a PO file with these entries."""
    marks = Marks()
    entries = ["".join(write_po_field(*item) for item in entry.items()) for entry in marks.replace(value)]
    return marks.put_in("\n".join([PO_HEAD, *entries]), '{} "{}"', '"?{}"?')


def write_po_field(key: str, value: Any) -> str:
    """Return a field of an entry with its line break."""
    if key == "#":
        return "".join(f"# {line}\n" for line in str(value).split("\n"))
    return f'{key} "{polib.escape(str(value))}"\n'


def read_lines(data: bytes) -> list[dict[str, Any]]:
    """Return the lines of a text."""
    return [{"line": line} for line in data.decode().splitlines()]


def write_lines(value: Any) -> bytes:
    """Return a text of these lines."""
    marks = Marks()
    lines = [f"{key} {text}" if key != "line" else text for row in marks.replace(value) for key, text in row.items()]
    return marks.put_in("".join(f"{line}\n" for line in lines), "{} {}", "{}")


FORMS: dict[str, tuple[Callable[[bytes], Any], Callable[[Any], bytes]]] = {
    "yml": (read_yaml, write_yaml),
    "jsonl": (read_rows, write_rows),
    "po": (read_po, write_po),
    "txt": (read_lines, write_lines),
}
"""For each ending of a name, how the file is read and written."""


def read_value(name: str, data: bytes) -> Any:
    """Return the value of a file of the corpus."""
    return FORMS[name.rpartition(".")[2]][0](data)


def write_value(name: str, value: Any) -> bytes:
    """Return the file of the corpus that has this value."""
    return FORMS[name.rpartition(".")[2]][1](value)
