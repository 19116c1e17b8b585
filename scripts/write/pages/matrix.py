"""Indicators × places → the matrix: those that several places share side by side, those of one place in a list below.

What readers filter by stands in the page; the form and the file of what is shown need a script (page/matrix.js).
"""

from collections import defaultdict
from collections.abc import Iterable

from scripts.model.archive import Archive, Target
from scripts.model.figures import Figure, make_figures
from scripts.model.glossary import Indicator
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language, TargetKind
from scripts.text.pinyin import spell
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_of
from scripts.write.words.figures import as_title, figure_name
from scripts.write.words.strings import OTHER, pick, say
from scripts.write.words.values import render_value

FITTING = 8
"""So many places stand side by side on a desk; more scroll in a frame."""


Entries = list[tuple[Indicator, dict[str, list[Figure]]]]
"""Indicators, each with the figures of every policy that has some."""


def render_matrix(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the matrix, with the indicators of each table in the order of their topics."""
    order = list(archive.glossary.topics)
    shared: Entries = []
    single: Entries = []
    for indicator in sorted(archive.glossary.indicators.values(), key=lambda entry: order.index(entry.topic)):
        figures = make_figures(lookup.targets(indicator.id))
        by_policy: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            by_policy[figure.target.policy].append(figure)
        (shared if len(by_policy) > 1 else single).append((indicator, by_policy))
    rest = [
        md.division([md.escape(say("matrix-single", language, n=len(single)))], tag="summary"),
        single_table(single, lookup, language),
    ]
    blocks = [
        f"# {say('matrix', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("matrix-lead", language))),
        tools(archive, language, shared=len(shared), single=len(single)),
        md.heading(2, md.escape(say("matrix-shared", language, n=len(shared))), "shared"),
        shared_table(shared, archive, lookup, language),
        md.heading(2, md.escape(say("matrix-rest", language)), "single"),
        md.division(rest, tag="details", classes="fold matrix-single"),
    ]
    front_matter = {"title": say("matrix", language), "hide": ["navigation", "toc"], "layout": "wide"}
    return md.page(front_matter | {"search": {"exclude": True}}, blocks)


def shared_table(entries: Entries, archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the table of indicators that several places share: a place a column."""
    policies = sorted(lookup.policies)
    names = [say("indicator", language), *(place_of(lookup, policy, language) for policy in policies)]
    rows = []
    for indicator, by_policy in entries:
        topic = pick(archive.glossary.topics[indicator.topic].name, language)
        name = name_link(indicator, language) + md.span(md.escape(topic), classes="card-place")
        cells = [md.html_cell("th", name, scope="row")]
        cells += [figures_cell(by_policy.get(policy, []), language) for policy in policies]
        rows.append(found_row(indicator, cells, language))
    head = [md.html_cell("th", md.escape(name), scope="col") for name in names]
    label = say("matrix-shared", language, n=len(entries))
    table = md.html_table(label, head, rows, classes="sortable matrix chooses")
    if len(policies) <= FITTING:
        return table
    return md.division([table], classes="matrix-frame", role="region", tabindex="0", aria_label=label)


def single_table(entries: Entries, lookup: Lookup, language: Language) -> str:
    """Return the table of indicators of one place: which it is, and its figures."""
    rows = []
    for indicator, by_policy in entries:
        for policy, figures in by_policy.items():
            place = md.html_cell("td", md.escape(place_of(lookup, policy, language)))
            name = md.html_cell("th", name_link(indicator, language), scope="row")
            rows.append(found_row(indicator, [name, place, figures_cell(figures, language)], language))
    head = [md.html_cell("th", say(key, language), scope="col") for key in ("indicator", "place", "value")]
    return md.html_table(say("matrix-single", language, n=len(entries)), head, rows, classes="sortable matrix-list")


def name_link(indicator: Indicator, language: Language) -> str:
    """Return an indicator's name, linked to its page."""
    return md.link(md.escape(as_title(pick(indicator.name, language))), f"../{indicator.id}/index.md")


def found_row(indicator: Indicator, cells: Iterable[md.Cell], language: Language) -> md.Row:
    """Return an indicator's row, with what else it is found by: its pinyin, its other name, its printed names."""
    words = [spell(indicator.name.zh), pick(indicator.name, OTHER[language]), *indicator.aliases]
    shown = pick(indicator.name, language)
    key = " ".join(word for word in dict.fromkeys(words) if word != shown)
    return md.html_row(cells, data_topic=indicator.topic, data_key=key)


def figures_cell(figures: list[Figure], language: Language) -> md.Cell:
    """Return one policy's figures, each a link to its paragraph with its year; each named where there are several."""
    if not figures:
        return md.html_cell("td", md.nothing(say("matrix-none", language)))
    lines = []
    for target in (figure.target for figure in figures):
        notes = [say("baseline-sign", language)] if target.kind is TargetKind.BASELINE else []
        notes += [say("date-year", language, year=target.year)] if target.year else []
        page = f"../../policies/{target.policy}/index.md#{target.anchor}"
        link = md.link(md.escape(shown_value(target, language)), page)
        words = LANGUAGES[language].comma.join(notes)
        line = f"{link} {md.escape(words)}".rstrip()
        name = figure_name(target, language)
        lines.append(line + md.span(md.escape(name), classes="card-place") if len(figures) > 1 else line)
    first = next((str(f.target.value) for f in figures if f.target.value is not None), "")
    return md.html_cell("td", "<br>".join(lines), data_value=first)


def shown_value(target: Target, language: Language) -> str:
    """Return a figure's value; of one that promises without a number, that it does."""
    return say("no-number", language) if target.value is None else render_value(target, language)


def tools(archive: Archive, language: Language, **counts: int) -> str:
    """Return the form that filters both tables by words and topic, and the button that saves what is shown."""
    keys = ("all-topics", "list-filter", "list-hint", "list-clear", "matrix-save")
    every, words, hint, clear, save = (md.escape_html(say(key, language)) for key in keys)
    topics = archive.glossary.topics.values()
    options = [f'<option value="{topic.id}">{md.escape_html(pick(topic.name, language))}</option>' for topic in topics]
    found = say("matrix-found", language, shared="{shared}", single="{single}")
    shown = md.escape_html(say("matrix-found", language, **counts))  # here from the first, so that nothing moves
    count = md.attributes({"data_found": found, "data_nothing": say("matrix-nothing", language)})
    head = md.attributes({"aria_label": say("all-topics", language), "title": say("topic", language)})
    return (
        '<form class="matrix-tools not-on-paper">'
        f'<label>{words} <input type="search" name="words" maxlength="1000" placeholder="{hint}"></label>'
        f'<select name="topic"{head}><option value="">{every}</option>{"".join(options)}</select>'
        f'<button type="button" class="action matrix-save">{save}</button><output{count}>{shown}</output>'
        f'<button type="button" class="action filter-clear">{clear}</button></form>'
    )
