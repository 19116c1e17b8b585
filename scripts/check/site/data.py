"""The published data of a site: whole, well-formed, as the package describes them, and with the corpus's own texts."""

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from scripts.check.site.pages import Site
from scripts.model.policy import Metadata, Policy
from scripts.problems import Problem

PACKAGE = "data/datapackage.json"
FOLDER = "data/"
REMEDY = "build docs/ and site/ again"
PICTURE, PICTURE_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


def check_forms(site: Site) -> Iterator[Problem]:
    """Every file is whole, and what its name says it is."""
    for path in site.files:
        read = READERS.get(path.rpartition(".")[2])
        if read:
            try:
                read((site.folder / path).read_bytes())
            except (ValueError, OSError, etree.LxmlError, zipfile.BadZipFile, sqlite3.Error, csv.Error) as error:
                yield Problem(f"site/{path}", 0, "form", f"is not whole ({error}); {REMEDY}")


def read_json(data: bytes) -> Any:
    """Return what a file of JSON holds; ValueError where it is none."""
    return json.loads(data.decode("utf-8"), object_pairs_hook=without_doubles)


def without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; ValueError where a key stands twice in it."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def read_lines(data: bytes) -> None:
    """Read a file of JSON lines; ValueError where it is none."""
    if not data.endswith(b"\n"):
        raise ValueError("its last line does not end")
    for line in data.splitlines():
        read_json(line)


def read_table(data: bytes) -> list[list[str]]:
    """Return the rows of a table; ValueError where one has more or fewer cells than the first."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValueError(f"row {number} has {len(row)} cells, the first {len(rows[0])}")
    return rows


def read_xml(data: bytes) -> None:
    """Read a file of XML; an error of lxml where it is none."""
    etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def read_zip(data: bytes) -> None:
    """Read a zip, and whatever stands in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        bad = archive.testzip()
        if bad:
            raise ValueError(f"{bad} in it is damaged")


def read_database(data: bytes) -> None:
    """Read a database; ValueError where it is not whole."""
    with sqlite3.connect(":memory:") as database:
        database.deserialize(data)
        said = database.execute("pragma integrity_check").fetchone()[0]
    database.close()
    if said != "ok":
        raise ValueError(said.partition("\n")[0])


def read_picture(data: bytes) -> None:
    """Read the beginning and the end of a picture."""
    if not data.startswith(PICTURE) or not data.endswith(PICTURE_END):
        raise ValueError("it does not begin or end as a picture in PNG does")


def read_print(data: bytes) -> None:
    """Read the beginning and the end of a PDF."""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        raise ValueError("it does not begin or end as a PDF does")


READERS: dict[str, Callable[[bytes], Any]] = {
    **dict.fromkeys(("json", "csl", "jsonld"), read_json),
    **dict.fromkeys(("jsonl", "ndjson"), read_lines),
    **dict.fromkeys(("xml", "tmx", "tbx", "svg"), read_xml),
    **dict.fromkeys(("zip", "epub", "xlsx"), read_zip),
    "csv": read_table,
    "sqlite": read_database,
    "png": read_picture,
    "pdf": read_print,
}
"""Who reads the files whose names end so."""


def check_package(site: Site) -> Iterator[Problem]:
    """What describes the data has of each file its size and its fingerprint."""
    try:
        resources = read_json(site.text(PACKAGE).encode())["resources"] if PACKAGE in site.files else []
        rows = [(str(row["path"]), row.get("bytes"), row.get("hash")) for row in resources]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        yield Problem(f"site/{PACKAGE}", 0, "package", f"describes no data ({error!r}); {REMEDY}")
        return
    for name, size, print_ in rows:
        if FOLDER + name not in site.files:
            yield Problem(f"site/{PACKAGE}", 0, "package", f"names data/{name}, which is not there; {REMEDY}")
            continue
        data = (site.folder / FOLDER / name).read_bytes()
        own = f"sha256:{hashlib.sha256(data).hexdigest()}"
        if (print_ is not None and print_ != own) or (size is not None and size != len(data)):
            message = f"has {len(data)} bytes and {own}; {PACKAGE} says {size} and {print_}; {REMEDY}"
            yield Problem(f"site/{FOLDER}{name}", 0, "package", message)


def check_policies(site: Site) -> Iterator[Problem]:
    """Each policy's source and text are published as the corpus has them, with each of its figures."""
    for policy in site.archive.policies if site.archive else ():
        if policy.metadata:
            yield from check_source(site, policy.metadata)
            yield from check_text(site, policy, policy.metadata.id)
    if site.archive:
        yield from check_figures(site)


def check_source(site: Site, metadata: Metadata) -> Iterator[Problem]:
    """The source is published as it was received."""
    path = f"{FOLDER}policies/{metadata.id}/source.txt"
    data = (site.folder / path).read_bytes() if path in site.files else b""
    if hashlib.sha256(data).hexdigest() != metadata.sha256:
        yield Problem(f"site/{path}", 0, "source", f"is not the file as it was received; {REMEDY}")


def check_text(site: Site, policy: Policy, policy_id: str) -> Iterator[Problem]:
    """The data of a policy hold its text and the name of its source."""
    path = f"{FOLDER}policies/{policy_id}.json"
    try:
        data = read_json((site.folder / path).read_bytes())
        found = (data["id"], data["text"], data["source"]["sha256"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield Problem(f"site/{path}", 0, "data", f"is not the data of a policy ({error!r}); {REMEDY}")
        return
    expected = (policy_id, policy.text, policy.metadata.sha256 if policy.metadata else "")
    if found != expected:
        yield Problem(f"site/{path}", 0, "data", f"has another id, text or sha256 than the corpus; {REMEDY}")


def check_figures(site: Site) -> Iterator[Problem]:
    """The table of figures has each figure that was found, with its value, its unit and its words."""
    path = f"{FOLDER}targets.csv"
    try:
        head, *rows = read_table((site.folder / path).read_bytes())
        found = [dict(zip(head, row, strict=True)) for row in rows]
        shown = [(row["policy"], row["anchor"], number(row["value"]), row["unit"], row["quote"]) for row in found]
    except (OSError, ValueError, KeyError, csv.Error, InvalidOperation) as error:
        yield Problem(f"site/{path}", 0, "data", f"is not the table of figures ({error!r}); {REMEDY}")
        return
    findings = site.archive.findings.values() if site.archive else ()
    targets = [target for each in findings for target in each.targets]
    expected = [(each.policy, each.anchor, each.value, each.unit or "", each.quote) for each in targets]
    for line, (there, wanted) in enumerate(zip(shown, expected, strict=False), 2):
        if there != wanted:
            yield Problem(f"site/{path}", line, "data", f"has {there}; the corpus gives {wanted}; {REMEDY}")
    if len(shown) != len(expected):
        message = f"has {len(shown)} figures, the corpus {len(expected)}; {REMEDY}"
        yield Problem(f"site/{path}", 0, "data", message)


def number(words: str) -> Decimal | None:
    """Return the value of a cell; None for an empty one."""
    return Decimal(words) if words else None
