"""A policy → the characters that the pictures of its pages need and that the fonts of cards lack, with the remedy."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.write.cards.picture import missing
from scripts.write.pages.policy.cards import policy_card

MOST_NAMED = 8


def find_lacking(metadata: Metadata, archive: Archive) -> str:
    """Return the characters that the cards of a policy lack in either language, in their order, each once."""
    cards = (policy_card(metadata, archive, language) for language in Language)
    return "".join(sorted({character for card in cards for character in missing(card)}))


def tell_lacking(metadata: Metadata | None, archive: Archive) -> Iterator[str]:
    """Yield what to do where the cards of a policy lack characters; until then messengers show the archive's own."""
    lacking = find_lacking(metadata, archive) if metadata else ""
    if lacking:
        more = f" and {len(lacking) - MOST_NAMED} more" if len(lacking) > MOST_NAMED else ""
        named = f"{lacking[:MOST_NAMED]}{more}"
        yield f"before you commit, run `make card-fonts`: the picture that messengers show of it has no {named} yet"
