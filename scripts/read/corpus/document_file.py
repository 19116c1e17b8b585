"""An entry of `documents.yml` → a document; what a policy of the archive is, its own `policy.yml` alone says."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from scripts.model.glossary import Document
from scripts.model.policy import Bilingual, Metadata
from scripts.model.vocabulary import Certainty, DocumentKind
from scripts.problems import Problem
from scripts.read.corpus.record import Record
from scripts.text.readings import simplified

OWN_FIELDS = ("id", "title", "number", "issuers", "date", "date_note", "url", "certainty")
"""What stands in the policy.yml of a policy and nowhere else."""
KIND_ENDINGS = (
    ("意见", DocumentKind.OPINION),
    ("方案", DocumentKind.PLAN),
    ("规划", DocumentKind.PLAN),
    ("计划", DocumentKind.PLAN),
    ("纲要", DocumentKind.OUTLINE),
    ("决定", DocumentKind.DECISION),
    ("措施", DocumentKind.MEASURES),
    ("通知", DocumentKind.NOTICE),
    ("预案", DocumentKind.PLAN),
    ("办法", DocumentKind.MEASURES),
    ("标准", DocumentKind.STANDARD),
    ("法", DocumentKind.LAW),
)
"""What the end of a title says of the kind: 质量提升行动的实施意见 is an opinion; 规定 and 条例 leave it open."""
UNKNOWN = DocumentKind.NOTICE
"""For what a policy counts of which nobody has said it yet."""

Described = Mapping[str, Metadata | None]
"""Each policy's id with what its `policy.yml` says; None where that could not be read."""


class Particulars(TypedDict):
    """What a document is, wherever that is said."""

    id: str
    title: Bilingual
    number: str | None
    issuers: tuple[Bilingual, ...]
    date: str | None
    date_note: Bilingual | None
    url: str | None
    certainty: Certainty


def read_document(record: Record, described: Described) -> Document:
    """Return a cited document, or the policy of the archive that the entry refers to."""
    policy_id = record.optional_text("policy")
    return Document(
        **(read_particulars(record) if policy_id is None else own_particulars(record, policy_id, described)),
        kind=record.choice("kind", DocumentKind),
        forms=record.texts("forms"),
        policy=policy_id,
        self_forms=record.texts("self_forms"),
        implements=record.texts("implements"),
    )


def read_particulars(record: Record) -> Particulars:
    """Return what the entry says of a document that is no policy of the archive."""
    return Particulars(
        id=record.slug(),
        title=record.bilingual("title", is_name=True),
        number=record.optional_text("number"),
        issuers=record.names("issuers", required=False),
        date=record.date("date", required=False),
        date_note=None,
        url=record.url("url", required=False),
        certainty=record.optional_choice("certainty", Certainty, Certainty.CERTAIN),
    )


def own_particulars(record: Record, policy_id: str, described: Described) -> Particulars:
    """Return what the policy's own file says; report whatever of that the entry says too."""
    file = f"corpus/policies/{policy_id}/policy.yml"
    if policy_id not in described:
        record.report("policy", "document", f"{policy_id!r} is no policy of the corpus; name one that is, or drop this")
    for field in OWN_FIELDS:
        record.asked.append(field)
        if field in record.value:
            record.report(field, "document", f"`{field}` of {policy_id} is given by {file} alone; drop it here")
    return particulars_of(policy_id, described.get(policy_id))


def particulars_of(policy_id: str, metadata: Metadata | None) -> Particulars:
    """Return a policy as a document; one that could not be described has its id alone."""
    return Particulars(
        id=policy_id,
        title=metadata.title if metadata else Bilingual("", ""),
        number=metadata.number if metadata else None,
        issuers=metadata.issuers if metadata else (),
        date=metadata.date.value if metadata else None,
        date_note=metadata.date.note if metadata else None,
        url=metadata.url if metadata else None,
        certainty=metadata.certainty if metadata else Certainty.CONJECTURAL,
    )


def unlisted_policies(documents: Iterable[Document], described: Described) -> Iterator[Document | Problem]:
    """Yield every policy to which no entry refers, as the document that its own file describes."""
    listed = {document.policy for document in documents}
    for policy_id, metadata in described.items():
        if metadata and policy_id not in listed:
            kind = metadata.kind or kind_of(metadata.title.zh)
            yield Document(**particulars_of(policy_id, metadata), kind=kind or UNKNOWN, policy=policy_id)
            if kind is None:
                message = f"the title does not say of what kind it is; add `kind`, one of: {', '.join(DocumentKind)}"
                yield Problem(f"corpus/policies/{policy_id}/policy.yml", 0, "document", message)


def kind_of(title: str) -> DocumentKind | None:
    """Return of what kind a document is, as far as its title says so."""
    plain = simplified(title)
    return next((kind for ending, kind in KIND_ENDINGS if plain.endswith(ending)), None)
