"""The styles of a DOCX file → what a paragraph or a run has from its style: whether it is hidden, what numbers it."""

from dataclasses import dataclass, field
from functools import cached_property

from scripts.read.extract.docx.names import (
    Element,
    attribute,
    child,
    children,
    is_on,
    named,
    switch,
    value,
    value_of,
    whole_number,
)

LONGEST_CHAIN = 50
"""So many styles at most are based on one another; a file may say that they are in a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style, as far as it bears on the text."""

    id: str
    kind: str
    """`paragraph`, `character`, `numbering`, `table`."""
    based_on: str | None
    is_hidden: bool | None
    """None where the style on which it is based decides."""
    num_id: str | None
    """The list that numbers its paragraphs; `0` for none."""
    level: int | None


@dataclass(frozen=True)
class Styles:
    """The styles of a file, by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    """For each kind the style of what names none."""
    hides_all: bool = False
    """Whether a run is hidden where nothing else is said."""

    @cached_property
    def hiding(self) -> dict[str, bool]:
        """Whether each style hides its runs."""
        return {
            name: next((style.is_hidden for style in self.chain(name) if style.is_hidden is not None), False)
            for name in self.by_id
        }

    def chain(self, name: str | None) -> list[Style]:
        """Return a style and those on which it is based, nearest first."""
        chain: list[Style] = []
        style = self.by_id.get(name or "")
        while style is not None and style not in chain and len(chain) < LONGEST_CHAIN:
            chain.append(style)
            style = self.by_id.get(style.based_on or "")
        return chain

    def paragraph_style(self, name: str | None) -> str | None:
        """Return the id of a paragraph's style, where it names this one, or none."""
        return name if name in self.by_id else self.defaults.get("paragraph")

    def is_hidden(self, run_properties: Element | None, paragraph_style: str | None) -> bool:
        """Whether a run with these properties is not shown: said on it, or by one of its two styles and not by both."""
        own = named(run_properties)
        said = is_on(own.get("w:vanish"))
        if said is None and is_on(own.get("w:specVanish")):
            said = True
        if said is not None:
            return said
        run_style = value(own.get("w:rStyle"))
        by_styles = self.hiding.get(run_style or "", False) != self.hiding.get(paragraph_style or "", False)
        return by_styles or self.hides_all


def read_styles(root: Element | None) -> Styles:
    """Return the styles of a part; none where there is no such part."""
    defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
    styles = [read_style(element) for element in children(root, "w:style")]
    first = {
        style.kind: style.id
        for style, element in zip(reversed(styles), reversed(list(children(root, "w:style"))), strict=True)
        if attribute(element, "w:default") in {"1", "true", "on"}
    }
    return Styles({style.id: style for style in styles}, first, bool(switch(defaults, "w:vanish")))


def read_style(element: Element) -> Style:
    """Return one style."""
    numbered = child(child(element, "w:pPr"), "w:numPr")
    return Style(
        attribute(element, "w:styleId") or "",
        attribute(element, "w:type") or "paragraph",
        value_of(element, "w:basedOn"),
        switch(child(element, "w:rPr"), "w:vanish"),
        value_of(numbered, "w:numId"),
        whole_number(value_of(numbered, "w:ilvl")),
    )
