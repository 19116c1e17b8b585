"""The tables that others refer to: the policies, and the places, bodies, documents and topics of the glossary."""

from collections.abc import Iterable

from scripts.model.glossary import Document, Organisation, Topic
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual, Place
from scripts.model.shares import Digest
from scripts.model.status import Status
from scripts.model.vocabulary import Certainty, DocumentKind, Language, Level, OrganisationKind, TargetKind
from scripts.write.data.tables.citations import table_date
from scripts.write.data.tables.columns import (
    ADDRESS,
    IN_PLACE,
    IN_POLICY,
    Column,
    Dataset,
    Reference,
    closed,
    en,
    integer,
    optional,
    optional_integer,
    text,
    zh,
)
from scripts.write.words.addresses import page_address, policy_address
from scripts.write.words.strings import STRINGS


def joined(words: Iterable[str]) -> str | None:
    """Return words with | between them; None where there are none."""
    return "|".join(words) or None


def successor_of(status: Status) -> str | None:
    """Return the policy, or the title of the other document, that took a policy's place."""
    return (status.successor.id or status.successor.title.zh) if status.successor else None


STATUS_COLUMNS: tuple[Column[Digest], ...] = (
    optional_integer("period_from", "规划期的首年，文中写明的才有", "first year of its planning period, where the text names one", lambda row: row.metadata.status.period.first if row.metadata.status.period else None),
    optional_integer("period_until", "规划期的末年", "last year of its planning period", lambda row: row.metadata.status.period.last if row.metadata.status.period else None),
    optional("goal_years", "总体目标的年份，以|分隔", "years of its overall goals, separated by |", lambda row: joined(str(goal.year) for goal in row.metadata.status.goals)),
    optional_integer("planned_until", "规划期或总体目标的最末一年；已过不等于失效", "last year of period or goals; that it is over does not mean that the policy is", lambda row: row.metadata.status.until),
    optional("in_force_from", "施行日期，有注明日期的来源才填", "from when it is in force, from a dated source only", lambda row: row.metadata.status.force.first if row.metadata.status.force else None),
    optional("in_force_until", "失效或废止日期，同上", "until when it was in force, likewise", lambda row: row.metadata.status.force.last if row.metadata.status.force else None),
    optional("ending", "如何失效：expired期满失效、repealed废止", "how it ended: expired or repealed", lambda row: row.metadata.status.force.ending if row.metadata.status.force else None),
    optional("replaced_by", "取代它的文件：本馆收录的写编号，其他的写标题", "what took its place: the id of a policy of the archive, else a title", lambda row: successor_of(row.metadata.status)),
)  # fmt: skip
"""What is known of a policy's time."""

POLICIES: Dataset[Digest] = Dataset(
    "policies",
    STRINGS["policies"],
    (
        text("policy", "文件编号", "policy id", lambda row: row.metadata.id),
        text("title_zh", "标题", "title in Chinese", lambda row: row.metadata.title.zh),
        text("title_en", "标题英译", "title in English", lambda row: row.metadata.title.en),
        optional("issuers_zh", "发文机关，以|分隔", "issuing bodies in Chinese, separated by |", lambda row: joined(each.zh for each in row.metadata.issuers)),
        optional("issuers_en", "发文机关英译，以|分隔", "issuing bodies in English, separated by |", lambda row: joined(each.en for each in row.metadata.issuers)),
        optional("number", "发文字号", "document number", lambda row: row.metadata.number),
        text("date", "日期，只知年份的只写年份，日不详的写作2018-07-XX（ISO 8601-2）", "date; the year alone where no more is known; where the day is unknown, 2018-07-XX (ISO 8601-2)", lambda row: table_date(row.metadata.date.value)),
        text("place", "地区", "place", lambda row: row.metadata.place.id),
        *STATUS_COLUMNS,
        closed(text("certainty", "著录可信度：certain确定、probable很可能、conjectural推测", "certainty of the particulars: certain, probable or conjectural", lambda row: row.metadata.certainty), Certainty),
        optional_integer("edition", "本馆文本的版次", "edition of our text", lambda row: row.metadata.editions[-1].number if row.metadata.editions else None),
        optional("edition_date", "该版日期", "date of that edition", lambda row: row.metadata.editions[-1].date if row.metadata.editions else None),
        integer("characters", "全文字数（码位）", "length of the text in code points", lambda row: row.characters),
        integer("parts", "部分数目", "number of parts", lambda row: row.parts),
        integer("targets", "目标数目，重述的不计", "number of targets, each counted once", lambda row: row.figures.get(TargetKind.TARGET, 0)),
        integer("baselines", "基数（已达到）数目，重述的不计", "number of baselines, each counted once", lambda row: row.figures.get(TargetKind.BASELINE, 0)),
        text("source", "来源网址", "address of the source", lambda row: row.metadata.url),
        optional("retrieved", "获取日期", "date on which the source was copied", lambda row: row.metadata.retrieved),
        text("sha256", "来源文件的SHA-256", "SHA-256 of the file as received", lambda row: row.metadata.sha256),
        text("url", *ADDRESS, lambda row: policy_address(row.metadata.id)),
        text("url_en", "英文页永久地址", "permanent address of the English page", lambda row: policy_address(row.metadata.id, Language.EN)),
    ),
    lambda lookup: lookup.policies.values(),
    ("policies",),
    key=("policy",),
    references=(IN_PLACE,),
)  # fmt: skip


