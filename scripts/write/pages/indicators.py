"""Indicators → the glossary by topic, a page each with its targets and their picture, and the matrix of places."""

from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive, Target
from scripts.model.figures import Figure, make_figures, of_kind
from scripts.model.glossary import Indicator
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Comparability, Language, TargetKind
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_link, place_of
from scripts.write.pages.lists import Entry, Group, render_entries
from scripts.write.pages.matrix import render_matrix
from scripts.write.pages.pictures import compare_places, write_example
from scripts.write.words.figures import as_title
from scripts.write.words.strings import COMPARABILITIES, DIRECTIONS, LANG_TAGS, OTHER, pick, say
from scripts.write.words.values import render_range, render_value

ZH_TAG = LANG_TAGS[Language.ZH]


def write_indicator_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the glossary of indicators, the matrix, and the page of each indicator."""
    archive = lookup.archive
    if not archive.glossary.indicators:
        return
    yield Page("indicators/index.md", ("indicators/",), partial(render_list, archive, lookup, language))
    yield Page("indicators/.example.md", ("indicators/",), partial(write_example, lookup, language))
    yield Page("indicators/matrix/index.md", ("indicators/",), partial(render_matrix, archive, lookup, language))
    for indicator in archive.glossary.indicators.values():
        draw = partial(render_indicator, indicator, archive, lookup, language)
        yield Page(f"indicators/{indicator.id}/index.md", (f"indicators/{indicator.id}",), draw)


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the glossary of indicators, by topic."""
    matrix = md.link(md.escape(say("matrix", language)), "matrix/index.md")
    lead = md.escape(say("indicators-lead", language, n=len(archive.glossary.indicators)))
    space = LANGUAGES[language].word_space
    blocks = [
        f"# {say('indicators', language)} {md.attribute_list('title')}",
        md.paragraph(lead + matrix + LANGUAGES[language].stop + space + md.escape(say("indicators-numbers", language))),
        render_entries(by_topic(archive, lookup, language), "topic letter shared", language),
    ]
    return md.page({"title": say("indicators", language), "layout": "wide", "hide": ["navigation", "toc"]}, blocks)


def by_topic(archive: Archive, lookup: Lookup, language: Language) -> Iterator[Group]:
    """Yield the indicators of each topic."""
    for topic in archive.glossary.topics.values():
        here = [indicator for indicator in archive.glossary.indicators.values() if indicator.topic == topic.id]
        if here:
            entries = [list_entry(indicator, lookup, language) for indicator in here]
            yield pick(topic.name, language), topic.id, entries


def list_entry(indicator: Indicator, lookup: Lookup, language: Language) -> Entry:
    """Return an indicator's entry in the list: what it measures, and where."""
    figures = make_figures(lookup.targets(indicator.id))
    policies = sorted({figure.target.policy for figure in figures})
    places = LANGUAGES[language].join(place_of(lookup, policy, language) for policy in policies)
    return Entry(
        name=indicator.name,
        address=f"{indicator.id}/index.md",
        use=len(figures),
        spread=len(policies),
        forms=indicator.aliases,
        text=md.text(pick(indicator.definition, language)) + md.span(md.escape(places), classes="card-place"),
    )


