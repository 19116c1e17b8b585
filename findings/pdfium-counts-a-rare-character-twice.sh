#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium): FPDFText_GetUnicode returns an unsigned int, yet not code points. A character beyond U+FFFF,
# as rare characters in the names of people and places are, is two entries of the page's text, the two halves of UTF-16,
# each with the box of the whole character. Who makes a text of chr() of every entry gets two lone surrogates, and who
# counts entries counts one character too many; FPDFText_GetText joins them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'PYTHON'
import ctypes
import pypdfium2 as pdfium
import pypdfium2.raw as raw

# One page that shows the glyphs A and B; by the font's ToUnicode they stand for 𠮷 (U+20BB7) and 林.
cmap = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Rare def
/CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar
<41> <D842DFB7>
<42> <6797>
endbfchar
endcmap
end
end"""
shown = b"BT /F1 40 Tf 20 20 Td (AB) Tj ET"
objects = [
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 80]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
    b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
]
file, begins = b"%PDF-1.7\n", []
for number, content in enumerate(objects, 1):
    begins.append(len(file))
    file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
table += b"".join(b"%010d 00000 n \n" % begin for begin in begins)
file += table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(file))

text = pdfium.PdfDocument(file)[0].get_textpage()
count = raw.FPDFText_CountChars(text)
values = [raw.FPDFText_GetUnicode(text, i) for i in range(count)]
boxes = []
for i in range(count):
    sides = [ctypes.c_double() for _ in range(4)]
    assert raw.FPDFText_GetCharBox(text, i, *sides)
    boxes.append(tuple(round(side.value, 1) for side in sides))
print("two characters are shown; entries:", [f"U+{value:04X}" for value in values])
print("boxes of the first two entries are the same:", boxes[0] == boxes[1])
print("joined by FPDFText_GetText:", ascii(text.get_text_range()))
assert values == [0xD842, 0xDFB7, 0x6797], values
assert boxes[0] == boxes[1] != boxes[2], boxes
assert text.get_text_range() == "\U00020BB7林"
PYTHON
