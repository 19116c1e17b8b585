// A policy as received beside our text: what was replaced letter for letter is marked in both, which the page itself only
// counts, for each mark written out would be two elements a letter. Browsers that cannot draw such marks show the counts.
// @ts-check
"use strict"

;(() => {
  const LONGEST = 2500 // letters of a paragraph that are compared

  /** The letters of a side that both sides should have, each with where it stands. */
  function letters(/** @type {Element} */ side) {
    const found = []
    const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = /** @type {Element} */ (node.parentElement)
      const words = node.textContent || ""
      if (around.closest("del, ins, .sign, .change-said")) continue
      for (let place = 0; place < words.length; place++) if (words[place].trim()) found.push({ node, place, letter: words[place] })
    }
    return found
  }

  /** A span of one letter. */
  function spanOf(/** @type {{node: Node, place: number}} */ { node, place }) {
    const range = new Range()
    range.setStart(node, place)
    range.setEnd(node, place + 1)
    return range
  }

  /** The letters of two sides that differ: where both are equally long by place, else what stands between equal ends. */
  function differences(/** @type {Element} */ row) {
    const [before, after] = [".received-before", ".received-after"].map((side) => row.querySelector(side))
    if (!before || !after) return []
    const sides = [letters(before), letters(after)]
    if (sides[0].length !== sides[1].length || sides[0].length > LONGEST) return []
    return sides[0].map((own, index) => [own, sides[1][index]]).filter(([own, other]) => own.letter !== other.letter)
  }

  const rows = document.querySelectorAll(".received-row[id]")
  const registry = /** @type {any} */ (window.CSS && /** @type {any} */ (CSS).highlights)
  if (!rows.length || !registry) return
  const marks = [...rows].map(differences)
  const spans = marks.reduce((all, pairs) => all.concat(...pairs.map((pair) => pair.map(spanOf))), /** @type {Range[]} */ ([]))
  registry.set("replaced", new /** @type {any} */ (window).Highlight(...spans))
})()
