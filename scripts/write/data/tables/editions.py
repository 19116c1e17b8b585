"""The table of editions: a row for every edition of every policy, from the first one published."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.bilingual import Bilingual
from scripts.model.editions import Edition
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import EditionKind
from scripts.write.data.tables.columns import ADDRESS, IN_POLICY, Dataset, closed, integer, optional, text
from scripts.write.words.addresses import page_address


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition of a policy."""

    policy_id: str
    edition: Edition


def all_editions(lookup: Lookup) -> Iterator[Issue]:
    """Yield every edition of every policy, the oldest first."""
    for policy_id, digest in lookup.policies.items():
        for edition in digest.metadata.editions:
            yield Issue(policy_id, edition)


EDITIONS: Dataset[Issue] = Dataset(
    "editions",
    Bilingual("版次", "Editions"),
    (
        text("policy", "文件编号", "policy id", lambda row: row.policy_id),
        integer("edition", "版次，从1起", "number of the edition, from 1", lambda row: row.edition.number),
        text("date", "起始日期", "day from which the words stand", lambda row: row.edition.date),
        closed(text("kind", "性质：published公布、corrected更正、withdrawn撤回", "kind: published, corrected or withdrawn", lambda row: row.edition.kind), EditionKind),
        text("what_zh", "内容", "what was done, in Chinese", lambda row: row.edition.what.zh),
        text("what_en", "内容（英文）", "the same in English", lambda row: row.edition.what.en),
        text("why_zh", "理由", "why, in Chinese", lambda row: row.edition.why.zh),
        text("why_en", "理由（英文）", "the same in English", lambda row: row.edition.why.en),
        optional("fingerprint", "指纹（SHA-256）", "fingerprint of the words and of all earlier editions (SHA-256)", lambda row: row.edition.fingerprint or None),
        text("url", *ADDRESS, lambda row: page_address(f"policies/{row.policy_id}/history/#edition-{row.edition.number}")),
    ),
    all_editions,
    ("policies",),
    key=("policy", "edition"),
    references=(IN_POLICY,),
)  # fmt: skip
