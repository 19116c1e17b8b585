"""The policies with and without number and day, and with one to five issuers: what a reference has to cope with."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from scripts.model.bilingual import Bilingual
from scripts.model.editions import Edition
from scripts.model.policy import Metadata, PolicyDate
from scripts.model.vocabulary import EditionKind, Language
from scripts.write.words.addresses import policy_address
from scripts.write.words.strings import pick

ACCESSED = "2026-11-29"
NUMBERS = {"number": "示例发〔2018〕24号", "no-number": None}
DATES = {"day": "2018-07-09", "month": "2018-07", "year": "2018"}
EDITION_VALUES = {"version": "{}", "edition": "{}版"}
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
    """Yield each policy, then with every sort of number and date, and one with more issuers and later editions.

    But for these all are of a first edition, so that a new edition of a policy changes no reference here.
    """
    policies = [replace(metadata, editions=()) for metadata in policies]
    for metadata in policies:
        yield metadata.id, metadata
        for number, own in NUMBERS.items():
            for date, value in DATES.items():
                varied = replace(metadata, number=own, date=PolicyDate(value, None))
                yield f"{metadata.id}, {number}, {date}", varied
    for count in range(1, len(ISSUERS) + 1):
        yield f"issuers, {count}", replace(policies[0], issuers=ISSUERS[:count])
    for count in (1, 2, 12):
        words = Bilingual("示例", "Sample")
        editions = [Edition(n, "2026-11-29", EditionKind.CORRECTED, words, words) for n in range(1, count + 1)]
        yield f"edition, {count}", replace(policies[0], editions=tuple(editions))


def csl_item(metadata: Metadata, language: Language, kind: str, edition: str = "") -> dict[str, Any]:
    """Return what a reference manager hands to citeproc for a policy: an item of CSL-JSON.

    `edition` names the field from which the style takes the edition of a text; without it the item says none.
    """
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
    number = metadata.editions[-1].number if metadata.editions else 1
    if edition and number > 1:
        item[edition] = EDITION_VALUES[edition].format(number)
    return item
