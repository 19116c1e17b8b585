"""What policy.yml and the glossary say of documents, against the text itself and against each other."""

import re
from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Metadata, Place, Policy
from scripts.model.vocabulary import BlockKind, DocumentKind, Level
from scripts.problems import Problem
from scripts.text.numerals import format_numeral

DOCUMENTS = "corpus/glossary/documents.yml"
SPACE_PATTERN = re.compile(r"\s+")
YEAR_PATTERN = re.compile(r"〔(\d{4})〕|[—-](\d{4})$")
ENDINGS = {
    DocumentKind.LAW: "法",
    DocumentKind.REGULATION: "条例|规定",
    DocumentKind.RULES: "规定|办法|规则",
    DocumentKind.DECISION: "决定",
    DocumentKind.OPINION: "意见",
    DocumentKind.PLAN: "方案|规划|计划|要点|预案|2025",
    DocumentKind.OUTLINE: "纲要",
    DocumentKind.NOTICE: "通知",
    DocumentKind.MEASURES: "措施|办法|条|若干政策",
}
"""With what the title of a document ends, by its kind."""
NAMES_OF_LEVELS = "[省市区县]$"
LOCAL_PATTERN = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:省|市(?!场)|自治[区州]|[区县])")
"""With what the name of a body of a lower level begins. 浙江省人民政府; not 国家市场监督管理总局, 国务院."""


def check_described(policy: Policy, path: str) -> Iterator[Problem]:
    """What policy.yml says of a policy is what its text prints, where that prints it."""
    if policy.metadata:
        for message in described_faults(policy, policy.metadata):
            yield Problem(path, 0, "described", message)


def described_faults(policy: Policy, known: Metadata) -> Iterator[str]:
    """Yield what is not as printed: title, number, date, issuers, place, year."""
    printed: dict[BlockKind, list[str]] = {}
    for block in policy.blocks():
        printed.setdefault(block.kind, []).append(squeeze(policy.text[block.start : block.end]))
    titles, numbers = printed.get(BlockKind.TITLE, []), printed.get(BlockKind.NUMBER, [])
    signed, dates = printed.get(BlockKind.SIGNATURE, []), printed.get(BlockKind.DATE, []) + numbers
    if titles and squeeze(known.title.zh) not in "".join(titles):
        yield f"the title {known.title.zh!r} is not the one printed, {titles[-1]!r}; write it as printed"
    if numbers and known.number and known.number not in numbers[0]:
        yield f"the number {known.number} is not the one printed, {numbers[0]!r}; write it as printed"
    if signed and not any(issuer.zh in "".join(signed) for issuer in known.issuers):
        yield f"no issuer is the one who signs, {signed[0]!r}; name it as printed"
    if dates and not any(writing in date for date in dates for writing in writings(known.date.value)):
        yield f"the date {known.date.value} is not the one printed, {dates[0]!r}; write it as printed"
    year = known.date.value[:4]
    if known.id[-4:].isdigit() and known.id[-4:] != year:
        yield f"the date is of {year}, the id of {known.id[-4:]}; mend the date"
    if (
        known.number
        and (match := YEAR_PATTERN.search(known.number))
        and match[1]
        and int(year) - int(match[1]) not in (0, 1)
    ):
        yield f"the number is of {match[1]}, the date of {year}; mend one of them"
    if not any(is_of(issuer.zh, known.place) for issuer in known.issuers):
        yield f"no issuer is of {known.place.name.zh}; mend the issuers, the place, or its name in places.yml"


def is_of(issuer: str, place: Place) -> bool:
    """Whether a body is of a place by its name; those of the state (国务院, 最高人民法院) rarely bear the state's."""
    is_of_state = place.level is Level.STATE and not LOCAL_PATTERN.match(issuer)
    return is_of_state or re.sub(NAMES_OF_LEVELS, "", place.name.zh) in issuer


def squeeze(text: str) -> str:
    """Return a text without blanks."""
    return SPACE_PATTERN.sub("", text)


def writings(date: str) -> tuple[str, ...]:
    """Return how a date may be printed.

    >>> writings("2023-04-17")
    ('2023年4月17日', '二〇二三年四月')
    """
    year, *rest = date.split("-")
    numbers = [int(part) for part in rest]
    plain = f"{year}年" + "".join(f"{number}{unit}" for number, unit in zip(numbers, "月日", strict=False))
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in year)
    return plain, f"{digits}年" + (f"{format_numeral(numbers[0])}月" if numbers else "")


def check_document_entries(archive: Archive) -> Iterator[Problem]:
    """A document's kind is what its title ends with, its date of the year of its number."""
    for document in archive.glossary.documents.values():
        if document.policy:
            continue
        ending = ENDINGS.get(document.kind)
        title = re.sub("（.*）$", "", document.title.zh)
        if ending and not re.search(f"(?:{ending})$", title):
            message = f"{document.id} is no {document.kind.value} by its title {title!r}; mend `kind`"
            yield Problem(DOCUMENTS, 0, "document", message)
        match = YEAR_PATTERN.search(document.number or "")
        if match and document.date:
            year = int(match[1] or match[2])
            if int(document.date[:4]) - year not in (0, 1):
                message = f"{document.id} has a number of {year} and the date {document.date}; mend one of them"
                yield Problem(DOCUMENTS, 0, "document", message)
        printed = [form for form in document.forms if "〔" in form]
        if printed and document.number and not any(document.number in form for form in printed):
            message = f"{document.id} has the number {document.number}, printed is {printed[0]}; mend one of them"
            yield Problem(DOCUMENTS, 0, "document", message)
        for body in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", title):
            if body not in document.title.en:
                message = f"{document.id}: the year {body} of its title is not in the English; put it in"
                yield Problem(DOCUMENTS, 0, "document", message)
