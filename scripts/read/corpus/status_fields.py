"""What `policy.yml` says of a policy's time → `Status`, with a problem for whatever cannot be so."""

from scripts.model.status import Force, Goal, Ground, Period, Status, Successor
from scripts.model.vocabulary import Ending
from scripts.read.corpus.record import Record
from scripts.read.corpus.values import FIRST_YEAR, LAST_YEAR

YEAR_PATTERN, YEAR_HINT = "[12][0-9]{3}", "a year, such as 2020"


def read_status(record: Record) -> Status:
    """Return what the fields `period`, `goals`, `in_force` and `replaced_by` say; each may be left out."""
    period, force, successor = (record.optional_record(key) for key in ("period", "in_force", "replaced_by"))
    goals = [read_goal(goal) for goal in record.optional_records("goals")]
    years = [goal.year for goal in goals]
    if years != sorted(set(years)):
        record.report("goals", "field", "`goals` must stand in the order of their years, each year once")
    return Status(
        period=read_period(period) if period else None,
        goals=tuple(goals),
        force=read_force(force) if force else None,
        successor=read_successor(successor, record.value.get("id")) if successor else None,
    )


def read_period(record: Record) -> Period:
    """Return the period that a policy plans for; its own text has to say it."""
    first, last = read_year(record, "from"), read_year(record, "until")
    check_order(record, str(first), str(last))
    period = Period(first, last, read_quotation(record))
    record.close()
    return period


def read_goal(record: Record) -> Goal:
    """Return a year for which a policy sets its overall goals; its own text has to say it."""
    goal = Goal(read_year(record, "year"), read_quotation(record))
    record.close()
    return goal


def read_force(record: Record) -> Force:
    """Return from when and until when a policy is in force."""
    first, last = (record.date(key, required=False) for key in ("from", "until"))
    if not (first or last):
        record.report("from", "missing-field", "needs `from` or `until`; leave `in_force` out where neither is known")
    check_order(record, first, last)
    ending = record.choice("ending", Ending) if last else None
    force = Force(first, last, ending, read_ground(record))
    record.close()
    return force


def read_successor(record: Record, own: object) -> Successor:
    """Return what took a policy's place; whether an id is a policy of the corpus is checked where all are known."""
    title, policy_id = record.bilingual("title", is_name=True), record.optional_text("id")
    url = record.url("url", required=False)
    if policy_id is not None and policy_id == own:
        record.report("id", "field", f"{policy_id} cannot have taken its own place; name its successor")
    if policy_id is not None and url is not None:
        record.report("url", "field", "stands beside an `id`, whose policy says where it is from; drop one of them")
    successor = Successor(title, policy_id, url, read_ground(record))
    record.close()
    return successor


def read_year(record: Record, key: str) -> int:
    """Return a required year, 0 where there is none."""
    year = int(record.text(key, YEAR_PATTERN, YEAR_HINT) or 0)
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        record.report(key, "field", f"`{key}` is {year}, which is not between {FIRST_YEAR} and {LAST_YEAR}; mend it")
    return year


def read_quotation(record: Record) -> Ground:
    """Return the words of the policy's own text that say something."""
    return Ground(record.line, record.anchor("anchor"), record.text("quote"))


def read_ground(record: Record) -> Ground:
    """Return the words of the policy's own text that say something, or a page that says it and when it was read."""
    if "source" in record.value:
        url = record.url("source") or ""
        retrieved = record.day_on_the_web("retrieved", required=True, is_whole=True) or ""
        return Ground(record.line, url=url, retrieved=retrieved)
    if "anchor" not in record.value:
        record.report("source", "missing-field", "needs `anchor` and `quote` of the text, or `source` and `retrieved`")
        return Ground()
    return read_quotation(record)


def check_order(record: Record, first: str | None, last: str | None) -> None:
    """Report an end that lies before its beginning; of dates of different precision the shorter counts as a whole."""
    if first and last and first[: len(last)] > last[: len(first)]:
        record.report("until", "field", f"`until` ({last}) is before `from` ({first}); one of them is wrong")
