"""Of what type a host says that a file is, by how its name ends; all that is text here is UTF-8, but for a source."""

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "jsonl": "application/jsonl",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv",
    "txt": "text/plain",
    "md": "text/markdown",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "tmx": "application/x-tmx+xml",
    "tbx": "application/x-tbx+xml",
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex",
    "svg": "image/svg+xml",
    "png": "image/png",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gz": "application/gzip",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "parquet": "application/vnd.apache.parquet",
}
"""Every ending of a file of the site, and its type."""
DOUBLE = {"akn.xml": "application/akn+xml"}
"""Endings of two parts, which stand before those of one."""
BINARY = {"png", "epub", "pdf", "docx", "gz", "zip", "xlsx", "sqlite", "parquet"}
"""The endings of files that are no text, and are packed already."""
UNUSUAL = ("jsonl", "ndjson", "md", "atom", "tmx", "tbx", "ris", "bib", "epub", "sqlite", "parquet", *DOUBLE)
"""The endings of which hosts say no type by themselves, or each another."""
LINKSETS, LINKSET = "/id/*/linkset.json", "application/linkset+json"
"""What programs are told of a policy's files, and its type (RFC 9264)."""
SOURCES = "/data/policies/*/source.txt"
"""Texts as they were received, in whatever encoding that was."""
CHARSET = "charset=utf-8"


def type_of(ending: str) -> str:
    """Return the type of a file in full.

    >>> type_of("md")
    'text/markdown; charset=utf-8'
    """
    name = DOUBLE.get(ending) or TYPES[ending]
    return name if ending in BINARY else f"{name}; {CHARSET}"


def text_types() -> list[str]:
    """Return the types of all texts, each once, in order."""
    return sorted({name for ending, name in {**TYPES, **DOUBLE}.items() if ending not in BINARY})
