"""What was built of a spoilt corpus, beside what is built of the whole one: nothing live, nothing torn, nothing lost."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.fuzz.data import open_data, texts_of
from tests.fuzz.forms import read_value
from tests.fuzz.mutation import PUT, Mutation, value_at
from tests.fuzz.pages import Drawn, Pages, draw_page

REFERENCE = "abcdefghijklmnopqrstuvwxyz0123456789-"
"""Of these letters are ids, anchors and words of a vocabulary: what has another of them is another thing."""
STRUCTURE = "source.txt"
"""The file whose lines make the structure of the pages."""


class Look:
    """The pages and data of the whole corpus, for comparing."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.files = stamps(docs)
        self.pages = Pages()
        self.drawn: dict[str, Drawn] = {}
        for path in self.files:
            if path.endswith(".md") and not is_data(path):
                self.drawn[path] = draw_page(path, (docs / path).read_text(encoding="utf-8"))
                self.pages.learn(self.drawn[path])
        self.texts = count_texts(docs, self.files)

    def changed(self, docs: Path) -> Iterator[str]:
        """Yield what is wrong where nothing may have changed, for the corpus was refused."""
        if stamps(docs) != self.files:
            yield "docs/ is not as it was, though the corpus was refused"

    def faults(self, docs: Path, mutation: Mutation, *, is_accepted: bool) -> Iterator[str]:
        """Yield what is wrong with what was built of a mutation."""
        now = stamps(docs)
        fresh = [path for path, stamp in now.items() if self.files.get(path) != stamp]
        same = is_accepted and self.only_words(mutation)
        if same and now.keys() != self.files.keys():
            yield f"other files than before: {sorted(now.keys() ^ self.files.keys())[:3]}"
        for path in fresh:
            if is_data(path) or not path.endswith(".md"):
                yield from (f"{path}: {fault}" for fault in open_data(docs / path))
            else:
                yield from (f"{path}: {fault}" for fault in self.page_faults(docs, path, same=same))
        if same:
            yield from self.lost(docs, mutation)

    def page_faults(self, docs: Path, path: str, *, same: bool) -> Iterator[str]:
        """Yield what is wrong with a page."""
        try:
            drawn = draw_page(path, (docs / path).read_text(encoding="utf-8"))
        except Exception as error:
            yield f"cannot be drawn: {error!a}"[:300]
            return
        yield from self.pages.faults(drawn)
        if same and path in self.drawn:
            yield from drawn.differences(self.drawn[path])

    def only_words(self, mutation: Mutation) -> bool:
        """Whether a mutation puts words in the place of words, so that all but these is as it was."""
        if mutation.verb != PUT or mutation.around or mutation.file.endswith(STRUCTURE):
            return False
        if not isinstance(mutation.value, str) or not mutation.value.strip():
            return False
        former = self.former(mutation)
        return isinstance(former, str) and not set(former) <= set(REFERENCE)

    def former(self, mutation: Mutation) -> Any:
        """Return what stood where a mutation puts something."""
        data = (self.docs.parent / "corpus" / mutation.file).read_bytes()
        return value_at(read_value(mutation.file, data), mutation.place)

    def lost(self, docs: Path, mutation: Mutation) -> Iterator[str]:
        """Yield words that were accepted and stand in no data, where the former ones stood."""
        former, now = self.former(mutation), count_texts(docs, stamps(docs))
        if now[former] < self.texts[former] and not any(mutation.value in text for text in now):
            yield f"{mutation.value[:80]!a} was accepted, and stands in no data"


def count_texts(docs: Path, files: Iterable[str]) -> Counter[str]:
    """Return the texts in the data, each with how often it stands there."""
    return Counter(text for path in files if is_data(path) for text in texts_of(docs / path))


def stamps(docs: Path) -> dict[str, int]:
    """Return every file below a folder with what says whether it is the same one: files that stay keep their number."""
    return {
        os.path.relpath(os.path.join(folder, name), docs): os.stat(os.path.join(folder, name)).st_ino
        for folder, _, names in os.walk(docs)
        for name in names
    }


def is_data(path: str) -> bool:
    """Whether a file is published data, not a page."""
    return path.startswith("zh/data/") and not path.endswith(("index.md", ".search-choices.md"))
