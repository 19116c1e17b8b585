"""The texts of the corpus, the glossary and jieba's dictionary → what is known of words, to weigh readings by.

The texts are taken as they were received, without the lines that are damaged: what editors read there says nothing.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.read.regular_file import read_bytes_of, read_text_of
from scripts.text.damage.spots import sound_lines
from scripts.text.damage.words import Words
from scripts.text.dictionary import dictionary_text

MOST_TEXT = 1_000_000
"""So many characters of the corpus are taken, in the order of the ids: it has them all as yet."""
RARE = 3
"""What the dictionary counts so often, or less, is none of the words that are weighed, but for single characters."""


@cache
def read_archive_words(root: Path) -> Words:
    """Return the words of what stands below `root/corpus`, and those of the dictionary."""
    return Words(dictionary_words(), bounded(archive_texts(root)))


def dictionary_words() -> Iterator[tuple[str, int]]:
    """Yield the words of jieba's dictionary with how often it counts them."""
    for line in dictionary_text().strip().split("\n"):
        word, count, _ = line.split(" ")
        if len(word) == 1 or int(count) > RARE:
            yield word, int(count)


def archive_texts(root: Path, without: Path | None = None) -> Iterator[str]:
    """Yield the sound lines of every text but one, then the glossary's files; what cannot be read is left out."""
    for path in sorted(root.glob("corpus/policies/*/source.txt")):
        if path == without:
            continue
        with suppress(CorpusError):
            data = read_bytes_of(path, path.name)
            yield sound_lines(read_source(data, path.name).text) if data else ""
    for path in sorted(root.glob("corpus/glossary/*.yml")):
        yield read_text_of(path, path.name)[0] or ""


def bounded(texts: Iterator[str]) -> Iterator[str]:
    """Yield texts until there is as much as is taken."""
    left = MOST_TEXT
    for text in texts:
        yield text[:left]
        left -= len(text)
        if left <= 0:
            return
