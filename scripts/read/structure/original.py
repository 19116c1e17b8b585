"""What was read from the Simplified copy of a text that stays Traditional → the same words as the text prints them."""

from dataclasses import replace

from scripts.model.policy import Policy
from scripts.model.said import Found, Said, Where
from scripts.text.printing import as_printed


def print_said(plain: Policy, printed: Policy) -> Said:
    """Return what a text says of itself, as it is printed."""

    def show(found: Found | None) -> Found | None:
        return print_found(found, plain, printed) if found else None

    said = plain.said
    return replace(
        said,
        title=show(said.title),
        issuers=tuple(print_found(issuer, plain, printed) for issuer in said.issuers),
        number=show(said.number),
        kind=show(said.kind),
        implements=tuple(print_found(title, plain, printed) for title in said.implements),
    )


def print_found(found: Found, plain: Policy, printed: Policy) -> Found:
    """Return something found, with the characters that the text has at its place."""
    span = slice(found.start, found.end)
    texts = (plain.source.text, printed.source.text) if found.where is Where.SOURCE else (plain.text, printed.text)
    return replace(found, value=as_printed(found.value, *(text[span] for text in texts)))
