"""Zip files that mean harm, and those that only look odd: what is refused, with what words, and what is read all the same.

Where a real one would be large, the bound is lowered instead.
"""

import io
import struct
import zipfile
from collections.abc import Iterable

import pytest

from scripts.model.vocabulary import Format
from scripts.problems import CorpusError
from scripts.read.extract import package as packages
from scripts.read.extract import zip_file
from scripts.read.extract.formats import find_format
from scripts.read.extract.package import Package

ROOT = "<r>质量</r>"
CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"
Parts = Iterable[tuple[str, str | bytes]]


def zipped(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file, pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.warn", lambda *_args, **_options: None)  # of a name that is there twice
        for name, content in parts:
            file.writestr(name, content)
    return stream.getvalue()


def one(content: str | bytes = ROOT, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return zipped([("a.xml", content)], method)


def patched(data: bytes, mark: bytes, offset: int, value: bytes, which: int = 0) -> bytes:
    """Return a zip file with other bytes at an offset of its head or of its list's entry."""
    place = -1
    for _ in range(which + 1):
        place = data.index(mark, place + 1)
    return data[: place + offset] + value + data[place + offset + len(value) :]


def refusal(data: bytes, name: str = "a.xml") -> str:
    with pytest.raises(CorpusError) as caught:
        Package(data, "x.docx").xml(name)
    assert "; " in caught.value.problem.message  # and what to do
    return caught.value.problem.message


@pytest.mark.parametrize("twin", ["a.xml", "A.XML", "/a.xml", "\\a.xml"])
def test_a_name_stands_for_one_part(twin: str) -> None:
    assert "has its part 'a.xml' twice" in refusal(zipped([("a.xml", ROOT), (twin, "<r>别的</r>")]))


def test_the_number_of_parts_is_bounded_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped((f"{number}.xml", ROOT) for number in range(20))
    monkeypatch.setattr(zip_file, "MOST_PARTS", 20)
    assert len(Package(data, "x").names()) == 20
    monkeypatch.setattr(zip_file, "MOST_PARTS", 19)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(CorpusError, match="has more than 19 parts"):
        Package(data, "x")
    with pytest.raises(CorpusError, match="has more than 19 parts"):
        find_format(data, "x")


def test_parts_that_share_their_bytes_are_refused() -> None:
    data = zipped([("a.xml", "<r>" + "质" * 900 + "</r>"), ("b.xml", ROOT)])
    assert "share their bytes" in refusal(patched(data, CENTRAL, 42, struct.pack("<L", 0), which=1))


def test_what_unpacks_to_far_more_than_it_takes_is_refused_unpacked() -> None:
    assert "unpacks to more than 5,000,000 bytes" in refusal(one(bytes(6_000_000)))
    assert "unpacks to more than" in refusal(
        patched(one(), CENTRAL, 24, b"\xf0\xff\xff\xff")
    )  # four gigabytes, it says


def test_a_part_that_unpacks_to_more_than_it_says_is_damaged() -> None:
    data = one("<r>" + "质量" * 1_000 + "</r>")
    assert "has a damaged part 'a.xml'" in refusal(patched(data, CENTRAL, 24, struct.pack("<L", 10)))


def test_parts_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(zipped([("a.xml", ROOT), ("b.xml", ROOT)]), "x")
    monkeypatch.setattr(packages, "MOST_ALL", 20)
    package.part("a.xml")
    with pytest.raises(CorpusError, match="parts that unpack to more than 20 bytes"):
        package.part("b.xml")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_what_can_be_unpacked_within_bounds_is_unpacked(method: int) -> None:
    assert "is compressed as no office program does" in refusal(one(ROOT, method))


@pytest.mark.parametrize("flag", [0x01, 0x40])
def test_an_encrypted_part_is_refused(flag: int) -> None:
    assert "is encrypted" in refusal(patched(one(), CENTRAL, 8, bytes([flag, 0])))


@pytest.mark.parametrize("cut", [30, 60, 100])
def test_a_file_that_is_cut_short_is_damaged(cut: int) -> None:
    data = one()[:-cut]
    assert "is a damaged zip file; fetch it again" in refusal(data)
    with pytest.raises(CorpusError, match="is a damaged zip file; fetch it again"):
        find_format(data, "x")


def test_every_single_damaged_byte_is_read_or_refused() -> None:
    data = zipped([("OFD.xml", ROOT), ("文件.xml", ROOT)])
    for place in range(len(data)):
        for value in (0x00, 0x01, 0xFF):
            broken = data[:place] + bytes([value]) + data[place + 1 :]
            try:
                package = Package(broken, "x")
                for name in package.names():
                    package.xml(name)
            except CorpusError:
                continue


def test_a_name_leads_nowhere() -> None:
    package = Package(zipped([("../../etc/passwd", "<r/>"), ("C:\\Windows\\win.ini", "<r/>"), ("a.xml", ROOT)]), "x")
    for name in ("/etc/passwd", "etc/passwd", "../etc/passwd", "windows/win.ini"):
        assert name not in package
        assert package.part(name) is None


def test_a_name_in_the_encoding_of_a_chinese_windows_is_read() -> None:
    for encoding in ("gb18030", "utf-8"):
        data = zipped([("####.xml", ROOT)])
        raw = "公文".encode(encoding)[:4].ljust(4, b"_") if encoding == "gb18030" else "·é".encode()
        package = Package(data.replace(b"####", raw), "x")
        assert f"{raw.decode(encoding)}.xml" in package


def test_what_is_odd_and_harmless_is_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file, file.open("a.xml", "w", force_zip64=True) as part:
        part.write(ROOT.encode())
    unseekable = Unseekable()
    with zipfile.ZipFile(unseekable, "w") as file:  # with the sizes behind each part
        file.writestr("a.xml", ROOT)
    for data in (stream.getvalue(), unseekable.stream.getvalue(), one() + b"\r\n" * 9, one(ROOT, zipfile.ZIP_STORED)):
        root = Package(data, "x").xml("/A.xml")
        assert root is not None
        assert root.text == "质量"


class Unseekable(io.RawIOBase):
    """A stream that is only written, as to a socket."""

    def __init__(self) -> None:
        self.stream = io.BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self.stream.write(data)


ENTITIES = '<!ENTITY a "质量质量">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdef", "bcdefg", strict=True)
)
DTDS = (
    f"<!DOCTYPE r [{ENTITIES}]><r>&g;</r>",
    f'<!DOCTYPE r [{ENTITIES}]><r a="&g;"/>',
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
    '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r/>',
    '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><r/>',
    '<?xml version="1.0"?>\n<!-- a note --><?a b?>\n<!DOCTYPE r [<!ATTLIST r a CDATA "b">]><r/>',
)


@pytest.mark.parametrize("text", DTDS)
def test_a_declaration_of_entities_never_reaches_the_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lxml.etree.fromstring", None)
    for data in (text.encode(), text.encode("utf-16"), text.encode("utf-16-be"), b"\xef\xbb\xbf" + text.encode()):
        assert "declares a DTD in its part 'a.xml'" in refusal(one(data))


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE r+AD4-<r/>',
        '<?xml version="1.0" encoding="IBM037"?><r/>'.encode("cp037"),
        ROOT.encode("utf-32"),
        ROOT.encode("utf-32-le"),
        b"",
        b"\x89PNG\r\n",
        b"{}",
    ],
)
def test_an_encoding_that_could_hide_one_is_refused(data: bytes) -> None:
    assert "is no XML, or in an encoding that no office program writes" in refusal(one(data))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_of_office_programs_are_read(codec: str) -> None:
    said = {"gb18030": "GB2312", "utf-16": "UTF-16"}.get(codec, "utf-8")
    text = f"<?xml version='1.0' encoding='{said}'?>\n{ROOT}"
    root = Package(one(text.encode(codec)), "x").xml("a.xml")
    assert root is not None
    assert root.text == "质量"


