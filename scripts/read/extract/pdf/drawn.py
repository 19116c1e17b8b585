"""A page of a PDF → what is drawn on it besides text: lines, dark areas, pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from scripts.read.extract.layout.strokes import THICKEST
from scripts.read.extract.pdf import calls
from scripts.read.extract.pdf.characters import WHITE
from scripts.read.extract.pdf.turning import Box

MOST_OBJECTS, MOST_SEGMENTS, DEEPEST = 100_000, 2_000, 8
"""So many objects of a page are looked at, so many points of a path, and so many forms within forms."""
PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)
MOST_DARK = 1_000
"""Where more areas are filled they are a picture, and white is seen on it."""
SCAN = 0.5
"""A picture of so much of a page may be one of the page."""
SMALLEST_PICTURE = 20.0
"""So many points a picture measures that is one, and no ornament."""


class Matrix(NamedTuple):
    """How a form's coordinates lie on the page: x′ = ax + cy + e, y′ = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "Matrix") -> "Matrix":
        """Return this one, of something inside what lies so."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.place(self.e, self.f))


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page, in its own coordinates."""

    box: Box
    lines: list[Box] = field(default_factory=list)
    """Lines, and areas as thin as lines; left may be right of right, and bottom above top."""
    dark: list[Box] = field(default_factory=list)
    """Areas that are filled with a colour, and pictures."""
    pictures: int = 0
    curves: int = 0
    is_scan: bool = False
    """Whether a picture covers most of the page."""

    def is_dark_at(self, x: float, y: float) -> bool:
        """Whether something lies under a point on which white is seen."""
        return len(self.dark) > MOST_DARK or any(area.holds(x, y) for area in self.dark)


def read_drawn(page: "pdfium.FPDF_PAGE", box: Box) -> Drawn:
    """Return what is drawn on a page."""
    drawn = Drawn(box)
    for kind, place, matrix in islice(find_objects(page), MOST_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            read_path(drawn, as_object(place), matrix)
        elif kind in PICTURES:
            read_picture(drawn, as_object(place), matrix)
    return drawn


def find_objects(page: "pdfium.FPDF_PAGE") -> Iterator[tuple[int, calls.Place, Matrix]]:
    """Yield the kind and the place of each object of a page, and of the forms on it, and how it lies on the page."""
    whole = Matrix()
    waiting = [(place, whole, 0) for place in reversed(calls.read_members(page))]
    while waiting:
        place, matrix, depth = waiting.pop()
        kind = calls.get_kind(place)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield kind, place, matrix
        elif depth < DEEPEST:
            pointer = as_object(place)
            inner = read_matrix(pointer).within(matrix)
            members = range(pdfium.FPDFFormObj_CountObjects(pointer))
            waiting += [(pdfium.FPDFFormObj_GetObject(pointer, index), inner, depth + 1) for index in reversed(members)]


def as_object(place: calls.Place) -> "pdfium.FPDF_PAGEOBJECT":
    """Return the object at a place as `pypdfium2` takes it."""
    return ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)


def read_matrix(pointer: "pdfium.FPDF_PAGEOBJECT") -> Matrix:
    """Return how an object's coordinates lie."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(pointer, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def read_picture(drawn: Drawn, pointer: "pdfium.FPDF_PAGEOBJECT", matrix: Matrix) -> None:
    """Take note of a picture; one as thin as a line is a line."""
    corners = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(pointer, *corners):
        return
    left, bottom, right, top = (corner.value for corner in corners)
    area = box_around([matrix.place(left, bottom), matrix.place(right, top)])
    wide, high = area.right - area.left, area.top - area.bottom
    if min(wide, high) <= THICKEST:
        drawn.lines.append(area)
        return
    drawn.dark.append(area)
    drawn.pictures += min(wide, high) >= SMALLEST_PICTURE
    page = drawn.box
    drawn.is_scan = drawn.is_scan or wide * high > SCAN * (page.right - page.left) * (page.top - page.bottom)


def read_path(drawn: Drawn, pointer: "pdfium.FPDF_PAGEOBJECT", matrix: Matrix) -> None:
    """Take note of the lines of a path, and of the areas that it fills; what is white is not seen."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(pointer, fill, stroke)
    is_stroked = bool(stroke.value) and is_seen(pointer, pdfium.FPDFPageObj_GetStrokeColor)
    is_filled = bool(fill.value) and is_seen(pointer, pdfium.FPDFPageObj_GetFillColor)
    if not (is_stroked or is_filled):
        return
    own = read_matrix(pointer).within(matrix)
    for points, is_curved in read_outlines(pointer, own):
        drawn.curves += is_curved
        if is_stroked and not is_curved:
            drawn.lines += [Box(*start, *end) for start, end in pairwise(points)]
        if is_filled:
            area = box_around(points)
            is_thin = min(area.right - area.left, area.top - area.bottom) <= THICKEST
            (drawn.lines if is_thin and not is_curved else drawn.dark).append(area)


def is_seen(pointer: "pdfium.FPDF_PAGEOBJECT", read_colour: "pdfium.FPDFPageObj_GetFillColor") -> bool:
    """Whether a colour is neither white nor transparent."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not read_colour(pointer, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def read_outlines(
    pointer: "pdfium.FPDF_PAGEOBJECT", matrix: Matrix
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Yield the points of each outline of a path, and whether it is curved."""
    points: list[tuple[float, float]] = []
    is_curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(pointer), MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(pointer, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, is_curved
            points, is_curved = [], False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.place(x.value, y.value))
        is_curved = is_curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points, is_curved


def box_around(points: list[tuple[float, float]]) -> Box:
    """Return the box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
