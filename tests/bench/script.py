"""Simplified texts turned Traditional, by characters and by words, and read: how many characters come back, by kind.

The texts are those of the policies, as they are published, and the words of jieba's dictionary that are met often enough,
each between two commas; texts of a folder besides, where one is named. What is not certain stays and is listed.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import opencc

from scripts.read.clean.decode import decode_source
from scripts.read.clean.script import find_script
from scripts.read.corpus.corpus import read_corpus
from scripts.text.characters import HAN_PATTERN
from scripts.text.dictionary import dictionary_text
from scripts.text.origin import find_origin
from scripts.text.readings import find_readings
from scripts.text.standard import plain_forms, standard_characters

ROOT = Path(__file__).resolve().parent.parent.parent
OFTEN = 20
"""Words that are met so often are taken."""
BY_WORDS = ("s2t", "s2tw", "s2hk")
OTHER_FORMS = str.maketrans("着干里么游周佣了借复划", "著乾裡麼遊週傭瞭藉覆畫")
"""What some machines write for a character wherever it stands, and OpenCC does not."""
SHOWN = 12

Turn = Callable[[str], str]


class Count(NamedTuple):
    """How the Chinese characters of texts came back."""

    right: int
    wrong: Counter[str]
    """Of those that are neither right nor listed: the character with what stood around it, and what it became."""
    listed: Counter[str]


@cache
def forms() -> dict[str, str]:
    """Return the Traditional characters that Taiwan's encoding has for each Simplified one, all in one string."""
    found: dict[str, str] = defaultdict(str)
    for char, plain in plain_forms().items():
        if plain in standard_characters() and char.encode("big5", "ignore"):
            found[plain] += char
    return found


@cache
def first_forms() -> dict[int, str]:
    """Return, for `str.translate`, how OpenCC writes each Simplified character alone."""
    converter = opencc.OpenCC("s2t")
    return {ord(char): converter.convert(char) for char in standard_characters()}


def turns(seed: int) -> dict[str, Turn]:
    """Return the ways of turning a text Traditional, by their names."""
    rng = random.Random(seed)

    def by_lot(text: str) -> str:
        return "".join(rng.choice(forms()[char]) if char in forms() else char for char in text)

    by_words: dict[str, Turn] = {f"by words, {name}": opencc.OpenCC(name).convert for name in BY_WORDS}
    return {
        "by characters": lambda text: text.translate(first_forms()),
        "by characters, as others": lambda text: text.translate(OTHER_FORMS).translate(first_forms()),
        "by lot": by_lot,
        **by_words,
    }


def count(texts: Iterable[str], turn: Turn) -> Count:
    """Return how the characters of these texts come back, each text turned and read."""
    right, wrong, listed = 0, Counter[str](), Counter[str]()
    for text in texts:
        turned = turn(text)
        readings = {place: (written, others) for place, written, others in find_readings(turned)}
        for place, (char, received) in enumerate(zip(text, turned, strict=True)):
            written, others = readings.get(place, (received, ""))
            if not HAN_PATTERN.match(char):
                continue
            words = f"{text[max(place - 2, 0) : place + 3]} {received}→{written}"
            if others:
                listed[words] += 1
            elif written != char:
                wrong[words] += 1
            else:
                right += 1
    return Count(right, wrong, listed)


def policy_texts(root: Path = ROOT) -> list[str]:
    """Return the published texts of a corpus."""
    return [policy.text for policy in read_corpus(root).archive.policies]


def words(seed: int, size: int | None = None) -> list[str]:
    """Return the words that are met often, without those that have another form themselves, in a text."""
    rows = (line.split(" ") for line in dictionary_text().split("\n") if line)
    found = [row[0] for row in rows if int(row[1]) >= OFTEN and is_plain(row[0])]
    return ["，".join(random.Random(seed).sample(found, size or len(found)))]


def is_plain(word: str) -> bool:
    """Whether each character of a word is of the table and has no other form."""
    return len(word) > 1 and all(char in standard_characters() and char not in plain_forms() for char in word)


def folder_texts(folder: Path) -> Iterator[str]:
    """Yield the Simplified texts below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md"):
            text = decode_source(path.read_bytes(), path.name).text
            if find_script(text) == "Hans":
                yield "".join(char for char in text if char not in plain_forms())


def main(folder: Path | None, seed: int) -> None:
    """Print the counts, and what was taken for an original."""
    sets = {"policies": policy_texts(), "words": words(seed)}
    if folder:
        sets["folder"] = list(folder_texts(folder))
    for name, texts in sets.items():
        for kind, turn in turns(seed).items():
            right, wrong, listed = count(texts, turn)
            total = right + wrong.total() + listed.total()
            print(
                f"{name:9} {kind:25} {total:8,} right {right / total:9.4%} wrong {wrong.total()} listed {listed.total()}"
            )
            print(
                "    "
                + "; ".join(f"{words} {n}" for words, n in (wrong + listed).most_common(SHOWN)).replace("\n", "¶")
            )
        if name != "words":
            origins = [find_origin(turn(text)) for turn in turns(seed).values() for text in texts]
            kept, unsure = (
                sum(flags) for flags in zip(*((o.is_original, not o.is_sure) for o in origins), strict=True)
            )
            print(f"{name:9} of {len(origins)} turned texts {kept} taken for originals, {unsure} without certainty\n")
