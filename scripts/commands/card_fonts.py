"""`make card-fonts`: the fonts of cards, with the characters that the cards of the present policies show."""

import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.model.archive import Archive
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from scripts.read.corpus.corpus import read_corpus
from scripts.write.cards.fonts import make_font
from scripts.write.cards.picture import Card
from scripts.write.disk.lock import writing
from scripts.write.disk.replacing import put_in_place, stage
from scripts.write.pages.policy.cards import archive_card, policy_card

ROOT = Path(__file__).resolve().parents[2]
FONTS = "scripts/write/cards/fonts"


def main() -> int:
    """Write the fonts, when nobody else writes, and say which; return the exit code."""
    try:
        with writing(ROOT):
            print("\n".join(make_card_fonts(ROOT)))
    except CorpusError as error:
        print(error.problem, file=sys.stderr)
        return 2
    return 0


def make_card_fonts(root: Path) -> list[str]:
    """Write the font of each language and return their names; CorpusError where something needed is missing."""
    archive = read_corpus(root).archive
    names = {language: f"{FONTS}/{language}.ttf" for language in Language}
    for language, name in names.items():
        words = (f"{card.above}{card.title}{card.left}{card.right}" for card in cards(archive, language))
        make_font(root, language, words, stage(root, name, is_tree=False))
    put_in_place(root, names.values())
    return list(names.values())


def cards(archive: Archive, language: Language) -> Iterator[Card]:
    """Yield every card in a language."""
    yield archive_card(language)
    for policy in archive.policies:
        if policy.metadata:
            yield policy_card(policy.metadata, archive, language)


if __name__ == "__main__":
    sys.exit(main())
