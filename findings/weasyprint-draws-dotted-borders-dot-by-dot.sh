#!/usr/bin/env bash
# WeasyPrint 70.0 draws `border-bottom: 1px dotted` under words as circles, each of four Bézier curves, one after the other:
# some kilobytes for every marked word, so that a text with a mark in every paragraph is two thirds borders. A browser's PDF
# has a dashed line there. `text-decoration: underline dotted`, which looks much the same, is a dashed line (the operator
# `d`) in WeasyPrint too, and costs next to nothing.
# Needs Pango, as WeasyPrint does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check weasyprint==70.0 pydyf==0.13.0 pypdf==7.1.1
cat > try.py <<'P'
import pypdf, weasyprint

words = "<p>" + "Some <i>words that editors marked</i> in a line. " * 40 + "</p>"
sizes, curves = {}, {}
for name, style in (
    ("plain", "font-style: normal"),
    ("border", "font-style: normal; border-bottom: 1px dotted"),
    ("decoration", "font-style: normal; text-decoration: underline dotted 1px"),
):
    pdf = weasyprint.HTML(string=f"<style>i {{ {style} }}</style>{words}").write_pdf()
    open(f"{name}.pdf", "wb").write(pdf)
    drawn = b"".join(page.get_contents().get_data() for page in pypdf.PdfReader(f"{name}.pdf").pages)
    sizes[name], curves[name] = len(pdf), drawn.split().count(b"c")
    print(f"{name}: {len(pdf)} bytes, {curves[name]} curves")
each = (sizes["border"] - sizes["plain"]) / 40
print("a border costs", "more than 1,000 bytes" if each > 1000 else "little", "a mark")
print("a decoration costs", "less than 100 bytes" if (sizes["decoration"] - sizes["plain"]) / 40 < 100 else "much", "a mark")
print("curves:", "thousands for borders" if curves["border"] > 4000 else "few", "and", curves["decoration"], "for decorations")
P
venv/bin/python try.py | tee seen.txt
grep -qx "a border costs more than 1,000 bytes a mark" seen.txt
grep -qx "a decoration costs less than 100 bytes a mark" seen.txt
grep -qx "curves: thousands for borders and 0 for decorations" seen.txt
