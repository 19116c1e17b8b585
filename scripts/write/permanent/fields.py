"""What `id.json` has, field by field: the table that its JSON schema and its description for readers are made from."""

from dataclasses import dataclass
from typing import Any

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.write.data.json_text import dump
from scripts.write.words.addresses import site_root

SCHEMA = "id/schema.json"
"""Where the schema stands below the site's root."""
TEXT, COUNT, ADDRESS = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "string", "format": "uri"}
ANCHOR = {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}
SWHID = {"type": "string", "pattern": "^swh:1:cnt:[0-9a-f]{40}$"}
PART = {"type": "string", "pattern": "^swh:1:cnt:[0-9a-f]{40};bytes=[0-9]+-[0-9]+$"}


def one_of(*kinds: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what is one of several kinds."""
    return {"anyOf": list(kinds)}


def record(**fields: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with these fields and no others."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


BOTH = record(zh=TEXT, en=TEXT)
NOTHING = {"type": "null"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the file."""

    name: str
    """Behind a point, it stands in each item of the list, or in the object, before the point."""
    schema: dict[str, Any]
    meaning: Bilingual


FIELDS = (
    Field("policy", TEXT, Bilingual("文件的编号", "the id of the policy")),
    Field("id", ADDRESS, Bilingual("不分语言的永久地址", "its permanent address, the same for all languages")),
    Field("title", BOTH, Bilingual("标题，中英文", "its title in both languages")),
    Field("url", ADDRESS, Bilingual("中文页的地址", "the address of the Chinese page")),
    Field("url_en", ADDRESS, Bilingual("英文页的地址", "the address of the English page")),
    Field("source.url", ADDRESS, Bilingual("来源文件在本馆的地址", "where the archive publishes the source file")),
    Field("source.swhid", SWHID, Bilingual("来源文件的SWHID", "the SWHID of the source file")),
    Field("source.sha256", TEXT, Bilingual("来源文件的SHA-256", "its SHA-256")),
    Field("source.bytes", COUNT, Bilingual("来源文件的字节数", "its size in bytes")),
    Field("source.encoding", TEXT, Bilingual("来源文件的编码", "its encoding")),
    Field(
        "places.anchor",
        ANCHOR,
        Bilingual("位置的锚点，即地址中#之后的部分", "the anchor: what follows # in an address"),
    ),
    Field(
        "places.id",
        ADDRESS,
        Bilingual("该处不分语言的永久地址", "the permanent address of the place, the same for all languages"),
    ),
    Field(
        "places.kind",
        {"enum": sorted({*SectionKind, *BlockKind})},
        Bilingual("类别：节或段的类别", "the kind of section or block"),
    ),
    Field(
        "places.name", BOTH, Bilingual("该处的称呼，如二（三）第1段", "what people call it, such as Part 2(3), para. 1")
    ),
    Field(
        "places.title",
        one_of(BOTH, NOTHING),
        Bilingual("标题，不含序号；没有标题的为null", "its heading without the number; null where it has none"),
    ),
    Field("places.url", ADDRESS, Bilingual("该处在中文页上的地址", "its address on the Chinese page")),
    Field("places.url_en", ADDRESS, Bilingual("该处在英文页上的地址", "its address on the English page")),
    Field(
        "places.first_published",
        one_of(record(edition={"type": "integer", "minimum": 1}, date={"type": "string", "format": "date"}), NOTHING),
        Bilingual(
            "首次公布的版次和日期；没有记录的为null",
            "the edition and day of its first publication; null where none is on record",
        ),
    ),
    Field(
        "places.first_byte",
        COUNT,
        Bilingual("该处文字在来源文件中的首字节，从0数起", "the first byte of its words in the source file, from 0"),
    ),
    Field("places.last_byte", COUNT, Bilingual("末字节，含在内", "the last byte, inclusive")),
    Field("places.swhid", PART, Bilingual("这一段字节的SWHID", "the SWHID of these bytes")),
    Field("redirects.anchor", ANCHOR, Bilingual("已移位的旧锚点", "an old anchor, whose place has moved")),
    Field("redirects.id", ADDRESS, Bilingual("旧的永久地址，依然有效", "the old address, which still works")),
    Field("redirects.to", ANCHOR, Bilingual("现在的锚点", "the anchor that stands for it now")),
)
LISTS = ("places", "redirects")
"""The fields that hold a list of objects."""


def render_schema() -> str:
    """Return the JSON schema (draft 2020-12) of the file."""
    properties: dict[str, Any] = {}
    for field in FIELDS:
        outer, _, inner = field.name.rpartition(".")
        described = field.schema | {"title": field.meaning.zh, "description": field.meaning.en}
        if outer:
            properties.setdefault(outer, {})[inner] = described
        else:
            properties[inner] = described
    whole = {name: enclosed(name, properties[name]) for name in properties}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": site_root() + SCHEMA}
    return dump(head | {"title": "id.json"} | record(**whole))


def enclosed(name: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field, of an object from those of its own fields."""
    if name in LISTS:
        return {"type": "array", "items": record(**value)}
    return record(**value) if any(field.name.startswith(f"{name}.") for field in FIELDS) else value
