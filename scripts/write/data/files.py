"""The archive → its published data: each policy as JSON, Markdown, Akoma Ntoso, source; list, sections, the tables."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from scripts.model.archive import Archive
from scripts.model.grades import lowest
from scripts.model.kinds import has_heading
from scripts.model.lookup import Lookup
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Metadata, Policy, Section
from scripts.model.release import Release
from scripts.model.vocabulary import Grade, Language
from scripts.write.akoma_ntoso.document import draw_akoma_ntoso
from scripts.write.data.exchange import render_tbx, render_tbx_2, render_tmx, render_units
from scripts.write.data.json_text import dump
from scripts.write.data.known_json import known_value
from scripts.write.data.llms import write_llms
from scripts.write.data.original import ORIGINAL_ZIP, draw_original
from scripts.write.data.package import write_tables
from scripts.write.data.policy_json import policy_value
from scripts.write.data.policy_markdown import draw_policy_texts
from scripts.write.data.tables.texts import passages_of
from scripts.write.disk.page import Page
from scripts.write.words.addresses import policy_address
from scripts.write.words.place_labels import english_label


def listed_value(policy: Policy, policy_id: str) -> dict[str, Any]:
    """Return what the list of policies says of one; the rest is in its own file."""
    addresses = {"url": policy_address(policy_id), "url_en": policy_address(policy_id, Language.EN)}
    return known_value(policy, partial(PlaceFinder, policy)) | addresses


def section_lines(policy: Policy, policy_id: str, archive: Archive) -> Iterator[str]:
    """Yield, for every section and language that it has, its own text without its children's, as a line of JSON."""
    english, grades = archive.english.get(policy_id, {}), archive.grades.get(policy_id, {})
    for section in policy.walk():
        text = "\n".join(policy.text[block.start : block.end] for block in section.blocks)
        yield section_line(policy_id, section, Language.ZH, (section.label, section.title, text))
        translated = [english.get(block.anchor) for block in section.blocks]
        has_title = section.anchor in english or not has_heading(section)
        if has_title and all(words is not None for words in translated):
            words = "\n".join(text or "" for text in translated)
            heading = english.get(section.anchor, "")
            places = (section.anchor, *(block.anchor for block in section.blocks))
            grade = lowest(grades[anchor].grade for anchor in places if anchor in grades)
            yield section_line(policy_id, section, Language.EN, (english_label(section).strip(), heading, words), grade)


def section_line(
    policy_id: str, section: Section, language: Language, words: tuple[str, str, str], grade: Grade | None = None
) -> str:
    """Return a section's label, title and text in one language as a line of JSON; English with its lowest grade."""
    label, title, text = words
    row = {
        "policy": policy_id,
        "anchor": section.anchor,
        "lang": language,
        "label": label,
        "title": title,
        "text": text,
        **({"grade": grade} if grade else {}),
        "url": policy_address(policy_id, language, section.anchor),
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def data_shares(policy: Policy, policy_id: str, archive: Archive) -> dict[str, Any]:
    """Return what a policy adds to the files over all policies, by the keys of its shares."""
    return {
        "listed": listed_value(policy, policy_id),
        "sections": "".join(section_lines(policy, policy_id, archive)),
        "units": render_units(policy, policy_id, archive),
        "passages": passages_of(policy, policy_id, archive),
    }


def draw_data(policy: Policy, metadata: Metadata, archive: Archive) -> Iterator[tuple[str, str | bytes]]:
    """Yield the data files of one policy by their path below `docs/zh/`."""
    path = f"data/policies/{metadata.id}"
    yield f"{path}.json", dump(policy_value(policy, archive))
    yield from ((path + end, content) for end, content in draw_policy_texts(policy, metadata, archive))
    yield from ((path + end, content) for end, content in draw_akoma_ntoso(policy, archive))
    yield f"{path}/source.txt", policy.source.text.encode(policy.source.encoding)
    if policy.source.original:
        yield f"{path}/{ORIGINAL_ZIP}", draw_original(policy.source.original)


def write_data(lookup: Lookup, find: Callable[[str], Path], release: Release) -> Iterator[Page]:
    """Yield the data files over all policies; `find` leads to a file that was written before."""
    yield Page("data/policies.json", ("listed",), lambda: dump(list(lookup.read("listed"))))
    yield Page("data/sections.jsonl", ("sections",), partial(lookup.read, "sections"))
    if any(lookup.read("units")):
        yield Page("data/parallel.tmx", ("units",), lambda: render_tmx(lookup.read("units")))
    if lookup.archive.glossary.terms:
        yield Page("data/terms.tbx", (), partial(render_tbx, lookup.archive))
        yield Page("data/terms-v2.tbx", (), partial(render_tbx_2, lookup.archive))
    yield from write_tables(lookup, find, release)
    yield from write_llms(lookup, find)
