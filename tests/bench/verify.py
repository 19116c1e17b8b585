"""200 seeded quotations from the policies → the verdicts on them, by how they were made, and a processor's time for each.

Of each policy and language as many are right, altered by one character, given with the address of another place, and
invented: put together from pieces of the policies in a random order. What `verify` says of each is counted as it is.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import read_corpus
from scripts.verify.match.addresses import Address
from scripts.verify.match.letters import fold_words
from scripts.verify.match.texts import Texts, Unit, make_texts
from scripts.verify.match.verdicts import Kind, Verdict
from scripts.verify.match.verifier import Verifier
from scripts.write.words.addresses import policy_address

ROOT = Path(__file__).resolve().parent.parent.parent
EACH = 50
"""So many quotations of each way of making them."""
EXPECTED = {
    "right": Kind.HOLDS,
    "altered": Kind.DIFFERS,
    "moved": Kind.ELSEWHERE,
    "invented": Kind.NOWHERE,
}
LENGTHS = (8, 60)
"""How long quotations are, in characters of Chinese; English ones are three times as long."""
PIECE = {Language.ZH: 3, Language.EN: 1}
"""What invented quotations are made of: so many characters, or so many words."""


@dataclass(frozen=True, slots=True)
class Made:
    """A quotation that was made, and how."""

    way: str
    address: Address
    words: str


class Maker:
    """Makes quotations, the same ones for the same seed."""

    def __init__(self, texts: Texts, seed: int) -> None:
        self.texts, self.chance = texts, random.Random(seed)

    def make(self) -> Iterator[Made]:
        """Yield as many quotations of each way, of the policies and languages by turns."""
        policies = list(self.texts.streams[Language.ZH].by_policy)
        for way in EXPECTED:
            for number in range(EACH):
                language = list(Language)[number // len(policies) % 2]
                policy = policies[number % len(policies)]
                yield getattr(self, way)(policy, language)

    def right(self, policy: str, language: Language) -> Made:
        """Return words of a policy with their address."""
        unit, words = self.draw(policy, language)
        return Made("right", self.address(policy, language, unit), words)

    def altered(self, policy: str, language: Language) -> Made:
        """Return words of which one character is another."""
        unit, words = self.draw(policy, language)
        places = [place for place, char in enumerate(words) if fold_words(char)]
        place = self.chance.choice(places)
        others = sorted({char for char in unit.text if fold_words(char)} - {words[place]})
        changed = words[:place] + self.chance.choice(others) + words[place + 1 :]
        return Made("altered", self.address(policy, language, unit), changed)

    def moved(self, policy: str, language: Language) -> Made:
        """Return words with another address, of any policy, at which they do not stand."""
        _, words = self.draw(policy, language)
        while True:
            other = self.chance.choice(list(self.texts.streams[language].by_policy))
            unit, _ = self.draw(other, language)
            stream = self.texts.streams[language]
            if fold_words(words) not in stream.folded[slice(*stream.by_policy[other].spans[unit.anchor])]:
                return Made("moved", self.address(other, language, unit), words)

    def invented(self, policy: str, language: Language) -> Made:
        """Return pieces of all policies in a random order."""
        unit, words = self.draw(policy, language)
        size, pieces = len(words), list[str]()
        while sum(map(len, pieces)) < size:
            _, other = self.draw(self.chance.choice(list(self.texts.streams[language].by_policy)), language)
            parts = other.split() if language is Language.EN else [fold_words(other)]
            start = self.chance.randrange(max(1, len(parts) if language is Language.EN else len(parts[0]) - 3))
            pieces.append(f"{parts[start]} " if language is Language.EN else parts[0][start : start + PIECE[language]])
        return Made("invented", self.address(policy, language, unit), "".join(pieces).strip())

    def draw(self, policy: str, language: Language) -> tuple[Unit, str]:
        """Return words of a policy, and the unit that holds them."""
        text = self.texts.streams[language].by_policy[policy]
        times = 3 if language is Language.EN else 1
        units = [unit for unit in text.units if len(unit.text) >= LENGTHS[0] * times]
        unit = self.chance.choice(units)
        size = min(self.chance.randint(*LENGTHS) * times, len(unit.text))
        start = self.chance.randrange(len(unit.text) - size + 1)
        words = unit.text[start : start + size].strip()
        return (unit, words) if fold_words(words) else self.draw(policy, language)

    def address(self, policy: str, language: Language, unit: Unit) -> Address:
        """Return the address of a unit."""
        return Address(policy_address(policy, language, unit.anchor), policy, unit.anchor, language)


def measure(verifier: Verifier, seed: int) -> Iterator[tuple[Made, Verdict, float]]:
    """Yield each quotation with its verdict, and the seconds of a processor that this took."""
    for made in Maker(verifier.texts, seed).make():
        start = time.process_time()
        verdict = verifier.verify(made.address, made.words)
        yield made, verdict, time.process_time() - start


def render(rows: list[tuple[Made, Verdict, float]]) -> str:
    """Return the table of verdicts, the time, and every verdict that is not the expected one."""
    kinds = (Kind.HOLDS, Kind.DIFFERS, Kind.ELSEWHERE, Kind.NOWHERE)
    lines = [f"{'made':10}" + "".join(f"{kind:>24}" for kind in kinds) + f"{'median':>12}{'longest':>12}"]
    for way in EXPECTED:
        counts = Counter(verdict.kind for made, verdict, _ in rows if made.way == way)
        times = sorted(seconds for made, _, seconds in rows if made.way == way)
        cells = "".join(f"{counts[kind]:>24}" for kind in kinds)
        lines.append(f"{way:10}{cells}{times[len(times) // 2] * 1000:>9.1f} ms{times[-1] * 1000:>9.1f} ms")
    for made, verdict, _ in rows:
        if verdict.kind is not EXPECTED[made.way]:
            where = f"{verdict.found.policy}#{verdict.found.anchor}" if verdict.found else ""
            lines.append(
                f"{made.way} {made.address.policy}#{made.address.anchor} “{made.words}”: {verdict.kind} {where}"
            )
    return "\n".join(lines)


def main(folder: Path | None, seed: int) -> None:
    """Print the verdicts on the quotations of the policies of a project, the archive's own where none is given."""
    start = time.process_time()
    corpus = read_corpus(folder or ROOT)
    read = time.process_time()
    verifier = Verifier(make_texts(corpus.archive))
    sizes = {str(language): len(stream.folded) for language, stream in verifier.texts.streams.items()}
    print(f"{len(verifier.grams)} languages, folded characters: {sizes}")
    print(
        f"{len(corpus.archive.policies)} policies: read in {read - start:.1f} s, loaded in {time.process_time() - read:.1f} s"
    )
    print(render(list(measure(verifier, seed))))
