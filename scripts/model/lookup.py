"""The findings by what they are of: the targets of an indicator, the places of a term, the sections of a policy."""

from collections import defaultdict
from dataclasses import dataclass

from scripts.model.archive import Archive, Mention, Responsibility, Target
from scripts.model.glossary import Term
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.vocabulary import MentionKind
from scripts.text.spans import longest_first


@dataclass(frozen=True, slots=True)
class Known:
    """A policy of the corpus with its metadata, and the way from its text to its anchors."""

    policy: Policy
    metadata: Metadata
    finder: PlaceFinder
    sections: dict[str, Section]
    """By anchor."""


class Lookup:
    """Looks up what was found, over all policies; every list is in the order of policies and text."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.policies = {
            policy.metadata.id: Known(
                policy, policy.metadata, PlaceFinder(policy), {s.anchor: s for s in policy.walk()}
            )
            for policy in archive.policies
            if policy.metadata
        }
        self.targets: dict[str, list[Target]] = defaultdict(list)
        self.roles: dict[str, list[Responsibility]] = defaultdict(list)
        self.mentions: dict[tuple[MentionKind, str | None], list[Mention]] = defaultdict(list)
        self.occurring: dict[str, list[tuple[str, int, int]]] = {}
        for findings in archive.findings.values():
            for target in findings.targets:
                self.targets[target.indicator or ""].append(target)
            for row in findings.responsibilities:
                self.roles[row.organisation or ""].append(row)
            for mention in findings.mentions:
                self.mentions[mention.kind, mention.target].append(mention)

    def occurrences(self, term: Term) -> list[tuple[str, int, int]]:
        """Return policy, start and end of every place at which an exact search for the term finds it."""
        if term.id not in self.occurring:
            self.occurring[term.id] = [
                (policy_id, start, end)
                for policy_id, known in self.policies.items()
                for start, end in longest_first(known.policy.text, (term.zh, *term.forms))
            ]
        return self.occurring[term.id]
