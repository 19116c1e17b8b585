#!/usr/bin/env bash
# The pattern by which EUR-Lex and others write ELI into the head of a page, <meta about="…" typeof="…"> and
# <meta about="…" property="…" resource="…">, is no valid HTML: vnu 26.9.27 (the Nu checker) wants `content` beside
# `property`, and refuses both. <link about property href> says the same: it is valid, and an RDFa reader (pyRdfa3 3.6.5)
# finds the same triple in it, in the head too; browsers load nothing for a link without `rel`.
# Needs Java and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check pyRdfa3==3.6.5 rdflib==7.6.0 html5lib==1.1
npm install --silent --no-save vnu-jar@26.9.27
page() {
  printf '<!DOCTYPE html>\n<html lang="en"><head prefix="eli: http://data.europa.eu/eli/ontology#">'
  printf '<meta charset="utf-8"><title>Plan</title>%s</head><body><p>Plan</p></body></html>\n' "$1"
}
page '<meta about="https://example.org/id/x" property="eli:passed_by" resource="https://example.org/body">' > meta.html
page '<link about="https://example.org/id/x" property="eli:passed_by" href="https://example.org/body">' > link.html
cat > try.py <<'P'
import sys
from pyRdfa import pyRdfa

for triple in pyRdfa().graph_from_source(sys.argv[1]):
    if "passed_by" in triple[1]:
        print(*triple)
P
check() { java -jar node_modules/vnu-jar/build/dist/vnu.jar "$1" 2>&1 | grep -c error || true; }
echo "errors in <meta … resource>: $(check meta.html), in <link … href>: $(check link.html)"
venv/bin/python try.py meta.html 2>/dev/null | tee meta.txt
venv/bin/python try.py link.html 2>/dev/null | tee link.txt
[ "$(check meta.html)" -gt 0 ]
[ "$(check link.html)" -eq 0 ]
grep -q passed_by meta.txt
cmp meta.txt link.txt
