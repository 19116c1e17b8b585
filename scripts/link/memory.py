"""The translations of the archive → the English of a Chinese that stands elsewhere word for word; in doubt, none.

1. What is translated, and no draft, is remembered by its Chinese: headings and blocks apart, and the sentences of
   blocks whose languages have as many. The glossary's headwords and names are remembered too.
2. A heading or block gets the English that its whole Chinese has everywhere; else that of its sentences, one by one,
   if all of them are known.
3. Chinese is the same in Simplified and Traditional characters, and in full and half width.
4. Two translations of one Chinese make neither certain. English that names a place which the Chinese does not (我市)
   holds at that place alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from scripts.link.names import Names
from scripts.model.archive import Archive
from scripts.model.kinds import has_heading
from scripts.model.policy import Policy
from scripts.model.vocabulary import GradeBy
from scripts.text.folding import fold_forms, simplified
from scripts.text.sentences import chinese_sentences, english_sentences

MOST_SOURCES = 12
"""So many places are named from which an English was taken."""


class Wanted(NamedTuple):
    """A heading or block that needs English."""

    zh: str
    policy: str
    place: str
    """The id of the policy's place."""
    is_heading: bool = False


class Found(NamedTuple):
    """The English that is certain for it."""

    en: str
    by: GradeBy
    sources: tuple[str, ...] = ()
    """Where it stands: `jinan-2018#s1-1`, `term:fangguanfu`; in the order of the archive."""


class Known(NamedTuple):
    """A translation that is remembered."""

    en: str
    source: str
    place: str


class Memory:
    """What is translated in an archive, by its Chinese."""

    def __init__(self, archive: Archive) -> None:
        self.glossary, self.names = archive.glossary, Names(archive.glossary)
        self.places = [
            (place_stem(place.name.zh), place_pattern(place.name.en)) for place in self.glossary.places.values()
        ]
        self.whole: dict[tuple[bool, str], list[Known]] = defaultdict(list)
        self.sentences: dict[str, list[Known]] = defaultdict(list)
        for policy in archive.policies:
            self.remember(policy, archive)

    def remember(self, policy: Policy, archive: Archive) -> None:
        """Take up the translations of a policy."""
        if not policy.metadata:
            return
        own, place = policy.metadata.id, policy.metadata.place.id
        english, drafts = archive.english.get(own, {}), archive.drafts(own)
        for anchor, zh, is_heading in texts_of(policy):
            if anchor in english and anchor not in drafts:
                known = Known(english[anchor], f"{own}#{anchor}", place)
                self.whole[is_heading, fold_forms(zh)].append(known)
                for sentence, words in [] if is_heading else sentence_pairs(zh, known.en):
                    self.sentences[fold_forms(sentence)].append(known._replace(en=words))

    def find(self, wanted: Wanted) -> Found | None:
        """Return the English of a heading or block, if it is certain."""
        whole = self.whole.get((wanted.is_heading, fold_forms(wanted.zh)), [])
        known = [*self.holding(whole, wanted), *self.agreed(wanted)]
        if known:
            return settle(known)
        spans = [] if wanted.is_heading else chinese_sentences(wanted.zh)
        found = [self.find_sentence(wanted.zh[start:end], wanted) for start, end in spans] if len(spans) > 1 else []
        pieces = [piece for piece in found if piece]
        if not pieces or len(pieces) < len(spans):
            return None
        sources = dict.fromkeys(source for piece in pieces for source in piece.sources)
        return Found(" ".join(piece.en for piece in pieces), GradeBy.MEMORY, tuple(sources)[:MOST_SOURCES])

    def find_sentence(self, zh: str, wanted: Wanted) -> Found | None:
        """Return the English of a sentence of it, if that is certain."""
        return settle([*self.holding(self.sentences.get(fold_forms(zh), []), wanted._replace(zh=zh))])

    def near(self, wanted: Wanted) -> Iterator[tuple[str, Known]]:
        """Yield all translations of a text, or of its sentences, that stand elsewhere, certain or not, each once."""
        spans = [] if wanted.is_heading else chinese_sentences(wanted.zh)
        parts = [wanted.zh[start:end] for start, end in spans] if len(spans) > 1 else []
        whole = [*self.whole.get((wanted.is_heading, fold_forms(wanted.zh)), []), *self.agreed(wanted)]
        found = [
            (wanted.zh, whole),
            *((part, self.sentences.get(fold_forms(part), [])) for part in dict.fromkeys(parts)),
        ]
        for zh, known in found:
            for each in {each.en: each for each in reversed(known)}.values():
                yield zh, each

    def holding(self, known: list[Known], wanted: Wanted) -> Iterator[Known]:
        """Yield the translations that hold at the place of a policy too."""
        for each in known:
            if each.place == wanted.place or not self.names_a_place(each.en, wanted.zh):
                yield each

    def names_a_place(self, en: str, zh: str) -> bool:
        """Whether an English names a place that its Chinese does not."""
        printed = zh + fold_forms(zh)
        return any(pattern.search(en) and stem not in printed for stem, pattern in self.places)

    def agreed(self, wanted: Wanted) -> Iterator[Known]:
        """Yield the English that the glossary has for the whole of a text, with a capital."""
        glossary, names = self.glossary, self.names
        for zh in dict.fromkeys((wanted.zh, "".join(simplified().get(char, char) for char in wanted.zh))):
            if term := names.terms.get(zh):
                yield Known(begin(glossary.terms[term].en), f"term:{term}", "")
            if body := names.bodies_in(wanted.place).get(zh):
                yield Known(begin(glossary.organisations[body].name.en), f"organisation:{body}", "")
            document = names.documents_in(wanted.policy).get(zh)
            if document and glossary.documents[document].title.zh == zh.strip("《》"):
                yield Known(begin(glossary.documents[document].title.en), f"document:{document}", "")


def settle(known: list[Known]) -> Found | None:
    """Return the one English that all have; nothing where they differ, or there are none."""
    if not known or any(each.en != known[0].en for each in known):
        return None
    sources = tuple(dict.fromkeys(each.source for each in known))
    by = GradeBy.MEMORY if any("#" in source for source in sources) else GradeBy.GLOSSARY
    return Found(known[0].en, by, sources[:MOST_SOURCES])


def texts_of(policy: Policy) -> Iterator[tuple[str, str, bool]]:
    """Yield anchor and Chinese of every heading and block, and whether it is a heading."""
    for section in policy.walk():
        if has_heading(section):
            yield section.anchor, section.title, True
        for block in section.blocks:
            yield block.anchor, policy.text[block.start : block.end], False


def sentence_pairs(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a block with their English, where both languages have as many."""
    left, right = chinese_sentences(zh), english_sentences(en)
    if len(left) == len(right):
        for (start, end), (first, last) in zip(left, right, strict=True):
            yield zh[start:end], en[first:last]


def place_stem(zh: str) -> str:
    """Return a place's name without what it is: 济南 of 济南市."""
    return re.sub("(?<=..)[省市区县州盟]$", "", zh)


def place_pattern(en: str) -> re.Pattern[str]:
    """Return what finds the first word of a place's English name: the Jinan of Jinan, Youxian of Youxian District."""
    return re.compile(rf"\b{re.escape(en.split(maxsplit=1)[0])}\b")


def begin(english: str) -> str:
    """Return a term as it begins a heading or a cell."""
    return english[:1].upper() + english[1:]
