"""Aliases at the indicator that they belong to, and terms spelt as they are read."""

import re
from collections.abc import Iterator

from scripts.check.english.stems import stems
from scripts.model.archive import Archive
from scripts.model.glossary import Indicator, Term
from scripts.problems import Problem
from scripts.text.numerals import format_numeral
from scripts.text.pinyin import spell

FOLDER = "corpus/glossary"
KINSHIP = 0.25
"""An alias and its figures share at least so much of their words with its indicator, both languages added up."""
DOUBT, NEARER = 0.5, 0.8
"""Below so much kinship, an alias is misplaced where another indicator has so much more."""
SIGNS = {"+": "加", "∶": "比", "Ⅰ": "一", "Ⅱ": "二", "Ⅲ": "三", "Ⅳ": "四", "Ⅴ": "五"}
# 4.0, PM2.5
POINT_PATTERN = re.compile(r"(?<=\d)\.(?=\d)")
# 15分钟, 30条; not 12345
NUMBER_PATTERN = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


class Relations:
    """How much aliases and indicators have in common, in Chinese and in the English of their figures."""

    def __init__(self, archive: Archive) -> None:
        self.indicators = archive.glossary.indicators
        self.english: dict[str, set[str]] = {}
        for findings in archive.findings.values():
            for target in findings.targets:
                self.english.setdefault(target.name, set()).update(stems(target.name_en or ""))
        self.own = {
            key: set(stems(f"{indicator.name.en} {indicator.definition.en}"))
            for key, indicator in self.indicators.items()
        }

    def kinship(self, alias: str, indicator: Indicator) -> float:
        """Return what part of an alias's words are also the indicator's, from 0 to 2."""
        others = (indicator.name.zh, indicator.definition.zh, *(name for name in indicator.aliases if name != alias))
        chinese, english = pairs_of(alias), self.english.get(alias, set())
        common = chinese & set().union(*map(pairs_of, others))
        shared = english & self.own[indicator.id]
        return len(common) / max(1, len(chinese)) + (len(shared) / len(english) if english else 0)


def pairs_of(text: str) -> set[str]:
    """Return the neighbouring characters of a text, two by two, without digits and letters."""
    plain = "".join(char for char in text if not char.isascii())
    return {plain[i : i + 2] for i in range(len(plain) - 1)} or {plain}


def check_aliases(archive: Archive) -> Iterator[Problem]:
    """An alias has words in common with its indicator, and not far more with another; no two indicators share one."""
    relations, path = Relations(archive), f"{FOLDER}/indicators.yml"
    homes: dict[str, str] = {}
    for indicator in relations.indicators.values():
        for alias in indicator.aliases:
            if homes.setdefault(alias, indicator.id) != indicator.id:
                message = f"the alias {alias!r} of {indicator.id} is one of {homes[alias]} too; leave it at one"
                yield Problem(path, 0, "alias", message)
            near = relations.kinship(alias, indicator)
            if near < KINSHIP:
                message = f"the alias {alias!r} has no words in common with {indicator.id}; move it where it belongs"
                yield Problem(path, 0, "alias", message)
            elif near < DOUBT:
                best = max((relations.kinship(alias, other), key) for key, other in relations.indicators.items())
                if best[0] - near > NEARER:
                    yield Problem(path, 0, "alias", f"the alias {alias!r} of {indicator.id} is rather one of {best[1]}")


def check_pinyin(archive: Archive) -> Iterator[Problem]:
    """A term is spelt as one reads it: every syllable is a reading of its character."""
    for term in archive.glossary.terms.values():
        for message in pinyin_faults(term):
            yield Problem(f"{FOLDER}/terms.yml", 0, "pinyin", f"{term.id}: {message}")


def pinyin_faults(term: Term) -> Iterator[str]:
    """Yield how the pinyin of a term differs from how it is read."""
    written = "".join(SIGNS.get(char, char) for char in POINT_PATTERN.sub("点", term.zh))
    numbered = NUMBER_PATTERN.sub(lambda match: format_numeral(int(match[0])), written)
    readings = [spell(written), spell(numbered)]
    if term.pinyin not in readings:
        remedy = "mend it, or add the word to PHRASES in scripts/text/pinyin.py"
        yield f"{term.zh} is spelt {term.pinyin!r} and read {readings[-1]!r}; {remedy}"
