"""A formula of Office (`m:oMath`) → its characters on one line: 1/2, x^2, a_1, √(n), (a+b), as its structure says."""

from scripts.read.extract.docx.names import Element, attribute, child, name_of

TEXT, PROPERTIES = "m:t", "Pr"
DEFAULT_SUM = "∫"
BETWEEN = {"m:den": "/", "m:sup": "^", "m:sub": "_"}
"""What stands before a part of a formula that is not on the line."""
SEVERAL = 2
"""From so many characters on, such a part stands in brackets."""


def draw_formula(element: Element) -> str:
    """Return the characters of a formula in the order in which it is read."""
    name = name_of(element)
    if name == TEXT:
        return (element.text or "").strip("\r\n\t")
    if name.endswith(PROPERTIES):
        return ""
    inside = "".join(map(draw_formula, element.iterchildren()))
    if name in BETWEEN:
        return BETWEEN[name] + bracketed(inside) if inside else ""
    if name == "m:num":
        return bracketed(inside)
    return (
        sign_of(element, name, "m:chr", DEFAULT_SUM) + inside if name == "m:nary" else enclosed(element, name, inside)
    )


def bracketed(text: str) -> str:
    """Return a part of a formula so that it stays one: in brackets, unless it is a character or a number."""
    return text if len(text) < SEVERAL or text.replace(".", "").isalnum() else f"({text})"


def enclosed(element: Element, name: str, inside: str) -> str:
    """Return what a bracket or a root holds, with its signs."""
    if name == "m:rad":
        return f"√({inside})"
    if name != "m:d":
        return inside
    opening, closing = sign_of(element, name, "m:begChr", "("), sign_of(element, name, "m:endChr", ")")
    return opening + inside + closing


def sign_of(element: Element, name: str, sign: str, default: str) -> str:
    """Return a sign that a formula's properties name."""
    found = child(child(element, f"{name}{PROPERTIES}"), sign)
    if found is None:
        return default
    return attribute(found, "m:val") or ""
