"""Small OFD files, in the form in which programs write them: pages of text objects, lines, pictures, templates."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://www.ofdspec.org/2016"
LEFT, WIDTH, SIZE, STEP = 30.0, 150.0, 5.0, 8.0
"""Of a page of text, in millimetres: thirty characters a line."""
PLAIN_ROOT = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"


def attributes(values: Mapping[str, object]) -> str:
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in values.items())


def text(x: float, y: float, words: str, size: float = SIZE, **values: Any) -> str:
    """Return a text object whose line stands at y; DeltaX, DeltaY and inner elements may be given."""
    inner = str(values.pop("inner", ""))
    code: dict[str, object] = {name: values.pop(name) for name in ("DeltaX", "DeltaY") if name in values}
    if not code and len(words) > 1:
        code = {"DeltaX": " ".join(str(size if ord(char) > 0x7F else size / 2) for char in words[:-1])}
    box = {"Boundary": f"{x} {y - size} {size * len(words) + 1} {size * 1.4}", "Font": 3, "Size": size}
    spot = attributes({"X": 0, "Y": size, **code})
    return f"<ofd:TextObject{attributes(box | values)}>{inner}<ofd:TextCode{spot}>{escape(words)}</ofd:TextCode></ofd:TextObject>"


def lines(words: Sequence[str], y: float = 40, x: float = LEFT) -> str:
    """Return lines of text, one below the other."""
    return "".join(text(x, y + STEP * place, line) for place, line in enumerate(words))


def stroke(x0: float, y0: float, x1: float, y1: float, **values: object) -> str:
    """Return a path object that draws a line."""
    box = {"Boundary": f"{x0} {y0} {abs(x1 - x0) + 1} {abs(y1 - y0) + 1}", "LineWidth": 0.35}
    data = f"M 0 0 L {x1 - x0} {y1 - y0}"
    return (
        f"<ofd:PathObject{attributes(box | values)}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return the lines of a table."""
    across = [stroke(xs[0], y, xs[-1], y) for y in ys]
    return "".join(across + [stroke(x, ys[0], x, ys[-1]) for x in xs])


def picture(x: float, y: float, width: float, height: float) -> str:
    box = {"Boundary": f"{x} {y} {width} {height}", "CTM": f"{width} 0 0 {height} 0 0", "ResourceID": 9}
    return f"<ofd:ImageObject{attributes(box)}/>"


def page(*objects: str, head: str = "", layer: str = "") -> str:
    """Return the XML of a page, or of a template."""
    return element("Page", f"{head}<ofd:Content><ofd:Layer{layer} ID='2'>{''.join(objects)}</ofd:Layer></ofd:Content>")


def element(name: str, inner: str, namespace: str = NAMESPACE) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{name} xmlns:ofd="{namespace}">{inner}</ofd:{name}>'


def document(names: Sequence[str], common: str = "", more: str = "") -> str:
    """Return the XML of a document's main part, its pages at these places."""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    pages = "".join(f'<ofd:Page ID="{place}" BaseLoc="{name}"/>' for place, name in enumerate(names, start=10))
    return element("Document", f"<ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>{more}")


def ofd(
    *pages: str, root: str = PLAIN_ROOT, common: str = "", more: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """Return the bytes of an OFD with these pages; `parts` are further ones, or stand for those."""
    names = [f"Pages/Page_{place}/Content.xml" for place in range(len(pages))]
    members = {"OFD.xml": element("OFD", root), "Doc_0/Document.xml": document(names, common, more)}
    members |= {f"Doc_0/{name}": content for name, content in zip(names, pages, strict=True)}
    return zipped(members | dict(parts or {}))


def zipped(members: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return stream.getvalue()
