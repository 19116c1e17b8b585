"""Policies, and the archive as a whole → what their cards say, where they stand, and what pages say of them."""

from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.write.cards.picture import Card, draw_card, missing
from scripts.write.disk.page import Page
from scripts.write.pages.policy.facts import place_name
from scripts.write.words.addresses import page_address
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say

NAME = "card.png"


def policy_card(metadata: Metadata, archive: Archive, language: Language) -> Card:
    """Return the card of a policy."""
    return Card(
        above=place_name(metadata.place, archive, language),
        title=pick(metadata.title, language),
        left=say_date(metadata.date.value, language),
        right=say("archive-name", language),
        language=language,
    )


def archive_card(language: Language) -> Card:
    """Return the card of every other page."""
    return Card("", say("archive-name", language), say("card-archive", language), "", language)


def draw_policy_card(metadata: Metadata, archive: Archive, language: Language) -> Iterator[tuple[str, bytes]]:
    """Yield the picture of a policy by its path below the root of a language; none where its font lacks a letter."""
    card = policy_card(metadata, archive, language)
    if not missing(card):
        yield f"policies/{metadata.id}/{NAME}", draw_card(card)


def write_archive_card(language: Language) -> Iterator[Page]:
    """Yield the picture for every other page."""
    yield Page(f"policies/{NAME}", (), partial(draw_card, archive_card(language)))


def describe_policy_card(metadata: Metadata, archive: Archive, language: Language) -> dict[str, str]:
    """Return the address of a policy's card and its words; those of the archive's where it has none."""
    card = policy_card(metadata, archive, language)
    if missing(card):
        return describe_archive_card(language)
    words = say("card-policy", language, place=card.above, date=card.left, title=card.title, archive=card.right)
    return {"address": page_address(f"policies/{metadata.id}/{NAME}", language), "words": words}


def describe_archive_card(language: Language) -> dict[str, str]:
    """Return the address of the archive's card and its words."""
    card = archive_card(language)
    words = say("card-words", language, archive=card.title, words=card.left)
    return {"address": page_address(f"policies/{NAME}", language), "words": words}
