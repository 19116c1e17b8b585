"""The policies with and without number and day, and with one to five issuers: what a reference has to cope with."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from scripts.model.policy import Bilingual, Metadata, PolicyDate
from scripts.model.vocabulary import Language
from scripts.write.words.addresses import policy_address
from scripts.write.words.strings import pick

ACCESSED = "2026-11-29"
NUMBERS = {"number": "示例发〔2018〕24号", "no-number": None}
DATES = {"day": "2018-07-09", "month": "2018-07", "year": "2018"}
ISSUERS = tuple(
    Bilingual(*names)
    for names in (
        ("示例市人民政府", "Shili Municipal People's Government"),
        ("示例市财政局", "Shili Finance Bureau"),
        ("示例市教育局", "Shili Education Bureau"),
        ("示例市统计局", "Shili Statistics Bureau"),
        ("示例市商务局", "Shili Commerce Bureau"),
    )
)


def vary(policies: Sequence[Metadata]) -> Iterator[tuple[str, Metadata]]:
    """Yield each policy as it is, then with every sort of number and date, and one with more and more issuers."""
    for metadata in policies:
        yield metadata.id, metadata
        for number, own in NUMBERS.items():
            for date, value in DATES.items():
                varied = replace(metadata, number=own, date=PolicyDate(value, None))
                yield f"{metadata.id}, {number}, {date}", varied
    for count in range(1, len(ISSUERS) + 1):
        yield f"issuers, {count}", replace(policies[0], issuers=ISSUERS[:count])


def csl_item(metadata: Metadata, language: Language, kind: str) -> dict[str, Any]:
    """Return what a reference manager hands to citeproc for a policy: an item of CSL-JSON."""
    item: dict[str, Any] = {
        "id": metadata.id,
        "type": kind,
        "language": {Language.ZH: "zh-CN", Language.EN: "en-US"}[language],
        "title": pick(metadata.title, language),
        "author": [{"literal": pick(issuer, language)} for issuer in metadata.issuers],
        "issued": {"date-parts": [[int(part) for part in metadata.date.value.split("-")]]},
        "accessed": {"date-parts": [[int(part) for part in ACCESSED.split("-")]]},
        "URL": policy_address(metadata.id, language),
    }
    if metadata.number:
        item["number"] = metadata.number
    return item
