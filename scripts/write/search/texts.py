"""Shares → the files with the words of sections, in one language each: packed, and as few as a reader can bear.

A result needs the file that its section is in. Several results are often of one policy; so a policy's sections stand in
one file together, or in a few of about one size if it has many. Entries and pages, which have little in common, are but
few in a file. The larger the archive, the more sections are in a file, and the more pieces are worth their bytes: so
neither the number of files nor what a first query brings grows with the archive as its texts do.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cached_property

from scripts.model.vocabulary import Language, ResultKind
from scripts.write.search.pieces import Pieces
from scripts.write.search.share import Share, dump

TEXT_SECTIONS = 18
"""So many sections of entries and pages are in a file at most, and of policies where the archive is small."""
MOST_TEXT_SECTIONS = 72
"""So many sections of policies are in a file at most."""
FEWEST_PIECES, MOST_PIECES = 96, 2048
SAMPLE_SIZES = {Language.ZH: 120_000, Language.EN: 500_000}
"""So many characters of texts tell the pieces, at most."""

Content = tuple[str, str]
"""A value's name, and the value as JSON."""


class Sample:
    """Sections from all over the archive, evenly, as they come; every second one is left out when they are too many."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.texts: list[str] = []
        self.step, self.sections, self.size = 1, 0, 0

    def add(self, texts: Iterable[str]) -> None:
        """Add the texts of sections."""
        for text in texts:
            if self.sections % self.step == 0:
                self.texts.append(text)
                self.size += len(text)
                if self.size > SAMPLE_SIZES[self.language]:
                    self.texts, self.step = self.texts[::2], 2 * self.step
                    self.size = sum(map(len, self.texts))
            self.sections += 1

    @cached_property
    def pieces(self) -> Pieces:
        """The pieces that the texts of the archive are written in."""
        return Pieces(self.texts, min(MOST_PIECES, max(FEWEST_PIECES, self.sections // 8)))

    def together(self) -> int:
        """Return how many sections of policies are in a file at most.

        >>> sample = Sample(Language.ZH)
        >>> [sample.together() for sample.sections in (0, 1_500, 6_000, 55_000, 550_000)]
        [18, 18, 23, 70, 72]
        """
        return min(MOST_TEXT_SECTIONS, max(TEXT_SECTIONS, math.isqrt(9 * self.sections // 100)))


def sampled(shares: Iterable[Share], samples: list[Sample]) -> Iterator[Share]:
    """Yield the shares, and take samples of their texts."""
    for share in shares:
        for sample in samples:
            sample.add(share.texts.get(sample.language, []))
        yield share


class Texts:
    """The words of sections in one language, in files; `sections.js` knows by the same rules which are in which."""

    def __init__(self, sample: Sample) -> None:
        self.language = sample.language
        self.pieces, self.together = sample.pieces, sample.together()
        self.files = 0
        self.shown: dict[int, str] = {}
        """What is said of the collections of the file that is being filled, once each."""
        self.sections: list[str] = []

    def begin(self) -> Content:
        """Return what is needed to read every file."""
        return f"pieces-{self.language}", self.pieces.content()

    def add(self, share: Share, number: int) -> Iterator[Content]:
        """Add the sections of a collection, and yield every file that they fill."""
        texts = share.texts.get(self.language, [])
        most = self.together if share.kind is ResultKind.POLICY else TEXT_SECTIONS
        parts = -(-len(texts) // most)
        for part in range(parts):
            own = texts[part * len(texts) // parts : (part + 1) * len(texts) // parts]
            if len(self.sections) + len(own) > most:
                yield from self.end()
            self.shown[number] = share.shown[self.language]
            self.sections += (f"[{number},{text}" for text in own)

    def end(self) -> Iterator[Content]:
        """Yield the file that is being filled, if it has any sections, and begin the next."""
        if self.sections:
            shown = ",".join(f'"{number}":{value}' for number, value in self.shown.items())
            text = f'{{"c":{{{shown}}},"s":[{",".join(self.sections)}]}}'
            yield f"text-{self.language}-{self.files}", dump(self.pieces.pack(text))
            self.files, self.shown, self.sections = self.files + 1, {}, []
