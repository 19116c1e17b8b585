#!/usr/bin/env bash
# WeasyPrint 70.0 with `text-overflow: ellipsis` in the margin of a page, as running titles are kept to one line: where the
# first … of a document is the sign of such a cut, it is written into the font's table of meanings (ToUnicode) as all the
# words that it hides. The table is one for the document, so every … that the text itself has, pages later, reads as those
# words too: who copies, searches or extracts “and so on … to the end” gets a piece of the running title in the middle of
# the sentence. The pages look right. Without the cut, … is read as …
# Needs Pango, as WeasyPrint does; the font is one from npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check weasyprint==70.0 pydyf==0.13.0 pypdf==7.1.1 pymupdf==2.0
npm pack --silent @expo-google-fonts/noto-serif@0.4.2 > /dev/null
tar xzf expo-google-fonts-noto-serif-0.4.2.tgz package/400Regular/NotoSerif_400Regular.ttf
cat > try.py <<'P'
import pymupdf, pypdf, weasyprint

page = """<style>@font-face {{ font-family: F; src: url(package/400Regular/NotoSerif_400Regular.ttf) }}
body {{ font: 12pt F }} p + p {{ break-before: page }}
@page {{ font: 8pt F; @top-left {{ content: "Plan for the quality of all that is made and done";
width: 20mm; white-space: nowrap; overflow: hidden; {cut} }} }}</style>
<p>First page.</p><p>and so on … to the end</p>"""
for name, cut in (("cut", "text-overflow: ellipsis"), ("whole", "")):
    weasyprint.HTML(string=page.format(cut=cut), base_url=".").write_pdf(f"{name}.pdf")
    for reader, text in (
        ("pypdf", pypdf.PdfReader(f"{name}.pdf").pages[1].extract_text()),
        ("PyMuPDF", pymupdf.open(f"{name}.pdf")[1].get_text()),
    ):
        line = next(line for line in text.splitlines() if "so on" in line)
        print(f"{name}, {reader}: {line}")
P
venv/bin/python try.py | tee seen.txt
grep -qx "whole, pypdf: and so on … to the end" seen.txt
grep -qx "whole, PyMuPDF: and so on … to the end" seen.txt
grep -q "^cut, pypdf: and so on .*made and done.* to the end" seen.txt
grep -q "^cut, PyMuPDF: and so on .*made and done.* to the end" seen.txt
