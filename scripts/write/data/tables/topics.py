"""The table of topics: a row for every place that treats one, and for every policy that treats it nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.glossary import Topic
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.data.tables.columns import ADDRESS, AT_ANCHOR, IN_POLICY, Dataset, Reference, optional, text
from scripts.write.words.addresses import policy_address
from scripts.write.words.place_labels import place_label


@dataclass(frozen=True, slots=True)
class Treatment:
    """A place of a policy that treats a topic; without an anchor where the policy does not."""

    policy_id: str
    anchor: str | None
    topic: Topic


def all_treatments(lookup: Lookup) -> Iterator[Treatment]:
    """Yield every place that treats a topic, and one without a place where a policy does not treat it."""
    for topic in lookup.archive.glossary.topics.values():
        treating = lookup.treating(topic.id)
        for policy_id in lookup.policies:
            places = treating.get(policy_id, [])
            yield from (Treatment(policy_id, place.anchor, topic) for place in places)
            if not places:
                yield Treatment(policy_id, None, topic)


TOPICS: Dataset[Treatment] = Dataset(
    "topics",
    Bilingual("专题对照", "Topics"),
    (
        text("policy", "文件编号", "policy id", lambda row: row.policy_id),
        optional("anchor", "论及该专题的位置；未论及的为空", "place that treats the topic; empty where none does", lambda row: row.anchor),
        text("topic", "专题编号", "topic id", lambda row: row.topic.id),
        text("name_zh", "专题", "topic in Chinese", lambda row: row.topic.name.zh),
        text("name_en", "专题（英文）", "topic in English", lambda row: row.topic.name.en),
        optional("label", "原文序号", "printed number", lambda row: place_label(row.anchor, Language.ZH) if row.anchor else None),
        text("url", *ADDRESS, lambda row: policy_address(row.policy_id, anchor=row.anchor or "")),
    ),
    all_treatments,
    ("topics/", "policies"),
    references=(IN_POLICY, AT_ANCHOR, Reference(("topic",), "topic_list", ("topic",))),
)  # fmt: skip
