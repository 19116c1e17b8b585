"""A paragraph's element → its lines as they are shown, and what hangs on it: text boxes, doubts.

What a tracked change takes out, what is hidden, and the instruction of a field are no part of it. A soft line break
ends a line: offices set titles and signatures with it.
"""

from collections.abc import Callable

from scripts.model.vocabulary import Leaving
from scripts.read.extract.docx.content import ContentReader
from scripts.read.extract.docx.equations import draw_formula
from scripts.read.extract.docx.fields import SYMBOL_DOUBT, Shown, show
from scripts.read.extract.docx.names import SHORT, Element, attribute, child, descendants, name_of
from scripts.read.extract.docx.numbering import fonts_of
from scripts.read.extract.docx.pictures import read_drawing, read_old_drawing
from scripts.read.extract.docx.symbols import PRIVATE_PATTERN, is_private, is_symbol_font, read_symbol
from scripts.read.extract.docx.wrappers import branch_of, content_of

UNSEEN_BREAKS = frozenset({"page", "column"})
SHOWN = ("w:t", "w:delText", "w:sym", "w:drawing", "w:footnoteReference", "w:endnoteReference")
"""What makes a passage one that could be seen."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"
FORMULA_DOUBT = "has a formula, of which the characters stand on one line; compare it with the document"
READING_DOUBT = "has readings above its characters, which are left out; look whether any is part of the text"
PART_DOUBT = "stands by another file that Word would show here; give that file by itself, or put its text in"


def walk(reader: ContentReader, element: Element) -> None:
    """Read what stands in an element."""
    for inner in element.iterchildren():
        read = INLINE.get(SHORT[inner.tag])
        if read is not None:
            read(reader, inner)


def read_run(reader: ContentReader, element: Element) -> None:
    """Read a run; of one that is hidden only the signs of fields."""
    properties = child(element, "w:rPr")
    if reader.reading.styles.is_hidden(properties, reader.style):
        leave_out(reader, element, Leaving.HIDDEN)
        return
    outer, reader.run = reader.run, properties
    walk(reader, element)
    reader.run = outer


def leave_out(reader: ContentReader, element: Element, leaving: Leaving) -> None:
    """Count a passage that is not shown; the fields that begin and end in it do so all the same."""
    for sign in descendants(element, "w:fldChar"):
        reader.fields.sign(sign)
    if any(next(descendants(element, name), None) is not None for name in SHOWN):
        reader.leave(leaving)


def read_text(reader: ContentReader, element: Element) -> None:
    """Add characters, as a font of symbols draws those that have no meaning of their own."""
    text = element.text or ""
    if element.get(XML_SPACE) != "preserve":
        text = text.strip(BLANKS)
    if PRIVATE_PATTERN.search(text):
        text = "".join(read_private(reader, char) if is_private(char) else char for char in text)
    reader.add(text)


def read_private(reader: ContentReader, char: str) -> str:
    """Return what a private character shows in the run's font; itself where that is no font of symbols."""
    fonts = [font for font in fonts_of(reader.run) if is_symbol_font(font.lower())]
    if not fonts:
        return char
    known = read_symbol(fonts[0], ord(char))
    if known is None:
        miss_sign(reader)
    return known or "\ufffd"


def read_sign(reader: ContentReader, element: Element) -> None:
    """Add a sign that is named by its place in a font."""
    try:
        code = int(attribute(element, "w:char") or "", 16)
    except ValueError:
        code = 0
    known = read_symbol(attribute(element, "w:font") or "", code)
    if known is None:
        miss_sign(reader)
    reader.add(known or "\ufffd")


def miss_sign(reader: ContentReader) -> None:
    """Count a sign that is not known."""
    if not reader.fields.waiting:
        reader.reading.leave(Leaving.GLYPH)
        reader.doubt(SYMBOL_DOUBT)


def read_break(reader: ContentReader, element: Element) -> None:
    """End the line, unless it is the page that ends, or the column."""
    if attribute(element, "w:type") not in UNSEEN_BREAKS:
        reader.end_line()


def read_field_sign(reader: ContentReader, element: Element) -> None:
    """Take a sign of a field, and show what it shows."""
    reader.show(reader.fields.sign(element))


def read_simple_field(reader: ContentReader, element: Element) -> None:
    """Read the result of a field that is one element, or show what it draws without one."""
    if len(element):
        walk(reader, element)
    elif not reader.fields.waiting:
        reader.show(show((attribute(element, "w:instr") or "").strip(), None))


def read_ruby(reader: ContentReader, element: Element) -> None:
    """Read the characters below, and not the reading above them."""
    base = child(element, "w:rubyBase")
    if base is not None:
        walk(reader, base)
        reader.doubt(READING_DOUBT)


def read_control(reader: ContentReader, element: Element) -> None:
    """Read what a content control holds."""
    content = content_of(element, reader.reading.left_out)
    if content is not None:
        walk(reader, content)


def read_branch(reader: ContentReader, element: Element) -> None:
    """Read the one way of saying a thing that counts."""
    branch = branch_of(element)
    if branch is not None:
        walk(reader, branch)


def read_reference(reader: ContentReader, element: Element) -> None:
    """Add the mark of a note to which the text refers here."""
    kind = name_of(element).removeprefix("w:").removesuffix("Reference")
    has_own_mark = attribute(element, "w:customMarkFollows") in {"1", "true", "on"}
    reader.add(reader.reading.refer(kind, attribute(element, "w:id") or "", has_own_mark=has_own_mark))


def read_formula(reader: ContentReader, element: Element) -> None:
    """Add the characters of a formula."""
    reader.add(draw_formula(element))
    reader.doubt(FORMULA_DOUBT)


def count_comment(reader: ContentReader, _: Element) -> None:
    """Count a comment."""
    reader.reading.leave(Leaving.COMMENT)


def doubt_part(reader: ContentReader, _: Element) -> None:
    """Count another document that is shown here."""
    reader.reading.leave(Leaving.EMBEDDED)
    reader.doubt(PART_DOUBT)


Read = Callable[[ContentReader, Element], None]
INLINE: dict[str, Read] = {
    "w:r": read_run,
    "w:t": read_text,
    **dict.fromkeys(("w:tab", "w:ptab"), lambda reader, _: reader.add(" ")),
    "w:br": read_break,
    "w:cr": lambda reader, _: reader.end_line(),
    "w:noBreakHyphen": lambda reader, _: reader.add("-"),
    "w:sym": read_sign,
    "w:fldChar": read_field_sign,
    "w:instrText": lambda reader, element: reader.fields.instruct(element.text or ""),
    "w:fldSimple": read_simple_field,
    "w:ruby": read_ruby,
    "w:drawing": lambda reader, element: reader.hang(read_drawing(element)),
    **dict.fromkeys(("w:pict", "w:object"), lambda reader, element: reader.hang(read_old_drawing(element))),
    "w:control": lambda reader, _: reader.show(Shown(left_out=Leaving.FORM)),
    "w:commentReference": count_comment,
    **dict.fromkeys(("w:footnoteReference", "w:endnoteReference"), read_reference),
    **dict.fromkeys(("m:oMath", "m:oMathPara"), read_formula),
    **dict.fromkeys(("w:del", "w:moveFrom"), lambda reader, element: leave_out(reader, element, Leaving.DELETED)),
    "w:sdt": read_control,
    "mc:AlternateContent": read_branch,
    "w:subDoc": doubt_part,
    **dict.fromkeys(("w:hyperlink", "w:smartTag", "w:ins", "w:moveTo", "w:customXml", "w:dir", "w:bdo"), walk),
}
"""How each element of a paragraph is read; of any other nothing is."""
