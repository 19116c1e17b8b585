"""A policy → the events of its life that are known to the day, and the time for which it is in force.

A period for which a policy plans, and years of goals, say nothing of force and have no day: they are not events. How a
policy ended is said where it is known: only what was repealed has that type of event, not what expired.
"""

from collections.abc import Iterator

from scripts.model.policy import Metadata
from scripts.model.vocabulary import Ending
from scripts.write.akoma_ntoso.addresses import original_address
from scripts.write.akoma_ntoso.dates import is_day, is_exact
from scripts.write.akoma_ntoso.references import References
from scripts.write.akoma_ntoso.xml import element, lines

IN_FORCE = "time-in-force"
"""The eId of the time for which a policy is in force."""
START, END = "event-in-force", "event-end"


def events(metadata: Metadata) -> Iterator[tuple[str, str, str]]:
    """Yield what happened on a day that is known: the event's eId, the day, the type where the schema has one."""
    force = metadata.status.force
    if is_exact(metadata):
        yield "event-issued", metadata.date.value, "generation"
    if force and is_day(force.first):
        yield START, str(force.first), ""
    if force and is_day(force.last):
        yield END, str(force.last), "repeal" if force.ending is Ending.REPEALED else ""


def lifecycle(metadata: Metadata, references: References) -> str:
    """Return the events; nothing where none is known."""
    rows = [
        element("eventRef", "", {"eId": own, "date": date, "source": original(metadata, references), "type": kind})
        for own, date, kind in events(metadata)
    ]
    return element("lifecycle", lines(rows), {"source": references.archive()}) if rows else ""


def original(metadata: Metadata, references: References) -> str:
    """Refer to the policy as it was issued, which its events are those of."""
    return references.original(original_address(metadata.id))


def time_in_force(metadata: Metadata, references: References) -> str:
    """Return the time for which a policy is in force, by its events; nothing where neither end is known to the day."""
    known = {own for own, _, _ in events(metadata)}
    ends = {name: f"#{own}" for name, own in (("start", START), ("end", END)) if own in known}
    if not ends:
        return ""
    interval = element("timeInterval", "", ends | {"refersTo": references.force()})
    group = element("temporalGroup", interval, {"eId": IN_FORCE})
    return element("temporalData", lines([group]), {"source": references.archive()})
