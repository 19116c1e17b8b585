#!/usr/bin/env bash
# cobalt 9.0.1 (Akoma Ntoso): a manifestation is named by the address of its expression with the format behind a point,
# such as …/zho@2024-01-15.akn (AKN naming convention, 4.7). FrbrUri.parse reads that as the date `@2024-01-15.akn` and no
# format; only where the name of a component stands between, as in …/zho@2024-01-15/!main.akn, are both right. So a program
# that asks for the date of a manifestation's FRBRuri gets one that no calendar has.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check cobalt==9.0.1
cat > try.py <<'P'
from cobalt.uri import FrbrUri

for end in (".akn", "/!main.akn"):
    parsed = FrbrUri.parse(f"/akn/cn/doc/plan/2024/shili/zho@2024-01-15{end}")
    print(parsed.expression_date, parsed.format)
P
venv/bin/python try.py | tee seen.txt
sed -n 1p seen.txt | grep -qx "@2024-01-15.akn None"
sed -n 2p seen.txt | grep -qx "@2024-01-15 akn"
