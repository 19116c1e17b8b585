"""An editors' judgement on a spot → the name of the sentence that says what stood there and what is printed."""

from scripts.model.policy import Emendation


def reading_key(emendation: Emendation) -> str:
    """Return that name: for a repair, for what nobody can restore, or for what is printed as received."""
    if emendation.leaves_gap:
        return "note-gap"
    return "note-applied" if emendation.is_applied else "note-kept"
