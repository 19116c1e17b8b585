"""Indicators → the glossary by topic, a page each with its targets and their picture, and the matrix of places."""

from collections.abc import Iterator

from scripts.archive import Archive, Indicator, Target
from scripts.vocabulary import Comparability, Language, TargetKind
from scripts.write import markdown as md
from scripts.write.found import Found
from scripts.write.picture import Dot, draw_dots
from scripts.write.strings import COMPARABILITIES, DIRECTIONS, LANG_TAGS, OTHER, TARGET_KINDS, pick, say
from scripts.write.values import render_range, render_value

ZH_TAG = LANG_TAGS[Language.ZH]


def write_indicator_pages(found: Found, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the glossary of indicators, the matrix, and the page of each indicator."""
    archive = found.archive
    if not archive.glossary.indicators:
        return
    yield "indicators/index.md", render_list(archive, found, language)
    yield "indicators/matrix/index.md", render_matrix(archive, found, language)
    for indicator in archive.glossary.indicators.values():
        yield f"indicators/{indicator.id}/index.md", render_indicator(indicator, archive, found, language)


def render_list(archive: Archive, found: Found, language: Language) -> str:
    """Return the glossary of indicators, by topic."""
    matrix = md.link(md.escape(say("matrix", language)), "matrix/index.md")
    blocks = [
        f"# {say('indicators', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("indicators-lead", language, n=len(archive.glossary.indicators))) + matrix),
    ]
    for topic in archive.glossary.topics.values():
        here = [indicator for indicator in archive.glossary.indicators.values() if indicator.topic == topic.id]
        if not here:
            continue
        blocks.append(md.heading(2, md.escape(pick(topic.name, language)), topic.id))
        entries = []
        for indicator in here:
            policies = sorted({target.policy for target in found.targets[indicator.id]})
            places = ("、" if language is Language.ZH else ", ").join(
                found.place(policy, language) for policy in policies
            )
            name = md.link(md.escape(title_of(indicator, language)), f"{indicator.id}/index.md")
            definition = md.text(pick(indicator.definition, language), LANG_TAGS[language])
            entries.append((name, definition + md.span(md.escape(places), classes="card-place")))
        blocks.append(md.description_list(entries, classes="policy-facts glossary-list"))
    return md.page({"title": say("indicators", language), "hide": ["navigation"]}, blocks)


def render_indicator(indicator: Indicator, archive: Archive, found: Found, language: Language) -> str:
    """Return an indicator's page: definition, picture, table."""
    other = OTHER[language]
    name = title_of(indicator, language)
    targets = found.targets[indicator.id]
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
        md.paragraph(md.text(pick(indicator.definition, language), LANG_TAGS[language]), classes="term-meaning"),
        *comparability(indicator, language),
        md.description_list(facts, classes="policy-facts"),
        md.heading(2, md.escape(say("targets", language)), "targets"),
        picture(indicator, targets, found, language),
        targets_table(targets, found, language, name),
        md.paragraph(md.link(md.escape(say("all-indicators", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(name), "hide": ["navigation", "toc"]}, blocks)


def title_of(indicator: Indicator, language: Language) -> str:
    """Return an indicator's name as a title: the English one begins with a capital."""
    name = pick(indicator.name, language)
    return name[:1].upper() + name[1:]


def definition_source(indicator: Indicator, language: Language) -> str:
    """Return where the definition comes from."""
    if indicator.source:
        return md.text(pick(indicator.source, language), LANG_TAGS[language])
    return md.escape(say("definition-ours", language))


def comparability(indicator: Indicator, language: Language) -> Iterator[str]:
    """Yield the line that says whether figures may be compared, where they may not be as they are."""
    if indicator.comparability is Comparability.FULL or not indicator.comparability_note:
        return
    colon = "：" if language is Language.ZH else ": "
    words = md.escape(pick(COMPARABILITIES[indicator.comparability], language) + colon)
    yield md.paragraph(
        words + md.text(pick(indicator.comparability_note, language), LANG_TAGS[language]), classes="policy-notice"
    )


def picture(indicator: Indicator, targets: list[Target], found: Found, language: Language) -> str:
    """Return the picture of the targets that have a figure; nothing where none has."""
    dots = []
    for target in sorted(targets, key=lambda target: (target.policy, target.year or 0, target.start)):
        if target.value is not None:
            year = f" {target.year}" if target.year else ""
            label = found.place(target.policy, language) + year
            is_baseline = target.kind is TargetKind.BASELINE
            written = render_value(target, language)
            dots.append(Dot(label, target.value, written, target.comparator, is_baseline))
    if not dots:
        return ""
    title = say("picture-title", language, name=pick(indicator.name, language))
    listed = "; ".join(f"{dot.label}: {dot.written}" for dot in dots)
    return f'<figure class="picture">{draw_dots(title, listed, dots, language)}</figure>'


def targets_table(targets: list[Target], found: Found, language: Language, name: str) -> str:
    """Return the table of targets: place, year, value, quotation with its address."""
    keys = ("place", "year", "value", "target-kind", "quotation", "where")
    rows = [md.html_row(target_cells(target, found, language, "../../")) for target in targets]
    return md.data_table(say("picture-title", language, name=name), [say(key, language) for key in keys], rows)


def target_cells(target: Target, found: Found, language: Language, up: str) -> Iterator[str]:
    """Yield the cells of a target's row."""
    text = found.policies[target.policy].policy.text
    value = md.escape(render_value(target, language))
    if target.other_value is not None:
        other = render_range(target.other_value, None, target.unit, language)
        value += md.span(md.escape(say("other-reading", language, value=other)), classes="card-place")
    yield md.html_cell("td", md.escape(found.place(target.policy, language)))
    yield md.html_cell("td", str(target.year or "—"), data_value=str(target.year or 0))
    yield md.html_cell("td", value, classes="number", data_value=str(target.value if target.value is not None else ""))
    yield md.html_cell("td", pick(TARGET_KINDS[target.kind], language))
    yield md.html_cell("td", md.span(md.escape(text[target.start : target.end]), lang=ZH_TAG))
    yield md.html_cell("td", found.link(target.policy, target.anchor, language, up))


def render_matrix(archive: Archive, found: Found, language: Language) -> str:
    """Return the matrix: an indicator a row, a policy a column, each figure linked to its paragraph."""
    policies = sorted(found.policies)
    head = [say("indicator", language), say("topic", language), *(found.place(policy, language) for policy in policies)]
    rows = []
    order = list(archive.glossary.topics)
    for indicator in sorted(archive.glossary.indicators.values(), key=lambda entry: order.index(entry.topic)):
        targets = found.targets[indicator.id]
        topic = archive.glossary.topics[indicator.topic]
        shared = len({target.policy for target in targets})
        cells = [
            md.html_cell(
                "th", md.link(md.escape(title_of(indicator, language)), f"../{indicator.id}/index.md"), scope="row"
            ),
            md.html_cell("td", md.escape(pick(topic.name, language))),
            *(matrix_cell([target for target in targets if target.policy == policy], language) for policy in policies),
        ]
        rows.append(md.html_row(cells, data_topic=topic.id, data_shared=str(shared)))
    topics = [(topic.id, pick(topic.name, language)) for topic in archive.glossary.topics.values()]
    blocks = [
        f"# {say('matrix', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("matrix-lead", language))),
        md.filter_form(say("filter", language), say("all-topics", language), say("shared-only", language), topics),
        md.data_table(say("matrix", language), head, rows, classes="filterable"),
    ]
    return md.page(
        {"title": say("matrix", language), "hide": ["navigation", "toc"], "search": {"exclude": True}}, blocks
    )


def matrix_cell(targets: list[Target], language: Language) -> str:
    """Return one policy's figures for an indicator, each a link to its paragraph."""
    links = []
    for target in targets:
        year = f" ({target.year})" if target.year else ""
        year = year.replace(" (", "（").replace(")", "）") if language is Language.ZH else year
        words = md.escape(render_value(target, language) + year)
        links.append(md.link(words, f"../../policies/{target.policy}/index.md#{target.anchor}"))
    first = next((str(target.value) for target in targets if target.value is not None), "")
    return md.html_cell("td", "<br>".join(links), data_value=first)
