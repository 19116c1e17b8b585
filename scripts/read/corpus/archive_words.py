"""The texts of the corpus, the glossary and jieba's dictionary → what is known of words, to weigh readings by.

The texts are taken as they were received, without the lines that are damaged: what editors read there says nothing.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.text.damage.spots import sound_lines
from scripts.text.damage.words import Words

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
    spec = find_spec("jieba")
    if not spec or not spec.origin:
        return
    with Path(spec.origin).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count = line.split(" ")[:2]
            if len(word) == 1 or int(count) > RARE:
                yield word, int(count)


def archive_texts(root: Path, without: Path | None = None) -> Iterator[str]:
    """Yield the sound lines of every text but one, then the glossary's files; what cannot be read is left out."""
    for path in sorted(root.glob("corpus/policies/*/source.txt")):
        if path == without:
            continue
        try:
            yield sound_lines(read_source(path.read_bytes(), path.name).text)
        except (CorpusError, OSError):
            continue
    for path in sorted(root.glob("corpus/glossary/*.yml")):
        try:
            yield path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue


def bounded(texts: Iterator[str]) -> Iterator[str]:
    """Yield texts until there is as much as is taken."""
    left = MOST_TEXT
    for text in texts:
        yield text[:left]
        left -= len(text)
        if left <= 0:
            return