def test_an_entity_that_nobody_declared_is_refused() -> None:
    assert "is no XML" in refusal(one("<r>&lol;</r>"))


def test_comments_and_instructions_leave_a_text_whole() -> None:
    root = Package(one('<?xml-stylesheet href="http://127.0.0.1:9/"?><r>质<!-- x -->量<?y z?>！</r>'), "x").xml("a.xml")
    assert root is not None
    assert root.text == "质量！"
    assert len(root) == 0


def test_nothing_is_included() -> None:
    include = '<r xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="file:///etc/passwd" parse="text"/></r>'
    root = Package(one(include), "x").xml("a.xml")
    assert root is not None
    assert "".join(root.itertext()) == ""


def test_depth_and_length_are_bounded() -> None:
    assert "Excessive depth" in refusal(one("<a>" * 300 + "</a>" * 300))
    assert "is no XML" in refusal(one('<a b="' + "x" * 10_100_000 + '"/>', zipfile.ZIP_STORED))


@pytest.mark.parametrize(
    "piece", ["<a/>", "<a></a>质", '<a b=""/>', "<a b='' c=''/>", '<a xmlns:b="u"/>', "<a\nb\n=\n''/>", "<a/>\n"]
)
def test_the_memory_of_a_tree_is_bounded_before_it_grows(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = one("<r>" + piece * 2_000 + "</r>")
    monkeypatch.setattr(packages, "MOST_TREE", 2_000 * 130)
    monkeypatch.setattr("lxml.etree.fromstring", None)
    assert "has more elements than a document has, up to its part 'a.xml'" in refusal(data)


def test_trees_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(one(), "x")
    package.xml("a.xml")
    monkeypatch.setattr(packages, "MOST_TREES", 2 * package.built_bytes)
    package.xml("a.xml")
    with pytest.raises(CorpusError, match="has more elements than a document has"):
        package.xml("a.xml")


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["[Content_Types].xml", "word/document.xml"], Format.DOCX),
        (["Doc_0/Document.xml", "OFD.xml"], Format.OFD),
        (["\\xl\\workbook.xml"], Format.XLSX),
    ],
)
def test_a_package_is_known_by_its_parts(names: list[str], kind: Format) -> None:
    assert find_format(zipped((name, "<r/>") for name in names), "x") is kind


def test_an_archive_is_none() -> None:
    with pytest.raises(CorpusError, match="is a zip file; unpack it"):
        find_format(zipped([("通知.docx", one())]), "x")
    with pytest.raises(CorpusError, match="is a presentation"):
        find_format(zipped([("ppt/presentation.xml", "<r/>")]), "x")
