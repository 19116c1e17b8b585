"""`python -m tests.damage [FILE…]`: damages sound texts by seed and prints, by kind, what is found and read right.

Without a file, the texts are those of the corpus, of which each is left out of the words that its own readings are
weighed by. It ends with 1 where a cut is not found, or something is proposed in a sound text of the corpus.
"""

import argparse
import sys
from dataclasses import astuple
from functools import cache
from pathlib import Path

from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.read.clean.steps import clean
from scripts.read.corpus.archive_words import archive_texts, dictionary_words
from scripts.text.damage.spots import sound_lines
from scripts.text.damage.words import Words
from tests.conftest import ROOT
from tests.damage.seeded import KINDS, Tally, false_alarms, try_kind

HEAD = f"{'kind':<28}{'seeded':>8}{'found':>8}{'right':>8}{'begun':>8}{'false':>8}"


def main() -> int:
    """Try every kind on every text, and print the sums."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description="What is proposed for seeded damage.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="sound texts; default: those of the corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=20_000, help="characters of each text; default: %(default)s")
    parser.add_argument("--kind", default="", help="only kinds whose name begins so")
    options = parser.parse_args()
    files = options.files or sorted(ROOT.glob("corpus/policies/*/source.txt"))
    sums = {kind.name: Tally() for kind in KINDS if kind.name.startswith(options.kind)}
    alarms = {}
    for file in files:
        text = read_sound(file)
        if text is None:
            continue
        words = words_without(file)
        alarms[file] = false_alarms(text, words)
        for kind in KINDS:
            if kind.name in sums:
                sums[kind.name].add(try_kind(kind, text[: options.most], words, options.seed))
    print(HEAD)
    for name, tally in sums.items():
        print(f"{name:<28}" + "".join(f"{count:>8}" for count in astuple(tally)))
    print("proposed in sound texts:", sum(alarms.values()), [str(file) for file, count in alarms.items() if count])
    lost = any(tally.found < tally.seeded for name, tally in sums.items() if name.startswith("split"))
    return int(lost or (not options.files and any(alarms.values())))


def read_sound(file: Path) -> str | None:
    """Return the clean text of a file, its damaged lines left out; None where it is no text."""
    try:
        text = clean(read_source(file.read_bytes(), str(file)).text).text
    except CorpusError as error:
        print(error, file=sys.stderr)
        return None
    return "\n".join(line for line in sound_lines(text).split("\n") if "***" not in line)


def words_without(file: Path) -> Words:
    """Return what is known of words from all other texts."""
    own = file.resolve()
    return words_of_others(own if own.is_relative_to(ROOT) else None)


@cache
def words_of_others(own: Path | None) -> Words:
    """Return what is known of words from the archive without one of its texts."""
    return Words(dictionary_words(), archive_texts(ROOT, without=own))


if __name__ == "__main__":
    sys.exit(main())
