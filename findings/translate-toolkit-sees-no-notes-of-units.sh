#!/usr/bin/env bash
# translate-toolkit 3.20.4 (XLIFF 2): the standard has the notes of a unit in <notes> before its segments (XLIFF 2.1, 4.2.2.4),
# and none in a segment. The reader looks for them in the segment alone: the valid notes of a unit are not there for it, and
# for what reads files by it. And the id of a unit with one segment that has an id is not the unit's, but `u1::s1`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4 lxml==6.1.3
cat > a.xlf <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en">
  <file id="f1">
    <unit id="u1">
      <notes><note>It is the name of a campaign.</note></notes>
      <segment id="s1"><source>质量月</source><target>Quality Month</target></segment>
    </unit>
  </file>
</xliff>
X
cat > try.py <<'P'
from translate.storage import xliff2

(unit,) = xliff2.Xliff2File.parsefile("a.xlf").units
print(unit.getid(), unit.target, repr(unit.getnotes()))
P
venv/bin/python try.py | tee seen.txt
grep -qx "u1::s1 Quality Month ''" seen.txt
