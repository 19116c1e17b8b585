"""The table of responsibilities: a row for every body in every note that says who is responsible."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.archive import Responsibility
from scripts.model.glossary import Organisation
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Role
from scripts.write.data.tables.columns import (
    AT_ANCHOR,
    IN_PLACE,
    IN_POLICY,
    POLICY,
    SPAN,
    URL,
    Dataset,
    Finding,
    Reference,
    closed,
    en,
    optional,
    text,
    zh,
)


@dataclass(frozen=True, slots=True)
class Charge(Finding):
    """A body that a note names, with what is known of it."""

    note: Responsibility
    body: Organisation | None


def all_charges(lookup: Lookup) -> Iterator[Charge]:
    """Yield every body of every note."""
    bodies = lookup.archive.glossary.organisations
    for notes in lookup.read("charges"):
        for note in notes:
            body = bodies.get(note.organisation or "")
            yield Charge(note.policy, note.section, note.start, note.end, note.words, note, body)


ORGANISATIONS: Dataset[Charge] = Dataset(
    "organisations",
    Bilingual("责任分工", "Responsibilities of organisations"),
    (
        POLICY,
        text("anchor", "责任分工所在的节", "section to which the note belongs", lambda row: row.anchor),
        optional("organisation", "机构编号；未能确认的为空", "organisation id; empty where unresolved", lambda row: row.note.organisation),
        text("text", "原文中的名称", "name as printed", lambda row: row.words),
        optional("name_zh", "全称", "full name", lambda row: row.body.name.zh if row.body else None),
        optional("name_en", "英文名", "English name", lambda row: row.body.name.en if row.body else None),
        closed(text("role", "角色：lead牵头、support配合、responsible负责", "role: lead, support or responsible", lambda row: row.note.role), Role),
        optional("place", "地区", "place", lambda row: row.body.place if row.body else None),
        optional("became_zh", "沿革", "what became of it, in Chinese", lambda row: zh(row.body.became) if row.body else None),
        optional("became_en", "沿革（英文）", "the same in English", lambda row: en(row.body.became) if row.body else None),
        *SPAN, URL,
    ),
    all_charges,
    ("charges",),
    references=(IN_POLICY, AT_ANCHOR, IN_PLACE, Reference(("organisation",), "organisation_list", ("organisation",))),
)  # fmt: skip