def all_places(lookup: Lookup) -> Iterable[Place]:
    """Return every place of the glossary."""
    return lookup.archive.glossary.places.values()


PLACES: Dataset[Place] = Dataset(
    "places",
    Bilingual("地区名录", "List of places"),
    (
        text("place", "地区编号", "place id", lambda row: row.id),
        text("name_zh", "中文名", "Chinese name", lambda row: row.name.zh),
        text("name_en", "英文名", "English name", lambda row: row.name.en),
        closed(text("level", "层级：state国家级、province省级、city市级、district区县级", "level: state, province, city or district", lambda row: row.level), Level),
        optional("within", "上级地区编号", "id of the place of which it is a part", lambda row: row.within),
    ),
    all_places,
    key=("place",),
    references=(Reference(("within",), "places", ("place",)),),
)  # fmt: skip


def all_bodies(lookup: Lookup) -> Iterable[Organisation]:
    """Return every body of the glossary."""
    return lookup.archive.glossary.organisations.values()


ORGANISATION_LIST: Dataset[Organisation] = Dataset(
    "organisation_list",
    Bilingual("机构名录", "List of organisations"),
    (
        text("organisation", "机构编号", "organisation id", lambda row: row.id),
        text("name_zh", "全称", "full name", lambda row: row.name.zh),
        text("name_en", "英文名", "English name", lambda row: row.name.en),
        text("place", "地区", "place", lambda row: row.place),
        closed(text("kind", "类别：government政府机关、party党的机关、institution事业单位和院校、association社会团体、company企业", "kind: government, party, institution, association or company", lambda row: row.kind), OrganisationKind),
        optional("forms", "文件中的名称，以|分隔", "names as printed, separated by |", lambda row: joined(row.forms)),
        optional("became_zh", "沿革", "what became of it, in Chinese", lambda row: zh(row.became)),
        optional("became_en", "沿革（英文）", "the same in English", lambda row: en(row.became)),
        closed(text("certainty", "全称和英文名的可信度：certain确定、probable很可能、conjectural推测", "certainty of both names: certain, probable or conjectural", lambda row: row.certainty), Certainty),
        text("url", *ADDRESS, lambda row: page_address(f"organisations/{row.id}/")),
    ),
    all_bodies,
    key=("organisation",),
    references=(IN_PLACE,),
)  # fmt: skip


def all_documents(lookup: Lookup) -> Iterable[Document]:
    """Return every document of the glossary."""
    return lookup.archive.glossary.documents.values()


DOCUMENT_LIST: Dataset[Document] = Dataset(
    "document_list",
    Bilingual("引用文件名录", "List of cited documents"),
    (
        text("document", "文件编号", "document id", lambda row: row.id),
        text("title_zh", "标题", "title in Chinese", lambda row: row.title.zh),
        text("title_en", "标题英译", "title in English", lambda row: row.title.en),
        optional("number", "发文字号", "document number", lambda row: row.number),
        optional("issuers_zh", "发文机关，以|分隔", "issuing bodies in Chinese, separated by |", lambda row: joined(each.zh for each in row.issuers)),
        optional("issuers_en", "发文机关英译，以|分隔", "issuing bodies in English, separated by |", lambda row: joined(each.en for each in row.issuers)),
        optional("date", "日期，日不详的写作2018-07-XX（ISO 8601-2）", "date; where the day is unknown, 2018-07-XX (ISO 8601-2)", lambda row: table_date(row.date)),
        closed(text("kind", "类别：law法律、regulation行政法规、rules规章、decision决定、opinion意见、plan规划和方案、outline纲要、notice通知、measures办法、standard标准", "kind: law, regulation, rules, decision, opinion, plan, outline, notice, measures or standard", lambda row: row.kind), DocumentKind),
        optional("policy", "为本馆政策文件的，其编号", "policy id, where it is a policy of the archive", lambda row: row.policy),
        optional("implements", "所落实的上级文件编号，以|分隔", "ids of the documents that it carries out, separated by |", lambda row: joined(row.implements)),
        closed(text("certainty", "著录可信度：certain确定、probable很可能、conjectural推测", "certainty of the particulars: certain, probable or conjectural", lambda row: row.certainty), Certainty),
        text("url", *ADDRESS, lambda row: page_address(f"documents/#{row.id}")),
    ),
    all_documents,
    key=("document",),
    references=(IN_POLICY,),
)  # fmt: skip


def all_topics(lookup: Lookup) -> Iterable[Topic]:
    """Return every topic of the glossary."""
    return lookup.archive.glossary.topics.values()


TOPIC_LIST: Dataset[Topic] = Dataset(
    "topic_list",
    Bilingual("专题名录", "List of topics"),
    (
        text("topic", "专题编号", "topic id", lambda row: row.id),
        text("name_zh", "专题", "topic in Chinese", lambda row: row.name.zh),
        text("name_en", "专题（英文）", "topic in English", lambda row: row.name.en),
        text("description_zh", "说明", "what it is about, in Chinese", lambda row: row.description.zh),
        text("description_en", "说明（英文）", "the same in English", lambda row: row.description.en),
        text("url", *ADDRESS, lambda row: page_address(f"topics/{row.id}/")),
    ),
    all_topics,
    key=("topic",),
)  # fmt: skip
