"""Prints how many of the seeded faults the checks find, kind by kind: `python -m tests.seeded_faults_report`."""

from scripts.check.english.pairs import check_pair
from scripts.commands.gather import link_corpus
from scripts.read.corpus.corpus import read_corpus
from tests.conftest import ROOT
from tests.seeded_faults import FAULTS, seed


def main() -> None:
    """Print a line a kind."""
    archive = link_corpus(read_corpus(ROOT))[0]
    for kind in FAULTS:
        seeded = seed(archive, kind)
        found = sum(1 for pair in seeded if any(True for _ in check_pair(pair)))
        print(f"{kind:36} {found:4} of {len(seeded):4}  {found / max(1, len(seeded)):4.0%}")


if __name__ == "__main__":
    main()
