"""Topics → their list, and a page each that sets side by side the sentences in which policies speak of the matter."""

from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.glossary import Topic
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.shares import Treated
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_of
from scripts.write.pages.passages import Marker, quote_place
from scripts.write.words.strings import LANG_TAGS, OTHER, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def write_topic_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of topics and the page of each."""
    archive = lookup.archive
    if not archive.glossary.topics:
        return
    yield Page("topics/index.md", ("topics/", "named/"), partial(render_list, archive, lookup, language))
    for topic in archive.glossary.topics.values():
        draw = partial(render_topic, topic, archive, lookup, language)
        yield Page(f"topics/{topic.id}/index.md", (f"topics/{topic.id}", f"named/{topic.id}"), draw)


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the table of topics: for each policy, how many of its places treat the topic, linked to what they say."""
    policies = sorted(lookup.policies)
    names = [say("topic", language), *(place_of(lookup, policy, language) for policy in policies)]
    head = [md.html_cell("th", md.escape(name), scope="col") for name in names]
    rows = []
    for topic in archive.glossary.topics.values():
        name = md.link(md.escape(pick(topic.name, language)), f"{topic.id}/index.md")
        treating, naming = lookup.treating(topic.id), lookup.naming_in_passing(topic.id)
        cells = [md.html_cell("th", name, scope="row")]
        for policy in policies:
            words = str(len(treating[policy])) if policy in treating else ""
            words = words or (say("in-passing", language) if policy in naming else "")
            link = md.link(words, f"{topic.id}/index.md#{policy}") if words else md.nothing(say("none", language))
            cells.append(md.html_cell("td", link))
        rows.append(md.html_row(cells))
    blocks = [
        f"# {say('topics', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("topics-lead", language, n=len(rows)))),
        md.html_table(say("topics", language), head, rows, classes="topic-counts"),
    ]
    return md.page({"title": say("topics", language), "hide": ["navigation", "toc"]}, blocks)


def render_topic(topic: Topic, archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return a topic's page: a column for each policy that speaks of it, those that do not, and its indicators."""
    other = OTHER[language]
    name = pick(topic.name, language)
    marker = Marker(topic, archive.glossary.terms.values())
    treating, naming = lookup.treating(topic.id), lookup.naming_in_passing(topic.id)
    spoken = [(policy, treating[policy], False) for policy in lookup.policies if policy in treating]
    spoken += [(policy, naming[policy], True) for policy in lookup.policies if policy in naming]
    columns = [
        column(policy, list(place_blocks(policy, places, marker, language, passing=passing)), lookup, language)
        for policy, places, passing in spoken
    ]
    silent = [policy for policy in lookup.policies if policy not in treating and policy not in naming]
    blocks = [
        f"# {md.escape(name)} {md.attribute_list('title')}",
        md.paragraph(md.span(md.escape(pick(topic.name, other)), lang=LANG_TAGS[other]), classes="policy-other-title"),
        md.paragraph(md.text(pick(topic.description, language))),
        md.paragraph(say("topic-words", language, words=marked_words(topic, language)), classes="topic-words"),
        md.division(columns, classes="topic-places") if columns else "",
        silence(silent, lookup, language),
        *indicator_links(topic, archive, language),
        md.paragraph(md.link(md.escape(say("all-topics", language)), "../index.md")),
    ]
    front_matter = {"title": md.escape_html(name), "hide": ["navigation", "toc"], "layout": "wide"}
    return md.page(front_matter, blocks)


def marked_words(topic: Topic, language: Language) -> str:
    """Return the words of a topic as they are marked below; they are Chinese on every page."""
    words = (md.span(md.escape(word), lang=ZH_TAG) for word in topic.words)
    return LANGUAGES[language].join(words)


def column(policy: str, blocks: list[str], lookup: Lookup, language: Language) -> str:
    """Return what one policy says."""
    title = md.link(md.escape(place_of(lookup, policy, language)), f"../../policies/{policy}/index.md")
    return md.division([md.heading(2, title, policy), *blocks], tag="section", classes="topic-place")


def place_blocks(
    policy: str, places: list[Treated], marker: Marker, language: Language, *, passing: bool
) -> Iterator[str]:
    """Yield what the places of a policy say; of one that only names the topic in passing, this first."""
    if passing:
        yield md.paragraph(md.escape(say("only-in-passing", language)), classes="topic-note")
    for place in places:
        yield from quote_place(policy, place, marker, language, titled=not passing)


def silence(policies: list[str], lookup: Lookup, language: Language) -> str:
    """Return the line that names the policies without a word on the topic; nothing where there are none."""
    places = LANGUAGES[language].join(place_of(lookup, policy, language) for policy in policies)
    return md.paragraph(md.escape(say("silent", language, places=places)), classes="topic-note") if policies else ""


def indicator_links(topic: Topic, archive: Archive, language: Language) -> Iterator[str]:
    """Yield the heading and the links to the indicators of a topic, where there are some."""
    links = [
        md.link(md.escape(pick(indicator.name, language)), f"../../indicators/{indicator.id}/index.md")
        for indicator in archive.glossary.indicators.values()
        if indicator.topic == topic.id
    ]
    if links:
        yield md.heading(2, md.escape(say("indicators", language)), "indicators")
        yield md.paragraph(LANGUAGES[language].join_names(links))
