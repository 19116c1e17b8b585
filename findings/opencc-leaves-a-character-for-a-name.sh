#!/usr/bin/env bash
# OpenCC 1.4.2 (Python, t2s) leaves Traditional characters in plain sentences of official texts: its phrases have the
# name of a prince of the Xiongnu, 於單, and keep the 於 of it wherever the two characters meet. So 由於單位 becomes
# 由於单位 and 屬於單一來源 (single-source, a term of public procurement) 属於单一来源, while 由於 and 單位 alone are
# right. A search for 由于单位 in text converted so finds nothing; the result has to be looked through for what is left.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check OpenCC==1.4.2
cat > try.py <<'P'
import opencc

convert = opencc.OpenCC("t2s").convert
for phrase in ("由於", "單位", "由於單位", "屬於單一來源"):
    print(phrase, convert(phrase))
P
venv/bin/python try.py | tee seen.txt
diff seen.txt - <<'P'
由於 由于
單位 单位
由於單位 由於单位
屬於單一來源 属於单一来源
P
