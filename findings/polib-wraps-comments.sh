#!/usr/bin/env bash
# polib 1.2.0 (a library for gettext's PO files): a translator's comment that is longer than `wrapwidth` is broken into
# lines when the file is written, and not only at blanks: also behind a hyphen inside a word. GNU gettext's own tools leave
# comments as they stand. Reading gives the breaks back as they were written, so a comment that was one line comes back as
# several, and whoever joins them with a blank reads "year-on- year". The message strings of the same entry come back whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check polib==1.2.0
"$folder/venv/bin/python" - <<'PY'
import sys

import polib

words = "The figure is read as the average year-on-year rate of growth of the value added of industry."
file = polib.POFile(wrapwidth=42)
file.append(polib.POEntry(msgid="a", msgstr=words, tcomment=words))
entry = polib.pofile(str(file))[0]
print("comment as it comes back:", entry.tcomment.split("\n"))
print("message as it comes back:", [entry.msgstr])
is_broken = "year-on-\nyear" in entry.tcomment or "year-\non-year" in entry.tcomment
is_whole = entry.msgstr == words
print("a word is broken behind its hyphen:", is_broken, "| the message is whole:", is_whole)
sys.exit(0 if is_broken and is_whole else 1)
PY
