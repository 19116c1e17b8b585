"""A topic and a policy → what the policy says on it: the sentences with the topic's words, in their paragraphs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from scripts.model.archive import Archive
from scripts.model.glossary import Topic
from scripts.model.policy import Bilingual, Block, Policy
from scripts.model.shares import Passage, Treated
from scripts.text.sentences import align_sentences

SHOWN = 3
"""So many sentences of a place are shown; a link leads to the others."""


def treated(policy: Policy, policy_id: str, archive: Archive) -> Iterator[tuple[Topic, list[Treated]]]:
    """Yield every topic that a policy treats, with the places at which it does."""
    english = archive.confirmed(policy_id)
    sections = {section.anchor: section for section in policy.walk()}
    blocks = {block.anchor: block for block in policy.blocks()}
    for topic in archive.glossary.topics.values():
        places = []
        for anchor in topic.sections.get(policy_id, ()):
            section = sections.get(anchor)
            held = [block for part in section.walk() for block in part.blocks] if section else [blocks[anchor]]
            title = section.title if section else ""
            titles = Bilingual(title, english.get(anchor, title) if section else "")
            passages, count = find_passages(policy, held, topic.words, english)
            is_named = bool(count or word_pattern(topic.words).search(title))
            if not count:
                passages = first_sentence(policy, held, english)
            places.append(Treated(anchor, titles, passages, max(0, count - SHOWN), is_named, bool(english)))
        if places:
            yield topic, places


def named(policy: Policy, policy_id: str, archive: Archive) -> Iterator[tuple[Topic, list[Treated]]]:
    """Yield every topic that a policy treats nowhere but names in passing, with where it does, as one place."""
    english = archive.confirmed(policy_id)
    for topic in archive.glossary.topics.values():
        if not topic.sections.get(policy_id):
            passages, count = find_passages(policy, list(policy.blocks()), topic.words, english)
            if passages:
                where = passages[0].anchor
                yield topic, [Treated(where, Bilingual("", ""), passages, max(0, count - SHOWN), True, bool(english))]


def find_passages(
    policy: Policy, blocks: list[Block], words: tuple[str, ...], english: dict[str, str]
) -> tuple[tuple[Passage, ...], int]:
    """Return the first paragraphs that hold words, with the sentences that do, and the number of all such sentences."""
    pattern, found, count = word_pattern(words), [], 0
    for block in blocks:
        printed = policy.text[block.start : block.end]
        if not pattern.search(printed):
            continue
        passage = make_passage(block, printed, english)
        own = [pair for pair in passage.sentences if pattern.search(printed, *pair[0])]
        if own and count < SHOWN:
            found.append(passage._replace(sentences=tuple(own[: SHOWN - count])))
        count += len(own)
    return tuple(found), count


def first_sentence(policy: Policy, blocks: list[Block], english: dict[str, str]) -> tuple[Passage, ...]:
    """Return the first sentence of a place, in its paragraph; nothing where the place has no text."""
    for block in blocks:
        passage = make_passage(block, policy.text[block.start : block.end], english)
        if passage.sentences:
            return (passage._replace(sentences=passage.sentences[:1]),)
    return ()


def make_passage(block: Block, printed: str, english: dict[str, str]) -> Passage:
    """Return a paragraph with all its sentences; its English falls back to the Chinese."""
    translation = english.get(block.anchor, printed)
    return Passage(block.anchor, Bilingual(printed, translation), tuple(align_sentences(printed, translation)))


@lru_cache(maxsize=1 << 10)
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the words of a topic, of two that begin alike the longer."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)")
