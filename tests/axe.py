"""A page into what axe finds wrong with it, a line each."""

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# axe reads every colour of every element anew; a page of thousands of elements has a dozen colours
REMEMBER_COLOURS = """() => {
  const color = axe.commons.color.Color.prototype, parse = color.parseString, known = new Map()
  color.parseString = function (text) {
    if (!known.has(text)) {
      const { r, g, b, alpha } = parse.call(this, text)
      known.set(text, { r, g, b, alpha })
    }
    return Object.assign(this, known.get(text))
  }
}"""
AXE = Axe(f"{AXE_SCRIPT};({REMEMBER_COLOURS})()")
OPTIONS = {"resultTypes": ["violations"]}
"""Of what is right axe need not say at each element which it is: of a large page that takes most of its time."""


def run_axe(page: Page) -> list[str]:
    """Return what axe finds wrong with a page as it stands."""
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for violation in AXE.run(page, options=OPTIONS).response["violations"]
        for node in violation["nodes"]
    ]
