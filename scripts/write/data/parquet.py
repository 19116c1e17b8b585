"""A table → Parquet, typed, with what every column means; the same bytes from run to run of one version of pyarrow."""

import io
import json
from decimal import Decimal
from typing import Any

from scripts.model.lookup import Lookup
from scripts.model.release import LICENCE, Release
from scripts.problems import CorpusError
from scripts.write.data.tables.columns import Column, Dataset, Value

TYPES = {"string": "string", "integer": "int64", "number": "float64"}
REMEDY = "type: .venv/bin/python -m pip install --require-hashes -r requirements-data.txt"


def render_parquet(dataset: Dataset[Any], lookup: Lookup, release: Release) -> bytes:
    """Return a table; CorpusError where pyarrow is not there."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - only those who export Parquet install it
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise CorpusError("--parquet", f"pyarrow cannot be used ({error}); {REMEDY}", 0, "export") from error
    schema = pa.schema([make_field(pa, column) for column in dataset.columns], metadata=describe(dataset, release))
    rows = [tuple(map(plain, row)) for row in dataset.rows(lookup)]
    columns = [list(values) for values in zip(*rows, strict=True)] or [[] for _ in dataset.columns]
    stream = io.BytesIO()
    parquet.write_table(pa.table(columns, schema=schema), stream, compression="zstd")
    return stream.getvalue()


def make_field(pa: Any, column: Column[Any]) -> Any:
    """Return a column's name, type and meaning as `pa`, which is pyarrow, has them."""
    meaning = {"title_zh": column.meaning.zh, "title_en": column.meaning.en}
    return pa.field(column.name, TYPES[column.type], nullable=not column.is_required, metadata=meaning)


def describe(dataset: Dataset[Any], release: Release) -> dict[str, str]:
    """Return what the file says of itself."""
    return {
        "title": f"{dataset.title.en} {dataset.title.zh}",
        "version": release.version,
        **({"date": release.date} if release.date else {}),
        "licence": LICENCE,
        "key": json.dumps(dataset.key),
    }


def plain(value: Value) -> str | int | float | None:
    """Return a value as Parquet keeps it."""
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, str) else value
