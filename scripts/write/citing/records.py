"""A policy, or the archive → a record for reference managers: RIS, BibTeX, CSL-JSON, with the holes of `forms.py`.

What they make of each field was read in their importers: a number goes into `SN` of a report in RIS, BibTeX keeps
bodies whole in double braces, CSL-JSON has bodies as `literal` and dates nested.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from scripts.model.policy import Metadata
from scripts.write.citing.forms import HOLE_PATTERN, fill, later_edition

ARCHIVE = "质量政策档案 Quality Policy Archive"


def ris(metadata: Metadata) -> str:
    """Return a record in RIS: a report, whose number and bodies arrive whole."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in ris_fields(metadata)) + "ER  - \r\n"


def ris_fields(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record; a body has a comma at its end, which keeps it from being split."""
    yield "TY", "RPRT"
    yield "TI", metadata.title.zh
    yield "TT", metadata.title.en
    yield from (("AU", f"{issuer.zh},") for issuer in metadata.issuers)
    if metadata.number:
        yield "SN", metadata.number
    year, *rest = metadata.date.value.split("-")
    yield "PY", year
    yield "DA", "/".join([year, *rest, *[""] * (3 - len(rest))])
    yield "LA", "zh-CN"
    if edition := later_edition(metadata):
        yield "ET", str(edition)
    yield "SE", "{place}"
    yield "DB", ARCHIVE
    yield "UR", "{address}"
    yield "Y2", "{accessed}"


def bibtex(metadata: Metadata) -> str:
    """Return an entry in BibTeX."""
    fields = [
        ("title", f"{{{escape(metadata.title.zh)}}}"),
        ("author", " and ".join(f"{{{escape(issuer.zh)}}}" for issuer in metadata.issuers)),
        ("institution", f"{{{'、'.join(escape(issuer.zh) for issuer in metadata.issuers)}}}"),
        *([("number", escape(metadata.number))] if metadata.number else []),
        ("type", "Policy document"),
        ("date", metadata.date.value),
        ("year", metadata.date.value[:4]),
        ("langid", "chinese"),
        *([("version", str(edition))] if (edition := later_edition(metadata)) else []),
        ("note", "{place}"),
        ("url", "{address}"),
        ("urldate", "{accessed}"),
    ]
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@techreport{{{metadata.id},\n{lines}}}\n"


def escape(text: str) -> str:
    r"""Return a text whose signs mean nothing to BibTeX.

    >>> escape("A&B 5% {x}")
    'A\\&B 5\\% \\{x\\}'
    """
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


def csl_json(metadata: Metadata) -> str:
    """Return an item of CSL-JSON, a field a line."""
    parts = [int(part) for part in metadata.date.value.split("-")]
    fields = {
        "id": quote(metadata.id),
        "type": quote("regulation"),
        "title": quote(metadata.title.zh),
        "author": json.dumps([{"literal": issuer.zh} for issuer in metadata.issuers], ensure_ascii=False),
        "issued": json.dumps({"date-parts": [parts]}),
        **({"number": quote(metadata.number)} if metadata.number else {}),
        **({"version": quote(str(edition))} if (edition := later_edition(metadata)) else {}),
        "section": '"{place}"',
        "accessed": '{"date-parts": [[{parts}]]}',
        "URL": '"{address}"',
        "archive": quote(ARCHIVE),
        "language": quote("zh-CN"),
    }
    return "[{\n" + ",\n".join(f' "{name}": {value}' for name, value in fields.items()) + "\n}]\n"


def quote(text: str) -> str:
    """Return a text as JSON."""
    return json.dumps(text, ensure_ascii=False)


def fill_record(template: str, values: Mapping[str, str]) -> str:
    r"""Return a record with its holes filled, and without the lines for which there is nothing.

    >>> fill_record("SE  - {place}\nUR  - {address}\n", {"address": "https://x/"})
    'UR  - https://x/\n'
    """
    lines = []
    for line in template.splitlines(keepends=True):
        holes = [match[2] for match in HOLE_PATTERN.finditer(line)]
        if not holes or any(values.get(name) for name in holes):
            lines.append(fill(line, values))
    return "".join(lines)


def archive_ris() -> str:
    """Return a record of the archive itself: a web page, for it has neither number nor day."""
    fields = (("TY", "ELEC"), ("TI", ARCHIVE), ("LA", "zh-CN"), ("UR", "{address}"), ("Y2", "{accessed}"))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields) + "ER  - \r\n"


def archive_bibtex() -> str:
    """Return an entry for the archive itself."""
    return (
        "@online{quality-policy-archive,\n"
        f"  title = {{{{{ARCHIVE}}}}},\n  url = {{{{address}}}},\n  urldate = {{{{accessed}}}},\n}}\n"
    )


def archive_csl_json() -> str:
    """Return an item of CSL-JSON for the archive itself."""
    fields = {
        "id": quote("quality-policy-archive"),
        "type": quote("webpage"),
        "title": quote(ARCHIVE),
        "accessed": '{"date-parts": [[{parts}]]}',
        "URL": '"{address}"',
        "language": quote("zh-CN"),
    }
    return "[{\n" + ",\n".join(f' "{name}": {value}' for name, value in fields.items()) + "\n}]\n"


RECORDS: tuple[tuple[str, str, Callable[[Metadata], str]], ...] = (
    ("RIS", "ris", ris),
    ("BibTeX", "bib", bibtex),
    ("CSL-JSON", "csl.json", csl_json),
)
"""What each record is called, how the name of its file ends, and who writes it."""
ARCHIVE_RECORDS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("ris", archive_ris),
    ("bib", archive_bibtex),
    ("csl.json", archive_csl_json),
)
"""How the name of each file of the archive's own record ends, and who writes it."""
