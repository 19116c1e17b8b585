"""A text that nobody described yet → a first draft of its `topics.yml`."""

from collections.abc import Mapping

from scripts.link.topic_proposals import propose_topics
from scripts.model.glossary import Topic
from scripts.model.policy import Policy
from scripts.write.corpus.new_policy_file import PROPOSED


def draft_topics(policy: Policy, topics: Mapping[str, Topic]) -> str:
    """Return `topics.yml` with the places that seem to speak of each topic."""
    lines = [
        "# Which places of this policy treat which topic of corpus/glossary/topics.yml; [] where none does.",
        "# When to name a section and when a paragraph: corpus/README.md.",
        f"{PROPOSED} by their words: look at each line, then drop this one",
        *(f"{own}: [{', '.join(places)}]" for own, places in propose_topics(policy, topics).items()),
    ]
    return "\n".join(lines) + "\n"
