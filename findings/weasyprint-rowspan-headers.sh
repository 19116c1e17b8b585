#!/usr/bin/env bash
# WeasyPrint 70.0, `pdf/ua-1`: it links every cell of a table with the heads of its column, but in a row whose first
# columns are taken by cells that reach down from a row before, it counts from the first cell that stands there. So with
# two such columns, as tables of indicators have them (field and goal span several rows), the cells of the later rows are
# linked with heads of other columns. In a wider table the last cell of the third such row has no head at all, which
# validators of PDF/UA-1 refuse (7.5). On the page all is right.
# Needs Pango, as WeasyPrint does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check weasyprint==70.0 pydyf==0.13.0 pypdf==7.1.1
cat > try.py <<'P'
import pypdf, weasyprint

HEADS = ("Field", "Goal", "Indicator", "2025")
heads = "".join(f"<th scope=col>{head}</th>" for head in HEADS)
weasyprint.HTML(string=f"""<html lang=en><title>t</title><table><thead><tr>{heads}</tr></thead>
<tbody><tr><td rowspan=2>Products</td><td rowspan=2>Better</td><td>Pass rate</td><td>95%</td></tr>
<tr><td>Complaints</td><td>0.1%</td></tr></tbody></table></html>""").write_pdf("t.pdf", pdf_variant="pdf/ua-1")

def walk(tag):
    if isinstance(tag, pypdf.generic.IndirectObject):
        tag = tag.get_object()
    if isinstance(tag, dict):
        yield tag
        kids = tag.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)

tags = list(walk(pypdf.PdfReader("t.pdf").trailer["/Root"]["/StructTreeRoot"]))
names = dict(zip((tag["/ID"] for tag in tags if tag.get("/S") == "/TH"), HEADS))
rows = [[kid for kid in walk(tag) if kid.get("/S") == "/TD"] for tag in tags if tag.get("/S") == "/TR"]
for row in filter(None, rows):
    print(" | ".join(",".join(names[head] for head in cell["/A"]["/Headers"]) or "none" for cell in row))
P
venv/bin/python try.py | tee seen.txt
sed -n 1p seen.txt | grep -qx "Field | Goal | Indicator | 2025"
! sed -n 2p seen.txt | grep -qx "Indicator | 2025"
