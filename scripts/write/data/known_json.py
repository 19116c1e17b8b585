"""What is known of a policy → JSON: particulars, time, source; what the text itself says, where nobody described it."""

from collections.abc import Callable
from typing import Any

from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Policy
from scripts.model.said import Said
from scripts.model.status import Ground, Status
from scripts.write.data.original import original_value
from scripts.write.data.said_json import said_value


def known_value(policy: Policy, find_places: Callable[[], PlaceFinder]) -> dict[str, Any]:
    """Return what is known of a policy, before its text; what the text itself says, where nobody described it."""
    metadata = policy.metadata
    named = (
        {
            "id": metadata.id,
            "title": {"zh": metadata.title.zh, "en": metadata.title.en},
            "issuers": [{"zh": issuer.zh, "en": issuer.en} for issuer in metadata.issuers],
            "number": metadata.number,
            "date": metadata.date.value,
        }
        if metadata
        else printed_value(policy.said)
    )
    return {
        **named,
        "place": metadata.place.id if metadata else None,
        **status_value(metadata.status if metadata else Status()),
        "source": {
            "sha256": policy.source.sha256,
            "bytes": policy.source.size,
            "encoding": policy.source.encoding,
            "script": policy.source.script,
            "url": metadata.url if metadata else None,
            "retrieved": metadata.retrieved if metadata else None,
            **original_value(policy.source.original),
        },
        "certainty": metadata.certainty if metadata else None,
        **({} if metadata else {"found": said_value(policy, find_places)}),
    }


def printed_value(said: Said) -> dict[str, Any]:
    """Return title, issuers, number and date as a text prints them, with no English."""
    return {
        "id": None,
        "title": {"zh": said.title.value, "en": None} if said.title else None,
        "issuers": [{"zh": issuer.value, "en": None} for issuer in said.issuers],
        "number": said.number.value if said.number else None,
        "date": said.date.value if said.date else None,
    }


def status_value(status: Status) -> dict[str, Any]:
    """Return what is known of a policy's time, each statement with its ground; null or empty where nothing is."""
    period, force, successor = status.period, status.force, status.successor
    return {
        "period": period and {"from": period.first, "until": period.last, **ground_value(period.ground)},
        "goals": [{"year": goal.year, **ground_value(goal.ground)} for goal in status.goals],
        "in_force": force
        and {"from": force.first, "until": force.last, "ending": force.ending, **ground_value(force.ground)},
        "replaced_by": successor
        and {
            "title": {"zh": successor.title.zh, "en": successor.title.en},
            "id": successor.id,
            "url": successor.url,
            **ground_value(successor.ground),
        },
    }


def ground_value(ground: Ground) -> dict[str, Any]:
    """Return where something is said: in the policy's own text, or on a page outside it."""
    if ground.anchor:
        return {"anchor": ground.anchor, "quote": ground.quote}
    return {"source": ground.url, "retrieved": ground.retrieved}
