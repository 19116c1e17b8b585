"""Topics → their list, and a page each that sets side by side what every policy says on the matter."""

from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.glossary import Topic
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.shares import Treated
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_of
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, OTHER, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def write_topic_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of topics and the page of each."""
    archive = lookup.archive
    if not archive.glossary.topics:
        return
    yield Page("topics/index.md", ("topics/",), partial(render_list, archive, lookup, language))
    for topic in archive.glossary.topics.values():
        draw = partial(render_topic, topic, archive, lookup, language)
        yield Page(f"topics/{topic.id}/index.md", (f"topics/{topic.id}",), draw)


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the table of topics: for each policy, how many of its places treat the topic."""
    policies = sorted(lookup.policies)
    head = [say("topic", language), *(place_of(lookup, policy, language) for policy in policies)]
    rows = []
    for topic in archive.glossary.topics.values():
        name = md.link(md.escape(pick(topic.name, language)), f"{topic.id}/index.md")
        treating = lookup.treating(topic.id)
        counts = [len(treating.get(policy, ())) for policy in policies]
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
    treating = lookup.treating(topic.id)
    for policy_id in lookup.policies:
        quoted = [quotation(policy_id, place, language) for place in treating.get(policy_id, ())]
        said = "".join(md.span(quote, classes="quoted") for quote in quoted) or md.escape(say("none", language))
        title = md.link(md.escape(place_of(lookup, policy_id, language)), f"../../policies/{policy_id}/index.md")
        rows.append(md.html_row([md.html_cell("th", title, scope="row"), md.html_cell("td", said)]))
    indicators = [i for i in archive.glossary.indicators.values() if i.topic == topic.id]
    links = LANGUAGES[language].join_names(
        md.link(md.escape(pick(indicator.name, language)), f"../../indicators/{indicator.id}/index.md")
        for indicator in indicators
    )
    blocks = [
        f"# {md.escape(name)} {md.attribute_list('title')}",
        md.paragraph(md.span(md.escape(pick(topic.name, other)), lang=LANG_TAGS[other]), classes="policy-other-title"),
        md.paragraph(md.text(pick(topic.description, language))),
        md.data_table(name, [say("place", language), say("what-it-says", language)], rows),
        *([md.heading(2, md.escape(say("indicators", language)), "indicators"), md.paragraph(links)] if links else []),
        md.paragraph(md.link(md.escape(say("all-topics", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(name), "hide": ["navigation", "toc"]}, blocks)


def quotation(policy_id: str, place: Treated, language: Language) -> str:
    """Return a place's printed number, its title and the beginning of its text, linked."""
    label = md.escape(place_label(place.anchor, language))
    link = md.link(label, f"../../policies/{policy_id}/index.md#{place.anchor}")
    title, text = pick(place.title, language), pick(place.text, language)
    words = (f"<strong>{md.escape(title)}</strong> " if title else "") + md.escape(text)
    is_translated = language is not ORIGINAL and place.is_translated
    return f"{link} {md.span(words, lang=LANG_TAGS[language] if is_translated else ZH_TAG)}"
