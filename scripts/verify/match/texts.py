"""The archive → its texts as quotations are looked up in them: of each language one long folded text of all policies.

A policy's text is that of its headings and blocks, end to end, as readers see them; a gap stands between two policies,
so that no words run from one into the next. Where a heading or block begins is kept, and so is what it says.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from scripts.model.archive import Archive
from scripts.model.editions import Edition
from scripts.model.languages import ORIGINAL
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.text.spans import Span
from scripts.verify.match.letters import fold_places, fold_words
from scripts.write.search.collections import English, policy_section
from scripts.write.words.strings import pick

GAP = "\0"


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, or a block, with the anchor that leads to it."""

    anchor: str
    text: str
    start: int
    """Where its folded words begin in the stream."""
    is_draft: bool = False
    """Whether it is English that nobody has confirmed yet."""


@dataclass(slots=True)
class PolicyText:
    """A policy's text in a language."""

    policy: str
    start: int
    """In the stream."""
    end: int = 0
    units: list[Unit] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    """For the anchor of each section and block where its words are in the stream."""

    def unit_at(self, place: int) -> Unit:
        """Return the unit that has a place of the stream."""
        return self.units[bisect_right(self.starts, place) - 1]

    def units_at(self, span: Span) -> list[Unit]:
        """Return the units that have a span of the stream, which is not empty."""
        first, last = (bisect_right(self.starts, place) for place in (span[0], span[1] - 1))
        return self.units[first - 1 : last]

    def words(self, span: Span, before: str = "", after: str = "") -> str:
        """Return what is printed at a span of the stream, each unit on a line.

        Signs that are no words go with it at an end only where the quotation has as many there.
        """
        units = self.units_at(span)
        first, last = units[0], units[-1]
        low = fold_places(first.text)[1][span[0] - first.start]
        places = [*fold_places(last.text)[1], len(last.text)]
        high = places[span[1] - 1 - last.start] + 1
        low -= shared(first.text[:low][::-1], before[::-1])
        high += shared(last.text[high:], after)
        lines = [unit.text for unit in units]
        lines[-1] = lines[-1][:high]
        lines[0] = lines[0][low:]
        return "\n".join(line for line in lines if line)


def shared(printed: str, quoted: str) -> int:
    """Return how many of the signs that follow words in print stand for those that follow them in a quotation."""
    count = 0
    while count < min(len(printed), len(quoted)) and not fold_words(printed[count]):
        count += 1
    return count


class Stream:
    """All policies' texts in a language, folded, end to end."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.texts: list[PolicyText] = []
        self.by_policy: dict[str, PolicyText] = {}
        self.starts: list[int] = []
        self.parts: list[str] = []
        self.size = 0
        self.folded = ""

    def add(self, policy: Policy, metadata: Metadata, english: English) -> None:
        """Add a policy."""
        text = PolicyText(metadata.id, self.size)
        for path in policy.paths():
            section = policy_section(path, policy.text, english, {})
            is_english = self.language is not ORIGINAL
            self.add_unit(text, section.anchor, pick(section.names[0], self.language), is_english and section.is_draft)
            for passage in section.passages:
                words = pick(passage.text, self.language)
                self.add_unit(text, passage.anchor, words, is_english and passage.is_draft)
            for around in path:
                text.spans[around.anchor] = text.spans[around.anchor][0], self.size
        self.end_policy(text)

    def end_policy(self, text: PolicyText) -> None:
        """End a policy whose units were added."""
        text.end = self.size
        self.texts.append(text)
        self.by_policy[text.policy] = text
        self.starts.append(text.start)
        self.parts.append(GAP)
        self.size += 1

    def join(self) -> None:
        """Join the words of all policies, once they are all there."""
        self.folded = "".join(self.parts)
        self.parts.clear()

    def add_unit(self, text: PolicyText, anchor: str, words: str, is_draft: bool = False) -> None:
        """Add a heading or a block; one without words has a place, and is no unit."""
        folded = fold_words(words)
        text.spans[anchor] = self.size, self.size + len(folded)
        if not folded:
            return
        text.units.append(Unit(anchor, words, self.size, is_draft))
        text.starts.append(self.size)
        self.parts.append(folded)
        self.size += len(folded)

    def text_at(self, place: int) -> PolicyText:
        """Return the policy's text that has a place of the stream."""
        return self.texts[bisect_right(self.starts, place) - 1]


@dataclass(slots=True)
class Texts:
    """What quotations are looked up in."""

    streams: dict[Language, Stream]
    redirects: dict[str, dict[str, str]]
    editions: dict[str, tuple[Edition, ...]] = field(default_factory=dict)
    """For each policy the editions of its words, the oldest first."""

    def knows(self, policy: str) -> bool:
        """Whether the archive has a policy."""
        return policy in self.streams[Language.ZH].by_policy


def make_texts(archive: Archive) -> Texts:
    """Return the texts of all policies in all languages."""
    streams = {language: make_stream(archive, language) for language in Language}
    editions = {metadata.id: metadata.editions for _, metadata in described(archive.policies)}
    return Texts(streams, archive.redirects, editions)


def make_stream(archive: Archive, language: Language) -> Stream:
    """Return the texts of all policies in a language."""
    stream = Stream(language)
    for policy, metadata in described(archive.policies):
        english = English(archive.english.get(metadata.id, {}), archive.drafts(metadata.id))
        stream.add(policy, metadata, english)
    stream.join()
    return stream


def described(policies: Iterable[Policy]) -> Iterable[tuple[Policy, Metadata]]:
    """Yield the policies that are of the corpus, with what is known of them."""
    return ((policy, policy.metadata) for policy in policies if policy.metadata)
