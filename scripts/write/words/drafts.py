"""English that is a draft → the mark behind it, and the line that says what the mark means."""

from scripts.model.vocabulary import Language
from scripts.write.words.strings import say


def draft_sign(language: Language) -> str:
    """Return the mark as plain text, with the blank before it."""
    return " " + say("draft-mark", language)


def draft_lead(language: Language) -> str:
    """Return the line that says what the mark means."""
    return say("draft-lead", language, mark=say("draft-mark", language))
