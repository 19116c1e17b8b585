"""`make card-fonts`: the fonts of cards, with the characters that the cards of the present policies show."""

from collections.abc import Iterator
from pathlib import Path

from scripts.model.archive import Archive
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import read_corpus
from scripts.write.cards.fonts import make_font
from scripts.write.cards.picture import FONTS, Card
from scripts.write.pages.policy.cards import archive_card, policy_card


def make_card_fonts(root: Path) -> Iterator[Path]:
    """Write the font of each language and yield its path; CorpusError where something needed is missing."""
    archive = read_corpus(root).archive
    for language in Language:
        target = FONTS / f"{language}.ttf"
        words = (f"{card.above}{card.title}{card.left}{card.right}" for card in cards(archive, language))
        make_font(root, language, words, target)
        yield target


def cards(archive: Archive, language: Language) -> Iterator[Card]:
    """Yield every card in a language."""
    yield archive_card(language)
    for policy in archive.policies:
        if policy.metadata:
            yield policy_card(policy.metadata, archive, language)


if __name__ == "__main__":
    for written in make_card_fonts(Path(__file__).resolve().parents[2]):
        print(written)
