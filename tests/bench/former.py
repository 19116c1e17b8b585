"""A corpus as people write it now → the same as a former state of the project reads it."""

from pathlib import Path

from tests.bench.origins import Row, dump, load

TOLD_BY_THE_POLICY = ("title", "number", "issuers", "date")
"""Fields of a document that a policy of the archive takes from its own `policy.yml`, and that stood twice before."""


def has_whole_documents(corpus: Path) -> bool:
    """Whether the entries of `documents.yml` for policies of the archive say themselves what those are."""
    return all("title" in row for row in load(corpus / "glossary/documents.yml"))


def complete_documents(corpus: Path) -> None:
    """Write into `documents.yml` what each policy's own file says of it."""
    path = corpus / "glossary/documents.yml"
    rows = [row if "title" in row else complete(row, corpus) for row in load(path)]
    dump(path, rows)


def complete(row: Row, corpus: Path) -> Row:
    """Return the entry of a policy of the archive with all that a document has."""
    metadata = load(corpus / "policies" / row["policy"] / "policy.yml")
    told = {field: metadata[field] for field in TOLD_BY_THE_POLICY if metadata.get(field)}
    return {"id": row["policy"], **told, "url": metadata["source"]["url"], "forms": [], **row}
