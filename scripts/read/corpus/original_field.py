"""`source.original` of `policy.yml`: the file as received, where the text was extracted from it → what is on record.

The file stands beside `source.txt` under the name of its kind: `source.docx`.
"""

from scripts.model.policy import Original
from scripts.model.vocabulary import Format, Leaving
from scripts.read.corpus.record import Record

SHA256_PATTERN, SHA256_HINT = "[0-9a-f]{64}", "a sha256: 64 hexadecimal digits"
COUNT_PATTERN, COUNT_HINT = "[1-9][0-9]{0,6}", "how many there are, from 1"
# docx 1; pdf 1, pypdfium2 5.15.2, pdfium 7920
PROGRAM_PATTERN, PROGRAM_HINT = r"[a-z]+ [1-9][0-9]*(?:, [\w .+@-]{1,60}){0,4}", "as `new` wrote it, such as docx 1"
ORIGINAL_FILES = tuple(kind.file for kind in Format if kind is not Format.TEXT)
"""The names that a file as received may have beside source.txt."""


def read_original(source: Record) -> Original | None:
    """Return what is on record of the file from which a text was extracted; None where the text was received."""
    record = source.optional_record("original")
    if record is None:
        return None
    kind = record.choice("format", Format)
    if kind is Format.TEXT:
        record.report("format", "field", "`format` is 'text', from which nothing is extracted; drop `original`")
    original = Original(
        format=kind,
        sha256=record.text("sha256", SHA256_PATTERN, SHA256_HINT),
        size=0,
        program=record.text("program", PROGRAM_PATTERN, PROGRAM_HINT),
        left_out=read_left_out(record),
    )
    record.close()
    return original


def read_left_out(record: Record) -> tuple[tuple[Leaving, int], ...]:
    """Return how many of what else the file holds were left out, by kind."""
    counts = record.optional_record("left_out")
    if counts is None:
        return ()
    found = [(kind, counts.optional_text(kind, COUNT_PATTERN, COUNT_HINT)) for kind in sorted(Leaving)]
    counts.close()
    return tuple((kind, int(count)) for kind, count in found if count)
