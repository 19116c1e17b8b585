"""Topics → their list, and a page each that sets side by side what every policy says on the matter."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.glossary import Topic
from scripts.model.lookup import Known, Lookup
from scripts.model.policy import Block
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_of
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, OTHER, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]
QUOTED, QUOTED_BLOCKS = 120, 3
"""So many Chinese characters of a section are quoted, from so many of its blocks; twice as many in English."""


def write_topic_pages(lookup: Lookup, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the list of topics and the page of each."""
    archive = lookup.archive
    if not archive.glossary.topics:
        return
    yield "topics/index.md", render_list(archive, lookup, language)
    for topic in archive.glossary.topics.values():
        yield f"topics/{topic.id}/index.md", render_topic(topic, archive, lookup, language)


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the table of topics: for each policy, how many of its places treat the topic."""
    policies = sorted(lookup.policies)
    head = [say("topic", language), *(place_of(lookup, policy, language) for policy in policies)]
    rows = []
    for topic in archive.glossary.topics.values():
        name = md.link(md.escape(pick(topic.name, language)), f"{topic.id}/index.md")
        counts = [len(topic.sections.get(policy, ())) for policy in policies]
        cells = [
            md.html_cell("th", name, scope="row"),
            *(
                md.html_cell("td", str(count) if count else say("none", language), data_value=str(count))
                for count in counts
            ),
        ]
        rows.append(md.html_row(cells))
    blocks = [
        f"# {say('topics', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("topics-lead", language, n=len(rows)))),
        md.data_table(say("topics", language), head, rows),
    ]
    return md.page({"title": say("topics", language), "hide": ["navigation", "toc"]}, blocks)


def render_topic(topic: Topic, archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return a topic's page: a policy a row, what it says quoted and linked."""
    other = OTHER[language]
    name = pick(topic.name, language)
    rows = []
    for policy_id, known in sorted(lookup.policies.items()):
        places = topic.sections.get(policy_id, ())
        english = archive.english.get(policy_id, {}) if language is Language.EN else {}
        quoted = [quotation(known, anchor, language, english) for anchor in places]
        said = "".join(md.span(quote, classes="quoted") for quote in quoted) or md.escape(say("none", language))
        title = md.link(md.escape(place_of(lookup, policy_id, language)), f"../../policies/{policy_id}/index.md")
        rows.append(md.html_row([md.html_cell("th", title, scope="row"), md.html_cell("td", said)]))
    indicators = [i for i in archive.glossary.indicators.values() if i.topic == topic.id]
    separator = "、" if language is Language.ZH else "; "
    links = separator.join(
        md.link(md.escape(pick(indicator.name, language)), f"../../indicators/{indicator.id}/index.md")
        for indicator in indicators
    )
    blocks = [
        f"# {md.escape(name)} {md.attribute_list('title')}",
        md.paragraph(md.span(md.escape(pick(topic.name, other)), lang=LANG_TAGS[other]), classes="policy-other-title"),
        md.paragraph(md.text(pick(topic.description, language))),
        md.data_table(name, [say("place", language), say("what-it-says", language)], rows),
        *([md.heading(2, md.escape(say("indicators", language)), "indicators"), md.paragraph(links)] if links else []),
        md.paragraph(md.link(md.escape(say("all-topics-link", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(name), "hide": ["navigation", "toc"]}, blocks)


def quotation(known: Known, anchor: str, language: Language, english: dict[str, str]) -> str:
    """Return a place's printed number, its title and the beginning of its text, linked."""
    title, text = heading_and_text(known, anchor, english)
    label = md.escape(place_label(anchor, language))
    link = md.link(label, f"../../policies/{known.metadata.id}/index.md#{anchor}")
    length = QUOTED if not english else 2 * QUOTED
    shown = text[:length] + ("…" if len(text) > length else "")
    words = (f"<strong>{md.escape(title)}</strong> " if title else "") + md.escape(shown)
    return f"{link} {md.span(words, lang=LANG_TAGS[language] if english else ZH_TAG)}"


def heading_and_text(known: Known, anchor: str, english: dict[str, str]) -> tuple[str, str]:
    """Return the title of a section and the text of its first blocks; of a block, no title and its text.

    Each in English where there is one.
    """
    text = known.policy.text

    def words(block: Block) -> str:
        return english.get(block.anchor, text[block.start : block.end])

    for section in known.policy.walk():
        if section.anchor == anchor:
            blocks = [block for part in section.walk() for block in part.blocks]
            return english.get(anchor, section.title), " ".join(map(words, blocks[:QUOTED_BLOCKS]))
        for block in section.blocks:
            if block.anchor == anchor:
                return "", words(block)
    raise ValueError(f"no place {anchor} in {known.metadata.id}")
