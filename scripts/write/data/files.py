"""The archive → its published data: each policy as JSON, Markdown and source, their list, sections, the tables."""

import json
from collections.abc import Iterator
from typing import Any

from scripts.model.archive import Archive
from scripts.model.kinds import has_heading
from scripts.model.lookup import Lookup
from scripts.model.policy import Section
from scripts.model.vocabulary import Language
from scripts.write.data.exchange import render_tbx, render_tbx_2, render_tmx
from scripts.write.data.json_text import dump
from scripts.write.data.package import write_tables
from scripts.write.data.policy_json import metadata_id, policy_value
from scripts.write.data.policy_markdown import render_policy_text
from scripts.write.words.addresses import policy_address
from scripts.write.words.place_labels import english_label

UNLISTED_FIELDS = (
    "text",
    "sections",
    "edits",
    "notes",
    "translator_notes",
    "targets",
    "citations",
    "responsibilities",
    "terms",
)
"""What the list of policies leaves to each policy's own file."""


def policies_value(archive: Archive) -> list[dict[str, Any]]:
    """Return the list of policies, without their texts."""
    values = []
    for policy in archive.policies:
        value = policy_value(policy, archive)
        for field in UNLISTED_FIELDS:
            del value[field]
        policy_id = value["id"]
        value["url"] = policy_address(policy_id)
        value["url_en"] = policy_address(policy_id, Language.EN)
        values.append(value)
    return values


def section_lines(archive: Archive) -> Iterator[str]:
    """Yield, for every section and language that it has, its own text without its children's, as a line of JSON."""
    for policy in archive.policies:
        own = metadata_id(policy)
        english = archive.english.get(own, {})
        for section in policy.walk() if own else ():
            text = "\n".join(policy.text[block.start : block.end] for block in section.blocks)
            yield section_line(own, section, Language.ZH, (section.label, section.title, text))
            translated = [english.get(block.anchor) for block in section.blocks]
            if all(words is not None for words in translated) and (
                section.anchor in english or not has_heading(section)
            ):
                words = "\n".join(text or "" for text in translated)
                heading = english.get(section.anchor, "")
                yield section_line(own, section, Language.EN, (english_label(section).strip(), heading, words))


def section_line(policy_id: str, section: Section, language: Language, words: tuple[str, str, str]) -> str:
    """Return a section's label, title and text in one language as a line of JSON."""
    label, title, text = words
    row = {
        "policy": policy_id,
        "anchor": section.anchor,
        "lang": language,
        "label": label,
        "title": title,
        "text": text,
        "url": policy_address(policy_id, language, section.anchor),
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def write_data(lookup: Lookup) -> dict[str, str | bytes]:
    """Return the files of `/data/` by their path."""
    archive = lookup.archive
    files: dict[str, str | bytes] = {"docs/zh/data/policies.json": dump(policies_value(archive))}
    files["docs/zh/data/sections.jsonl"] = "".join(section_lines(archive))
    files |= {f"docs/zh/data/{path}": content for path, content in write_tables(lookup).items()}
    if any(archive.english.values()):
        files["docs/zh/data/parallel.tmx"] = render_tmx(archive)
    if archive.glossary.terms:
        files["docs/zh/data/terms.tbx"] = render_tbx(archive)
        files["docs/zh/data/terms-v2.tbx"] = render_tbx_2(archive)
    for policy in archive.policies:
        if policy.metadata:
            path = f"docs/zh/data/policies/{policy.metadata.id}"
            files[f"{path}.json"] = dump(policy_value(policy, archive))
            files[f"{path}.md"] = render_policy_text(policy, policy.metadata.title.zh)
            files[f"{path}/source.txt"] = policy.source.text.encode(policy.source.encoding)
    return files
