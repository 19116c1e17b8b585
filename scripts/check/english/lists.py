"""Lists and clauses, by the marks that divide them: English has at least one where Chinese has one."""

import re
from collections.abc import Iterator

from scripts.check.english.parts import EXPLANATION_PATTERN, Pair, divide

# what is one name or quotation counts as a word: “增品种、提品质、创品牌”, 《…、…》
NAME_PATTERN = re.compile("“[^“”]*”|《[^》]*》")
# 同时，到2020年，: English needs no comma behind these
OPENING_PATTERN = re.compile(r"^(?:同时|其中|此外|另外|从而|进而|(?:到)?20\d\d年|[一二三四五]是)，")
DIVIDER_PATTERN = re.compile("[，、；：（]")
ENGLISH_PATTERN = re.compile(
    r"[,;:(–](?!\d{3}\b)|\b(?:and|or|nor|as well as|while|so that|with|by|to|plus|so as|for|in|through|of|from|on)\b"
)
LIST_PATTERN = re.compile(r"[,;](?!\d{3}\b)|\b(?:and|or|as well as|plus|with)\b")


def check_lists(pair: Pair) -> Iterator[str]:
    """No item of a list and no clause is lost: there are marks and small words enough to divide as many."""
    names = [form for term in pair.terms for form in (term.zh, *term.forms) if DIVIDER_PATTERN.search(form)]
    for zh, en in divide(pair):
        chinese = zh
        for name in sorted(names, key=len, reverse=True):
            chinese = chinese.replace(name, "")
        chinese = OPENING_PATTERN.sub("", NAME_PATTERN.sub("", chinese))
        english = EXPLANATION_PATTERN.sub("", en)
        items, parts = chinese.count("、"), len(DIVIDER_PATTERN.findall(chinese))
        if len(LIST_PATTERN.findall(en)) < items:
            yield f"“{zh[:20]}…” lists {items + 1} items or more, its English fewer; look for one that is left out"
        elif len(ENGLISH_PATTERN.findall(english)) < parts:
            yield f"“{zh[:20]}…” has {parts + 1} clauses or items, its English fewer; look for one that is left out"
