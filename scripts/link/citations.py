"""What a text cites: listed forms, titles in 《》, document numbers, and the words by which it means itself."""

import re
from collections.abc import Iterable, Iterator

from scripts.link.names import Names, owned
from scripts.model.archive import Mention
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind
from scripts.text.spans import Hit, Span, longest

# 《中共中央 国务院关于开展质量提升行动的指导意见》, with 〈〉 inside; not across a line
TITLE_PATTERN = re.compile(r"《[^《》\n]{2,80}》")
NUMBER_MARK = "〔"
# 中发〔2017〕24号, 国办发〔2016〕68号; not 2018年第24号
NUMBER_PATTERN = re.compile(r"[\u4e00-\u9fff]{1,8}〔\d{4}〕\d{1,4}号")
# 按照 in 按照墨教发〔2032〕3号, 和 in 和云教发〔2032〕4号; not 和 in 和政发〔2031〕2号, which is that of a place
LEAD_PATTERN = re.compile(r".*(?:按照|根据|依据|执行|落实|贯彻|[与及的]|和(?=[\u4e00-\u9fff]{3}))")


def find_citations(policy: Policy, names: Names, places: Iterable[Span]) -> list[Mention]:
    """Return the citations of a policy, in the order of the text; those that no document claims have no target.

    `places` are those of all names in the text.
    """
    own = policy.metadata.id if policy.metadata else ""
    text = policy.text
    listed = longest(owned(text, places, names.documents_in(own)))
    mentions = [
        Mention(own, hit.start, hit.end, MentionKind.DOCUMENT, hit.target, ground(hit, text, names)) for hit in listed
    ]
    taken = [(hit.start, hit.end) for hit in listed]
    mentions += [
        Mention(own, hit.start, hit.end, MentionKind.DOCUMENT, None, "unlisted")
        for hit in longest(unlisted(text), taken)
    ]
    return sorted(mentions, key=lambda mention: mention.start)


def ground(hit: Hit, text: str, names: Names) -> str:
    """Return why the words at this place mean the document."""
    words = text[hit.start : hit.end]
    if words in names.glossary.documents[hit.target].self_forms:
        return "self"
    return "number" if words in names.numbers else "form"


def unlisted(text: str) -> Iterator[Hit]:
    """Yield titles and document numbers, listed or not."""
    for match in TITLE_PATTERN.finditer(text):
        yield Hit(match.start(), match.end(), "")
    for match in NUMBER_PATTERN.finditer(text) if NUMBER_MARK in text else ():
        lead = LEAD_PATTERN.match(text, match.start(), match.end())
        yield Hit(lead.end() if lead else match.start(), match.end(), "")
