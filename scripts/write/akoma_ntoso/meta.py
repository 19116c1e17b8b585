"""A policy → what its file is, in the steps of FRBR: the work, the expression of it, the manifestation of that."""

from collections.abc import Iterator, Sequence

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.write.akoma_ntoso import addresses
from scripts.write.akoma_ntoso.dates import edition_dates, work_dates
from scripts.write.akoma_ntoso.references import References
from scripts.write.akoma_ntoso.xml import element, lines
from scripts.write.words.addresses import permanent_address
from scripts.write.words.strings import pick

MEDIA_TYPE = "application/akn+xml"


def value(tag: str, words: str, **others: str) -> str:
    """Return an element that holds a value."""
    return element(tag, "", {"value": words} | others)


def identification(metadata: Metadata, languages: Sequence[Language], references: References) -> str:
    """Return what a file is, in the three steps of FRBR."""
    parts = (work(metadata, references), expression(metadata, languages, references))
    return element(
        "identification",
        lines([*parts, manifestation(metadata, languages, references)]),
        {"source": references.archive()},
    )


def work(metadata: Metadata, references: References) -> str:
    """Return what is said of a policy, whatever its language."""
    address = addresses.work_address(metadata.id)
    rows = [
        value("FRBRthis", f"{address}/{addresses.MAIN}"),
        value("FRBRuri", address),
        value("FRBRalias", metadata.title.zh, name="title"),
        value("FRBRalias", permanent_address(metadata.id), name="permanent-address"),
    ]
    if metadata.number:
        rows.append(value("FRBRalias", metadata.number, name="document-number"))
    rows += work_dates(metadata)
    author = references.role("author")
    rows += (
        element("FRBRauthor", "", {"href": references.issuer(index), "as": author})
        for index in range(len(metadata.issuers))
    )
    rows += (
        value("FRBRcountry", addresses.COUNTRY),
        value("FRBRsubtype", addresses.SUBTYPE),
        value("FRBRname", metadata.id),
    )
    return element("FRBRWork", lines(rows))


def expression(metadata: Metadata, languages: Sequence[Language], references: References) -> str:
    """Return what is said of the text in these languages: our edition of it, or our translation."""
    address = addresses.expression_address(metadata, languages)
    is_translation = languages[-1] is not ORIGINAL
    rows = [value("FRBRthis", f"{address}/{addresses.MAIN}"), value("FRBRuri", address)]
    rows += (value("FRBRalias", pick(metadata.title, language), name="title") for language in languages)
    rows += edition_dates(metadata)
    rows += authors(references, is_translation=is_translation)
    if metadata.editions:
        rows.append(value("FRBRversionNumber", str(metadata.editions[-1].number)))
    rows.append(value("FRBRauthoritative", "false"))
    rows += (element("FRBRlanguage", "", {"language": LANGUAGES[language].code}) for language in languages)
    if is_translation:
        original = addresses.expression_address(metadata, (ORIGINAL,))
        values = {"href": original, "fromLanguage": LANGUAGES[ORIGINAL].code, "authoritative": "false"}
        rows.append(element("FRBRtranslation", "", values | {"by": references.archive()}))
    return element("FRBRExpression", lines(rows))


def authors(references: References, *, is_translation: bool) -> Iterator[str]:
    """Yield who made an expression: the archive, which edits the text, and translates it."""
    for role in ("editor", *(["translator"] if is_translation else [])):
        yield element("FRBRauthor", "", {"href": references.archive(), "as": references.role(role)})


def manifestation(metadata: Metadata, languages: Sequence[Language], references: References) -> str:
    """Return what is said of the file."""
    address = addresses.expression_address(metadata, languages)
    rows = [
        value("FRBRthis", f"{address}/{addresses.MAIN}.xml"),
        value("FRBRuri", f"{address}.xml"),
        *edition_dates(metadata),
        element("FRBRauthor", "", {"href": references.archive(), "as": references.role("editor")}),
        value("FRBRformat", MEDIA_TYPE),
    ]
    return element("FRBRManifestation", lines(rows))
