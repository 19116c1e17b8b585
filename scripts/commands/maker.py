"""A policy's folder → its shares, then its files: what is made of each policy by itself, in processes side by side."""

import hashlib
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from scripts.check.glossary import check_topic_places
from scripts.commands.translations import policy_gaps
from scripts.link.links import EditorsRows, link_policy
from scripts.model.archive import Archive
from scripts.model.glossary import Glossary
from scripts.model.lookup import Lookup
from scripts.model.policy import Edit, Metadata, Policy
from scripts.model.shares import Digest
from scripts.problems import Problem
from scripts.read.corpus.corpus import Folder, Shared, folder_bytes, make_archive, read_folder
from scripts.write.disk.lock import end_with_parent
from scripts.write.disk.shelf import Packed, fingerprint, pack
from scripts.write.search.segmenter import Segmenter
from scripts.write.site import File, draw_policy, policy_shares

FEW = 8
"""So many policies are made faster here than by processes that have to start first."""
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a policy's folder."""

    policy: str
    mark: bytes
    """The fingerprint of what it was made from."""
    problems: tuple[Problem, ...]
    """Where there are any, there are no shares."""
    gaps: tuple[Problem, ...] = ()
    """What is still to be done and no reason not to show the policy: English, and all of one in preparation."""
    shares: tuple[Packed, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A policy whose files are to be drawn: the archive of it alone, as it is kept, and what is related to it."""

    linked: bytes
    related: dict[str, tuple[tuple[str, str], ...]]
    digests: dict[str, Digest]
    """Of the policies with these items."""


class Maker:
    """Makes what depends on one policy and on what all share."""

    def __init__(self, root: Path, shared: Shared, base: bytes) -> None:
        self.root, self.shared, self.base = root, shared, base
        """`base` is the fingerprint of what all share."""

    @cached_property
    def segmenter(self) -> Segmenter:
        """Cuts Chinese into words."""
        return Segmenter(self.root / ".cache")

    def mark(self, policy_id: str) -> bytes:
        """Return the fingerprint of all that a policy is made from."""
        folder = self.root / "corpus/policies" / policy_id
        return fingerprint(
            [self.base, *(part for name, data in folder_bytes(folder) for part in (name.encode(), data))]
        )

    def make(self, policy_id: str) -> Made:
        """Return the shares of a policy, or the problems that stand in their way."""
        mark = self.mark(policy_id)
        folder, found = read_folder(self.root / "corpus/policies" / policy_id, self.shared)
        is_shown = folder.policy and (not found or folder.is_in_preparation)
        if not is_shown or not (folder.policy and folder.policy.metadata):
            return Made(policy_id, mark, tuple(found))
        policy, metadata = folder.policy, folder.policy.metadata
        archive, misfits = self.link(folder)
        problems = [*misfits, *check_topic_places(archive)]
        if problems:
            return Made(policy_id, mark, tuple(problems))
        shares = policy_shares(policy, metadata, archive, self.segmenter.cut)
        shares["linked"] = put_away(archive)
        gaps = (*found, *policy_gaps(folder))
        return Made(policy_id, mark, (), gaps, tuple(pack(*share) for share in shares.items()))

    def link(self, folder: Folder) -> tuple[Archive, list[Problem]]:
        """Return an archive of the policy that a folder holds, linked, and the editors' rows that fit nothing."""
        archive = make_archive(self.shared.glossary, folder)
        (policy,) = archive.policies
        own = policy.metadata.id if policy.metadata else ""
        rows = EditorsRows(folder.corrections, folder.figures)
        findings, misfits = link_policy(policy, self.shared.glossary, rows)
        problems = [
            Problem(f"corpus/policies/{own}/{file}", misfit.line, "target", misfit.message) for file, misfit in misfits
        ]
        return replace(archive, findings={own: findings}), problems

    def draw(self, task: Task) -> list[File]:
        """Return the files of a policy."""
        return list(draw_policy(*self.open(task)))

    def open(self, task: Task) -> tuple[Policy, Metadata, Lookup]:
        """Return a policy as its files are drawn from it."""
        archive = take_out(pickle.loads(task.linked))  # noqa: S301 - what we wrote ourselves
        (policy,) = archive.policies
        if not policy.metadata:
            raise ValueError("a policy without metadata has no pages")
        own = policy.metadata.id
        findings = replace(archive.findings[own], related=task.related)
        archive = replace(archive, glossary=self.shared.glossary, findings={own: findings})
        return policy, policy.metadata, Lookup(archive, task.digests)


PutAway = tuple[Archive, list[tuple[Any, ...]]]
"""An archive of one policy as it is kept: without the glossary, which every maker has, and the edits as plain rows."""


def put_away(archive: Archive) -> PutAway:
    """Return an archive of one policy as it is kept: its edits are most of it, and quicker to keep as plain rows."""
    (policy,) = archive.policies
    bare = replace(archive, policies=(replace(policy, edits=()),), glossary=Glossary())
    return bare, list(map(tuple, policy.edits))


def take_out(kept: PutAway) -> Archive:
    """Return the archive that was put away, still without the glossary."""
    archive, rows = kept
    (policy,) = archive.policies
    return replace(archive, policies=(replace(policy, edits=tuple(map(Edit._make, rows))),))


WORKER: list[Maker] = []
"""In a process that helps: its maker."""


def start(maker: Maker) -> None:
    """Begin a process that helps."""
    end_with_parent()
    WORKER[:] = [maker]


def make_there(policy_id: str) -> Made:
    """Make a policy's shares in a process that helps."""
    return WORKER[0].make(policy_id)


def draw_there(task: Task) -> list[File]:
    """Draw a policy's files in a process that helps."""
    return WORKER[0].draw(task)


def spread(function: Callable[[Item], Result], items: Iterable[Item], count: int, maker: Maker) -> Iterator[Result]:
    """Yield the results for items in their order, from several processes where there are many items."""
    processes = os.cpu_count() or 1
    if count <= FEW or processes == 1:
        WORKER[:] = [maker]
        yield from map(function, items)
        return
    with ProcessPoolExecutor(processes, initializer=start, initargs=(maker,)) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > 2 * processes:  # no more results wait than are needed to keep all busy
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def code_mark() -> bytes:
    """Return the fingerprint of the program."""
    folder = Path(__file__).resolve().parents[1]
    total = hashlib.blake2b(digest_size=16)
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.ttf"))):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.digest()
