#!/usr/bin/env bash
# OpenCC 1.4.2 (Python, s2t) converts by the longest entry of its dictionary from the left, and phrases of official Chinese
# are cut in the wrong place: 传统制造 becomes 傳統制造 (the character of 制度 in the word for manufacturing), 新征程 becomes
# 新徵程, 内生发展 becomes 內生髮展 (the character for hair). Each word by itself is right: 制造 → 製造, 征程 → 征程,
# 发展 → 發展. So a list that was checked word by word still misprints a text; what is converted has to be compared phrase
# by phrase, or the phrases have to be added to the dictionary.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check OpenCC==1.4.2
cat > try.py <<'P'
import opencc

convert = opencc.OpenCC("s2t").convert
for phrase in ("传统制造", "制造", "新征程", "征程", "内生发展", "发展"):
    print(phrase, convert(phrase))
P
venv/bin/python try.py | tee seen.txt
diff seen.txt - <<'P'
传统制造 傳統制造
制造 製造
新征程 新徵程
征程 征程
内生发展 內生髮展
发展 發展
P
