"""The findings by what they are of: the targets of an indicator, the places of a term, the names of policies."""

from collections import defaultdict
from dataclasses import dataclass

from scripts.archive import Archive, Mention, Responsibility, Target
from scripts.exact import find_all
from scripts.glossary import Term
from scripts.model import Metadata, Policy, Section
from scripts.vocabulary import Language, MentionKind
from scripts.write import markdown as md
from scripts.write.places import PlaceFinder
from scripts.write.references import place_label
from scripts.write.strings import LANG_TAGS, pick

CONTEXT = 24
"""So many characters of the text are shown on either side of an occurrence."""


@dataclass(frozen=True, slots=True)
class Known:
    """A policy of the corpus with its metadata, and the way from its text to its anchors."""

    policy: Policy
    metadata: Metadata
    finder: PlaceFinder
    sections: dict[str, Section]
    """By anchor."""


class Found:
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

    def place(self, policy_id: str, language: Language) -> str:
        """Return the name of a policy's place."""
        return pick(self.policies[policy_id].metadata.place.name, language)

    def label(self, policy_id: str, anchor: str, language: Language) -> str:
        """Return how readers call a place of a policy: 济南市：二、（三）第1段."""
        colon = "：" if language is Language.ZH else ": "
        return self.place(policy_id, language) + colon + place_label(anchor, language)

    def link(self, policy_id: str, anchor: str, language: Language, up: str) -> str:
        """Return a link to a place of a policy; `up` leads from the page to the root of its language."""
        label = md.escape(self.label(policy_id, anchor, language))
        return md.link(label, f"{up}policies/{policy_id}/index.md#{anchor}")

    def context(self, policy_id: str, start: int, end: int) -> str:
        """Return a span with the text around it in its block, as Markdown."""
        known = self.policies[policy_id]
        text = known.policy.text
        block_start, block_end = known.finder.span_near(start)
        low, high = max(block_start, start - CONTEXT), min(block_end, end + CONTEXT)
        before = ("…" if low > block_start else "") + md.escape(text[low:start])
        after = md.escape(text[end:high]) + ("…" if high < block_end else "")
        return md.span(f"{before}<mark>{md.escape(text[start:end])}</mark>{after}", lang=LANG_TAGS[Language.ZH])

    def occurrences(self, term: Term) -> list[tuple[str, int, int]]:
        """Return policy, start and end of every place at which an exact search for the term finds it."""
        if term.id not in self.occurring:
            self.occurring[term.id] = [
                (policy_id, start, end)
                for policy_id, known in self.policies.items()
                for start, end in exact_places(known.policy.text, (term.zh, *term.forms))
            ]
        return self.occurring[term.id]


def exact_places(text: str, forms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the places of any of the forms, of overlapping ones the longest."""
    places = [(start, start + len(form)) for form in forms for start in find_all(text, form)]
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen
