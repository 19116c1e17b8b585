"""Paragraphs, styles and lists in the shorthand of a test → a DOCX file, part by part, as Word and WPS write them."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from scripts.read.extract.blocks import Block, Extraction, Paragraph, Place
from scripts.read.extract.docx.reader import read_docx

OOXML = "http://schemas.openxmlformats.org/"
TRANSITIONAL = f"{OOXML}wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = f"{OOXML}officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OTHERS = {
    "r": RELATIONSHIPS,
    "m": f"{OOXML}officeDocument/2006/math",
    "mc": f"{OOXML}markup-compatibility/2006",
    "a": f"{OOXML}drawingml/2006/main",
    "pic": f"{OOXML}drawingml/2006/picture",
    "wp": f"{OOXML}drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
}
"""The root of each kind of part."""


def make_docx(body: str, *, strict: bool = False, files: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """Return a DOCX file; a part is named by its kind, or `header1`, and given by what stands in its root."""
    names = {kind: f"{kind}.xml" for kind in parts}
    written = {f"word/{name}": root(kind_of(kind), parts[kind], strict=strict) for kind, name in names.items()}
    base = STRICT_RELATIONSHIPS if strict else RELATIONSHIPS
    targets = [(kind, f"{base}/{kind_of(kind)}", name) for kind, name in names.items()]
    written |= {
        "[Content_Types].xml": content_types(names),
        "_rels/.rels": relations([("rId1", f"{base}/officeDocument", "word/document.xml")]),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>", strict=strict),
        "word/_rels/document.xml.rels": relations(targets),
    }
    return package({name: text.encode() for name, text in written.items()} | dict(files or {}))


def content_types(names: Mapping[str, str]) -> str:
    """Return the part that says what each part is; other programs want it."""
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{WORD_TYPE}.{kind_of(kind)}+xml"/>'
        for kind, name in names.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/></Types>'
    )


def kind_of(name: str) -> str:
    """Return the kind of a part: `header` for `header1`."""
    return name.rstrip("0123456789")


def root(kind: str, inside: str, *, strict: bool = False) -> str:
    """Return a part as XML."""
    tag = {"header": "hdr", "footer": "ftr"}.get(kind, ROOTS.get(kind, kind))
    names = {"w": STRICT if strict else TRANSITIONAL, **OTHERS}
    names |= {"r": STRICT_RELATIONSHIPS} if strict else {}
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {declared} mc:Ignorable="w14 wpsCustomData">{inside}</w:{tag}>'
    )


def relations(targets: Sequence[tuple[str, str, str]]) -> str:
    """Return a part of relationships, each an id, a type and a target."""
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'<Relationships xmlns="{OOXML}package/2006/relationships">{inside}</Relationships>'


def package(files: Mapping[str, bytes]) -> bytes:
    """Return files as a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, num: tuple[int, int] | None = None, style: str = "", more: str = "", mark: str = "") -> str:
    """Return a paragraph of runs, or of text; numbered by a list at a level, styled, with more properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += more
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def level(
    place: int, numbering_format: str = "decimal", text: str | None = None, more: str = "", start: int = 1
) -> str:
    """Return a level of a list."""
    pattern = f"%{place + 1}." if text is None else text
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{numbering_format}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(name: int, *levels: str, more: str = "") -> str:
    """Return a definition of lists."""
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def listed(name: int, definition_name: int, *overrides: str) -> str:
    """Return a list over a definition."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition_name}"/>{"".join(overrides)}</w:num>'


def override(place: int, inside: str) -> str:
    """Return what a list replaces of a level."""
    return f'<w:lvlOverride w:ilvl="{place}">{inside}</w:lvlOverride>'


def restarted(place: int, number: int = 1) -> str:
    """Return that a list begins a level anew."""
    return override(place, f'<w:startOverride w:val="{number}"/>')


def style(name: str, properties: str = "", *, kind: str = "paragraph", based_on: str = "", more: str = "") -> str:
    """Return a style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}><w:name w:val="{name}"/>{based}{properties}</w:style>'


def cell(*paragraphs: str, merge: str | None = None, span: int = 1, more: str = "") -> str:
    """Return a table's cell; `merge` is `restart` or `continue`."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {None: "", "continue": "<w:vMerge/>"}.get(merge, f'<w:vMerge w:val="{merge}"/>')
    inside = "".join(text if text.startswith("<") else p(text) for text in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}{more}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, more: str = "") -> str:
    """Return a table's row."""
    inside = "".join(text if text.startswith("<") else cell(text) for text in cells)
    return f"<w:tr>{f'<w:trPr>{more}</w:trPr>' if more else ''}{inside}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def field(instruction: str, *result: str) -> str:
    """Return a field as Word writes it, with its result or without one."""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(result)}' if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def read(body: str, *, strict: bool = False, files: Mapping[str, bytes] | None = None, **parts: str) -> Extraction:
    """Return what the reader makes of a file, with its blocks as a list."""
    extraction = read_docx(make_docx(body, strict=strict, files=files, **parts), "made.docx")
    return Extraction(list(extraction.blocks), extraction.program, extraction.left_out)


def texts(extraction: Extraction) -> list[str]:
    """Return the paragraphs of the document."""
    return [block.text for block in extraction.blocks if isinstance(block, Paragraph) and block.place is Place.DOCUMENT]


def inline(*inside: str) -> list[str]:
    """Return the lines of one paragraph with this in it."""
    return texts(read(f"<w:p>{''.join(inside)}</w:p>"))


def blocks_of(extraction: Extraction) -> list[Block]:
    """Return all blocks."""
    return list(extraction.blocks)
