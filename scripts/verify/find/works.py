"""The archive's policies as references name them: by title and number or day, with places by their printed numbers.

A footnote by 法学引注手册 has no address: 《甲》（济发〔2018〕36号），二（一）第1段。 Its title, its number or its day,
and its place say what is meant; where they fit several policies, or none, it is no reference to the archive.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.verify.match.addresses import Address
from scripts.verify.match.letters import fold_words
from scripts.write.words.addresses import policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label

# 《甲》（济发〔2018〕36号），二（一）第1段   《甲》，2018年7月5日发布
LAW_PATTERN = re.compile(
    r"《(?P<title>[^《》]+(?:《[^《》]*》[^《》]*)*)》"
    r"(?:[（(](?P<number>[^（()）]{1,40}号)[）)]|[，,]\s*(?P<date>\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)发布)"
    r"(?:[，,]\s*(?P<place>[^，,。；;\s]{1,40}))?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference without an address, at its place in a text."""

    start: int
    end: int
    address: Address


@dataclass(frozen=True)
class Works:
    """The policies as references name them."""

    metadata: dict[str, Metadata]
    anchors: dict[str, tuple[str, ...]]

    @cached_property
    def by_title(self) -> dict[str, list[Metadata]]:
        """The policies by their folded Chinese titles."""
        found: dict[str, list[Metadata]] = {}
        for metadata in self.metadata.values():
            found.setdefault(fold_words(metadata.title.zh), []).append(metadata)
        return found

    def titles(self, policy: str) -> Iterator[str]:
        """Yield the titles of a policy."""
        if policy in self.metadata:
            yield self.metadata[policy].title.zh
            yield self.metadata[policy].title.en

    def references(self, text: str) -> Iterator[Reference]:
        """Yield the references without an address that a text holds, as far as they are clear."""
        for match in LAW_PATTERN.finditer(text):
            fitting = [m for m in self.by_title.get(fold_words(match["title"]), ()) if fits(match, m)]
            if len(fitting) == 1:
                policy = fitting[0].id
                anchor = self.anchor_of(policy, match["place"] or "")
                written = policy_address(policy, Language.ZH, anchor)
                yield Reference(match.start(), match.end(), Address(written, policy, anchor, Language.ZH))

    def anchor_of(self, policy: str, place: str) -> str:
        """Return the anchor of a place by its printed number; empty where none is meant."""
        wanted = fold_words(place)
        places = (anchor for anchor in self.anchors[policy] if fold_words(place_label(anchor, Language.ZH)) == wanted)
        return next(places, "") if wanted else ""


def fits(match: re.Match[str], metadata: Metadata) -> bool:
    """Whether a reference gives the number of a policy, or its day."""
    if match["number"]:
        return bool(metadata.number) and fold_words(match["number"]) == fold_words(metadata.number or "")
    return bool(match["date"] == say_date(metadata.date.value, Language.ZH))


def make_works(policies: Iterable[Policy]) -> Works:
    """Return the policies as references name them."""
    described = [(policy, policy.metadata) for policy in policies if policy.metadata]
    return Works(
        {metadata.id: metadata for _, metadata in described},
        {metadata.id: tuple(policy.anchors()) for policy, metadata in described},
    )
