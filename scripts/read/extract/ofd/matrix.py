"""The boxes and matrices around what an OFD draws → where on the page a point of it stands."""

import math
from typing import NamedTuple

from scripts.read.extract.ofd.numbers import read_box, read_numbers
from scripts.read.extract.ofd.parts import Element


class Matrix(NamedTuple):
    """Six numbers that lead a point of an object to its place around it: x' = a x + c y + e, y' = b x + d y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, outer: "Matrix") -> "Matrix":
        """Return the matrix that leads through this one and then through the outer one."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.place(self.e, self.f))

    def height(self) -> float:
        """Return how much taller than in the object its glyphs stand on the page."""
        return math.hypot(self.c, self.d)


SAME = Matrix(1, 0, 0, 1, 0, 0)


def matrix_of(element: Element, outer: Matrix) -> Matrix:
    """Return the matrix of what an object draws: its own CTM, then its boundary's corner, then what is around it."""
    numbers = read_numbers(element.get("CTM"), 6)
    a, b, c, d, e, f = numbers if len(numbers) == 6 else SAME
    left, top, _, _ = read_box(element.get("Boundary"))
    moved = Matrix(a, b, c, d, e + left, f + top)
    return moved if outer is SAME else moved.inside(outer)
