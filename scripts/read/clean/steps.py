"""The steps from the decoded source to the clean text, in their order; each yields changes to the text it is given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from scripts.model.policy import LineRange, Source
from scripts.model.vocabulary import LayoutAction, Rule, Script
from scripts.read.clean.contents import drop_contents
from scripts.read.clean.draft import Change, Draft
from scripts.read.clean.drawn_tables import set_drawn_apart
from scripts.read.clean.editors_lines import SPARING, Misfit, drop_lines, find_misfits, spare
from scripts.read.clean.extracted import (
    drop_around,
    drop_margins,
    drop_signs,
    hidden,
    join_paragraphs,
    outside,
    set_rows_apart,
    table_spans,
)
from scripts.read.clean.glyphs import narrow, restore_glyphs, restore_radicals
from scripts.read.clean.layout import drop_controls, drop_layout, restore_newlines, tidy_spaces
from scripts.read.clean.markup import drop_markup
from scripts.read.clean.page_numbers import drop_page_numbers
from scripts.read.clean.punctuation import restore_punctuation
from scripts.read.clean.script import settle_script, simplify
from scripts.read.clean.table_cells import set_cells_apart
from scripts.read.clean.web_page import drop_web_page
from scripts.read.clean.wrapped import join_wrapped_lines
from scripts.text.exact_tables import ExactTable, find_exact
from scripts.text.readings import simplified

Step = Callable[[str], Iterable[Change]]

STEPS: tuple[tuple[Rule, Step], ...] = (
    (Rule.CONTROL, drop_controls),
    (Rule.NEWLINE, restore_newlines),
    (Rule.RADICAL, restore_radicals),
    (Rule.CELL, set_drawn_apart),
    (Rule.CELL, set_cells_apart),
    (Rule.LAYOUT, drop_layout),
    (Rule.SCRIPT, simplify),
    (Rule.MARKUP, drop_markup),
    (Rule.WEB_PAGE, drop_web_page),
    (Rule.PAGE_NUMBER, drop_page_numbers),
    (Rule.CONTENTS, drop_contents),
    (Rule.SPACE, tidy_spaces),
    (Rule.PUNCTUATION, restore_punctuation),
    (Rule.WRAPPED_LINE, join_wrapped_lines),
    (Rule.WIDTH, narrow),
    (Rule.GLYPH, restore_glyphs),
)

OF_SIGNS: tuple[tuple[Rule, Step], ...] = (
    (Rule.CELL, set_rows_apart),
    (Rule.WEB_PAGE, drop_around),
    (Rule.PAGE_NUMBER, drop_margins),
    (Rule.LAYOUT, drop_signs),
)
"""The steps that only an extracted text has, before any other that looks at lines."""
LAST_OF_SIGNS = (Rule.CELL, join_paragraphs)

AS_PRINTED: tuple[Step, ...] = (set_drawn_apart, restore_radicals)
"""The steps that write words of the text, which are to stay as they are printed, and look at no copy of it."""

GUESSING: tuple[Step, ...] = (
    *(set_drawn_apart, set_cells_apart, drop_markup, drop_web_page),
    *(drop_page_numbers, drop_contents, join_wrapped_lines),
)
"""The steps that tell by its words what a line is, and see nothing of tables that are known."""


def clean(
    source: str,
    layout: Sequence[LineRange] = (),
    until: Rule | None = None,
    script: Script = Script.HANS,
    *,
    is_extracted: bool = False,
) -> Draft:
    """Return the source after all steps, or those until one, with what the editors say of its lines.

    The steps look at a Simplified copy of a text that is to stay Traditional.
    """
    tables = tuple(find_tables(source, layout)) if is_extracted else ()
    drafts = Drafts(Draft(source, source), simplified(source) if script is Script.HANT else None, tables)
    lines_are_there = restore_newlines if is_extracted else drop_layout
    for rule, step in with_signs() if is_extracted else STEPS:
        drafts = drafts.after(rule, step, layout)
        if layout and step is lines_are_there:
            drafts = drafts.apply(Rule.LEFT_OUT, drop_lines(drafts.draft, layout))
        if rule is until:
            break
    return drafts.draft


def with_signs() -> Iterator[tuple[Rule, Step]]:
    """Yield the steps of an extracted text, in which the signs come before what guesses."""
    for rule, step in STEPS:
        yield rule, step
        if step is restore_radicals:
            yield from OF_SIGNS
    yield LAST_OF_SIGNS


def find_tables(source: str, layout: Sequence[LineRange]) -> Iterator[ExactTable]:
    """Yield the tables of an extracted text, without the lines that the editors leave out."""
    lines = source.count("\n") + 1 if layout else 0
    of_editors = (entry for entry in layout if entry.action is LayoutAction.DROP)
    dropped = (range(entry.first, min(entry.last, lines) + 1) for entry in of_editors)
    return find_exact(source, frozenset(chain.from_iterable(dropped)))


class Drafts(NamedTuple):
    """A draft and, where it is to stay Traditional, the Simplified copy of its text that the steps look at."""

    draft: Draft
    plain: str | None
    tables: tuple[ExactTable, ...] = ()
    """Those of an extracted source."""

    def after(self, rule: Rule, step: Step, layout: Sequence[LineRange]) -> "Drafts":
        """Return them after a step, which leaves the lines alone that the editors keep."""
        if self.plain is not None and rule is Rule.SCRIPT:
            return self
        changes = self.changes(step)
        if self.plain is not None and step in AS_PRINTED:
            changed = self.draft.apply(rule, changes)
            return self._replace(draft=changed, plain=simplified(changed.text))
        return self.apply(rule, spare(changes, self.draft, layout) if layout and rule in SPARING else changes)

    def changes(self, step: Step) -> Iterable[Change]:
        """Return what a step changes; one that guesses is shown no known table and changes none."""
        text = self.draft.text if self.plain is None or step in AS_PRINTED else self.plain
        if not self.tables or step not in GUESSING:
            return step(text)
        spans = table_spans(self.tables, self.draft.edits)
        return outside(step(hidden(text, spans)), spans)

    def apply(self, rule: Rule, changes: Iterable[Change]) -> "Drafts":
        """Return them with the same changes made in both."""
        if self.plain is None:
            return self._replace(draft=self.draft.apply(rule, changes))
        made = tuple(changes)
        changed = Draft(self.plain, self.plain).apply(rule, made).text
        return self._replace(draft=self.draft.apply(rule, made), plain=changed)


def find_layout_misfits(source: Source, layout: Sequence[LineRange], said: Script | None) -> tuple[Misfit, ...]:
    """Return the entries of `layout.yml` that do not fit a source; each of its lines is still one after these steps."""
    if not layout:
        return ()
    script = settle_script(source, said)
    ruled = clean(source.text, until=Rule.CONTENTS, script=script, is_extracted=source.original is not None)
    return tuple(find_misfits(source.text, layout, ruled))