def render_indicator(indicator: Indicator, archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return an indicator's page: definition, picture, table."""
    other = OTHER[language]
    name = title_of(indicator, language)
    topic = archive.glossary.topics[indicator.topic]
    aliases = "、".join(alias for alias in indicator.aliases if alias != indicator.name.zh)
    topic_link = md.link(md.escape(pick(topic.name, language)), f"../../topics/{topic.id}/index.md")
    facts = [(say("topic", language), topic_link)]
    if indicator.unit:
        facts.append((say("unit", language), md.span(md.escape(indicator.unit), lang=ZH_TAG)))
    facts.append((say("direction", language), pick(DIRECTIONS[indicator.direction], language)))
    if aliases:
        facts.append((say("printed-as", language), md.span(md.escape(aliases), lang=ZH_TAG)))
    facts.append((say("definition-source", language), definition_source(indicator, language)))
    blocks = [
        f"# {md.escape(name)} {md.attribute_list('title')}",
        md.paragraph(
            md.span(md.escape(pick(indicator.name, other)), lang=LANG_TAGS[other]), classes="policy-other-title"
        ),
        md.paragraph(md.text(pick(indicator.definition, language)), classes="term-meaning"),
        *comparability(indicator, language),
        *figure_blocks(indicator, lookup, language),
        md.heading(2, md.escape(say("about-indicator", language)), "about"),
        md.description_list(facts),
        md.paragraph(md.link(md.escape(say("all-indicators", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(name), "hide": ["navigation", "toc"]}, blocks)


def title_of(indicator: Indicator, language: Language) -> str:
    """Return an indicator's name as a title."""
    return as_title(pick(indicator.name, language))


def definition_source(indicator: Indicator, language: Language) -> str:
    """Return where the definition comes from."""
    if indicator.source:
        return md.text(pick(indicator.source, language))
    return md.escape(say("definition-ours", language))


def comparability(indicator: Indicator, language: Language) -> Iterator[str]:
    """Yield the line that says whether figures may be compared, where they may not be as they are."""
    if indicator.comparability is Comparability.FULL or not indicator.comparability_note:
        return
    words = md.escape(pick(COMPARABILITIES[indicator.comparability], language) + LANGUAGES[language].colon)
    yield md.paragraph(words + md.text(pick(indicator.comparability_note, language)), classes="policy-notice")


def figure_blocks(indicator: Indicator, lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield the picture of the figures, then a table of the targets and one of the baselines."""
    figures = make_figures(lookup.targets(indicator.id))
    yield compare_places(indicator, figures, lookup, language)
    for kind in TargetKind:
        own = of_kind(figures, kind)
        if own:
            heading = say(f"{kind}s", language)
            yield md.heading(2, md.escape(heading), f"{kind}s")
            name = pick(indicator.name, language)
            yield figures_table(own, lookup, language, say("table-of", language, name=name, kind=heading))


def figures_table(figures: list[Figure], lookup: Lookup, language: Language, label: str) -> str:
    """Return a table of figures: place, year, what is measured, value, quotation, where."""
    keys = ("place", "year", "measure", "value", "quotation", "where")
    rows = [md.html_row(figure_cells(figure, lookup, language, "../../")) for figure in figures]
    return md.data_table(label, [say(key, language) for key in keys], rows)


def figure_cells(figure: Figure, lookup: Lookup, language: Language, up: str) -> Iterator[md.Cell]:
    """Yield the cells of a figure's row."""
    target = figure.target
    value = md.escape(render_value(target, language))
    if target.other_value is not None:
        other = render_range(target.other_value, None, target.unit, language)
        value += md.span(md.escape(say("other-reading", language, value=other)), classes="card-place")
    number = str(target.value if target.value is not None else "")
    where = "<br>".join(place_link(lookup, place.policy, place.anchor, language, up) for place in figure.places)
    yield md.html_cell("td", md.escape(place_of(lookup, target.policy, language)))
    yield md.html_cell("td", str(target.year or "—"), data_value=str(target.year or 0))
    yield md.html_cell("td", measured(target, language))
    yield md.html_cell("td", value, classes="number", data_value=number)
    yield md.html_cell("td", "<br>".join(dict.fromkeys(quotations(figure, language))))
    yield md.html_cell("td", where)


def measured(target: Target, language: Language) -> str:
    """Return what a figure measures; in Chinese where nobody has said it in English."""
    if language is not ORIGINAL and target.name_en:
        return md.escape(target.name_en)
    return md.span(md.escape(target.name), lang=ZH_TAG)


def quotations(figure: Figure, language: Language) -> Iterator[str]:
    """Yield the words that state a figure, place by place: in English the English first, the Chinese as evidence."""
    for target in figure.places:
        chinese = target.quote
        if language is not ORIGINAL and target.quote_en:
            yield LANGUAGES[language].quote(md.escape(target.quote_en))
            yield md.span(md.escape(chinese), classes="evidence", lang=ZH_TAG)
        else:
            yield md.span(md.escape(chinese), lang=ZH_TAG)
