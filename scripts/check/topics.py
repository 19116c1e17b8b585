"""Places that are said to treat a topic speak of it: in its words, or in those with which it is described."""

from collections.abc import Iterator

from scripts.check.glossary import identified, topic_file
from scripts.model.archive import Archive
from scripts.model.glossary import Topic
from scripts.model.policy import Policy
from scripts.problems import Problem

REMEDY = "take it out, or add the word that it has to the topic's `words` in corpus/glossary/topics.yml"
FEWEST = 4
"""So many pairs of characters of a topic's description stand in a place that has none of its words, at the least."""


def check_topic_words(archive: Archive) -> Iterator[Problem]:
    """A place of a topic has one of its words, or several of those that describe it."""
    for policy_id, policy in identified(archive):
        places = words_of_places(policy)
        for topic in archive.glossary.topics.values():
            for place in topic.sections.get(policy_id, ()):
                if place in places and not speaks_of(places[place], topic):
                    message = f"{place} has no word of {topic.id}; {REMEDY}"
                    yield Problem(topic_file(policy_id), topic.lines.get(policy_id, 0), "topic-words", message)


def words_of_places(policy: Policy) -> dict[str, str]:
    """Return the words of every section and block, with the headings above it."""
    words, policy = {}, policy.plain
    for path in policy.paths():
        above = " ".join(section.title for section in path)
        words[path[-1].anchor] = f"{above} {policy.text[path[-1].start : path[-1].end]}"
        for block in path[-1].blocks:
            words[block.anchor] = f"{above} {policy.text[block.start : block.end]}"
    return words


def speaks_of(text: str, topic: Topic) -> bool:
    """Whether a text has words of a topic."""
    if any(word in text for word in topic.words):
        return True
    described = (*topic.words, topic.name.zh, topic.description.zh)
    pairs = {words[i : i + 2] for words in described for i in range(len(words) - 1)}
    return sum(pair in text for pair in pairs) >= FEWEST
