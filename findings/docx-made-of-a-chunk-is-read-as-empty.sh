#!/usr/bin/env bash
# python-docx 1.2.0, docx2python 3.7.1, mammoth 1.12.0: the text of a DOCX file may stand in a part of another kind, to which
# w:altChunk points (ECMA-376, part 1, 17.17.2.1): collections of Chinese laws have files of which the whole body is one, a
# saved web page. Word shows it as text of the document. The three give no word of it, and no error or warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2python==3.7.1 mammoth==1.12.0
cat > try.py <<'P'
import zipfile

import docx
import mammoth
from docx2python import docx2python

OFFICE = "http://schemas.openxmlformats.org"
TYPES = f'<Types xmlns="{OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'


def relation(kind, target):
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'


with zipfile.ZipFile("law.docx", "w") as file:
    file.writestr("[Content_Types].xml", TYPES)
    file.writestr("_rels/.rels", relation("officeDocument", "word/document.xml"))
    file.writestr("word/_rels/document.xml.rels", relation("aFChunk", "law.html"))
    file.writestr("word/document.xml", f'<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:r="{OFFICE}/officeDocument/2006/relationships"><w:body><w:altChunk r:id="r1"/><w:sectPr/></w:body></w:document>')
    file.writestr("word/law.html", "<html><head><meta charset='utf-8'></head><body><p>第一条 为了保护河堤，制定本条例。</p></body></html>")
print("python-docx:", [paragraph.text for paragraph in docx.Document("law.docx").paragraphs])
with docx2python("law.docx") as read:
    print("docx2python:", repr(read.text.strip()))
with open("law.docx", "rb") as file:
    result = mammoth.convert_to_html(file)
print("mammoth:", repr(result.value), [message.message for message in result.messages if message.type == "error"])
P
PYTHONIOENCODING=utf-8 venv/bin/python try.py | tee seen.txt
grep -qx "python-docx: \[\]" seen.txt
grep -qx "docx2python: ''" seen.txt
grep -qx "mammoth: '' \[\]" seen.txt
