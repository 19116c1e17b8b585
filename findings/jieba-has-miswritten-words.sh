#!/usr/bin/env bash
# jieba 0.42.1's own dictionary of Simplified words (dict.txt) also has words of Traditional text and words that a bad
# conversion made, each with the frequency 3: 乾旱 beside 干旱, 徵收 beside 征收, and 显着, 着名, 对於, which nobody
# writes. So "the dictionary has it" does not show that a word is rightly written; only that it is much rarer than
# another spelling of the same place does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation setuptools==75.8.0 wheel==0.45.1
venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation jieba==0.42.1
cat > try.py <<'P'
import logging

import jieba

jieba.setLogLevel(logging.ERROR)
jieba.dt.tmp_dir = "."
jieba.initialize()
for word in ("干旱", "乾旱", "征收", "徵收", "显著", "显着", "著名", "着名", "对于", "对於"):
    print(word, jieba.dt.FREQ[word])
P
venv/bin/python -W ignore try.py | tee seen.txt
diff seen.txt - <<'P'
干旱 1221
乾旱 3
征收 895
徵收 3
显著 2721
显着 3
著名 9342
着名 3
对于 18058
对於 3
P
