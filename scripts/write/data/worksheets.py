"""The archive → what the worksheet maker lists and blanks out, as scripts that load online and from a folder alike.

`index.js` has the names of policies, indicators and terms; `<policy>.js` the headings of its sections and its figures,
with the places of their numbers in the texts of both languages. The texts themselves are not written again: the page
brings them from the files of the search, in which sections stand in the same order.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from scripts.link.figures.quantities import find_quantities
from scripts.model.archive import Archive, Findings, Target
from scripts.model.grid import head_rows
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.vocabulary import Language, SectionKind
from scripts.text.spans import Span
from scripts.write.disk.page import Page
from scripts.write.search.share import dump
from scripts.write.words.place_labels import english_label, place_label
from scripts.write.words.values import english_forms, render_range, render_value

FOLDER = "data/worksheets"
# 97, 1.86万, 2—3, 十; of 97%以上 the number alone
NUMBER_PATTERN = re.compile(r"[\d.,—～~∶二三四五六七八九十百千万亿-]+")


def draw_worksheet_data(policy: Policy, metadata: Metadata, archive: Archive) -> str:
    """Return the script of one policy: its sections in the order of the text, and its figures."""
    english = archive.confirmed(metadata.id)
    sections = (section_row(path, english) for path in policy.paths())
    findings = archive.findings.get(metadata.id, Findings())
    figures = figure_rows(findings.targets, policy, english)
    return script(metadata.id, {"sections": sections, "figures": figures})


def write_worksheet_index(lookup: Lookup) -> Iterator[Page]:
    """Yield the script that names all policies, indicators and terms."""
    yield Page(f"{FOLDER}/index.js", ("terms/", "indicators/"), partial(render_index, lookup))


def render_index(lookup: Lookup) -> str:
    """Return the names of policies, of the indicators by topic, and of the terms, each in the glossary's order."""
    numbers = {policy_id: number for number, policy_id in enumerate(lookup.policies)}
    lists = {
        "policies": policy_rows(lookup),
        "topics": ([topic.id, topic.name.zh, topic.name.en] for topic in lookup.archive.glossary.topics.values()),
        "indicators": indicator_rows(lookup, numbers),
        "terms": term_rows(lookup, numbers),
    }
    return script("index", lists)


def policy_rows(lookup: Lookup) -> Iterator[list[Any]]:
    """Yield of each policy its id, its title and its place in both languages, and its year."""
    for policy_id, digest in lookup.policies.items():
        metadata = digest.metadata
        place = metadata.place.name
        yield [policy_id, metadata.title.zh, metadata.title.en, place.zh, place.en, metadata.date.value[:4]]


def indicator_rows(lookup: Lookup, numbers: dict[str, int]) -> Iterator[list[Any]]:
    """Yield of each indicator its id, topic, name in both languages, and the numbers of the policies that state it."""
    for indicator in lookup.archive.glossary.indicators.values():
        stated = sorted({numbers[target.policy] for target in lookup.targets(indicator.id)})
        yield [indicator.id, indicator.topic, indicator.name.zh, indicator.name.en, stated]


def term_rows(lookup: Lookup, numbers: dict[str, int]) -> Iterator[list[Any]]:
    """Yield of each term its id, name in both languages, pinyin, and policy and anchor of its first occurrence."""
    for term in lookup.archive.glossary.terms.values():
        first = next(((numbers[place.policy], place.anchor) for place in lookup.occurrences(term.id)), ())
        yield [term.id, term.zh, term.en, term.pinyin, *first]


def section_row(path: tuple[Section, ...], english: dict[str, str]) -> list[Any]:
    """Return what is shown of the last section of a path.

    Its anchor, depth and kind, its printed place and its heading in both languages, and the number of its blocks; then,
    where one of its cells spans several rows or columns, how many rows each of them spans; where one spans columns, or
    its head has several rows, how many columns, and how many cells each row has.
    """
    section = path[-1]
    places = [place_label(section.anchor, language) for language in Language]
    title_en = english.get(section.anchor, "") if section.title else ""
    spans = [block.row_span for block in section.blocks]
    columns = [block.column_span for block in section.blocks]
    headings = [section.label + section.title if section.title else "", title_en and english_label(section) + title_en]
    row = [section.anchor, len(path) - 1, section.kind, *places, *headings, len(spans)]
    sizes = [len(blocks) for blocks in head_rows(section)] if section.kind is SectionKind.TABLE else [len(spans)]
    if max(columns, default=1) > 1 or len(sizes) > 1:
        return [*row, spans, columns, sizes]
    return [*row, spans] if max(spans, default=1) > 1 else row


def figure_rows(targets: Sequence[Target], policy: Policy, english: dict[str, str]) -> Iterator[list[Any]]:
    """Yield what is shown of each figure.

    Its block, indicator, kind and year, its name and value in both languages, whether it only states again what stands
    elsewhere, and where the block's text and its English have its number. One whose number is not found in both has no
    places: nobody should fill in what the other language gives away.
    """
    blocks = {block.anchor: block for block in policy.blocks()}
    taken: set[tuple[str, Span]] = set()
    for target in targets:
        values = [render_value(target, language) for language in Language]
        words = [target.name, target.name_en or "", *values]
        row = [target.anchor, target.indicator or "", target.kind, target.year, *words, int(bool(target.repeats))]
        printed = chinese_number(target, policy.text, blocks[target.anchor].start)
        translated = english_number(target, english.get(target.anchor, ""), taken)
        if not printed or (english.get(target.anchor) and not translated):
            yield row
        elif translated:
            taken.add((target.anchor, translated))
            yield [*row, printed, translated]
        else:
            yield [*row, printed]


def chinese_number(target: Target, text: str, block_start: int) -> Span | None:
    """Return where a block's text has the number of a figure, counted from the block's beginning."""
    for quantity in find_quantities(text, target.start, target.end):
        match = NUMBER_PATTERN.match(text, quantity.start, quantity.end)
        if match and quantity.value == target.value:
            return match.start() - block_start, match.end() - block_start
    return None


def english_number(target: Target, text: str, taken: set[tuple[str, Span]]) -> Span | None:
    """Return where a block's English has the number of a figure: the last place in the quotation that no other has."""
    quote = target.quote_en or ""
    start = text.find(quote)
    if not quote or start < 0:
        return None
    for form in number_forms(target):
        pattern = re.compile(rf"(?<![\w.,])(?<!\d[–-]){re.escape(form)}(?!\w|[.,–-]\d)", re.IGNORECASE)
        found = [match.span() for match in pattern.finditer(text, start, start + len(quote))]
        for span in reversed(found):
            if (target.anchor, span) not in taken:
                return span
    return None


def number_forms(target: Target) -> tuple[str, ...]:
    """Return how English may write a figure's number, without its unit."""
    if target.value is None:
        return ()
    if target.value_max is not None:
        return (render_range(target.value, target.value_max, None, Language.EN),)
    with_unit = render_range(target.value, None, target.unit, Language.EN)
    forms = [form for form in english_forms(target) if form != with_unit or target.unit is None]
    return tuple(dict.fromkeys((render_range(target.value, None, None, Language.EN), *forms)))


def script(name: str, lists: dict[str, Iterator[list[Any]]]) -> str:
    """Return a script that hands over named lists, a row a line; no `<` in it can end a script early."""
    fields = (f'"{key}":[\n' + ",\n".join(map(dump, rows)) + "\n]" for key, rows in lists.items())
    return f'ArchiveWorksheetData.put("{name}",{{\n' + ",\n".join(fields) + "\n})\n"
