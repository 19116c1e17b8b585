"""An archive of one policy → its shares, by their keys; and a lookup over a whole archive that fits into memory."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scripts.link.names import names_of
from scripts.link.passages import named, treated
from scripts.model.archive import Archive, Findings
from scripts.model.figures import make_figures, of_kind
from scripts.model.glossary import Glossary
from scripts.model.kinds import KINDS
from scripts.model.lookup import Lookup
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Bilingual, Metadata, Policy
from scripts.model.shares import Digest, Occurrence
from scripts.model.vocabulary import MentionKind, TargetKind
from scripts.text.sentences import align_sentences
from scripts.text.spans import Span, leftmost

CONTEXT = 24
"""So many characters of the text are shown on either side of an occurrence."""
KEYS = {MentionKind.ORGANISATION: "organisations", MentionKind.DOCUMENT: "documents"}

Shares = dict[str, Any]


def lookup_of(archive: Archive) -> Lookup:
    """Return a lookup over all policies of an archive."""
    shelves: dict[str, list[Any]] = defaultdict(list)
    digests = {}
    for policy in archive.policies:
        if policy.metadata:
            shares = make_shares(policy, policy.metadata, archive)
            digests[policy.metadata.id] = shares.pop("policies")
            for key, share in shares.items():
                shelves[key].append(share)
    return Lookup(archive, digests, lambda key: shelves.get(key, ()))


def make_shares(policy: Policy, metadata: Metadata, archive: Archive) -> Shares:
    """Return all shares of a policy: its digest as `policies`, then lists of what was found, by what it is of."""
    contexts = Contexts(policy, metadata.id, archive.confirmed(metadata.id))
    findings = archive.findings.get(metadata.id, Findings())
    lists: dict[str, list[Any]] = defaultdict(list)
    for target in findings.targets:
        lists["targets"].append(target)
        lists[f"indicators/{target.indicator or ''}"].append(target)
    for row in findings.responsibilities:
        lists["charges"].append(row)
        lists[f"charges/{row.organisation or ''}"].append(row)
    for mention in findings.mentions:
        if mention.kind in KEYS:
            place = contexts.occurrence(mention.start, mention.end, mention.target, mention.ground)
            lists[f"{KEYS[mention.kind]}/{mention.target or ''}"].append(place)
            if mention.kind is MentionKind.DOCUMENT:
                lists["citations"].append(place)
    for term_id, places in term_places(policy.plain.text, archive.glossary):
        lists[f"terms/{term_id}"] = [contexts.occurrence(start, end) for start, end in places]
    topics = {f"topics/{topic.id}": (metadata.id, places) for topic, places in treated(policy, metadata.id, archive)}
    passing = {f"named/{topic.id}": (metadata.id, places) for topic, places in named(policy, metadata.id, archive)}
    return {"policies": make_digest(policy, metadata, archive)} | topics | passing | lists


def term_places(text: str, glossary: Glossary) -> Iterator[tuple[str, list[Span]]]:
    """Yield every term that an exact search finds in a text, with its places, all forms found in one reading."""
    names = names_of(glossary)
    found: dict[str, list[Span]] = defaultdict(list)
    for start, end in names.finder.find(text):
        found[text[start:end]].append((start, end))
    for term in glossary.terms.values():
        places = [place for form in dict.fromkeys((term.zh, *term.forms)) for place in found.get(form, ())]
        if places:
            yield term.id, leftmost(places)


def make_digest(policy: Policy, metadata: Metadata, archive: Archive) -> Digest:
    """Return what lists of policies show of one."""
    english = archive.confirmed(metadata.id)
    figures = make_figures(archive.findings.get(metadata.id, Findings()).targets)
    return Digest(
        replace(metadata, editions=tuple(replace(edition, changes=()) for edition in metadata.editions)),
        len(policy.text),
        sum(bool(section.label) for section in policy.sections),
        {kind: len(of_kind(figures, kind)) for kind in TargetKind},
        {
            section.anchor: Bilingual(section.title, english.get(section.anchor, ""))
            for section in policy.walk()
            if KINDS[section.kind].is_compared
        },
    )


class Contexts:
    """The places of one policy's text with the words around them."""

    def __init__(self, policy: Policy, policy_id: str, english: dict[str, str]) -> None:
        self.policy_id, self.text, self.finder = policy_id, policy.text, PlaceFinder(policy)
        self.english = english
        self.pairs: dict[str, list[tuple[Span, Span]]] = {}
        """The sentences of the blocks that were asked for, with those of their translation."""

    def occurrence(self, start: int, end: int, target: str | None = None, ground: str = "") -> Occurrence:
        """Return a place with the words around it in its block."""
        text = self.text
        block_start, block_end = self.finder.span_near(start)
        low, high = max(block_start, start - CONTEXT), min(block_end, end + CONTEXT)
        before = ("…" if low > block_start else "") + text[low:start]
        after = text[end:high] + ("…" if high < block_end else "")
        anchor = self.finder.anchor_near(start)
        said = self.say(anchor, (block_start, block_end), start)
        return Occurrence(self.policy_id, anchor, start, end, before, text[start:end], after, target, ground, said)

    def say(self, anchor: str, block: Span, start: int) -> str:
        """Return the sentence of the translation that says what stands at a place of a block."""
        english = self.english.get(anchor, "")
        if english and anchor not in self.pairs:
            self.pairs[anchor] = align_sentences(self.text[block[0] : block[1]], english)
        at = start - block[0]
        return next((english[low:high] for (_, end), (low, high) in self.pairs.get(anchor, ()) if at < end), "")
