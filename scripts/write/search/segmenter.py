"""Chinese texts → the words that jieba cuts them into; the one module that knows jieba."""

import logging
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.text.characters import HAN_PATTERN

# what jieba cuts by itself, whatever stands around it; so each needs to be cut but once
RUN_PATTERN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")

LOADED: list[Any] = []
"""The tokenizer of this process, once it is needed: to load its dictionary takes longer than a small build."""


class Segmenter:
    """Cuts texts; it remembers what it has cut."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        """Where jieba keeps its dictionary between runs."""
        self.words: dict[str, tuple[str, ...]] = {}

    @cached_property
    def tokenizer(self) -> Any:
        """The tokenizer, its dictionary loaded."""
        if not LOADED:
            LOADED.append(load_tokenizer(self.cache))
        return LOADED[0]

    def __reduce__(self) -> tuple[type["Segmenter"], tuple[Path]]:
        """Go to another process without the dictionary, which that one loads itself."""
        return Segmenter, (self.cache,)

    def load(self) -> None:
        """Load the dictionary now."""
        self.tokenizer  # noqa: B018 - which loads it

    def cut(self, texts: Iterable[str]) -> set[str]:
        """Return the words of texts that begin with a Han character and have two or more, each once."""
        found: set[str] = set()
        for run in {run for text in texts for run in RUN_PATTERN.findall(text)}:
            if run not in self.words:
                words = self.tokenizer.cut(run, HMM=False)
                self.words[run] = tuple(word for word in words if len(word) > 1 and HAN_PATTERN.match(word))
            found.update(self.words[run])
        return found


def load_tokenizer(cache: Path) -> Any:
    """Return a tokenizer with its dictionary, which is the same whatever folder keeps it between runs."""
    import jieba  # noqa: PLC0415 - slow to load

    logging.getLogger("jieba").setLevel(logging.WARNING)
    cache.mkdir(parents=True, exist_ok=True)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(cache)
    tokenizer.initialize()
    return tokenizer
