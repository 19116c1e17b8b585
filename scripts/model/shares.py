"""What one policy adds to the pages and tables over many policies, small and with all the words that these show.

So nothing but this of a policy needs to be in memory when they are written. Shares have keys: `terms/x` has the places
of the term x, `indicators/x` the figures of the indicator x; `link/shares.py` makes them all.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.model.policy import Bilingual, Metadata
from scripts.model.vocabulary import TargetKind


@dataclass(frozen=True, slots=True)
class Digest:
    """What lists of policies show of one, and links to it."""

    metadata: Metadata
    """Without the changes of its editions."""
    characters: int
    """Of the clean text."""
    parts: int
    figures: dict[TargetKind, int] = field(default_factory=dict)
    """How many targets and how many baselines it states, each counted once."""
    titles: dict[str, Bilingual] = field(default_factory=dict)
    """The titles of the sections that are compared with others, by anchor; their English may be empty."""


class Occurrence(NamedTuple):
    """A place of a text at which something is named, with the words around it."""

    policy: str
    anchor: str
    """Of the heading or block."""
    start: int
    end: int
    before: str
    """Up to so many characters of the same block as are shown; it begins with … where there are more."""
    words: str
    after: str
    """Likewise, with … at its end."""
    target: str | None = None
    """The id of what is named, where that is known."""
    ground: str = ""
    """Why; as of a `Mention`."""
    english: str = ""
    """The sentence of the translation that says what stands here; nothing where there is none."""


class Passage(NamedTuple):
    """A paragraph, with some of its sentences; the English falls back to the Chinese."""

    anchor: str
    text: Bilingual
    sentences: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    """Of each its span in the Chinese, and that of the English that says the same."""


class Treated(NamedTuple):
    """A place that treats a topic, with the sentences that speak of it."""

    anchor: str
    title: Bilingual
    passages: tuple[Passage, ...]
    """In the order of the text; where no sentence has a word of the topic, the first sentence."""
    more: int
    """How many sentences with words of the topic are not among them."""
    is_named: bool
    """Whether a word of the topic stands here; its editors may have assigned a place without one."""
    is_translated: bool
    """Whether the policy has any English."""
