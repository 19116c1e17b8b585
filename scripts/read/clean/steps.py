"""The steps from the decoded source to the clean text, in their order; each yields changes to the text it is given."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from scripts.model.policy import LineRange, Source
from scripts.model.vocabulary import Rule, Script
from scripts.read.clean.contents import drop_contents
from scripts.read.clean.draft import Change, Draft
from scripts.read.clean.drawn_tables import set_drawn_apart
from scripts.read.clean.editors_lines import SPARING, Misfit, drop_lines, find_misfits, spare
from scripts.read.clean.glyphs import narrow, restore_glyphs, restore_radicals
from scripts.read.clean.layout import drop_controls, drop_layout, restore_newlines, tidy_spaces
from scripts.read.clean.markup import drop_markup
from scripts.read.clean.page_numbers import drop_page_numbers
from scripts.read.clean.punctuation import restore_punctuation
from scripts.read.clean.script import settle_script, simplify
from scripts.read.clean.table_cells import set_cells_apart
from scripts.read.clean.web_page import drop_web_page
from scripts.read.clean.wrapped import join_wrapped_lines
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

AS_PRINTED: tuple[Step, ...] = (set_drawn_apart, restore_radicals)
"""The steps that write words of the text, which are to stay as they are printed, and look at no copy of it."""


def clean(
    source: str, layout: Sequence[LineRange] = (), until: Rule | None = None, script: Script = Script.HANS
) -> Draft:
    """Return the source after all steps, or those until one, with what the editors say of its lines.

    The steps look at a Simplified copy of a text that is to stay Traditional.
    """
    drafts = Drafts(Draft(source, source), simplified(source) if script is Script.HANT else None)
    for rule, step in STEPS:
        drafts = drafts.after(rule, step, layout)
        if layout and rule is Rule.LAYOUT:
            drafts = drafts.apply(Rule.LEFT_OUT, drop_lines(drafts.draft, layout))
        if rule is until:
            break
    return drafts.draft


class Drafts(NamedTuple):
    """A draft and, where it is to stay Traditional, the Simplified copy of its text that the steps look at."""

    draft: Draft
    plain: str | None

    def after(self, rule: Rule, step: Step, layout: Sequence[LineRange]) -> "Drafts":
        """Return them after a step, which leaves the lines alone that the editors keep."""
        draft, plain = self
        if plain is not None and rule is Rule.SCRIPT:
            return self
        if plain is not None and step in AS_PRINTED:
            changed = draft.apply(rule, step(draft.text))
            return Drafts(changed, simplified(changed.text))
        changes = step(draft.text if plain is None else plain)
        return self.apply(rule, spare(changes, draft, layout) if layout and rule in SPARING else changes)

    def apply(self, rule: Rule, changes: Iterable[Change]) -> "Drafts":
        """Return them with the same changes made in both."""
        if self.plain is None:
            return Drafts(self.draft.apply(rule, changes), None)
        made = tuple(changes)
        return Drafts(self.draft.apply(rule, made), Draft(self.plain, self.plain).apply(rule, made).text)


def find_layout_misfits(source: Source, layout: Sequence[LineRange], said: Script | None) -> tuple[Misfit, ...]:
    """Return the entries of `layout.yml` that do not fit a source; each of its lines is still one after these steps."""
    if not layout:
        return ()
    ruled = clean(source.text, until=Rule.CONTENTS, script=settle_script(source, said))
    return tuple(find_misfits(source.text, layout, ruled))
