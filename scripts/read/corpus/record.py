"""A mapping of a YAML file, asked for its fields one by one: each is what its kind must be, and nobody else's."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from scripts.model.policy import Bilingual
from scripts.read.corpus import values
from scripts.read.corpus.yaml_file import Place, YamlFile

Choice = TypeVar("Choice", bound=StrEnum)
Default = TypeVar("Default")
Fault = Callable[[str], str]
"""Returns what is wrong with a value, or nothing."""


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
        """Return a text or None; report one that is empty or does not match the pattern."""
        found = self.get(key, required=required)
        if found is None:
            return None
        if not isinstance(found, str):
            self.report(key, "field", f"`{key}` must be a text")
            return None
        if pattern and not re.fullmatch(pattern, found):
            self.report(key, "field", f"`{key}` is {shorten(found)!r}; it must be {hint}")
            return None
        if not found.strip():
            self.report(key, "empty", f"`{key}` is empty; write it (corpus/README.md says what it holds)")
            return None
        return found

    def fitting(self, key: str, fault_of: Fault, form: tuple[str, str] = ("", ""), *, required: bool) -> str | None:
        """Return a text, or None; report one that is not of the form (pattern and hint), or that makes no sense."""
        found = self.optional_text(key, *form, required=required)
        if found is not None and (fault := fault_of(found)):
            self.report(key, "field", f"`{key}` is {shorten(found)!r}, {fault}")
            return None
        return found

    def slug(self) -> str:
        """Return the required id of an entry."""
        return self.fitting("id", values.id_fault, (values.SLUG_PATTERN, values.SLUG_HINT), required=True) or ""

    def date(self, key: str, *, required: bool = True) -> str | None:
        """Return an ISO date, as exact as is known."""
        form = values.DATE_PATTERN, values.DATE_HINT
        return self.fitting(key, values.date_fault, form, required=required)

    def day_on_the_web(self, key: str, *, required: bool, is_whole: bool = False) -> str | None:
        """Return the ISO date on which a page was read; a whole one where that is asked for."""
        form = (values.DAY_PATTERN, values.DAY_HINT) if is_whole else (values.DATE_PATTERN, values.DATE_HINT)
        return self.fitting(key, partial(values.date_fault, first_year=values.FIRST_WEB_YEAR), form, required=required)

    def url(self, key: str, *, required: bool = True) -> str | None:
        """Return the address of a page."""
        return self.fitting(key, values.url_fault, required=required)

    def anchor(self, key: str) -> str:
        """Return the required anchor of a place."""
        return self.fitting(key, values.anchor_fault, required=True) or ""

    def chinese(self, key: str, *, required: bool = True) -> str | None:
        """Return words in Chinese."""
        return self.fitting(key, values.chinese_fault, required=required)

    def integer(self, key: str) -> int:
        """Return a required whole number from 1, 0 where there is none."""
        return int(self.text(key, "[1-9][0-9]{0,6}", "a whole number from 1, of at most 7 digits") or 0)

    def choice(self, key: str, vocabulary: type[Choice]) -> Choice:
        """Return a required word of a closed vocabulary."""
        found = self.get(key)
        if found in [str(word) for word in vocabulary]:
            return vocabulary(found)
        if found is not None:
            words = ", ".join(vocabulary)
            self.report(key, "field", f"`{key}` is {shorten(str(found))!r}; it must be one of: {words}")
        return next(iter(vocabulary))

    def optional_choice(self, key: str, vocabulary: type[Choice], default: Default) -> Choice | Default:
        """Return a word of a closed vocabulary; the default where the field is left out."""
        if key in self.value:
            return self.choice(key, vocabulary)
        self.asked.append(key)
        return default

    def bilingual(self, key: str, *, is_name: bool = False) -> Bilingual:
        """Return a required text in both languages; the English of a name has no Chinese in it."""
        return self.optional_bilingual(key, required=True, is_name=is_name) or Bilingual("", "")

    def optional_bilingual(self, key: str, *, required: bool = False, is_name: bool = False) -> Bilingual | None:
        """Return a text in both languages, or None."""
        found = self.get(key, required=required)
        return read_bilingual(self.file, found, (*self.place, key), is_name=is_name) if found is not None else None

    def names(self, key: str, *, required: bool) -> tuple[Bilingual, ...]:
        """Return a list of names in both languages, each once; an empty one where the field is left out."""
        found = self.get(key, required=required)
        if found is None:
            return ()
        if not isinstance(found, list) or not found:
            self.report(key, "field", f"`{key}` must be a list of at least one `{{zh: …, en: …}}`")
            return ()
        names = [read_bilingual(self.file, item, (*self.place, key, i), is_name=True) for i, item in enumerate(found)]
        self.report_repeated(key, (name.zh for name in names))
        return tuple(names)

    def texts(self, key: str, *, required: bool = False, is_filled: bool = False) -> tuple[str, ...]:
        """Return a list of texts, none empty, each once; an empty list where the field is left out and may be."""
        found = self.get(key, required=required)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            self.report(key, "field", f"`{key}` must be a list of texts (`[…, …]`)")
            return ()
        if (is_filled and not found) or not all(item.strip() for item in found):
            self.report(key, "empty", f"`{key}` has an empty text, or none; write it or drop it")
        self.report_repeated(key, found)
        return tuple(dict.fromkeys(item for item in found if item.strip()))

    def report_repeated(self, key: str, texts: Iterable[str]) -> None:
        """Report what a list has twice."""
        for text in values.repeated(texts):
            self.report(key, "field", f"`{key}` has {shorten(text)!r} twice; keep one")

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
                hint = "; a text with a comma must stand in quotes" if "," not in key and key.count(" ") > 2 else ""
                self.report(key, "unknown-field", f"`{shorten(key)}` is no field here{hint}; known are: {known}")


def read_bilingual(file: YamlFile, value: Any, place: Place, *, is_name: bool) -> Bilingual:
    """Return a `{zh: …, en: …}`, both texts required, each in its own language."""
    record = Record(file, value, place)
    english = partial(values.english_fault, is_name=is_name)
    zh = record.fitting("zh", values.chinese_fault, required=True)
    en = record.fitting("en", english, required=True)
    record.close()
    return Bilingual(zh or "", en or "")


def shorten(text: str) -> str:
    """Return a text as a message quotes it: its beginning, where it is long."""
    return text if len(text) <= 60 else f"{text[:60]}…"


def records(file: YamlFile) -> list[Record]:
    """Return the mappings of a file that is a list of them."""
    if file.value is None:
        return []
    if not isinstance(file.value, list):
        file.report((), "yaml", "must be a list of entries (`- field: value`), or [] where there is none")
        return []
    found = [Record(file, item, (index,)) for index, item in enumerate(file.value)]
    first: dict[str, Record] = {}
    for record in found:
        same = first.setdefault(repr(record.value), record)
        if same is not record and record.value:
            message = f"is the same as the entry on line {same.line}; drop one of them"
            file.report(record.place, "yaml", message)
    return found
