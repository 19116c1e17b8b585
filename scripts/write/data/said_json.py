"""What a text says of itself → the field `found` of its JSON: each value with the words from which it was read."""

from collections.abc import Callable
from typing import Any

from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Policy
from scripts.model.said import Found, Where


def said_value(policy: Policy, find_places: Callable[[], PlaceFinder]) -> dict[str, Any]:
    """Return what a text says of itself; null or empty where it says nothing.

    `in` says to what `start` and `end` point: `text`, the clean text, in which the words stand at `anchor`, or
    `source`, the decoded source.
    """
    said = policy.said

    def ground(start: int, end: int, where: Where = Where.TEXT) -> dict[str, Any]:
        is_text = where is Where.TEXT
        words = policy.text if is_text else policy.source.text
        anchor = find_places().anchor_near(start) if is_text else None
        return {"quote": words[start:end], "start": start, "end": end, "in": where, "anchor": anchor}

    def value(found: Found | None) -> dict[str, Any] | None:
        return {"value": found.value or None, **ground(found.start, found.end, found.where)} if found else None

    period = said.period
    return {
        "title": value(said.title),
        "issuers": [value(issuer) for issuer in said.issuers],
        "number": value(said.number),
        "date": value(said.date),
        "type": value(said.kind),
        "in_force": value(said.in_force),
        "validity": value(said.validity),
        "period": period and {"from": period.first, "until": period.last, **ground(period.start, period.end)},
        "implements": [value(base) for base in said.implements],
    }
