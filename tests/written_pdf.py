"""PDFs written by hand, a few lines each, whose right text is known: what no office program makes at will."""

from dataclasses import dataclass, field

DESCRIPTOR = (
    "<</Type/FontDescriptor/FontName/{name}/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
    "/Descent -120/CapHeight 700/StemV 80>>"
)
CHINESE = (
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]"
    f"/FontDescriptor {DESCRIPTOR.format(name='STSong-Light')}>>"
)
"""A font that every reader of PDF knows by its name; letters and digits are half as wide as Chinese characters."""
NAMELESS = (
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/Nameless"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
    f"/FontDescriptor {DESCRIPTOR.format(name='Nameless')}>>"
)
"""A font that does not say which characters it draws."""


@dataclass
class WrittenPage:
    """A page that is being written; lengths in points, y from below, as in the file."""

    entries: str = ""
    """Of the page's dictionary: /Rotate 90."""
    parts: list[str] = field(default_factory=list)

    def show(self, x: float, y: float, text: str, size: float = 16, *, before: str = "", font: str = "F") -> None:
        """Write a text from a place on; `before`: operators that say how."""
        self.place(f"1 0 0 1 {x} {y}", text, size, before=before, font=font)

    def place(self, matrix: str, text: str, size: float = 16, *, before: str = "", font: str = "F") -> None:
        """Write a text that lies as a matrix says."""
        code = text.encode("utf-16-be").hex()
        self.parts.append(f"q {before} BT /{font} {size} Tf {matrix} Tm <{code}> Tj ET Q")

    def draw(self, operators: str) -> None:
        """Draw anything."""
        self.parts.append(f"q {operators} Q")

    def rule(self, xs: list[float], ys: list[float]) -> None:
        """Draw a grid of lines."""
        for x in xs:
            self.draw(f"{x} {min(ys)} m {x} {max(ys)} l S")
        for y in ys:
            self.draw(f"{min(xs)} {y} m {max(xs)} {y} l S")


def write_pdf(*pages: WrittenPage, catalog: str = "", picture: bytes = b"\x80" * 100) -> bytes:
    """Return pages as a PDF; /P is a picture of ten by ten points of grey."""
    objects = [f"<</Type/Catalog/Pages 2 0 R{catalog}>>", ""]
    fonts = []
    for font, name, encoding in ((CHINESE, "STSong-Light", "UniGB-UTF16-H"), (NAMELESS, "Nameless", "Identity-H")):
        objects.append(font)
        used = f"/DescendantFonts[{len(objects)} 0 R]>>"
        objects.append(f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/{encoding}{used}")
        fonts.append(f"{len(objects)} 0 R")
    looks = "/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8"
    objects.append(f"<<{looks}/Length {len(picture)}>>stream\n{picture.decode('latin-1')}\nendstream")
    names = f"<</Font<</F {fonts[0]}/G {fonts[1]}>>/XObject<</P {len(objects)} 0 R>>>>"
    kids = []
    for page in pages:
        content = "\n".join(page.parts)
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        box = "" if "MediaBox" in page.entries else "/MediaBox[0 0 595 842]"
        place = f"/Contents {len(objects)} 0 R/Resources {names}{box}{page.entries}"
        objects.append(f"<</Type/Page/Parent 2 0 R{place}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    return put_together(objects)


def put_together(objects: list[str]) -> bytes:
    """Return objects as a file with its table of where they are."""
    file, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF"
    return file + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")
