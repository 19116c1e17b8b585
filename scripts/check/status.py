"""What policy.yml says of a policy's time: each year stands in the words quoted, and these where they are said to."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.model.status import Ground, Status
from scripts.problems import Problem

Statement = tuple[Ground, tuple[int, ...]]
"""Where something is said, and the years that have to stand in its words."""


def check_status(policy: Policy, archive: Archive, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the status of a policy, at the lines of its policy.yml, which problems call `path`."""
    if not policy.metadata:
        return
    status = policy.metadata.status
    blocks = {block.anchor: policy.text[block.start : block.end] for block in policy.blocks()}
    for ground, years in statements(status):
        for message in check_quotation(ground, years, blocks):
            yield Problem(path, ground.line, "status", message)
    titles = {other.metadata.id: other.metadata.title for other in archive.policies if other.metadata}
    successor = status.successor
    if successor and successor.id and titles.get(successor.id, successor.title) != successor.title:
        message = f"{successor.id} has another title; write both languages as its policy.yml does"
        yield Problem(path, successor.ground.line, "status", message)


def statements(status: Status) -> Iterator[Statement]:
    """Yield all that is stated of a policy's time."""
    if status.period:
        yield status.period.ground, (status.period.first, status.period.last)
    yield from ((goal.ground, (goal.year,)) for goal in status.goals)
    yield from ((part.ground, ()) for part in (status.force, status.successor) if part)


def check_quotation(ground: Ground, years: tuple[int, ...], blocks: dict[str, str]) -> Iterator[str]:
    """The words quoted stand in the block named, and the years in the words."""
    if ground.anchor is None or ground.quote is None:
        return
    if ground.anchor not in blocks:
        yield f"{ground.anchor} is no block of the text; name the one that says it"
    elif ground.quote not in blocks[ground.anchor]:
        yield f"{ground.quote!r} does not stand at {ground.anchor}; quote the text as printed"
    for year in years:
        if str(year) not in ground.quote:
            yield f"{ground.quote!r} does not say {year}; quote the words that do, or leave the statement out"
